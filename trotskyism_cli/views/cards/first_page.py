"""Fill a page with the most important cells: a line of each row, then more by importance."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from trotskyism_cli.message_text import MIDDOT
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.views.cards.rows import ALWAYS, DISPUTED, LED, Cell, Row
from trotskyism_cli.views.cards.stays_in_turn import as_read
from trotskyism_cli.views.cards.window import SCREEN
from trotskyism_cli.views.wording.sentences import is_said

UNBROKEN = "\xa0"
WHY = "Why it matters: "
OUTCOME = "Outcome"
COMPANY = frozenset({LED, "Allies", "Broke with", "Opposed", "Opponents", "Supporters", DISPUTED})  # rows
MARGINAL = 1  # rank of cells that come last
AT_ONCE = 4  # cells of a row before the next row has its turn
AT_FIRST = 2  # lines that a row may take before every other row has had its turn
HALF = 0.5  # share of a sentence's words in the text above that makes it no news
_CAUSE = lazy_regex(r"\b(?:because|brought about by|caused|drove|led to|moved|set off)\b")


class Page:
    """The rows chosen for a screen, and the lines left (`room`)."""

    def __init__(self, room: int, width: int, told: str) -> None:
        self.chosen: dict[str, Row] = {}
        self._taken: dict[str, int] = {}  # lines of each chosen row
        self.room = room
        self._width = width
        self._told = told

    def fill(self, rows: Sequence[Row], *, is_event: bool) -> None:
        """Take the most important cells, short ones first, and those of marginal rank last.

        A row that leaves out only one cell has that before long ones are taken, for it is hardly longer.
        """
        for ranks in (range(ALWAYS, MARGINAL, -1), (MARGINAL,)):
            for rank in ranks:
                self._begin_of_rank(rows, rank, is_event=is_event)
            for rank in ranks:
                self._add_all(chain.from_iterable(_turns(rows, rank, is_long=False)))
            for row in rows:
                if row.joined and self.chosen.get(row.label, row).further == 1:
                    self._take(row)
            for rank in ranks:
                self._add_all(chain.from_iterable(_turns(rows, rank, is_long=True)))

    def with_room_for(self, row: Row) -> Row:
        """A row without the sentences for which there is no room, beside a mark before each."""
        cells = []
        for cell in row.cells:
            lines = lines_of(_bound(cell), self._width - 1)
            if lines <= self.room:
                cells.append(cell)
                self.room -= lines
        return row._replace(cells=tuple(cells))

    def _begin_of_rank(self, rows: Sequence[Row], rank: int, *, is_event: bool) -> None:
        """Begin the rows of a rank; with whom one stood and against whom when what one was has a line or two."""
        foremost = [row for row in rows if max(cell.rank for cell in row.cells) == rank]
        company = [row for row in foremost if row.label in COMPANY]
        others = [row for row in foremost if row not in company]
        self._begin_all(others, is_event=is_event)
        own = [row for row in rows if row.label in self.chosen.keys() - COMPANY and row.part != Part.WORKS]
        self._add_all(next(_turns(own, rank, is_long=False), ()), AT_FIRST)
        self._begin_all(company, is_event=is_event)

    def _begin_all(self, rows: Iterable[Row], *, is_event: bool) -> None:
        for row in rows:
            self._begin(row, is_event=is_event)

    def _add_all(self, cells: Iterable[tuple[Row, Cell]], most: int = SCREEN) -> None:
        for row, cell in cells:
            self._add(row, cell, most)

    def _begin(self, row: Row, *, is_event: bool) -> None:
        """Take a row's first line of cells, if there is room and it is not too long to start with.

        On an event's card a cause goes before cells that merely fit better; a cause or news of the outcome may take a
        line more.
        """
        causes = [cell for cell in row.cells if is_event and _is_cause(cell)]
        best = _best_first(row, causes)
        held = _with(row, row._replace(cells=()), best[0])
        for cell in best[1:] if row.joined else ():
            grown = self._grown(row, held, cell)
            held = grown if self._lines(grown) <= self._lines(held) else held
        is_news = is_event and row.label == OUTCOME and not is_said(best[0].text, self._told, HALF)
        if self._lines(held) <= AT_FIRST + (best[0] in causes or is_news):
            self._take(held)

    def _add(self, row: Row, cell: Cell, most: int) -> None:
        """Take another cell if there is room in the row's `most` lines; it may displace lower-ranked cells of it."""
        held = self.chosen.get(row.label, row._replace(cells=()))
        if cell in held.cells or _passes_over(row, held, cell):
            return
        lesser = sorted((each for each in held.cells if each.rank < cell.rank), key=lambda each: each.rank)
        for count in range(len(lesser) + 1):
            kept = tuple(each for each in held.cells if each not in lesser[:count])
            grown = self._grown(row, held._replace(cells=kept), cell)
            if self._lines(grown) <= most and self._take(grown):
                return

    def _grown(self, row: Row, held: Row, cell: Cell) -> Row:
        """A row with another cell, and with the last one, too, if that takes no line more than `and 1 more`."""
        grown = _with(row, held, cell)
        return row if row.joined and grown.further == 1 and self._lines(row) <= self._lines(grown) else grown

    def _take(self, row: Row) -> bool:
        """Put `row` in place of its earlier state, if there is room; return whether there was."""
        if not self.room and row.label not in self.chosen:
            return False
        lines = self._lines(row)
        more = lines - self._taken.get(row.label, 0)
        if more > self.room:
            return False
        self.chosen[row.label], self._taken[row.label] = row, lines
        self.room -= more
        return True

    def _lines(self, row: Row) -> int:
        said = [_bound(cell) for cell in as_read(row).cells]
        more = [f"and {row.further} more"] if row.further else []
        said = [MIDDOT.join([*said, *more])] if row.joined else [*said[:-1], MIDDOT.join([*said[-1:], *more])]
        return sum(lines_of(each, self._width) for each in said)


def _bound(cell: Cell) -> str:
    """A cell as it is wrapped: a year is not parted from what it dates."""
    return f"{cell.when} ".replace(" ", UNBROKEN) + cell._replace(when="").words if cell.when else cell.words


@lru_cache(maxsize=2_000)  # a page is filled by trial
def lines_of(text: str, width: int = SCREEN) -> int:
    """Number of lines that a text takes at a width in columns."""
    if len(text) <= width:
        return bool(text.strip())
    return len(textwrap.wrap(text.replace(MIDDOT, f"{UNBROKEN}· "), width))  # a line does not begin with a separator


def _with(row: Row, held: Row, cell: Cell) -> Row:
    cells = tuple(each for each in row.cells if each in held.cells or each is cell)
    return row._replace(cells=cells, further=len(row.cells) - len(cells))


def _best_first(row: Row, causes: Sequence[Cell] = ()) -> list[Cell]:
    """The cells of a row, the most important first; of these the causes, then the short ones."""
    return sorted(row.cells, key=lambda cell: (-cell.rank, cell not in causes, cell.is_long, *_lesser(row, cell)))


def _turns(rows: Sequence[Row], rank: int, *, is_long: bool) -> Iterator[list[tuple[Row, Cell]]]:
    """Cells of one rank, either those that fit a line or the long ones: `AT_ONCE` of each row, then the next ones."""
    wanted = [_wanted(row, rank, is_long=is_long) for row in rows]
    for turn in range(0, max(map(len, wanted), default=0), AT_ONCE):
        yield [(row, cell) for row, cells in zip(rows, wanted, strict=True) for cell in cells[turn : turn + AT_ONCE]]


def _wanted(row: Row, rank: int, *, is_long: bool) -> list[Cell]:
    cells = [cell for cell in row.cells if cell.rank == rank and cell.is_long == is_long]
    return sorted(cells, key=lambda cell: _lesser(row, cell))


def _lesser(row: Row, cell: Cell) -> tuple[int, int, int]:
    """Sort key of cells of one rank: weight of the entry named, number of facts about it, then duration."""
    return -cell.weight, -cell.told if row.part != Part.WORKS else 0, -_days(row, cell)


def _passes_over(row: Row, held: Row, cell: Cell) -> bool:
    """Return whether a name would appear in a list without a more important one that had no room."""
    return row.joined and any(
        each not in held.cells and (-each.rank, *_lesser(row, each)) < (-cell.rank, *_lesser(row, cell))
        for each in row.cells
    )


def _is_cause(cell: Cell) -> bool:
    """Return whether a cell is a long sentence that gives a cause."""
    return cell.is_long and bool(_CAUSE.search(cell.text))


def _days(row: Row, cell: Cell) -> int:
    """Duration in days, if beginning and end are known; of equally important cells the longest comes first.

    0 for works: years spent on writing make a work no more important.
    """
    when = cell.since if row.part != Part.WORKS else None
    return when.length if when and when.is_span and when.start and when.end else 0
