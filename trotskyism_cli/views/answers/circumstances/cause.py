"""Answer why something happened: by its causes."""

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.question_terms import BREAKING_OUT
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.questions.direct import TOLD, Direct, told_in
from trotskyism_cli.views.questions.event_answer import HAPPENED, event_itself
from trotskyism_cli.views.questions.reason_words import OF_REASON, gives_reason, only_dates


def cause_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer why an event happened, if nothing else is asked and a sentence gives its cause."""
    query = found.query
    is_asked = query.asks_for == "why" and (HAPPENED | BREAKING_OUT).intersection(query.words)
    if not is_asked or query.further_terms(HAPPENED | BREAKING_OUT) or query.date:
        return None
    event = _event_named(pack, found, query)
    causes = _causes(pack, event) if event else []
    return told_in(pack, causes[: TOLD - 1]) if causes else None


def _event_named(pack: StoredPack, found: SearchResult, query: Query) -> Entry | None:
    """Return the event that a question names, or that happened at the named place: `why did Kronstadt happen`."""
    if any(pack.entries[each].kind not in (Kind.EVENT, Kind.PLACE) for each in query.entries):
        return None
    if hit := event_itself(pack, found):
        return pack.entries[hit.id]
    events = (pack.entries[each] for each in found.owners if each in pack.entries)
    return next((each for each in events if each.kind is Kind.EVENT), None)


def _causes(pack: StoredPack, event: Entry) -> list[Fact]:
    """Return what led to an event, the most important first: stated causes, else facts that give a reason."""
    because = [
        fact
        for fact in pack.facts_with_object(event.id)
        if pack.is_known(fact) and OF_REASON in pack.relations[fact.relation].words
        if not only_dates(fact_sentence(pack, fact))
    ]
    told = [fact for fact in pack.known_facts(event) if isinstance(fact.object, str)]
    reasons = [fact for fact in told if gives_reason(text := fact_sentence(pack, fact)) and not only_dates(text)]
    return sorted(because or reasons, key=lambda fact: -fact.importance)
