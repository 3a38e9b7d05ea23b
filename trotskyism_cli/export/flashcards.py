"""Facts and quotations as two-sided cards: a question and its answer."""

from collections.abc import Collection, Iterator, Set
from typing import NamedTuple

from trotskyism_cli.library.quotations import is_passage
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.model import Citation, Entry, Fact, Quote, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import ObjectType, Role
from trotskyism_cli.pack.stock_phrases import SOURCE
from trotskyism_cli.pack.wording import fact_plurals, fact_sentence, fact_values, fill, object_label, sentence


class Flashcard(NamedTuple):
    """A card. `id` is that of the fact or quotation, or names several facts that answer one question.

    `more` has notes and sources.
    """

    id: str
    topic: str
    kind: str
    front: str
    back: str
    more: str


def flashcards(pack: Pack, topics: Collection[str] = (), entries: Set[str] = frozenset()) -> Iterator[Flashcard]:
    """The cards of a pack, or of some chapters or entries, in pack order.

    Facts of a relation that a subject can have several of share one card. Long quotations (passages) and free-text
    statements that no question can identify get none.
    """
    for entry in pack.entries.values():
        if not entries or entry.id in entries:
            yield from (card for card in _of_entry(pack, entry) if not topics or card.topic in topics)
    for quote in pack.quotes.values():
        if is_passage(quote):
            continue
        card = _of_quote(pack, quote)
        if (not topics or card.topic in topics) and (not entries or entries & {quote.speaker, *quote.about}):
            yield card


def _of_entry(pack: Pack, entry: Entry) -> Iterator[Flashcard]:
    groups: dict[str, list[Fact]] = {}
    for fact in entry.facts:
        if _is_asked(pack, fact):
            alone = pack.relations[fact.relation].functional
            groups.setdefault(fact.id if alone else f"{entry.id}:{fact.relation}", []).append(fact)
    return (_of_facts(pack, own_id, facts) for own_id, facts in groups.items())


def _is_asked(pack: Pack, fact: Fact) -> bool:
    relation = pack.relations[fact.relation]
    can_be_known = relation.functional or relation.object_type is not ObjectType.TEXT or relation.role == Role.NAME
    stands = pack.stands(fact) and not (fact.corrects or fact.text)
    return fact.quiz and stands and can_be_known


def _of_facts(pack: Pack, own_id: str, facts: list[Fact]) -> Flashcard:
    first = facts[0]
    relation = pack.relations[first.relation]
    asks = relation.asks.get("object" if relation.object_type is None else "when", ())
    name = pack.entries[first.subject].name
    alone = relation.functional and first.voice is Voice.FACT
    front = f"{name}: {relation.label}"
    if alone and asks:
        front = fill(asks[0], fact_values(pack, first), fact_plurals(pack, first))
    if len(facts) == 1 and first.voice is Voice.FACT and not (first.when or first.where):
        back = object_label(pack, first)
    else:
        back = "\n".join(fact_sentence(pack, fact) for fact in facts)
    notes = [sentence(fact.note) for fact in facts if fact.note]
    cited = dict.fromkeys(_cited(pack, each) for fact in facts for each in fact.citations)
    topic = pack.topic_of(first.citations, first.subject)
    return Flashcard(own_id, topic, relation.id, front, back, " ".join([*notes, f"{SOURCE}{'; '.join(cited)}."]))


def _of_quote(pack: Pack, quote: Quote) -> Flashcard:
    said = [pack.entries[quote.speaker].name]
    said += [pack.entries[quote.work].name] if quote.work else []
    said += [date_words(quote.when)] if quote.when else []
    notes = [f"Doubtful: {quote.doubtful}" if quote.doubtful else "", quote.note]
    cited = dict.fromkeys(_cited(pack, each) for each in quote.citations)
    more = " ".join([*(sentence(note) for note in notes if note), f"{SOURCE}{'; '.join(cited)}."])
    topic = pack.topic_of(quote.citations, quote.speaker)
    return Flashcard(quote.id, topic, "quotation", f"Who said it, and where?\n“{quote.text}”", ", ".join(said), more)


def _cited(pack: Pack, citation: Citation) -> str:
    return pack.sources[citation.source].in_short(citation.locator)
