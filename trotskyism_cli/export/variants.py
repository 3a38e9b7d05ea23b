"""Variants of a test in different orders, so that neighbours cannot copy."""

import random
import string
from collections.abc import Sequence
from typing import NamedTuple

from trotskyism_cli.export.paper import hardness
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.items.reorder import in_this_order
from trotskyism_cli.items.scales import ascends


class Variant(NamedTuple):
    """A variant: its letter, its items, and for each the item's number (from 1) in the first variant."""

    letter: str
    items: tuple[Item, ...]
    numbers: tuple[int, ...]


def variants(items: Sequence[Item], count: int, seed: str) -> list[Variant]:
    """Make 1 to 26 variants. The first has the items as given, the others are shuffled with easy ones first.

    The same seed gives the same orders.
    """
    made = [Variant("A", tuple(items), tuple(range(1, len(items) + 1)))]
    for letter in string.ascii_uppercase[1:count]:
        rng = random.Random(f"{seed}:{letter}")
        order = list(range(len(items)))
        rng.shuffle(order)
        order.sort(key=lambda place: hardness(items[place]))
        made.append(
            Variant(letter, tuple(shuffled(items[place], rng) for place in order), tuple(place + 1 for place in order))
        )
    return made


def shuffled(item: Item, rng: random.Random) -> Item:
    """The item with its options and prompts shuffled; options in ascending order stay so."""
    if item.response is Response.TYPED:
        return item
    order = list(range(len(item.options)))
    if not ascends(item.options):
        rng.shuffle(order)
    turned = in_this_order(item, order)
    rows = list(range(len(item.prompts)))
    rng.shuffle(rows)
    if item.response is not Response.MATCH:
        return turned
    return turned._replace(
        prompts=tuple(item.prompts[row] for row in rows),
        answer=tuple(turned.answer[row] for row in rows),
    )
