"""A made-up learner of the French Revolution, the same in every run: reviews, and what is remembered of them."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.review import Review
from trotskyism_cli.pack.model import Kind, Topic
from trotskyism_cli.pack.reading.reader import load_pack
from trotskyism_cli.pack.wording import object_label

NOW = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
DAYS = 160
TITLES = {
    Kind.PERSON: "Who made the Revolution",
    Kind.PLACE: "Where they came from",
    Kind.EVENT: "From the Estates General to the eighteenth of Brumaire",
    Kind.WORK: "Pamphlets and papers",
    Kind.CONCEPT: "Words of the Revolution",
}
TOPICS = tuple(Topic(kind.value, title, place, title, title) for place, (kind, title) in enumerate(TITLES.items()))
PACK = replace(load_pack(Path(__file__).parent / "packs" / "french-revolution"), topics=TOPICS)
CHAPTERS = {
    fact.id: kind.value for kind in TITLES for fact in PACK.facts.values() if PACK.entries[fact.subject].kind is kind
}

Thing = TypeVar("Thing")


class _Chance:
    """Chance that is the same under every version of Python: only `random()` is sure to be."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)

    def share(self) -> float:
        return self._rng.random()

    def pick(self, things: Sequence[Thing]) -> Thing:
        return things[int(self._rng.random() * len(things))]


def learner() -> tuple[list[Review], dict[str, Memory]]:
    """What somebody did in the last months who began with the first chapters."""
    chance = _Chance(1789)
    unseen, met = list(CHAPTERS), list[str]()
    reviews: list[Review] = []
    memories: dict[str, Memory] = {}
    for ago in reversed(range(DAYS)):
        if ago > 4 and chance.share() < 0.5:
            continue
        begin = NOW - timedelta(days=ago, minutes=int(60 * chance.share()))
        for number in range(2 + int(20 * chance.share() ** 3)):
            if unseen and (not met or chance.share() < 0.1):
                met.append(unseen.pop(0))
            review = _review(chance.pick(met), begin + timedelta(seconds=20 * number), len(reviews), chance)
            reviews.append(review)
            memories[review.facts[0]] = _memory(memories.get(review.facts[0]), review)
    return reviews, memories


def _review(fact_id: str, time: datetime, number: int, chance: _Chance) -> Review:
    fact = PACK.facts[fact_id]
    alike = [object_label(PACK, each) for each in PACK.facts.values() if each.relation == fact.relation]
    right = object_label(PACK, fact)
    wrong = [label for label in dict.fromkeys(alike) if label != right]
    options = (right, *wrong[len(fact_id) % 3 :][:3])
    predicted = chance.pick([None, 0.6, 0.75, 0.86, 0.93, 0.97])
    is_right = chance.share() < (predicted or 0.7) or len(options) < 2
    chosen = 0 if is_right else chance.pick([1, *range(1, len(options))])
    return Review(
        id=f"r{number}",
        time=time,
        pack=PACK.id,
        session=f"s{time:%Y%m%d}",
        item=f"{fact.relation}:{fact_id}",
        facts=(fact_id,),
        revisions=(1,),
        family=fact.relation,
        response="choice",
        topic=CHAPTERS[fact_id],
        stem=f"{PACK.entries[fact.subject].name} – {PACK.relations[fact.relation].label}?",
        options=options,
        chosen=(chosen,),
        key=(0,),
        credit=float(is_right),
        seconds=float(3 + int(27 * chance.share())),
        confidence=chance.pick([None, 1, 2, 2, 3, 3] if is_right else [None, 1, 2, 2, 3]),
        predicted=predicted,
    )


def _memory(before: Memory | None, review: Review) -> Memory:
    """Growing with every right answer: near enough to a schedule for a picture."""
    stability = 1.0 if before is None or not review.correct else min(400.0, before.stability * 1.9)
    due = review.time + timedelta(days=stability)
    return Memory(review.facts[0], stability, 5.0, review.time, due, (before.reviews if before else 0) + 1)
