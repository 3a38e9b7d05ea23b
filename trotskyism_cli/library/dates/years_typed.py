"""Spans of years as people type them: `1917–1924`, `1917 to 1924`, `1917-24`."""

import re

from trotskyism_cli.pack.dates import MONTHS
from trotskyism_cli.pack.lazy_regex import lazy_regex

_TO = r"\s*(?:[-–—/]|to\b|until\b|till\b|and\b)\s*"
_SPAN = lazy_regex(rf"(?:(?:from|between)\s+)?(\d{{4}}){_TO}(\d{{4}})", re.IGNORECASE)
_CUT = lazy_regex(rf"(?<![\d/-])(?P<first>\d{{4}})(?P<to>{_TO})(?P<last>\d{{2}})$", re.IGNORECASE)
_OF_MONTH = "-/"  # also used between a year and a month


def span_of_years(text: str) -> str:
    """Read a whole text as a span of years, earlier year first: `1917-1924`.

    Empty if it is none; `1917-10` is a month.
    """
    return "-".join(sorted(_years(text)))


def span_as_typed(text: str) -> str:
    """Read a whole text as a span of years, in the order typed; empty if it is none."""
    return "-".join(_years(text))


def _years(text: str) -> tuple[str, ...]:
    found = _SPAN.fullmatch(with_whole_years(text.strip()))
    return found.groups() if found else ()


def with_whole_years(text: str) -> str:
    """Complete a shortened last year: `lenin 1917-24` → `lenin 1917–1924`.

    Numbers of EDTF seasons (21 to 24) count as years here.
    """
    return _CUT.sub(_whole, text)


def _whole(found: re.Match[str]) -> str:
    if found["to"] in _OF_MONTH and int(found["last"]) < len(MONTHS):
        return found[0]
    return f"{found['first']}–{whole_year(found['first'], found['last'])}"


def whole_year(first: str, last: str) -> str:
    """Complete a shortened year from the one before it: `24` after 1917 → `1924`."""
    return f"{first[: -len(last)] if len(last) < len(first) else ''}{last}"
