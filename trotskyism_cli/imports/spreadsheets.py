"""Spreadsheets of Excel (.xlsx), such as the templates of Kahoot and Quizizz: the first sheet that is a table.

Only what cells show as text or number is read; a formula counts by the value that was kept with it.
"""

import re
from collections.abc import Iterator

from trotskyism_cli.imports.archives import Archive
from trotskyism_cli.imports.foreign import Reading, UnreadableError
from trotskyism_cli.imports.rows import Row
from trotskyism_cli.imports.safe_xml import Element, parsed
from trotskyism_cli.imports.table import read_rows

MOST_COLUMNS = 200
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_COLUMN = re.compile(r"([A-Z]{1,3})\d+")


def read_xlsx(data: bytes, name: str) -> Reading:
    """The questions of the first sheet with the heads of a table; UnreadableError if there is none."""
    archive = Archive(data, name)
    strings = _strings(archive)
    sheets = sorted((int(found[1]), each) for each in archive.names if (found := _SHEET.fullmatch(each)))
    unreadable: UnreadableError | None = None
    for _, member in sheets:
        try:
            return read_rows(_rows(parsed(archive.read(member), member), strings))
        except UnreadableError as error:
            unreadable = unreadable or error
    raise unreadable or UnreadableError(f"{name} has no sheets.")


def is_xlsx(names: list[str]) -> bool:
    """Whether an archive with members of these names is a spreadsheet."""
    return "xl/workbook.xml" in names


def _strings(archive: Archive) -> list[str]:
    member = "xl/sharedStrings.xml"
    if member not in archive.names:
        return []
    return [_text(each) for each in parsed(archive.read(member), member).children("si")]


def _text(element: Element) -> str:
    """The text of a string, without the readings that East Asian text may have above it."""
    runs = element.children("t", "r")
    return "".join(run.text if run.name == "t" else run.text_of("t") or run.text for run in runs)


def _rows(sheet: Element, strings: list[str]) -> Iterator[Row]:
    for place, row in enumerate(sheet.all("row"), start=1):
        cells: list[str] = []
        for cell in row.children("c"):
            column = _column(cell.get("r"), len(cells))
            if column < MOST_COLUMNS:
                cells += [""] * (column + 1 - len(cells))
                cells[column] = _shown(cell, strings)
        number = row.get("r")
        if any(cell.strip() for cell in cells):
            yield Row(int(number) if number.isdecimal() else place, tuple(cells))


def _column(reference: str, otherwise: int) -> int:
    found = _COLUMN.fullmatch(reference)
    if not found:
        return otherwise
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _shown(cell: Element, strings: list[str]) -> str:
    value = cell.text_of("v")
    match cell.get("t", "n"):
        case "s":
            return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
        case "inlineStr":
            inline = cell.first("is")
            return _text(inline) if inline else ""
        case "b":
            return "TRUE" if value == "1" else "FALSE"
        case "n":
            return re.sub(r"\.0+$", "", value)
        case _:
            return value
