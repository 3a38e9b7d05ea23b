"""In which way a fact is asked: harder the longer it is remembered, and not as it was the last time."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.study.planned import keeps_failing

# From which stability on, in days, a fact is asked in a harder way.
LEVELS = (("recognise", 0.0), ("reverse", 3.0), ("order", 10.0), ("typed", 30.0))
RECALLED = 1.0  # stability, in days, that only a right answer gives


def level_of(item: Item, first: str) -> int:
    """How hard a way of asking is, as an index of LEVELS; `first` is the family by which the fact is recognised."""
    if item.response is Response.TYPED:
        return 3
    if item.response is not Response.CHOICE:
        return 2
    return int(item.kind != first)


class Form(NamedTuple):
    """How a fact was asked: the family and the response, and by which item."""

    kind: str
    response: str
    item: str

    @classmethod
    def of(cls, item: Item) -> "Form":
        return cls(item.kind, item.response.value, item.id)

    @property
    def way(self) -> tuple[str, str]:
        return self.kind, self.response


def choose_item(items: Sequence[Item], memory: Memory | None, last: Form | None = None) -> Item | None:
    """The item by which a fact is asked: the hardest way that its stability allows, in turns with others of that kind.

    A fact that keeps failing is asked in another way each time. None comes in the form that it had the `last` time, if
    there is another; nothing is to be typed before it was answered right once, unless there is no other way.
    """
    if not items:
        return None
    first = items[0].kind
    stability = memory.stability if memory else 0.0
    able = [item for item in items if stability >= RECALLED or item.response is not Response.TYPED] or items
    allowed = max(place for place, (_, least) in enumerate(LEVELS) if stability >= least)
    is_failing = memory is not None and keeps_failing(memory)
    levels = sorted({level_of(item, first) for item in able})
    best = max((level for level in levels if level <= allowed), default=levels[0])
    open_to: Sequence[Item] = [item for item in able if is_failing or level_of(item, first) == best]
    if last is not None:
        open_to = _otherwise(able, open_to, last, lambda item: (level_of(item, first) - best) % len(LEVELS))
    reviews = memory.reviews if memory else 0
    ways = list(dict.fromkeys(Form.of(item).way for item in open_to))
    of_kind = [item for item in open_to if Form.of(item).way == ways[reviews % len(ways)]]
    return of_kind[(reviews // len(ways)) % len(of_kind)]


def _otherwise(
    items: Sequence[Item], open_to: Sequence[Item], last: Form, steps: Callable[[Item], int]
) -> Sequence[Item]:
    """Of the items open those in another form than the last time; else those of the way that is fewest `steps` on.

    If there is no other form, another item of the same.
    """
    if others := [item for item in open_to if Form.of(item).way != last.way]:
        return others
    if others := [item for item in items if Form.of(item).way != last.way]:
        nearest = min(map(steps, others))
        return [item for item in others if steps(item) == nearest]
    return [item for item in open_to if item.id != last.item] or open_to
