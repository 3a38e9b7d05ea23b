"""The passages that a search can find, and the words they are found by.

They are facts, summaries, quotations and paragraphs of chapters.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.questions.question_words import QUESTION_WORDS
from trotskyism_cli.pack.links import LINK
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind, Quote, Topic
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import ObjectType, Relation
from trotskyism_cli.pack.wording import fact_sentence

QUOTE_HINTS = "quote quotation said wrote words"


class Passage(NamedTuple):
    """A piece of text with the words it is found by.

    `kind` is fact, summary, quote or topic; `owner` is the id of the entry, quotation or chapter; `record` is the fact
    or quotation; `subject` is the entry it is about. `names` and `hints` are further plain words that find it.
    `answers` are the kinds of question it could answer (who, when, where, number, why, what, event, quote), twice if
    its relation declares so.
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


class Passages:
    """Makes the passages of a pack."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._names = cache(self._names_of)

    def of_entry(self, entry: Entry) -> Iterator[Passage]:
        """Passages for its summary and facts.

        They depend only on the entry, the relations, and entries `named_in` its facts.
        """
        yield _of_summary(entry, " ".join(self._names(entry.id)))
        for fact in entry.facts:
            yield _of_fact(self._pack, fact, self._joined(named_in(fact)))

    def of_quote(self, quote: Quote) -> Passage:
        """Passage for a quotation."""
        return _of_quote(quote, self._joined(each for each in (quote.speaker, *quote.about, quote.work) if each))

    def of_topic(self, topic: Topic) -> Iterator[Passage]:
        """Passages for the summary and paragraphs of a chapter."""
        return _of_topic(self._pack, topic)

    def _names_of(self, entry_id: str) -> tuple[str, ...]:
        entry = self._pack.entries[entry_id]
        return tuple(dict.fromkeys(map(plain, (*entry.names, *entry.search))))

    def _joined(self, entries: Iterable[str]) -> str:
        return " ".join(dict.fromkeys(chain.from_iterable(map(self._names, entries))))


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


def named_in(fact: Fact) -> Iterator[str]:
    """The entries that the sentence of a fact mentions."""
    yield fact.subject
    yield from fact.according_to
    if isinstance(fact.object, EntryRef):
        yield fact.object.id
    if fact.where:
        yield fact.where


def _answers(pack: Pack, fact: Fact, relation: Relation) -> Iterator[str]:
    """The kinds of question that a fact may answer."""
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
