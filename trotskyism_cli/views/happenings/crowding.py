"""What matters most first, and each the less, the more is told of its time already."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

Row = TypeVar("Row")


class Weighed(NamedTuple):
    """What a row weighs: by its rank, then its weight, then by how much is `told` of it.

    It `crowds` others if those of its time weigh less where it is told.
    """

    year: int
    weight: float
    rank: float = 0
    told: int = 0
    crowds: bool = True


def crowded(rows: Sequence[Row], weighed: Sequence[Weighed], less: Callable[[int], float]) -> list[Row]:
    """The rows by what each weighs, then as they come.

    Each that is taken takes `less` of so many years from the weight of all that are so far from it. Those of one year
    lose alike, and so keep their order among themselves: only the first of each year is looked at.
    """
    waiting = defaultdict[int, list[int]](list)  # the places by year, that of the weightiest last
    for place in sorted(range(len(rows)), key=lambda place: (*_order(weighed[place], 0), -place)):
        waiting[weighed[place].year].append(place)
    crowds = dict.fromkeys(waiting, 0.0)

    def standing(year: int) -> tuple[float, float, int, int]:
        place = waiting[year][-1]
        return (*_order(weighed[place], crowds[year]), -place)

    ordered: list[Row] = []
    while waiting:
        year = max(waiting, key=standing)
        place = waiting[year].pop()
        ordered.append(rows[place])
        if not waiting[year]:
            del waiting[year]
        for other in waiting if weighed[place].crowds else ():
            crowds[other] += less(abs(other - year))
    return ordered


def _order(row: Weighed, crowd: float) -> tuple[float, float, int]:
    return row.rank, row.weight - crowd, row.told
