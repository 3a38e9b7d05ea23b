"""The history of an organisation or a country as shown: its rows in order of time and by weight."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from trotskyism_cli.library.bodies.lifespan import Life
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE
from trotskyism_cli.views.bodies.rows import Row
from trotskyism_cli.views.happenings.crowding import Weighed, crowded
from trotskyism_cli.views.happenings.row import Happening, last_day

OF_NOTE = 3  # weight below which a row of a country comes last
TURN = 4  # bonus for a turning point
CROWD, PARTS = 0.5, 10  # deduction for each row nearby; "nearby" is this fraction (1/PARTS) of the lifetime
DECADE, GAP = 10, 0.2  # a gap without a turning point is long from so many years and so great a part of the lifetime


class BodyView(NamedTuple):
    """The history of an organisation or a country: its years, rows in order of time, predecessors and successors.

    `is_open`: no end is known. `lasting`: what lasted for years, the most telling first. `life`: first and last day so
    far as known; for a country, all days.
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
        """Rows by weight: `first_rows`, then the rest, each losing weight with the number of rows near its time.

        Rows set aside are left out unless they are among the first. The minor rows of a country come last.
        """
        first = self.first_rows
        own = [row for row in self.rows if not row.is_aside]
        ordered = sorted(self._ordered(own), key=lambda row: self.is_country and row.weight < OF_NOTE)
        return (*first, *(row for row in ordered if row not in first))

    @property
    def first_rows(self) -> tuple[Row, ...]:
        """Turning points, a country's foundation and end, and the weightiest rows in the long gaps between."""
        turns = [row for row in self.rows if row.happening.is_turn or (row.is_event and row.is_turn)]
        turns += self._between(turns)
        return tuple(row for row in self._ordered(self.rows) if row in turns)

    def _between(self, turns: Sequence[Row]) -> list[Row]:
        """The weightiest notable row of each long gap between turning points."""
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
