"""Reorder the options of an item when it comes back, so that nobody remembers the place of the key."""

import random
from collections.abc import Sequence

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.items.scales import ascends
from trotskyism_cli.pack.all_of_the_above import REFERS_TO_OTHERS

MIXED = (Response.CHOICE, Response.SEVERAL, Response.MATCH)  # `order` items are mixed when they are made


def in_another_order(item: Item, key: Sequence[int], turn: int) -> Item:
    """Reorder the options so that the answer is not at the places in `key`, where it was last time.

    The item is unchanged if that is impossible. The same `turn` gives the same order. Ascending options stay as they
    are; "all of these" and the like stay last.
    """
    if item.response not in MIXED or ascends(item.options):
        return item
    last = [place for place, option in enumerate(item.options) if REFERS_TO_OTHERS.fullmatch(option)]
    order = [place for place in range(len(item.options)) if place not in last]
    random.Random(f"{item.id}:{turn}").shuffle(order)
    for _ in order:
        found = in_this_order(item, [*order, *last])
        if set(found.answer) != set(key) if item.response is not Response.MATCH else found.answer != tuple(key):
            return found
        order = [*order[1:], order[0]]
    return item


def in_this_order(item: Item, order: Sequence[int]) -> Item:
    """The item with its options in this order, and its answer adjusted."""
    places = {before: now for now, before in enumerate(order)}
    certificates = (each._replace(option=places[each.option]) for each in item.certificates)
    return item._replace(
        options=tuple(item.options[place] for place in order),
        option_notes=tuple(item.option_notes[place] for place in order),
        answer=_answer(item, places),
        certificates=tuple(sorted(certificates, key=lambda each: each.option)),
        credits=tuple(item.credits[place] for place in order) if item.credits else (),
    )


def _answer(item: Item, places: dict[int, int]) -> tuple[int, ...]:
    found = [places[place] for place in item.answer]
    return tuple(sorted(found) if item.response is Response.SEVERAL else found)
