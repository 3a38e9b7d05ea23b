"""Streams of items, of which one is mingled into another."""

import random
from collections.abc import Iterator

from trotskyism_cli.items.model import Item


def mingled(main: Iterator[Item], other: Iterator[Item], seed: str, share: int) -> Iterator[Item]:
    """Two streams as one, until both have ended: one of `share` items is of the other."""
    rng = random.Random(seed)
    streams = [main, other]
    while streams:
        stream = streams[len(streams) > 1 and rng.random() * share < 1]
        item = next(stream, None)
        if item is None:
            streams.remove(stream)
        else:
            yield item
