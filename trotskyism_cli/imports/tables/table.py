"""Tables of questions: our own CSV exports, and those of teachers and quiz programs.

Columns are recognised by their headings (see `heads`). Every non-empty row becomes a question or is left out with a
reason.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, pairwise, zip_longest

from trotskyism_cli.imports.answers.typed_or_key import settle_typed
from trotskyism_cli.imports.foreign import Reading, Unfit, UnreadableError, folded, tidy
from trotskyism_cli.imports.tables.answer_rows import answers_in_rows, judges_options, read_in_rows
from trotskyism_cli.imports.tables.columns import Heads
from trotskyism_cli.imports.tables.headless import choices_without_heads, tell_of_choices
from trotskyism_cli.imports.tables.heads import heads_of, seems_head
from trotskyism_cli.imports.tables.key_columns import adopt_keys
from trotskyism_cli.imports.tables.rows import SEPARATORS, Row, cell_at, declared_separator, rows_of
from trotskyism_cli.imports.tables.table_cells import cells_of
from trotskyism_cli.imports.tables.table_keys import adopt_options, settle
from trotskyism_cli.imports.tables.table_questions import question_of
from trotskyism_cli.message_text import counted

ABOVE = 30  # rows searched for headings; some sheets have a title and instructions first
_RULE = re.compile(r"\s*(?::?-{2,}:?)?\s*")  # the rule below the headings of a Markdown table


def read_table(text: str) -> Reading:
    """Read the questions of separated text, in order; UnreadableError without headings."""
    declared = declared_separator(text)
    best = max(declared or SEPARATORS, key=lambda separator: _worth(list(islice(rows_of(text, separator), ABOVE))))
    return read_rows(rows_of(text, best))


def is_table(text: str) -> bool:
    """Return whether the first rows contain the headings of a question table."""
    separators = declared_separator(text) or SEPARATORS
    return any(_worth(list(islice(rows_of(text, each), ABOVE))) > 0 for each in separators)


def read_rows(rows: Iterable[Row]) -> Reading:
    """Read the questions of rows, in order; UnreadableError without headings."""
    reading = Reading()
    kept = [row for row in rows if not all(map(_RULE.fullmatch, filter(None, row.cells))) or row.fault]
    for section in _sections(kept):
        if section and section[0] is not kept[0]:
            line = section[0].line
            reading.tell(line, f"line {line} has the heads again; what follows was read by these")
        _read_section(reading, section)
    settle_typed(reading)
    return reading


def _read_section(reading: Reading, section: Sequence[Row]) -> None:
    place = next(
        (at for at, row in enumerate(section[:ABOVE]) if _heads(row) or _begin_heads(section[at : at + 2])), None
    )
    if place is not None:
        top, rows_below = section[place], section[place + 1 :]
        if joined := _in_two_lines(top, rows_below[:1]):
            reading.tell(top.line, "its heads are in two lines, which were read as one")
            top, rows_below = joined, rows_below[1:]
        heads = heads_of(top.cells)
        in_rows = answers_in_rows(top.cells, heads, rows_below)
        if not in_rows:
            adopt_options(reading, heads, top.line, rows_below)
            adopt_keys(reading, heads, top.line, rows_below)
        _tell_heads(reading, top, heads, place)
        if in_rows:
            rows_below = read_in_rows(reading, in_rows, top.line, _as_shown(reading, heads, rows_below))
    elif section and (found := choices_without_heads(section)):
        top, rows_below, heads = section[0], section, found
        tell_of_choices(reading, top.line, heads)
    else:
        raise UnreadableError(
            "No columns question, option_1, option_2 … and right (or answer) in its first lines; name them so, with a "
            "row for each question. Cards have columns front and back, or are read, as a text, with --format quizlet."
        )
    settle(reading, heads, top.line, rows_below)
    empty = [row for row in rows_below if _asks_nothing(row, heads)]
    for below in rows_below:
        if not _asks_nothing(below, heads):
            _read_row(reading, heads, below)
    if empty:
        rows = counted(len(empty), "row")
        reading.tell(empty[0].line, f"{rows} from here on without question, options and answer: passed over")


def _asks_nothing(row: Row, heads: Heads) -> bool:
    """Return whether a row has only what all rows have, e.g. the time limits in Kahoot's template."""
    roles = ("question", "answer", "front", "back", "term", "definition", "true", "false")
    places = [
        *(place for role in roles for place in heads.places(role)),
        *(at for at, _ in heads.options),
        *heads.wrong,
    ]
    return not row.fault and not any(cell_at(row.cells, place).strip() for place in places)


def _sections(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """The rows split where headings are repeated: sheets pasted one below another."""
    top = next((at for at, row in enumerate(rows[:ABOVE]) if _heads(row)), len(rows))
    first = top + 2  # headings may take two lines
    names = {folded(cell) for row in rows[top : top + 1] for cell in row.cells if cell.strip()}
    begun = [at for at, row in enumerate(rows[first:], start=first) if _are_again(row, names)]
    return [rows[start:end] for start, end in pairwise((0, *begun, len(rows)))]


def _are_again(row: Row, names: set[str]) -> bool:
    """Return whether a row repeats the headings `names` in any order, or has others like them."""
    first = next(filter(str.strip, row.cells), "")
    if folded(first) in names and len(names) > 2 and {folded(cell) for cell in row.cells if cell.strip()} == names:
        return True
    if sum(map(seems_head, row.cells)) < 2:
        return False
    found = heads_of(row.cells)
    return found.has_options and len(found.options) > 1 and not found.unknown


def _as_shown(reading: Reading, heads: Heads, rows: Sequence[Row]) -> list[Row]:
    """The rows with cells as a reader sees them; unreadable ones are left out."""
    shown = []
    for row in rows:
        try:
            cells = cells_of(row, heads)
        except Unfit as unfit:
            reading.leave(row.line, unfit)
            continue
        shown.append(replace(row, cells=tuple(map(cells.at, range(heads.width)))))
        for change in cells.changes:
            reading.change(row.line, change)
    return shown


def _in_two_lines(top: Row, below: Sequence[Row]) -> Row | None:
    """Headings on two lines merged into one row, e.g. `Options` above A, B, C; else None."""
    pairs = [pair for row in below for pair in zip_longest(top.cells, row.cells, fillvalue="")]
    cells = tuple(low if low.strip() else high for high, low in pairs)
    first, both = heads_of(top.cells), heads_of(cells)
    kept = [*first.places("question"), *first.places("answer")[-1:]]
    if len(both.options) <= max(1, len(first.options)) or not both.has_options:
        return None
    return (
        Row(top.line, cells)
        if all(pairs[place][1].strip() in ("", pairs[place][0].strip()) for place in kept)
        else None
    )


def _begin_heads(rows: Sequence[Row]) -> bool:
    """Return whether the first of two rows has the question's heading, and the second those of options and key."""
    if len(rows) < 2 or any(row.fault for row in rows):
        return False
    first, second = (heads_of(row.cells) for row in rows)
    said = bool(first.places("question")) and not second.places("question") and bool(second.places("answer"))
    return said and len(second.options) > 1 and _in_two_lines(rows[0], rows[1:]) is not None


def _worth(rows: Sequence[Row]) -> int:
    """How well the best of these rows serves as headings; 1 for choices without headings, 0 for neither."""
    found = [heads for row in rows if (heads := _heads(row)) is not None]
    best = max((10 * heads.has_options + len(heads.options) + len(heads.roles) for heads in found), default=0)
    return best or int(choices_without_heads(rows) is not None)


def _heads(row: Row) -> Heads | None:
    heads = heads_of(row.cells)
    return heads if heads.has_options or heads.has_answers or heads.has_cards or judges_options(heads) else None


def _tell_heads(reading: Reading, row: Row, heads: Heads, above: int) -> None:
    if above:
        reading.tell(row.line, f"the heads are in line {row.line}; what stands above them was passed over")
    if not heads.has_answers and not heads.has_marks and heads.places("term") and not heads.places("front"):
        term, definition = (tidy(row.cells[heads.places(role)[0]]) for role in ("term", "definition"))
        reading.tell(row.line, f"of each row “{definition}” is shown, and “{term}” is to be typed")
    if heads.each_right:
        called = ", ".join(tidy(row.cells[place]) for place in heads.places("answer"))
        reading.tell(row.line, f"where its columns {called} name different options, each of these was taken as right")
    if heads.lost and not heads.ours:
        reading.tell(row.line, f"not taken over: the columns {', '.join(heads.lost.values())}")


def _read_row(reading: Reading, heads: Heads, row: Row) -> None:
    with reading.leaving_out(row.line):
        reading.questions.append(question_of(row, heads))
