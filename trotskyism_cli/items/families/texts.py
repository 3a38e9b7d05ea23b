"""Definitions and names: questions about facts whose object is text that belongs to one subject alone."""

from collections.abc import Iterator

from trotskyism_cli.items.answers import YEAR, statement_answer, text_answer
from trotskyism_cli.items.asks import Ask, an_entry, moment_of, stems_of, weight_of, with_noun
from trotskyism_cli.items.index import Index, keyable
from trotskyism_cli.items.truth import ObjectOf, SubjectOf
from trotskyism_cli.items.words import content_words, is_abbreviation, tokens
from trotskyism_cli.pack.model import SIGNIFICANCE, Fact, Kind, Role

_POINTING = ("he", "she", "it", "they", "these", "this")  # words whose number gives the subject away
LONG = 6  # words from which a text describes, and does not merely name
# Families of their own, in either direction, by the roles of relations.
OWN_KINDS = {
    Role.CONTENT: "content",
    Role.OUTCOME: "outcome",
    Role.DECISION: "decision",
    Role.OFFICE: "role",
}
CLAUSES = ("content", "outcome", "decision", "significance")  # families whose texts are clauses, and look alike
OF_ANY = ("it", "its")  # with which a reason begins that could be that of any other thing
LONGEST_OPTION = 28  # words; longer texts are asked about, but are no options


def asks(index: Index) -> Iterator[Ask]:
    """For each definition: the term for it, and it for the term; the same for names."""
    for fact in index.facts.values():
        relation = index.relation(fact)
        if not isinstance(fact.object, str) or relation.claim or not keyable(index, fact):
            continue
        if not _stands_alone(index, fact, fact.object):
            continue
        short = len(fact.object.split()) <= LONGEST_OPTION
        if (relation.functional or fact.unique) and relation.asks.get("object") and short:
            yield from _text_of(index, fact, fact.object)
        described = _is_long(fact.object) and _is_eponym(index, fact.subject)
        if (relation.inverse_functional or fact.unique) and relation.asks.get("subject") and not described:
            yield from _subject_of(index, fact, fact.object)


def _stands_alone(index: Index, fact: Fact, text: str) -> bool:
    """Whether neither the number of a text nor its words tell what it is about."""
    subject = index.pack.entries[fact.subject]
    if fact.relation == SIGNIFICANCE.id:
        return tokens(text)[0] in OF_ANY and not subject.plural and not _tells_name(index, fact, text)
    if fact.unique and (subject.plural or tokens(text)[0] in _POINTING):
        return False
    return not is_abbreviation(text, subject.name) and (
        bool(_own_kind(index, fact)) or not _tells_name(index, fact, text)
    )


def _text_of(index: Index, fact: Fact, text: str) -> Iterator[Ask]:
    subject = index.pack.entries[fact.subject]
    kind = _own_kind(index, fact) or ("definition" if _is_long(text) else "name")
    as_answer = statement_answer if kind in CLAUSES else text_answer
    if stems := stems_of(index, fact, index.relation(fact).asks["object"], "object"):
        yield Ask(
            id=f"{fact.id}:object",
            kind=kind,
            pool=f"{kind}/{fact.relation}/{subject.kind}",
            template=f"{fact.relation}:object",
            subject=subject.name,
            query=ObjectOf(fact),
            answer=as_answer(fact.id, text, subject, index.eras.get(subject.id)),
            evidence=(fact.id,),
            stems=stems,
            topic=index.topic_of(fact),
            weight=weight_of(index, fact),
        )


def _subject_of(index: Index, fact: Fact, text: str) -> Iterator[Ask]:
    subject = index.pack.entries[fact.subject]
    own = _own_kind(index, fact)
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


def _tells_name(index: Index, fact: Fact, text: str) -> bool:
    """Whether a name of the subject can be put together from a description: it has more than half of its words."""
    said = content_words(text)
    named = (content_words(name) for name in index.pack.entries[fact.subject].names)
    return _is_long(text) and any(2 * len(words & said) > len(words) for words in named)


def _is_eponym(index: Index, entry_id: str) -> bool:
    """Whether something is named after a person, whom every description of it must mean."""
    entry = index.pack.entries[entry_id]
    return entry.kind is not Kind.PERSON and not content_words(entry.name).isdisjoint(index.surnames)


def _own_kind(index: Index, fact: Fact) -> str:
    if fact.relation == SIGNIFICANCE.id:
        return "significance"
    role = index.relation(fact).role
    return OWN_KINDS[Role(role)] if role and Role(role) in OWN_KINDS else ""


def _is_long(text: str) -> bool:
    return len(text.split()) >= LONG
