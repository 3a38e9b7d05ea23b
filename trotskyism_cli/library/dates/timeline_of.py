"""What belongs on the timeline of an entry: itself, its parts, events, works and organisations."""

import re
from datetime import date

from trotskyism_cli.library.bodies.countries import bodies_of
from trotskyism_cli.library.bodies.descent import parts_of
from trotskyism_cli.library.bodies.events_of_body import BODIES, events_of
from trotskyism_cli.library.bodies.lifespan import is_leadership
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.limits import EVENTS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.substring_search import entries_mentioning
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Entry, Kind
from trotskyism_cli.pack.wording import fact_sentence

TELLING = 5  # letters of a surname that is distinctive enough to search for
_BETWEEN_WORDS = lazy_regex(r"['’]s\b|[^\w\s-]")


def timeline_ids(library: Library, words: str) -> dict[str, date]:
    """Ids of the entries and facts that belong on a timeline, each with the last day that is of interest.

    If the words name an entry, it and what belongs to it; else the entries of a chapter, or what a search finds.
    """
    named = library.resolve(words).entry
    if not named:
        topic = library.topic(words)
        hits = () if topic else library.search(words, limit=10)
        found = topic.entries if topic else [each for hit in hits for each in hit.facts or (hit.id,)]
        return dict.fromkeys(found, date.max)
    pack = library.pack
    if pack.entries[named].kind in BODIES:
        bodies = bodies_of(library, named) if pack.entries[named].kind is Kind.PLACE else ()
        return dict.fromkeys((named, *events_of(library, named), *bodies), date.max)
    closely = {named, *parts_of(pack, named), *_events_of(pack, named), *_works_on(pack, named)}
    return _made_by(pack, named) | dict.fromkeys(closely, date.max)


def _made_by(pack: StoredPack, entry: str) -> dict[str, date]:
    """Works and organisations that a person made, each with the last day that is of interest.

    An organisation is of interest until the person left it or died.
    """
    made = {fact.subject for fact in pack.facts_with_object(entry) if not fact.according_to}
    bodies = {each: _last_day_in(pack, entry, each) for each in made if pack.entries[each].kind is Kind.ORGANISATION}
    return bodies | {each: date.max for each in made if pack.entries[each].kind is Kind.WORK}


def _last_day_in(pack: StoredPack, person: str, body: str) -> date:
    """Last day that a person is known to have led an organisation, at most the day of death."""
    own = (fact for fact in pack.entries[person].facts if fact.target == body)
    facts = (*own, *(fact for fact in pack.entries[body].facts if fact.target == person))
    ends = [
        fact.when.last
        for fact in facts
        if is_leadership(pack, fact) and fact.when and fact.when.is_span and fact.when.end
    ]
    days = [day.last for _, day in pack.known_dates(pack.entries[person])]
    died = max(days) if len(days) > 1 else date.max
    return min(max(ends, default=date.max), died)


def _events_of(pack: StoredPack, entry: str) -> set[str]:
    """The events connected with an entry by facts on either side, or named after a person."""
    tied = {each.partition(".")[0] for each in pack.mentions("object", entry)}
    tied |= {fact.target for fact in pack.entries[entry].facts if fact.target}
    held = 'SELECT "from" FROM mentions WHERE how = \'holder\' AND "to" = ?'
    tied |= {*pack.store.column(f'SELECT "to" FROM mentions WHERE how = \'about\' AND "from" IN ({held})', entry)}
    own = pack.entries[entry]
    name = _telling_surname(own)
    events = pack.entries.several(_telling_of(pack, Kind.EVENT, name)) if name else ()
    return {*pack.of_kind(Kind.EVENT, tied)} | {each.id for each in events if _names(pack, each, own, name)}


def _telling_surname(entry: Entry) -> str:
    """Surname of a person if it is distinctive; else empty."""
    name = entry.name.rpartition(" ")[2]
    return name if entry.kind is Kind.PERSON and len(name) >= TELLING else ""


def _telling_of(pack: StoredPack, kind: Kind, name: str) -> list[str]:
    """Entries of a kind that have a word, in any inflection, in their names, summaries or facts."""
    return entries_mentioning(pack.store, kind, [plain(name)], ("summary", "fact"), EVENTS)


def _works_on(pack: StoredPack, entry: str) -> set[str]:
    """Essential works whose summary names a person."""
    name = _telling_surname(pack.entries[entry])
    if not name:
        return set()
    works = pack.entries.several(_telling_of(pack, Kind.WORK, name))
    told = re.compile(rf"\b{re.escape(name)}\b")
    return {each.id for each in works if each.importance >= ESSENTIAL and told.search(each.summary)}


def _names(pack: StoredPack, event: Entry, person: Entry, surname: str) -> bool:
    """Return whether an event is named after a person or its text names him.

    The first sentence of the summary counts for a notable event in the person's life; for an essential event, the whole
    summary and the notable facts.
    """
    told = [event.name, *event.aliases]
    if event.importance >= NOTABLE and _is_in_time(pack, person, event):
        told.append(event.summary.partition(". ")[0])
    if event.importance >= ESSENTIAL:
        known = (fact for fact in pack.known_facts(event) if fact.importance >= NOTABLE)
        told += [event.summary, *(fact_sentence(pack, fact) for fact in known)]
    return f" {surname} " in f" {_BETWEEN_WORDS.sub(' ', ' / '.join(told))} "


def _is_in_time(pack: StoredPack, person: Entry, event: Entry) -> bool:
    """Return whether an event took place during a person's life, as far as dates are known."""
    days, when = [day for _, day in pack.known_dates(person)], pack.first_known_date(event)
    return (
        when is not None
        and any(day.first <= when.first for day in days)
        and any(day.last >= when.first for day in days)
    )
