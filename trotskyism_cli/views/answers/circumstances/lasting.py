"""Answer how long something lasted: only by facts that cover the whole of it."""

from collections.abc import Collection

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import LASTING as HOW_LONG
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import fact_sentence, join_words
from trotskyism_cli.views.answers.people.stays import EXILED, LIVING
from trotskyism_cli.views.questions.direct import LASTING, Direct
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.wording.surnames import short_name

ONLY_TOLD = "These are the stays that the book tells of."
# Says in which year a body ended, where no fact gives the day.
_ENDED = lazy_regex(
    r"\b(?:banned|disbanded|dissolved|ended|expelled|outlawed|suppressed|wound up)\b[^.;]*?\b(?:by|in) [^.;,]*?\d{4}\b"
)
_UNTIL = lazy_regex(r"\b(?:until|to his death|to her death)\b")


def lasting_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer how long a body existed (first and last day), or list somebody's stays in exile."""
    if not HOW_LONG.issubset(query.words) or len(query.entries) != 1:
        return None
    entry = pack.entries[next(iter(query.entries))]
    if entry.kind is Kind.ORGANISATION and not query.further_terms(LASTING | {"exist", "existed"}):
        return _from_to(pack, entry)
    if entry.kind is Kind.PERSON and EXILED.intersection(query.words) and not query.further_terms(EXILED | LIVING):
        return _exiles(pack, entry)
    return None


def covers_whole(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if a fact says until when something lasted; always if the question does not ask how long."""
    if not HOW_LONG.issubset(query.words):
        return True
    text = fact_sentence(pack, fact)
    end = fact.date.end if fact.date and fact.date.start and fact.date.is_span else None
    return end is not None and (str(end.year) in text or f"{end.year % 100:02}" in text or bool(_UNTIL.search(text)))


def _from_to(pack: StoredPack, body: Entry) -> Direct | None:
    known = [fact for fact, _ in pack.known_dates(body)]
    days = [
        next((fact for fact in known if word in pack.relations[fact.relation].words), None)
        for word in ("founded", "ended")
    ]
    first, last = days
    if first is None:
        return None
    if last is None:
        told = next((each for each in sentences(body.summary) if _ENDED.search(each)), "")
        return Direct(fact_sentence(pack, first), told, (first.id,), (body.id,)) if told else None
    return Direct(fact_sentence(pack, first), fact_sentence(pack, last), (first.id, last.id), (body.id,))


def _exiles(pack: StoredPack, person: Entry) -> Direct | None:
    """List somebody's stays in exile with place and years; they are not added up, since some have gaps."""
    rows = [fact for fact in pack.known_facts(person) if fact.target]
    rows = [fact for fact in rows if "exile" in pack.relations[fact.relation].words]
    stays = sorted((fact for fact in rows if fact.date), key=by_time)
    if len(stays) < 2:
        return None
    told = (f"{pack.entries[fact.target].name} ({date_short(fact.date)})" for fact in stays if fact.date)
    text = f"{short_name(person)} was in exile, or lived abroad, in {join_words(list(told))}."
    further = [fact_sentence(pack, fact) for fact in rows if not fact.date]  # undated: the sentence says when
    further += [ONLY_TOLD] if not _tells_of_others(pack, person, rows) else []
    return Direct(text, " ".join(further), tuple(fact.id for fact in rows), (person.id,))


def _tells_of_others(pack: StoredPack, person: Entry, rows: Collection[Fact]) -> bool:
    """True if a fact about somebody, other than these, may be about a further stay."""
    others = (fact for fact in person.facts if fact not in rows and not fact.negated)
    return any((EXILED | LIVING).intersection(plain(fact_sentence(pack, fact)).split()) for fact in others)
