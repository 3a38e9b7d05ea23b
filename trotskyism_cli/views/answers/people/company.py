"""Answer who shared what happened to somebody: `who was tried with him`. He himself is no answer."""

import re
from collections.abc import Iterator, Sequence

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.questions.question_words import IS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.questions.direct import Direct, inside, is_said, speaks_of
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.wording.proper_names import NAME
from trotskyism_cli.views.wording.surnames import surname

EXECUTED = frozenset({"executed", "shot"})
WITH = frozenset({"with", "alongside", "beside"})
# Words of a trial, which count as one.
TRIED = frozenset("accused charged condemned convicted defendants sentenced trial tried".split())


def is_company_asked(pack: StoredPack, query: Query) -> bool:
    """True if it is asked to whom something was done together with the one named person, who stands last."""
    is_passive = query.words[:1] == ("who",) and bool(IS.intersection(query.words[1:2]))
    return is_passive and only_person(pack, query) is not None and with_whom(pack, query) is not None


def with_whom(pack: StoredPack, query: Query) -> Entry | None:
    """Return the person at the end of a question behind `with` or the like."""
    people = [each for each in query.entries if pack.entries[each].kind is Kind.PERSON]
    for each in people:
        start, end = query.entries[each]
        if end == len(query.words) and WITH.intersection(query.words[start - 1 : start]):
            return pack.entries[each]
    return None


def are_together(person: Entry, text: str) -> bool:
    """True if a text has the person's name right beside another's, so that the same befell both.

    Other names in a sentence may be of doers, or of people to whom something else happened.
    """
    own = "|".join(re.escape(each) for each in (*person.names, surname(person)))
    beside = rf"{NAME}(?:, {NAME})*(?:,? and|,(?: together)? with|, alongside|,) (?:{own})\b(?!['’]s)"
    return bool(re.search(rf"\b(?:{beside}|(?:{own})(?:,| and|, and) {NAME}|with (?:{own})\b(?!['’]s))", text))


def is_told_with_another(person: Entry, text: str) -> bool:
    """True if an answer names somebody beside the person, or says `with` whom: `an alliance with Bukharin`."""
    return are_together(person, text) or bool(re.search(rf"\bwith {NAME}", text))


def company_asked(pack: StoredPack, found: SearchResult) -> Direct | None:
    """Answer by the sentence that names most of those who shared the person's lot; None if none names anybody."""
    query = found.query
    person = pack.entries[next(iter(query.entries))]
    deeds = query.further_terms(frozenset())
    told: list[tuple[tuple[bool, bool, int], Entry, str]] = []
    for owner, text in _lines(pack, found, person):
        called = plain(owner.name).split() if owner.kind is Kind.EVENT else []
        words = plain(text).split()
        is_tried = any(term.word in TRIED for term in deeds) and not TRIED.isdisjoint((*called, *words))
        is_done = bool(deeds) and all(_is_done(term, words) for term in deeds)
        if are_together(person, text) and (is_tried or is_done):
            others = {each for each in entries_named(pack.store, text) if pack.entries[each].kind is Kind.PERSON}
            others -= {person.id}
            is_his = speaks_of(person, plain(" ".join((*owner.names, *owner.search))).split())  # not a series of trials
            worth = is_his, is_tried and not TRIED.isdisjoint(called), len(others)
            told += [(worth, owner, text)] if others else []
    if not told:
        return None
    _, owner, text = max(told, key=lambda each: each[0])
    is_of_summary = text in sentences(owner.summary)
    return Direct(f"{capital(owner.name)}: {inside(text)}" if is_of_summary else text, entries=(owner.id,))


def _is_done(term: Term, words: Sequence[str]) -> bool:
    """True if the words have the very deed; `shot` and `executed` count as one."""
    return is_said(term.itself, words) or (term.word in EXECUTED and not EXECUTED.isdisjoint(words))


def _lines(pack: StoredPack, found: SearchResult, person: Entry) -> Iterator[tuple[Entry, str]]:
    """Yield the sentences about what befell somebody: the person's facts, and summaries and facts of events.

    The events are those tied to the person, and those that the search found.
    """
    events = [fact.target for fact in person.facts if fact.target]
    events += [fact.subject for fact in pack.facts_with_object(person.id)]
    ids = dict.fromkeys((person.id, *events, *found.owners))
    for entry in (pack.entries[each] for each in ids if each in pack.entries):
        if entry.kind is Kind.EVENT:
            yield from ((entry, text) for text in sentences(entry.summary))
        if entry.kind is Kind.EVENT or entry is person:
            yield from ((entry, fact_sentence(pack, fact)) for fact in pack.known_facts(entry))
