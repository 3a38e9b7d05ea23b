"""Answers to what one asks of one entry: why it matters, how old somebody became, his parents, who led there."""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.question_words import VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.somebody import only_person
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice, by_time
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.direct import TOLD, Direct, is_said, is_what, speaks_of, told_in
from trotskyism_cli.views.surnames import surname
from trotskyism_cli.views.telling import first_sentence

MATTERING = frozenset("famous important importance matter matters mattered significance significant".split())
PARENTS = frozenset("father mother parent parents".split())
_CHILD_OF = lazy_regex(r"\b(?:son|daughter|child) of [A-Z]")
DYING = frozenset("age assassinated died die death executed killed murdered old shot".split())
WITH_ENTRIES = "Named here are only those who have entries of their own."
LIVES = frozenset("bio biography biographies biographer biographers".split())
WROTE = frozenset({"wrote", "written"})
BOOKS, ABOUT = frozenset({"book", "books"}), frozenset({"about", "on"})
LEADING = frozenset("lead led leader leaders head headed".split())
BIOGRAPHY = "biography"  # ends the type of a work that is one
_FURTHER = lazy_regex("[,;:.] ")  # where a summary that has said what something is goes on
LIFE_OF = 4  # words between what somebody was and of whom


def importance_of(pack: StoredPack, query: Query) -> Direct | None:
    """Why what a question names matters."""
    if len(query.entries) != 1 or not MATTERING.intersection(query.words) or not query.is_only_names_or(MATTERING):
        return None
    entry = pack.entries[next(iter(query.entries))]
    if entry.kind is Kind.PLACE and not entry.significance:  # then what happened there matters
        there = (pack.entries[fact.subject] for fact in pack.facts_with_object(entry.id))
        events = [each for each in there if each.kind is Kind.EVENT and plain(entry.name) in plain(each.name)]
        entry = max(events, key=lambda each: each.importance, default=entry)
    return Direct(f"{capital(entry.name)}: {entry.significance}", entries=(entry.id,)) if entry.significance else None


def age_of(pack: StoredPack, query: Query) -> Direct | None:
    """How old somebody became, with the days of birth and death."""
    if not {"how", "old"} <= {*query.words} or len(query.entries) != 1:
        return None
    entry = pack.entries[next(iter(query.entries))]
    days = [fact for fact in entry.facts if isinstance(fact.object, Date) and not fact.negated]
    year = query.when.year if query.when else _year_of_clause(pack, entry, query)
    if entry.kind is not Kind.PERSON or len(days) < 2:
        return None
    born, died = (fact.object for fact in days[:2] if isinstance(fact.object, Date))
    told = " ".join(fact_sentence(pack, fact) for fact in days[:2])
    if not (born.is_exact_day and died.is_exact_day):
        return Direct(told, "", tuple(fact.id for fact in days[:2]))
    if year and year <= died.last.year:
        age = year - born.first.year
        text = f"In {year} {entry.name} was {age - 1} or {age} years old."
        return Direct(text, fact_sentence(pack, days[0]), (days[0].id,))
    if not query.is_only_names_or(DYING):
        return None  # how old when something else was
    had_birthday = (died.first.month, died.first.day) >= (born.first.month, born.first.day)
    years = died.first.year - born.first.year - (not had_birthday)
    return Direct(f"{entry.name} {_died_at(entry, years)}.", told, tuple(fact.id for fact in days[:2]))


def _died_at(person: Entry, years: int) -> str:
    """At which age somebody died, as it goes on after the name."""
    pronoun = {"m": "he", "f": "she"}.get(person.gender)
    return f"was {years} when {pronoun} died" if pronoun else f"died at the age of {years}"


def _year_of_clause(pack: StoredPack, person: Entry, query: Query) -> int:
    """The year in which somebody did what a question says that he did then: `when he became war commissar`; or 0."""
    further = [term for term in query.further_terms(DYING) if term.word != "old"]
    if not further or "when" not in query.words:
        return 0
    for fact in person.facts:
        words = plain(fact_sentence(pack, fact)).split()
        begun = fact.date.start if fact.date and pack.is_known(fact) else None
        if begun and all(is_said(each.itself, words) for each in further):
            return begun.year
    return 0


def parents_of(pack: StoredPack, query: Query) -> Direct | None:
    """Who the parents of somebody were, or whose child he is first said to be, if a question asks for one of them."""
    is_asked = PARENTS.intersection(query.words) and query.is_only_names_or(PARENTS)
    person = only_person(pack, query) if is_asked else None
    if person is None:
        return None
    if _CHILD_OF.search(first_sentence(person.summary)):
        return Direct(is_what(person), entries=(person.id,))
    of_him = re.compile(rf"{re.escape(surname(person))}['’]s? (?:{'|'.join(sorted(PARENTS))})\b")
    told = [fact for fact in pack.known_facts(person) if of_him.match(fact_sentence(pack, fact))]
    return told_in(pack, told[:1]) if told else None


def end_of(pack: StoredPack, entry: Entry) -> str:
    """When somebody died, and where, as far as it is told."""
    facts = (fact for fact in entry.facts if "death" in pack.relations[fact.relation].words and not fact.negated)
    return " ".join(fact_sentence(pack, fact) for fact in facts if fact.id not in pack.corrected)


def lives_of(pack: StoredPack, query: Query) -> Direct | None:
    """The works on somebody's life and their authors, as far as they have entries, which say so first."""
    is_of_books = (BOOKS | WROTE).intersection(query.words) and ABOUT.intersection(query.words)
    is_asked = is_of_books or LIVES.intersection(query.words)
    entry = only_person(pack, query) if is_asked and query.is_only_names_or(LIVES | BOOKS | VIEWING) else None
    if entry is None:
        return None
    surname = plain(entry.name).rpartition(" ")[2]
    link = re.compile(rf"\b(?:life|lives|biography|biographies) of (?:\w+ ){{0,{LIFE_OF}}}?{surname}\b")
    works = [each for each in pack.entries.values() if each.kind is Kind.WORK and each.type.endswith(BIOGRAPHY)]
    own = {fact.subject for fact in pack.facts_with_object(entry.id) if "wrote" in pack.relations[fact.relation].words}
    of_others = [each for each in works if link.search(plain(first_sentence(each.summary)))]
    by_himself = [each for each in works if each.id in own and each.type != BIOGRAPHY]
    people = (each for each in pack.entries.values() if each.kind is Kind.PERSON and each.id != entry.id)
    authors = [each for each in people if link.search(plain(first_sentence(each.summary)))]
    found = [*of_others, *authors, *by_himself]
    told = [is_what(each) for each in found]
    return Direct(told[0], " ".join(told[1:]), entries=tuple(each.id for each in found)) if told else None


def leaders_of(pack: StoredPack, query: Query) -> Direct | None:
    """Who led in a country: the leaders of the bodies of which it is said first that they were there."""
    places = [each for each in query.entries if pack.entries[each].kind is Kind.PLACE]
    if "who" not in query.asks or not LEADING.intersection(query.words) or len(places) != 1:
        return None
    start, end = query.entries[places[0]]
    further = [term for term in query.terms if term.word not in {*query.words[start:end], *LEADING}]
    led: list[Fact] = []
    for entry in pack.entries.values():
        told = plain(_FURTHER.split(entry.summary)[0]).split() if entry.kind is Kind.ORGANISATION else []
        is_there = told and speaks_of(pack.entries[places[0]], told)
        if further and is_there and all(is_said(term, told) for term in further):
            led += [fact for fact in pack.facts_with_object(entry.id) if "led" in pack.relations[fact.relation].words]
    known = [fact for fact in led if fact.voice is Voice.FACT and not fact.negated and fact.id not in pack.corrected]
    best = sorted(known, key=lambda fact: (-fact.importance, *by_time(fact)))[:TOLD]
    return told_in(pack, sorted(best, key=by_time)) if best else None
