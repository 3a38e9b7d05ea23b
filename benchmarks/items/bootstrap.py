"""The bounds of a mean gain by drawing whole clusters again: items about one fact stand or fall together.

A cluster comes in a round as often as Poisson's law has it, whatever the others do: so a long stream begins with the
draws of a short one, and all streams share them. How often it comes in all rounds is one long integer, a lane of which
is a round: to multiply it by what the cluster gains, and to add up the clusters, is to sum all rounds at once.
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
FINE = 1 << 24  # the parts of a point that gains are counted in
OFTEN = 10  # a cluster comes more often in one round of a hundred million
BYTE_ORDER: Literal["little", "big"] = "little" if sys.byteorder == "little" else "big"


class Resampled:
    """A stream as its clusters, and a thousand streams drawn from these with replacement."""

    def __init__(self, items: Sequence[Seen]) -> None:
        self._cluster = dict(zip((item.id for item in items), clusters(items), strict=True))

    def bounds(self, gains: Mapping[str, float]) -> tuple[float, float]:
        """The 5th and 95th percentiles of the mean gain; `gains` has a number from -1 for each item id that counts."""
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
    """For each round the sum of the values of the clusters that are drawn."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, value in enumerate(values):
        places[value].append(place)
    total = sum(value * sum(map(_times, own)) for value, own in places.items())
    return memoryview(total.to_bytes(ROUNDS * LANE_BYTES, BYTE_ORDER)).cast(LANE)


@cache
def _times(place: int) -> int:
    """How often the cluster at a place is drawn, in each round."""
    lanes = [number.to_bytes(LANE_BYTES, BYTE_ORDER) for number in range(OFTEN)]
    shares = [math.exp(-1) / math.factorial(number) for number in range(OFTEN)]
    return int.from_bytes(b"".join(random.Random(place).choices(lanes, shares, k=ROUNDS)), BYTE_ORDER)
