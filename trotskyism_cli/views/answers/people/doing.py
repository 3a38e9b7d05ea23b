"""Answer what somebody did, at all or in an event, and what became of him after a year."""

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import A_MONTH, NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.people.victims import fate_of
from trotskyism_cli.views.questions.direct import AGENTS, TOLD, Direct, is_what, speaks_of, told_in
from trotskyism_cli.views.questions.event_answer import HAPPENED
from trotskyism_cli.views.questions.hits import sentences

DOING = frozenset({"do", "does", "did", "done"})
KNOWN = frozenset({"famous", "known", "remembered"})
DURING = frozenset({"at", "during", "in"})
LATER = frozenset({"after", "since"})
_DAY = lazy_regex(rf"\b\d{{1,2}} (?:{A_MONTH})\b")


def doing_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what somebody did, or is known for, by what he was and why he matters."""
    entry = _one_named(pack, query)
    is_asked = query.words[:1] == ("what",) and (query.words[-1] in DOING or KNOWN.intersection(query.words))
    if entry is None or not is_asked or query.date or not query.is_only_names_or(KNOWN):
        return None
    _, *further = sentences(entry.summary)
    return Direct(is_what(entry), " ".join(filter(None, (*further[:1], entry.significance))), entries=(entry.id,))


def doing_in_event_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what somebody did in an event by facts about him that name the event and are of its time."""
    named = [pack.entries[each] for each in query.entries]
    people, events = ([each for each in named if each.kind is kind] for kind in (Kind.PERSON, Kind.EVENT))
    is_asked = query.words[:2] == ("what", "did") and "do" in query.words and not DURING.isdisjoint(query.words)
    if not is_asked or len(people) != 1 or len(events) != 1 or len(named) > 2 or not query.is_only_names:
        return None
    own = (fact for fact in pack.known_facts(people[0]) if not fact.according_to and not _is_stay(pack, fact))
    told = [fact for fact in own if _is_of(pack, fact, events[0]) and _is_then(pack, fact, events[0])]
    best = sorted(told, key=lambda fact: -fact.importance)[: TOLD - 1]
    return told_in(pack, sorted(best, key=by_time)) if best else None


def _is_of(pack: StoredPack, fact: Fact, event: Entry) -> bool:
    """True if a fact speaks of an event; a day in its month is no mention of an event called by that month."""
    return speaks_of(event, plain(_DAY.sub("", fact_sentence(pack, fact))).split())


def _is_then(pack: StoredPack, fact: Fact, event: Entry) -> bool:
    """True if the dates of a fact and an event are known and overlap."""
    when = pack.first_known_date(event)
    return bool(when and fact.date and fact.date.first <= when.last and when.first <= fact.date.last)


def _is_stay(pack: StoredPack, fact: Fact) -> bool:
    """True if a fact has a place as object: where somebody was, not what he did."""
    return bool(fact.target) and pack.entries[fact.target].kind is Kind.PLACE


def fate_after_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what became of somebody after a year by his summary, if it tells that with a later year."""
    entry = _one_named(pack, query)
    is_asked = query.words[:1] == ("what",) and HAPPENED.intersection(query.words) and LATER.intersection(query.words)
    if entry is None or not is_asked or query.when is None or query.further_terms(frozenset()):
        return None
    told = fate_of(entry)
    years = [int(year) for year in NAMED_YEAR.findall(told)]
    return Direct(told, entries=(entry.id,)) if years and max(years) >= query.when.first.year else None


def _one_named(pack: StoredPack, query: Query) -> Entry | None:
    """Return the one person or body that a question names."""
    entries = [pack.entries[each] for each in query.entries]
    return entries[0] if len(entries) == 1 and entries[0].kind in AGENTS else None
