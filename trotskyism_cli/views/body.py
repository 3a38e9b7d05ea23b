"""The edited view of the life of a body or a country: its events and deeds in its own time, a row each.

What it came from and what came of it stand outside of it. Where there is no room for all that happened, what matters
most to it is told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.countries import body_that_met
from trotskyism_cli.library.descent import wholes_of
from trotskyism_cli.library.kin import Kin, before_and_after
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.lifespan import life_of_body
from trotskyism_cli.pack.dates import Precision
from trotskyism_cli.pack.model import ESSENTIAL, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.body_course import course_rows
from trotskyism_cli.views.body_joined import joined
from trotskyism_cli.views.body_rows import Row, deed_rows, event_rows
from trotskyism_cli.views.happening import last_day

ENOUGH = 4  # weight of what belongs to a life
FEW, MANY = 5, 15  # rows of a body, and of a country, below which also what only names it is told
# How much more a turning point matters, and how much less a numbered meeting; and each row for every other one that is
# told of its time, which is so great a part of a life.
TURN, NUMBERED, CROWD, PARTS = 4, 2, 0.5, 10


class BodyView(NamedTuple):
    """The life of a body: its years, what happened in order of time, what it came from and what came of it.

    `is_open` if no end of it is known.
    """

    first_year: int
    last_year: int
    rows: tuple[Row, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_open: bool = False

    def by_weight(self) -> tuple[Row, ...]:
        """The rows, what matters most first: turning points, then each the less, the more is told of its time."""
        near = max(1, (self.last_year - self.first_year) // PARTS)
        turns = [row.is_turn or row.happening.rank >= ESSENTIAL for row in self.rows]
        weights = [row.weight + TURN * is_turn - row.yields for row, is_turn in zip(self.rows, turns, strict=True)]
        waiting = list(zip(map(float, weights), self.rows, strict=True))
        ordered: list[Row] = []
        while waiting:
            first = max(waiting, key=lambda each: (each[0], each[1].told))
            waiting.remove(first)
            ordered.append(first[1])
            year = first[1].happening.year
            waiting = [(weight - CROWD * (abs(row.happening.year - year) <= near), row) for weight, row in waiting]
        return tuple(sorted(ordered, key=lambda row: not row.happening.is_turn))


def body_view(library: Library, own_id: str, start: date = date.min, end: date = date.max) -> BodyView:
    """What happened in the life of a body or a country, in a span of time."""
    pack = library.pack
    is_body = pack.entries[own_id].kind is Kind.ORGANISATION
    first, last = life_of_body(pack, own_id) if is_body else (date.min, date.max)
    found = joined(pack, own_id, [*event_rows(library, own_id), *deed_rows(library, own_id)])
    rows = [row for each in found if (row := _within(each, first, last))]
    rows = _enough(rows, FEW if is_body else MANY)
    rows += _filling([row for each in course_rows(library, own_id) if (row := _within(each, first, last))], rows)
    rows = [row for row in rows if start <= row.happening.first <= end]
    ranks = {row.happening.entry: row.happening.rank for row in rows if row.is_event}
    rows = sorted((_yielding(pack, row, ranks) for row in rows), key=_moment)
    years = [year for row in rows for year in (row.happening.year, last_day(row.happening.when).year)]
    begun = max(start, first).year if max(start, first) > date.min else min(years, default=0)
    ended = min(end, last).year if min(end, last) < date.max else max(years, default=begun)
    before, after = before_and_after(pack, own_id) if is_body else ((), ())
    came = tuple(_named(pack, kin, kin.entry) for kin in before)
    is_open = is_body and min(end, last) == date.max
    return BodyView(begun, ended, tuple(rows), came, tuple(_turned(pack, own_id, after)), is_open)


def _enough(rows: Sequence[Row], many: int) -> list[Row]:
    """What belongs to a life; where that is little, as much of the rest, what matters most of it first."""
    told, rest = [[row for row in rows if (row.weight >= ENOUGH) is belongs] for belongs in (True, False)]
    return [*told, *sorted(rest, key=lambda row: -row.weight)[: max(0, many - len(told))]]


def _filling(course: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """What is told of its events besides, what matters most first, so far as little is told of it."""
    known = {row.happening.text for row in rows}
    texts = {row.happening.text: row for row in course if row.happening.text not in known}
    return sorted(texts.values(), key=lambda row: -row.weight)[: max(0, MANY - len(rows))]


def _yielding(pack: Pack, row: Row, ranks: Mapping[str, int]) -> Row:
    """A row and how far it yields: a meeting that has only its number, a part of what matters more, and a sentence."""
    happening = row.happening
    if row.is_event and happening.rank < ESSENTIAL:
        is_part = any(ranks.get(whole, 0) > happening.rank for whole in wholes_of(pack, happening.entry))
        return row._replace(yields=NUMBERED * (body_that_met(happening.text) != "") + is_part)
    return row._replace(yields=int(row.is_sentence and not row.is_turn))


def _within(row: Row, first: date, last: date) -> Row | None:
    """What was in the time of a body, so far as it went on in that; None if it began before or after."""
    when = row.happening.when
    begun = when.start.last if when.start and row.is_event else row.happening.first
    if row.happening.first < date(first.year, 1, 1) or begun > last:
        return None
    if row.is_event or when.start is None or when.last <= last:
        return row
    begin = when._replace(text=when.text.partition("/")[0], end=when.start)
    return row._replace(happening=row.happening._replace(when=begin))


def _moment(row: Row) -> tuple[date, date, int, str]:
    """Its first day; what is only dated to a year or, being no event, to a month stands after what happened in it."""
    happening = row.happening
    precision = happening.when.start.precision if happening.when.start else Precision.YEAR
    first = happening.first
    if not happening.margin:
        first = date(first.year, 12, 31)
    elif precision is Precision.MONTH and not row.is_event:
        first = first.replace(day=28)
    return first, last_day(happening.when), -row.weight, happening.text


def _named(pack: Pack, kin: Kin, own_id: str) -> str:
    entry = pack.entries[own_id]
    return f"{kin.when.first.year if kin.when else ''} {entry.name_at(kin.when)}".strip()


def _turned(pack: Pack, own_id: str, after: Iterable[Kin]) -> Iterator[str]:
    """What came of it: what it became, or by what it was followed, and of that the names."""
    for kin in after:
        relation = pack.relations[kin.fact.relation]
        label = f"{relation.label} " if kin.fact.subject == own_id and relation.functional else ""
        entry = pack.entries[kin.entry]
        name = entry.phrase_at(kin.when) if label else entry.name_at(kin.when)
        yield f"{kin.when.first.year if kin.when else ''} {label}{name}".strip()
