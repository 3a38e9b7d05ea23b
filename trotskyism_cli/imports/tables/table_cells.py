"""The cells of a table row by the roles of their columns, and the options in them."""

import re
from dataclasses import replace

from trotskyism_cli.imports.answers.keys import Offered
from trotskyism_cli.imports.answers.listed import parts_of
from trotskyism_cli.imports.exported import FORMULA
from trotskyism_cli.imports.foreign import Unfit, tidy
from trotskyism_cli.imports.markup import READ_AS_HTML, from_html, looks_like_html
from trotskyism_cli.imports.own_marks import without_marks
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.rows import Row, cell_at, unfit_by
from trotskyism_cli.imports.words.letters import ALIKE, SAME

# HTML that is markup, not the subject of a question: paragraphs and lines around text.
_OF_A_PAGE = re.compile(r"<(?:p|div|br|span)\b[^<>]*>\s*[^\s<]|<br\s*/?>|&nbsp;", re.IGNORECASE)
_TAG_ALONE = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_ERROR = "a cell shows {}, an error of the spreadsheet; mend its formula, or write what is meant"
_BESIDE = ("explanation", "source", "category")  # not needed to ask the question
_ERRORS = frozenset("#REF! #N/A #DIV/0! #VALUE! #NAME? #NULL! #NUM! #SPILL! #CALC!".split())


class Cells:
    """A row read by its headings."""

    def __init__(self, row: Row, heads: Heads) -> None:
        self.line = row.line
        self.heads = heads
        self._cells = [_unguarded(cell, ours=heads.ours) for cell in row.cells]
        self.changes: list[str] = []
        self.remarks: list[str] = []  # remarks beside its answers
        if heads.ours or not any(map(looks_like_html, self._cells)):
            return
        told = "marks of HTML in it stay as they are"
        about_tags = len({cell.strip() for cell in self._cells if _TAG_ALONE.fullmatch(cell.strip())}) > 1
        if any(map(_OF_A_PAGE.search, self._cells)) and not about_tags:
            told = READ_AS_HTML
            self._cells = list(map(from_html, self._cells))
        self.changes.append(told)

    def at(self, place: int) -> str:
        """The cell at an index; empty beyond the end of the row."""
        return cell_at(self._cells, place)

    def all(self, role: str) -> list[str]:
        """The non-empty cells with a role, with their line breaks."""
        return [cell for place in self.heads.places(role) if (cell := self.at(place)).strip()]

    def one(self, role: str) -> str:
        """The first cell with a role, on one line; empty if there is none."""
        return tidy(next(iter(self.all(role)), ""))


def cells_of(row: Row, heads: Heads) -> Cells:
    """The cells of a row; Unfit if they do not match the headings or cannot be read."""
    row.refuse_fault()
    if row.after and len(row.cells) != heads.width:
        raise Unfit("it follows a row that cannot be read, and is not as wide as the heads", "mend the row before")
    if any(cell.strip() for cell in row.cells[heads.width :]):
        remedy = "put text that has a separator in it into quotation marks"
        raise Unfit(f"{len(row.cells)} cells under {heads.width} heads", remedy)
    shown = [(at, _ERROR.format(cell.strip())) for at, cell in enumerate(row.cells) if cell.strip() in _ERRORS]
    if not (unread := dict((*row.unread, *shown))):
        return Cells(row, heads)
    beside = {*heads.lost, *(place for role in _BESIDE for place in heads.places(role))}
    if fault := next((why for place, why in unread.items() if place not in beside), ""):
        raise unfit_by(fault)
    cells = Cells(replace(row, cells=tuple("" if at in unread else cell for at, cell in enumerate(row.cells))), heads)
    cells.changes += [f"left out beside it: {why}" for place, why in unread.items() if place not in heads.lost]
    return cells


def _unguarded(cell: str, *, ours: bool) -> str:
    """A cell without an apostrophe that guards against formulas; an opening quotation mark stays."""
    bare = cell.removeprefix("'")
    if bare == cell or not bare.lstrip("' ").startswith(FORMULA):
        return cell
    return bare if ours or ("'" not in bare and "’" not in bare) else cell


def offered(cells: Cells) -> list[Offered]:
    """The options of a row, each with its number and the letters that may refer to it."""
    heads = cells.heads
    if len(heads.options) == 1 and not heads.wrong and (parts := parts_of(cells.at(heads.options[0][0]))):
        written = [(number, text) for number, part in enumerate(parts, start=1) if (text := tidy(part))]
    else:
        written = [(number, text) for place, number in heads.options if (text := tidy(cells.at(place)))]
    bare = [] if heads.ours else without_marks([text for _, text in written])
    if bare:
        cells.changes.append("the letters or numbers written before its options were left out")
    return [
        Offered(number - heads.from_zero, text, _called(heads, number), heads.called.get(number, ()))
        for (number, _), text in zip(written, bare or [text for _, text in written], strict=True)
    ]


def _called(heads: Heads, number: int) -> str:
    """The letters that may refer to an option."""
    letter = heads.letters[number - 1 : number] if number else ""
    return letter + SAME.get(letter, "") + (ALIKE.get(letter, "") if heads.alike else "")
