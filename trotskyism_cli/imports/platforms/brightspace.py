"""Brightspace (D2L) question tables: a row for each part of a question, beginning with its name.

https://community.d2l.com/brightspace/kb/articles/3453-import-questions-from-a-csv-file
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from trotskyism_cli.imports.foreign import (
    FULL,
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Order,
    Reading,
    Unfit,
    folded,
    matched,
    true_or_false,
    typed,
)
from trotskyism_cli.imports.markup import shown
from trotskyism_cli.imports.sentences import NO_TRUTH, PICTURE_LOST, passed_over
from trotskyism_cli.imports.tables.rows import Row, cell_at, rows_of

_BEGINS = re.compile(r'^"?NewQuestion"?[,;\t]', re.IGNORECASE | re.MULTILINE)
_SIGNS = re.compile(r"[\\^$.|?*+()\[\]{}]")


@dataclass(slots=True)
class _Draft:
    """A question being read: its kind, and its rows with their names."""

    line: int
    kind: str
    rows: list[tuple[str, Sequence[str]]] = field(default_factory=list)

    def of(self, *names: str) -> list[Sequence[str]]:
        return [cells for name, cells in self.rows if name in names]

    def text(self, name: str) -> str:
        return next((shown(cells[0]) for cells in self.of(name) if cells), "")


def is_brightspace(text: str) -> bool:
    """Return whether a row begins a question as in Brightspace."""
    return _BEGINS.search(text) is not None


def read_brightspace(text: str) -> Reading:
    """Read a table's questions, in order. Never fails, whatever the text is."""
    reading = Reading()
    for draft in _drafts(text, reading):
        with reading.leaving_out(draft.line):
            reading.questions.append(_question(draft))
            _tell_of_rest(draft, reading)
    return reading


def _drafts(text: str, reading: Reading) -> list[_Draft]:
    """The rows of a table grouped by question."""
    drafts: list[_Draft] = []
    found = _BEGINS.search(text)
    for row in rows_of(text, found[0][-1] if found else ","):
        with reading.leaving_out(row.line):
            row.refuse_fault()
            _add(row, drafts, reading)
    return drafts


def _add(row: Row, drafts: list[_Draft], reading: Reading) -> None:
    name = folded(row.cells[0])
    if name == "newquestion":
        drafts.append(_Draft(row.line, "".join(row.cells[1:2]).strip().upper()))
    elif name.startswith("//"):
        return
    elif drafts:
        drafts[-1].rows.append((name, row.cells[1:]))
    else:
        reading.change(row.line, passed_over(" ".join(row.cells)))


def _question(draft: _Draft) -> ForeignQuestion:
    return ForeignQuestion(
        draft.line,
        draft.text("questiontext"),
        _answer(draft),
        explanation=draft.text("feedback"),
        own_id=draft.text("id"),
    )


def _tell_of_rest(draft: _Draft, reading: Reading) -> None:
    """Report what was left out of a question."""
    for cells in draft.of("answer") if draft.kind == "SA" else ():
        if 0 < _percent(cells) < FULL:
            reading.change(draft.line, f"“{_cell(cells, 1)}”, which earned a part of the mark, was left out")
    if hint := draft.text("hint"):
        reading.change(draft.line, f"its hint was left out: “{hint[:60]}”")
    if draft.text("image"):
        reading.change(draft.line, PICTURE_LOST)


def _answer(draft: _Draft) -> Answer:
    match draft.kind:
        case "MC":
            return _choice(draft)
        case "MS":
            marked = [(_cell(cells, 1), _percent(cells) > 0, _cell(cells, 3)) for cells in draft.of("option")]
            return Choice(tuple(ForeignOption(*each) for each in marked), several=True)
        case "TF":
            shares = [[_percent(cells) for cells in draft.of(name)] for name in ("true", "false")]
            if sorted(map(len, shares)) != [1, 1] or sorted((shares[0][0], shares[1][0])) != [0, FULL]:
                raise Unfit(NO_TRUTH, "write TRUE,100 and FALSE,0")
            return true_or_false(answer=shares[0][0] == FULL)
        case "SA":
            if pattern := next(filter(None, map(_pattern, draft.of("answer"))), ""):
                raise Unfit(f"“{pattern}” is a pattern that answers are to fit", "write these answers, without regexp")
            return typed([_cell(cells, 1) for cells in draft.of("answer") if _percent(cells) == FULL])
        case "O":
            return Order(tuple(_cell(cells, 0) for cells in draft.of("item")))
        case "M":
            return _match(draft)
        case kind:
            raise Unfit(f"a question of the kind {kind}, which a pack has not", "write it with options, as MC")


def _pattern(cells: Sequence[str]) -> str:
    """The answer if it is a real regular expression; empty if it is plain text."""
    said = _cell(cells, 1)
    return said if "regexp" in map(folded, cells[2:]) and _SIGNS.search(said) else ""


def _choice(draft: _Draft) -> Choice:
    """A choice with one right option; others may earn part of the mark."""
    options = [(_cell(cells, 1), round(_percent(cells)), _cell(cells, 3)) for cells in draft.of("option")]
    return Choice(
        tuple(
            ForeignOption(text, share == FULL, note, share if 0 < share < FULL else 0) for text, share, note in options
        )
    )


def _match(draft: _Draft) -> Answer:
    """A match item: choices and their matches, by number."""
    choices = {_cell(cells, 0): _cell(cells, 1) for cells in draft.of("choice")}
    answers = [(_cell(cells, 0), _cell(cells, 1)) for cells in draft.of("match")]
    if not choices or not {number for number, _ in answers} >= choices.keys():
        raise Unfit("a choice to which nothing belongs", "write a Match with its number")
    pairs = [(choices[number], text) for number, text in answers if number in choices]
    return matched(pairs, [text for number, text in answers if number not in choices])


def _percent(cells: Sequence[str]) -> float:
    try:
        return float(_cell(cells, 0).rstrip("%"))
    except ValueError:
        raise Unfit(f"“{_cell(cells, 0)}” is no share of the mark", "write 100 for what is right, and 0") from None


def _cell(cells: Sequence[str], place: int) -> str:
    return shown(cell_at(cells, place))
