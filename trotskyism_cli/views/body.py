"""The edited view of the life of a body or a country: its events and deeds in its own time, a row each.

What it came from and what came of it stand outside of it. Where there is no room for all that happened, what matters
most to it is told.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library import belonging
from trotskyism_cli.library.belonging import CLOSE, ESSENTIAL, LEADING, NAMED, NOTABLE, TOLD, Kin, is_known
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.when import read_date
from trotskyism_cli.pack.dates import Date, Precision, parse_date
from trotskyism_cli.pack.model import Entry, Fact, Kind, Number, Pack, Part, Relation, Role, Voice
from trotskyism_cli.pack.wording import capital, fact_plurals, fact_sentence, fact_values, fill
from trotskyism_cli.views.happening import Happening, began_or_ended, days_of, last_day, touch
from trotskyism_cli.views.life import deed, is_about_it, is_same_time
from trotskyism_cli.views.margins import without_year
from trotskyism_cli.views.surnames import surname
from trotskyism_cli.views.telling import WHEN, exact_date

SHORT = 70  # days that the event may last by which a body began
BANISHED = 5  # weight of the expulsion of somebody whom one must know
ENOUGH = 4  # weight of what belongs to a life
FEW = 5  # rows, below which also what only names it is told
SINCE = ", from then on"
LONGEST = 200  # letters of a sentence that is a row
_AT_FIRST = re.compile(rf"(?:In|On) {WHEN}(?! \(),? (?!and |or |to )")
_PAUSE = re.compile("[,;:]")
_AT_LAST = re.compile(rf" (?:in|on) {WHEN}\.$")


class Row(NamedTuple):
    """A happening of its life and how much it matters to it; `is_sentence` if it is told in one."""

    happening: Happening
    weight: int
    is_sentence: bool = False
    is_event: bool = False


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

    def weightiest(self, room: int) -> tuple[Row, ...]:
        """So many of the rows, those that matter most, in order of time."""
        weights = [(-row.weight, -row.happening.rank, place) for place, row in enumerate(self.rows)]
        return tuple(self.rows[place] for place in sorted(place for _, _, place in sorted(weights)[:room]))


def body_view(library: Library, own_id: str, start: date = date.min, end: date = date.max) -> BodyView:
    """What happened in the life of a body or a country, in a span of time."""
    pack = library.pack
    is_body = pack.entries[own_id].kind is Kind.ORGANISATION
    first, last = belonging.life_of_body(pack, own_id) if is_body else (date.min, date.max)
    events = list(_events(library, own_id))
    deeds = (_with_its_mark(row) for row in _deeds(library, own_id))
    found = _joined(pack, own_id, [*events, *deeds])
    rows = [row for each in found if (row := _within(each, first, last))]
    told = [row for row in rows if row.weight >= ENOUGH]
    rows = [row for row in (told if len(told) >= FEW else rows) if start <= row.happening.first <= end]
    rows.sort(key=_moment)
    years = [year for row in rows for year in (row.happening.year, last_day(row.happening.when).year)]
    begun = max(start, first).year if max(start, first) > date.min else min(years, default=0)
    ended = min(end, last).year if min(end, last) < date.max else max(years, default=begun)
    before, after = belonging.before_and_after(pack, own_id) if is_body else ((), ())
    came = tuple(_named(pack, kin, kin.entry) for kin in before)
    is_open = is_body and min(end, last) == date.max
    return BodyView(begun, ended, tuple(rows), came, tuple(_turned(pack, own_id, after)), is_open)


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


def _events(library: Library, own_id: str) -> Iterator[Row]:
    for own, weight in belonging.events_of(library, own_id).items():
        event = library.pack.entries[own]
        fact = next((fact for fact in event.facts if fact.object == belonging.day_of(event)), None)
        if fact and fact.date:
            since = "" if fact.date.end else SINCE
            happening = Happening(fact.date, f"{capital(event.name)}{since}", own, event.importance, fact)
            yield Row(happening, event.importance + weight, is_event=True)


def _deeds(library: Library, own_id: str) -> Iterator[Row]:
    """What it did and was, who led it, and what others did to it; of a country what was founded there."""
    pack = library.pack
    entry = pack.entries[own_id]
    for fact in entry.facts:
        yield from _own_deed(pack, entry, fact)
    for fact in _facts_with(pack, entry):
        if is_known(pack, fact) and (when := exact_date(pack, fact)) and (told := _done_to_it(pack, entry, fact)):
            rank = fact.importance if pack.entries[fact.subject].kind is Kind.CONCEPT else min(fact.importance, TOLD)
            happening = Happening(when, capital(told[0]), fact.subject, rank, fact)
            yield Row(happening, fact.importance + told[1])
    if entry.kind is Kind.PLACE:
        for body in dict.fromkeys(belonging.bodies_of(library, own_id)):
            yield from _begun_and_ended(pack, pack.entries[body])
            own = (row for fact in pack.entries[body].facts for row in _own_deed(pack, pack.entries[body], fact))
            yield from (row._replace(weight=row.weight - 1) for row in own if row.is_sentence)


def _with_its_mark(row: Row) -> Row:
    fact, text = row.happening.fact, row.happening.text
    if fact is None or fact.voice is not Voice.DISPUTED or "disputed" in text.casefold():
        return row
    return row._replace(happening=row.happening._replace(text=f"{text} (disputed)"))


def _own_deed(pack: Pack, entry: Entry, fact: Fact) -> Iterator[Row]:
    relation = pack.relations[fact.relation]
    if relation.role == Role.NAME or not is_known(pack, fact):
        return
    if isinstance(fact.object, Date):
        text = f"{capital(entry.name_at(fact.object))} {began_or_ended(pack, fact)}"
        yield Row(Happening(fact.object, text, entry.id, fact.importance, fact), CLOSE + ESSENTIAL + 1)
    elif fact.target:
        is_line = relation.tree == "child" or belonging.is_split(pack, fact)
        if (when := exact_date(pack, fact)) and not is_line and pack.entries[fact.target].kind is not Kind.EVENT:
            happening = Happening(when, deed(pack, fact, relation), entry.id, fact.importance, fact)
            yield Row(happening, fact.importance + CLOSE)
    elif relation.part != Part.IDEAS and not isinstance(fact.object, Number) and (told := _sentence(pack, fact)):
        when, text = told
        happening = Happening(when, text, entry.id, min(fact.importance, TOLD), fact)
        yield Row(happening, fact.importance + TOLD, is_sentence=True)


def _sentence(pack: Pack, fact: Fact) -> tuple[Date, str] | None:
    """What is told in a sentence, and its date, which the sentence then has not, if it begins or ends with one."""
    text = fact_sentence(pack, fact)
    found = _AT_FIRST.match(text) or (None if _PAUSE.search(text) else _AT_LAST.search(text))
    asked = read_date(found["when"].removeprefix("the "), date.max) if found else None
    when = fact.when or (asked.when if asked else None)
    if found and asked and asked.when and when and asked.when.first.year == when.first.year:
        text = f"{text[: found.start()]}{text[found.end() :]}".removesuffix(".")
    if when is None or when.start is None or len(text) > LONGEST:
        return None
    begun = parse_date(str(when.first.year)) if when.first.year != when.last.year else when
    return begun, without_year(text.removesuffix("."), str(begun.first.year))


def _done_to_it(pack: Pack, entry: Entry, fact: Fact) -> tuple[str, int] | None:
    """What others did to it, in words, and how closely it belongs to its life; None if it does not."""
    relation, subject = pack.relations[fact.relation], pack.entries[fact.subject]
    if subject.kind is Kind.EVENT:
        return None
    if entry.kind is Kind.PLACE:
        told = fill(relation.says, fact_values(pack, fact), fact_plurals(pack, fact))
        is_notable = subject.importance == ESSENTIAL or fact.importance >= NOTABLE
        return (told, CLOSE) if subject.kind is Kind.PERSON and is_notable else None
    if LEADING.intersection(relation.words) and subject.kind is Kind.PERSON:
        return f"{relation.inverse_label} {surname(subject)}", TOLD
    if relation.tree:
        if belonging.is_split(pack, fact):
            return f"{subject.phrase_at(fact.when)} {relation.inverse_label}", CLOSE
        took_in = relation.functional and not relation.inverse_functional and _was_there(pack, entry, fact)
        return (f"{relation.inverse_label} {subject.phrase_at(fact.when)}", CLOSE) if took_in else None
    if subject.kind is Kind.CONCEPT:
        return f"{relation.inverse_label} {subject.phrase_at(fact.when)}", CLOSE
    is_expelled = relation.inverse_label == relation.label.partition(" ")[0]
    if is_expelled or fact.importance == ESSENTIAL:
        return _passive(relation, subject, fact), BANISHED if is_expelled and subject.importance == ESSENTIAL else NAMED
    return None


def _passive(relation: Relation, subject: Entry, fact: Fact) -> str:
    return f"{relation.inverse_label or relation.label} {subject.phrase_at(fact.when)}"


def _was_there(pack: Pack, entry: Entry, fact: Fact) -> bool:
    begun = belonging.day_begun(pack, entry.id)
    return bool(begun and fact.date and begun.first.year < fact.date.first.year)


def _facts_with(pack: Pack, entry: Entry) -> Iterator[Fact]:
    """The facts that have an entry for their object; of a country also the places in it, while they lay there."""
    places = belonging.places_in(pack, entry.id) if entry.kind is Kind.PLACE else {entry.id: (date.min, date.max)}
    for each, (first, last) in places.items():
        facts = pack.facts_with_object(each)
        yield from (fact for fact in facts if fact.when is None or first <= fact.when.first <= last)


def _begun_and_ended(pack: Pack, body: Entry) -> Iterator[Row]:
    """When a body of a country began and ended, and what left it."""
    begun = belonging.day_begun(pack, body.id)
    for fact in body.facts:
        if isinstance(fact.object, Date) and is_known(pack, fact):
            weight = body.importance + (TOLD + 1 if fact.object == begun else NAMED + 1)
            text = f"{capital(body.name_at(fact.object))} {began_or_ended(pack, fact)}"
            yield Row(Happening(fact.object, text, body.id, min(body.importance, TOLD), fact), weight)
    for fact in pack.facts_with_object(body.id):
        child = pack.entries[fact.subject]
        if belonging.is_split(pack, fact) and fact.date and belonging.day_begun(pack, child.id) is None:
            text = capital(fill(pack.relations[fact.relation].says, fact_values(pack, fact), fact_plurals(pack, fact)))
            yield Row(Happening(fact.date, text, child.id, min(child.importance, TOLD), fact), child.importance + TOLD)


def _joined(pack: Pack, own_id: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Without what is told twice; with the beginning or the end of a body in the row of the event that it was.

    Of what happened to others, that they left it is told rather than what became of them.
    """
    events: dict[str, Row] = {}
    deeds: list[Row] = []
    for row in rows:
        if row.is_event:
            events[row.happening.entry] = row
        else:
            deeds.append(row)
    for row in deeds:
        same = next((each for each in events.values() if _tells(pack, own_id, each, row)), None)
        if same is None:
            yield row
        elif row.happening.entry != own_id and same.weight <= row.weight and _is_turn(pack, row):
            del events[same.happening.entry]
            yield row
        elif _is_day(row):
            more = "" if _is_in(same.happening.text, pack.entries[row.happening.entry]) else f"; {row.happening.text}"
            rank = max(same.happening.rank, row.happening.rank)
            both = same.happening._replace(text=f"{same.happening.text}{more}", rank=rank)
            events[same.happening.entry] = same._replace(happening=both, weight=row.weight + 1)
    yield from events.values()


def _is_turn(pack: Pack, row: Row) -> bool:
    return bool(row.happening.fact and pack.relations[row.happening.fact.relation].tree)


def _is_day(row: Row) -> bool:
    return bool(row.happening.fact and isinstance(row.happening.fact.object, Date))


def _tells(pack: Pack, own_id: str, told: Row, other: Row) -> bool:
    """Whether an event is what another row tells: it was then, and names whom it was about, or is told in it."""
    event, happening, fact = told.happening, other.happening, other.happening.fact
    if fact is None or not touch(event.when, happening.when):
        return False
    if other.is_sentence:
        return is_about_it(happening.text, happening.when, event, pack.entries[own_id])
    entry = pack.entries[event.entry]
    names = " / ".join((entry.name, *entry.aliases, entry.summary))
    if _is_day(other):
        body = pack.entries[happening.entry]
        return _is_in(names, body) and _is_its_day(happening.when, event.when, is_named=_is_in(event.text, body))
    if fact.subject == own_id:
        return False
    subject, is_turn = pack.entries[fact.subject], bool(pack.relations[fact.relation].tree)
    is_named = surname(subject) in event.text and is_same_time(happening.when, event.when)
    return is_named or (is_turn and _is_in(names, subject))


def _is_its_day(day: Date, event: Date, *, is_named: bool) -> bool:
    """Whether a body began or ended by a short event: on one of its days, or in its month if no more is known of both.

    An event that is named after the body may be known better than the day.
    """
    if day.start is None or event.start is None or day.start.precision is Precision.YEAR or days_of(event) > SHORT:
        return False
    is_as_exact = day.start.precision is event.start.precision
    return (is_as_exact or is_named) and touch(day, event)


def _is_in(told: str, entry: Entry) -> bool:
    return any(name in told for name in entry.names)


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
