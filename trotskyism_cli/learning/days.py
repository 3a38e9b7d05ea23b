"""Days as a learner lives them, and what is due or known on them. Look-ups import this: it stays small."""

from datetime import date, datetime, time, timedelta, tzinfo

from trotskyism_cli.learning.memory import Memory

DAY = timedelta(days=1)
DAY_BEGINS = timedelta(hours=4)  # who studies after midnight is still up from the day before

# Days of stability from which on a fact counts as known: nine times in ten it is then remembered three weeks later.
# It is also where Anki, which many learners come from, begins to call a card mature.
KNOWN = 21.0


def day_of(moment: datetime, zone: tzinfo | None) -> date:
    """The day that a moment belongs to: it begins at four in the morning. `zone` None means the computer's own."""
    return (moment.astimezone(zone) - DAY_BEGINS).date()


def end_of_day(now: datetime) -> datetime:
    """When the learner's day ends: four in the morning, in the time zone of `now`."""
    start = datetime.combine((now - DAY_BEGINS).date(), time(), now.tzinfo)
    return start + DAY + DAY_BEGINS


def is_due(memory: Memory, now: datetime, end: datetime | None = None) -> bool:
    """Whether a fact is due before the day is over; also if it was asked in a future that a wrong clock showed.

    Who asks about many facts works out the `end` of the day once.
    """
    return memory.due < (end or end_of_day(now)) or memory.last > now + DAY


def is_known(memory: Memory, now: datetime) -> bool:
    """Whether a fact is firm, and nothing says that it should be asked now."""
    return memory.stability >= KNOWN and not is_due(memory, now)
