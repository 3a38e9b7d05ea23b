"""The turns of a study session: what is still to be asked, and what of it may be."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.planned import Planned, Reason

NEWCOMER = 3  # facts met, below which somebody is asked by choices as far as there are any
MOST_WAITING = 12  # facts that wait for that


class Turn(NamedTuple):
    """A fact to ask, and the item if that is settled; `shown` if it was read in this session before.

    `missed` is the item by which it was just answered wrong.
    """

    planned: Planned
    item: Item | None = None
    shown: bool = False
    missed: Item | None = None

    @property
    def is_new(self) -> bool:
        return self.planned.reason is Reason.NEW

    @property
    def takes_room(self) -> bool:
        """Whether it is one of the new facts of which there are only so many to a session."""
        return self.is_new and not self.shown

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


def asks_only_of(told: Collection[str], fact: str, item: Item) -> bool:
    """Whether somebody who was `told` some facts, and this one, was told of all that an item has matched or ordered."""
    return not item.asks_together or set(item.asked_ids) <= {fact, *told}
