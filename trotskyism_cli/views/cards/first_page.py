"""Filling a page with what matters most of some rows: a line of each, then more of what matters most."""

import textwrap
from collections.abc import Iterator, Sequence
from functools import lru_cache

from trotskyism_cli.counting import MIDDOT
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.views.cards.rows import ALWAYS, Cell, Row
from trotskyism_cli.views.cards.stays_in_turn import as_read
from trotskyism_cli.views.wording.sentences import first_sentence, is_said

SCREEN = 80  # columns
UNBROKEN = "\xa0"
WHY = "Why it matters: "
OUTCOME = "Outcome"
MARGINAL = 1  # rank of what is told where all else has been
AT_ONCE = 4  # cells of a row before the next row has its turn
AT_FIRST = 2  # lines that a row may take before every other row has had its turn
HALF = 0.5  # of what a sentence tells, that makes it no news
_CAUSE = lazy_regex(r"\b(?:because|brought about by|caused|drove|led to|moved|set off)\b")


class Page:
    """The rows chosen for a screen, and the lines that are left of it."""

    def __init__(self, room: int, width: int, told: str) -> None:
        self.chosen: dict[str, Row] = {}
        self._taken: dict[str, int] = {}  # lines of each of these
        self._room = room
        self._width = width
        self._told = told

    def fill(self, rows: Sequence[Row], why: str, *, is_event: bool) -> str:
        """Take what matters most of the rows; what of why it matters has had room before lesser rows."""
        said = ""
        for ranks in (range(ALWAYS, MARGINAL, -1), (MARGINAL,)):
            for rank in ranks:
                if rank == NOTABLE:
                    said = self._spare(why)
                for row in rows:
                    if max(cell.rank for cell in row.cells) == rank:
                        self._begin(row, is_event=is_event)
                for row, cell in _in_turns(rows, rank, is_long=False):
                    self._add(row, cell)
            for rank in ranks:
                for row, cell in _in_turns(rows, rank, is_long=True):
                    self._add(row, cell)
        return said or self._spare(why)

    def _begin(self, row: Row, *, is_event: bool) -> None:
        """Take the best of a row, as much as a line holds, if there is room for it and it is not too long to begin.

        Of an event why it came about is told before what only fits better, and what came of it in as many lines.
        """
        causes = [cell for cell in row.cells if is_event and _is_cause(cell)]
        best = sorted(
            row.cells,
            key=lambda cell: (-cell.rank, cell not in causes, cell.is_long, *_lesser(row, cell)),
        )
        held = _with(row, row._replace(cells=()), best[0])
        for cell in best[1:] if row.joined else ():
            grown = _with(row, held, cell)
            held = grown if self._lines(grown) <= self._lines(held) else held
        is_news = is_event and row.label == OUTCOME and not is_said(best[0].text, self._told, HALF)
        if self._lines(held) <= AT_FIRST + (best[0] in causes or is_news):
            self._take(held)

    def _add(self, row: Row, cell: Cell) -> None:
        """Take another cell, if there is room for it; it may take the room of those of its row that matter less."""
        held = self.chosen.get(row.label, row._replace(cells=()))
        if cell in held.cells or _passes_over(row, held, cell):
            return
        lesser = sorted((each for each in held.cells if each.rank < cell.rank), key=lambda each: each.rank)
        for count in range(len(lesser) + 1):
            kept = tuple(each for each in held.cells if each not in lesser[:count])
            if self._take(_with(row, held._replace(cells=kept), cell)):
                return

    def _spare(self, why: str) -> str:
        """The first sentence of why something matters, if there is room for it."""
        told = f"{first_sentence(why)}." if why else ""
        lines = lines_of(f"{WHY}{told}")
        if not told or lines > self._room:
            return ""
        self._room -= lines
        return told

    def _take(self, row: Row) -> bool:
        """Put a row in the place of what is chosen of it, if there is room."""
        if not self._room and row.label not in self.chosen:
            return False
        lines = self._lines(row)
        more = lines - self._taken.get(row.label, 0)
        if more > self._room:
            return False
        self.chosen[row.label], self._taken[row.label] = row, lines
        self._room -= more
        return True

    def _lines(self, row: Row) -> int:
        said = [cell.words for cell in as_read(row).cells]
        more = [f"and {row.further} more"] if row.further else []
        said = [MIDDOT.join([*said, *more])] if row.joined else [*said[:-1], MIDDOT.join([*said[-1:], *more])]
        return sum(lines_of(each, self._width) for each in said)


@lru_cache(maxsize=2_000)  # a page is filled by trial
def lines_of(text: str, width: int = SCREEN) -> int:
    """How many lines of a screen, or of so many columns, a text takes."""
    if len(text) <= width:
        return bool(text.strip())
    return len(textwrap.wrap(text.replace(MIDDOT, f"{UNBROKEN}· "), width))  # no line begins with what is between items


def _with(row: Row, held: Row, cell: Cell) -> Row:
    cells = tuple(each for each in row.cells if each in held.cells or each is cell)
    return row._replace(cells=cells, further=len(row.cells) - len(cells))


def _in_turns(rows: Sequence[Row], rank: int, *, is_long: bool) -> Iterator[tuple[Row, Cell]]:
    """The cells of a rank that fit a line, or those that do not; some of each row, then the rest."""
    wanted = [_wanted(row, rank, is_long=is_long) for row in rows]
    for turn in range(0, max(map(len, wanted), default=0), AT_ONCE):
        for row, cells in zip(rows, wanted, strict=True):
            yield from ((row, cell) for cell in cells[turn : turn + AT_ONCE])


def _wanted(row: Row, rank: int, *, is_long: bool) -> list[Cell]:
    cells = [cell for cell in row.cells if cell.rank == rank and cell.is_long == is_long]
    return sorted(cells, key=lambda cell: _lesser(row, cell))


def _lesser(row: Row, cell: Cell) -> tuple[int, int, int]:
    """By what cells of a rank are told one after the other: the weight of what they lead to, how much is told of it."""
    return -cell.weight, -cell.told if row.part != Part.WORKS else 0, -_days(row, cell)


def _passes_over(row: Row, held: Row, cell: Cell) -> bool:
    """Whether a name in a row would stand there without one that matters more, for which there was no room."""
    return row.joined and any(
        each not in held.cells and (-each.rank, *_lesser(row, each)) < (-cell.rank, *_lesser(row, cell))
        for each in row.cells
    )


def _is_cause(cell: Cell) -> bool:
    """Whether a sentence tells why something came about."""
    return cell.is_long and bool(_CAUSE.search(cell.text))


def _days(row: Row, cell: Cell) -> int:
    """How long it lasted, if it is known from when to when: of what matters alike, the longest is told first.

    A work matters no more for the years that were spent on it.
    """
    when = cell.since if row.part != Part.WORKS else None
    return when.length if when and when.is_span and when.start and when.end else 0
