"""What happened before a time, and after it."""

from datetime import date

from trotskyism_cli.library import walks
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.views.happening import Happening, last_day, lasts_some_time
from trotskyism_cli.views.happenings import happenings_of, place_in_time

NEARBY = 10, 100, 1000, 10_000, date.max.toordinal()  # days: how far from a span its neighbours are looked for


def neighbours(library: Library, first: date, last: date) -> tuple[Happening | None, Happening | None]:
    """The last happening before a span, and the first one after it: looked for nearby, then farther away."""
    begin, end = walks.extent(library)
    before = after = None
    for days in NEARBY:
        start = max(begin, _later(first, -days))
        found = [told for each in _happened(library, start, first) if (told := _before(each, first))]
        before = max(found, key=place_in_time, default=None)
        if start == begin or (before and before.first >= start):
            break
    for days in NEARBY:
        stop = min(end, _later(last, days))
        found = [each for each in _happened(library, last, stop) if each.first > last]
        after = min(found, key=_begun_by, default=None)
        if stop == end or (after and _begun_by(after)[0] <= stop):
            break
    return before, after


def _before(happening: Happening, first: date) -> Happening | None:
    """What was over before a day; of what lasted on, that it began; else nothing."""
    when = happening.when
    if _surely_last(when) < first:
        return happening
    if lasts_some_time(when) and when.start and when.start.last < first:
        return happening._replace(when=when._replace(text=f"{when.text.partition('/')[0]}/..", end=None))
    return None


def _begun_by(happening: Happening) -> tuple[date, date]:
    """The day by which it had surely begun: of what is known by its year alone, the last of that; and its first."""
    start = happening.when.start
    return start.last if start else happening.first, happening.first


def _surely_last(when: Date) -> date:
    """The last day of what is over; of what only began, the last on which it may have done so."""
    return when.start.last if when.start and when.end is None else last_day(when)


def _later(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _happened(library: Library, start: date, end: date) -> list[Happening]:
    """All that happened in some days, whatever it weighs."""
    return happenings_of(library.pack, walks.within(library, start, end))
