"""Detect facts that only seem to state what a question asks: of somebody or something else, or in passing.

Each test sees one way in which the words of a question may stand in a line that does not answer it.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named, names_in_text
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.questions.question_words import STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.numerals import NUMERALS
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.questions.demands import OF_VERBS
from trotskyism_cli.views.questions.direct import is_said, is_said_first
from trotskyism_cli.views.questions.line_match import COUNTED, Wanted
from trotskyism_cli.views.wording.sentences import WORD
from trotskyism_cli.views.wording.surnames import surname

FOUNDING = frozenset(
    "build built create created establish established form formed found founded start started set".split()
)
ORDINALS, NEAR_ORDINAL = frozenset({"first", "last"}), 3  # words after an ordinal, one of which it is about
OF_THEIRS = 2  # further words from which on one may name what is his: `his use of force`
NEAR_VERB = 4  # words between a verb and its object, at most
IN_PASSING = frozenset("after because before by following since until".split())
OF_WHAT = frozenset("a an her his its the their".split())  # between IN_PASSING and what is named in passing
NEAR_PASSING = 2  # words right before what is named in passing
NEAR_IDEA = 4  # words before an idea that are searched for IN_PASSING
PASSIVE = lazy_regex(r"(?:\b(?:was|were|been|being)(?: \w+ly)?|,) $")
IN_ROW = lazy_regex(r"(?:,|,? and)? (?:[A-Z][\w.]* )*")  # between two names that stand in a row
ORDERED_TO = lazy_regex(r"\b((?:asked|called|forbade|invited|ordered|told|urged)\b [^,.;:]+?) to [a-z]+")
OBJECT = lazy_regex(r" (?:(?:the|an?|his|her|its|their)\b|[A-ZÀ-Ž])")  # right after an active verb


def is_in_order(query: Query, text: Sequence[str]) -> bool:
    """True if what the question asks for as the first or the last is told to be so: `the first chairman`."""
    terms = {term.word: term for term in query.terms}
    for word, after in pairwise(query.words):
        if word in ORDINALS and after in terms:
            places = [place for place, each in enumerate(text) if each == word]
            if not any(is_said(terms[after], text[each + 1 : each + 1 + NEAR_ORDINAL]) for each in places):
                return False
    return True


def is_called_so(pack: StoredPack, own_id: str, text: Sequence[str], query: Query) -> bool:
    """True if an entry named by several words has all of them in its names, its summary or the text.

    Otherwise the words are only a way to find it.
    """
    words = {*query.words[slice(*query.entries[own_id])]} - STOP_WORDS
    entry = pack.entries[own_id]
    known = (*text, *plain(" ".join((*entry.names, entry.summary))).split())
    return len(words) < 2 or all(is_said(term, known) for term in query.terms if term.word in words)


def is_in_passing(wanted: Wanted, words: Sequence[str]) -> bool:
    """True if an idea of the question is named only to date or explain something else: `after the defeat`."""
    for term in wanted.ideas:
        places = [place for place, word in enumerate(words) if is_said(term, [word])]
        before = [words[max(0, place - NEAR_IDEA) : place] for place in places]
        if before and all(map(_dates_only, before)):
            return True
    return False


def _dates_only(before: Sequence[str]) -> bool:
    """True if the words before something only date or explain by it: `after the`, `after Trotsky's`."""
    is_right_before = not IN_PASSING.isdisjoint(before[-NEAR_PASSING:])
    return is_right_before or (not IN_PASSING.isdisjoint(before) and not OF_WHAT.isdisjoint(before))


def names_in_passing(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if a fact's sentence names an entry of the question only to date something.

    e.g. `a year before the New Economic Policy`.
    """
    text = plain(fact_sentence(pack, fact))
    for each in query.entries:
        names = "|".join(map(re.escape, names_in_text(pack.entries[each])))
        dated = len(re.findall(rf"\b(?:after|before|since|until) (?:the )?(?:{names})\b", text))
        if dated and dated == len(re.findall(rf"\b(?:{names})\b", text)):
            return True
    return False


def counts_what_is_asked(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if the noun behind `how many` stands soon after a number: `ten national sections`."""
    place = query.words.index("many") + 1 if "many" in query.words else len(query.words)
    if OF_VERBS.intersection(query.words[place + 1 : place + 2]):
        return True  # a verb follows: "how many died in the purges"
    counted = [term for term in query.terms if term.word in query.words[place : place + 1]]
    words = plain(re.sub(r"(?<=\d),(?=\d)", "", fact_sentence(pack, fact))).split()
    places = [place for place, word in enumerate(words) if word.isdecimal() or word in NUMERALS]
    return all(any(is_said(term, words[each : each + COUNTED]) for each in places) for term in counted)


def is_of_another(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if the question names people, and the fact is about another person.

    e.g. "when did Trotsky join X" and a fact that Radek joined X.
    """
    people = [each for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    is_of_person = pack.entries[fact.subject].kind is Kind.PERSON and fact.subject not in people
    return is_of_person and bool(people) and fact.target not in people


def is_done_by_named(pack: StoredPack, query: Query, before: str) -> bool:
    """True if the text before a verb ends with the name of an entry of the question: that entry did it."""
    names = "|".join(re.escape(name) for each in query.entries for name in names_in_text(pack.entries[each]))
    return bool(re.search(rf"\b(?:{names})(?: had)?(?: \w+ly)? $", before, re.IGNORECASE))


def is_passive(before: str, after: str) -> bool:
    """True if the text around a verb shows it to be passive: `was`, an aside between commas, or `by` after it."""
    is_aside = before.endswith(", ") and OBJECT.match(after)
    return bool(PASSIVE.search(before) and not is_aside) or after.startswith(" by ")


def is_done_to_named(pack: StoredPack, query: Query, before: str, after: str) -> bool:
    """True if an entry of the question is the object of a verb.

    Its name follows the verb, or precedes it in the passive or in a relative clause: `the army, which he built`.
    """
    names = "|".join(re.escape(name) for each in query.entries for name in pack.entries[each].names)
    if is_passive(before, after):
        found = re.finditer(rf"(\S*) ?\b(?:{names})\b", before, re.IGNORECASE)
        return any(not each[1][:1].isupper() or each[1] in ("The", "In") for each in found)  # not part of a longer name
    if re.search(rf"\b(?:{names}),? (?:that|which|whom)(?: [\w.’'-]+){{1,{NEAR_VERB}}} $", before, re.IGNORECASE):
        return True
    is_of_person = any(pack.entries[each].kind is Kind.PERSON for each in query.entries)
    pronouns = "him|her" if is_of_person else "it|them"
    own = r"(?!['’]s?\b)" if len(query.further_terms(frozenset())) < OF_THEIRS else ""  # not `opposed his use of`
    follows = (
        rf"(?:\W+(?!against\b)[\w’'-]+){{0,{NEAR_VERB}}}?\W+(?:{names})\b(?! \((?!\d)){own}|(?: up)? (?:{pronouns})\b"
    )
    return bool(re.match(follows, after, re.IGNORECASE))


def is_done_by_him(pack: StoredPack, query: Query, text: str, *, is_of_him: bool = False) -> bool:
    """True if a text may tell that the one person of a "did he", "why did he" or "what did he" did the deed.

    It may also be told without the verb of the question. What he ordered others to do he did not do himself. A text
    about him (`is_of_him`) need not name him.
    """
    person = only_person(pack, query)
    if person is None or "did" not in query.words[:2]:
        return True
    end = query.entries[person.id][1]
    deed = [term for term in query.terms if query.words[end : end + 1] == (term.word,)]
    is_of_object = query.is_yes_or_no and end + 1 < len(query.words)  # deeds with an object are tested elsewhere
    if not deed or is_of_object or not is_said(deed[0], plain(text).split()):
        return True
    own = ORDERED_TO.sub(r"\1", text)
    name = f"{surname(person)} " if is_of_him and surname(person) not in text else ""
    is_his = is_told_of_him(pack, person, deed, f"{name}{own}")
    return is_his and _begins_with_him(pack, person, deed[0], f"{name}{own}")


def _begins_with_him(pack: StoredPack, person: Entry, deed: Term, text: str) -> bool:
    """True if the person is the first one named before the deed, or stands right before it.

    e.g. not in `Kamenev met Lenin and wrote`, if Lenin is the person.
    """
    for word in WORD.finditer(text):
        if is_said_first(deed, text[word.start() :]):
            before = re.split(r"[.;:] ", text[: word.start()])[-1]
            people = [each for each in entries_named(pack.store, before) if _is_person(pack, each)]
            first = min(people, key=lambda each: _place_of(pack.entries[each], before), default="")
            is_right_before = re.search(rf"\b{re.escape(surname(person))}(?: (?!and\b|or\b)\w+){{0,2}} $", before)
            if first in ("", person.id) or is_right_before:
                return True
    return False


def _place_of(person: Entry, text: str) -> int:
    """Return the position of a person's name in a text, or its length if there is none."""
    places = (plain(text).find(name) for name in names_in_text(person))
    return min((place for place in places if place >= 0), default=len(text))


def is_told_of_him(pack: StoredPack, person: Entry, asked: Iterable[Term], text: str) -> bool:
    """True if all that is asked stands behind the person's name, with no other person's between.

    People named in a row count together. Nor may a body stand right before: `the presidium of Mensheviks had resigned`.
    """
    terms = tuple(asked)
    named = (pack.entries[each] for each in entries_named(pack.store, text))
    bodies = [re.escape(name) for each in named if each.kind is Kind.ORGANISATION for name in each.names]
    by_body = re.compile(rf"\b(?:{'|'.join(bodies)})(?: had)? $", re.IGNORECASE) if bodies else None
    last: list[str] = []  # people named last, in a row
    end = 0
    said = {term.word: False for term in terms}
    for word in WORD.finditer(text):
        is_owner = word[0].endswith(("'s", "’s"))  # his followers are not he
        if word[0][:1].isupper() and not is_owner:
            people = [each for each in entries_named(pack.store, plain(word[0])) if _is_person(pack, each)]
            last = [*(last if IN_ROW.fullmatch(text, end, word.start()) else []), *people] if people else last
            end = word.end() if people else end
        if person.id in last and not (by_body and by_body.search(text[: word.start()])):
            said |= {term.word: True for term in terms if is_said_first(term, text[word.start() :])}
    return all(said.values())


def _is_person(pack: StoredPack, own_id: str) -> bool:
    return pack.entries[own_id].kind is Kind.PERSON


def is_of_themselves(pack: StoredPack, query: Query, own_id: str, text: str) -> bool:
    """True if a line names, or stands under, each person of the question; `Lenin's party` does not name Lenin."""
    people = (pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.PERSON)
    others = (each for each in people if each.id != own_id)
    return all(re.search(rf"\b{re.escape(surname(each))}\b(?!['’]s)", text) for each in others)


def is_of_doer(pack: StoredPack, query: Query, own_id: str, text: str) -> bool:
    """True if a text names, or stands under, the first entry of the question; always if that is no person."""
    doer = pack.entries[query.named[0]] if query.named else None
    if doer is None or doer.kind is not Kind.PERSON or doer.id == own_id:
        return True
    return bool(re.search(rf"\b{re.escape(surname(doer))}\b", text))
