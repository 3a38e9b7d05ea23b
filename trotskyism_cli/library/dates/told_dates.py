"""Facts that have no date of their own, but tell one in their sentence: `In October 1920 … split at Halle`."""

import re
from collections.abc import Iterator
from datetime import date

from trotskyism_cli.library.dates.when import find_date
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.room import UNBOUNDED, room_of
from trotskyism_cli.library.store import HOLDING, phrase
from trotskyism_cli.pack.dates import A_MONTH, MONTHS, NAMED_YEAR, Date, Precision
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE, Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.pack.wording import fact_sentence

FEW = 50  # years that are looked for by key; where more are, few facts have none of them
_UNDATED = "NOT EXISTS (SELECT 1 FROM moments WHERE fact = record)"

# Until when something was so, or until what: `until their break over the Soviet Union in 1939–40`.
_UNTIL = lazy_regex(rf"\buntil (?:[^,;:.]*? in )?(?P<when>(?:(?:{A_MONTH}) )?\d{{4}}(?:–\d{{2,4}})?)(?![\w–])")


def end_in_words(pack: Pack, fact: Fact) -> str:
    """Until when something was so, as the sentence of a fact without a date tells it: `until 1939–40`; else empty."""
    found = None if fact.when else _UNTIL.search(fact_sentence(pack, fact))
    return f"until {found['when']}" if found else ""


def dated_in_words(pack: StoredPack, when: Date, *, everything: bool = True) -> Iterator[tuple[Date, Fact]]:
    """The known facts without a date of which the first one that their sentence tells lies in a day or a month.

    Of a year those that one should know and that tell a day or a month of it, and no opinion. If not `everything`, of
    no more than there is room for.
    """
    room = UNBOUNDED if everything else room_of(when.first, when.last)
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
    """Whether a year is that of what only says which thing is told of, and what happened to that has a later one.

    `The house where he was struck down in August 1940 became a museum in August 1990`.
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
    """The known facts without a date of which the first year that their words name lies in a span of time.

    No more are looked at than there is `room` for, the most important first.
    """
    years = range(first.year, last.year + 1)
    holding = [" OR ".join(phrase(str(each)) for each in years)] if len(years) <= FEW else []
    query = f"""SELECT record, words FROM passages WHERE kind = 'fact' AND {_UNDATED}
        {f"AND {HOLDING}" if holding else ""} ORDER BY number LIMIT ?"""
    for own_id, said in pack.store.rows(query, *holding, room):
        year = NAMED_YEAR.search(said)
        if year and first.year <= int(year[0]) <= last.year and pack.is_known(fact := pack.facts[own_id]):
            yield fact
