"""Ways to spend the minutes of a day, with which `study` is compared."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Protocol

from fsrs import Card, Rating, Scheduler, State

from benchmarks.laboratory.learners import Learner
from trotskyism_cli.learning.days import DAY

FACTS = 1500
SECONDS_RIGHT, SECONDS_WRONG = 12.0, 24.0  # a mistake takes longer, as the feedback is read
START = datetime(2026, 1, 1, 18, tzinfo=UTC)


class Sitting:
    """A day's minutes with a learner."""

    def __init__(self, learner: Learner, day: int, minutes: float) -> None:
        self.day = day
        self._learner = learner
        self._seconds = 0.0
        self._length = 60 * minutes

    @property
    def is_over(self) -> bool:
        return self._seconds >= self._length

    @property
    def elapsed(self) -> timedelta:
        return timedelta(seconds=self._seconds)

    @property
    def length(self) -> timedelta:
        return timedelta(seconds=self._length)

    def ask(self, fact: int) -> bool:
        """Ask a question; returns whether the answer is right."""
        right = self._learner.answer(fact, self.day + self.elapsed / DAY)
        self._seconds += SECONDS_RIGHT if right else SECONDS_WRONG
        return right


Day = Callable[[Sitting], None]


class Way(Protocol):
    """Starts a course with nothing known about the learner; returns what to do each day."""

    def __call__(self, seed: int) -> Day: ...


def random_quiz(seed: int) -> Day:
    """Random questions."""
    rng = random.Random(seed)

    def sit(sitting: Sitting) -> None:
        while not sitting.is_over:
            sitting.ask(rng.randrange(FACTS))

    return sit


def leitner(seed: int) -> Day:
    """Five Leitner boxes, reviewed every 1, 2, 4, 8 and 16 days: right moves a fact up, wrong back to the first."""
    del seed
    boxes: dict[int, tuple[int, int]] = {}  # fact: box, day when due

    def sit(sitting: Sitting) -> None:
        due = sorted((day, fact) for fact, (_, day) in boxes.items() if day <= sitting.day)
        new = (fact for fact in range(FACTS) if fact not in boxes)
        for fact in chain((fact for _, fact in due), new):
            if sitting.is_over:
                return
            box = boxes.get(fact, (-1, 0))[0]
            box = min(box + 1, 4) if sitting.ask(fact) else 0
            boxes[fact] = box, sitting.day + 2**box

    return sit


class _Scheduled(Protocol):
    """A scheduler's state for a fact."""

    @property
    def due(self) -> int: ...
    def grade(self, day: int, *, right: bool) -> None: ...


@dataclass
class _Sm2:
    ease: float = 2.5
    repetitions: int = 0
    interval: int = 0
    due: int = 0

    def grade(self, day: int, *, right: bool) -> None:
        """The rule of Wozniak (1990), with quality 4 for right and 2 for wrong."""
        quality = 4 if right else 2
        if right:
            self.interval = {0: 1, 1: 6}.get(self.repetitions, round(self.interval * self.ease))
            self.repetitions += 1
        else:
            self.repetitions, self.interval = 0, 1
        self.ease = max(1.3, self.ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
        self.due = day + self.interval


class _Fsrs:
    """FSRS-6 with default parameters and retention 0.9, as Anki starts."""

    SCHEDULER = Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False)

    def __init__(self) -> None:
        self._card = Card(card_id=1, due=START)
        self.due = 0

    def grade(self, day: int, *, right: bool) -> None:
        now = START + day * DAY
        self._card, _ = self.SCHEDULER.review_card(self._card, Rating.Good if right else Rating.Again, now)
        self._card.state = State.Review
        self.due = (self._card.due - START).days


def _scheduled(make: Callable[[], _Scheduled]) -> Day:
    """Ask what is due, longest overdue first; then mistakes until right once; then new facts."""
    cards: dict[int, _Scheduled] = {}

    def sit(sitting: Sitting) -> None:
        due = sorted((card.due, fact) for fact, card in cards.items() if card.due <= sitting.day)
        new = (fact for fact in range(FACTS) if fact not in cards)
        wrong: list[int] = []
        for fact in chain((fact for _, fact in due), _until_empty(wrong), new, _until_empty(wrong)):
            if sitting.is_over:
                return
            again = fact in wrong
            right = sitting.ask(fact)
            if again and right:
                wrong.remove(fact)
            elif not again:
                cards.setdefault(fact, make()).grade(sitting.day, right=right)
                if not right:
                    wrong.append(fact)

    return sit


def _until_empty(facts: list[int]) -> Iterator[int]:
    while facts:
        yield facts[0]
        if facts:
            facts.append(facts.pop(0))


def sm2(seed: int) -> Day:
    """SM-2."""
    del seed
    return _scheduled(_Sm2)


def fsrs(seed: int) -> Day:
    """FSRS at retention 0.9."""
    del seed
    return _scheduled(_Fsrs)


OPPONENTS: dict[str, Way] = {"random quiz": random_quiz, "Leitner boxes": leitner, "SM-2": sm2, "FSRS at 0.9": fsrs}
