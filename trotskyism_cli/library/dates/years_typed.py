"""A span of years as people type it: `1917–1924`, `1917 to 1924`, `1917-24`."""

import re

from trotskyism_cli.pack.dates import MONTHS
from trotskyism_cli.pack.lazy_regex import lazy_regex

_TO = r"\s*(?:[-–—/]|to\b|until\b|till\b|and\b)\s*"
_SPAN = lazy_regex(rf"(?:(?:from|between)\s+)?(\d{{4}}){_TO}(\d{{4}})", re.IGNORECASE)
_CUT = lazy_regex(rf"(?<![\d/-])(?P<first>\d{{4}})(?P<to>{_TO})(?P<last>\d{{2}})$", re.IGNORECASE)
_OF_MONTH = "-/"  # stand also between a year and its month


def span_of_years(text: str) -> str:
    """The span of years that a whole text is, as `1917-1924`; empty if it is none: of 1917-10 the end is a month."""
    return "-".join(sorted(_years(text)))


def span_as_typed(text: str) -> str:
    """The span of years that a whole text is, with its years in the order in which they are written; empty if none."""
    return "-".join(_years(text))


def _years(text: str) -> tuple[str, ...]:
    found = _SPAN.fullmatch(with_whole_years(text.strip()))
    return found.groups() if found else ()


def with_whole_years(text: str) -> str:
    """A text whose last year is written whole, where it ends with a span: `lenin 1917–1924` for `lenin 1917-24`.

    What may be a season by its number, as in EDTF, nobody means who types it.
    """
    return _CUT.sub(_whole, text)


def _whole(found: re.Match[str]) -> str:
    if found["to"] in _OF_MONTH and int(found["last"]) < len(MONTHS):
        return found[0]
    return f"{found['first']}–{whole_year(found['first'], found['last'])}"


def whole_year(first: str, last: str) -> str:
    """The last year of a span, of which only the last figures may be written: `1924` for 24 behind 1917."""
    return f"{first[: -len(last)] if len(last) < len(first) else ''}{last}"
