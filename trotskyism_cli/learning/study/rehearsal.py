"""Simulate a session beforehand, without a learner and without storing anything: what it would ask, in which order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, cast

from trotskyism_cli.items.model import Item
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.study.asking_level import level_of
from trotskyism_cli.learning.study.planned import Planned
from trotskyism_cli.learning.study.study import Study
from trotskyism_cli.learning.study.study_environment import ItemsAbout, StudyEnvironment, Terms, seconds_of

if TYPE_CHECKING:  # as in `study`
    from trotskyism_cli.learning.record.log import Learn
    from trotskyism_cli.learning.review import Review
    from trotskyism_cli.pack.pack import Pack


SPARE = 40  # extra facts, as some cannot be asked or are asked along with others


class Ready(NamedTuple):
    """A fact of the plan with the item that will ask it; `recall` of `planned` is that of all facts of the item."""

    planned: Planned
    item: Item
    level: int


class _NoRecords:
    """An empty pack with what a review needs of one: loading the real one takes longer than all the rest."""

    id = ""

    def fact_or_significance(self, fact: str) -> None:
        """None: the pack is empty."""


def _no_records() -> "Pack":
    return cast("Pack", _NoRecords())


class _Forgetful:
    """A keeper that stores reviews in memory only (see `study_environment.Keeper`)."""

    def __init__(self, memories: Mapping[str, Memory], lately: "Callable[[str], Sequence[Review]]") -> None:
        self._memories = dict(memories)
        self._lately = lately
        self._kept: list[Review] = []

    def keep(self, review: "Review", memories: Mapping[str, Memory | None]) -> None:
        self._kept.append(review)
        self._memories |= {fact: memory for fact, memory in memories.items() if memory}

    def append(self, review: "Review", learn: "Learn | None" = None) -> None:
        self._kept.append(review)

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        return {fact: self._memories[fact] for fact in facts if fact in self._memories}

    def lately(self, fact: str) -> "list[Review]":
        return [*self._lately(fact), *(review for review in self._kept if fact in review.facts)]


def rehearsed(
    plan: Sequence[Planned],
    items: ItemsAbout,
    memories: Mapping[str, Memory],
    terms: Terms,
    environment: StudyEnvironment,
) -> Iterator[Ready]:
    """The questions of a session on a plan, begun now, if each answer takes its usual time and none comes back.

    Nothing is stored with the keeper of the environment.
    """
    now, spent = environment.clock(), timedelta()
    keeper = _Forgetful(memories, environment.keeper.lately)
    around = environment._replace(keeper=keeper, clock=lambda: now + spent, timed=False, pack=_no_records)
    session = Study(_within_reach(plan, terms, now), items, dict(memories), around, terms._replace(again=False))
    while True:
        while session.lesson() is not None:
            spent += timedelta(seconds=terms.pace.card)
        question, planned = session.ask(), session.planned
        if question is None or planned is None:
            return
        if question.predicted is not None:
            planned = planned._replace(recall=question.predicted)
        yield Ready(planned, question.item, level_of(question.item, items(planned.fact, ())[0].kind))
        session.answer(None)
        spent += timedelta(seconds=seconds_of(planned, terms.pace, shown=question.shown))


def _within_reach(plan: Sequence[Planned], terms: Terms, now: datetime) -> Sequence[Planned]:
    """Return the part of a plan that a sitting can reach in its time, with some spare.

    In a rehearsal each question takes its usual time, so their number is limited. To look through a long plan is slow.
    """
    if terms.until is None:
        return plan
    least = max(1.0, min(terms.pace.right, terms.pace.wrong))
    most = int((terms.until - now).total_seconds() / least) + SPARE
    left = {True: min(terms.new, most) + SPARE, False: most}  # by whether a fact is new
    found = []
    for each in plan:
        is_new = each.memory is None
        if left[is_new] > 0:
            left[is_new] -= 1
            found.append(each)
    return found


class Course(NamedTuple):
    """A plan in the order of asking, and the questions of the session."""

    plan: Sequence[Planned]
    ready: Sequence[Ready]


def with_new_spread(
    plan: Sequence[Planned],
    items: ItemsAbout,
    memories: Mapping[str, Memory],
    terms: Terms,
    environment: StudyEnvironment,
) -> Course:
    """The plan with its new facts spread among those met before, without changing what the session asks.

    So a slower learner misses some of both, and there are other questions between the card of a new fact and its
    question.
    """
    keeper = _Forgetful(memories, cache(environment.keeper.lately))  # both rehearsals look up the same
    environment = environment._replace(keeper=keeper)
    first = [*rehearsed(plan, items, memories, terms, environment)]
    asked = {each.planned.fact for each in first}
    new = [each for each in plan if each.fact in asked and each.memory is None]
    if not new:
        return Course(plan, first)
    met = [each for each in plan if each.fact in asked and each.memory is not None]
    spread = [*_spread(met, new), *(each for each in plan if each.fact not in asked)]
    return Course(spread, [*rehearsed(spread, items, memories, terms, environment)])


def _spread(many: Sequence[Planned], few: Sequence[Planned]) -> Iterator[Planned]:
    """Merge two lists, each in its order, the second spread as evenly as can be. Pairs of the first stay together."""
    parts: list[list[Sequence[Planned]]] = [[*_pairs(many)], [[each] for each in few]]
    placed = [((place + 0.5) / len(part), each) for part in parts for place, each in enumerate(part)]
    return (each for _, together in sorted(placed, key=itemgetter(0)) for each in together)


def _pairs(planned: Sequence[Planned]) -> Iterator[Sequence[Planned]]:
    """Yield each planned fact, together with the next one if the two form a pair."""
    place = 0
    while place < len(planned):
        size = 2 if place + 1 < len(planned) and planned[place + 1].beside == planned[place].fact else 1
        yield planned[place : place + size]
        place += size
