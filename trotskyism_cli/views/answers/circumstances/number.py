"""Answers to how many took part in something, or died, where a sentence counts them: a letter of forty-six."""

import re
from collections.abc import Iterable
from datetime import date

from trotskyism_cli.library.bodies.descent import is_part
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Found
from trotskyism_cli.library.words.killing import KILLED_WORDS, WAS_KILLED
from trotskyism_cli.library.words.numerals import NUMERALS
from trotskyism_cli.pack.dates import A_MONTH, NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Number
from trotskyism_cli.pack.wording import fact_sentence, sentence
from trotskyism_cli.views.answers.people.death import DEATHS, OF_DEATH
from trotskyism_cli.views.questions.direct import TOLD, Direct, is_said, is_what, speaks_of, told_in, words_said
from trotskyism_cli.views.questions.hits import ShownHit, lines_on, whole_line
from trotskyism_cli.views.questions.said import COUNTED, PEOPLE, TAKING_PART

ANYBODY = frozenset({"people", "persons"})
DEAD = KILLED_WORDS | frozenset("dead death deaths died perished".split())  # how a line tells of them
SIZE = frozenset({"big", "large", "strong"})
SOLDIERS = frozenset({"soldiers", "troops"})
# Of whom it is told that they were killed: what stands before that in its clause.
_KILLED = lazy_regex(rf"([^,;.]*(?:,[^;.]*)?)\b(?:was|were)\b {WAS_KILLED}")
ACCUSED = frozenset("accused convicted defendants tried".split())
_NUMERAL = "|".join(sorted(NUMERALS))
_OF_SO_MANY = lazy_regex(rf"\bof (?:the )?(?:{_NUMERAL})(?:-(?:{_NUMERAL}))?$", re.IGNORECASE)
_DATE = rf"(?:(?:\d{{1,2}} )?(?:{A_MONTH})(?: \d{{4}})?|\d{{4}})"
GROWING = r"(?:had|grew to|rose to|numbered|counted)"  # how a sentence goes on that says how large a body was


def makers_counted(pack: StoredPack, found: Found) -> Direct | None:
    """How many took part in the one event, or signed the one work, that a question names, if its summary counts them.

    A number is one of them if the people that it counts follow soon: those whom the question asks for, if it says.
    """
    query = found.query
    asked = PEOPLE.intersection(query.words)
    is_of_taking_part = TAKING_PART.intersection(query.words) or (asked and IS.intersection(query.words))
    entry = _what_is_named(pack, found) if query.asked == "number" and is_of_taking_part else None
    for text in lines_on(pack, entry) if entry else ():
        words = plain(text).split()
        for place, word in enumerate(words):
            after = words[place + 1 : place + 1 + COUNTED]
            is_number = word in NUMERALS or (word.isdecimal() and len(word) < len("1917"))
            if is_number and not (asked or PEOPLE | ANYBODY).isdisjoint(after):
                return Direct(whole_line(entry, text), entries=(entry.id,)) if entry else None
    return None


def number_in_name(pack: StoredPack, query: Query) -> Direct | None:
    """What an event or a work is that is called by how many had part in it, if that is asked: `of the Twelve`."""
    named = [pack.entries[each] for each in query.entries]
    is_asked = query.asked == "number" and len(named) == 1 and not query.date
    if not is_asked or query.further_terms(TAKING_PART | PEOPLE | ANYBODY | ACCUSED):
        return None
    return Direct(is_what(named[0]), entries=(named[0].id,)) if _OF_SO_MANY.search(named[0].name) else None


def dates_counted(pack: StoredPack, found: Found) -> Direct | None:
    """How often something happened, where a line has a date for each time: `strokes of May, June and July 1922`."""
    query = found.query
    asked = query.words[2] if query.words[:2] == ("how", "many") and len(query.words) > 2 else ""
    if not asked or not query.named or query.further_terms(frozenset({asked})) or query.date:
        return None
    dated = re.compile(rf"\b{re.escape(asked)} (?:of|in) ({_DATE}(?:, {_DATE})*,? and {_DATE})", re.IGNORECASE)
    for entry in (pack.entries[each] for each in found.owners if each in pack.entries):
        for text in lines_on(pack, entry):
            words = plain(f"{entry.name} {text}").split()
            times = dated.search(text) if all(speaks_of(pack.entries[each], words) for each in query.named) else None
            if times:
                number = len(re.findall(_DATE, times[1]))
                return Direct(f"The book dates {number} {asked}: {times[1]}.", entries=(entry.id,))
    return None


def dead_counted(pack: StoredPack, query: Query, hits: Iterable[ShownHit]) -> Direct | None:
    """How many died, where a line that says all that is asked has a number that is no year; with its note.

    The note says who else died, of whom the number is not.
    """
    if query.asked != "number" or OF_DEATH.isdisjoint(query.words):
        return None
    for hit in hits:
        words = plain(NAMED_YEAR.sub(" ", hit.text.replace(hit.name, ""))).split()
        is_counted = any(word.isdecimal() or word in NUMERALS for word in words)
        is_counted = is_counted and not DEAD.isdisjoint(words)  # an event may be called by the deaths in it
        if hit.verb == "show" and hit.said.together and hit.said.is_of_it and is_counted:
            facts = pack.entries[hit.id].facts
            note = next((sentence(fact.note) for fact in facts if fact_sentence(pack, fact) == hit.text), "")
            return Direct(hit.text, note, entries=(hit.id,))
    return None


def deaths_numbered(pack: StoredPack, query: Query) -> Direct | None:
    """How many died in the one event that a question names, if a number of its facts is of deaths; with its note."""
    named = [pack.entries[each] for each in query.entries]
    is_asked = query.asked == "number" and not OF_DEATH.isdisjoint(query.words) and not query.date
    if not is_asked or len(named) != 1 or named[0].kind is not Kind.EVENT or query.further_terms(OF_DEATH):
        return None
    numbers = (fact for fact in pack.known_facts(named[0]) if isinstance(fact.object, Number))
    dead = [fact for fact in numbers if (OF_DEATH | DEATHS).intersection(words_said(pack, fact))]
    if not dead:
        return _deaths_in_parts(pack, named[0])
    best = max(dead, key=lambda fact: fact.importance)
    direct = told_in(pack, [best, *(fact for fact in dead if fact is not best)][:TOLD])
    return direct._replace(further=direct.further or sentence(best.note))


def _deaths_in_parts(pack: StoredPack, event: Entry) -> Direct | None:
    """How many were killed in each event that is part of one, where a statement on each of these counts them."""
    within = (fact for fact in pack.facts_with_object(event.id) if is_part(pack.relations[fact.relation]))
    parts = [pack.entries[fact.subject] for fact in within if pack.entries[fact.subject].kind is Kind.EVENT]
    counted = [_deaths_in(pack, part) for part in parts]
    told = [fact for fact in counted if fact]
    if len(told) < len(parts) or not told:
        return None  # what is told of some of them is not how many it were
    days = {part.id: when.first for part in parts if (when := pack.day_known(part))}
    return told_in(pack, sorted(told, key=lambda fact: days.get(fact.subject, date.max)), [event.id])


def _deaths_in(pack: StoredPack, event: Entry) -> Fact | None:
    """The statement on an event that says of how many that they were killed in it."""
    for fact in pack.known_facts(event):
        killed = _KILLED.search(fact_sentence(pack, fact))
        before = plain(killed[1]).split() if killed else []
        if not NUMERALS.isdisjoint(before):  # a figure may be that of a day
            return fact
    return None


def size_asked(pack: StoredPack, query: Query) -> Direct | None:
    """How many were in the one body that a question names: the statement that says so of it, and of no part of it."""
    named = [pack.entries[each] for each in query.entries]
    is_asked = query.asked == "number" or (query.words[:1] == ("how",) and SIZE.intersection(query.words[1:2]))
    if not is_asked or len(named) != 1 or named[0].kind is not Kind.ORGANISATION or query.date:
        return None
    asked = PEOPLE | SOLDIERS | SIZE
    if not query.is_only_names_or(asked):
        return None
    counted = asked.intersection(query.words) - SIZE or {*asked, *ANYBODY}
    for fact in sorted(pack.known_facts(named[0]), key=lambda fact: -fact.importance):
        words = words_said(pack, fact)
        numbers = [place for place, word in enumerate(words) if word in NUMERALS or word == "million"]
        is_of_it = re.match(rf"(?:The )?{re.escape(named[0].name)} {GROWING}\b", fact_sentence(pack, fact))
        if is_of_it and any(not counted.isdisjoint(words[each : each + COUNTED]) for each in numbers):
            return told_in(pack, [fact], [named[0].id])
    return None


def _what_is_named(pack: StoredPack, found: Found) -> Entry | None:
    """The event or work that a question names, else the event one of whose names has all words but those that ask."""
    query = found.query
    further = [term for term in query.further_terms(TAKING_PART) if term.word not in PEOPLE | ANYBODY]
    named = [pack.entries[each] for each in query.entries]
    if not further and len(named) == 1 and named[0].kind in (Kind.EVENT, Kind.WORK):
        return named[0]
    terms = [term for term in further if term.word not in query.naming]
    for event in (pack.entries[each] for each in found.owners if each in pack.entries) if terms else ():
        words = plain(" ".join(event.names)).split()
        is_of_it = all(speaks_of(each, words) for each in named)
        if event.kind is Kind.EVENT and is_of_it and all(is_said(term, words) for term in terms):
            return event
    return None
