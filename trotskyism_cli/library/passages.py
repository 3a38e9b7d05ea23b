"""What a search can find: every fact, summary, quotation and paragraph, with the names and hints it is found by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.checks import LINK
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, ObjectType, Pack, Quote, Relation, Topic
from trotskyism_cli.pack.wording import fact_sentence

QUOTE_HINTS = "quote quotation said wrote words"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text and what it is found by: `kind` is fact, summary, quote or topic, `owner` the id it belongs to.

    `answers` are the kinds of thing that it could answer a question with (who, when, where, number, why).
    """

    kind: str
    owner: str
    fact: str
    subject: str
    text: str
    names: str
    hints: str
    answers: str
    weight: float


def passages(pack: Pack) -> Iterator[Passage]:
    """All passages of a pack."""
    for entry in pack.entries.values():
        yield _summary(entry)
        yield from (_of_fact(pack, fact) for fact in entry.facts)
    yield from (_of_quote(pack, quote) for quote in pack.quotes.values())
    for topic in pack.topics:
        yield from _of_topic(pack, topic)


def _summary(entry: Entry) -> Passage:
    hints = f"{entry.kind} {entry.type} who was what is definition meaning"
    names = _flat((*entry.names, *entry.search))
    return Passage("summary", entry.id, "", entry.id, entry.summary, names, hints, "what who", entry.importance / 2)


def _of_fact(pack: Pack, fact: Fact) -> Passage:
    relation = pack.relations[fact.relation]
    subject = pack.entries[fact.subject]
    named = [subject, *pack.holders(fact)]
    if isinstance(fact.object, EntryRef):
        named.append(pack.entries[fact.object.id])
    if fact.where:
        named.append(pack.entries[fact.where])
    names = _flat(name for entry in named for name in (*entry.names, *entry.search))
    hints = " ".join((relation.label, relation.inverse_label, *relation.words, subject.type))
    text = fact_sentence(pack, fact) + (f" {fact.note}" if fact.note else "")
    weight = (fact.importance + subject.importance) / 4 - (0.5 if fact.negated else 0)
    return Passage(
        "fact", fact.subject, fact.id, fact.subject, text, names, hints, _answers(pack, fact, relation), weight
    )


def _answers(pack: Pack, fact: Fact, relation: Relation) -> str:
    """Which question words a fact answers."""
    found = []
    if isinstance(fact.object, EntryRef):
        found.append(
            {"person": "who", "place": "where", "organisation": "who"}.get(pack.entries[fact.object.id].kind, "")
        )
    if pack.entries[fact.subject].kind == "person" or fact.according_to:
        found.append("who")
    if fact.date:
        found.append("when")
    if fact.where:
        found.append("where")
    if relation.object_type is ObjectType.NUMBER:
        found.append("number")
    if relation.claim:
        found.append("why")
    return " ".join(filter(None, found))


def _of_quote(pack: Pack, quote: Quote) -> Passage:
    about = [pack.entries[each] for each in (quote.speaker, *quote.about, *((quote.work,) if quote.work else ()))]
    names = _flat(name for entry in about for name in (*entry.names, *entry.search))
    return Passage("quote", quote.id, "", quote.speaker, quote.text, names, QUOTE_HINTS, "who when quote", 1.0)


def _of_topic(pack: Pack, topic: Topic) -> Iterator[Passage]:
    texts = [topic.summary, *(chunk for chunk in topic.prose.split("\n\n") if len(chunk.split()) > 5)]
    for text in texts:
        shown = LINK.sub(lambda link: link[2] or pack.entries[link[1]].name, text)
        bare = " ".join(shown.replace("**", "").replace("*", "").replace("## ", "").split())
        yield Passage("topic", topic.id, "", "", bare, plain(topic.title), "chapter summary overview", "", 0.5)


def _flat(names: Iterable[str]) -> str:
    return " ; ".join(dict.fromkeys(map(plain, names)))
