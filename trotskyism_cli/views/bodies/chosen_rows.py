"""Select the rows for an organisation or a country: its own first, then, if these are few, rows to fill a screen."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from trotskyism_cli.library.bodies.countries import is_body_of
from trotskyism_cli.library.bodies.descent import parts_of
from trotskyism_cli.library.bodies.events_of_body import events_of
from trotskyism_cli.library.bodies.lifespan import Life, joint_foundations, leaders_of
from trotskyism_cli.library.bodies.naming import pattern
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.bodies.country_sentences import told_rows
from trotskyism_cli.views.bodies.deaths import death_rows
from trotskyism_cli.views.bodies.event_sentences import course_rows
from trotskyism_cli.views.bodies.joined import joined, told_by_events
from trotskyism_cli.views.bodies.rows import Row, deed_rows, event_rows
from trotskyism_cli.views.happenings.row import lasts_long, touch
from trotskyism_cli.views.happenings.stays_abroad import EXILE
from trotskyism_cli.views.wording.places_named import is_elsewhere, named_in, names_others, perhaps_in
from trotskyism_cli.views.wording.sentences import THOUGHT
from trotskyism_cli.views.wording.surnames import surname

ENOUGH = 4  # least weight of a row that is always kept
FEW, MANY = 5, 20  # number of rows to fill up to, for an organisation and a country
OTHERS = 2  # happenings for each opinion


def rows_of(library: Library, own_id: str, life: Life) -> list[Row]:
    """All rows for an organisation or a country, without repetition: its own first, then what fills a screen."""
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
    rows += [row for row in deeds if row.happening.text not in known]  # notable ones of its own are kept in any case
    return [*_aside(pack, rows), *(row._replace(is_aside=True) for row in again)]


def _at_home(library: Library, own_id: str, rows: list[Row]) -> list[Row]:
    """Drop long events that are not the organisation's own and are named after a country other than its home."""
    pack, entry = library.pack, library.pack.entries[own_id]
    meanwhile = [row for row in rows if is_meanwhile(row)]
    if not meanwhile or entry.kind is Kind.PLACE:
        return rows
    told = " ".join((*entry.names, entry.summary, *(fact_sentence(pack, fact) for fact in entry.facts)))
    is_home = partial(is_body_of, library, entry)

    def is_abroad(row: Row) -> bool:
        named = named_in(pack, row.happening.text)  # empty for something world-wide
        types = {each.type for each in named}
        others = (each for each in perhaps_in(pack, told) if each.type in types and each not in named)
        return bool(named) and not any(map(is_home, named)) and any(map(is_home, others))

    return [row for row in rows if row not in meanwhile or not is_abroad(row)]


def _enough(rows: Sequence[Row], many: int) -> list[Row]:
    """Keep every row of weight `ENOUGH`; fill up to `many` with the weightiest of the rest."""
    told, rest = [[row for row in rows if (row.weight >= ENOUGH) is belongs] for belongs in (True, False)]
    return [*told, *sorted(rest, key=lambda row: -row.weight)[: max(0, many - len(told))]]


def _filling(course: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """Sentences about the course of events that fill up to `MANY` rows, the weightiest first.

    Opinions take no room from happenings: at most one per event, and at most a third of all rows.
    """
    known = {row.happening.text for row in rows}
    texts = {row.happening.text: row for row in course if row.happening.text not in known}
    ordered, room = sorted(texts.values(), key=lambda row: -row.weight), max(0, MANY - len(rows))
    told = [row for row in ordered if not _is_opinion(row)][:room]
    opinions = {row.happening.entry: row for row in reversed(ordered[:room]) if _is_opinion(row)}
    few = [row for row in ordered if row in opinions.values()][: (len(rows) + len(told)) // OTHERS]
    return [*told, *few]


def _aside(pack: StoredPack, rows: Sequence[Row]) -> list[Row]:
    """Set aside minor rows of a country: opinions that are not essential, and early minor exiles.

    A minor exile is set aside if it precedes everything else, unless fewer than six other rows exist.
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


def _of_it(pack: StoredPack, course: Sequence[Row], own_id: str) -> list[Row]:
    """Sentences that name an organisation, its leaders or one it lived on in, except those attributed to a holder."""
    told = [row for row in course if not row.happening.fact.according_to]
    named = dict.fromkeys((own_id, *joint_foundations(pack, own_id), *leaders_of(pack, own_id))) if told else ()
    names = [pattern(pack, pack.entries[each]) for each in named]
    return [row for row in told if any(each.search(row.happening.text) for each in names)]


def _is_opinion(row: Row) -> bool:
    """Return whether a row tells what somebody thought."""
    return bool(row.happening.fact.according_to) or bool(THOUGHT.search(row.happening.text))


def is_meanwhile(row: Row) -> bool:
    return row.is_event and not row.is_own and lasts_long(row.happening.when)


def _is_told(death: Row, rows: Iterable[Row], pack: Pack) -> bool:
    """Return whether an event row already tells of a death: its time fits and its name contains the surname."""
    happening = death.happening
    name = surname(pack.entries[happening.entry])
    events = (row.happening for row in rows if row.is_event)
    return any(touch(each.when, happening.when) and name in each.text for each in events)


def _within(row: Row, first: date, last: date) -> Row | None:
    """A row cut at the organisation's end; None if it began before the organisation's first year or after its end."""
    when = row.happening.when
    begun = when.start.last if when.start and row.is_event else row.happening.first
    if row.happening.first < date(first.year, 1, 1) or begun > last:
        return None
    if row.is_event or when.start is None or when.last <= last:
        return row
    return row._replace(happening=row.happening._replace(when=when.beginning))


def is_of_many(library: Library, row: Row, country: str) -> bool:
    """Return whether a row is a long event shared by several countries and not named after this one."""
    is_long = row.is_own and not row.is_named and lasts_long(row.happening.when)
    return is_long and _is_shared(library, row, country)


def _is_shared(library: Library, row: Row, country: str) -> bool:
    """Return whether the parts of an event name other countries as well."""
    pack = library.pack
    parts = " / ".join(pack.entries[part].name for part in parts_of(pack, row.happening.entry))
    return names_others(library, pack.entries[country], parts)
