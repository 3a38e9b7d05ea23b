"""A span of years as people type it: `1917–1924`, `1917 to 1924`, `1917-24`."""

import re

from trotskyism_cli.pack.dates import MONTHS
from trotskyism_cli.pack.lazy_regex import lazy_regex

_SPAN = lazy_regex(
    r"(?:(?:from|between)\s+)?(\d{4})\s*(?:[-–—/]|to\b|until\b|till\b|and\b)\s*(\d{4}|\d{2})", re.IGNORECASE
)


def span_of_years(text: str) -> str:
    """The span of years that a whole text is, as `1917-1924`; empty if it is none: of 1917-10 the end is a month."""
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        return ""
    first, last = found.groups()
    if len(last) < len(first):
        if int(last) < len(MONTHS):
            return ""
        last = whole_year(first, last)
    return "-".join(sorted((first, last)))


def whole_year(first: str, last: str) -> str:
    """The last year of a span, of which only the last figures may be written: `1924` for 24 behind 1917."""
    return f"{first[: -len(last)] if len(last) < len(first) else ''}{last}"
