"""The history of an organisation or a country: events and deeds within its lifetime, one row each.

Predecessors and successors are listed separately. `chosen_rows` selects the rows; `view` says which of them matter
most when there is no room for all.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from trotskyism_cli.library.bodies.countries import body_of_congress
from trotskyism_cli.library.bodies.descent import wholes_of
from trotskyism_cli.library.bodies.kin import Kin, before_and_after
from trotskyism_cli.library.bodies.lifespan import ENDED, Life, life_of_body
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Precision
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.bodies.chosen_rows import is_meanwhile, is_of_many, rows_of
from trotskyism_cli.views.bodies.rows import Row
from trotskyism_cli.views.bodies.spans import offices_of, policies_of, spans_of
from trotskyism_cli.views.bodies.view import BodyView
from trotskyism_cli.views.happenings.placing import placed
from trotskyism_cli.views.happenings.row import Happening, last_day, lasts_long, lasts_some_time
from trotskyism_cli.views.happenings.stays_abroad import is_stay
from trotskyism_cli.views.wording.headline import headline_of
from trotskyism_cli.views.wording.places_named import named_in

# Weight deducted for a numbered meeting, and for a long event of others.
NUMBERED, FOREIGN = 3, 2
LONGEST = 134  # letters of a headline that may fill a screen


def body_view(library: Library, own_id: str, start: date = date.min, end: date = date.max) -> BodyView:
    """Return the history of an organisation or a country, limited to a span of time."""
    pack = library.pack
    is_body = pack.entries[own_id].kind is Kind.ORGANISATION
    life = life_of_body(pack, own_id) if is_body else (date.min, date.max)
    rows = _rows(library, own_id, life, (start, end))
    first, last = max(start, life[0]), min(end, life[1])
    own = [row for row in rows if not row.is_aside]
    years = [year for row in own for year in (row.happening.year, last_day(row.happening.when).year)]
    begun = first.year if first > date.min else min(years, default=0)
    ended = last.year if last < date.max else max(years, default=begun)
    before, after = before_and_after(pack, own_id) if is_body else ((), ())
    view = BodyView(
        begun,
        ended,
        tuple(rows),
        before=tuple(_named(pack, kin, kin.entry) for kin in before),
        after=tuple(_turned(pack, own_id, after)),
        is_open=is_body and last == date.max,
        is_country=not is_body,
        life=life,
    )
    told = _lasting_in_country(library, own_id, view) if view.is_country else _lasting_in_body(library, own_id, view)
    return view._replace(lasting=tuple(each for each in told if lasts_long(each.when)))


def _rows(library: Library, own_id: str, life: Life, span: tuple[date, date]) -> list[Row]:
    """Rows of a span of time in order, each with its headline (`short`) and its deduction (`yields`)."""
    pack, (start, end) = library.pack, span
    rows = [row for row in rows_of(library, own_id, life) if start <= row.happening.first <= end]
    ranks = {row.happening.entry: row.happening.rank for row in rows if row.is_event}
    happenings = placed(pack, (row.happening for row in rows))
    rows = [_yielding(pack, row._replace(happening=each), ranks) for row, each in zip(rows, happenings, strict=True)]
    rows = [_with_headline(pack, row) for row in rows]
    if pack.entries[own_id].kind is not Kind.ORGANISATION:
        rows = [row._replace(yields=row.yields + FOREIGN * is_of_many(library, row, own_id)) for row in rows]
    return sorted(rows, key=lambda row: _moment(pack, row))


def _lasting_in_body(library: Library, own_id: str, view: BodyView) -> Iterator[Happening]:
    """What lasted long in an organisation: its spans, then its own long events that are named after something."""
    yield from spans_of(library, own_id, view.rows, date(max(1, view.last_year), 12, 31))
    for row in _long_rows(view):
        if row.is_own and (row.is_named or named_in(library.pack, row.happening.text)):
            yield row.happening


def _lasting_in_country(library: Library, own_id: str, view: BodyView) -> Iterator[Happening]:
    """What lasted long in a country: own events, other events, stays, events shared with others, offices, policies."""
    pack, lasting = library.pack, _long_rows(view)
    own = [row for row in lasting if row.is_own]
    shared = [row for row in own if is_of_many(library, row, own_id)]
    stays = [row for row in lasting if is_stay(pack.relations[row.happening.fact.relation])]
    yield from (row.happening for row in own if row not in shared)
    yield from (row.happening for row in lasting if row.is_event and not row.is_own)
    yield from (row.happening._replace(rank=NOTABLE) for row in stays)
    yield from (row.happening for row in shared)
    yield from offices_of(library, own_id)
    yield from policies_of(library, own_id)


def _long_rows(view: BodyView) -> list[Row]:
    """Rows that lasted long, the weightiest first."""
    return [row for row in view.by_weight() if lasts_long(row.happening.when)]


def _with_headline(pack: Pack, row: Row) -> Row:
    """Shorten a sentence row to a headline; set aside a mere filler whose headline is still long."""
    if not row.is_sentence or row.short:
        return row
    told = headline_of(pack, row.happening.fact, row.happening.text, row.happening.when)
    is_aside = row.is_aside or (row.is_course and len(told) > LONGEST)
    return row._replace(short=told if told != row.happening.text else "", is_aside=is_aside)


def _yielding(pack: Pack, row: Row, ranks: Mapping[str, int]) -> Row:
    """Set how far a row yields to others: numbered meetings, foreign events, parts of larger events, and sentences."""
    happening = row.happening
    wholes = [ranks.get(whole, 0) for whole in wholes_of(pack, happening.entry)]
    row = row._replace(is_part=row.is_event and any(rank >= happening.rank for rank in wholes))
    if row.is_event and happening.rank < ESSENTIAL:
        is_part = any(rank > happening.rank for rank in wholes)
        is_numbered = body_of_congress(happening.text) != ""
        return row._replace(yields=NUMBERED * is_numbered + FOREIGN * is_meanwhile(row) + is_part)
    return row._replace(yields=int(row.is_sentence and not row.is_turn))


def _moment(pack: Pack, row: Row) -> tuple[date, int, bool, bool, date, int, str]:
    """Sort key by time. Within a month, rows dated only to that month come after dated ones, except events.

    On the same day, foundations come first, then what lasted some time.
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
    """Successors with year and name; with the relation's label ("became") if the organisation turned into them."""
    for kin in after:
        relation = pack.relations[kin.fact.relation]
        label = f"{relation.label} " if kin.fact.subject == own_id and relation.functional else ""
        entry = pack.entries[kin.entry]
        name = entry.phrase_at(kin.when) if label else entry.name_at(kin.when)
        yield f"{kin.when.first.year if kin.when else ''} {label}{name}".strip()
