"""Answers to when somebody came to a place, or left it: by the stays that the book tells of."""

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Kind, by_time
from trotskyism_cli.views.direct import TOLD, Direct, told_in

COMING = frozenset("arrive arrived enter entered go went land landed move moved reach reached return returned".split())
LEAVING = frozenset("leave left leaving depart departed quit sail sailed".split())
EXILED = frozenset("asylum banished deported exile exiled refuge sent".split())
DURING = frozenset({"at", "during", "when"})  # before an event by which a time is named
BREAKING_OUT = frozenset("began begin break broke happened occurred started took".split())
LIVING = frozenset({"live", "lived", "stay", "stayed"})
STAYING = frozenset({"lived", "exile"})  # among the words by which one asks for a stay


def exile_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Where the one person whom a question names was in exile at the time that it names."""
    asked = query.when
    events = [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.EVENT]
    if asked is None and len(events) == 1 and DURING.intersection(query.words):
        asked = pack.day_known(events[0])
    people = [each for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    if query.asked != "where" or asked is None or len(people) != 1 or len(query.entries) > 1 + len(events):
        return None
    if query.further_terms(EXILED | BREAKING_OUT | COMING):
        return None
    if not (events or (EXILED | COMING).intersection(query.words)):
        return None
    stays = [
        fact
        for fact in pack.known_facts(pack.entries[people[0]])
        if fact.target and fact.date
        if "exile" in pack.relations[fact.relation].words
        if fact.date.first <= asked.last and asked.first <= fact.date.last
    ]
    return told_in(pack, sorted(stays, key=by_time)[:TOLD]) if stays else None


def next_stay(pack: StoredPack, query: Query) -> Direct | None:
    """Where the one person whom a question names went after one place that it names, or was before it."""
    way = next((word for word in ("after", "before") if word in query.words), "")
    named = sorted(query.entries, key=lambda each: pack.entries[each].kind is Kind.PLACE)
    if query.asked != "where" or not way or len(named) != 2 or not query.is_only_names_or(COMING | LEAVING | LIVING):
        return None
    person, place = (pack.entries[each] for each in named)
    if person.kind is not Kind.PERSON or place.kind is not Kind.PLACE:
        return None
    known = (fact for fact in pack.known_facts(person) if fact.target and fact.date)
    stays = sorted((fact for fact in known if STAYING & {*pack.relations[fact.relation].words}), key=by_time)
    there = [number for number, fact in enumerate(stays) if fact.target == place.id]
    wanted = (there[-1] + 1 if way == "after" else there[0] - 1) if there else -1
    return told_in(pack, [stays[wanted]]) if 0 <= wanted < len(stays) else None


def stay_asked(pack: StoredPack, query: Query) -> Direct | None:
    """The stays of the one person whom a question names at the one place that it names, if it asks when they were."""
    named = sorted(query.entries, key=lambda each: pack.entries[each].kind is Kind.PLACE)
    if query.asked != "when" or len(named) != 2 or not query.is_only_names_or(COMING | LEAVING):
        return None
    person, place = (pack.entries[each] for each in named)
    if person.kind is not Kind.PERSON or place.kind is not Kind.PLACE:
        return None
    stays = [
        fact
        for fact in pack.known_facts(person)
        if fact.target == place.id and fact.date
        if STAYING & {*pack.relations[fact.relation].words}
        if fact.date.end or not LEAVING.intersection(query.words)
    ]
    return told_in(pack, sorted(stays, key=by_time)[:TOLD]) if stays else None
