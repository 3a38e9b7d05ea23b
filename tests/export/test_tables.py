"""CSV, TSV and JSON lines, read by the readers of the standard library and by Anki."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.samples import HOSTILE, ORDINARY, PAPER, any_item
from tests.items_for_tests import an_item
from trotskyism_cli.errors import AppError
from trotskyism_cli.export.paper import TableStyle
from trotskyism_cli.export.tables import OPTIONS, anki_tsv, csv_table, guarded, json_lines
from trotskyism_cli.imports.exported import FORMULA
from trotskyism_cli.items.model import Item, Response

EVERY = (*ORDINARY, *HOSTILE)


def rows(*items: Item) -> list[dict[str, str]]:
    data = "".join(csv_table(items, PAPER)).encode()
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def unguarded(cell: str) -> str:
    """What a person reads: an apostrophe before a formula is no part of the text."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("' ").startswith(FORMULA) else cell


def check_as_read(item: Item, row: dict[str, str]) -> None:
    assert unguarded(row["question"]) == item.question
    options = [unguarded(row[f"option_{number}"]) for number in range(1, OPTIONS + 1)]
    assert tuple(options[: len(item.options)]) == item.options
    assert not any(options[len(item.options) :])
    assert tuple(int(place) - 1 for place in row["right"].split(";") if place) == item.answer
    assert unguarded(row["explanation"]) == item.explanation
    told = "\n".join(item.accepted) if item.response is Response.TYPED else item.key
    assert unguarded(row["answer"]) == told


def test_a_table_reads_back_as_what_was_written() -> None:
    read = rows(*EVERY)

    assert len(read) == len(EVERY)
    for item, row in zip(EVERY, read, strict=True):
        check_as_read(item, row)


@settings(max_examples=50, deadline=None)
@given(any_item())
def test_any_text_stays_in_its_cell(item: Item) -> None:
    check_as_read(item, rows(item)[0])


def test_no_cell_is_a_formula() -> None:
    cells = [cell for row in rows(*EVERY) for cell in row.values()]
    tables = csv.reader(io.StringIO("".join(anki_tsv(EVERY, PAPER)), newline=""), delimiter="\t")
    cells += [cell for row in tables if not row[0].startswith("#") for cell in row]

    assert len(cells) > 1000
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []


@given(st.text())
def test_guarding_loses_nothing(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(FORMULA)


def test_more_options_than_a_row_has_room_for_are_refused_in_words() -> None:
    item = an_item(options=tuple(map(str, range(OPTIONS + 1))))

    with pytest.raises(AppError, match="choose another format"):
        rows(item)


def test_the_headers_of_a_tsv_are_those_that_anki_reads() -> None:
    lines = "".join(anki_tsv(ORDINARY, PAPER)).splitlines()
    heads = dict(line.lstrip("#").split(":", 1) for line in lines if line.startswith("#"))

    assert heads == {
        "separator": "tab",
        "html": "false",
        "notetype": "Basic",
        "guid column": "1",
        "deck column": "2",
    }


def test_json_lines_are_the_objects_of_the_bank() -> None:
    lines = "".join(json_lines(EVERY, PAPER)).splitlines()

    assert [json.loads(line) for line in lines] == [json.loads(json.dumps(item.as_json())) for item in EVERY]


@pytest.mark.parametrize(("separator", "mark"), [(";", False), ("\t", True)])
def test_the_separator_and_the_mark_of_a_table_are_the_users(separator: str, mark: bool) -> None:
    style = TableStyle(separator, mark)
    text = "".join(csv_table(EVERY, replace(PAPER, table=style)))
    read = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=separator))

    assert text.startswith("\ufeff") == mark
    assert len(read) == len(EVERY)
    for item, row in zip(EVERY, read, strict=True):
        check_as_read(item, row)
