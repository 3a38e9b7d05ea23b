"""The nearest dated fact before or after a day, and facts of a time span that only their sentence dates."""

from collections.abc import Callable, Iterator
from datetime import date

from trotskyism_cli.library.dates.dated_facts import written_between
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Fact

ROOMS = 10, 100, 1000  # facts read in turn until one fits
WRITTEN = 30  # facts whose sentences are searched for a day
_BEFORE = "SELECT fact FROM moments WHERE first < ? AND last < ? ORDER BY first DESC, weight DESC LIMIT ?"
_AFTER = "SELECT fact FROM moments WHERE last > ? AND first > ? ORDER BY last, weight DESC LIMIT ?"

Fits = Callable[[Fact], bool]


def last_before(library: Library, day: date, fits: Fits) -> Fact | None:
    """The fact with the latest single date certainly before a day; of several, the weightiest.

    None if there is none.
    """
    return next(_fitting(library, _BEFORE, day, fits), None)


def first_after(library: Library, day: date, fits: Fits) -> Fact | None:
    """The fact with the earliest single date certainly after a day; of several, the weightiest.

    None if there is none.
    """
    return next(_fitting(library, _AFTER, day, fits), None)


def written_within(library: Library, first: date, last: date, fits: Fits) -> dict[Date, Fact]:
    """Undated facts whose sentence tells a single day in this span, by that day; the weightiest of each day."""
    found: dict[Date, Fact] = {}
    for moment in written_between(library.pack, first, last, WRITTEN).values():
        is_day = moment.when.is_single and first <= moment.when.first <= last
        if moment.fact and moment.fact.date is None and is_day and fits(moment.fact):
            found.setdefault(moment.when, moment.fact)
    return found


def _fitting(library: Library, query: str, day: date, fits: Fits) -> Iterator[Fact]:
    pack, seen = library.pack, 0
    for room in ROOMS:
        ids = library.store.column(query, day.toordinal(), day.toordinal(), room)[seen:]
        pack.read(ids)
        facts = (pack.facts[each] for each in ids if "." in each)
        yield from (each for each in facts if each.date and each.date.is_single and pack.is_known(each) and fits(each))
        seen = room
