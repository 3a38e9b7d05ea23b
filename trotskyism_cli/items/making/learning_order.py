"""The order in which the facts of a pack should be learnt."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.items.grounds.aspects import Aspect, aspect_of
from trotskyism_cli.items.grounds.bare_questions import BareQuestion, importance_of
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.items.options.pools import Pool
from trotskyism_cli.items.written import questions as written
from trotskyism_cli.library.questions.answer_text import tells
from trotskyism_cli.pack.wording import fact_sentence

RANKS = {aspect: place for place, aspect in enumerate(Aspect)}
WHOLE, BESIDE = 3.0, 0.5  # weight of a question about one fact; reduction for one about several

Asks = Mapping[str, Sequence[tuple[Pool, BareQuestion]]]  # by fact id


def in_order_of_learning(index: Index, asks: Asks, written: Iterable[Item]) -> list[Askable]:
    """Everything that can be asked, in learning order.

    These are the facts with `asks`, and the facts of the `written` items. First comes the course of the pack, then the
    rest by importance, then by chapter. Within a chapter the entries take turns. The facts of one entry come in this
    order: those told in its summary, the weightiest, thought before names before dates, those about much-mentioned
    entries, then as in the file. Details come after all else of their importance: facts that authors ask only beside
    others, or only in a question less important than the fact.
    """
    pack = index.pack
    chapters = {topic.id: place for place, topic in enumerate(pack.topics)}
    course = {fact: place for place, fact in enumerate(pack.course)}
    items = list(written)
    by_authors = dict.fromkeys(fact for item in items for fact in item.asked_ids)
    facts = {**asks, **{fact: () for fact in by_authors if fact not in asks}}
    tells = _told_beside(items)
    found = [
        _askable(index, fact, own, chapters)._replace(tells=tuple(tells.get(fact, ()))) for fact, own in facts.items()
    ]
    homes = {
        entry: (place, at)
        for place, topic in reversed(list(enumerate(pack.topics)))
        for at, entry in enumerate(topic.entries)
    }
    aspects = {fact: 0 if fact in by_authors else _aspect(own) for fact, own in facts.items()}
    places = {fact.id: at for entry in pack.entries.values() for at, fact in enumerate(entry.facts)}
    told_of = Counter(end for each in found for end in each.ends)
    weights = _weights(index)

    def within_entry(each: Askable) -> tuple[bool, float, int, int, int]:
        company = max((told_of[end] for end in each.ends[1:]), default=0)
        weight = weights.get(each.fact, WHOLE)
        return not _is_told(index, each.fact), -weight, aspects[each.fact], -company, places.get(each.fact, 0)

    turns: Counter[tuple[int, str]] = Counter()
    keys: dict[str, tuple[int, ...]] = {}
    for each in sorted(found, key=within_entry):
        subject = each.ends[0]
        chapter, at = homes.get(subject, (each.chapter, len(pack.entries)))
        is_detail = weights.get(each.fact, WHOLE) < each.importance - BESIDE
        begins = course.get(each.fact, len(course))
        keys[each.fact] = (begins, -each.importance, is_detail, chapter, turns[each.importance, subject], at)
        turns[each.importance, subject] += not is_detail
    return sorted(found, key=lambda each: keys[each.fact])


def _told_beside(items: Iterable[Item]) -> dict[str, dict[str, None]]:
    """Return for each fact those behind the wrong options of choices that ask for it, in order."""
    found: dict[str, dict[str, None]] = {}
    for item in items:
        if item.response is Response.CHOICE:
            told = dict.fromkeys(each for each in item.evidence_ids if each not in item.rests_on)
            for asked in item.asked_ids:
                found.setdefault(asked, {}).update(told)
    return found


def _aspect(asks: Iterable[tuple[Pool, BareQuestion]]) -> int:
    """Rank of the first aspect under which a fact is asked; a fact asked only by an author counts as thought."""
    return min((RANKS[aspect_of(pool.kind)] for pool, _ in asks), default=0)


def _weights(index: Index) -> dict[str, float]:
    """For each fact, the weight of the most important author's question about it.

    A question about several facts weighs slightly less.
    """
    found: dict[str, float] = {}
    for question in written.askable(index):
        weight = written.importance_of(index, question) - (BESIDE if len(question.about) > 1 else 0)
        for fact in question.about:
            found[fact] = max(found.get(fact, 0), weight)
    return found


def _is_told(index: Index, fact_id: str) -> bool:
    """Return whether the summary of its entry tells a fact."""
    fact = index.facts.get(fact_id)
    if fact is None:
        return False
    entry = index.pack.entries[fact.subject]
    return tells(f"{entry.name} {entry.summary}", fact_sentence(index.pack, fact))


def _askable(
    index: Index, fact_id: str, asks: Iterable[tuple[Pool, BareQuestion]], chapters: Mapping[str, int]
) -> Askable:
    fact = index.facts.get(fact_id)
    if fact is None:
        quote = index.pack.quotes[fact_id]
        ends, revision = (quote.speaker, *((quote.work,) if quote.work else ())), 1
        importance = quote.importance
    else:
        ends = fact.ends
        importance, revision = importance_of(index, fact), fact.revision
    topic = next((ask.topic for _, ask in asks if ask.topic), "") or (index.topic_of(fact) if fact else "")
    return Askable(
        fact=fact_id,
        topic=topic,
        chapter=chapters.get(topic, len(chapters)),
        importance=importance,
        revision=revision,
        ends=ends,
        alike=tuple(dict.fromkeys(pool.kind for pool, _ in asks)),
    )
