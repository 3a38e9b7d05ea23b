"""Tables for classroom games: spreadsheets for Kahoot and Quizizz (Wayground), with the headers they require.

Both support only choice items, and Kahoot has length limits; items that do not fit are left out.
"""

import io
from collections.abc import Iterable, Iterator
from datetime import datetime

from trotskyism_cli.export.extras import library
from trotskyism_cli.export.markup import in_one_line
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.export.tables import Row
from trotskyism_cli.items.model import Item, Response

CHOOSING = (Response.CHOICE, Response.SEVERAL)
SECONDS = 30
KAHOOT = (
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
KAHOOT_QUESTION, KAHOOT_ANSWER, KAHOOT_ANSWERS = 120, 75, 4
QUIZIZZ_OPTIONS = 5
QUIZIZZ = (
    *("Question Text", "Question Type"),
    *(f"Option {number}" for number in range(1, QUIZIZZ_OPTIONS + 1)),
    *("Correct Answer", "Time in seconds", "Image Link", "Answer explanation"),
)
WIDTHS = (80, 40, 40, 40, 40, 12, 12)  # column widths in letters
MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - a spreadsheet tells no zone, and the time of making would change the bytes


def fits_kahoot(item: Item) -> bool:
    """Return whether question and options are short and few enough."""
    short = len(in_one_line(item.question)) <= KAHOOT_QUESTION and len(item.options) <= KAHOOT_ANSWERS
    return short and all(len(in_one_line(option)) <= KAHOOT_ANSWER for option in item.options)


def fits_quizizz(item: Item) -> bool:
    """Return whether there are columns for all options."""
    return len(item.options) <= QUIZIZZ_OPTIONS


def kahoot_sheet(items: Iterable[Item], paper: Paper) -> Iterator[bytes]:
    """A spreadsheet (.xlsx) for Kahoot's import; UsageError if xlsxwriter is not installed."""
    writer = library("xlsxwriter", "A spreadsheet for Kahoot")
    made = io.BytesIO()
    with writer.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": paper.title, "created": MADE})
        sheet = book.add_worksheet("Questions")
        for column, (head, width) in enumerate(zip(KAHOOT, WIDTHS, strict=True)):
            sheet.write_string(0, column, head)
            sheet.set_column(column, column, width)
        for row, item in enumerate(items, start=1):
            for column, text in enumerate((item.question, *item.options)):
                sheet.write_string(row, column, in_one_line(text))
            sheet.write_number(row, KAHOOT_ANSWERS + 1, SECONDS)
            sheet.write_string(row, KAHOOT_ANSWERS + 2, _right(item))
    yield made.getvalue()


def quizizz_table(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """A table (CSV) for the import of Quizizz."""
    del paper
    row = Row(",", "\r\n", guarded=True)
    yield row.of(QUIZIZZ)
    for item in items:
        kind = "Multiple Choice" if item.response is Response.CHOICE else "Checkbox"
        options = [*map(in_one_line, item.options), *[""] * (QUIZIZZ_OPTIONS - len(item.options))]
        question, explanation = in_one_line(item.question), in_one_line(item.explanation)
        cells = (question, kind, *options, _right(item), str(SECONDS), "", explanation)
        yield row.of(cells)


def _right(item: Item) -> str:
    return ",".join(str(place + 1) for place in item.answer)
