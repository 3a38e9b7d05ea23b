"""Statistics of the reviews: how much is right, retained and known, and how good the predictions are."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from statistics import fmean

from trotskyism_cli.learning.answering.quiz_settings import Level, levels
from trotskyism_cli.learning.days import DAY, KNOWN, day_of, is_known
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.progress.diary import Ahead, Day, Streak, days_with_answers, look_ahead, streak
from trotskyism_cli.learning.progress.mistakes import Confusion, HardFact, confusions, hardest
from trotskyism_cli.learning.recall.learner_model import guess_of
from trotskyism_cli.learning.recall.schedule import rate
from trotskyism_cli.learning.review import Review

HARDEST = 5  # facts shown
REPEATED = 2  # times from which a confusion is shown
FIRMNESS = (1.0, 3.0, 7.0, KNOWN, 60.0, 180.0, 365.0)  # days of stability: bounds of the bins
EXPECTED = (0.5, 0.7, 0.8, 0.9, 0.95)  # chance to be right: bounds of the bins


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers of one kind.

    `again` counts those that test retention (see `kept_by_review`), `kept` the right ones of them.
    """

    name: str
    answers: int
    right: int
    again: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """The facts of a chapter: `known` (firm and not due), `learning` (asked at least once), and `new`."""

    topic: str
    known: int
    learning: int
    new: int

    @property
    def facts(self) -> int:
        return self.known + self.learning + self.new


@dataclass(frozen=True, slots=True)
class Firmness:
    """The number of memories with a stability of at least `low` and less than `high` days (None: no bound)."""

    low: float
    high: float | None
    facts: int


@dataclass(frozen=True, slots=True)
class Expected:
    """Answers whose predicted chance to be right was from `low` to `high`, `mean` on average."""

    low: float
    high: float
    mean: float
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """All statistics: topics in reading order, families by number of answers, bins of `expected` with answers only.

    Answers given too fast to be meant (`too_fast`) count for `days` and the streak only.
    """

    total: Tally
    topics: tuple[Tally, ...]
    families: tuple[Tally, ...]
    days: tuple[Day, ...]
    streak: Streak
    ahead: Ahead
    firmness: tuple[Firmness, ...]
    said: tuple[Level, ...]
    expected: tuple[Expected, ...]
    hardest: tuple[HardFact, ...]
    confusions: tuple[Confusion, ...]
    coverage: tuple[Coverage, ...]
    too_fast: int = 0


def survey(
    reviews: Iterable[Review],
    memories: Mapping[str, Memory],
    chapters: Mapping[str, str],
    now: datetime,
    zone: tzinfo | None,
) -> Statistics:
    """The statistics of reviews that are in order of time.

    `chapters` maps each fact that the book can ask to its topic, in reading order; memories of other facts are ignored.
    `zone` is the learner's (None: the computer's own).
    """
    answers = [review for review in reviews if not review.undoes]
    told = [review for review in answers if rate(review) is not None]  # others were answered too fast to be meant
    kept = kept_by_review(told, zone)
    known = {fact: memories[fact] for fact in chapters if fact in memories}
    days = days_with_answers(answers, zone)
    order = {topic: place for place, topic in enumerate(dict.fromkeys(chapters.values()))}
    topics = tallies(told, kept, lambda review: chapter_of(review, chapters))
    firm = {fact for fact, memory in known.items() if is_known(memory, now.astimezone(zone))}
    return Statistics(
        total=next(iter(tallies(told, kept, lambda _: "")), Tally("", 0, 0)),
        topics=tuple(sorted(topics, key=lambda each: order.get(each.name, len(order)))),
        families=tallies(told, kept, lambda review: review.family),
        days=days,
        streak=streak(days, day_of(now, zone)),
        ahead=look_ahead(known.values(), now, zone),
        firmness=firmness(known.values()),
        said=levels(told),
        expected=expected_against_right(told),
        hardest=hardest((each for each in told if firm.isdisjoint(each.facts)), HARDEST),
        confusions=confusions(told, REPEATED),
        too_fast=len(answers) - len(told),
        coverage=coverage(chapters, known, now.astimezone(zone)),
    )


def chapter_of(review: Review, chapters: Mapping[str, str]) -> str:
    """The chapter that a review counts for: that of its first fact that the book has, as in `coverage`.

    If the book no longer has any of its facts, the topic under which it was asked.
    """
    return next((chapters[fact] for fact in review.facts if fact in chapters), review.topic)


def kept_by_review(reviews: Iterable[Review], zone: tzinfo | None) -> dict[str, bool]:
    """For the reviews that test retention, by id: whether the answer was right.

    These are the first answers of a day about facts that had all been right at least a day before: a fact told a minute
    ago, or never known, tests no memory.
    """
    first_right: dict[str, datetime] = {}
    last_asked: dict[str, date] = {}
    found: dict[str, bool] = {}
    for review in reviews:
        today = review.day(zone)
        if review.facts and all(
            fact in first_right and review.time - first_right[fact] >= DAY and last_asked[fact] != today
            for fact in review.facts
        ):
            found[review.id] = review.correct
        for fact in review.facts:
            last_asked[fact] = today
            if review.correct:
                first_right.setdefault(fact, review.time)
    return found


def tallies(reviews: Iterable[Review], kept: Mapping[str, bool], name_of: Callable[[Review], str]) -> tuple[Tally, ...]:
    """A tally for each name, most answers first; `kept` as returned by `kept_by_review`."""
    groups: dict[str, list[Review]] = {}
    for review in reviews:
        groups.setdefault(name_of(review), []).append(review)
    found = (_tally(name, group, kept) for name, group in groups.items())
    return tuple(sorted(found, key=lambda each: (-each.answers, each.name)))


def _tally(name: str, reviews: Sequence[Review], kept: Mapping[str, bool]) -> Tally:
    again = [kept[review.id] for review in reviews if review.id in kept]
    return Tally(name, len(reviews), sum(review.correct for review in reviews), len(again), sum(again))


def coverage(chapters: Mapping[str, str], memories: Mapping[str, Memory], now: datetime) -> tuple[Coverage, ...]:
    """How many facts of each chapter are known, in the order of `chapters` (fact to topic)."""
    counts = {topic: [0, 0, 0] for topic in chapters.values()}
    for fact, topic in chapters.items():
        memory = memories.get(fact)
        place = 2 if memory is None else 0 if is_known(memory, now) else 1
        counts[topic][place] += 1
    return tuple(Coverage(topic, *each) for topic, each in counts.items())


def firmness(memories: Iterable[Memory]) -> tuple[Firmness, ...]:
    """The number of memories in each bin of stability."""
    counts = [0] * (len(FIRMNESS) + 1)
    for memory in memories:
        counts[bisect_right(FIRMNESS, memory.stability)] += 1
    return tuple(
        Firmness(low, high, facts) for low, high, facts in zip((0.0, *FIRMNESS), (*FIRMNESS, None), counts, strict=True)
    )


def expected_against_right(reviews: Iterable[Review]) -> tuple[Expected, ...]:
    """The predicted chances to be right, guessing included, against the answers that were right, in bins."""
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(len(EXPECTED) + 1)]
    for review in reviews:
        if review.predicted is not None:
            expected = review.predicted + (1 - review.predicted) * guess_of(review._replace(shown=False))
            groups[bisect_right(EXPECTED, expected)].append((expected, review.correct))
    bounds = zip((0.0, *EXPECTED), (*EXPECTED, 1.0), strict=True)
    return tuple(
        Expected(low, high, fmean(each for each, _ in group), len(group), sum(right for _, right in group))
        for (low, high), group in zip(bounds, groups, strict=True)
        if group
    )
