"""Dates as people type them: `25 October 1917`, `Oct 25, 1917`, `7.11.1917`, `March 1850`, `1920s`, `1917`."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from trotskyism_cli.errors import DateError
from trotskyism_cli.pack.dates import MONTHS, Date, parse_date

_MONTH = {name[:3].lower(): number for number, name in enumerate(MONTHS) if name}
_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in MONTHS if name).replace(
    "Sep(?:tember)", "Sept?(?:ember)"
)
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_PATTERNS = (
    r"\b(?P<year>[12][0-9]{3})-(?P<number>[01]?[0-9])-(?P<day>[0-3]?[0-9])\b",
    rf"\b(?P<day>[0-3]?[0-9])[./](?P<number>[01]?[0-9])[./]{_YEAR}\b",
    rf"\b{_DAY}\s+(?:of\s+)?(?P<month>{_NAMES})\.?,?\s+{_YEAR}\b",
    rf"\b(?P<month>{_NAMES})\.?\s+{_DAY},?\s+{_YEAR}\b",
    rf"\b(?P<month>{_NAMES})\.?,?\s+(?:of\s+)?{_YEAR}\b",
    r"\b(?P<year>[12][0-9]{3})-(?P<number>[01][0-9])\b",
    rf"\b{_DAY}\s+(?:of\s+)?(?P<month>{_NAMES})\b",
    rf"\b(?P<month>{_NAMES})\.?\s+{_DAY}\b",
    r"\b(?P<decade>1[0-9]{2})0'?s\b",
    r"\b(?P<century>1[0-9])th\s+century\b",
    rf"\b{_YEAR}\b",
)


class Asked(NamedTuple):
    """A date found in a text: the date, or a day of any year (`month`, `day`), and where in the text it stands."""

    when: Date | None
    month: int
    day: int
    start: int
    end: int

    @property
    def readings(self) -> tuple[tuple[date, date], ...]:
        """The days it may mean, first and last: as a Gregorian date, and, if before 1924, as an Old Style one."""
        if self.when is None:
            return ()
        spans = [(self.when.first, self.when.last)]
        if self.when.first.year <= 1923 and "-" in self.when.text:
            old = parse_date(f"{self.when.text} OS")
            spans.append((old.first, old.last))
        return tuple(spans)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)


def find_date(text: str) -> Asked | None:
    """The first date in a text, the most exact reading of it; None if there is none."""
    if not any(letter.isdigit() for letter in text):
        return None
    for pattern in _patterns():
        for match in pattern.finditer(text):
            if (asked := _asked(match)) is not None:
                return asked
    return None


def _asked(match: re.Match[str]) -> Asked | None:
    parts = match.groupdict()
    month = int(parts.get("number") or 0) or _MONTH.get((parts.get("month") or "")[:3].lower(), 0)
    day = int(parts.get("day") or 0)
    if not parts.get("year") and not parts.get("decade") and not parts.get("century"):
        return Asked(None, month, day, *match.span()) if 1 <= day <= 31 else None
    try:
        return Asked(parse_date(_edtf(parts, month, day)), month, day, *match.span())
    except DateError:
        return None


def _edtf(parts: dict[str, str | None], month: int, day: int) -> str:
    if decade := parts.get("decade"):
        return f"{decade}X"
    if century := parts.get("century"):
        return f"{int(century) - 1}XX"
    year = parts.get("year")
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}" if month else str(year)
