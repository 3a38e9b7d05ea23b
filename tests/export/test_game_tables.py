"""Tables for games in class, read as spreadsheets."""

import csv
import io
from typing import Any

import pytest

from tests.every_for_tests import none
from tests.export.samples import HOSTILE, ORDINARY, PAPER, PASSAGE
from tests.items_for_tests import an_item
from trotskyism_cli.export.game_tables import KAHOOT, QUIZIZZ, fits_kahoot, fits_quizizz, kahoot_sheet, quizizz_table
from trotskyism_cli.items.model import Item, Response

EVERY = tuple(
    item for item in (*ORDINARY, *HOSTILE) if item.response in (Response.CHOICE, Response.SEVERAL) and fits_kahoot(item)
)


def sheet(*items: Item) -> list[tuple[Any, ...]]:
    pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed; make readers does")
    reader = pytest.importorskip("openpyxl", reason="openpyxl is not installed; make readers does")
    book = reader.load_workbook(io.BytesIO(b"".join(kahoot_sheet(items, PAPER))))
    return list(book.active.iter_rows(values_only=True))


def folded(text: str) -> str:
    return " ".join(text.split())


def test_a_spreadsheet_has_kahoots_head_and_the_numbers_of_the_right_answers() -> None:
    head, *rows = sheet(*EVERY)

    assert head == KAHOOT
    assert len(rows) == len(EVERY) > 30
    for item, row in zip(EVERY, rows, strict=True):
        assert row[0] == folded(item.stem)
        assert [each for each in row[1:5] if each is not None] == list(map(folded, item.options))
        assert [int(each) - 1 for each in row[6].split(",")] == list(item.answer)
        assert row[5] in (5, 10, 20, 30, 60, 90, 120, 240)


def test_what_kahoot_has_no_room_for_does_not_fit() -> None:
    assert fits_kahoot(an_item(stem="x" * 120, options=("a" * 75, "b", "c")))
    assert not fits_kahoot(an_item(stem="x" * 121))
    assert not fits_kahoot(an_item(passage=PASSAGE))
    assert not fits_kahoot(an_item(options=("a" * 76, "b", "c")))
    assert not fits_kahoot(an_item(options=("a", "b", "c", "d", "e")))
    assert fits_quizizz(an_item(options=("a", "b", "c", "d", "e")))
    assert not fits_quizizz(an_item(options=("a", "b", "c", "d", "e", "f")))


def test_a_table_has_the_head_of_quizizz_and_no_formula() -> None:
    head, *rows = csv.reader(io.StringIO("".join(quizizz_table(EVERY, PAPER)), newline=""))

    assert tuple(head) == QUIZIZZ
    for item, row in zip(EVERY, rows, strict=True):
        assert row[1] == ("Multiple Choice" if item.response is Response.CHOICE else "Checkbox")
        assert [int(each) - 1 for each in row[7].split(",")] == list(item.answer)
        assert none(cell.startswith(("=", "+", "@")) for cell in row)
