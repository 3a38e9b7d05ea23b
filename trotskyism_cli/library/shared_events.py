"""Events in which two entries took part, though no sentence names both: each by what the book tells of the event.

Who led a body when it split, or when something else happened to it, took part in that.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties import LEADS, Step, forms_of, passages_naming
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import NOTABLE, Entry, Fact, Kind


def shared_events(library: Library, one: str, other: str, known: Iterable[Step]) -> tuple[Step, ...]:
    """A tie for each notable event of both that no known tie of theirs is told of; its sentences are its summary."""
    pack = library.pack
    told = {step.fact.subject for step in known if step.fact and not step.fact.according_to}
    told |= {step.fact.target for step in known if step.fact and not step.fact.according_to}
    theirs = _events_of(library, other)
    both = [each for each in _events_of(library, one) if each in theirs]
    told |= {fact.target for event in both for fact in pack.entries[event].facts}  # of which another one is a part
    end = min(_last_day(pack.entries[each]) for each in (one, other))
    steps = (
        Step(one, other, fact=happened, event=event)
        for event in (each for each in both if each not in told)
        if _is_named(pack.entries[event], [pack.entries[each] for each in (one, other)])
        if (happened := _happened(pack.entries[event])) and happened.date and happened.date.begin <= end
    )
    return tuple(sorted(steps, key=lambda step: step.sort_key))


def _events_of(library: Library, own_id: str) -> dict[str, None]:
    """The notable events that something told of them names somebody in, or a body that he led then."""
    numbers = ",".join(map(str, passages_naming(library, own_id)))
    query = f"SELECT DISTINCT subject FROM passages WHERE number IN ({numbers}) ORDER BY subject"
    pack = library.pack
    named = (each for each in library.store.column(query) if each in pack.entries and each != own_id)
    return dict.fromkeys((*(each for each in named if _is_notable(pack.entries[each])), *_of_led(library, own_id)))


def _of_led(library: Library, own_id: str) -> Iterator[str]:
    """The events that a body is named in of itself while somebody led it."""
    pack = library.pack
    for fact in pack.entries[own_id].facts:
        if fact.when and fact.target and not fact.negated and not LEADS.isdisjoint(pack.relations[fact.relation].words):
            body = pack.entries[fact.target]
            query = "SELECT DISTINCT entry FROM kinds WHERE kind = ?"
            for event in (pack.entries[each] for each in library.store.column(query, Kind.EVENT)):
                happened = _happened(event) if f" {plain(body.name)} " in f" {plain(event.name)} " else None
                if happened and _is_notable(event) and _overlap(fact.when, happened.object):
                    yield event.id


def _last_day(entry: Entry) -> date:
    """The day of somebody's death, if it is known."""
    days = [day for fact in _plain_facts(entry) if isinstance(day := fact.object, Date)]
    return max(day.last for day in days) if entry.kind is Kind.PERSON and len(days) > 1 else date.max


def _plain_facts(entry: Entry) -> Iterator[Fact]:
    return (fact for fact in entry.facts if not (fact.negated or fact.according_to or fact.corrects))


def _overlap(one: Date, other: object) -> bool:
    return isinstance(other, Date) and one.first <= other.last and other.first <= one.last


def _is_notable(entry: Entry) -> bool:
    return entry.kind is Kind.EVENT and entry.importance >= NOTABLE


def _is_named(event: Entry, ends: Iterable[Entry]) -> bool:
    """Whether what the event was names one of the two."""
    text = f" {plain(f'{event.name} {event.summary}')} "
    return any(f" {form} " in text for end in ends for form in forms_of(end))


def _happened(event: Entry) -> Fact | None:
    """That it happened, and when, in the words of its summary."""
    dated = next((fact for fact in _plain_facts(event) if isinstance(fact.object, Date)), None)
    if dated is None:
        return None
    return replace(
        dated, id=f"{event.id}.summary", text=event.summary, importance=event.importance, citations=(), note=""
    )
