"""Events in which two entries took part although no known tie of theirs tells of it.

The sentence is the event's summary if that names both; else what each did in it, or how one of them met his end in it.
A leader of an organisation takes part in its events.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from trotskyism_cli.library.bodies.naming import events_called
from trotskyism_cli.library.dates.date_parsing import find_date
from trotskyism_cli.library.forms import plain, without_article
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.ties.ties import LEADS, Step, is_named, names_both, passages_naming
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import NOTABLE, Entry, Fact, Kind
from trotskyism_cli.pack.wording import fact_sentence

TAKING_PART = "took part"  # in the `words` of relations to events


def shared_events(library: Library, one: str, other: str, known: Iterable[Step]) -> tuple[Step, ...]:
    """A tie for each notable event of both that no known tie covers.

    If the known ties only tell what preceded the event, a tie that one of the two met his end in it.
    """
    pack = library.pack
    facts = [step.fact for step in known if step.fact and not step.fact.according_to]
    known_of = {each for fact in facts for each in (fact.subject, fact.target) if each}
    told = {each for fact in facts for each in (fact.subject, fact.target) if each and not _is_before(pack, fact, each)}
    theirs = _events_of(library, other)
    both = [each for each in _events_of(library, one) if each in theirs]
    told |= {fact.target for event in both for fact in pack.entries[event].facts}  # a part covers the whole
    end = min(last_day(pack.entries[each]) for each in (one, other))
    steps = (
        step
        for event in (each for each in both if each not in told)
        if (step := (_end_by if event in known_of else _tie_by)(library, one, other, pack.entries[event]))
        if step.when and step.when.begin <= end
    )
    return tuple(sorted(steps, key=lambda step: step.sort_key))


def told_of_event(library: Library, one: str, other: str) -> tuple[Step, ...]:
    """Ties of two people by facts about an event: one took part in it, and the fact names the other."""
    pack = library.pack
    if {pack.entries[each].kind for each in (one, other)} != {Kind.PERSON}:
        return ()
    found = []
    for taking, told in ((one, other), (other, one)):
        for event in events_with_part(pack, taking):
            facts = [
                fact for fact in _told_of(library, event) if is_named(pack.entries[told], fact_sentence(pack, fact))
            ]
            part = _part_in(pack, pack.entries[event], taking) if facts else ""
            found += [
                Step(one, other, fact=fact._replace(text=f"{part}; {_within(fact_sentence(pack, fact))}"), event=event)
                for fact in facts
            ]
    return tuple(sorted(found, key=lambda step: step.sort_key))


@lru_cache(maxsize=500)  # needed for everybody who took part
def _told_of(library: Library, event: str) -> tuple[Fact, ...]:
    """Notable facts about an event, the most important first."""
    query = "SELECT record FROM passages WHERE kind = 'fact' AND subject = ? ORDER BY number"
    facts = (library.pack.facts[record] for record in library.store.column(query, event))
    return tuple(fact for fact in facts if not (fact.negated or fact.according_to) and fact.importance >= NOTABLE)


def events_with_part(pack: StoredPack, person: str) -> dict[str, None]:
    """Notable events in which a person took part."""
    return dict.fromkeys(fact.target for fact in _plain_facts(pack.entries[person]) if _is_part(pack, fact))


def _is_part(pack: StoredPack, fact: Fact) -> bool:
    """Return whether a fact says that somebody took part in a notable event."""
    return (
        bool(fact.target)
        and TAKING_PART in pack.relations[fact.relation].words
        and _is_notable(pack.entries[fact.target])
    )


def _within(sentence: str) -> str:
    """A sentence as it continues after a semicolon."""
    return f"the {sentence[4:]}" if sentence.startswith("The ") else sentence


def _tie_by(library: Library, one: str, other: str, event: Entry) -> Step | None:
    happened = _happened(event)
    if happened is None or not happened.date:
        return None
    step = Step(one, other, fact=happened, event=event.id)
    if names_both(library.pack, step):
        return step
    parts = [_part_in(library.pack, event, each) for each in (one, other)]
    if all(parts):
        return step._replace(fact=happened._replace(text=_told_of_both(event, parts)))
    return _end_by(library, one, other, event)


def _end_by(library: Library, one: str, other: str, event: Entry) -> Step | None:
    """A tie that tells how one of the two died in an event in which the other took part."""
    pack, happened = library.pack, _happened(event)
    end = next((fact for each in (one, other) if (fact := _end_in(pack, event, pack.entries[each]))), None)
    if happened is None or end is None:
        return None
    return Step(one, other, fact=happened._replace(text=fact_sentence(pack, end)), event=event.id)


def _told_of_both(event: Entry, parts: Sequence[str]) -> str:
    """What each did in an event, which is named only once."""
    first, *further = parts
    name = event.phrase
    short = [part.replace(name, "them" if event.plural else "it") if name in first else part for part in further]
    return f"{'; '.join((first, *short))}."


def _end_in(pack: StoredPack, event: Entry, person: Entry) -> Fact | None:
    """The most important fact about a person's part in an event in the year of his death."""
    happened = _happened(event)
    if person.kind is not Kind.PERSON or happened is None or happened.date is None:
        return None
    if happened.date.first.year != last_day(person).year:
        return None
    names = [f" {plain(name)} " for name in event.names]
    facts = (fact for fact in _plain_facts(person) if not isinstance(fact.object, Date) and not fact.target)
    told = [fact for fact in facts if any(name in f" {plain(fact_sentence(pack, fact))} " for name in names)]
    return max(told, key=lambda fact: fact.importance, default=None)


def _is_before(pack: StoredPack, fact: Fact, own_id: str) -> bool:
    """Return whether a fact about an event only tells what preceded it."""
    happened = _happened(pack.entries[own_id]) if pack.entries[own_id].kind is Kind.EVENT else None
    if happened is None or happened.date is None:
        return False
    named = find_date(fact_sentence(pack, fact))
    when = fact.when or (named.when if named else None)
    return when is not None and when.last < happened.date.first


def _part_in(pack: StoredPack, event: Entry, end: str) -> str:
    """What an entry did in an event, as a clause; empty if there is no such fact."""
    facts = (*event.facts, *pack.facts_with_object(event.id))
    found = (fact for fact in facts if end in (fact.subject, fact.target) and pack.is_known(fact))
    fact = next(found, None)
    return fact_sentence(pack, fact._replace(text="", when=None)).rstrip(".") if fact else ""


def _events_of(library: Library, own_id: str) -> dict[str, None]:
    """Notable events whose text names an entry or an organisation that it led at the time."""
    numbers = ",".join(map(str, passages_naming(library, own_id)))
    query = f"""SELECT DISTINCT subject FROM passages CROSS JOIN kinds ON entry = subject
        WHERE number IN ({numbers}) AND kinds.kind = ? AND importance >= ? AND subject <> ? ORDER BY subject"""
    named = library.store.column(query, Kind.EVENT, NOTABLE, own_id)
    return dict.fromkeys((*named, *_of_led(library, own_id)))


def _of_led(library: Library, own_id: str) -> Iterator[str]:
    """Events named after an organisation that took place while this person led it."""
    pack = library.pack
    for fact in pack.entries[own_id].facts:
        if fact.when and fact.target and not fact.negated and not LEADS.isdisjoint(pack.relations[fact.relation].words):
            body = pack.entries[fact.target]
            called = events_called(pack, without_article(plain(body.name)))
            for event in pack.entries.several(called):
                happened = _happened(event) if f" {plain(body.name)} " in f" {plain(event.name)} " else None
                if happened and _is_notable(event) and _overlap(fact.when, happened.object):
                    yield event.id


def last_day(entry: Entry) -> date:
    """Day of a person's death; `date.max` if unknown."""
    days = [day for fact in _plain_facts(entry) if isinstance(day := fact.object, Date)]
    return max(day.last for day in days) if entry.kind is Kind.PERSON and len(days) > 1 else date.max


def _plain_facts(entry: Entry) -> Iterator[Fact]:
    return (fact for fact in entry.facts if not (fact.negated or fact.according_to or fact.corrects))


def _overlap(one: Date, other: object) -> bool:
    return isinstance(other, Date) and one.first <= other.last and other.first <= one.last


def _is_notable(entry: Entry) -> bool:
    return entry.kind is Kind.EVENT and entry.importance >= NOTABLE


def _happened(event: Entry) -> Fact | None:
    """A fact that the event took place, with its date and the event's summary as sentence.

    None without a date.
    """
    dated = next((fact for fact in _plain_facts(event) if isinstance(fact.object, Date)), None)
    if dated is None:
        return None
    return dated._replace(
        id=f"{event.id}.summary", text=event.summary, importance=event.importance, citations=(), note=""
    )
