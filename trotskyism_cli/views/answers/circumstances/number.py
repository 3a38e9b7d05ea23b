"""Answer how many took part, died or belonged, by a sentence that counts them: a letter of forty-six."""

import re
from collections.abc import Iterable
from datetime import date

from trotskyism_cli.library.bodies.descent import is_part
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.killing import KILLED_WORDS, WAS_KILLED
from trotskyism_cli.library.words.numerals import NUMERALS
from trotskyism_cli.pack.dates import A_MONTH, NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Number
from trotskyism_cli.pack.wording import fact_sentence, sentence
from trotskyism_cli.views.answers.people.death import DEATHS, OF_DEATH
from trotskyism_cli.views.questions.direct import TOLD, Direct, is_said, is_what, speaks_of, told_in, words_said
from trotskyism_cli.views.questions.hits import ShownHit, lines_on, whole_line
from trotskyism_cli.views.questions.line_match import COUNTED, PEOPLE, TAKING_PART

ANYBODY = frozenset({"people", "persons"})
DEAD = KILLED_WORDS | frozenset("dead death deaths died perished".split())  # in a line about deaths
SIZE = frozenset({"big", "large", "strong"})
SOLDIERS = frozenset({"soldiers", "troops"})
# Captures who was killed: what stands before the verb in its clause.
_KILLED = lazy_regex(rf"([^,;.]*(?:,[^;.]*)?)\b(?:was|were)\b {WAS_KILLED}")
ACCUSED = frozenset("accused convicted defendants tried".split())
_NUMERAL = "|".join(sorted(NUMERALS))
_OF_SO_MANY = lazy_regex(rf"\bof (?:the )?(?:{_NUMERAL})(?:-(?:{_NUMERAL}))?$", re.IGNORECASE)
_DATE = rf"(?:(?:\d{{1,2}} )?(?:{A_MONTH})(?: \d{{4}})?|\d{{4}})"
GROWING = r"(?:had|grew to|rose to|numbered|counted)"  # follows the body's name


def makers_counted(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer how many took part in an event or signed a work, by the first line on it that counts them.

    The people counted (`members`, `men` …) must follow the number soon, in the question's word if it has one.
    """
    query = found.query
    asked = PEOPLE.intersection(query.words)
    is_of_taking_part = TAKING_PART.intersection(query.words) or (asked and IS.intersection(query.words))
    entry = _what_is_named(pack, found) if query.asks_for == "number" and is_of_taking_part else None
    for text in lines_on(pack, entry) if entry else ():
        words = plain(text).split()
        for place, word in enumerate(words):
            after = words[place + 1 : place + 1 + COUNTED]
            is_number = word in NUMERALS or (word.isdecimal() and len(word) < len("1917"))
            if is_number and not (asked or PEOPLE | ANYBODY).isdisjoint(after):
                return Direct(whole_line(entry, text), entries=(entry.id,)) if entry else None
    return None


def number_in_name(pack: StoredPack, query: Query) -> Direct | None:
    """Answer how many took part by what the event or work is, if the number is in its name: `of the Twelve`."""
    named = [pack.entries[each] for each in query.entries]
    is_asked = query.asks_for == "number" and len(named) == 1 and not query.date
    if not is_asked or query.further_terms(TAKING_PART | PEOPLE | ANYBODY | ACCUSED):
        return None
    return Direct(is_what(named[0]), entries=(named[0].id,)) if _OF_SO_MANY.search(named[0].name) else None


def dates_counted(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer how often something happened by a line with a date for each time.

    e.g. `strokes of May, June and July 1922`.
    """
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
    """Answer how many died by a hit that says all that is asked and has a number other than a year.

    The fact's note is added: it may say who else died.
    """
    if query.asks_for != "number" or OF_DEATH.isdisjoint(query.words):
        return None
    for hit in hits:
        words = plain(NAMED_YEAR.sub(" ", hit.text.replace(hit.name, ""))).split()
        is_counted = any(word.isdecimal() or word in NUMERALS for word in words)
        is_counted = is_counted and not DEAD.isdisjoint(words)  # the name alone may be of deaths
        if hit.verb == "show" and hit.said.together and hit.said.is_of_it and is_counted:
            facts = pack.entries[hit.id].facts
            note = next((sentence(fact.note) for fact in facts if fact_sentence(pack, fact) == hit.text), "")
            return Direct(hit.text, note, entries=(hit.id,))
    return None


def deaths_numbered(pack: StoredPack, query: Query) -> Direct | None:
    """Answer how many died in the one named event, by its facts that have a number of deaths."""
    named = [pack.entries[each] for each in query.entries]
    is_asked = query.asks_for == "number" and not OF_DEATH.isdisjoint(query.words) and not query.date
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
    """Answer how many were killed in each part of an event, if a fact about each part counts them."""
    within = (fact for fact in pack.facts_with_object(event.id) if is_part(pack.relations[fact.relation]))
    parts = [pack.entries[fact.subject] for fact in within if pack.entries[fact.subject].kind is Kind.EVENT]
    counted = [_deaths_in(pack, part) for part in parts]
    told = [fact for fact in counted if fact]
    if len(told) < len(parts) or not told:
        return None  # some parts do not give the number of all
    days = {part.id: when.first for part in parts if (when := pack.first_known_date(part))}
    return told_in(pack, sorted(told, key=lambda fact: days.get(fact.subject, date.max)), [event.id])


def _deaths_in(pack: StoredPack, event: Entry) -> Fact | None:
    """Return the fact about an event that says how many were killed in it."""
    for fact in pack.known_facts(event):
        killed = _KILLED.search(fact_sentence(pack, fact))
        before = plain(killed[1]).split() if killed else []
        if not NUMERALS.isdisjoint(before):  # digits may be a day
            return fact
    return None


def size_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer how large the one named body was, by a fact that begins with its whole name."""
    named = [pack.entries[each] for each in query.entries]
    is_asked = query.asks_for == "number" or (query.words[:1] == ("how",) and SIZE.intersection(query.words[1:2]))
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


def _what_is_named(pack: StoredPack, found: SearchResult) -> Entry | None:
    """Return the named event or work, else the event whose names have all further words of the question."""
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
