"""Answer what a work says, of something or at all, by facts about the work."""

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.views.questions.direct import TOLD, Direct, is_said, speaks_of, told_in, words_said

CONTENT = "content"  # a word of the relation for what stands in a work


def work_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what the first named work says of all else in the question: the most important facts, by time."""
    is_asked = query.words[:2] in (("what", "does"), ("what", "did")) and VIEWING.intersection(query.words)
    work = _first_work(pack, query) if is_asked else None
    if work is None:
        return None
    others = [pack.entries[each] for each in query.named if query.entries[each] != query.entries[work.id]]
    further = query.further_terms(VIEWING)
    told = [
        fact
        for fact in pack.known_facts(work)
        if all(speaks_of(each, words_said(pack, fact)) for each in others)
        if all(is_said(term.itself, words_said(pack, fact)) for term in further)
        if isinstance(fact.object, str)  # not who wrote it, or when
        if others or further or _is_content(pack, fact)
    ]
    best = sorted(told, key=lambda fact: -fact.importance)[: TOLD - 1]
    return told_in(pack, sorted(best, key=by_time)) if best else None


def _first_work(pack: StoredPack, query: Query) -> Entry | None:
    """Return the work named first in the question; an event may have the same name."""
    first = [each for each in query.named if query.entries[each] == query.entries[query.named[0]]]
    return next((pack.entries[each] for each in first if pack.entries[each].kind is Kind.WORK), None)


def _is_content(pack: StoredPack, fact: Fact) -> bool:
    """True if a fact about a work tells what it says."""
    return CONTENT in pack.relations[fact.relation].words
