"""Spread the keys of a paper evenly over the letters."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.items.reorder import in_this_order
from trotskyism_cli.items.scales import ascends
from trotskyism_cli.pack.all_of_the_above import has_all_of_the_above

AHEAD = 2  # keys by which one letter may be ahead of another; fewer would let a reader who counts guess the last keys


def with_keys_spread(items: Iterable[Item], seed: int) -> Iterator[Item]:
    """The items of a paper, with a key moved to the rarest letter if its own letter is too far ahead.

    It changes places with the option there. Items with ascending options or "all of these" and the like stay as they
    are, as the order of their options is no cue.
    """
    rng = random.Random(f"keys:{seed}")
    of_length: dict[int, Counter[int]] = defaultdict(Counter)
    for item in items:
        if item.response is not Response.CHOICE or not _is_free(item):
            yield item
            continue
        length, own = len(item.options), item.answer[0]
        keys = of_length[length]
        fewest = min(keys[place] for place in range(length))
        if keys[own] - fewest >= AHEAD:
            place = rng.choice([each for each in range(length) if keys[each] == fewest])
            item = in_this_order(item, _exchanged(length, own, place))
        keys[item.answer[0]] += 1
        yield item


def _is_free(item: Item) -> bool:
    return not ascends(item.options) and not has_all_of_the_above(item.options)


def _exchanged(length: int, one: int, other: int) -> list[int]:
    """The order of `length` options in which two have changed places."""
    order = list(range(length))
    order[one], order[other] = other, one
    return order
