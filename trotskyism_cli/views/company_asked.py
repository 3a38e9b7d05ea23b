"""Answers to who shared what happened to somebody: `who was tried with him`. He himself is no answer."""

from collections.abc import Iterator

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.question_words import IS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Found
from trotskyism_cli.library.somebody import only_person
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.direct import Direct, inside, is_said, speaks_of
from trotskyism_cli.views.hits import sentences

WITH = frozenset({"with", "alongside", "beside"})
# What is done in a trial, whichever of these words a line has for it.
TRIED = frozenset("accused charged condemned convicted defendants sentenced trial tried".split())


def is_company_asked(pack: StoredPack, query: Query) -> bool:
    """Whether it is asked to whom the same was done as to the one who is named last."""
    person = only_person(pack, query)
    start, end = query.entries[person.id] if person else (0, 0)
    is_passive = query.words[:1] == ("who",) and bool(IS.intersection(query.words[1:2]))
    return is_passive and end == len(query.words) and bool(WITH.intersection(query.words[start - 1 : start]))


def company_asked(pack: StoredPack, found: Found) -> Direct | None:
    """The sentence that names most of those to whom it was done together with him; None if none names anybody."""
    query = found.query
    person = pack.entries[next(iter(query.entries))]
    deeds = query.further_terms(frozenset())
    told: list[tuple[bool, int, Entry, str]] = []
    for owner, text in _lines(pack, found, person):
        words = plain(f"{owner.name if owner.kind is Kind.EVENT else ''} {text}").split()
        is_tried = any(term.word in TRIED for term in deeds) and not TRIED.isdisjoint(words)
        if speaks_of(person, words) and (is_tried or (deeds and all(is_said(term.itself, words) for term in deeds))):
            others = {each for each in entries_named(pack.store, text) if pack.entries[each].kind is Kind.PERSON}
            others -= {person.id}
            is_his = speaks_of(person, plain(" ".join((*owner.names, *owner.search))).split())  # no series of trials
            told += [(is_his, len(others), owner, text)] if others else []
    if not told:
        return None
    *_, owner, text = max(told, key=lambda each: each[:2])
    is_of_summary = text in sentences(owner.summary)
    return Direct(f"{capital(owner.name)}: {inside(text)}" if is_of_summary else text, entries=(owner.id,))


def _lines(pack: StoredPack, found: Found, person: Entry) -> Iterator[tuple[Entry, str]]:
    """The sentences of what befell somebody: his own, those of events that name him, and all that were weighed."""
    events = [fact.target for fact in person.facts if fact.target]
    events += [fact.subject for fact in pack.facts_with_object(person.id)]
    ids = dict.fromkeys((person.id, *events, *found.owners))
    for entry in (pack.entries[each] for each in ids if each in pack.entries):
        if entry.kind is Kind.EVENT:
            yield from ((entry, text) for text in sentences(entry.summary))
        if entry.kind is Kind.EVENT or entry is person:
            yield from ((entry, fact_sentence(pack, fact)) for fact in pack.known_facts(entry))
