"""The one statement that answers a question, where there is one.

It is the fact whose relation the question asks for by its words, about the entry that it names, with the kind of thing
(who, when, where, how many, why) that it asks for. Where no fact has all of what the question says, there is none: a
half answer is worse than the list. It is given in the fact's own sentence, so that a claim keeps its holder and what is
disputed its mark.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.library.query import STOP_WORDS, Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Candidate, Found, in_a_row
from trotskyism_cli.pack.dates import A_MONTH, Date, date_words
from trotskyism_cli.pack.model import EntryRef, Fact, Kind, Number, ObjectType, Voice
from trotskyism_cli.pack.wording import fact_plurals, fact_sentence, fact_values, fill, listed, sentence
from trotskyism_cli.views.direct import AGENTS, LASTING, Direct, is_said
from trotskyism_cli.views.seeming import (
    FOUNDING,
    PASSIVE,
    counts_what_is_asked,
    is_called_so,
    is_done_to_named,
    is_in_order,
    is_in_passing,
    is_of_another,
    names_in_passing,
)
from trotskyism_cli.views.spoken import Wanted, said_in, wanted_by

READ = 80  # passages, the best first, among which the answer is looked for
LONGEST_NOTE = 25  # words
OTHER_NUMBERS = 2  # that are told beside the one that fits best
EXACT = 7  # days: a date that is known so exactly is better than a year
LIGHT = frozenset("come came get give gave go got make made take took".split())
BECAUSE = "because"
CAUSING = frozenset({BECAUSE, "moved", "forced", "compelled", "drove", "owing", "explanation"})
_NOT = re.compile(r"\b(?:not|never)(?: \w+)? $")
_NOUN = re.compile(r"\b(?:as|an?|the|of|by|his|her|their|its) $")
_BEFORE_A_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|of|on|into|for|with|against|after|before)(?: the)? $", re.IGNORECASE
)
_WORD = re.compile(r"[\w’'-]+")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÀ-Ž][\w’-]+(?: [A-ZÀ-Ž][\w’-]+)*")


def facts_with_everything(pack: StoredPack, found: Found) -> list[tuple[Candidate, Fact]]:
    """The facts among the best passages that state all that the question says, each with its passage."""
    read = ((each, fact_with_everything(pack, found.query, each)) for each in found.weighed[:READ])
    return [(each, fact) for each, fact in read if fact]


def statement_among(
    pack: StoredPack, facts: Iterable[tuple[Candidate, Fact]], asked: str, query: Query
) -> Direct | None:
    """The answer by the fact that tells best the kind of thing that is asked for; None if none does."""
    wanted = wanted_by(pack, query)
    telling = [(each, fact) for each, fact in facts if _tells(pack, fact, asked, query, wanted)]
    if not telling:
        return None
    _, best = max(telling, key=lambda each: (each[0].score + _fitness(pack, each[1], asked, query), -each[0].number))
    return _told(pack, best, asked, query)


def fact_with_everything(pack: StoredPack, query: Query, candidate: Candidate) -> Fact | None:
    """The fact of a passage, if it states all that the question says.

    What the question names must be one of its ends, or stand in its sentence; every other word must stand in its
    sentence, or be one by which one asks for its relation. That its passage is found by a word is not enough: a note
    or another name of an entry may have it.
    """
    if candidate.kind != "fact" or any(term.word not in candidate.has for term in query.terms):
        return None
    fact = pack.facts[candidate.record]
    return fact if _says_everything(pack, query, fact) else None


def _says_everything(pack: StoredPack, query: Query, fact: Fact) -> bool:
    if fact.negated:
        return False
    text = plain(fact_sentence(pack, fact)).split()
    relation = {word for phrase in pack.relations[fact.relation].words for word in plain(phrase).split()}
    ends = {fact.subject, fact.target, fact.about, *fact.according_to}
    named = {
        query.words[place] for each in ends & query.entries.keys() for place in range(*query.entries[each])
    }  # by the places of their words, as far as no word was mended
    if not is_in_order(query, text):
        return False
    if any(not is_called_so(pack, each, text, query) for each in ends & query.entries.keys()):
        return False
    return all(term.word in named or is_said(term, (*text, *relation)) for term in query.terms)


def _tells(pack: StoredPack, fact: Fact, asked: str, query: Query, wanted: Wanted) -> bool:
    """Whether a fact has the kind of thing that is asked for, and not one that the question itself names."""
    match asked:
        case "who":
            said = said_in(wanted, fact_sentence(pack, fact), fact.subject)
            is_of_it = bool({fact.subject, fact.target} & query.entries.keys())
            if not (is_of_it or said.together) or names_in_passing(pack, fact, query):
                return False
            return bool(_agents(pack, fact, query))
        case "when":
            is_named = bool({fact.subject, fact.target} & query.entries.keys()) or (
                pack.entries[fact.subject].kind is Kind.EVENT and _is_named(pack, fact.subject, query)
            )
            if is_of_another(pack, fact, query):
                return False
            is_claim = pack.relations[fact.relation].claim and query.entries.keys().isdisjoint(fact.according_to)
            return fact.date is not None and is_named and not is_claim and _states(pack, fact, query)
        case "where":
            ends = {fact.subject, fact.target} - {""}
            is_event = pack.entries[fact.subject].kind is Kind.EVENT
            is_other = is_event and any(pack.entries[each].kind is Kind.EVENT for each in query.entries)
            is_called = is_event and not is_other and not query.is_only_names and _is_named(pack, fact.subject, query)
            is_named = not ends.isdisjoint(query.entries) or is_called
            return is_named and _place(pack, fact) not in ("", *query.entries) and _states(pack, fact, query)
        case "number":
            is_event = pack.entries[fact.subject].kind is Kind.EVENT
            is_named = fact.subject in query.entries or (is_event and _is_named(pack, fact.subject, query))
            return is_named and isinstance(fact.object, Number) and counts_what_is_asked(pack, fact, query)
        case "why":
            return _gives_reason(pack, fact, query, wanted)
        case "how":
            return False  # it is told by several
        case _:
            return words_asked_for(pack, fact, query) > 0


def _states(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """Whether a fact states what is asked, and does not only mention it: by its relation, or as an event of its own.

    What is only in the words of its relation is stated of an object that the question names, and of no other.
    """
    asked = [term for term in query.terms if term.word not in query.naming]
    subject = pack.entries[fact.subject]
    if subject.kind is Kind.EVENT:
        called = plain(" ".join(subject.names)).split()
        is_called = subject.id in query.entries or all(is_said(term, called) for term in asked or query.terms)
        small = [word for word in _WORD.findall(fact_sentence(pack, fact)) if word.islower()]
        is_told = any(is_said(term, small) for term in asked if term.word not in LASTING)  # a name alone is in passing
        is_light = bool(LIGHT.intersection(query.words))  # then what is asked is a noun: when somebody took power
        return is_called or (is_told and not is_light) or words_asked_for(pack, fact, query) > 0
    is_of_place = fact.subject in query.entries and "located" in pack.relations[fact.relation].words
    if not asked and (isinstance(fact.object, Date) or is_of_place):
        return True
    if not asked and {fact.subject, fact.target} <= query.entries.keys():
        return LIGHT.isdisjoint(query.words)
    text = plain(fact_sentence(pack, fact)).split()
    is_of_it = not fact.target or fact.target in query.entries or all(is_said(term, text) for term in asked)
    return is_of_it and words_asked_for(pack, fact, query) > 0


def _gives_reason(pack: StoredPack, fact: Fact, query: Query, wanted: Wanted) -> bool:
    if isinstance(fact.object, EntryRef):  # the subject led to the object, and it is the object that is to be explained
        names = plain(pack.entries[fact.object.id].name), plain(pack.entries[fact.subject].name)
        named = fact.object.id in query.entries and fact.subject not in query.entries and names[0] not in names[1]
        return named and BECAUSE in pack.relations[fact.relation].words
    ends = {fact.subject, fact.target, fact.about} - {""}
    if not fact.according_to and not any(_is_named(pack, each, query) for each in ends):
        return False  # it may be the reason of what somebody else did
    text = fact_sentence(pack, fact)
    if not said_in(wanted, text, fact.subject).together:
        return False  # it gives the reason of something else
    words = plain(text).split()
    if is_in_passing(wanted, words):
        return False
    return BECAUSE in pack.relations[fact.relation].words or bool(CAUSING.intersection(words))


def _agents(pack: StoredPack, fact: Fact, query: Query) -> list[str]:
    """The people and bodies in a fact that did what is asked; of a claim, those who hold it, if that is asked.

    One end of the fact must be what the question names and the other be tied to it by what its verb asks, or stand in
    the text where one stands who did it.
    """
    relation = pack.relations[fact.relation]
    is_asked_for = words_asked_for(pack, fact, query) > 0
    if relation.claim:
        return [each for each in fact.according_to if each not in query.entries] if is_asked_for else []
    target = fact.target
    if is_asked_for and target:
        if "by {object}" in relation.says:  # the object did it: who founded that which is named, not what founded it
            is_named = fact.subject in query.entries or FOUNDING.isdisjoint(query.words)
            return [target] if target not in query.entries and is_named and _is_named(pack, fact.subject, query) else []
        if target in query.entries:
            return [fact.subject] if _is_agent(pack, fact.subject, query) else []
        own_words = set(map(root, query.words)) & {root(each) for each in plain(" ".join(relation.words)).split()}
        is_either_way = relation.symmetric or ("{was|were}" in relation.says and bool(own_words))
        if fact.subject in query.entries and is_either_way and _is_agent(pack, target, query):
            return [target]
    if is_asked_for and isinstance(fact.object, str) and _is_agent(pack, fact.subject, query):
        return [fact.subject]
    return _doers(pack, fact, query, is_asked_for=is_asked_for)


def _doers(pack: StoredPack, fact: Fact, query: Query, *, is_asked_for: bool) -> list[str]:
    """The names in a sentence that stand before the verb of the question, or after `by` where it is in the passive.

    A noun of the verb will do where the relation is asked for: `decreed the formation`.
    """
    asked = [term for term in query.terms if term.word not in query.naming]
    text = fact_sentence(pack, fact)
    names = _names_in(pack, fact, query)
    is_deed = pack.entries[fact.subject].kind is Kind.ORGANISATION and any(term.word.endswith("ed") for term in asked)
    is_strict = not is_asked_for and (fact.subject not in query.entries or is_deed)
    is_strict |= bool(FOUNDING.intersection(query.words))
    for word in _WORD.finditer(text):
        is_verb = word[0].islower() and not word[0].endswith("ing")
        if not is_verb or not any(is_said(term, plain(word[0]).split()) for term in asked):
            continue
        before, after = text[: word.start()], re.split(r"[.;:] ", text[word.end() :])[0]
        if _NOT.search(before) or (_NOUN.search(before) and not is_asked_for):
            continue
        if is_strict and not is_done_to_named(pack, query, before, after):
            continue
        if PASSIVE.search(before) or after.startswith(" by "):
            found = [name for name in names if name in after.partition(" by ")[2]]
        else:
            clause = re.split(r"[.;:] ", before)[-1]
            found = [name for name in names if name in clause and not _BEFORE_A_PLACE.search(clause.partition(name)[0])]
        if found:
            return found
    return []


def _is_agent(pack: StoredPack, own_id: str, query: Query) -> bool:
    return own_id not in query.entries and pack.entries[own_id].kind in AGENTS


def _names_in(pack: StoredPack, fact: Fact, query: Query) -> list[str]:
    """The names in a text that are neither in the question nor those of what the text is about."""
    if not isinstance(fact.object, str | Date):
        return []
    known = " ".join(plain(name) for each in {fact.subject, *query.entries} for name in pack.entries[each].names)
    bare = re.sub(rf"\b(?:{A_MONTH})\b|Old Style|New Style", "", fact_sentence(pack, fact))
    return [name for name in _NAME.findall(bare) if plain(name) not in known]


def _is_named(pack: StoredPack, own_id: str, query: Query) -> bool:
    """Whether an entry is one that the question names, or has the words in its names that name another."""
    names = " ".join(map(plain, pack.entries[own_id].names))
    return own_id in query.entries or any(
        " ".join(query.words[start:end]) in names for start, end in query.entries.values()
    )


def _place(pack: StoredPack, fact: Fact) -> str:
    if fact.target and pack.entries[fact.target].kind is Kind.PLACE:
        return fact.target
    return fact.where


def _fitness(pack: StoredPack, fact: Fact, asked: str, query: Query) -> float:
    """How well a fact fits: by the words of its relation, the entry that the question names first, and its weight."""
    relation = pack.relations[fact.relation]
    fits = asked == "when" and relation.object_type is ObjectType.DATE
    exact = fits and fact.date is not None and (fact.date.last - fact.date.first).days < EXACT
    named = fact.subject in query.entries or fact.target in query.entries
    known = fact.voice is Voice.FACT
    wrong = bool(pack.corrections_of(fact.id))
    words = min(2, words_asked_for(pack, fact, query))
    verbatim = in_a_row(" ".join(_telling(plain(fact_sentence(pack, fact)).split())), _telling(query.words))
    return 3.0 * (words + fits) + 2.0 * (named - wrong) + known + exact + verbatim + 0.5 * fact.importance


def _telling(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in STOP_WORDS)


def words_asked_for(pack: StoredPack, fact: Fact, query: Query) -> int:
    """How many of the words and phrases by which one asks for the fact's relation the question has."""
    content = {root(form) for term in query.terms for form in (term.word, *(each.text for each in term.forms))}
    asked = content | set(map(root, query.words))
    phrases = (set(map(root, plain(phrase).split())) for phrase in pack.relations[fact.relation].words)
    return sum(bool(phrase & content) and phrase <= asked for phrase in phrases)


def _told(pack: StoredPack, fact: Fact, asked: str, query: Query) -> Direct:
    """A fact as an answer: together with others of its kind, and with what it must not be told without."""
    alike = _alike(pack, fact, query) if asked in ("who", "where", "number") else [fact]
    ids = tuple(each.id for each in alike)
    text = fact_sentence(pack, fact)
    if len(alike) < 2:
        return Direct(text, _further(pack, fact, asked, text), ids)
    if asked == "number":
        others = (fact_sentence(pack, each) for each in alike if each is not fact)
        return Direct(text, " ".join(list(others)[:OTHER_NUMBERS]), ids)
    return Direct(_together(pack, fact, alike), "", ids)


def _alike(pack: StoredPack, fact: Fact, query: Query) -> list[Fact]:
    """The facts that state the same of the entry that the question names: all founders, not the first of them."""
    if fact.according_to or isinstance(fact.object, str | Date):
        return [fact]
    by_subject = fact.target not in query.entries
    facts = pack.entries[fact.subject].facts if by_subject else pack.facts_with_object(fact.target)
    alike = [
        each
        for each in facts
        if each.relation == fact.relation and each.voice is fact.voice and not each.negated
        if not pack.corrections_of(each.id) and _says_everything(pack, query, each)
    ]
    return sorted(alike or [fact], key=lambda each: each.date.first if each.date else date.max)


def _together(pack: StoredPack, fact: Fact, alike: Sequence[Fact]) -> str:
    values, plural = fact_values(pack, fact), fact_plurals(pack, fact)
    objects = listed(list(dict.fromkeys(fact_values(pack, each)["object"] for each in alike)))
    subjects = list(dict.fromkeys(fact_values(pack, each)["subject"] for each in alike))
    several = {**plural, "subject": plural["subject"] or len(subjects) > 1}
    return sentence(
        fill(pack.relations[fact.relation].says, {**values, "subject": listed(subjects), "object": objects}, several)
    )


def _further(pack: StoredPack, fact: Fact, asked: str, text: str) -> str:
    """What belongs to an answer: what is said against it, when and where it happened, or its note."""
    correction = next(iter(pack.corrections_of(fact.id)), None)
    if correction:
        return f"Correction: {fact_sentence(pack, correction)}"
    against = next((pack.facts[each] for each in fact.contradicts if each in pack.facts), None)
    if against:
        return f"Against this: {fact_sentence(pack, against)}"
    if fact.uncertain:
        return f"Uncertain: {sentence(fact.uncertain)}"
    subject = pack.entries[fact.subject]
    if subject.kind is Kind.EVENT and asked == "who":
        known = [each for each in subject.facts if not (each.negated or each.according_to or each.corrects)]
        when = next((date_words(each.object) for each in known if isinstance(each.object, Date)), "")
        where = next((pack.entries[place].name for place in (_place(pack, each) for each in known) if place), "")
        told = [each for each in (when, where) if each and each not in text]
        return sentence(", ".join(told)) if told else ""
    return sentence(fact.note) if fact.note and len(fact.note.split()) <= LONGEST_NOTE else ""
