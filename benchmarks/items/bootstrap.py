"""Bounds of a mean gain by resampling clusters, because items about one fact stand or fall together.

The number of times a cluster is drawn in a round follows Poisson's law, independently of the others. So a long stream
begins with the draws of a short one, and all streams share them. A cluster's draws in all rounds are one long integer
with a lane per round; multiplying it by the cluster's gain and adding up clusters sums all rounds at once.
"""

import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

from benchmarks.items.stream import Seen, clusters

ROUNDS = 1000
LANE: Literal["Q"] = "Q"  # 64 bits: room for the gains of a million items
LANE_BYTES = 8
FINE = 1 << 24  # fractions of a point in which gains are counted
OFTEN = 10  # draws per round; more occur once in a hundred million rounds
BYTE_ORDER: Literal["little", "big"] = "little" if sys.byteorder == "little" else "big"


class Resampled:
    """A stream as clusters, and a thousand resamples of them."""

    def __init__(self, items: Sequence[Seen]) -> None:
        self._cluster = dict(zip((item.id for item in items), clusters(items), strict=True))

    def bounds(self, gains: Mapping[str, float]) -> tuple[float, float]:
        """The 5th and 95th percentiles of the mean gain; `gains` maps item ids to gains of at least -1."""
        sums: dict[int, float] = defaultdict(float)
        sizes: dict[int, int] = defaultdict(int)
        for item, gain in gains.items():
            sums[self._cluster[item]] += gain + 1  # a lane has no sign
            sizes[self._cluster[item]] += 1
        if not sums:
            return -1.0, 1.0
        drawn = zip(_drawn(round(each * FINE) for each in sums.values()), _drawn(sizes.values()), strict=True)
        means = sorted(gain / FINE / size - 1 for gain, size in drawn if size)
        return means[int(0.05 * len(means))], means[int(0.95 * len(means))]


def _drawn(values: Iterable[int]) -> memoryview:
    """For each round the sum of the values of the drawn clusters."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, value in enumerate(values):
        places[value].append(place)
    total = sum(value * sum(map(_times, own)) for value, own in places.items())
    return memoryview(total.to_bytes(ROUNDS * LANE_BYTES, BYTE_ORDER)).cast(LANE)


@cache
def _times(place: int) -> int:
    """How often the cluster at an index is drawn, in each round (one lane per round)."""
    lanes = [number.to_bytes(LANE_BYTES, BYTE_ORDER) for number in range(OFTEN)]
    shares = [math.exp(-1) / math.factorial(number) for number in range(OFTEN)]
    return int.from_bytes(b"".join(random.Random(place).choices(lanes, shares, k=ROUNDS)), BYTE_ORDER)
