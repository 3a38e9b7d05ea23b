"""Find the words of a sentence that its date belongs to: a clause without them tells of another time."""

import re
from collections.abc import Iterator

from trotskyism_cli.pack.dates import MONTHS, Date, Precision
from trotskyism_cli.pack.lazy_regex import lazy_regex

WORDS = 2  # words beside a date
# A date at the beginning belongs to the whole main clause.
_OPENING = lazy_regex(
    r"(?:After|Although|As|At|Before|From|In|Late in|On|Since|Soon after|When|While|With) [^,;:“]*?(?:\d{4}|\)),? "
)
# Words that introduce a date.
_LEADING = lazy_regex(
    r"(?:\s*(?:\b(?:about|after|again|an?|at|autumn|before|beginning|between|by|during|early|end|evening|first|from|in|late|"
    r"mid|middle|month|morning|night|of|on|since|spring|summer|the|to|until|winter|year)|\d{1,2}–))+\s*$",
    re.IGNORECASE,
)
_AND = lazy_regex(r"(?:^|[,;:.—“(]|\b(?:and|but|then))\s*$")
_OLD_STYLE = lazy_regex(r"^ \([^()]*Old Style\)")


def words_with_date(text: str, when: Date) -> str:
    """The words beside the first mention of a date, in the most exact form that the sentence has.

    These are the words before it, or after it if it begins a clause. Empty if there is no mention, or at the very
    beginning.
    """
    found = next((each for each in (re.search(way, text) for way in _ways(when)) if each), None)
    opening = _OPENING.match(text)
    if found is None or (opening and found.start() < opening.end()):
        return ""
    before, behind = _LEADING.sub("", text[: found.start()]), _OLD_STYLE.sub("", text[found.end() :])
    if _AND.search(before) and re.match(r",? \w", behind):
        return " ".join(behind.lstrip(" ,").split()[:WORDS])
    return " ".join(before.rstrip(" ,;:(").split()[-WORDS:])


def _ways(when: Date) -> Iterator[str]:
    """Patterns for the beginning of a date (or its end, if only that is known), the most exact first."""
    point = when.start or when.end
    if point is None:
        return
    day, year = point.first, point.first.year
    if point.precision is Precision.DAY:
        yield rf"\b{day.day}(?:–\d{{1,2}})? {MONTHS[day.month]}(?: {year})?\b"
    if point.precision in (Precision.DAY, Precision.MONTH):
        yield rf"\b{MONTHS[day.month]} {year}\b"
    yield rf"\b{year}\b"
