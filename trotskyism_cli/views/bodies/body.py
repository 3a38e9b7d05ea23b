"""The edited view of the life of a body or a country: its events and deeds in its own time, a row each.

What it came from and what came of it stand outside of it. Where there is no room for all that happened, what matters
most to it is told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from trotskyism_cli.library.belonging import events_of
from trotskyism_cli.library.countries import body_that_met, is_body_of
from trotskyism_cli.library.descent import parts_of, wholes_of
from trotskyism_cli.library.kin import Kin, before_and_after
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.lifespan import ENDED, Life, carried_on, leaders_of, life_of_body
from trotskyism_cli.library.naming import pattern
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Precision
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.bodies.course import course_rows
from trotskyism_cli.views.bodies.deaths import death_rows
from trotskyism_cli.views.bodies.joined import joined, told_by_events
from trotskyism_cli.views.bodies.rows import Row, deed_rows, event_rows
from trotskyism_cli.views.bodies.spans import offices_of, policies_of, spans_of
from trotskyism_cli.views.bodies.told import told_rows
from trotskyism_cli.views.happenings.crowding import Weighed, crowded
from trotskyism_cli.views.happenings.row import Happening, last_day, lasts_long, lasts_some_time, touch
from trotskyism_cli.views.happenings.sequence import placed
from trotskyism_cli.views.happenings.stays_abroad import EXILE, is_stay
from trotskyism_cli.views.wording.headline import headline_of
from trotskyism_cli.views.wording.places_named import is_elsewhere, named_in, names_others, perhaps_in
from trotskyism_cli.views.wording.sentences import THOUGHT
from trotskyism_cli.views.wording.surnames import surname

ENOUGH = 4  # weight of what belongs to a life
OF_NOTE = 3  # weight below which a row of a country only fills a screen
FEW, MANY = 5, 20  # rows of a body, and of a country, below which also what only names it is told
# How much more a turning point matters, and how much less a numbered meeting, and what lasted and is not its own; and
# each row for every other one that is told of its time, which is so great a part of a life.
TURN, NUMBERED, FOREIGN, CROWD, PARTS = 4, 3, 2, 0.5, 10
LONGEST = 130  # letters of a sentence that only fills a screen
OTHERS = 2  # rows beside one that tells what somebody thought
DECADE, GAP = 10, 0.2  # years, and part of a life, that are long without a turning point


class BodyView(NamedTuple):
    """The life of a body: its years, what happened in order of time, what it came from and what came of it.

    `is_open` if no end of it is known. `lasting` is what lasted for some time of its life, what says most of it first.
    `life` is its first and its last day, so far as they are known; a country has all days.
    """

    first_year: int
    last_year: int
    rows: tuple[Row, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_open: bool = False
    lasting: tuple[Happening, ...] = ()
    is_country: bool = False
    life: Life = (date.min, date.max)

    def by_weight(self) -> tuple[Row, ...]:
        """The rows, what matters most first: turning points, then each the less, the more is told of its time.

        Before the rest stands also what matters most of each long time without a turning point, and behind it what of a
        country only fills a screen, however little is told of its time.
        """
        first = self.first_rows
        own = [row for row in self.rows if not row.is_aside]
        ordered = sorted(self._ordered(own), key=lambda row: self.is_country and row.weight < OF_NOTE)
        return (*first, *(row for row in ordered if row not in first))

    @property
    def first_rows(self) -> tuple[Row, ...]:
        """The turning points, the founding and the end of a country, and what matters most of the times between."""
        turns = [row for row in self.rows if row.happening.is_turn or (row.is_event and row.is_turn)]
        turns += self._between(turns)
        return tuple(row for row in self._ordered(self.rows) if row in turns)

    def _between(self, turns: Sequence[Row]) -> list[Row]:
        """What matters most of each time without a turning point that is too great a part of its life."""
        years = [self.first_year, *(last_day(row.happening.when).year for row in turns), self.last_year]
        longest, found = max(DECADE, GAP * (self.last_year - self.first_year)), list[Row]()
        gaps = [(one, other) for one, other in pairwise(sorted(years)) if other - one > longest]
        while gaps:
            begun, ended = gaps.pop()
            within = [row for row in self.rows if begun < row.happening.year < ended and row.happening.rank >= NOTABLE]
            if first := next(iter(self._ordered(within)), None):
                found.append(first)
                year = first.happening.year
                gaps += [each for each in ((begun, year), (year, ended)) if each[1] - each[0] > longest]
        return found

    def _ordered(self, rows: Sequence[Row]) -> list[Row]:
        near = max(1, (self.last_year - self.first_year) // PARTS)
        turns = [row.is_turn or row.happening.rank >= ESSENTIAL for row in rows]
        weighed = [
            Weighed(row.happening.year, row.weight + TURN * is_turn - row.yields, told=row.told)
            for row, is_turn in zip(rows, turns, strict=True)
        ]
        return crowded(rows, weighed, lambda years: CROWD * (years <= near))


def body_view(library: Library, own_id: str, start: date = date.min, end: date = date.max) -> BodyView:
    """What happened in the life of a body or a country, in a span of time."""
    pack = library.pack
    is_body = pack.entries[own_id].kind is Kind.ORGANISATION
    first, last = life_of_body(pack, own_id) if is_body else (date.min, date.max)
    rows = [row for row in _rows(library, own_id, (first, last)) if start <= row.happening.first <= end]
    ranks = {row.happening.entry: row.happening.rank for row in rows if row.is_event}
    happenings = placed(pack, (row.happening for row in rows))
    rows = [_yielding(pack, row._replace(happening=each), ranks) for row, each in zip(rows, happenings, strict=True)]
    rows = [_with_headline(pack, row) for row in rows]
    if not is_body:
        rows = [row._replace(yields=row.yields + FOREIGN * _is_of_many(library, row, own_id)) for row in rows]
    rows.sort(key=lambda row: _moment(pack, row))
    own = [row for row in rows if not row.is_aside]
    years = [year for row in own for year in (row.happening.year, last_day(row.happening.when).year)]
    begun = max(start, first).year if max(start, first) > date.min else min(years, default=0)
    ended = min(end, last).year if min(end, last) < date.max else max(years, default=begun)
    before, after = before_and_after(pack, own_id) if is_body else ((), ())
    came = tuple(_named(pack, kin, kin.entry) for kin in before)
    is_open = is_body and min(end, last) == date.max
    spans = tuple(spans_of(library, own_id, rows, date(max(1, ended), 12, 31))) if is_body else ()
    policies = () if is_body else (*offices_of(library, own_id), *policies_of(library, own_id))
    view = BodyView(
        begun,
        ended,
        tuple(rows),
        came,
        tuple(_turned(pack, own_id, after)),
        is_open,
        is_country=not is_body,
        life=(first, last),
    )
    lasting = [row for row in view.by_weight() if lasts_long(row.happening.when)]
    own = [row for row in lasting if row.is_own]
    if not is_body:
        shared = [row for row in own if _is_of_many(library, row, own_id)]
        own = [row for row in own if row not in shared]
        own += [row for row in lasting if row.is_event and not row.is_own]
        stays = [row for row in lasting if is_stay(pack.relations[row.happening.fact.relation])]
        own += [row._replace(happening=row.happening._replace(rank=NOTABLE)) for row in stays]
        own += shared
    events = (row.happening for row in own if not is_body or row.is_named or named_in(pack, row.happening.text))
    return view._replace(lasting=tuple(each for each in (*spans, *events, *policies) if lasts_long(each.when)))


def _with_headline(pack: Pack, row: Row) -> Row:
    """A row that is a sentence, with what stands for it in a line or two; what only fills a screen has no more."""
    if not row.is_sentence or row.short:
        return row
    told = headline_of(pack, row.happening.fact, row.happening.text)
    is_aside = row.is_aside or (row.is_course and len(told) > LONGEST)
    return row._replace(short=told if told != row.happening.text else "", is_aside=is_aside)


def _rows(library: Library, own_id: str, life: Life) -> list[Row]:
    """All that is told of a body or a country, and nothing twice: its own first, then what fills a screen."""
    pack, (first, last) = library.pack, life
    is_body = pack.entries[own_id].kind is Kind.ORGANISATION
    events = events_of(library, own_id)
    found = joined(pack, own_id, [*event_rows(pack, own_id, events), *deed_rows(library, own_id)])
    rows = _at_home(library, own_id, [row for each in found if (row := _within(each, first, last))])
    if not is_body:
        rows += [row for row in death_rows(library, pack.entries[own_id]) if not _is_told(row, rows, pack)]
    rows = _enough(rows, FEW if is_body else MANY)
    course = [row for each in course_rows(pack, events) if (row := _within(each, first, last))]
    if is_body:
        return rows + _filling(_of_it(pack, course, own_id), rows)
    course = [row for row in course if not is_elsewhere(library, pack.entries[own_id], row.happening.text)]
    own = [*told_rows(library, own_id)]
    again = told_by_events(pack, [*course, *own], rows)
    rows += _filling([row for row in (*course, *own) if row not in again], rows)
    known = {row.happening.text for row in rows}
    deeds = (row for row in own if row not in again and row.weight >= NOTABLE and not _is_opinion(row))
    rows += [row for row in deeds if row.happening.text not in known]  # its own, however much else is told
    return [*_aside(pack, rows), *(row._replace(is_aside=True) for row in again)]


def _at_home(library: Library, own_id: str, rows: list[Row]) -> list[Row]:
    """Without what lasted elsewhere meanwhile: not its own, and named after a country that is not its home."""
    pack, entry = library.pack, library.pack.entries[own_id]
    meanwhile = [row for row in rows if _is_meanwhile(row)]
    if not meanwhile or entry.kind is Kind.PLACE:
        return rows
    told = " ".join((*entry.names, entry.summary, *(fact_sentence(pack, fact) for fact in entry.facts)))
    is_home = partial(is_body_of, library, entry)

    def is_abroad(row: Row) -> bool:
        named = named_in(pack, row.happening.text)  # what is world-wide names none
        types = {each.type for each in named}
        others = (each for each in perhaps_in(pack, told) if each.type in types and each not in named)
        return bool(named) and not any(map(is_home, named)) and any(map(is_home, others))

    return [row for row in rows if row not in meanwhile or not is_abroad(row)]


def _is_of_many(library: Library, row: Row, country: str) -> bool:
    """Whether a row is of what lasted in many countries, and is not named after this one."""
    is_long = row.is_own and not row.is_named and lasts_long(row.happening.when)
    return is_long and _is_shared(library, row, country)


def _is_shared(library: Library, row: Row, country: str) -> bool:
    """Whether what lasted was only a whole to which something of a country belonged, and of another country as well."""
    pack = library.pack
    parts = " / ".join(pack.entries[part].name for part in parts_of(pack, row.happening.entry))
    return names_others(library, pack.entries[country], parts)


def _is_told(death: Row, rows: Iterable[Row], pack: Pack) -> bool:
    """Whether an event is the death that a row tells."""
    happening = death.happening
    name = surname(pack.entries[happening.entry])
    events = (row.happening for row in rows if row.is_event)
    return any(touch(each.when, happening.when) and name in each.text for each in events)


def _is_meanwhile(row: Row) -> bool:
    return row.is_event and not row.is_own and lasts_long(row.happening.when)


def _enough(rows: Sequence[Row], many: int) -> list[Row]:
    """What belongs to a life; where that is little, as much of the rest, what matters most of it first."""
    told, rest = [[row for row in rows if (row.weight >= ENOUGH) is belongs] for belongs in (True, False)]
    return [*told, *sorted(rest, key=lambda row: -row.weight)[: max(0, many - len(told))]]


def _filling(course: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """What is told of its events besides, what matters most first, so far as little is told of it.

    What was thought of an event takes no room of what happened: of each one row is told, and of all rows no more than a
    third is of that.
    """
    known = {row.happening.text for row in rows}
    texts = {row.happening.text: row for row in course if row.happening.text not in known}
    ordered, room = sorted(texts.values(), key=lambda row: -row.weight), max(0, MANY - len(rows))
    told = [row for row in ordered if not _is_opinion(row)][:room]
    opinions = {row.happening.entry: row for row in reversed(ordered[:room]) if _is_opinion(row)}
    few = [row for row in ordered if row in opinions.values()][: (len(rows) + len(told)) // OTHERS]
    return [*told, *few]


def _aside(pack: StoredPack, rows: Sequence[Row]) -> list[Row]:
    """The rows of a country, where what somebody thought is no happening of its own, nor a stay there before all else.

    It is where one should know of it, or where little else is told.
    """

    def is_minor_stay(row: Row) -> bool:
        fact = row.happening.fact
        return EXILE in pack.relations[fact.relation].words and fact.importance < NOTABLE

    def is_minor_opinion(row: Row) -> bool:
        return _is_opinion(row) and (row.happening.fact.importance < ESSENTIAL or row.happening.is_bare)

    own = [row.happening.first for row in rows if not (is_minor_stay(row) or _is_opinion(row))]
    first = min(own) if len(own) > FEW else date.min
    told = [(row, is_minor_opinion(row) or (is_minor_stay(row) and row.happening.first < first)) for row in rows]
    return [row._replace(is_aside=is_aside) for row, is_aside in told]


def _is_opinion(row: Row) -> bool:
    """Whether a row tells what somebody thought of something."""
    return bool(row.happening.fact.according_to) or bool(THOUGHT.search(row.happening.text))


def _of_it(pack: StoredPack, course: Sequence[Row], own_id: str) -> list[Row]:
    """The sentences that name a body, one that it lived on in, or somebody who led it, and are no account of one."""
    told = [row for row in course if not row.happening.fact.according_to]
    named = dict.fromkeys((own_id, *carried_on(pack, own_id), *leaders_of(pack, own_id))) if told else ()
    names = [pattern(pack, pack.entries[each]) for each in named]
    return [row for row in told if any(each.search(row.happening.text) for each in names)]


def _yielding(pack: Pack, row: Row, ranks: Mapping[str, int]) -> Row:
    """A row and how far it yields: a numbered meeting, what only happened meanwhile, a part of more, and a sentence."""
    happening = row.happening
    wholes = [ranks.get(whole, 0) for whole in wholes_of(pack, happening.entry)]
    row = row._replace(is_part=row.is_event and any(rank >= happening.rank for rank in wholes))
    if row.is_event and happening.rank < ESSENTIAL:
        is_part = any(rank > happening.rank for rank in wholes)
        is_numbered = body_that_met(happening.text) != ""
        return row._replace(yields=NUMBERED * is_numbered + FOREIGN * _is_meanwhile(row) + is_part)
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


def _moment(pack: Pack, row: Row) -> tuple[date, int, bool, bool, date, int, str]:
    """Its place; what is only dated to a month, and no event, stands after what happened in that.

    Of one day, what began stands first, and then what lasted.
    """
    happening = row.happening
    first, place = happening.place
    is_month = happening.when.start is not None and happening.when.start.precision is Precision.MONTH
    if is_month and not happening.is_bare and not row.is_event:
        first = first.replace(day=28)
    is_part = not lasts_some_time(happening.when)
    has_begun = happening.appears and ENDED.isdisjoint(pack.relations[happening.fact.relation].words)
    return first, place, not has_begun, is_part, last_day(happening.when), -row.weight, happening.text


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
