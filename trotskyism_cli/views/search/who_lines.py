"""Test whether a line answers "who": who did it, to whom it was done, or who held the role."""

import re
from collections.abc import Collection

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import INTERROGATIVES, IS, VIEWING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.answers.opinions.views_held import saying_of
from trotskyism_cli.views.questions.direct import (
    AGENTS,
    is_behind_article,
    is_mere_noun,
    is_said,
    is_said_first,
    speaks_of,
)
from trotskyism_cli.views.questions.doers import ABOUT, WRITING
from trotskyism_cli.views.questions.false_matches import OBJECT, PASSIVE, is_done_to_named
from trotskyism_cli.views.questions.hits import is_named_in
from trotskyism_cli.views.wording.proper_names import IN_FULL
from trotskyism_cli.views.wording.proper_names import WORD as PART
from trotskyism_cli.views.wording.sentences import UNTIL, WAS, WORD
from trotskyism_cli.views.wording.surnames import surname

THINGS = frozenset({Kind.EVENT, Kind.ORGANISATION, Kind.WORK})
BEFORE_NOUNS = frozenset("a an at from in into of the".split())
_NAME = lazy_regex(IN_FULL)  # of a person, in full
# Nameless doers right before a verb.
_OF_MANY = lazy_regex(
    r"\b(?:agents|army|committee|congress|government|majority|minority|officers|party|police|soldiers)\b"
)
_CALLED = lazy_regex(r"\b[Tt]he [A-Z][a-z]+s $")  # a group: `the Reds`
# A role, then who held it: `his first wife was Alexandra Sokolovskaya`.
_WAS_NAMED = lazy_regex(rf"^([^,.;:]*) (?:is|was|are|were) {IN_FULL}")
_NAMED_AS = lazy_regex(rf"^{IN_FULL}, ([^,.;:]*),")  # `Alexandra Sokolovskaya, his first wife,`
_BEING = lazy_regex(r"\b[A-ZÀ-Ž][\w’-]+ (?:was|were|became)(?: [\w’'-]+){0,3} $")  # before a role
_ALONE = lazy_regex(r"\W*(?:$|(?:at|by|in|on)\b)")  # after a verb without an object
OF_ANOTHER = lazy_regex(r"\b(?:which|that|whom|who)\b[^,]*$")  # before the verb of a relative clause
_ANOTHER_CLAUSE = lazy_regex(r"\b(?:against|which|who)\b")  # begins a clause with other objects
_DONE_TO = lazy_regex(r"\b(?:was|were|been|being)\b[^,;.]* and $")
# Before a verb of what was not done or only wished.
_UNDONE = lazy_regex(r"\b(?:could|might|neither|never|nor|not|should|to|without|would)(?: \w+)? $")
_DOER = lazy_regex(r"\w{3}[eo]rs?\b")  # a noun for a doer: `painter`
_OF_WHAT = lazy_regex(r" (?:of|for|in)\b")  # after such a noun
_IT, AGAINST = lazy_regex(r" it\b"), "against"
_CLAUSE = lazy_regex(r"[.;:] ")
_PRONOUN = lazy_regex(r"\b(?:he|she)\b(?: \w+){0,2} $")


def asked_of(query: Query) -> list[Term]:
    """Return the words of a question that neither name something nor ask nor date."""
    return query.further_terms(INTERROGATIVES)


def _deeds_of(query: Query) -> list[Term]:
    """Return the words of a question that may be its verb: all but nouns (`from the party`), or all."""
    asked = asked_of(query)
    before = dict(zip(query.words[1:], query.words, strict=False))
    return [term for term in asked if before.get(term.word) not in BEFORE_NOUNS] or asked


ARTICLE = [["a"], ["an"], ["the"]]  # the last word before what stands as an attribute


def tells_who(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """True if a line has who did what is asked, to whom it was done, or who held the role asked."""
    is_told = not _is_attribute("".join(query.words[1:2]), text)
    return is_told and (_says_who_was(pack, query, text) or _has_doer(pack, query, owner, text))


def _is_attribute(deed: str, text: str) -> bool:
    """True if a line has the deed only as an attribute of something: `the invented charge`."""
    told = list(re.finditer(rf"\b{re.escape(deed)}\b (?=[a-z])", text)) if deed.endswith("ed") else []
    return bool(told) and all(plain(text[: each.start()]).split()[-1:] in ARTICLE for each in told)


def names_holder(query: Query, owner: str, text: str) -> bool:
    """True if a line about the named entry has a person right behind the role asked: `the judge, Ulrikh`."""
    asked = asked_of(query)
    if IS.isdisjoint(query.words[1:2]) or len(asked) != 1 or owner not in query.entries or query.date:
        return False
    return bool(re.search(rf"(?:\b[Tt]he|\b\w+['’]s?) {re.escape(asked[0].word)},? {PART}", text))


def _says_who_was(pack: StoredPack, query: Query, text: str) -> bool:
    """True if a line begins by saying who held the role in the question: `his first wife was …`."""
    told = _WAS_NAMED.match(text)
    if IS.isdisjoint(query.words[1:2]):  # "who led it": `its leaders were …`
        return told is not None and bool(query.entries) and _is_called_so(pack, query, told[1])
    if (named := _NAMED_AS.match(text)) and asked_of(query):
        return _is_called_so(pack, query, named[1])
    return told is not None and all(is_said(term, plain(told[1]).split()) for term in asked_of(query))


def _is_called_so(pack: StoredPack, query: Query, called: str) -> bool:
    """True if a description of somebody has all names and all other words of the question."""
    words = plain(called).split()
    is_of_all = all(speaks_of(pack.entries[each], words) for each in query.entries)
    return is_of_all and all(is_said(term, words) for term in asked_of(query))


def _has_doer(pack: StoredPack, query: Query, owner: Entry, text: str) -> bool:
    """True if a line has somebody who did what is asked or, for a passive question, to whom it was done."""
    if "whose" in query.words[:1]:
        return bool(re.search(rf"\b{query.words[1]} of (?:the )?[A-Z]", text))
    is_of_work = bool(WRITING.intersection(query.words[1:2])) and ABOUT.isdisjoint(query.words[2:3])
    if VIEWING.intersection(query.words) and not is_of_work:
        saying = saying_of(query)
        return bool(re.search(rf"\b(?:{saying})\b[^,.;]* by (?:the )?[A-Z]|\b[A-Z]\w+ (?:{saying})\b", text))
    is_passive = bool(IS.intersection(query.words[1:2]))
    if "did" in query.words[1:2] or "whom" in query.words:
        return False  # asked for the object, not for the doer
    for word in WORD.finditer(text):
        is_verb = word[0].islower() and not word[0].endswith("ing") and not _UNDONE.search(text[: word.start()])
        if not is_verb or not any(is_said_first(term, text[word.start() :]) for term in _deeds_of(query)):
            continue
        before, after = text[: word.start()], _CLAUSE.split(text[word.end() :])[0]
        if _is_of_nobody(query, word[0], before, after) or _is_done_to_it(pack, query, owner, before, after):
            continue
        # What follows `until` only says how long something lasted.
        clause = before if _PRONOUN.search(before) else UNTIL.split(_CLAUSE.split(before)[-1])[-1]
        if is_passive and _BEING.search(before):
            return True  # `he was the first commissar`
        # `a first attack on his house, by gunmen` tells who attacked; `an attack was ordered by him` does not
        is_noun = is_behind_article(before) and not WAS.search(after.partition(" by ")[0])
        if bool(PASSIVE.search(before) or _DONE_TO.search(before)) is is_passive and not (is_noun and " by " in after):
            is_alone = _ALONE.match(after) and not (OF_ANOTHER.search(clause) or _people(pack, query))
            is_doer = bool(_DOER.search(word[0]) and query.entries)  # what a leader led stands near
            done_to = is_done_to_named if is_doer else _is_done_to
            is_done = is_passive or bool(is_alone) or done_to(pack, query, before, after)
            return is_done and _is_somebody(pack, query, owner, clause)
        if not is_passive and " by " in after and not OBJECT.match(after):
            return _is_somebody(pack, query, None, after.partition(" by ")[2])
    return False


def _is_of_nobody(query: Query, word: str, before: str, after: str) -> bool:
    """True if the word is a noun that does not tell who did it: a `painter`, or `the suppression` without `by`."""
    is_doer = bool(_DOER.search(word)) and not (_DOER.search(" ".join(query.words)) or _OF_WHAT.match(after))
    return is_doer or is_mere_noun(word, before, after)


def _is_done_to_it(pack: StoredPack, query: Query, owner: Entry, before: str, after: str) -> bool:
    """True if `it` follows the verb, and stands for something that the question does not name.

    It then means the entry that the line stands under, or something named before.
    """
    if AGAINST in query.words and _IT.match(after) and not is_named_in(owner, before):
        return True
    if owner.id in query.entries or not _IT.match(after):
        return False
    words = plain(before).split()
    return owner.kind in THINGS or not any(speaks_of(pack.entries[each], words) for each in query.entries)


def _is_done_to(pack: StoredPack, query: Query, before: str, after: str) -> bool:
    """True if all that the question names follows the verb, at any distance."""
    told = plain(_without_namesakes(pack, query, _without_owners(pack, query, after)))
    spans = {span: pack.entries[each] for each, span in query.entries.items()}
    named = (
        " ".join(query.words[slice(*span)]) in told or speaks_of(each, told.split()) for span, each in spans.items()
    )
    if not spans:  # then only the question's words tell what it is
        soon = _ANOTHER_CLAUSE.split(told)[0].split()
        return all(is_said(term, soon) for term in asked_of(query) if term.word not in query.words[1:2])
    return is_done_to_named(pack, query, before, after) or all(named) or _is_done_to_part(spans.values(), after)


def _is_done_to_part(named: Collection[Entry], after: str) -> bool:
    """True if the verb is followed by a capitalised word from the name of the one named event, e.g. its place."""
    called = [word for each in named for word in each.name.split() if word[:1].isupper() and each.kind is Kind.EVENT]
    return len(named) == 1 and bool(re.match(rf" (?:the )?(?:{'|'.join(map(re.escape, called or ['$']))})\b", after))


def _people(pack: StoredPack, query: Query) -> list[Entry]:
    """Return the people whom a question names."""
    return [pack.entries[each] for each in query.entries if pack.entries[each].kind is Kind.PERSON]


def _without_owners(pack: StoredPack, query: Query, text: str) -> str:
    """Remove the people of a question from a text where only something of theirs is told: `on his initiative`."""
    names = "|".join(re.escape(surname(each)) for each in _people(pack, query))
    is_alone = len(asked_of(query)) == len(("met",))
    return re.sub(rf"\b(?:at|by|from|in|on|to) (?:{names})['’]s?(?!\w)", "", text) if names and is_alone else text


def _without_namesakes(pack: StoredPack, query: Query, text: str) -> str:
    """Remove longer names that begin with a name of the question but belong to others: `LSSP (Revolutionary)`."""
    for entry in (pack.entries[each] for each in query.entries):
        known = set(map(plain, entry.names))
        called = rf"\b(?:{'|'.join(map(re.escape, entry.names))}) \(([^)\d][^)]*)\)"  # not a year
        others = (found[0] for found in re.finditer(called, text) if plain(found[1]) not in known)
        for other in tuple(others):
            text = text.replace(other, "")
    return text


def _is_somebody(pack: StoredPack, query: Query, owner: Entry | None, text: str) -> bool:
    """True if a text names somebody who is not in the question, or its `owner` is such a person or body."""
    if owner and owner.kind in AGENTS and owner.id not in query.entries:
        return True
    named = {each: pack.entries[each].kind for each in entries_named(pack.store, text)}
    if any(kind in AGENTS and each not in query.entries for each, kind in named.items()):
        return True
    if _OF_MANY.search(text) or _CALLED.search(text):
        return True
    known = {*plain(" ".join(name for each in {*named, *query.entries} for name in pack.entries[each].names)).split()}
    return any(not known.issuperset(plain(name).split()) for name in _NAME.findall(text))
