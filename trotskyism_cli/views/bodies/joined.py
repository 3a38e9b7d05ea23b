"""Merge rows that tell the same: an event, and other facts about it, become one row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from trotskyism_cli.library.bodies.descent import parts_of
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Date, Precision
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.bodies.rows import Row
from trotskyism_cli.views.happenings.entry_history import is_about_it, is_same_time
from trotskyism_cli.views.happenings.row import Happening, days_of, lasts_long, touch
from trotskyism_cli.views.happenings.year_index import Touching
from trotskyism_cli.views.wording.sentences import AFTER, BY_EVENT, is_said
from trotskyism_cli.views.wording.surnames import surname

_PROPER = lazy_regex(r"\b[A-Z]\w{3,}")
SHORT = 70  # longest event, in days, that can be a foundation


def joined(pack: Pack, own_id: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows without repetition. A foundation or an end goes into the row of the event at which it happened.

    If a split tells the same as an event that weighs no more, the split replaces the event.
    """
    events: dict[str, Row] = {}
    deeds: list[Row] = []
    for row in rows:
        if row.is_event:
            events[row.happening.entry] = row
        else:
            deeds.append(row)
    days = Touching((row.happening.when, own) for own, row in events.items())
    for row in deeds:
        then = (events[each] for each in days.of(row.happening.when) if each in events)
        same = next((each for each in then if _tells(pack, own_id, each, row)), None)
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


def told_by_events(pack: StoredPack, told: Iterable[Row], rows: Iterable[Row]) -> list[Row]:
    """Sentences that repeat what an event among the rows tells."""
    of_year = defaultdict[int, list[Happening]](list)
    for row in rows:
        if row.is_event:
            of_year[row.happening.year].append(row.happening)
    return [row for row in told if _is_told_by_event(pack, row.happening, of_year[row.happening.when.first.year])]


def _is_told_by_event(pack: StoredPack, own: Happening, of_year: Sequence[Happening]) -> bool:
    """Return whether an event of the same year tells what a sentence does.

    It does if a short event has most of the sentence's words, if an event of the same day shares a proper name with it,
    or if the sentence sums up a year in which parts of its own event have rows.
    """
    short = (pack.entries[each.entry] for each in of_year if not lasts_long(each.when))
    if any(is_said(own.text, f"{event.name} {event.summary}", BY_EVENT) for event in short):
        return True
    events = [each for each in of_year if each.entry != own.entry]
    if own.when.is_exact_day:
        of_day = (pack.entries[each.entry] for each in events if each.when == own.when)
        names = (name for each in of_day for name in each.names)
        return any(proper in own.text for name in names for proper in _PROPER.findall(name))
    parts = parts_of(pack, own.entry)
    is_sum = own.is_bare and own.when.year is not None and not own.text.startswith(AFTER)
    return is_sum and any(each.entry in parts for each in events)


def _is_turn(pack: Pack, row: Row) -> bool:
    return bool(pack.relations[row.happening.fact.relation].tree)


def _is_day(row: Row) -> bool:
    return isinstance(row.happening.fact.object, Date)


def _tells(pack: Pack, own_id: str, told: Row, other: Row) -> bool:
    """Return whether an event tells what another row of its time does: it names that row's subject or tells of it."""
    event, happening, fact = told.happening, other.happening, other.happening.fact
    if other.is_sentence:
        return not happening.text.startswith(AFTER) and is_about_it(
            happening.text, happening.when, event, pack.entries[own_id]
        )
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
    """Return whether an organisation began or ended at a short event: the dates touch and are equally exact.

    If the event is named after the organisation, its date may be more or less exact.
    """
    if day.start is None or event.start is None or day.start.precision is Precision.YEAR or days_of(event) > SHORT:
        return False
    is_as_exact = day.start.precision is event.start.precision
    return (is_as_exact or is_named) and touch(day, event)


def _is_in(told: str, entry: Entry) -> bool:
    return any(name in told for name in entry.names)
