"""When the next fact is due, in words."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from trotskyism_cli.learning.days import DAY, end_of_day
from trotskyism_cli.screen.document import Line, Span
from trotskyism_cli.screen.document import line as line_of

FEW = 2  # days that are named one by one
WEEK = 7  # days


def nothing_line(then: datetime | None, now: datetime) -> Line:
    """Says that nothing is due, and when the next fact is."""
    if then is None:
        return line_of("Nothing is due, and there is nothing new to learn here.")
    return line_of("Nothing is due. The next fact is due ", Span(day_to_come(then, now), "date"), ".")


def days_to_come(times: Iterable[datetime], now: datetime) -> str:
    """How many facts come when, e.g. `3 tomorrow, 2 on Friday`, or `60 tomorrow, 14 within the week, 5 later`."""
    every = sorted(times)
    days = Counter(day_to_come(each, now) for each in every)
    if len(days) > FEW:
        days = Counter(_roughly(each, now) for each in every)
    return ", ".join(f"{count} {day}" if len(every) > 1 else day for day, count in days.items())


def _roughly(then: datetime, now: datetime) -> str:
    days = _days_until(then, now)
    return day_to_come(then, now) if days <= 1 else "within the week" if days <= WEEK else "later"


def day_to_come(then: datetime, now: datetime) -> str:
    """A coming day in words: `tomorrow`, `on Friday`, `on 3 March 2027`."""
    days = _days_until(then, now)
    day = end_of_day(then.astimezone(now.tzinfo)) - DAY
    if days <= 1:
        return ("today", "tomorrow")[max(0, days)]
    return f"on {day:%A}" if days < WEEK else f"on {day.day} {day:%B %Y}"


def _days_until(then: datetime, now: datetime) -> int:
    return (end_of_day(then.astimezone(now.tzinfo)) - end_of_day(now)) // DAY
