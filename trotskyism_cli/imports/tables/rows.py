"""The rows of separated text, each with its line; an unreadable row does not affect the others.

An unclosed quotation mark swallows what follows. So the row it is in is left out and reading restarts on the next line;
from then on rows must have as many cells as the headings.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trotskyism_cli.imports.decoding import LINE
from trotskyism_cli.imports.foreign import Unfit

SEPARATORS = ",;\t|"
LONGEST = 500  # lines of one row
_SEP = re.compile(r"sep=(.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that begins in `line`.

    `fault`: why it cannot be read. `after`: an earlier row could not be read. `unread`: cells that cannot be read, with
    reasons.
    """

    line: int
    cells: tuple[str, ...]
    fault: str = ""
    after: bool = False
    unread: tuple[tuple[int, str], ...] = ()

    def refuse_fault(self) -> None:
        """Raise Unfit, with the remedy, if its cells cannot be read."""
        if self.fault:
            raise unfit_by(self.fault)


def unfit_by(fault: str) -> Unfit:
    """Unfit for a fault of the form "reason; remedy"."""
    return Unfit(*fault.split("; ", 1))


def cell_at(cells: Sequence[str], place: int) -> str:
    """The cell at an index; empty beyond the end of the row."""
    return cells[place] if place < len(cells) else ""


def cells_at(cells: Sequence[str], places: Iterable[int]) -> list[str]:
    """The cells at these indices, as far as the row goes."""
    return [cells[place] for place in places if place < len(cells)]


def rows_of(text: str, separator: str) -> Iterator[Row]:
    """All rows that are not empty, in order. Never fails, whatever the text is."""
    lines = LINE.findall(text)
    start = 1 if _SEP.fullmatch(lines[0].strip()) else 0
    after = False
    while start < len(lines):
        reader = csv.reader(iter(lines[start : start + LONGEST]), delimiter=separator, strict=True)
        fault = ""
        try:
            cells = next(reader, [])
        except csv.Error as error:
            cells, fault = [], _said(str(error))
        end = start + (1 if fault else max(1, reader.line_num))
        if fault and not lines[start].strip():
            fault = ""
        if fault or any(cell.strip() for cell in cells):
            yield Row(start + 1, tuple(cells), fault, after)
        after = after or bool(fault)
        start = end


def declared_separator(text: str) -> str:
    """The separator declared in Excel's first line, `sep=;`; empty if there is none."""
    found = _SEP.fullmatch(text[:20].splitlines()[0].strip()) if text.strip() else None
    return found[1] if found else ""


def _said(error: str) -> str:
    if "field limit" in error:
        return f"a cell of more than {csv.field_size_limit():,} characters; shorten it"
    if "unexpected end" in error:
        return "a quotation mark is not closed; close it, or delete it"
    return 'text after a closing quotation mark, or one that is not closed; mend it (inside a cell, write "")'
