"""Excel spreadsheets (.xlsx), such as Kahoot's and Quizizz's templates: every sheet that is a table.

Cells are read as shown (see `cell_formats`); formulas count with their stored values. Line numbers of further sheets
continue those of the first, so that a number identifies one row.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from trotskyism_cli.imports.archives import Archive
from trotskyism_cli.imports.foreign import Reading, UnreadableError
from trotskyism_cli.imports.safe_xml import Element
from trotskyism_cli.imports.tables.cell_comments import comments_of, fault_of
from trotskyism_cli.imports.tables.cell_formats import CellFormats, written_out
from trotskyism_cli.imports.tables.rows import Row
from trotskyism_cli.imports.tables.table import read_rows

MOST_COLUMNS = 200
MOST_MERGED = 1000  # rows
MOST_NAMED = 5  # cells, rows or columns
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_COLUMN = re.compile(r"([A-Z]{1,3})\d+")
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_STRINGS = "xl/sharedStrings.xml"
_YES = ("1", "true")
_SAVE = "open the file in Excel, and save it"
_STRUCK_OUT = "the row is struck out; delete it, or take the line through it away"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(data: bytes, name: str) -> Reading:
    """The questions of all sheets with a table's headings; UnreadableError if there are none."""
    archive = Archive(data, name)
    strings, formats = _strings(archive), CellFormats(archive)
    whole = Reading()
    if _STRINGS in archive.names and any(map(_is_struck, archive.xml(_STRINGS).all("r"))):
        whole.tell(1, "what is struck out within cells was left out")
    unreadable: UnreadableError | None = None
    tables = above = 0
    for title, hidden, member in _sheets(archive):
        sheet = archive.xml(member)
        comments = comments_of(archive, member)
        rows = [replace(row, line=above + row.line) for row in _rows(sheet, strings, formats, comments)]
        try:
            reading = read_rows(rows)
        except UnreadableError as error:
            unreadable = unreadable or error
            if rows:
                whole.change(max(1, above), f"the sheet “{title}” has no heads of a table and was passed over")
        else:
            _tell_of_sight(whole, rows[0].line, f"the sheet “{title}”", sheet, formats, hidden=hidden)
            _tell_of_comments(reading, above, comments)
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
    """Return whether an archive with these members is a spreadsheet."""
    return _BOOK in names


def _sheets(archive: Archive) -> list[tuple[str, bool, str]]:
    """For each sheet its title, whether it is hidden, and its member, in the order of the workbook."""
    members = {each for each in archive.names if _SHEET.fullmatch(each)}
    known: dict[str, tuple[str, bool]] = {}
    if _LINKS in archive.names:
        links = list(archive.xml(_LINKS).children("Relationship"))
        targets = {each.get("Id"): f"xl/{each.get('Target').removeprefix('/xl/')}" for each in links}
        members |= {targets[each.get("Id")] for each in links if each.get("Type").endswith("/worksheet")}
        for each in archive.xml(_BOOK).all("sheet"):
            known[targets.get(each.get("id"), "")] = each.get("name"), "hidden" in each.get("state").casefold()
    rest = sorted(members - known.keys(), key=lambda each: (len(each), each))
    present = [each for each in (*known, *rest) if each in members and each in archive.names]
    return [(*known.get(each, (each, False)), each) for each in present]


def _strings(archive: Archive) -> list[str]:
    if _STRINGS not in archive.names:
        return []
    return [_text(each) for each in archive.xml(_STRINGS).children("si")]


def _text(element: Element) -> str:
    """The text of a string, without East Asian reading aids and struck-out parts."""
    runs = (run if run.name == "t" else run.first("t") for run in element.children("t", "r") if not _is_struck(run))
    return _unescaped("".join(run.text for run in runs if run))


def _is_struck(run: Element) -> bool:
    return (struck := run.first("rPr", "strike")) is not None and struck.get("val", "1") in _YES


def _unescaped(text: str) -> str:
    """Text with escaped characters such as `_x000D_` decoded."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _rows(sheet: Element, strings: list[str], formats: CellFormats, comments: Mapping[str, str]) -> Iterator[Row]:
    held = _merged_down(sheet)
    above: dict[int, str] = {}
    for place, row in enumerate(sheet.all("row"), start=1):
        number = int(row.get("r")) if row.get("r").isdecimal() else place
        cells: list[str] = []
        struck, is_struck_out = _struck_cells(row, formats)
        fault = _STRUCK_OUT if is_struck_out else ""
        unread: list[tuple[int, str]] = []
        for cell in row.children("c"):
            if comment := comments.get(cell.get("r")):
                fault = fault or fault_of(cell.get("r"), comment)
            column = _column(cell.get("r"), len(cells))
            if cell.first("f") and not cell.text_of("v") and (cell.get("t") != "str" or not cell.first("v")):
                unread.append((column, f"the value of the formula in {cell.get('r')} was not kept; {_SAVE}"))
            if column < MOST_COLUMNS:
                cells += [""] * (column + 1 - len(cells))
                cells[column] = "" if cell.get("r") in struck else _shown(cell, strings, formats)
        filled = any(cell.strip() for cell in cells)
        for column in held.get(number, ()):
            cells += [""] * (column + 1 - len(cells))
            cells[column] = above.get(column, "")
        above = dict(enumerate(cells))
        if filled:
            yield Row(number, tuple(cells), fault, unread=tuple(unread))


def _struck_cells(row: Element, formats: CellFormats) -> tuple[list[str], bool]:
    """The struck-out cells of a row; or an empty list and `True`, if the whole row is struck out."""
    marked = [cell for cell in row.children("c") if formats.is_struck(cell.get("s"))]  # usually very few
    struck = [cell.get("r") for cell in marked if _is_filled(cell)]
    whole = bool(struck) and len(struck) == sum(map(_is_filled, row.children("c")))
    return ([], True) if whole else (struck, False)


def _is_filled(cell: Element) -> bool:
    return bool(cell.text_of("v") or cell.text_of("is"))


def _tell_of_sight(
    reading: Reading, line: int, named: str, sheet: Element, formats: CellFormats, *, hidden: bool
) -> None:
    """Report what is read of a sheet though invisible, or not read though there."""
    if any(map(_is_struck, sheet.all("r"))):
        reading.change(line, f"in {named} what is struck out within cells was left out")
    if struck := [cell for row in sheet.all("row") for cell in _struck_cells(row, formats)[0]]:
        reading.change(line, f"in {named} what is struck out was left out: {', '.join(struck[:MOST_NAMED])}")
    if unseen := _unseen(sheet):
        reading.change(line, f"in {named} {unseen} came in too; see whether that is meant")
    if hidden:
        reading.change(line, f"{named} is hidden, but its questions came in too")


def _tell_of_comments(reading: Reading, above: int, comments: Mapping[str, str]) -> None:
    """Report comments on rows that are read; `above` is the last line of the previous sheet."""
    for cell, comment in comments.items():
        if not fault_of(cell, comment):
            line = above + int(re.sub(r"\D", "", cell) or 1)
            reading.change(line, f"the comment at {cell} was not taken over: “{comment[:60]}”")


def _unseen(sheet: Element) -> str:
    """The hidden rows and columns of a sheet, in words; empty if none."""
    rows = [each.get("r") for each in sheet.all("row") if each.get("hidden") in _YES and each.first("c")]
    columns = [each.get("min") for each in sheet.all("col") if each.get("hidden") in _YES]
    told = {"hidden rows": rows, "hidden columns": [_letter(each) for each in columns]}
    return ", ".join(f"{what} ({', '.join(which[:MOST_NAMED])})" for what, which in told.items() if which)


def _letter(column: str) -> str:
    """The letters of a column, by its number."""
    high, low = divmod(int(column) - 1 if column.isdecimal() else 0, 26)
    return (chr(ord("A") + high - 1) if high else "") + chr(ord("A") + low)


def _merged_down(sheet: Element) -> dict[int, list[int]]:
    """For each row the columns whose cells are merged with those above."""
    held: dict[int, list[int]] = {}
    for merged in sheet.all("mergeCell"):
        found = _RANGE.fullmatch(merged.get("ref"))
        if found and found[1] == found[3]:
            for row in range(int(found[2]) + 1, min(int(found[4]), int(found[2]) + MOST_MERGED) + 1):
                held.setdefault(row, []).append(_column(f"{found[1]}1", 0))
    return held


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
        case "d":
            return written_out(value)
        case _:
            return _unescaped(value)
