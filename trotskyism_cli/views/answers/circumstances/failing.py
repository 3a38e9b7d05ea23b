"""Answer why an event or a person failed: by the dispute over it, else by who gives which reason."""

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.opinions.dispute import disputed, named_dispute
from trotskyism_cli.views.questions.direct import AGENTS, TOLD, Direct, is_said, speaks_of, told_in
from trotskyism_cli.views.questions.event_answer import is_called
from trotskyism_cli.views.questions.reason_words import gives_reason

FAILING = frozenset("collapse collapsed defeated fail failed lose lost".split())
FEWEST = 3  # words that a dispute and a question must share, at least
_FAILED = lazy_regex(r"\b(?:collapsed|defeated|failed)\b[^.;]*\b(?:because|since|when)\b")
DEFEAT = frozenset({"defeat", "failure"})  # in the name of a dispute


def failing_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer why the event or person failed; None if nobody in the book says why."""
    query = found.query
    if query.asks_for != "why" or not FAILING.intersection(query.words):
        return None
    if issue := named_dispute(pack, query) or _dispute_over_it(pack, found) or _dispute_with_all(pack, query):
        return disputed(pack, issue)
    event = _event_of(pack, found)
    if event is None:
        return None
    for own_id in found.owners:
        issue = pack.entries.get(own_id)
        words = plain(issue.name).split() if issue and pack.mentions("about", own_id) else []
        if issue and DEFEAT.intersection(words) and (speaks_of(event, words) or event.name.startswith(_of(issue))):
            return disputed(pack, issue)
    told = [fact for fact in pack.known_facts(event) if _FAILED.search(fact_sentence(pack, fact))]
    told = told or [fact for fact in event.facts if _is_reason(pack, fact)]
    best = sorted(told, key=lambda fact: -fact.importance)[: TOLD - 1]
    return told_in(pack, sorted(best, key=by_time), [event.id]) if best else None


def _dispute_over_it(pack: StoredPack, found: SearchResult) -> Entry | None:
    """Return the dispute over why all named people failed: `why Trotsky lost`."""
    people = [pack.entries[each] for each in found.query.entries if pack.entries[each].kind is Kind.PERSON]
    for own_id in found.owners if people and not found.query.further_terms(FAILING) else ():
        issue = pack.entries.get(own_id)
        words = plain(issue.name).split() if issue and pack.mentions("about", own_id) else []
        if (
            found.query.asks_for in words
            and FAILING.intersection(words)
            and all(speaks_of(each, words) for each in people)
        ):
            return issue
    return None


def _dispute_with_all(pack: StoredPack, query: Query) -> Entry | None:
    """Return the dispute that has all words of "why did X fail to do Y" except `fail` and `do`."""
    place = query.words.index("to") + 1 if "to" in query.words else len(query.words)
    undone = {*FAILING, *query.words[place : place + 1]}
    terms = [term for term in query.terms if term.word not in undone]
    if len(undone) == len(FAILING) or len(terms) < FEWEST:
        return None
    said = (
        (issue, plain(" ".join((*issue.names, *issue.search, issue.summary))).split()) for issue in pack.argued_about()
    )
    return next((issue for issue, words in said if all(is_said(term, words) for term in terms)), None)


def _of(issue: Entry) -> str:
    """Return what a dispute called `the … of the X` is about: X."""
    return issue.name.rpartition(" of the ")[2]


def _event_of(pack: StoredPack, found: SearchResult) -> Entry | None:
    """Return the event that failed: the named one, or one with all other words of the question in a name.

    None if the question says who failed, but not in what.
    """
    query = found.query
    terms = [term for term in query.terms if term.word not in FAILING]
    agents = [query.words[slice(*place)] for each, place in query.entries.items() if pack.entries[each].kind in AGENTS]
    if not {term.word for term in terms}.difference(*agents):
        return None  # an event with only his name in it need not be what he failed in
    is_sure = len(terms) > 1  # `revolution` alone may be any
    for own_id in found.owners if is_sure or query.entries else ():
        event = pack.entries.get(own_id)
        if event and event.kind is Kind.EVENT and (own_id in query.entries or is_called(event, terms)):
            return event
    return None


def _is_reason(pack: StoredPack, fact: Fact) -> bool:
    """True if a fact is a claim of why an event failed, and is not denied."""
    is_claim = pack.relations[fact.relation].claim and bool(fact.according_to)
    return is_claim and pack.stands(fact) and gives_reason(fact_sentence(pack, fact))
