"""What matters most first, and each the less, the more is told of its time already."""

from collections import defaultdict
from collections.abc import Sequence

CROWD = 0.5  # by which a row weighs less for every other one that is told of its time


def crowded_by_year(years: Sequence[int], weights: Sequence[float], told: Sequence[int], near: int) -> list[int]:
    """The places of rows by weight, of as much by how much is `told` of each, then as they come.

    Each that is taken makes all that are no more than `near` years from it weigh less. Those of one year lose alike,
    and so keep their order among themselves: only the first of each year is looked at.
    """
    waiting = defaultdict[int, list[int]](list)  # the places by year, that of the weightiest last
    for place in sorted(range(len(years)), key=lambda place: (weights[place], told[place], -place)):
        waiting[years[place]].append(place)
    crowds = dict.fromkeys(waiting, 0.0)

    def standing(year: int) -> tuple[float, int, int]:
        place = waiting[year][-1]
        return weights[place] - crowds[year], told[place], -place

    ordered: list[int] = []
    while waiting:
        year = max(waiting, key=standing)
        ordered.append(waiting[year].pop())
        if not waiting[year]:
            del waiting[year]
        for other in waiting:
            if abs(other - year) <= near:
                crowds[other] += CROWD
    return ordered
