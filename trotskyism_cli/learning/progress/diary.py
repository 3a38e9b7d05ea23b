"""Figures by day: answers given, streaks of days, and facts that fall due in the coming days."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from trotskyism_cli.learning.days import DAY, day_of, is_due
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.review import Review

LOOKAHEAD = 30  # days


@dataclass(frozen=True, slots=True)
class Day:
    """A day with answers: how many, how many were right, and the seconds they took where known."""

    date: date
    answers: int
    right: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Streak:
    """Consecutive days with answers: up to today (or yesterday, if none today yet), and the most there ever were."""

    current: int
    longest: int


@dataclass(frozen=True, slots=True)
class DueDay:
    """The number of facts that fall due on a day."""

    date: date
    facts: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """What falls due day by day, from today; `overdue` of today's since an earlier day, `later` after the last day."""

    days: tuple[DueDay, ...]
    overdue: int
    later: int

    @property
    def today(self) -> int:
        """The number of facts due before today ends, including those overdue."""
        return self.days[0].facts


def days_with_answers(reviews: Iterable[Review], zone: tzinfo | None) -> tuple[Day, ...]:
    """The days on which something was answered, in order."""
    found: dict[date, list[Review]] = {}
    for review in reviews:
        found.setdefault(review.day(zone), []).append(review)
    return tuple(_day(day, found[day]) for day in sorted(found))


def _day(day: date, reviews: Sequence[Review]) -> Day:
    right = sum(review.correct for review in reviews)
    return Day(day, len(reviews), right, sum(review.seconds or 0.0 for review in reviews))


def streak(days: Iterable[Day], today: date) -> Streak:
    """The current and the longest streak, from days in order."""
    current = longest = 0
    last: date | None = None
    for day in days:
        current = current + 1 if last is not None and day.date - last == DAY else 1
        longest = max(longest, current)
        last = day.date
    is_open = last is not None and today - last <= DAY
    return Streak(current if is_open else 0, longest)


def look_ahead(memories: Collection[Memory], now: datetime, zone: tzinfo | None, count: int = LOOKAHEAD) -> Ahead:
    """What falls due in `count` days from today, if nothing is studied in between."""
    today, here = day_of(now, zone), now.astimezone(zone)
    places = [(day_of(each.due, zone) - today).days for each in memories if not is_due(each, here)]
    overdue = sum(day_of(each.due, zone) < today for each in memories)
    counted = Counter({0: len(memories) - len(places)})
    counted.update(places)
    return Ahead(
        days=tuple(DueDay(today + place * DAY, counted[place]) for place in range(count)),
        overdue=overdue,
        later=sum(facts for place, facts in counted.items() if place >= count),
    )
