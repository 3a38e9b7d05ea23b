"""When the next fact is due, in words."""

from datetime import datetime

from trotskyism_cli.learning.days import DAY, end_of_day
from trotskyism_cli.screen.document import Line, Span
from trotskyism_cli.screen.document import line as line_of


def nothing_line(then: datetime | None, now: datetime) -> Line:
    """That nothing is due, and when the next is."""
    if then is None:
        return line_of("Nothing is due, and there is nothing new to learn here.")
    return line_of("Nothing is due. The next fact is due ", Span(day_to_come(then, now), "date"), ".")


def day_to_come(then: datetime, now: datetime) -> str:
    """A day to come, in words: `tomorrow`, `on Friday`, `on 3 March 2027`."""
    days = (end_of_day(then.astimezone(now.tzinfo)) - end_of_day(now)) // DAY
    day = end_of_day(then.astimezone(now.tzinfo)) - DAY
    if days <= 1:
        return ("today", "tomorrow")[max(0, days)]
    return f"on {day:%A}" if days < 7 else f"on {day.day} {day:%B %Y}"
