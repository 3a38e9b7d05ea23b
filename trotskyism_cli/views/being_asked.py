"""Answers to whether somebody was one of a party or a school of thought: by what the book says first that he was."""

from trotskyism_cli.library.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.direct import Direct, is_what
from trotskyism_cli.views.party_asked import TYPES
from trotskyism_cli.views.telling import first_sentence

ONE_OF = frozenset({"a", "an"})
BODIES = (Kind.CONCEPT, Kind.ORGANISATION)


def asked_of_being(pack: StoredPack, query: Query) -> Entry | None:
    """Of whom a question asks whether he was one of a body, and nothing else: `was he a Menshevik`."""
    if not query.is_of_being or query.date or len(query.entries) < 2:
        return None
    person = pack.entries[query.named[0]]
    start, end = query.entries[person.id]
    others = {each: span for each, span in query.entries.items() if each != person.id}
    is_asked = start == 1 and person.kind is Kind.PERSON and ONE_OF.intersection(query.words[end : end + 1])
    is_of_body = any(pack.entries[each].kind in BODIES for each in others)
    return person if is_asked and is_of_body and {*others.values()} == {(end + 1, len(query.words))} else None


def told_of_being(pack: StoredPack, person: Entry) -> Direct | None:
    """What somebody is first said to be, if the book tells of a party of his: of a painter that answers nothing."""
    named = {*entries_named(pack.store, first_sentence(person.summary))}
    named |= {fact.target for fact in pack.known_facts(person) if fact.target}
    bodies = (pack.entries[each] for each in named if pack.entries[each].kind is Kind.ORGANISATION)
    return Direct(is_what(person), entries=(person.id,)) if any(each.type in TYPES for each in bodies) else None
