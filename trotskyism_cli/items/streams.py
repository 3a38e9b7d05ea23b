"""Streams of items, of which one is mingled into another."""

import random
from collections.abc import Iterator

from trotskyism_cli.items.model import Item


def mingled(main: Iterator[Item], other: Iterator[Item], seed: str, share: int, start: int = 0) -> Iterator[Item]:
    """Two streams as one, until both have ended: one of `share` items is of the other, the first `start` are not."""
    rng = random.Random(seed)
    streams = [main, other]
    made = 0
    while streams:
        stream = streams[len(streams) > 1 and made >= start and rng.random() * share < 1]
        item = next(stream, None)
        if item is None:
            streams.remove(stream)
        else:
            made += 1
            yield item
