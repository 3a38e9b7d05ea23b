"""A day as it is read in one of two calendars, and what happened then; nothing of the day that it is in the other."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.dates.walks import Moment, on_date
from trotskyism_cli.library.dates.when import Asked
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.days.moments import is_written, lasted, weight_of
from trotskyism_cli.views.days.old_style import OtherDay, other_day


class Reading(NamedTuple):
    """A time as it was read, and what happened then.

    `other` is the day that the same words are in the calendar in which they were not read, if what the book tells of it
    weighs as much.
    """

    asked: Asked
    moments: Sequence[Moment]
    other: OtherDay | None = None
    is_old: bool = False

    @property
    def day(self) -> date:
        """The first day that is meant."""
        return self.asked.when.first if self.asked.when else date.min


def read_in_one_calendar(library: Library, asked: Asked, *, everything: bool = False) -> Reading:
    """A day in New Style, as the book dates all; in Old Style if what began on that day matters more.

    So 25 October 1917 is that of the revolution, which is called after it. A day within the time that something took is
    nobody's name for it: it is read in New Style, also if the book tells only of the other. A month, in which what is
    told has its own days, is read in both.
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


def _of_day(library: Library, asked: Asked, day: date, *, everything: bool = False) -> Reading:
    of_day = asked._replace(when=parse_date(day.isoformat()), is_certain=True)
    return Reading(of_day, on_date(library, of_day, everything=everything))


def _is_read_in_old_style(library: Library, day: date) -> bool:
    """Whether who asks for a day of the new calendar is told of another, unless he names that calendar."""
    asked = Asked(parse_date(day.isoformat()), day.month, day.day, 0, 0)
    readings = [_of_day(library, asked, first) for first, _ in asked.readings]
    return len(readings) > 1 and _is_old(*readings)


def _is_old(new: Reading, old: Reading) -> bool:
    """Whether what began on a day in Old Style matters more than all that was on the same one in New Style."""
    begun = (each for each in old.moments if each.when.start and each.when.first == old.day)
    own = (each for each in new.moments if not lasted(new.asked, each))
    return _most(begun) > _most(own)


def _most(moments: Iterable[Moment]) -> int:
    """How much that matters which matters most of some moments; less than nothing if there are none."""
    # Rather what has the day for its own than what only writes it out.
    return max((0 if is_written(each) else each.importance for each in moments), default=-1)


def _weight(pack: Pack, reading: Reading) -> int:
    """How much what was on the day weighs; less than nothing if there is nothing but what lasted over it."""
    own = (each for each in reading.moments if not lasted(reading.asked, each))
    return max((weight_of(pack, each) for each in own), default=-1)
