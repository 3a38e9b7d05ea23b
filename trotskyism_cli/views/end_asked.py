"""Answers to how an event or a body came to its end: by what the book tells of its outcome."""

from datetime import date

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import NAMED_YEAR, Date
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.direct import TOLD, Direct, told_in

ENDING = frozenset("collapse collapsed conclude concluded end ended ends finish finished".split())
OUTCOME, ENDED = "outcome", "ended"  # among the words by which one asks for these


def end_asked(pack: StoredPack, query: Query) -> Direct | None:
    """How the one event or body ended of which it is asked, if the book tells it and nothing else is asked."""
    if query.words[:1] != ("how",) or not ENDING.intersection(query.words) or "long" in query.words:
        return None
    if len(set(query.entries.values())) != 1 or query.further_terms(ENDING):
        return None
    for own_id in query.named:
        if told := end_of_it(pack, pack.entries[own_id]):
            return told
    return None


def end_of_it(pack: StoredPack, entry: Entry) -> Direct | None:
    """What came of an event, or when and how a body ended, in order of time."""
    known = [fact for fact in entry.facts if pack.is_known(fact) and not fact.according_to]
    if entry.kind is Kind.EVENT:
        told = sorted(known, key=lambda fact: -fact.importance)
        told = [fact for fact in told if OUTCOME in pack.relations[fact.relation].words and not fact.target]
    elif entry.kind is Kind.ORGANISATION:
        told = [fact for fact in known if _is_end(pack, fact)]
    else:
        return None
    best = sorted(told[: TOLD - 1], key=lambda fact: _first_year(pack, fact))
    direct = told_in(pack, best) if best else None
    return Direct(direct.text, direct.further, direct.facts, (entry.id,)) if direct else None


def _first_year(pack: StoredPack, fact: Fact) -> int:
    """The first year that a sentence names, or the year of its date; of none the last of all."""
    years = [int(year) for year in NAMED_YEAR.findall(fact_sentence(pack, fact))]
    return next(iter(years), fact.date.first.year if fact.date else date.max.year)


def _is_end(pack: StoredPack, fact: Fact) -> bool:
    return isinstance(fact.object, Date) and ENDED in pack.relations[fact.relation].words
