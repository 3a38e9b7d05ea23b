"""Spreadsheets as LibreOffice, Google, Excel and others write them: what they show is read, or named."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pytest

from tests.imports.reading_for_tests import keys, left_out, options, read
from trotskyism_cli.imports.foreign import Reading

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADS = ["Question", "A", "B", "C", "Answer"]


class Cell(NamedTuple):
    """A cell as it stands in the file: its attributes, and what is in it."""

    attributes: str
    inside: str


Rows = Sequence[Sequence[str | Cell | None]]


def sheet(rows: Rows, *merged: str, prefix: str = "") -> str:
    written = []
    for number, row in enumerate(rows, start=1):
        cells = ""
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                text = f"<{prefix}is><{prefix}t>{cell}</{prefix}t></{prefix}is>"
                cell = Cell('t="inlineStr"', text)
            if cell is not None:
                reference = f"{'ABCDEFGH'[place]}{number}"
                cells += f'<{prefix}c r="{reference}" {cell.attributes}>{cell.inside}</{prefix}c>'
        written.append(f'<{prefix}row r="{number}">{cells}</{prefix}row>')
    one = "".join(f'<{prefix}mergeCell ref="{each}"/>' for each in merged)
    return f"<{prefix}sheetData>{''.join(written)}</{prefix}sheetData><{prefix}mergeCells>{one}</{prefix}mergeCells>"


def book(
    *sheets: str,
    targets: Sequence[str] = (),
    prefix: str = "",
    state: str = "",
    strings: str = "",
    codes: Sequence[str] = (),
    comments: Mapping[str, str] = {},
) -> Reading:
    """What is read of a workbook; `state` is that of its last sheet, `codes` are the number formats of its styles.

    The style that follows these is struck out. `comments` stand beside the cells of its first sheet.
    """
    targets = targets or [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    space = f'xmlns{":" if prefix else ""}{prefix.rstrip(":")}="{MAIN}"'
    listed = links = ""
    for number, target in enumerate(targets, start=1):
        last = state if number == len(sheets) else ""
        listed += f'<{prefix}sheet name="S{number}" sheetId="{number}" {last} r:id="r{number}"/>'
        links += f'<Relationship Id="r{number}" Type="{LINKS}/worksheet" Target="{target}"/>'
    own = "".join(f'<numFmt numFmtId="{164 + place}" formatCode="{code}"/>' for place, code in enumerate(codes))
    used = "".join(f'<xf numFmtId="{164 + place}"/>' for place in range(len(codes)))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        opened = f'<{prefix}workbook {space} xmlns:r="{LINKS}">'
        archive.writestr("xl/workbook.xml", f"{opened}<{prefix}sheets>{listed}</{prefix}sheets></{prefix}workbook>")
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>')
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>')
        fonts = "<fonts><font/><font><strike/></font></fonts>"
        styles = f'<numFmts>{own}</numFmts>{fonts}<cellXfs>{used}<xf fontId="1"/></cellXfs>'
        archive.writestr("xl/styles.xml", f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>')
        for target, each in zip(targets, sheets, strict=True):
            name = target[1:] if target.startswith("/") else f"xl/{target}"
            archive.writestr(name, f"<{prefix}worksheet {space}>{each}</{prefix}worksheet>")
        if comments:
            link = f'<Relationship Id="r1" Type="{LINKS}/comments" Target="../comments1.xml"/>'
            archive.writestr(
                "xl/worksheets/_rels/sheet1.xml.rels", f'<Relationships xmlns="{PACKAGE}">{link}</Relationships>'
            )
            said = (f'<comment ref="{at}"><text><r><t>{text}</t></r></text></comment>' for at, text in comments.items())
            written = f"<commentList>{''.join(said)}</commentList>"
            archive.writestr("xl/comments1.xml", f'<comments xmlns="{MAIN}">{written}</comments>')
    return read(made.getvalue(), "t.xlsx")


def told(reading: Reading) -> str:
    return " | ".join(change.what for change in reading.changes)


def formula(value: str, kind: str = "str") -> Cell:
    """As LibreOffice writes a formula, with the value that it had."""
    return Cell(f't="{kind}"', f'<f aca="false">X</f><v>{value}</v>')


def number(value: str, style: int | None = None) -> Cell:
    return Cell("" if style is None else f's="{style}"', f"<v>{value}</v>")


def struck(text: str) -> Cell:
    return Cell('s="0" t="inlineStr"', f"<is><t>{text}</t></is>")


def test_a_formula_counts_by_its_value_also_by_an_empty_one() -> None:
    reading = book(
        sheet(
            [
                HEADS,
                ["Who?", "x", "y", formula("Z"), formula("C")],
                ["Empty?", "x", "y", formula(""), formula("A")],
                ["Lost?", "x", "y", "z", Cell("", "<f>X</f><v/>")],
                ["Lost too?", "x", "y", "z", Cell('t="str"', "<f>X</f>")],
                ["Wrong?", "x", "y", formula("#N/A", "e"), "A"],
                ["True?", "x", "y", formula("1", "b"), "C"],
            ]
        )
    )

    assert keys(reading) == {2: ["Z"], 3: ["x"], 7: ["TRUE"]}
    assert list(left_out(reading)) == [4, 5, 6]
    assert "the value of the formula in E4 was not kept" in left_out(reading)[4]


def test_numbers_that_google_writes_as_floats() -> None:
    years = [number(f"{year}.0") for year in (1905, 1917, 1921)]
    reading = book(sheet([HEADS, ["Who?", "x", "y", "z", number("3.0")], ["When?", *years, number("1917.0")]]))

    assert keys(reading) == {2: ["z"], 3: ["1917"]}
    assert options(reading.questions[1]) == ["1905", "1917", "1921"]


def test_a_merged_title_and_heads_in_two_lines() -> None:
    rows: Rows = [
        ["Quiz on 1917"],
        ["Question", "Options", None, None, "Answer"],
        [None, "A", "B", "C", None],
        ["Who?", "x", "y", "z", "B"],
    ]
    reading = book(sheet(rows, "A1:E1", "B2:D2", "A2:A3", "E2:E3"))

    assert keys(reading) == {4: ["y"]}
    assert "its heads are in two lines" in told(reading)
    assert "what stands above them was passed over" in told(reading)


def test_the_first_question_is_no_second_line_of_heads() -> None:
    assert keys(read("Question,A,B,Answer\nWho?,x,y,A\n,A,B,\n", "t.csv")) == {2: ["x"]}
    assert keys(read("Question,Options,,,Answer\n,A,B,C,\nWho?,x,y,z,B\n", "t.csv")) == {3: ["y"]}


def test_a_cell_that_is_merged_over_rows_holds_for_each() -> None:
    rows: Rows = [["Topic", *HEADS], ["War", "Who?", "x", "y", "z", "B"], [None, "When?", "p", "q", "r", "C"]]
    reading = book(sheet([*rows, [None, "Where?", "s", "t", "u", "A"]], "A2:A3"))

    assert [each.category for each in reading.questions] == ["War", "War", ""]


@pytest.mark.parametrize("state", ['state="hidden"', 'state="veryHidden"', ""])
def test_sheets_are_found_by_what_the_workbook_says(state: str) -> None:
    first = sheet([HEADS, ["Who?", "x", "y", "z", "B"]], prefix="x:")
    second = sheet([HEADS, ["When?", "x", "y", "z", "C"]], prefix="x:")
    targets = ["/xl/worksheets/Questions.xml", "worksheets/sheet.xml"]
    reading = book(first, second, targets=targets, prefix="x:", state=state)

    assert keys(reading) == {2: ["y"], 4: ["z"]}
    assert ("the sheet “S2” is hidden, but its questions came in too" in told(reading)) == bool(state)


def test_dates_are_as_they_are_shown() -> None:
    codes = ["yyyy\\-mm\\-dd", "[$-409]d\\-mmm\\-yy;@", "M/d/yyyy", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"]
    days = [number(f"{6520 + place}.0", place) for place in range(4)]
    reading = book(
        sheet([HEADS, ["When?", *days[:3], "A"], ["And?", days[3], Cell('t="d"', "<v>1917-11-07</v>"), "z", days[3]]]),
        codes=codes,
    )

    assert options(reading.questions[0]) == ["6 November 1917", "7 November 1917", "8 November 1917"]
    assert options(reading.questions[1]) == ["9 November 1917", "7 November 1917", "z"]
    assert keys(reading) == {2: ["6 November 1917"], 3: ["9 November 1917"]}


def test_rich_text_keeps_its_blanks_and_numbered_signs_are_signs() -> None:
    rich = '<si><r><t xml:space="preserve">Who </t></r><r><rPr/><t>led_x000D_&#10;it?</t></r></si>'
    reading = book(sheet([HEADS, [Cell('t="s"', "<v>0</v>"), "x", "y", "z", "A"]]), strings=rich)

    assert reading.questions[0].stem == "Who led it?"


def test_what_is_struck_out_is_left_out_and_told() -> None:
    reading = book(
        sheet(
            [
                HEADS,
                ["Who?", "x", "y", "z", "B"],
                [struck("When?"), struck("x"), struck("y"), struck("z"), struck("B")],
                ["Where?", "x", "y", "z", struck("B")],
                ["Why?", "x", struck("y"), "z", "B"],
                ["How?", "x", "y", struck("z"), "B"],
                [struck("Which?"), "x", "y", "z", "B"],
            ]
        )
    )

    assert keys(reading) == {2: ["y"], 6: ["y"]}
    assert options(reading.questions[1]) == ["x", "y"]
    assert left_out(reading)[3].startswith("the row is struck out")
    assert [*left_out(reading)] == [3, 4, 5, 7]
    assert "what is struck out was left out: E4, C5, D6, A7" in told(reading)


def test_a_comment_is_told_and_one_that_corrects_a_cell_takes_its_key_back() -> None:
    rows: Rows = [HEADS, ["Who?", "x", "y", "z", "B"], ["When?", "x", "y", "z", "A"], ["Why?", "x", "y", "z", "C"]]
    reading = book(sheet(rows), comments={"A2": "Asked last year", "E3": "Wrong, it should be C"})

    assert keys(reading) == {2: ["y"], 4: ["z"]}
    assert "a comment at E3 seems to correct it: “Wrong, it should be C”" in left_out(reading)[3]
    assert "the comment at A2 was not taken over: “Asked last year”" in told(reading)
    assert "E3" not in told(reading)


@pytest.mark.parametrize("cell", [Cell("", "<f>1+1</f>"), "#REF!"])
def test_what_cannot_be_read_beside_a_question_does_not_cost_the_question(cell: Cell | str) -> None:
    rows: Rows = [[*HEADS, "Explanation"], ["Even?", "3", "4", "5", "B", cell], ["Odd?", cell, "4", "6", "A", "So."]]
    reading = book(sheet(rows))

    assert keys(reading) == {2: ["4"]}
    assert reading.questions[0].explanation == ""
    assert [each.what.startswith("left out beside it: ") for each in reading.changes] == [True]
    assert list(left_out(reading)) == [3]
