"""The turns of a study session: what is still to be asked, and which turns may be."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.study.planned import Planned, Reason

NEWCOMER = 3  # facts met, below which a learner is asked choices if possible
MOST_WAITING = 12  # facts that wait for these choices


class Turn(NamedTuple):
    """A fact to ask, and the item if it is chosen; `shown` if all facts of the item were shown in this session.

    `since` is the number of answers when it was shown or missed. `missed` is the item that was just answered wrongly.
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
        """Whether it uses one of the limited number of new facts of a session."""
        return self.is_new and self.item is None and self.missed is None

    @property
    def is_owed(self) -> bool:
        """Whether it must be asked whatever was announced: its fact was shown, or comes back after a mistake."""
        return self.item is not None or self.missed is not None


def choices_first(turns: Iterable[Turn], item_of: Callable[[Turn, Sequence[Turn]], Item | None]) -> tuple[Turn, ...]:
    """The turns, with those that can only be matched, ordered or typed moved behind the first few choices.

    `item_of` returns the item of a turn, given the turns after it.
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
    """The other facts of a match or an order that are not in `told`."""
    others = item.asked_ids if item.asks_together else ()
    return tuple(each for each in others if each != fact and each not in told)
