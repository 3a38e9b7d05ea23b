"""A sitting played through beforehand, with nobody there and nothing kept: what it would ask, and in which order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from trotskyism_cli.items.model import Item
from trotskyism_cli.learning.asking_level import level_of
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.planned import Planned
from trotskyism_cli.learning.study import Study
from trotskyism_cli.learning.study_environment import ItemsAbout, StudyEnvironment, Terms, seconds_of

if TYPE_CHECKING:  # as in `study`
    from trotskyism_cli.learning.log import Learn
    from trotskyism_cli.learning.review import Review


class Ready(NamedTuple):
    """A fact of the plan with the item by which it will be asked."""

    planned: Planned
    item: Item
    level: int


class _Forgetful:
    """Keeps reviews for as long as it is there itself (see `study_environment.Keeper`)."""

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
    """The questions of a sitting on a plan that begins now, if each answer takes its usual time and none comes back.

    Nothing is kept with the keeper of the environment.
    """
    now, spent = environment.clock(), timedelta()
    keeper = _Forgetful(memories, environment.keeper.lately)
    around = environment._replace(keeper=keeper, clock=lambda: now + spent, timed=False)
    session = Study(plan, items, dict(memories), around, terms._replace(again=False))
    while True:
        while session.lesson() is not None:
            continue
        question, planned = session.ask(), session.planned
        if question is None or planned is None:
            return
        yield Ready(planned, question.item, level_of(question.item, items(planned.fact, ())[0].kind))
        session.answer(None)
        spent += timedelta(seconds=seconds_of(planned, terms.pace, lessons=terms.lessons))
