"""Time spans with only one end as people type them: `1917–`, `since 1938`, `until march 1918`."""

import re
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.dates.date_parsing import is_only_date, read_date
from trotskyism_cli.pack.lazy_regex import lazy_regex

_FROM = r"(?P<name>.*?)\b(?P<from>since|from|starting (?:in|with))\s+(?P<day>.*?)"
_ON = r"(?:\s+(?:on|onwards?))"
_TO_NOW = r"\s*(?:[-–—]|to\b|till\b|until\b|\.\.|…)\s*(?:now|(?:the )?present(?: day)?|today)?"
_FORMS = (
    lazy_regex(rf"{_FROM}(?:{_ON}|{_TO_NOW})?", re.IGNORECASE),
    lazy_regex(rf"(?P<name>.*?)(?P<from>)\b(?P<day>\d{{4}})(?:{_ON}|{_TO_NOW})", re.IGNORECASE),
    lazy_regex(r"(?P<name>.*?)\b(?P<after>after)\s+(?P<day>.*)", re.IGNORECASE),
    lazy_regex(r"(?P<name>.*?)\b(?P<until>until|till|up to|to|by)\s+(?P<day>.*)", re.IGNORECASE),
    lazy_regex(r"(?P<name>)(?P<until>[–—…]|\.\.)\s*(?P<day>\d{4})", re.IGNORECASE),
    lazy_regex(r"(?P<name>.*?)\b(?P<before>before)\s+(?P<day>.*)", re.IGNORECASE),
)


class OpenSpan(NamedTuple):
    """A span with one known end (`first` or `last`), and the words before it, which may name something."""

    name: str
    first: date | None = None
    last: date | None = None

    @property
    def ends(self) -> tuple[str, str]:
        """Both ends in EDTF, a whole year as that; empty for the unknown end."""
        first = f"{self.first.year:04}" if self.first and self.first.timetuple().tm_yday == 1 else self.first
        last = f"{self.last.year:04}" if self.last and (self.last.month, self.last.day) == (12, 31) else self.last
        return str(first or ""), str(last or "")


def open_span(text: str) -> OpenSpan | None:
    """The open span that a text ends with; None if there is none."""
    if not any(map(str.isdigit, text)):
        return None
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        asked = read_date(found["day"], date.max) if found and is_only_date(found["day"]) else None
        if found and asked and asked.when and not any(map(str.isdigit, found["name"])):
            parts, name, when = found.groupdict(), found["name"].strip(), asked.when
            if "from" in parts:
                return OpenSpan(name, first=when.first)
            if "after" in parts:
                return OpenSpan(name, first=_beside(when.last, 1))
            return OpenSpan(name, last=when.last if "until" in parts else _beside(when.first, -1))
    return None


def _beside(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))
