"""Answers to what a work says of somebody or something: by the statements on the work that speak of it."""

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.question_words import VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Kind, by_time
from trotskyism_cli.views.direct import TOLD, Direct, is_said, speaks_of, told_in, words_said


def work_asked(pack: StoredPack, query: Query) -> Direct | None:
    """What the work that a question names first says of all else that it names: what matters most of it, by time."""
    is_asked = query.words[:2] in (("what", "does"), ("what", "did")) and VIEWING.intersection(query.words)
    if not is_asked or not query.named or pack.entries[query.named[0]].kind is not Kind.WORK:
        return None
    work = pack.entries[query.named[0]]
    others = [pack.entries[each] for each in query.named[1:] if query.entries[each] != query.entries[work.id]]
    further = query.further_terms(VIEWING)
    if not others and not further:
        return None
    told = [
        fact
        for fact in pack.known_facts(work)
        if all(speaks_of(each, words_said(pack, fact)) for each in others)
        if all(is_said(term.itself, words_said(pack, fact)) for term in further)
        if isinstance(fact.object, str)  # and not who wrote it, or when
    ]
    best = sorted(told, key=lambda fact: -fact.importance)[: TOLD - 1]
    return told_in(pack, sorted(best, key=by_time)) if best else None
