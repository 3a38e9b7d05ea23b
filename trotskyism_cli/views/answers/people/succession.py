"""Answer who came after somebody, by offices whose sentences say who followed whom."""

import re
from collections.abc import Sequence

from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import fact_sentence, sentence
from trotskyism_cli.views.answers.people.death import deaths_among
from trotskyism_cli.views.questions.direct import TOLD, Direct, is_what, told_in
from trotskyism_cli.views.wording.surnames import short_name, surname

SUCCEEDING = frozenset(
    "succeed succeeded succeeds successor successors replace replaced replaces follow followed".split()
)
RULING = frozenset(
    "charge control country government head headed lead leader leadership led over power rule ruled ruler ran russia "
    "soviet union state".split()
)
OFFICES = frozenset({"government", "head", "state"})
TITLES = frozenset("chairman leader minister premier president secretary".split())
TAKING_OVER = (("led", "from"), ("came", "after"))  # `took over` is read as `led`
SOON = 62  # days between one holder's end and the next one's beginning; dates may be months
PASSED = " passed to "
HEIR = "leader after"  # with a name, this finds who came to power next
HEADING = frozenset({"chaired", "head"})  # words of relations


def successor_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer who followed the one named person at the head of what he headed, if nothing else is asked."""
    query = found.query
    people = [each for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    is_after = "after" in query.words or {"over", "from"} <= {*query.words}
    is_asked = SUCCEEDING.intersection(query.words) or (is_after and "who" in query.words[:1])
    is_of_object = "did" in query.words[1:2]  # asked whom he named his successor
    if "who" not in query.asks or len(people) != 1 or not is_asked or is_of_object:
        return None
    further = {term.word for term in query.terms} - query.naming
    bodies = [each for each in query.entries if pack.entries[each].kind is Kind.ORGANISATION]
    if not further <= SUCCEEDING | RULING | {"died", "death"} | (TITLES if bodies else frozenset()):
        return None
    person = pack.entries[people[0]]
    if bodies:
        return _followed_in(pack, person, bodies) or _next_in(pack, person, bodies)
    known = sorted(_followed(pack, person), key=by_time)[:TOLD]
    if not known and SUCCEEDING.intersection(query.words) and (passed := _passed_on(pack, found, person)):
        return passed
    heirs = entries_named(pack.store, f"{HEIR} {short_name(person)}")
    heir = next((each for each, span in heirs.items() if span[0] == 0), "")
    is_of_power = (SUCCEEDING | OFFICES).isdisjoint(query.words)  # not of an office
    if OFFICES.intersection(query.words) and known:
        heir = ""  # the office is asked for, not the power
    told = [*([is_what(pack.entries[heir])] if heir else []), *(fact_sentence(pack, fact) for fact in known)]
    if not told or (is_of_power and not heir):
        return None
    if not is_of_power:
        told = [*told[1:], told[0]] if heir else told
    deaths = (each.id for each in deaths_among(pack, found, person))
    others = dict.fromkeys((heir, *(fact.subject for fact in known)) if heir else (fact.subject for fact in known))
    return Direct(told[0], " ".join(told[1:]), tuple(fact.id for fact in known), (*deaths, *others))


def is_of_predecessor(pack: StoredPack, query: Query, told: Direct) -> bool:
    """True if it is asked who came after somebody, and the answer tells whose successor he was himself."""
    people = [each for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    is_asked = query.words[:1] == ("who",) and SUCCEEDING.intersection(query.words[1:2]) and len(people) == 1
    if not is_asked or not told.text.startswith(f"{pack.entries[people[0]].name}: "):
        return False
    own = rf"(?:by|him|her|{re.escape(surname(pack.entries[people[0]]))})"
    return not re.search(rf"\b(?:followed|replaced|succeeded)(?: \w+)? {own}\b", told.text)


def _passed_on(pack: StoredPack, found: SearchResult, person: Entry) -> Direct | None:
    """Answer to whom power passed when somebody died, by a fact about the event of his death."""
    for event in deaths_among(pack, found, person):
        told = next((fact for fact in pack.known_facts(event) if PASSED in fact_sentence(pack, fact)), None)
        if told:
            return Direct(fact_sentence(pack, told), facts=(told.id,), entries=(event.id,))
    return None


def _followed_in(pack: StoredPack, person: Entry, bodies: Sequence[str]) -> Direct | None:
    """Answer who followed somebody at the head of a named body, by the note on his office."""
    for fact in person.facts:
        is_of_head = fact.target in bodies and HEADING & {*pack.relations[fact.relation].words}
        if is_of_head and re.search(r"\b(?:followed|succeeded) (?:him|her)\b", fact.note):
            return Direct(fact_sentence(pack, fact), sentence(fact.note), (fact.id,), (fact.target, person.id))
    return None


def _next_in(pack: StoredPack, person: Entry, bodies: Sequence[str]) -> Direct | None:
    """Answer who came to the head of a named body within SOON of somebody's leaving it, by the dates of both."""
    at_head = [
        fact
        for each in bodies
        for fact in pack.facts_with_object(each)
        if HEADING.intersection(pack.relations[fact.relation].words) and pack.is_known(fact)
    ]
    left = [fact.date.last for fact in at_head if fact.subject == person.id and fact.date and fact.date.end]
    others = [fact for fact in at_head if fact.subject != person.id and fact.date and fact.date.is_span]
    then = [fact for fact in others if left and fact.date and abs((fact.date.first - max(left)).days) <= SOON]
    first = min(then, key=by_time, default=None)
    return told_in(pack, [first], [first.subject]) if first else None


def _followed(pack: StoredPack, person: Entry) -> list[Fact]:
    """Return the offices in bodies that somebody headed whose sentences say that the holder followed him."""
    name = re.escape(short_name(person))
    verb = r"\b(?:followed|succeeded|replaced|successor of) (?:[\w.]+ )?"
    said = re.compile(rf"{verb}{name}\b|\b{name}'s (?:successor|place)")
    bodies = {fact.target for fact in person.facts if fact.target and HEADING & {*pack.relations[fact.relation].words}}
    others = (fact for body in bodies for fact in pack.facts_with_object(body) if fact.subject != person.id)
    return [fact for fact in others if pack.is_known(fact) and said.search(fact_sentence(pack, fact))]
