"""An index of dated things by year, to find those that overlap a date without looking at all."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Generic, TypeVar

from trotskyism_cli.pack.dates import Date

LONG = 30  # years from which on something is kept apart from the index by year
Thing = TypeVar("Thing")


class Touching(Generic[Thing]):
    """Dated things, returned in the order in which they were given."""

    def __init__(self, dated: Iterable[tuple[Date, Thing]]) -> None:
        self._all: list[tuple[date, date, Thing]] = [(when.first, when.last, thing) for when, thing in dated]
        self._of_year = defaultdict[int, list[int]](list)
        self._long: list[int] = []
        for place, (first, last, _) in enumerate(self._all):
            if last.year - first.year >= LONG:
                self._long.append(place)
                continue
            for year in range(first.year, last.year + 1):
                self._of_year[year].append(place)

    def of(self, when: Date) -> list[Thing]:
        """Things that have a day in common with a date."""
        return self.between(when.first, when.last)

    def between(self, first: date, last: date) -> list[Thing]:
        """Things that have a day in common with a span of days."""
        years = (places for year, places in self._of_year.items() if first.year <= year <= last.year)
        near = (self._all[place] for place in sorted({*self._long}.union(*years)))
        return [thing for begun, ended, thing in near if begun <= last and first <= ended]
