"""What a search can find: every fact, summary, quotation and paragraph, with the names and hints it is found by."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.question_words import QUESTION_WORDS
from trotskyism_cli.pack.links import LINK
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind, Quote, Topic
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import ObjectType, Relation
from trotskyism_cli.pack.wording import fact_sentence

QUOTE_HINTS = "quote quotation said wrote words"


class Passage(NamedTuple):
    """A piece of text and what it is found by: `kind` is fact, summary, quote or topic, `owner` the id it belongs to.

    `record` is the fact or quotation that it tells, `subject` the entry that it is about; `names` and `hints` are plain
    words that find it too; `answers` are the kinds of thing that it could answer a question with (who, when, where,
    number, why, what, event, quote), named twice where its relation is declared to answer them.
    """

    kind: str
    owner: str
    text: str
    weight: float
    record: str = ""
    subject: str = ""
    names: str = ""
    hints: str = ""
    answers: tuple[str, ...] = ()


def passages(pack: Pack) -> Iterator[Passage]:
    """All passages of a pack."""

    @cache
    def names(entry_id: str) -> tuple[str, ...]:
        entry = pack.entries[entry_id]
        return tuple(dict.fromkeys(map(plain, (*entry.names, *entry.search))))

    for entry in pack.entries.values():
        yield _of_summary(entry, " ".join(names(entry.id)))
        for fact in entry.facts:
            named = (form for each in _entries_in(fact) for form in names(each))
            yield _of_fact(pack, fact, " ".join(dict.fromkeys(named)))
    for quote in pack.quotes.values():
        named = (form for each in (quote.speaker, *quote.about, quote.work) if each for form in names(each))
        yield _of_quote(quote, " ".join(dict.fromkeys(named)))
    for topic in pack.topics:
        yield from _of_topic(pack, topic)


def _of_summary(entry: Entry, names: str) -> Passage:
    return Passage(
        kind="summary",
        owner=entry.id,
        text=entry.summary,
        weight=entry.importance / 2,
        subject=entry.id,
        names=names,
        hints=plain(f"{entry.kind} {entry.type} definition meaning"),
        answers=("what", "who"),
    )


def _of_fact(pack: Pack, fact: Fact, names: str) -> Passage:
    relation = pack.relations[fact.relation]
    subject = pack.entries[fact.subject]
    return Passage(
        kind="fact",
        owner=fact.subject,
        text=f"{fact_sentence(pack, fact)} {fact.note}".strip(),
        weight=(fact.importance + subject.importance) / 4 - (0.5 if fact.negated else 0),
        record=fact.id,
        subject=fact.subject,
        names=names,
        hints=plain(" ".join((relation.label, relation.inverse_label, *relation.words, subject.type))),
        answers=tuple(_answers(pack, fact, relation)),
    )


def _entries_in(fact: Fact) -> Iterator[str]:
    yield fact.subject
    yield from fact.according_to
    if isinstance(fact.object, EntryRef):
        yield fact.object.id
    if fact.where:
        yield fact.where


def _answers(pack: Pack, fact: Fact, relation: Relation) -> Iterator[str]:
    """Which question words a fact answers."""
    subject = pack.entries[fact.subject].kind
    target = pack.entries[fact.target].kind if fact.target else None
    if subject is Kind.PERSON or target in (Kind.PERSON, Kind.ORGANISATION) or fact.according_to:
        yield "who"
    if target is Kind.PLACE or fact.where:
        yield "where"
    if fact.date:
        yield "when"
        if subject is Kind.EVENT or relation.object_type is ObjectType.DATE:
            yield "event"
    if relation.object_type is ObjectType.NUMBER:
        yield "number"
    if relation.claim:
        yield "why"
    declared = plain(" ".join(relation.words)).split()
    yield from (QUESTION_WORDS[word] for word in dict.fromkeys(declared) if word in QUESTION_WORDS)


def _of_quote(quote: Quote, names: str) -> Passage:
    return Passage(
        kind="quote",
        owner=quote.id,
        text=quote.text,
        weight=1.0,
        record=quote.id,
        subject=quote.speaker,
        names=names,
        hints=QUOTE_HINTS,
        answers=("who", "when", "quote"),
    )


def _of_topic(pack: Pack, topic: Topic) -> Iterator[Passage]:
    for text in (topic.summary, *(chunk for chunk in topic.prose.split("\n\n") if len(chunk.split()) > 5)):
        linked = LINK.sub(lambda link: link[2] or pack.entries[link[1]].name, text)
        bare = " ".join(linked.replace("**", "").replace("*", "").replace("## ", "").split())
        yield Passage("topic", topic.id, bare, 0.5, names=plain(topic.title), hints="chapter summary overview")
