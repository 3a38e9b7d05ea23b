"""Spreadsheets of Excel (.xlsx), such as the templates of Kahoot and Quizizz: each sheet that is a table.

What cells show is read, see `cell_formats`; a formula counts by the value that was kept with it. The lines of a second
sheet are counted on from those of the first, so that a number names one row.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from trotskyism_cli.imports.archives import Archive
from trotskyism_cli.imports.cell_formats import CellFormats
from trotskyism_cli.imports.foreign import Reading, UnreadableError
from trotskyism_cli.imports.rows import Row
from trotskyism_cli.imports.safe_xml import Element
from trotskyism_cli.imports.table import read_rows

MOST_COLUMNS = 200
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_COLUMN = re.compile(r"([A-Z]{1,3})\d+")


def read_xlsx(data: bytes, name: str) -> Reading:
    """The questions of all sheets with the heads of a table; UnreadableError if there is none."""
    archive = Archive(data, name)
    strings, formats = _strings(archive), CellFormats(archive)
    whole = Reading()
    unreadable: UnreadableError | None = None
    tables = above = 0
    for title, member in _sheets(archive):
        rows = [replace(row, line=above + row.line) for row in _rows(archive.xml(member), strings, formats)]
        try:
            reading = read_rows(rows)
        except UnreadableError as error:
            unreadable = unreadable or error
            if rows:
                whole.change(max(1, above), f"the sheet “{title}” has no heads of a table and was passed over")
        else:
            if tables:
                whole.change(rows[0].line, f"line {rows[0].line} is line {rows[0].line - above} of the sheet “{title}”")
            tables += 1
            whole.questions += reading.questions
            whole.left_out += reading.left_out
            whole.told += reading.told
            above = max([above, *(row.line for row in rows)])
    if not tables:
        raise unreadable or UnreadableError(f"{name} has no sheets.")
    return whole


def is_xlsx(names: list[str]) -> bool:
    """Whether an archive with members of these names is a spreadsheet."""
    return _BOOK in names


def _sheets(archive: Archive) -> list[tuple[str, str]]:
    """The titles of the sheets, and the members that they are in, in the order of the workbook as far as it is told."""
    members = {each for each in archive.names if _SHEET.fullmatch(each)}
    titled: dict[str, str] = {}
    if _LINKS in archive.names:
        links = archive.xml(_LINKS).children("Relationship")
        targets = {each.get("Id"): f"xl/{each.get('Target').removeprefix('/xl/')}" for each in links}
        sheets = archive.xml(_BOOK).all("sheet")
        titled = {targets.get(each.get("id"), ""): each.get("name") for each in sheets}
    rest = sorted(members - titled.keys(), key=lambda each: (len(each), each))
    return [(titled.get(each, each), each) for each in (*titled, *rest) if each in members]


def _strings(archive: Archive) -> list[str]:
    member = "xl/sharedStrings.xml"
    if member not in archive.names:
        return []
    return [_text(each) for each in archive.xml(member).children("si")]


def _text(element: Element) -> str:
    """The text of a string, without the readings that East Asian text may have above it."""
    runs = element.children("t", "r")
    return "".join(run.text if run.name == "t" else run.text_of("t") or run.text for run in runs)


def _rows(sheet: Element, strings: list[str], formats: CellFormats) -> Iterator[Row]:
    for place, row in enumerate(sheet.all("row"), start=1):
        cells: list[str] = []
        fault = ""
        for cell in row.children("c"):
            column = _column(cell.get("r"), len(cells))
            if cell.first("f") and not cell.text_of("v"):
                fault = f"the value of the formula in {cell.get('r')} was not kept; open the file in Excel, and save it"
            if column < MOST_COLUMNS:
                cells += [""] * (column + 1 - len(cells))
                cells[column] = _shown(cell, strings, formats)
        number = row.get("r")
        if any(cell.strip() for cell in cells):
            yield Row(int(number) if number.isdecimal() else place, tuple(cells), fault)


def _column(reference: str, otherwise: int) -> int:
    found = _COLUMN.fullmatch(reference)
    if not found:
        return otherwise
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _shown(cell: Element, strings: list[str], formats: CellFormats) -> str:
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
            return formats.shown(value, cell.get("s"))
        case _:
            return value
