"""Answer how an event or a body began or ended."""

from datetime import date

from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.question_terms import BEGINNING
from trotskyism_cli.pack.dates import NAMED_YEAR, Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.answers.people.victims import fate_of
from trotskyism_cli.views.questions.direct import TOLD, Direct, inside, told_in
from trotskyism_cli.views.questions.event_answer import in_short
from trotskyism_cli.views.questions.hits import sentences

ENDING = frozenset("collapse collapsed conclude concluded end ended ends finish finished".split())
OUTCOME, FOUNDED, ENDED = "outcome", "founded", "ended"  # words of relations
_ENDED = lazy_regex(
    r"\b(?:abdicated|beat|beaten|called off|collapsed|crushed|declared|defeated|dissolved|ended|expelled|failed"
    r"|overthrew|overthrown|put down|sentenced|stormed|suppressed|surrendered|won)\b"
)
# Says that a body came to an end.
_OVER = lazy_regex(
    r"\b(?:banned|became|broken (?:up )?by|destroyed|disbanded|dissolved|ended|fused|joined with|merged|outlawed"
    r"|given up|suppressed|until|wound up)\b"
)
_LASTED = lazy_regex(r"\b(?:lasted|went on|held) until\b|\bbroke up\b")
_BEGAN = lazy_regex(r"\b(?:began (?:when|with)|broke out (?:when|with)|moved [^.;]* to rise)\b")


def end_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer how the one named event or body began or ended, if nothing else is asked."""
    if (query.words[:1] != ("how",) and query.words[:2] != ("what", "ended")) or "long" in query.words:
        return None
    is_of_end = bool(ENDING.intersection(query.words))
    is_asked = is_of_end or BEGINNING.intersection(query.words)
    if not is_asked or len(set(query.entries.values())) != 1 or query.further_terms(ENDING | BEGINNING):
        return None
    told = _end_or_fate if is_of_end else beginning_of_it
    return next((found for each in query.named if (found := told(pack, pack.entries[each]))), None)


def _end_or_fate(pack: StoredPack, entry: Entry) -> Direct | None:
    """Tell how something ended; of a body without such a fact, what its summary says became of it."""
    if told := end_of_it(pack, entry):
        return told
    fate = fate_of(entry) if entry.kind is Kind.ORGANISATION else ""
    return Direct(fate, entries=(entry.id,)) if fate else None


def end_untold(pack: StoredPack, query: Query) -> Entry | None:
    """The body in a pure "when did X end" question whose end the book does not record."""
    body = _end_undated(pack, query)
    return None if body is None or _OVER.search(body.summary) else body


def end_in_summary(pack: StoredPack, query: Query) -> Direct | None:
    """Answer when the one named body ended by the sentence of its summary that has the year."""
    body = _end_undated(pack, query)
    if body is None:
        return None
    told = next((each for each in sentences(body.summary) if _OVER.search(each) and NAMED_YEAR.search(each)), "")
    return Direct(f"{capital(body.name)}: {inside(told)}", entries=(body.id,)) if told else None


def _end_undated(pack: StoredPack, query: Query) -> Entry | None:
    """The body in a pure "when did X end" question, if no fact gives the day."""
    if (
        query.asks_for != "when"
        or len(query.entries) != 1
        or query.further_terms(ENDING)
        or not ENDING & {*query.words}
    ):
        return None
    body = pack.entries[query.named[0]]
    return None if body.kind is not Kind.ORGANISATION or end_of_it(pack, body) else body


def end_of_it(pack: StoredPack, entry: Entry) -> Direct | None:
    """Tell the outcome of an event, or when a body ended, in order of time."""
    known = pack.known_facts(entry)
    if entry.kind is Kind.EVENT:
        told = [fact for fact in known if OUTCOME in pack.relations[fact.relation].words and not fact.target]
    elif entry.kind is Kind.ORGANISATION:
        told = [fact for fact in known if _is_day(pack, fact, ENDED)]
    else:
        return None
    ended = [fact for fact in told if _ENDED.search(fact_sentence(pack, fact))]
    until = next((each for each in sentences(entry.summary) if _LASTED.search(each)), "")
    if entry.kind is Kind.EVENT and until and not ended:
        return Direct(f"{capital(entry.name)}: {inside(until)}", entries=(entry.id,))
    told = ended or told
    most = max((fact.importance for fact in told), default=0)
    best = [fact for fact in told if fact.importance == most][: TOLD - 1]
    best.sort(key=lambda fact: _first_year(pack, fact))
    return told_in(pack, best, [entry.id]) if best else None


def beginning_of_it(pack: StoredPack, entry: Entry) -> Direct | None:
    """Tell the event by which a body was founded, else its first day; of an event, what it began with."""
    known = pack.known_facts(entry)
    if entry.kind is Kind.ORGANISATION:
        founding = [each for name in entry.names for each in entries_named(pack.store, f"founding of {name}")]
        events = [pack.entries[each] for each in founding if pack.entries[each].kind is Kind.EVENT]
        if events:
            return in_short(events[0])
        told = [fact for fact in known if _is_day(pack, fact, FOUNDED)]
    else:
        texts = ((fact, fact_sentence(pack, fact)) for fact in known if entry.kind is Kind.EVENT)
        told = [fact for fact, text in texts if _BEGAN.search(text)]
    best = sorted(told, key=lambda fact: -fact.importance)[:1]
    return told_in(pack, best, [entry.id]) if best else None


def _first_year(pack: StoredPack, fact: Fact) -> int:
    """Return the first year in a fact's sentence, else the year of its date, else the greatest year."""
    years = [int(year) for year in NAMED_YEAR.findall(fact_sentence(pack, fact))]
    return next(iter(years), fact.date.first.year if fact.date else date.max.year)


def _is_day(pack: StoredPack, fact: Fact, word: str) -> bool:
    return isinstance(fact.object, Date) and word in pack.relations[fact.relation].words
