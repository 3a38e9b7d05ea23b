"""Take back answers that only share words with the question: about another place, number, thing or time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from trotskyism_cli.library.forms import plain, without_article
from trotskyism_cli.library.names.name_table import by_form
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.questions.question_words import DENYING, IS, STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.numerals import NUMERALS
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.answers.missing import IN_DOUBT, NEAREST, untold
from trotskyism_cli.views.answers.people.succession import is_of_predecessor
from trotskyism_cli.views.questions.answer_view import AnswerView, Untold
from trotskyism_cli.views.questions.direct import AGENTS, Direct, is_said, speaks_of
from trotskyism_cli.views.questions.event_answer import HAPPENED
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.questions.line_match import COUNTED, wanted_by
from trotskyism_cli.views.wording.sentences import WORD
from trotskyism_cli.views.wording.surnames import surname

TIES, NEAR_TIE = frozenset({"with", "to", "for"}), 4  # words before a person, and most words between
SOON = 8  # words between a deed and its place, at most
LONGEST = 4  # words of a name, at most
# How far before a noun, or behind it, its name may stand: `the affair at Lvov`, asked as `the Lvov affair`.
BEFORE_NOUN, BEHIND_NOUN = 2, 4
# Words that tell what somebody did not do.
REFUSING = DENYING | frozenset(
    "absent declined denied except neither nor opposed outside refused rejected without".split()
)
CONTRARY = Untold(f"What was not so is not told here{NEAREST}")


def only_of_question(pack: StoredPack, found: SearchResult, view: AnswerView) -> AnswerView:
    """Replace an answer that only shares words with the question by what the question names."""
    query, told = found.query, view.direct
    if told is None or not query.is_question:
        return view
    if _is_contrary(query, told):
        return view._replace(direct=None, untold=CONTRARY)
    is_other = _is_of_another(pack, query, told) or _is_of_other_noun(pack, query, told)
    is_other |= _is_otherwise_tied(pack, query, told)
    if not (is_other or is_of_predecessor(pack, query, told)):
        return view
    from trotskyism_cli.views.search.nearest import merely_named  # what answers does without it

    wanted = wanted_by(pack, query)
    hits = merely_named(pack, found, wanted) or view.hits
    return view._replace(hits=hits, direct=None, untold=untold(pack, found, wanted, hits) or IN_DOUBT)


def _is_of_another(pack: StoredPack, query: Query, told: Direct) -> bool:
    """True if a queried role word occurs only inside another entry's name: `popular` in `Popular Front`."""
    if not query.begins_with_be or query.is_either_or:
        return False
    words = _said(told)
    for term in query.further_terms(STOP_WORDS):
        places = [place for place, word in enumerate(words) if is_said(term, [word])]
        if places and all(any(_named_around(pack, query, words, place)) for place in places):
            return True
    return False


def _is_otherwise_tied(pack: StoredPack, query: Query, told: Direct) -> bool:
    """True if it is asked who did something with, to or for a person, and the answer has no such word."""
    person = only_person(pack, query)
    start = query.entries[person.id][0] if person else 0
    tie = query.words[start - 1] if start == len(("who", "wrote", "to")) else ""
    if person is None or query.asks_for != "who" or tie not in TIES:
        return False
    names = "|".join(map(re.escape, (*person.names, surname(person))))
    text = f"{told.text} {told.further}"
    tied = rf"\b{tie}\b(?: [\w’'-]+){{0,{NEAR_TIE}}}? (?:{names}|him|her)\b"
    is_mutual = tie == "with" and re.search(rf"\b(?:{names})\b[^.;]* with [A-Z]", text)
    return not (is_mutual or re.search(tied, text, re.IGNORECASE))


def _named_around(pack: StoredPack, query: Query, words: Sequence[str], place: int) -> Iterator[str]:
    """Yield ids of entries not in the question whose name has this word before a word that the question lacks."""
    for end in range(place + 2, min(len(words), place + LONGEST) + 1):
        last = words[end - 1]
        if last in STOP_WORDS or any(is_said(term, [last]) for term in query.terms):
            continue
        for start in range(max(0, end - LONGEST), place + 1):
            named = by_form(pack.store, "plain", without_article(" ".join(words[start:end])))[1]
            yield from (each for each in named if each not in query.entries)


def _is_of_other_noun(pack: StoredPack, query: Query, told: Direct) -> bool:
    """True for "what was the <name> <noun>" if the answer has name and noun only apart: `Leningrad affair`.

    The article shows that the name belongs to the thing (`the Lenin levy`) and is no owner.
    """
    is_asked = query.words[:1] == ("what",) and IS.intersection(query.words[1:2]) and query.words[2:3] == ("the",)
    for own_id, (start, end) in query.entries.items() if is_asked else ():
        entry, noun = pack.entries[own_id], query.words[end:]
        is_bare = entry.kind in (Kind.PERSON, Kind.PLACE) and not entry.phrase.startswith("the ")
        if not is_bare or start > len(("what", "was", "the")) or not noun or not STOP_WORDS.isdisjoint(noun):
            continue
        words, terms = _said(told), [term for term in query.terms if term.word in noun]
        together = (
            words[max(0, place - BEFORE_NOUN) : place + len(noun) + BEHIND_NOUN]
            for place in range(len(words))
            if all(is_said(term, words[place : place + len(noun)]) for term in terms)
        )
        return not any(speaks_of(entry, each) for each in together)
    return False


def _is_contrary(query: Query, told: Direct) -> bool:
    """True if it is asked who or what did not, and the answer denies nothing.

    A why or how may be answered by a deed.
    """
    is_asked = not query.is_yes_or_no and query.asks_for not in ("why", "how")
    return is_asked and not DENYING.isdisjoint(query.words) and REFUSING.isdisjoint(_said(told))


def _said(told: Direct) -> list[str]:
    return plain(f"{told.text} {told.further}").split()


def is_done_there(pack: StoredPack, query: Query, asked: Iterable[Term], text: str) -> bool:
    """True if a place of the question stands soon behind the deed: `lived in Turkey`, if Turkey is asked."""
    places = [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.PLACE]
    names = "|".join(re.escape(name) for each in places for name in each.names)
    terms = list(asked)
    deeds = (word for word in WORD.finditer(text) if any(is_said(term, [plain(word[0])]) for term in terms))
    ends = [word.end() for word in deeds]
    there = re.compile(rf"(?:\W+[\w’'-]+){{0,{SOON}}}?\W+(?:{names})\b")
    return not (names and ends) or any(there.match(text, end) for end in ends)


def is_counted(query: Query, text: str) -> bool:
    """True if a number stands soon before the named thing that is counted.

    Always true unless a name follows `how many`.
    """
    place = query.words.index("many") + 1 if "many" in query.words else 0
    if not place or not any(start == place for start, _ in query.entries.values()):
        return True
    words = plain(text).split()
    numbers = [place for place, word in enumerate(words) if word.isdecimal() or word in NUMERALS]
    further = {*takewhile(lambda word: word not in STOP_WORDS, query.words[place + 1 :])}
    counted = [term for term in query.terms if term.word in further]
    near = (words[each + 1 : each + 1 + COUNTED] for each in numbers)
    return any(query.words[place] in each and all(is_said(term, each) for term in counted) for each in near)


def _is_of_what_he_had(pack: StoredPack, query: Query, text: str) -> bool:
    """True if a line has a person's thing as his, if it is asked what happened to it: `his archive`."""
    for own_id, (start, end) in query.entries.items():
        thing = next((term for term in query.terms if term.word in query.words[end : end + 1]), None)
        if pack.entries[own_id].kind is not Kind.PERSON or thing is None or query.words[start - 1 : start] != ("to",):
            continue
        owners = rf"(?:{re.escape(surname(pack.entries[own_id]))}['’]s?|[Hh]is|[Hh]er)"
        owned = (found[1] for found in re.finditer(rf"\b{owners} ((?:[\w-]+ )?[\w-]+)", text))
        of_him = re.findall(rf"([\w-]+) of {re.escape(surname(pack.entries[own_id]))}\b", text)
        return any(is_said(thing, plain(each).split()) for each in (*owned, *of_him))
    return True


def is_told_as_asked(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """True if a line tells what happened, not who or where it was, for a question of what happened.

    "What was the workers' group" needs this very phrase: it may be a name that the book does not have. Always true
    for other questions.
    """
    if HAPPENED.intersection(query.words):
        is_event = owner.kind not in (*AGENTS, Kind.PLACE) or text not in sentences(owner.summary)
        return is_event and _is_of_what_he_had(pack, query, text)
    for own_id, (_, end) in query.entries.items():
        after = query.words[end : end + 1]
        if (
            pack.entries[own_id].kind is Kind.CONCEPT
            and IS.intersection(query.words[1:2])
            and after == query.words[-1:]
        ):
            phrase = " ".join(query.words[slice(*query.entries[own_id])] + after)
            return phrase.removeprefix("the ") in plain(text)
    return True
