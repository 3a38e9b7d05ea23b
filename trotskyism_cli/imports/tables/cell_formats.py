"""Numbers in Excel cells as they are shown: dates, percentages, currency, or plain figures.

The number format of a cell decides (ECMA-376, part 1, 18.8.30). Dates are written out, `7 November 1917`, with the
parts the format shows, as their order depends on the reader's locale.
"""

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

from trotskyism_cli.imports.answers.numbers import plain
from trotskyism_cli.imports.archives import Archive
from trotskyism_cli.pack.dates import MONTHS

_STYLES, _BOOK = "xl/styles.xml", "xl/workbook.xml"
_BUILT_IN = {
    9: "0%",
    10: "0.00%",
    14: "d/m/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "d/m/yyyy h:mm",
    45: "mm:ss",
    46: "h:mm:ss",
}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\])[^\]]*\]')
_CURRENCY = re.compile(r"\[\$([^\]-]+)[^\]]*\]|\"?([$€£¥₽])\"?")
_FIRST = datetime(1899, 12, 30)  # noqa: DTZ001 - day 0 of days from March 1900 on; a spreadsheet tells no zone
_FIRST_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LEAP = 60  # 29 February 1900, which exists only in Excel
_LAST = 2_958_465  # 31 December 9999
_DIGITS = 15  # Excel's precision


class CellFormats:
    """The number formats of a workbook, by cell style."""

    def __init__(self, archive: Archive) -> None:
        self._codes: list[str] = []
        self._is_1904 = False
        if _BOOK in archive.names:
            properties = archive.xml(_BOOK).first("workbookPr")
            self._is_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._struck: list[bool] = []
        if _STYLES in archive.names:
            styles = archive.xml(_STYLES)
            own = {each.get("numFmtId"): each.get("formatCode") for each in styles.all("numFmt")}
            cells = styles.first("cellXfs")
            codes = [each.get("numFmtId", "0") for each in cells.children("xf")] if cells else []
            fonts = styles.first("fonts")
            struck = [
                (strike := font.first("strike")) is not None and strike.get("val", "1") in ("1", "true")
                for font in (fonts.children("font") if fonts else ())
            ]
            used = [each.get("fontId", "0") for each in cells.children("xf")] if cells else []
            self._struck = [each.isdecimal() and int(each) < len(struck) and struck[int(each)] for each in used]
            self._codes = [own.get(each) or _BUILT_IN.get(int(each) if each.isdecimal() else 0, "") for each in codes]

    def is_struck(self, style: str) -> bool:
        """Return whether cells of a style are struck out."""
        return style.isdecimal() and int(style) < len(self._struck) and self._struck[int(style)]

    def shown(self, value: str, style: str) -> str:
        """A number as its cell shows it; other values unchanged."""
        try:
            number = Decimal(value)
        except InvalidOperation:
            return value
        place = int(style) if style.isdecimal() else 0
        written = self._codes[place] if place < len(self._codes) else ""
        code = _LITERAL.sub("", written).partition(";")[0].lower()
        if "%" in code:
            return f"{_figures(round(number * 100, len(code.partition('.')[2].rstrip('%'))))}%"
        if "[" in code:
            minutes = round(number * 24 * 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        if re.search(r"[ydhs]|m{1,5}", code.replace("general", "")) and 0 <= number <= _LAST:
            return self._date(number, code)
        return _money(number, written, code) or _figures(number)

    def _date(self, number: Decimal, code: str) -> str:
        if self._is_1904:
            moment = _FIRST_1904 + timedelta(days=float(number))
        else:
            moment = _FIRST + timedelta(days=float(number) + (number < _LEAP))
        moment = (moment + timedelta(microseconds=500_000)).replace(microsecond=0)
        clock = "h" in code
        months = re.sub(r"h+:?m+|m+:?s+", "", code)
        day = str(moment.day) if "d" in months else ""
        month = MONTHS[moment.month] if "m" in months else ""
        year = f"{moment.year}" if "y" in months else ""
        time = f"{moment:%H:%M:%S}" if "s" in code else f"{moment:%H:%M}" if clock else ""
        if year and not time.strip("0:"):  # a plain date written by a program that only knows date-times
            time = ""
        return " ".join(filter(None, (day, month, year, time)))


def written_out(moment: str) -> str:
    """A date stored as `1917-11-07T00:00:00`, written out; other values unchanged."""
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    time = f" {found:%H:%M}" if found.hour or found.minute else ""
    return f"{found.day} {MONTHS[found.month]} {found.year}{time}"


def _money(number: Decimal, written: str, code: str) -> str:
    """An amount with its currency sign on the side the format has it; empty if it has none."""
    found = _CURRENCY.search(written.partition(";")[0])
    if not found:
        return ""
    figures = f"{number:.{len(code.partition('.')[2].rstrip())}f}"
    sign = found[1] or found[2]
    before = not re.search(r"[0#?]", written[: found.start()])
    return f"{sign}{figures}" if before else f"{figures} {sign}"


def _figures(number: Decimal) -> str:
    """A number without exponent or trailing zeros, with Excel's precision."""
    if abs(number.adjusted()) > _DIGITS:
        return f"{number}"
    return plain(Decimal(f"{number:.{_DIGITS}g}"))
