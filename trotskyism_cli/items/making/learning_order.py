"""The order in which the facts of a pack should be learnt."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.items.grounds.asks import Ask, weight_of
from trotskyism_cli.items.grounds.aspects import Aspect, aspect_of
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.items.options.pools import Pool
from trotskyism_cli.items.written import questions as written
from trotskyism_cli.library.questions.telling import tells
from trotskyism_cli.pack.wording import fact_sentence

RANKS = {aspect: place for place, aspect in enumerate(Aspect)}
WHOLE, BESIDE = 3.0, 0.5  # the weight of a question made of one fact; by how much less one of several weighs

Asks = Mapping[str, Sequence[tuple[Pool, Ask]]]  # by the facts that they rest on


def in_order_of_learning(index: Index, asks: Asks, written: Iterable[Item]) -> list[Askable]:
    """What can be asked, by questions made of facts or `written` by hand.

    The course of the pack comes first. Of the rest the most important facts do, and of these those of the entries of
    the first chapter, in its order. There the
    entries take turns, each with its facts as its author put them, but what its summary tells, by which it is met,
    before all else, what was thought before names, and names before dates, and its part in what is told of most before
    that in a detail: so nothing comes twice before all was met. What authors ask only beside other facts, or in a
    question that matters less, is a detail.
    """
    pack = index.pack
    chapters = {topic.id: place for place, topic in enumerate(pack.topics)}
    course = {fact: place for place, fact in enumerate(pack.course)}
    items = list(written)
    by_hand = dict.fromkeys(fact for item in items for fact in item.asked_ids)
    facts = {**asks, **{fact: () for fact in by_hand if fact not in asks}}
    tells = _told_beside(items)
    found = [
        _askable(index, fact, own, chapters)._replace(tells=tuple(tells.get(fact, ()))) for fact, own in facts.items()
    ]
    homes = {
        entry: (place, at)
        for place, topic in reversed(list(enumerate(pack.topics)))
        for at, entry in enumerate(topic.entries)
    }
    aspects = {fact: 0 if fact in by_hand else _aspect(own) for fact, own in facts.items()}
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
    """For each fact those that stand behind the wrong options of choices that ask for it, in their order."""
    found: dict[str, dict[str, None]] = {}
    for item in items:
        if item.response is Response.CHOICE:
            for asked in item.asked_ids:
                found.setdefault(asked, {}).update(dict.fromkeys(item.evidence_ids[item.asked :]))
    return found


def _aspect(asks: Iterable[tuple[Pool, Ask]]) -> int:
    """The place of the aspect under which a fact is first asked; what only an author asks is thought."""
    return min((RANKS[aspect_of(pool.kind)] for pool, _ in asks), default=0)


def _weights(index: Index) -> dict[str, float]:
    """How much the weightiest question of an author matters that asks for a fact: alone, or a little less."""
    found: dict[str, float] = {}
    for question in written.askable(index):
        weight = written.weight_of(index, question) - (BESIDE if len(question.about) > 1 else 0)
        for fact in question.about:
            found[fact] = max(found.get(fact, 0), weight)
    return found


def _is_told(index: Index, fact_id: str) -> bool:
    """Whether the summary of its entry tells a fact."""
    fact = index.facts.get(fact_id)
    if fact is None:
        return False
    entry = index.pack.entries[fact.subject]
    return tells(f"{entry.name} {entry.summary}", fact_sentence(index.pack, fact))


def _askable(index: Index, fact_id: str, asks: Iterable[tuple[Pool, Ask]], chapters: Mapping[str, int]) -> Askable:
    fact = index.facts.get(fact_id)
    if fact is None:
        quote = index.pack.quotes[fact_id]
        ends, revision = (quote.speaker, *((quote.work,) if quote.work else ())), 1
        importance = quote.importance
    else:
        ends = fact.ends
        importance, revision = weight_of(index, fact), fact.revision
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
