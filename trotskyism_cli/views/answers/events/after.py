"""Answer what ended, replaced or followed something."""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import names_in_text
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS, STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import Entry, Fact, Kind, by_time
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.questions.direct import TOLD, Direct, inside, told_in
from trotskyism_cli.views.questions.event_answer import HAPPENED
from trotskyism_cli.views.questions.hits import sentences

ENDING = frozenset("abolish abolished abolishes close closed dissolve dissolved end ended ends finish finished".split())
FOLLOWING = frozenset(
    """
    after came follow followed follows happened next place replace replaced replaces succeed succeeded succeeds took
    """.split()
)
RESULTS = frozenset("aftermath consequence consequences effect effects outcome outcomes result results".split())
SUCCESSOR, OUTCOME = "successor", frozenset({"outcome", "led to"})  # words of relations
_END = r"(?:ended|ends|dissolved|abolished|overthrew|an? end (?:to|of)|the end of)"
_OWN_END = r"(?:brought|put|meant|marked) (?:its|their|his) end"
_CEASED = r"(?:ended|came to an end|ceased|dissolved|was (?:overthrown|abolished|wound up)|put an end)"
_AFTER = r"(?:replaced|succeeded|followed|took the place of|in (?:the )?place of|instead of)"
WORDS_BETWEEN = 3


def is_after_asked(query: Query) -> bool:
    """True if a question asks what ended, replaced or followed the one named thing, and nothing else."""
    if query.words[:1] not in (("what",), ("who",), ("which",)) or len(set(query.entries.values())) != 1:
        return False
    [(start, end)] = set(query.entries.values())
    asked = [word for word in query.words[1:start] if word not in ("the", "a", "of")]
    if query.words[0] == "what" and IS.intersection(asked[:1]) and RESULTS.issuperset(asked[1:]) and asked[1:]:
        return start < end == len(query.words)
    rest = [word for word in query.words[end:] if word not in STOP_WORDS]
    verbs = FOLLOWING if query.words[0] == "who" else FOLLOWING | ENDING  # "who ended it" asks for a deed
    is_asked = bool(asked) and not rest and verbs.issuperset(asked)
    return is_asked and asked not in (["took"], ["came"], ["happened"])


def after_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer what ended or followed the named thing (see `is_after_asked`): by facts, else by a summary."""
    for own_id in query.named:
        entry = pack.entries[own_id]
        if entry.kind is Kind.PERSON:
            continue  # see people.succession
        start = query.entries[own_id][0]
        asked = query.words[1:start]
        if HAPPENED.intersection(asked):
            told = _happened_after(pack, entry)  # not an outcome, which may be part of it
        else:
            told = _ended(pack, entry) if ENDING.intersection(asked) else _followed(pack, entry)
        if told:
            return told
    return None


def _ended(pack: StoredPack, entry: Entry) -> Direct | None:
    known = pack.known_facts(entry)
    if ended := next((fact for fact in known if {"ended", "end"} <= {*pack.relations[fact.relation].words}), None):
        return _of_one(pack, ended)
    names = _names(entry)
    near = rf"(?: [a-z]+){{0,{WORDS_BETWEEN}}}?"
    said = re.compile(rf"\b(?:{_END}{near} (?:{names})\b|{_OWN_END}|^(?:the )?(?:{names})\b(?! of){near} {_CEASED}\b)")
    if fact := next((fact for fact in known if said.search(plain(fact_sentence(pack, fact)))), None):
        return _of_one(pack, fact)
    own = next((each for each in sentences(entry.summary) if said.search(plain(each))), "")
    return Direct(f"{capital(entry.name)}: {inside(own)}", entries=(entry.id,)) if own else _of_other(pack, entry, _END)


def _happened_after(pack: StoredPack, entry: Entry) -> Direct | None:
    """Answer what happened after something by the facts that begin with `After` it."""
    later = re.compile(rf"after (?:the )?(?:{_names(entry)})\b")
    rows = (*pack.known_facts(entry), *(fact for fact in pack.facts_with_object(entry.id) if pack.is_known(fact)))
    told = [fact for fact in rows if later.match(plain(fact_sentence(pack, fact)))]
    return told_in(pack, sorted(told, key=by_time)[:TOLD]) if told else None


def _followed(pack: StoredPack, entry: Entry) -> Direct | None:
    known = pack.known_facts(entry)
    if rows := [fact for fact in known if SUCCESSOR in pack.relations[fact.relation].words]:
        return told_in(pack, sorted(rows, key=by_time)[:TOLD])
    outcomes = [fact for fact in known if OUTCOME.intersection(pack.relations[fact.relation].words)]
    if entry.kind is Kind.EVENT and outcomes:
        best = sorted(outcomes, key=lambda fact: -fact.importance)[: TOLD - 1]
        return told_in(pack, sorted(best, key=by_time))
    return _of_other(pack, entry, rf"(?:{_AFTER}|{_END})")


def _of_other(pack: StoredPack, entry: Entry, done: str) -> Direct | None:
    """Answer by the summary or significance of another entry that says `it` ended or followed this one."""
    said = re.compile(rf"\bit {done}(?: the)? (?:{_names(entry)})\b")
    for other in pack.entries.values():
        if other.kind not in (Kind.CONCEPT, Kind.ORGANISATION, Kind.EVENT) or other.id == entry.id:
            continue
        for each in sentences(f"{other.summary} {other.significance}"):
            if said.search(plain(each)):
                return Direct(f"{capital(other.name)}: {each}", entries=(other.id, entry.id))
    return None


def _names(entry: Entry) -> str:
    return "|".join(map(re.escape, names_in_text(entry)))


def _of_one(pack: StoredPack, fact: Fact) -> Direct:
    return Direct(fact_sentence(pack, fact), facts=(fact.id,), entries=(fact.subject,))
