"""What happened last before a span of time, and first after it."""

from datetime import date

from trotskyism_cli.library import walks
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import NOTABLE
from trotskyism_cli.views.happening import Happening, happenings_of, last_day, order_of

NEARBY = 10, 100, 1000, 10_000, date.max.toordinal()  # days: how far from a span its neighbours are looked for


def neighbours(library: Library, first: date, last: date) -> tuple[Happening | None, Happening | None]:
    """The last notable happening before a span, and the first one after it: looked for nearby, then farther away."""
    begin, end = walks.extent(library)
    before = after = None
    for days in NEARBY:
        start = max(begin, _later(first, -days))
        found = [each for each in _notable(library, start, first) if _surely_last(each.when) < first]
        before = max(found, key=order_of, default=None)
        if start == begin or (before and before.first >= start):
            break
    for days in NEARBY:
        stop = min(end, _later(last, days))
        found = [each for each in _notable(library, last, stop) if each.first > last]
        after = min(found, key=order_of, default=None)
        if stop == end or (after and after.first <= stop):
            break
    return before, after


def _surely_last(when: Date) -> date:
    """The last day of what is over; of what only began, the last on which it may have done so."""
    return when.start.last if when.start and when.end is None else last_day(when)


def _later(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _notable(library: Library, start: date, end: date) -> list[Happening]:
    happenings = happenings_of(library.pack, walks.within(library, start, end))
    return [each for each in happenings if each.rank >= NOTABLE]
