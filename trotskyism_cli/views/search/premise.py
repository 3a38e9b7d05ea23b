"""Test what a why-question takes for granted: that somebody did something to another.

An answer that tells the deed of somebody else, or the other way round, is taken back, and the view says that the deed
is not told.
"""

import re
from collections.abc import Iterator

from trotskyism_cli.library.names.name_table import entries_called
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import DID, Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.answers.missing import NEAREST
from trotskyism_cli.views.answers.people.death import KILLING, is_killed
from trotskyism_cli.views.questions.answer_view import AnswerView, Untold
from trotskyism_cli.views.questions.direct import AGENTS, is_said_first
from trotskyism_cli.views.questions.false_matches import is_passive
from trotskyism_cli.views.wording.sentences import WORD
from trotskyism_cli.views.wording.surnames import surname

BEFORE_DOER = len(("why", "did"))
_OWNER = lazy_regex(r"\b[A-ZÀ-Ž][\w-]*['’]s?(?!\w)")
_IN_A_ROW = lazy_regex(r"(?:[A-ZÀ-Ž][\w.’-]*|and|,| )*")  # names
_OBJECT = lazy_regex(r"[.;:] |\b(?:because|since)\b")  # ends the object of the deed
_PRONOUN = lazy_regex(r"(?: \w+)? (?:him|her|it|them)\b")
_CLAUSE = lazy_regex(r"[.;:] ")
_BY = lazy_regex(r" by ([^,.;]*)")


def with_premise(pack: StoredPack, found: SearchResult, view: AnswerView) -> AnswerView:
    """Take back an answer to a why that does not tell that the doer did the deed taken for granted."""
    if view.direct is None or found.query.asks_for != "why" or not (deed := _deed_between(pack, found.query)):
        return view
    doer, verb, others = deed
    text = f"{view.direct.text} {view.direct.further}"
    if KILLING.intersection(found.query.words):
        is_told = any(is_killed(pack, found, each) for each in others)
        is_told &= doer.id in entries_named(pack.store, _OWNER.sub("", text))
    else:
        is_told = _is_done_by(pack, doer, verb, others, text)
    if is_told:
        return view
    return view._replace(direct=None, untold=Untold(f"That {doer.name} did that is not told here{NEAREST}"))


def _deed_between(pack: StoredPack, query: Query) -> tuple[Entry, Term, list[Entry]] | None:
    """Return doer, verb and objects of "why did X attack Y"; None if the question has no deed between two."""
    if not DID.intersection(query.words[1:BEFORE_DOER]):
        return None
    agents = {span: pack.entries[each] for each, span in query.entries.items() if pack.entries[each].kind in AGENTS}
    own = next((span for span in agents if span[0] == BEFORE_DOER), None)
    if own is None:  # doer and deed may be the name of an event, a murder
        end = next((place for place, word in enumerate(query.words) if word in KILLING), 0)
        doer = next(iter(entries_called(pack.store, " ".join(query.words[BEFORE_DOER:end]), Kind.PERSON)), "")
    else:
        end, doer = own[1], agents[own].id
    verb = next((term for term in query.terms if query.words[end : end + 1] == (term.word,)), None)
    others = [entry for span, entry in agents.items() if span[0] > end]
    return (pack.entries[doer], verb, others) if doer and verb and others else None


def _is_done_by(pack: StoredPack, doer: Entry, verb: Term, others: list[Entry], text: str) -> bool:
    """True if a text tells the deed of its supposed doer, or does not tell it at all."""
    places = list(_told(verb, text))
    return not places or any(_is_his(pack, doer, others, text[:start], text[end:]) for start, end in places)


def _told(verb: Term, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text tells the deed: start and end of its verb."""
    for word in WORD.finditer(text):
        if is_said_first(verb, text[word.start() :]):
            yield word.start(), word.end()


def _is_his(pack: StoredPack, doer: Entry, others: list[Entry], before: str, after: str) -> bool:
    """True if the doer is the last one named before the deed, its objects aside, or stands behind `by`.

    Others may stand in a row with him. Owners do not count: `Trotsky's widow` is not Trotsky.
    """
    clause = _OWNER.sub("", _CLAUSE.split(before)[-1])
    if is_passive(clause, after) and (by := _BY.match(after)):
        return doer.id in entries_named(pack.store, by[1])
    named = [pack.entries[each] for each in entries_named(pack.store, clause)]
    places = {each.id: _last_place(each, clause) for each in named if each.kind in AGENTS and each not in others}
    if not places or doer.id not in places:
        return not places
    last = max(places.values())
    done_to = _OBJECT.split(after)[0]
    is_to_them = _PRONOUN.match(after) or _is_of_them(pack, others, f"{clause} {done_to}", done_to)
    return bool(is_to_them and _IN_A_ROW.fullmatch(clause[places[doer.id] : last]))


def _is_of_them(pack: StoredPack, others: list[Entry], clause: str, done_to: str) -> bool:
    """True if a clause names one of the objects of the deed, or a body connected with one of them."""
    if any(_last_place(each, clause) >= 0 for each in others):
        return True
    ids = {each.id for each in others}
    return any(
        not ids.isdisjoint(fact.target for fact in pack.entries[each].facts)
        for each in entries_named(pack.store, done_to)
    )


def _last_place(entry: Entry, text: str) -> int:
    """Return the position of an entry's last mention in a text, or -1."""
    names = "|".join(map(re.escape, sorted((surname(entry), *entry.names), key=len, reverse=True)))
    return max((found.start() for found in re.finditer(rf"\b(?:{names})\b", text)), default=-1)
