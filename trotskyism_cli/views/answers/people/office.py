"""Answer who held an office at a time: only those of whom it is sure."""

import re
from collections.abc import Iterable

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import names_in_text
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import HEADING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import fact_sentence, sentence
from trotskyism_cli.views.answers.people.of_one_entry import WITH_ENTRIES
from trotskyism_cli.views.happenings.offices import OFFICES, is_office
from trotskyism_cli.views.questions.direct import TOLD, Direct, is_said, speaks_of, told_in, words_said
from trotskyism_cli.views.questions.line_match import MEMBERS
from trotskyism_cli.views.questions.time_asked import is_sure_then
from trotskyism_cli.views.wording.surnames import short_name

LEAVING = frozenset("cease ceased dismissed leave left lose lost removed resign resigned stop stopped".split())
HEAD = r"\b(?<!deputy )(?:head|chairman|leader|president|secretary) of (?:the )?"


def office_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who held the named office at the named time."""
    if query.asks_for == "who" and "before" in query.words and query.when is None:
        return _office_before(pack, query)
    if query.asks_for == "who" and "after" in query.words and query.when is None:
        return _office_after(pack, query)
    if query.asks_for != "who" or query.when is None or {"after", "before"}.intersection(query.words):
        return None
    if told := _members_then(pack, query):
        return told
    bodies = [each for each in query.entries if pack.entries[each].kind is Kind.ORGANISATION]
    asked = {term.word for term in query.further_terms(frozenset())}
    if not asked or len(query.entries) > len(bodies):
        return None
    rows = list(offices(pack)) if asked & _words_of_offices(pack) else []
    held = [fact for fact in rows if is_sure_then(pack, fact, query) and _is_of(pack, fact, query, bodies)]
    held.sort(key=lambda fact: (fact.target in bodies, fact.importance))
    facts = sorted({fact.subject: fact for fact in held}.values(), key=by_time)[:TOLD]  # one fact a person
    if not facts:
        return None
    if not bodies:  # several bodies may have such an office
        facts.sort(key=lambda fact: -pack.entries[fact.subject].importance)
    return told_in(pack, facts, dict.fromkeys(fact.subject for fact in facts))


def _office_before(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who held an office before the one named person, by an office whose sentence says so."""
    people = [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    if len(people) != 1 or not {term.word for term in query.terms} & _words_of_offices(pack):
        return None
    said = re.compile(rf"\bbefore {re.escape(short_name(people[0]))}\b")
    rows = [fact for fact in offices(pack) if said.search(fact_sentence(pack, fact))]
    bodies = [each for each in query.entries if each != people[0].id]
    asked = [term.itself for term in query.further_terms(HEADING)]
    told = [
        fact
        for fact in rows
        if all(fact.target == each or speaks_of(pack.entries[each], words_said(pack, fact)) for each in bodies)
        and (not asked or any(is_said(term, words_said(pack, fact)) for term in asked))
    ]
    return told_in(pack, sorted(told, key=by_time)[:TOLD]) if told else None


def _office_after(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who first headed the named body after the end of a person or an event."""
    bodies = [each for each in query.entries if pack.entries[each].kind is Kind.ORGANISATION]
    others = [pack.entries[each] for each in query.entries if each not in bodies]
    if not bodies or len(others) != 1 or query.further_terms(HEADING | {"death", "died"}):
        return None
    ends = [when for _, when in pack.known_dates(others[0])]
    if others[0].kind not in (Kind.PERSON, Kind.EVENT) or not ends:
        return None
    ended = max(each.last for each in ends)
    held = [fact for fact in offices(pack) if _is_of(pack, fact, query, bodies) and fact.date]
    later = [fact for fact in held if fact.date and fact.date.first.year >= ended.year and fact.subject != others[0].id]
    first = sorted(later, key=by_time)[:1]
    return told_in(pack, first) if first else None


def _members_then(pack: StoredPack, query: Query) -> Direct | None:
    """List who was in the one named body at the named time, as far as they have entries."""
    bodies = [each for each in query.entries if pack.entries[each].kind is Kind.ORGANISATION]
    is_asked = MEMBERS.intersection(query.words) or "in" in query.words[2:3]
    if len(bodies) != 1 or len(query.entries) != 1 or not is_asked or query.further_terms(MEMBERS):
        return None
    known = (fact for fact in pack.facts_with_object(bodies[0]) if pack.is_known(fact) and fact.date)
    rows = [fact for fact in known if "member" in pack.relations[fact.relation].words]
    of_then = [fact for fact in rows if fact.date and fact.date.is_span and is_sure_then(pack, fact, query)]
    if not of_then:
        return None
    told = told_in(pack, sorted(of_then, key=by_time))
    return Direct(told.text, f"{told.further} {WITH_ENTRIES}".strip(), told.facts, (bodies[0],))


def office_left(pack: StoredPack, query: Query) -> Direct | None:
    """Answer until when the named person held the office that he left."""
    people = [each for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    further = query.further_terms(LEAVING)
    if query.asks_for != "when" or len(people) != len(query.entries) or len(people) != 1:
        return None
    if not further or LEAVING.isdisjoint(query.words):
        return None
    for fact in _offices_of(pack, pack.entries[people[0]]):
        words = plain(fact_sentence(pack, fact)).split()
        if fact.date and fact.date.is_span and fact.date.end and all(is_said(each.itself, words) for each in further):
            return Direct(fact_sentence(pack, fact), sentence(fact.note) if fact.note else "", (fact.id,), (people[0],))
    return None


def _words_of_offices(pack: StoredPack) -> set[str]:
    """Return the words by which a question asks who held an office."""
    asking = (each.words for each in pack.relations.values() if OFFICES.intersection(each.words))
    return {*HEADING} | {word for words in asking for phrase in words for word in plain(phrase).split()}


def offices(pack: StoredPack) -> Iterable[Fact]:
    """Yield the known facts of office of all people."""
    for entry in pack.entries.values():
        if entry.kind is Kind.PERSON:
            yield from _offices_of(pack, entry)


def _offices_of(pack: StoredPack, person: Entry) -> Iterable[Fact]:
    return (fact for fact in person.facts if is_office(pack, fact))


def _is_of(pack: StoredPack, fact: Fact, query: Query, bodies: Iterable[str]) -> bool:
    """True if a fact is of the office asked: head of the named body, or called by the question's words."""
    office = fact.object if isinstance(fact.object, str) else ""
    text = plain(f"{fact_sentence(pack, fact)} {office}")
    names = "|".join(re.escape(name) for each in bodies for name in names_in_text(pack.entries[each]))
    further = [term for term in query.further_terms(frozenset()) if term.word not in HEADING]
    if not further:
        return bool(names) and (fact.target in bodies or bool(re.search(rf"{HEAD}(?:{names})\b(?! of\b)", text)))
    is_of_body = not names or fact.target in bodies or bool(re.search(rf"\b(?:{names})\b", text))
    return is_of_body and "deputy" not in text.split() and all(is_said(term.itself, text.split()) for term in further)
