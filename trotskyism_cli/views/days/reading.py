"""Decide in which calendar a day without one is meant, and find what happened on it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.dates.date_parsing import ParsedDate
from trotskyism_cli.library.dates.dated_facts import Moment, on_date
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.days.moments import is_written, lasted, weight_of
from trotskyism_cli.views.days.old_style import OtherDay, other_day


class Reading(NamedTuple):
    """A time as it was understood, and what happened then.

    `other` is the day that the same words mean in the other calendar, if it matters as much. `is_old`: read in Old
    Style.
    """

    asked: ParsedDate
    moments: Sequence[Moment]
    other: OtherDay | None = None
    is_old: bool = False

    @property
    def day(self) -> date:
        """First day of the time."""
        return self.asked.when.first if self.asked.when else date.min


def read_in_one_calendar(library: Library, asked: ParsedDate, *, everything: bool = False) -> Reading:
    """Read a day in New Style, like all dates of the book; in Old Style if what began on that day matters more.

    So 25 October 1917 is the day of the revolution that is named after it. A day in the course of a long event does not
    count, since nobody calls the event by it. A month is read in both calendars, since its rows show their days.
    """
    if not asked.day or asked.when is None or len(asked.readings) == 1:
        return Reading(asked, on_date(library, asked, everything=everything))
    new, old = (_of_day(library, asked, first, everything=everything) for first, _ in asked.readings)
    is_old = _is_old(new, old)
    read, unread = (old, new) if is_old else (new, old)
    least = 0 if is_old else max(0, _weight(library.pack, read))
    if _weight(library.pack, unread) < least:
        return read._replace(is_old=is_old)
    needs_style = is_old or _is_read_in_old_style(library, unread.day)
    return read._replace(other=other_day(read.asked, unread.day, needs_style=needs_style), is_old=is_old)


def _of_day(library: Library, asked: ParsedDate, day: date, *, everything: bool = False) -> Reading:
    of_day = asked._replace(when=parse_date(day.isoformat()), is_certain=True)
    return Reading(of_day, on_date(library, of_day, everything=everything))


def _is_read_in_old_style(library: Library, day: date) -> bool:
    """Return whether the words for a New Style day would be read in Old Style unless the calendar is named."""
    asked = ParsedDate(parse_date(day.isoformat()), day.month, day.day, 0, 0)
    readings = [_of_day(library, asked, first) for first, _ in asked.readings]
    return len(readings) > 1 and _is_old(*readings)


def _is_old(new: Reading, old: Reading) -> bool:
    """Return whether what began on the Old Style day matters more than everything on the New Style day."""
    begun = (each for each in old.moments if each.when.start and each.when.first == old.day)
    own = (each for each in new.moments if not lasted(new.asked, each))
    return _most(begun) > _most(own)


def _most(moments: Iterable[Moment]) -> int:
    """Highest importance among moments; -1 if there are none."""
    # A fact dated to the day counts, one that only mentions it does not.
    return max((0 if is_written(each) else each.importance for each in moments), default=-1)


def _weight(pack: Pack, reading: Reading) -> int:
    """Highest weight on the day; -1 if there is nothing but what lasted over it."""
    own = (each for each in reading.moments if not lasted(reading.asked, each))
    return max((weight_of(pack, each) for each in own), default=-1)
