"""Definitions, names and deeds: questions about facts whose object is text that belongs to one subject alone."""

from collections import defaultdict
from collections.abc import Iterator

from trotskyism_cli.items.answers import YEAR, text_answer
from trotskyism_cli.items.asks import Ask, an_entry, lent, moment_of, stems_of, weight_of, with_noun
from trotskyism_cli.items.index import Index, keyable
from trotskyism_cli.items.truth import ObjectOf, SubjectOf
from trotskyism_cli.items.words import content_words, is_abbreviation, tells_name, tokens
from trotskyism_cli.pack.model import SIGNIFICANCE, Fact, Kind, Role

_POINTING = ("he", "she", "it", "they", "these", "this")  # words whose number gives the subject away
LONG = 6  # words from which a text describes, and does not merely name
# Families of their own, by the roles of relations.
OWN_KINDS = {Role.CONTENT: "content", Role.OFFICE: "role", Role.DECISION: "decision"}
LENT = ("content", "decision")  # families with few things to ask about, which other things of their kind stand beside
LONGEST_OPTION = 28  # words; longer texts are asked about, but are no options


def asks(index: Index) -> Iterator[Ask]:
    """For each description: what it describes; for names and offices also the other way about."""
    asked = defaultdict(set)
    for ask in _asks(index):
        asked[ask.pool].add(ask.answer.entry)
        yield ask
    for pool, entries in asked.items():
        kind = pool.partition("/")[0]
        kinds = {index.pack.entries[each].kind for each in entries if each}
        if kind in LENT:
            others = (each for each in index.pack.entries.values() if each.kind in kinds and each.id not in entries)
            yield from (ask for each in others for ask in lent(index, kind, pool, each.id))


def _asks(index: Index) -> Iterator[Ask]:
    for fact in index.facts.values():
        relation = index.relation(fact)
        if not isinstance(fact.object, str) or relation.claim or relation is SIGNIFICANCE or not keyable(index, fact):
            continue
        if not _stands_alone(index, fact, fact.object):
            continue
        own = _own_kind(index, fact)
        nameable = own or not _is_long(fact.object)
        short = len(fact.object.split()) <= LONGEST_OPTION
        if nameable and short and (relation.functional or fact.unique) and relation.asks.get("object"):
            yield from _text_of(index, fact, fact.object, own or "name")
        described = not own and _is_long(fact.object) and not _is_concept(index, fact.subject)
        if (relation.inverse_functional or fact.unique) and relation.asks.get("subject") and not described:
            yield from _subject_of(index, fact, fact.object, own)


def _stands_alone(index: Index, fact: Fact, text: str) -> bool:
    """Whether neither the number of a text nor its words tell what it is about."""
    subject = index.pack.entries[fact.subject]
    if fact.unique and (subject.plural or tokens(text)[0] in _POINTING):
        return False
    return not is_abbreviation(text, subject.name) and not (_is_long(text) and tells_name(subject.names, text))


def _text_of(index: Index, fact: Fact, text: str, kind: str) -> Iterator[Ask]:
    subject = index.pack.entries[fact.subject]
    if stems := stems_of(index, fact, index.relation(fact).asks["object"], "object"):
        yield Ask(
            id=f"{fact.id}:object",
            kind=kind,
            pool=f"{kind}/{fact.relation}/{subject.kind}",
            template=f"{fact.relation}:object",
            subject=subject.name,
            query=ObjectOf(fact),
            answer=text_answer(fact.id, text, subject, index.eras.get(subject.id)),
            evidence=(fact.id,),
            stems=stems,
            topic=index.topic_of(fact),
            weight=weight_of(index, fact),
        )


def _subject_of(index: Index, fact: Fact, text: str, own: str) -> Iterator[Ask]:
    subject = index.pack.entries[fact.subject]
    kind = own or ("term" if _is_long(text) else "name")
    wordings = [with_noun(wording, subject.kind) for wording in index.relation(fact).asks["subject"]]
    if stems := stems_of(index, fact, wordings, "subject"):
        yield Ask(
            id=f"{fact.id}:subject",
            kind=kind,
            pool=f"{kind}/{subject.kind}" if kind == "term" else f"{kind}/{fact.relation}/{subject.kind}/subject",
            template=f"{fact.relation}:subject",
            subject=text,
            query=SubjectOf(fact),
            answer=an_entry(index, fact.subject),
            evidence=(fact.id,),
            stems=stems,
            topic=index.topic_of(fact),
            weight=weight_of(index, fact),
            moment=moment_of(index, fact) or max(map(int, YEAR.findall(text)), default=None),
        )


def _is_concept(index: Index, entry_id: str) -> bool:
    """Whether something is an idea that no person gave the name: only such a thing is known by its definition."""
    entry = index.pack.entries[entry_id]
    return entry.kind is Kind.CONCEPT and content_words(entry.name).isdisjoint(index.surnames)


def _own_kind(index: Index, fact: Fact) -> str:
    role = index.relation(fact).role
    return OWN_KINDS[Role(role)] if role and Role(role) in OWN_KINDS else ""


def _is_long(text: str) -> bool:
    return len(text.split()) >= LONG
