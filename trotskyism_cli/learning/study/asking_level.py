"""The form in which a fact is asked: harder the longer it is remembered, and another than the last time.

A choice can also be asked `covered`: its options are hidden until the learner has tried to answer. Recall before
recognition strengthens a memory more than recognition alone (Kang, McDermott and Roediger 2007), and silent recall
nearly as much as writing (Smith, Roediger and Karpicke 2013). Only the choice is marked, as the proofs are about the
options.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.study.planned import keeps_failing
from trotskyism_cli.pack.all_of_the_above import has_all_of_the_above
from trotskyism_cli.pack.lazy_regex import lazy_regex

# From which stability on, in days, a fact is asked in a harder way.
LEVELS = (("recognise", 0.0), ("recall", 1.0), ("reverse", 3.0), ("order", 10.0), ("typed", 30.0))
RECOGNISE, RECALL, REVERSE, ORDER, TYPED = range(len(LEVELS))
RECALLED = 1.0  # stability, in days, that only a right answer gives
FEWEST = 3  # options below which there is nothing to recall: true or false
_POINTS = lazy_regex(r"\b(these|following)\b|\bwhich of\b", re.IGNORECASE)  # at the options


def with_covered(items: Sequence[Item]) -> list[Item]:
    """Return the items, followed by covered copies of those that can be answered without their options."""
    return [*items, *(item._replace(covered=True) for item in items if _can_be_covered(item))]


def _can_be_covered(item: Item) -> bool:
    """Return whether a question can be answered without its options.

    Questions on a passage cannot: their answer is read, not recalled.
    """
    if item.response is not Response.CHOICE or len(item.options) < FEWEST or item.passage:
        return False
    return not (_POINTS.search(item.stem) or has_all_of_the_above(item.options))


def level_of(item: Item, first: str) -> int:
    """How hard a form is, as an index of LEVELS; `first` is the family by which the fact is recognised."""
    if item.response is Response.TYPED:
        return TYPED
    if item.response is not Response.CHOICE:
        return ORDER
    if item.kind != first:
        return REVERSE
    return RECALL if item.covered else RECOGNISE


class Form(NamedTuple):
    """How a fact was asked: the family, the response, the item, and whether its options were `covered`."""

    kind: str
    response: str
    item: str
    covered: bool = False

    @classmethod
    def of(cls, item: Item) -> "Form":
        return cls(item.kind, item.response.value, item.id, item.covered)

    @property
    def way(self) -> tuple[str, str, bool]:
        return self.kind, self.response, self.covered


def choose_item(items: Sequence[Item], memory: Memory | None, last: Form | None = None) -> Item | None:
    """The item with which a fact is asked: the hardest form that its stability allows; such forms alternate.

    A fact that keeps failing is asked in any form, in turn. The form of the `last` time is avoided if there is another.
    Nothing is to be typed before the fact was answered right once, unless there is no other form.
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
    """Of the items open those in another form than the last time; else those of the form fewest `steps` away.

    Another question is preferred to the same one in another form. If there is no other form, return another item of the
    same.
    """
    changed = [item for item in items if Form.of(item).way != last.way]
    for others in ([item for item in changed if item.id != last.item], changed):
        if found := [item for item in others if item in open_to]:
            return found
        if others:
            nearest = min(map(steps, others))
            return [item for item in others if steps(item) == nearest]
    return [item for item in open_to if item.id != last.item] or open_to
