"""Tables of items: CSV for spreadsheets, TSV for Anki's own import, and JSON lines for programs."""

import json
from collections.abc import Iterable, Iterator, Sequence

from trotskyism_cli.errors import AppError
from trotskyism_cli.export.answers import full_stem, letter
from trotskyism_cli.export.feedback_texts import beyond_key
from trotskyism_cli.export.paper import Paper, lasting_id
from trotskyism_cli.imports.exported import FORMULA
from trotskyism_cli.items.model import Item, Response

OPTIONS = 12
COLUMNS = (
    *("id", "chapter", "kind", "difficulty", "response", "question"),
    *(f"option_{number}" for number in range(1, OPTIONS + 1)),
    *("prompts", "right", "answer", "explanation", "notes"),
)
_NO_OPTIONS = ("",) * OPTIONS
_BEFORE_FORMULA = frozenset((*FORMULA, "'", " "))
BYTE_ORDER_MARK = "\ufeff"  # without it, Excel misreads UTF-8


def csv_table(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """A row for each item.

    `right` has the numbers of the right options in the order of the answer; `notes` has a line for each option note,
    after the option's letter.
    """
    row = Row(paper.table.separator, "\r\n", guarded=True)
    yield (BYTE_ORDER_MARK if paper.table.byte_order_mark else "") + row.of(COLUMNS)
    for item in items:
        yield row.of(_cells(item, paper))


def anki_tsv(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """Two-sided cards for Anki's File > Import, which updates them on re-import.

    It has no column names, which Anki would match with field names in the user's language, and no tags, which would
    replace the learner's.
    """
    yield "#separator:tab\n#html:false\n#notetype:Basic\n#guid column:1\n#deck column:2\n"
    row = Row("\t", "\n", guarded=True)
    title = _deck(paper.title)
    for item in items:
        deck = f"{title}::{_deck(paper.chapter(item))}"
        back = "\n".join([item.key, "", *beyond_key(item)])
        yield row.of((f"{paper.pack}-{lasting_id(item)}", deck, _front(item), back))


def json_lines(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """The objects of `questions --json`, one per line."""
    del paper
    as_json = json.JSONEncoder(ensure_ascii=False).encode
    return (as_json(item.as_json()) + "\n" for item in items)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe is put before what would be one."""
    if cell[:1] not in _BEFORE_FORMULA:
        return cell
    return f"'{cell}" if cell.lstrip("' ").startswith(FORMULA) else cell


class Row:
    """A fast writer of CSV rows (RFC 4180), three times as fast as Python's csv module.

    With `guarded`, no spreadsheet takes a cell for a formula.
    """

    def __init__(self, separator: str, end: str, *, guarded: bool = False) -> None:
        self._separator = separator
        self._end = end
        self._guarded = guarded

    def of(self, cells: Sequence[str]) -> str:
        """A row with its line end."""
        return self._separator.join([cell and self._quoted(cell) for cell in cells]) + self._end

    def _quoted(self, cell: str) -> str:
        if self._guarded and cell[0] in _BEFORE_FORMULA:
            cell = guarded(cell)
        if '"' in cell:
            return '"' + cell.replace('"', '""') + '"'
        return f'"{cell}"' if self._separator in cell or "\n" in cell or "\r" in cell else cell


def _cells(item: Item, paper: Paper) -> tuple[str, ...]:
    if len(item.options) > OPTIONS:
        raise AppError(f"{item.id} has {len(item.options)} options, a row only {OPTIONS}; choose another format: json")
    return (
        *(item.id, paper.chapter(item), item.kind, item.difficulty, item.response, item.question),
        *item.options,
        *_NO_OPTIONS[len(item.options) :],
        "\n".join(item.prompts),
        ";".join([str(place + 1) for place in item.answer]),
        "\n".join(item.accepted) if item.response is Response.TYPED else item.key,
        item.explanation,
        "\n".join(f"{letter(place)}) {note}" for place, note in enumerate(item.option_notes) if note),
    )


def _front(item: Item) -> str:
    options = [f"{letter(place)}) {option}" for place, option in enumerate(item.options)]
    return "\n".join([full_stem(item), *item.prompts, *options])


def _deck(name: str) -> str:
    return name.replace("::", ":")
