"""Answer whether somebody was one of a party or a school of thought, by his summary."""

from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.answers.people.party import TYPES
from trotskyism_cli.views.questions.direct import Direct, is_what
from trotskyism_cli.views.wording.sentences import first_sentence

ASKING = (("a",), ("an",), ("belong", "to"))  # behind the person's name


def asked_of_being(pack: StoredPack, query: Query) -> Entry | None:
    """Return the person of `was he a Menshevik` or `did he belong to X`, if nothing else is asked."""
    named = [pack.entries[each] for each in query.named]
    if not named or named[0].kind is not Kind.PERSON or query.date or not query.is_yes_or_no:
        return None
    start, end = query.entries[named[0].id]
    asked = next((each for each in ASKING if query.words[end : end + len(each)] == each), ())
    is_asked = start == 1 and asked and len(query.words) > end + len(asked)
    spans = [query.entries[each.id] for each in named[1:]]
    is_all = all(first <= end + len(asked) + 1 and last == len(query.words) for first, last in spans)
    is_known = all(term.forms for term in query.terms)
    return named[0] if is_asked and is_known and is_all else None


def told_of_being(pack: StoredPack, query: Query, person: Entry) -> Direct | None:
    """Answer by what somebody is first said to be.

    The question must name a party or an idea, and the book must tie the person to a party. Of a painter without one
    that answers nothing.
    """
    asked = [pack.entries[each] for each in query.named[1:]]
    if not any(each.kind is Kind.CONCEPT or each.type in TYPES for each in asked):
        return None
    named = {*entries_named(pack.store, first_sentence(person.summary))}
    named |= {fact.target for fact in pack.known_facts(person) if fact.target}
    bodies = (pack.entries[each] for each in named if pack.entries[each].kind is Kind.ORGANISATION)
    return Direct(is_what(person), entries=(person.id,)) if any(each.type in TYPES for each in bodies) else None
