"""Find in a fact who did what a question asks about."""

import re

from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import A_MONTH, Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.questions.all_said import is_named_by, words_asked_for
from trotskyism_cli.views.questions.direct import AGENTS, is_mere_noun, is_said, is_said_first, words_said
from trotskyism_cli.views.questions.false_matches import FOUNDING, is_done_by_named, is_done_to_named, is_passive
from trotskyism_cli.views.wording.proper_names import NAME
from trotskyism_cli.views.wording.sentences import WORD

WRITING = frozenset({"write", "writes", "writing", "written", "wrote"})
ABOUT = frozenset({"about", "on", "against"})
FROM = "from"
ADJECTIVE = "opposed to "  # says what somebody is, not what he did
SIDING = frozenset("back backed joined join oppose opposed support supported".split())
_NOT = lazy_regex(r"\b(?:not|never)(?: \w+)? $")
_NOUN = lazy_regex(r"\b(?:as|an?|the|of|by|his|her|their|its) $")
_BEFORE_A_PLACE = lazy_regex(
    r"\b(?:in|at|near|from|to|of|on|into|for|with|against|after|before)(?: the)? $", re.IGNORECASE
)
_RELATIVE = lazy_regex(r"(?<!those),? (?:who|that|which)(?: had| have| has)?(?: \w+ly)? $")
_NAME = lazy_regex(rf"(?<![.!?] )(?<!^)\b{NAME}")


def agents_in(pack: StoredPack, fact: Fact, query: Query) -> list[str]:
    """Return who did what the question asks, by this fact: ids of entries, or names in its sentence.

    One end of the fact must be an entry that the question names. The doer is then the other end, tied to it by what
    the verb asks, or a name that stands in the sentence where a doer would. Of a claim, the doers are its holders.
    """
    relation = pack.relations[fact.relation]
    is_asked_for = words_asked_for(pack, fact, query) > 0
    if relation.claim:
        return [each for each in fact.according_to if each not in query.entries] if is_asked_for else []
    target = fact.target
    is_of_object = "did" in query.words[1:2]  # whom did he support
    if is_asked_for and fact.subject in query.entries and ABOUT.intersection(query.words[2:3]):
        return []  # "who wrote about the book" does not ask for its author
    if is_asked_for and target:
        if "by {object}" in relation.says:  # the object did it: the founder of a named body
            is_named = fact.subject in query.entries or FOUNDING.isdisjoint(query.words)
            return (
                [target] if target not in query.entries and is_named and is_named_by(pack, fact.subject, query) else []
            )
        if target in query.entries:
            is_told = not is_of_object and _is_worded(pack, fact, query)
            return [fact.subject] if is_told and _is_agent(pack, fact.subject, query) else []
        own_words = set(map(root, query.words)) & {root(each) for each in plain(" ".join(relation.words)).split()}
        if FROM in query.words and f"{FROM} {{object}}" in relation.says:
            return []  # asked by whom somebody was expelled, the body that he was expelled from is no answer
        is_either_way = relation.symmetric or ("{was|were}" in relation.says and bool(own_words))
        if fact.subject in query.entries and is_either_way and _is_agent(pack, target, query):
            return [target]
    if is_asked_for and isinstance(fact.object, str) and _is_agent(pack, fact.subject, query):
        return [fact.subject]
    return _doers(pack, fact, query, is_asked_for=is_asked_for)


def _is_worded(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if the sentence has each verb of taking sides that is asked.

    To be active in a body is not to join it. Other words are not tested: by a word for an office, a question asks for
    what a sentence may say otherwise.
    """
    verbs = [term for term in query.terms if term.word in SIDING and term.word not in query.naming]
    text = words_said(pack, fact)
    return all(is_said(term, text) for term in verbs)


def _doers(pack: StoredPack, fact: Fact, query: Query, *, is_asked_for: bool) -> list[str]:
    """Return the names in the fact's sentence before the verb of the question, or after `by` if it is passive.

    If the question asks for the fact's relation, a noun of the verb will do: `decreed the formation`.
    """
    is_of_object = "did" in query.words[1:2]
    asked = [term.itself if is_of_object else term for term in query.terms if term.word not in query.naming]
    text = fact_sentence(pack, fact)
    names = _names_in(pack, fact, query)
    is_strict = not is_asked_for or bool(FOUNDING.intersection(query.words))
    for word in WORD.finditer(text):
        is_verb = word[0].islower() and not word[0].endswith("ing")
        if not is_verb or not any(is_said_first(term, text[word.start() :]) for term in asked):
            continue
        before, after = text[: word.start()], re.split(r"[.;] " if is_of_object else r"[.;:] ", text[word.end() :])[0]
        if (
            f"{word[0]}{after}".startswith(ADJECTIVE)
            or _NOT.search(before)
            or ((_NOUN.search(before) or is_mere_noun(word[0], before, after)) and not is_asked_for)
        ):
            continue
        if is_of_object:
            found = [name for name in names if name in after]
            if found and is_done_by_named(pack, query, before):
                return found
            continue
        if is_strict and not is_done_to_named(pack, query, before, after):
            continue
        if is_passive(before, after):
            found = [name for name in names if name in after.partition(" by ")[2]]
        else:
            clause = re.split(r"[.;:] ", before)[-1]
            found = [name for name in names if name in clause and not _BEFORE_A_PLACE.search(clause.partition(name)[0])]
            if relative := _RELATIVE.search(clause):  # the doer stands right before: `the gunmen who attacked`
                found = [name for name in found if clause[: relative.start()].endswith(name)]
        if found:
            return found
    return []


def _is_agent(pack: StoredPack, own_id: str, query: Query) -> bool:
    return own_id not in query.entries and pack.entries[own_id].kind in AGENTS


def _names_in(pack: StoredPack, fact: Fact, query: Query) -> list[str]:
    """Return the names in a fact's sentence that are neither its subject's nor of an entry of the question."""
    if not isinstance(fact.object, str | Date):
        return []
    known = " ".join(plain(name) for each in {fact.subject, *query.entries} for name in pack.entries[each].names)
    bare = re.sub(rf"\b(?:{A_MONTH})\b|Old Style|New Style", "", fact_sentence(pack, fact))
    return [name for name in _NAME.findall(bare) if plain(name) not in known]
