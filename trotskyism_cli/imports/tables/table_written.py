"""The answer cell of a question without options: its words, or options written into it."""

import re

from trotskyism_cli.imports.answers.listed import options_in
from trotskyism_cli.imports.answers.numbers import PLUS_MINUS, numbers_accepted
from trotskyism_cli.imports.answers.written import written
from trotskyism_cli.imports.foreign import Answer, Choice, ForeignOption, Typed, Unfit, tidy, typed
from trotskyism_cli.imports.tables.table_cells import Cells

STARRED = re.compile(
    r"[*✓✔]\s*([^*\s].*)|([^*\s].*?)\s*(?:\*|✓|✔|[(\[](?:correct|right|answer|richtig|верно|x)[)\]])", re.IGNORECASE
)
_SIGN = re.compile(rf"^{PLUS_MINUS}\s*")
_STARRED_LETTER = re.compile(r"(?<!\S)[*✓✔]\s*([(\[]?[^\W\d_][.)\]])")


def answer_in(cells: Cells, cell: str) -> Answer:
    """The answer in a cell; Unfit if uncertain. Remarks beside it are kept with the row."""
    if choice := _in_one_cell(cell):
        cells.changes.append("its answer has options, of which one is marked: it was read as a choice")
        return choice
    answers = [written(line) for line in cell.splitlines() if line.strip()]
    cells.changes += [each.told for each in answers if each.told]
    cells.remarks += [each.remark for each in answers if each.remark]
    return typed([text for each in answers for text in each.accepted])


def within(cells: Cells, number: str, off: str) -> Answer:
    """A number with the tolerance from another cell; Unfit if that is not one, or in percent."""
    bare = _SIGN.sub("", tidy(off))
    if bare.endswith("%"):
        raise Unfit(f"a number with a margin in percent, {bare}", "write the margin as a number")
    accepted = numbers_accepted(number, bare)
    if len(accepted) > 1:
        cells.changes.append(f"its tolerance of {bare} was taken as the range {accepted[-1].replace('..', ' to ')}")
    return Typed(accepted)


def _in_one_cell(cell: str) -> Choice | None:
    """The choice in a cell with several options, `a) *Lima b) Cusco`; None without options, Unfit if none is marked."""
    before, texts = options_in(_STARRED_LETTER.sub(r"\1 *", cell))
    if before or not texts:
        return None
    marks = [STARRED.fullmatch(text) for text in texts]
    if not any(marks):
        raise Unfit("its answer has several options, and none is marked", "write * before the right one")
    options = (
        ForeignOption(tidy(mark[1] or mark[2]) if mark else text, mark is not None)
        for text, mark in zip(texts, marks, strict=True)
    )
    return Choice(tuple(options), several=sum(map(bool, marks)) > 1)
