"""The turns of a study session: what is still to be asked, and what of it may be."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.study.planned import Planned, Reason

NEWCOMER = 3  # facts met, below which somebody is asked by choices as far as there are any
MOST_WAITING = 12  # facts that wait for that


class Turn(NamedTuple):
    """A fact to ask, and the item if that is settled; `shown` if all it asks was read in this session before.

    It was shown when so many questions had been answered (`since`). `missed` is the item by which it was just answered
    wrong.
    """

    planned: Planned
    item: Item | None = None
    shown: bool = False
    missed: Item | None = None
    since: int = 0

    @property
    def is_new(self) -> bool:
        return self.planned.reason is Reason.NEW

    @property
    def takes_room(self) -> bool:
        """Whether it is one of the new facts of which there are only so many to a session."""
        return self.is_new and self.item is None and self.missed is None

    @property
    def is_owed(self) -> bool:
        """Whether it is asked even when no more than was announced is: it was shown, or comes back after a mistake."""
        return self.item is not None or self.missed is not None


def choices_first(turns: Iterable[Turn], item_of: Callable[[Turn, Sequence[Turn]], Item | None]) -> tuple[Turn, ...]:
    """The turns, in which what can only be matched, put in order or typed waits behind the first few choices.

    `item_of` gives the item of a turn, before the others.
    """
    first: list[Turn] = []
    later: list[Turn] = []
    rest = list(turns)
    while rest and len(first) < NEWCOMER and len(later) < MOST_WAITING:
        turn = rest.pop(0)
        item = item_of(turn, rest)
        (first if item and item.response is Response.CHOICE else later).append(turn)
    return (*first, *later, *rest)


def untold(told: Collection[str], fact: str, item: Item) -> tuple[str, ...]:
    """What an item has matched or ordered, besides a fact, of which somebody who was `told` some was told nothing."""
    others = item.asked_ids if item.asks_together else ()
    return tuple(each for each in others if each != fact and each not in told)
