"""Answer whether somebody took part in an event, by the facts that tie him to it."""

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Kind, by_time
from trotskyism_cli.views.questions.direct import AGENTS, TOLD, Direct, told_in

PART = frozenset({"involved", "part", "participate", "participated"})


def part_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer whether the named person or body took part in the named event, if nothing else is asked."""
    named = [pack.entries[each] for each in query.entries]
    one = [each for each in named if each.kind in AGENTS]
    events = [each for each in named if each.kind is Kind.EVENT]
    is_asked = query.is_yes_or_no and PART.intersection(query.words) and query.is_only_names_or(PART)
    if not is_asked or query.date or len(one) != 1 or len(events) != 1 or len(named) > 2:
        return None
    facts = (*pack.known_facts(one[0]), *pack.known_facts(events[0]))
    tied = [fact for fact in facts if {*fact.ends} == {one[0].id, events[0].id}]
    sure = [fact for fact in tied if not (fact.according_to or pack.relations[fact.relation].claim)]
    best = sorted(sure, key=lambda fact: -fact.importance)[: TOLD - 1]
    return told_in(pack, sorted(best, key=by_time), [one[0].id]) if best else None
