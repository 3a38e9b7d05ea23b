"""Order rows by weight so that no time has too many: each row loses weight by those chosen near it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

Row = TypeVar("Row")


class Weighed(NamedTuple):
    """The weight of a row. Rows compare by rank, then weight, then `told` (how much is known of them).

    `crowds`: once chosen, it takes weight from rows near its year.
    """

    year: int
    weight: float
    rank: float = 0
    told: int = 0
    crowds: bool = True


def crowded(rows: Sequence[Row], weighed: Sequence[Weighed], less: Callable[[int], float]) -> list[Row]:
    """Rows by weight; equal ones in their given order.

    Each chosen row takes `less(years)` from the weight of every row that many years away. Rows of one year lose the
    same and so keep their order, which is why only the first of each year is compared.
    """
    waiting = defaultdict[int, list[int]](list)  # positions by year, the weightiest last
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
