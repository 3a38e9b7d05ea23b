"""Facts without a date of their own whose sentence tells one: `In October 1920 … split at Halle`."""

import re
from collections.abc import Iterator
from datetime import date

from trotskyism_cli.library.dates.date_parsing import find_date
from trotskyism_cli.library.limits import UNBOUNDED, limit_for
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.store import HOLDING, phrase
from trotskyism_cli.pack.dates import A_MONTH, MONTHS, NAMED_YEAR, Date, Precision
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE, Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.pack.wording import fact_sentence

FEW = 50  # years searched for by index; with more, most facts contain one
_UNDATED = "NOT EXISTS (SELECT 1 FROM moments WHERE fact = record)"

# The end of something: `until their break over the Soviet Union in 1939–40`.
_UNTIL = lazy_regex(rf"\buntil (?:[^,;:.]*? in )?(?P<when>(?:(?:{A_MONTH}) )?\d{{4}}(?:–\d{{2,4}})?)(?![\w–])")


def end_in_words(pack: Pack, fact: Fact) -> str:
    """The end that an undated fact's sentence tells, e.g. `until 1939–40`; else empty."""
    found = None if fact.when else _UNTIL.search(fact_sentence(pack, fact))
    return f"until {found['when']}" if found else ""


def dated_in_words(pack: StoredPack, when: Date, *, everything: bool = True) -> Iterator[tuple[Date, Fact]]:
    """Known undated facts whose sentence tells, as its first date, one within this day or month.

    For a year, only notable facts that tell a day or month of it, and no opinions. If not `everything`, at most as many
    as `room` allows.
    """
    room = UNBOUNDED if everything else limit_for(when.first, when.last)
    point = when.start
    if when.is_year and when.is_single and point is not None and point.precision is Precision.YEAR:
        yield from _within_a_year(pack, when, room)
    if point is None or when.start != when.end or point.precision not in (Precision.DAY, Precision.MONTH):
        return
    said = f"{MONTHS[point.first.month].casefold()} {point.first.year}"
    query = f"""SELECT record FROM passages WHERE {HOLDING} AND kind = 'fact' AND words LIKE ? AND {_UNDATED}
        ORDER BY number LIMIT ?"""
    for own_id in pack.store.column(query, phrase(said), f"%{said}%", room):
        fact = pack.facts[own_id]
        if fact.date is not None or not pack.is_known(fact):
            continue
        text = fact_sentence(pack, fact)
        found = find_date(text)
        told = found.when if found else None
        is_then = told is not None and when.first <= told.first and told.last <= when.last
        if told and is_then and not _is_of_aside(text, told.first.year):
            yield told, fact


def _is_of_aside(text: str, year: int) -> bool:
    """Return whether a year only identifies something, and a later year dates the statement.

    E.g. `The house where he was struck down in August 1940 became a museum in August 1990`.
    """
    found = re.search(rf"\b(?:where|whom?|whose|which)\b[^,;.]*\b{year}\b(?P<further>.*)", text)
    return found is not None and any(int(later) > year for later in NAMED_YEAR.findall(found["further"]))


def _within_a_year(pack: StoredPack, when: Date, room: int) -> Iterator[tuple[Date, Fact]]:
    for fact in naming_a_year(pack, when.first, when.last, room):
        relation = pack.relations[fact.relation]
        is_told = fact.importance >= NOTABLE and not (
            fact.according_to or relation.claim or relation.part == Part.IDEAS
        )
        told = find_date(fact_sentence(pack, fact)) if is_told else None
        if told and told.when and told.when.year == when.year and not told.when.is_year:
            yield told.when, fact


def naming_a_year(pack: StoredPack, first: date, last: date, room: int) -> Iterator[Fact]:
    """Known undated facts whose first named year lies in a time span.

    Reads at most `room` facts, the most important first.
    """
    years = range(first.year, last.year + 1)
    holding = [" OR ".join(phrase(str(each)) for each in years)] if len(years) <= FEW else []
    query = f"""SELECT record, words FROM passages WHERE kind = 'fact' AND {_UNDATED}
        {f"AND {HOLDING}" if holding else ""} ORDER BY number LIMIT ?"""
    for own_id, said in pack.store.rows(query, *holding, room):
        year = NAMED_YEAR.search(said)
        if year and first.year <= int(year[0]) <= last.year and pack.is_known(fact := pack.facts[own_id]):
            yield fact
