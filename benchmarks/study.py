"""What learners know after sixty days of equal minutes, by how the questions were chosen: python -m benchmarks.study

The learners forget by laws that no scheduler here assumes: exponentially, or by a power of the time, each with an
exponent of their own; half-lives differ between learners and between facts. An answer lengthens the half-life the more,
the nearer the fact was to being forgotten. They guess one question in four right that they do not know, and read the
explanation after each mistake, which takes longer. What was only read is forgotten sooner than what was also recalled
(the testing effect; Adesope 2017 and Rowland 2014). The study session is the program's own, with its plan, its rating
and its returns; it is told only what was answered.
"""

import math
import random
import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.grading import Chosen
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.plan import make_plan
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.study import Desk, Study
from trotskyism_cli.pack.model import Pack

FACTS, DAYS, MINUTES = 400, 60, 10
SEEDS, LEARNERS = 5, 3
OPTIONS = 4
SECONDS_RIGHT, SECONDS_WRONG = 12, 24
ONLY_READ = 0.6  # of the half-life
KNOWN_BEFORE = 0.15  # of the facts
START = datetime(2026, 1, 1, 18, tzinfo=UTC)


class Learner:
    """Somebody with a memory: for each fact a half-life in days, and when it was last met; None if it never was."""

    def __init__(self, seed: int, *, by_power: bool = False) -> None:
        self._rng = random.Random(seed)
        self._exponent = self._rng.lognormvariate(-0.9, 0.3) if by_power else None
        gain = self._rng.lognormvariate(0.8, 0.3)  # by how much a well-timed answer lengthens a half-life
        self._gains = [gain * self._rng.lognormvariate(0, 0.5) for _ in range(FACTS)]
        retains = self._rng.lognormvariate(0.9, 0.3)  # days
        self._only_read: set[int] = set()
        self._first = [retains * self._rng.lognormvariate(0, 0.6) for _ in range(FACTS)]  # half-life when just learnt
        self._met: list[tuple[float, float] | None] = [
            (self._rng.uniform(20, 200), 0.0) if self._rng.random() < KNOWN_BEFORE else None for _ in range(FACTS)
        ]

    def recall(self, fact: int, day: float) -> float:
        """The chance to know a fact at a time, in days from the start."""
        met = self._met[fact]
        if met is None:
            return 0.0
        lives = (day - met[1]) / met[0]
        if self._exponent is None:
            return math.pow(0.5, lives)
        return math.pow(1 + (math.pow(2, 1 / self._exponent) - 1) * lives, -self._exponent)

    def answer(self, fact: int, day: float) -> bool:
        """Answer a question and read what follows: whether it was right, be it by chance."""
        known = self.recall(fact, day)
        met = self._met[fact]
        if self._rng.random() < known and met:
            recalled = 1 / ONLY_READ if fact in self._only_read else 1
            self._only_read.discard(fact)
            self._met[fact] = met[0] * recalled * (1 + self._gains[fact] * (1 - known) ** 0.5), day
            return True
        self._only_read.add(fact)
        half_life = max(self._first[fact], met[0] / 2 if met else 0)
        self._met[fact] = half_life * ONLY_READ, day
        return self._rng.random() * OPTIONS < 1

    def knowledge(self, day: float) -> float:
        """The share of all facts known at a time."""
        return statistics.fmean(self.recall(fact, day) for fact in range(FACTS))


class Sitting:
    """The ten minutes of a day."""

    def __init__(self, learner: Learner, day: int) -> None:
        self.day = day
        self._learner = learner
        self._seconds = 0.0

    @property
    def is_over(self) -> bool:
        return self._seconds >= 60 * MINUTES

    @property
    def elapsed(self) -> timedelta:
        return timedelta(seconds=self._seconds)

    def ask(self, fact: int) -> bool:
        """Put a question: whether the answer is right."""
        right = self._learner.answer(fact, self.day + self.elapsed / DAY)
        self._seconds += SECONDS_RIGHT if right else SECONDS_WRONG
        return right


Way = Callable[[random.Random], Callable[[Sitting], None]]  # what to do each day, with a memory of its own


def random_quiz(rng: random.Random) -> Callable[[Sitting], None]:
    """Any question, again and again."""

    def sit(sitting: Sitting) -> None:
        while not sitting.is_over:
            sitting.ask(rng.randrange(FACTS))

    return sit


def leitner(rng: random.Random) -> Callable[[Sitting], None]:
    """Five boxes, looked into every 1, 2, 4, 8 and 16 days: right moves a fact up, wrong back to the first."""
    del rng
    boxes: dict[int, tuple[int, int]] = {}  # fact: box, day when due

    def sit(sitting: Sitting) -> None:
        due = sorted((day, fact) for fact, (_, day) in boxes.items() if day <= sitting.day)
        new = (fact for fact in range(FACTS) if fact not in boxes)
        for fact in _chain((fact for _, fact in due), new):
            if sitting.is_over:
                return
            box = boxes.get(fact, (-1, 0))[0]
            box = min(box + 1, 4) if sitting.ask(fact) else 0
            boxes[fact] = box, sitting.day + 2**box

    return sit


@dataclass
class _Card:
    """A card of SM-2."""

    ease: float = 2.5
    repetitions: int = 0
    interval: int = 0
    due: int = 0

    def grade(self, day: int, *, right: bool) -> None:
        """The rule of Wozniak (1990), with 4 for right and 2 for wrong."""
        quality = 4 if right else 2
        if right:
            self.interval = {0: 1, 1: 6}.get(self.repetitions, round(self.interval * self.ease))
            self.repetitions += 1
        else:
            self.repetitions, self.interval = 0, 1
        self.ease = max(1.3, self.ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
        self.due = day + self.interval


def sm2(rng: random.Random) -> Callable[[Sitting], None]:
    """SM-2; what was wrong is asked again on the same day until it is right."""
    del rng
    cards: dict[int, _Card] = {}

    def sit(sitting: Sitting) -> None:
        due = sorted((card.due, fact) for fact, card in cards.items() if card.due <= sitting.day)
        new = (fact for fact in range(FACTS) if fact not in cards)
        wrong: list[int] = []
        for fact in _chain((fact for _, fact in due), _until_empty(wrong), new, _until_empty(wrong)):
            if sitting.is_over:
                return
            again = fact in wrong
            right = sitting.ask(fact)
            if again and right:
                wrong.remove(fact)
            elif not again:
                cards.setdefault(fact, _Card()).grade(sitting.day, right=right)
                if not right:
                    wrong.append(fact)

    return sit


def _until_empty(facts: list[int]) -> Iterator[int]:
    while facts:
        yield facts[0]
        if facts:
            facts.append(facts.pop(0))


def _chain(*parts: Iterator[int]) -> Iterator[int]:
    for part in parts:
        yield from part


@dataclass
class _Keeper:
    """Keeps memories only: nothing is undone here."""

    memories: dict[str, Memory] = field(default_factory=dict)

    def keep(self, review: Review, memories: Mapping[str, Memory | None]) -> None:
        self.memories.update({fact: memory for fact, memory in memories.items() if memory})

    def append(self, review: Review, learn: object = None) -> None:
        raise NotImplementedError("nobody undoes anything here")

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        return {fact: self.memories[fact] for fact in facts if fact in self.memories}


@dataclass
class _Program:
    """The study sessions of the program, day after day."""

    keeper: _Keeper = field(default_factory=_Keeper)
    ids: Iterator[int] = field(default_factory=count)

    def sit(self, sitting: Sitting) -> None:
        now = START + sitting.day * DAY
        plan = make_plan(ASKABLES, self.keeper.memories, now, new=FACTS)
        desk = Desk(PACK, self.keeper, lambda: now + sitting.elapsed, lambda: str(next(self.ids)))
        study = Study(plan, _items_about, dict(self.keeper.memories), desk, new=FACTS)
        while not sitting.is_over and (question := study.ask()) is not None:
            right = sitting.ask(int(question.item.asked_ids[0]))
            study.answer(Chosen((0 if right else 1,)))


def program(rng: random.Random) -> Callable[[Sitting], None]:
    """`trotskyism study`."""
    del rng
    return _Program().sit


def _item(fact: str) -> Item:
    options = tuple("abcd")
    return Item(fact, "who", Response.CHOICE, "", "easy", "?", options, (0,), "", options, (fact,), ())


PACK = Pack("simulated", "Simulated", "", 1, "en", "", {}, {}, {}, (), {})
ASKABLES = [Askable(str(fact), "", 0, 1, 1, (str(fact),), ("who",)) for fact in range(FACTS)]
ITEMS = {str(fact): (_item(str(fact)),) for fact in range(FACTS)}
WAYS: dict[str, Way] = {"study": program, "random quiz": random_quiz, "Leitner boxes": leitner, "SM-2": sm2}


def _items_about(fact: str, ahead: Sequence[str]) -> tuple[Item, ...]:
    del ahead
    return ITEMS[fact]


def known_after(way: Way, seed: int, days: int = DAYS, *, by_power: bool = False) -> float:
    """The share of the facts that learners know after so many days, on average over learners."""
    shares = []
    for number in range(LEARNERS):
        learner = Learner(1000 * seed + number, by_power=by_power)
        sit = way(random.Random(seed))
        for day in range(days):
            sit(Sitting(learner, day))
        shares.append(learner.knowledge(days))
    return statistics.fmean(shares)


def main() -> None:
    """Print a table for each law of forgetting."""
    print(f"{FACTS} facts, {MINUTES} minutes a day for {DAYS} days; {SEEDS} seeds of {LEARNERS} learners each")
    for by_power in (False, True):
        print(f"\nLearners who forget {'by a power of the time' if by_power else 'exponentially'}")
        _print(by_power=by_power)


def _print(*, by_power: bool) -> None:
    """The share known by each way, and the ratio of study to it: the median over the seeds, and the extremes."""
    known = {name: [known_after(way, seed, by_power=by_power) for seed in range(SEEDS)] for name, way in WAYS.items()}
    print(f"{'':<16}{'known':>8}{'study is':>12}{'least':>8}{'most':>8}")
    for name, shares in known.items():
        ratios = [ours / other for ours, other in zip(known["study"], shares, strict=True)]
        row = statistics.median(shares), statistics.median(ratios), min(ratios), max(ratios)
        print(f"{name:<16}{row[0]:>8.1%}{row[1]:>10.2f} x{row[2]:>8.2f}{row[3]:>8.2f}")


if __name__ == "__main__":
    main()
