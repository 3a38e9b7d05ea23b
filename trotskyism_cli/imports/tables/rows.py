"""The rows of a text with separators between cells, each with its line; one that cannot be read ends no other.

A quotation mark that is not closed swallows all that follows. So the row in whose line it stands is left out, and
reading begins anew in the next line; from then on a row counts only if it has as many cells as the heads.
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
    """The cells that begin in a line. `fault` says why they cannot be read; `after` that a row before could not be.

    `unread` says of single cells, by their places, why these cannot be.
    """

    line: int
    cells: tuple[str, ...]
    fault: str = ""
    after: bool = False
    unread: tuple[tuple[int, str], ...] = ()

    def refuse_fault(self) -> None:
        """Unfit, with the remedy, if its cells cannot be read."""
        if self.fault:
            raise unfit_by(self.fault)


def unfit_by(fault: str) -> Unfit:
    """What is said where something cannot be read: why, and the remedy behind a semicolon."""
    return Unfit(*fault.split("; ", 1))


def cell_at(cells: Sequence[str], place: int) -> str:
    """A cell, empty where the row has ended."""
    return cells[place] if place < len(cells) else ""


def cells_at(cells: Sequence[str], places: Iterable[int]) -> list[str]:
    """The cells at some places, so far as the row goes."""
    return [cells[place] for place in places if place < len(cells)]


def rows_of(text: str, separator: str) -> Iterator[Row]:
    """Every row that is not empty, in order. Never fails, whatever the text is."""
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
    """What Excel's own first line, `sep=;`, says; empty if there is none."""
    found = _SEP.fullmatch(text[:20].splitlines()[0].strip()) if text.strip() else None
    return found[1] if found else ""


def _said(error: str) -> str:
    if "field limit" in error:
        return f"a cell of more than {csv.field_size_limit():,} characters; shorten it"
    if "unexpected end" in error:
        return "a quotation mark is not closed; close it, or delete it"
    return 'text after a closing quotation mark, or one that is not closed; mend it (inside a cell, write "")'
