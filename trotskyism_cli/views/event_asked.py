"""The direct answer to a question that an event answers: the event itself, and when it was."""

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Found, Hit
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.direct import Direct, is_said
from trotskyism_cli.views.hits import sentences

READ_HITS = 5
HAPPENED = frozenset({"happen", "happened", "happens"})
DIED = frozenset({"die", "died", "dead"})
DEATHS = frozenset({"death", "assassination", "murder", "execution", "suicide"})  # in the names of events


def event_itself(pack: StoredPack, found: Found) -> Hit | None:
    """The event that a question is about: named by it, or called by all its words, such as the murder of somebody."""
    query = found.query
    named = [pack.entries[each] for each in query.entries]
    known = plain(" ".join(name for entry in named for name in entry.names)).split()
    if all(is_said(term, known) for term in query.terms):
        return next((hit for hit in found.hits if hit.kind == Kind.EVENT and hit.id in query.entries), None)
    for own_id in dict.fromkeys(each.owner for each in found.weighed):
        entry = pack.entries.get(own_id)
        if entry is None or entry.kind is not Kind.EVENT:
            continue
        if _is_what_happened(pack, entry, query):
            given = next((hit for hit in found.hits if hit.id == own_id), None)
            facts = tuple(fact.id for fact in entry.facts if not (fact.negated or pack.corrections_of(fact.id)))
            return given or Hit(own_id, Kind.EVENT, entry.name, entry.summary, facts, 0.0, query.forms)
    return None


def _is_what_happened(pack: StoredPack, event: Entry, query: Query) -> bool:
    """Whether the names of an event have all that a question says, or what happened to one thing that it names.

    Then what else it names must stand in what is told of the event: who had Trotsky killed, for example.
    """
    called = plain(" ".join(event.names)).split()
    unsaid = [term for term in query.terms if not is_said(term, called)]
    if not unsaid:
        return True
    if len(unsaid) == len(query.terms) or any(term.word not in query.naming for term in unsaid):
        return False
    if query.naming <= {term.word for term in unsaid}:
        return False
    told = plain(" ".join((event.summary, *(fact_sentence(pack, fact) for fact in event.facts)))).split()
    return not query.is_only_names and all(is_said(term, told) for term in unsaid)


def event_at(pack: StoredPack, found: Found) -> Direct | None:
    """What happened at a place, or how somebody died, if that is all that a question asks: the event of it."""
    query = found.query
    words = set(query.words)
    of_place = HAPPENED & words and all(pack.entries[each].kind is Kind.PLACE for each in query.entries)
    of_death = DIED & words and "how" in words
    further = {term.word for term in query.terms} - query.naming - DIED
    if further or not (of_place or of_death):
        return None
    for hit in found.hits[:READ_HITS]:
        name = plain(hit.name).split()
        if hit.kind == Kind.EVENT and (of_place or (DEATHS & set(name) and query.naming & set(name))):
            return Direct(" ".join(sentences(pack.entries[hit.id].summary)[:2]), entries=(hit.id,))
    return None


def date_of_named(pack: StoredPack, query: Query) -> Direct | None:
    """The date that a question asks of the one thing that it names: when it was founded or written.

    Not of a person: how somebody was killed is told by the event.
    """
    if len(query.entries) != 1:
        return None
    [(own_id, (start, end))] = query.entries.items()
    if pack.entries[own_id].kind is Kind.PERSON:
        return None
    further = {*query.words[:start], *query.words[end:]} - {"when"}
    for fact in pack.entries[own_id].facts:
        relation = pack.relations[fact.relation]
        is_asked = relation.functional and further.intersection(relation.words)
        if is_asked and isinstance(fact.object, Date) and pack.is_known(fact):
            return Direct(fact_sentence(pack, fact), facts=(fact.id,), entries=(own_id,))
    return None


def time_of_event(pack: StoredPack, found: Found) -> Direct | None:
    """When the event was, or how long it lasted, that has all words of the question in its names."""
    terms = found.query.terms
    for hit in sorted(found.hits[:READ_HITS], key=lambda each: each.id not in found.query.entries):
        entry = pack.entries[hit.id] if hit.kind == Kind.EVENT else None
        if entry and terms and all(is_said(term, plain(" ".join(entry.names)).split()) for term in terms):
            known = [fact for fact in entry.facts if isinstance(fact.object, Date) and pack.is_known(fact)]
            return Direct(fact_sentence(pack, known[0]), facts=(known[0].id,), entries=(hit.id,)) if known else None
    return None
