"""The learner's day, and which facts are due or known on it. Look-ups import this module: keep it small."""

from datetime import date, datetime, time, timedelta, tzinfo

from trotskyism_cli.learning.memory import Memory

DAY = timedelta(days=1)
DAY_BEGINS = timedelta(hours=4)  # studying after midnight belongs to the day before

# Days of stability from which a fact counts as known: it is then remembered three weeks later in nine of ten cases.
# Anki calls a card mature from the same number of days.
KNOWN = 21.0


def day_of(moment: datetime, zone: tzinfo | None) -> date:
    """The learner's day of a moment; days begin at four in the morning. `zone` None means the computer's own."""
    return (moment.astimezone(zone) - DAY_BEGINS).date()


def end_of_day(now: datetime) -> datetime:
    """The end of the learner's day: the next four o'clock in the morning in the time zone of `now`."""
    start = datetime.combine((now - DAY_BEGINS).date(), time(), now.tzinfo)
    return start + DAY + DAY_BEGINS


def is_due(memory: Memory, now: datetime, end: datetime | None = None) -> bool:
    """Whether a fact is due before the day ends, or was last asked in the future because a clock was wrong.

    Callers with many facts pass the `end` of the day, so that it is computed once.
    """
    return memory.due < (end or end_of_day(now)) or memory.last > now + DAY


def is_known(memory: Memory, now: datetime) -> bool:
    """Whether the stability of a fact reaches KNOWN and the fact is not due."""
    return memory.stability >= KNOWN and not is_due(memory, now)
