"""The life of a body or a country as it is shown: its rows, in order of time and by how much they matter."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from trotskyism_cli.library.bodies.lifespan import Life
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE
from trotskyism_cli.views.bodies.rows import Row
from trotskyism_cli.views.happenings.crowding import Weighed, crowded
from trotskyism_cli.views.happenings.row import Happening, last_day

OF_NOTE = 3  # weight below which a row of a country only fills a screen
TURN = 4  # how much more a turning point matters
CROWD, PARTS = 0.5, 10  # how much less each row for every other one that is told of its time, so great a part of a life
DECADE, GAP = 10, 0.2  # years, and part of a life, that are long without a turning point


class BodyView(NamedTuple):
    """The life of a body: its years, what happened in order of time, what it came from and what came of it.

    `is_open` if no end of it is known. `lasting` is what lasted for some time of its life, what says most of it first.
    `life` is its first and its last day, so far as they are known; a country has all days.
    """

    first_year: int
    last_year: int
    rows: tuple[Row, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_open: bool = False
    lasting: tuple[Happening, ...] = ()
    is_country: bool = False
    life: Life = (date.min, date.max)

    def by_weight(self) -> tuple[Row, ...]:
        """The rows, what matters most first: turning points, then each the less, the more is told of its time.

        Before the rest stands also what matters most of each long time without a turning point, and behind it what of a
        country only fills a screen, however little is told of its time.
        """
        first = self.first_rows
        own = [row for row in self.rows if not row.is_aside]
        ordered = sorted(self._ordered(own), key=lambda row: self.is_country and row.weight < OF_NOTE)
        return (*first, *(row for row in ordered if row not in first))

    @property
    def first_rows(self) -> tuple[Row, ...]:
        """The turning points, the founding and the end of a country, and what matters most of the times between."""
        turns = [row for row in self.rows if row.happening.is_turn or (row.is_event and row.is_turn)]
        turns += self._between(turns)
        return tuple(row for row in self._ordered(self.rows) if row in turns)

    def _between(self, turns: Sequence[Row]) -> list[Row]:
        """What matters most of each time without a turning point that is too great a part of its life."""
        years = [self.first_year, *(last_day(row.happening.when).year for row in turns), self.last_year]
        longest, found = max(DECADE, GAP * (self.last_year - self.first_year)), list[Row]()
        gaps = [(one, other) for one, other in pairwise(sorted(years)) if other - one > longest]
        while gaps:
            begun, ended = gaps.pop()
            within = [row for row in self.rows if begun < row.happening.year < ended and row.happening.rank >= NOTABLE]
            if first := next(iter(self._ordered(within)), None):
                found.append(first)
                year = first.happening.year
                gaps += [each for each in ((begun, year), (year, ended)) if each[1] - each[0] > longest]
        return found

    def _ordered(self, rows: Sequence[Row]) -> list[Row]:
        near = max(1, (self.last_year - self.first_year) // PARTS)
        turns = [row.is_turn or row.happening.rank >= ESSENTIAL for row in rows]
        weighed = [
            Weighed(row.happening.year, row.weight + TURN * is_turn - row.yields, told=row.told)
            for row, is_turn in zip(rows, turns, strict=True)
        ]
        return crowded(rows, weighed, lambda years: CROWD * (years <= near))
