"""Search for a bare number: only passages that count or name something by it match.

Otherwise it would match hundreds of dates.
"""

from trotskyism_cli.library.query import Query
from trotskyism_cli.pack.dates import A_MONTH
from trotskyism_cli.pack.lazy_regex import lazy_regex

LAST_DAY = 31  # of a month; a higher number is no day
_DAYS = lazy_regex(rf"\b\d{{1,2}}(?:(?:[-–]|,? (?:to|and|or|until) )\d{{1,2}})* (?:{A_MONTH})\b")
_FIGURES = lazy_regex(r"(?<![\d.,–-])\d+(?![\d.,]*\d)")


def bare_number(query: Query) -> str:
    """The number that is the whole search and could be the day of a month; else empty."""
    word = query.words[0] if len(query.words) == 1 else ""
    is_day = word.isdecimal() and len(word) < len("100") and 0 < int(word) <= LAST_DAY
    return word if is_day and not (query.entries or query.date) else ""


def has_number(text: str, number: str) -> bool:
    """Return whether a text has a number other than as the day of a date or part of another number."""
    return number in _FIGURES.findall(_DAYS.sub("", text))
