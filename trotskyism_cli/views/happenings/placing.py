"""Place happenings dated only to a year: first in it, or after what they are known to follow."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from trotskyism_cli.library.bodies.descent import wholes_of
from trotskyism_cli.library.bodies.lifespan import ENDED, event_date, founding_date
from trotskyism_cli.library.dates.date_parsing import read_date
from trotskyism_cli.pack.dates import A_MONTH, Date, Precision
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.happenings.entry_history import is_about_it
from trotskyism_cli.views.happenings.row import Happening, last_day, lasts_some_time
from trotskyism_cli.views.wording.sentences import AFTER

_AFTER = lazy_regex(r"\bafter ([^,;:]+)", re.IGNORECASE)  # captures what was before
_FOLLOWS = r"\b(?:after|at|by|during|in|with) (?:the )?(?:{})\b"  # format with names of an event
FOUNDER = "founder"  # word of a relation
_EXACT = rf"(?:\d{{{{1,2}}}} )?(?:{A_MONTH}|spring|summer|autumn|winter)(?: of)? {{}}"

_Years = Mapping[int, Sequence[Happening]]


def placed(pack: Pack, happenings: Iterable[Happening], beside: Iterable[Happening] = ()) -> list[Happening]:
    """Happenings, with the day after which each was (`after`) where only the year is known.

    What it followed may also be among those `beside`.
    """
    told = list(happenings)
    years: dict[int, list[Happening]] = {}
    for each in (*told, *beside):
        years.setdefault(each.year, []).append(each)
    waiting = (each.is_bare and each.after is None for each in told)
    return [
        each._replace(after=_followed(pack, each, years)) if waits else each
        for each, waits in zip(told, waiting, strict=True)
    ]


def _followed(pack: Pack, happening: Happening, years: _Years) -> date | None:
    """The day on or after which a happening of a year took place; None if unknown."""
    fact, year = happening.fact, happening.year
    said = fact_sentence(pack, fact)
    if str(year) in re.findall(r"\b(?:[Aa]t|[Ff]rom) the end of (\d+)\b", said):
        return date(year, 12, 1)
    if said.startswith(AFTER) and _ended_in(pack.entries[fact.subject], year):
        return date(year, 12, 31)
    if _is_of(pack, happening, Kind.EVENT):
        if any(happening.entry in wholes_of(pack, each.entry) for each in years[year]):
            return date(year, 1, 1)  # before its parts
        named = _named_in(said, year)
        return named - timedelta(days=1) if named and lasts_some_time(happening.when) else named
    days = [begun] if (begun := _begun_that_year(pack, fact, year)) else []
    if not isinstance(fact.object, Date):
        days += _begun(pack, fact)
        own = (each for each in years[year] if _is_of(pack, each, Kind.ORGANISATION) and each.is_bare)
        days += [day for each in own if each.entry in fact.ends and (day := _followed(pack, each, years))]
    causes = _AFTER.findall(said)
    for event in (each for each in years[year] if _is_of(pack, each, Kind.EVENT) and not each.is_bare):
        is_named = _says_it_followed(said, pack.entries[event.entry].names) or _is_told_in(pack, happening, event)
        if is_named or any(is_about_it(cause, happening.when, event, pack.entries[fact.subject]) for cause in causes):
            # It was during the event, not after it.
            is_within = lasts_some_time(event.when) and last_day(event.when).year > year
            days.append(event.first if is_within else last_day(event.when))
    return max((day for day in days if day.year == year), default=None)


def _begun_that_year(pack: Pack, fact: Fact, year: int) -> date | None:
    """The day on which an organisation began, if the fact says that it ended in the same year; else None."""
    begun = None if ENDED.isdisjoint(pack.relations[fact.relation].words) else founding_date(pack, fact.subject)
    if begun is None or begun.start is None or begun.start.first.year != year:
        return None
    return begun.start.first if begun.is_year else begun.start.last


def _ended_in(event: Entry, year: int) -> bool:
    """Return whether an event lasted until a year, and no day of its end is known."""
    when = event_date(event) if event.kind is Kind.EVENT else None
    return bool(when and when.end and when.is_span and when.end.precision is Precision.YEAR and when.end.year == year)


def _says_it_followed(said: str, names: Iterable[str]) -> bool:
    """Return whether a sentence says "at", "in", "after" or the like before one of the names."""
    named = [name for name in names if name.casefold() in said.casefold()]
    return bool(named) and re.search(_FOLLOWS.format("|".join(map(re.escape, named))), said, re.IGNORECASE) is not None


def _is_of(pack: Pack, happening: Happening, kind: Kind) -> bool:
    """Return whether a happening is the date of an entry of this kind, not another fact about it."""
    return isinstance(happening.fact.object, Date) and pack.entries[happening.fact.subject].kind is kind


def _begun(pack: Pack, fact: Fact) -> list[date]:
    """Beginnings of the entries that a fact connects: it cannot have been before."""
    ends = [pack.entries[each] for each in fact.ends]
    days = [founding_date(pack, each.id) for each in ends if each.kind is Kind.ORGANISATION]
    days += [event_date(each) for each in ends if each.kind in (Kind.EVENT, Kind.WORK)]
    return [day.start.last for day in days if day and day.start and not day.is_year]


def _is_told_in(pack: Pack, happening: Happening, event: Happening) -> bool:
    """Return whether the founding, end or appearance of an entry is told in the name or summary of an event."""
    own, entry = pack.entries[happening.entry], pack.entries[event.entry]
    told = " / ".join((*entry.names, entry.summary))
    is_made = isinstance(happening.fact.object, Date) or FOUNDER in pack.relations[happening.fact.relation].words
    return is_made and any(name in told for name in own.names)


def _named_in(text: str, year: int) -> date | None:
    """First day of the first month or season of `year` that a text names."""
    found = re.search(_EXACT.format(year), text)
    asked = read_date(found[0].replace(" of ", " "), date.max) if found else None
    return asked.when.first if asked and asked.when else None
