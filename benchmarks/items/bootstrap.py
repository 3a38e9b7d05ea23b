"""The upper bound of a mean gain by drawing whole clusters again: items about one fact stand or fall together."""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import mul

from benchmarks.items.stream import Seen, clusters

ROUNDS = 1000


class Resampled:
    """A stream as its clusters, and a thousand streams drawn from these with replacement."""

    def __init__(self, items: Sequence[Seen]) -> None:
        self._cluster = dict(zip((item.id for item in items), clusters(items), strict=True))

    def bounds(self, gains: Mapping[str, float]) -> tuple[float, float]:
        """The 5th and 95th percentiles of the mean gain; `gains` has a number for each item id that counts."""
        sums: dict[int, float] = defaultdict(float)
        sizes: dict[int, int] = defaultdict(int)
        for item, gain in gains.items():
            sums[self._cluster[item]] += gain
            sizes[self._cluster[item]] += 1
        if not sums:
            return -1.0, 1.0
        values = list(sums.values())
        drawn = zip(_draws(len(values), ROUNDS), _drawn_sizes(tuple(sizes.values()), ROUNDS), strict=True)
        means: list[float] = sorted(sum(map(mul, times, values)) / max(1, size) for times, size in drawn)
        return means[int(0.05 * len(means))], means[int(0.95 * len(means))]


@lru_cache(maxsize=64)
def _draws(n: int, rounds: int, seed: int = 13) -> tuple[bytearray, ...]:
    """How often each of `n` clusters is drawn, in each round."""
    rng = random.Random(seed)
    found = []
    for _ in range(rounds):
        times = bytearray(n)
        for place in rng.choices(range(n), k=n):
            times[place] += 1
        found.append(times)
    return tuple(found)


@lru_cache(maxsize=64)
def _drawn_sizes(sizes: tuple[int, ...], rounds: int) -> tuple[int, ...]:
    """How many items each round has; most attacks are on the same items."""
    return tuple(sum(map(mul, times, sizes)) for times in _draws(len(sizes), rounds))
