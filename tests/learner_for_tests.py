"""A made-up learner of a pack, the same in every run: reviews and memories for the screens that show progress."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.review import Review
from trotskyism_cli.pack.model import Pack
from trotskyism_cli.pack.wording import fact_sentence, object_label

NOW = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
DAYS = 160
FAMILIES = ("who", "year", "work", "place", "position", "definition")


def chapters_of(pack: Pack) -> dict[str, str]:
    """The chapter of each fact, in reading order."""
    found = {
        fact.id: pack.topic_of(fact.citations, fact.subject)
        for fact in pack.facts.values()
        if pack.topic_of(fact.citations, fact.subject)
    }
    order = {topic.id: place for place, topic in enumerate(pack.topics)}
    return dict(sorted(found.items(), key=lambda each: order[each[1]]))


def learner(pack: Pack, facts: Mapping[str, str]) -> tuple[list[Review], dict[str, Memory]]:
    """What somebody did in the last months who began with the first chapters, and what is remembered of it."""
    rng = random.Random(1917)
    met: list[str] = []
    unseen = list(facts)
    reviews: list[Review] = []
    memories: dict[str, Memory] = {}
    for ago in reversed(range(DAYS)):
        if ago > 4 and rng.random() < 0.45:
            continue
        begin = NOW - timedelta(days=ago, minutes=rng.randrange(60))
        for number in range(round(abs(rng.gauss(0, 9))) + 2):
            if unseen and rng.random() < 0.3:
                met.append(unseen.pop(0))
            fact = rng.choice(met or unseen)
            time = begin + timedelta(seconds=20 * number)
            review = _review(pack, fact, facts[fact], time, len(reviews), rng)
            reviews.append(review)
            memories[fact] = _memory(memories.get(fact), review)
    return reviews, memories


def _review(pack: Pack, fact_id: str, topic: str, time: datetime, number: int, rng: random.Random) -> Review:
    fact = pack.facts[fact_id]
    alike = [each for each in pack.facts.values() if each.relation == fact.relation and each.id != fact_id]
    labels = dict.fromkeys(object_label(pack, each) for each in alike)
    labels.pop(object_label(pack, fact), None)
    options = (object_label(pack, fact), *list(labels)[:3])
    predicted = rng.choice([None, 0.6, 0.75, 0.86, 0.93, 0.97])
    right = rng.random() < (predicted or 0.7)
    chosen = 0 if right or len(options) == 1 else rng.choice([1, *range(1, len(options))])
    return Review(
        id=f"r{number}",
        time=time,
        pack=pack.id,
        session=f"s{time:%Y%m%d}",
        item=f"{fact.relation}:{fact_id}",
        facts=(fact_id,),
        revisions=(1,),
        family=FAMILIES[len(fact.relation) % len(FAMILIES)],
        response="choice",
        topic=topic,
        stem=f"Which is right? {fact_sentence(pack, fact)}",
        options=options,
        chosen=(chosen,),
        key=(0,),
        credit=float(chosen == 0),
        seconds=float(rng.randint(3, 30)),
        confidence=rng.choice([None, 1, 2, 2, 3, 3]) if right else rng.choice([None, 1, 2]),
        predicted=predicted,
    )


def _memory(before: Memory | None, review: Review) -> Memory:
    """Growing with every right answer: near enough to a schedule for a picture."""
    stability = 1.0 if before is None or not review.correct else min(400.0, before.stability * 1.9)
    lapses = (before.lapses if before else 0) + (not review.correct)
    due = review.time + timedelta(days=stability)
    return Memory(review.facts[0], stability, 5.0, review.time, due, (before.reviews if before else 0) + 1, lapses)
