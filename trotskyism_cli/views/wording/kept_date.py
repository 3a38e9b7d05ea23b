"""Find the words of a sentence that its date belongs to: a clause without them tells of another time."""

import re
from collections.abc import Iterator
from datetime import date

from trotskyism_cli.library.words.whole_words import places_whole, words_begun
from trotskyism_cli.pack.dates import A_MONTH, MONTHS, Date, Precision
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
_OF_MONTH = lazy_regex(rf"(?:–\d{{1,2}})? ({A_MONTH})(?: (\d{{4}}))?\b")  # behind the figure of a day
_OLD_STYLE = lazy_regex(r"^ \([^()]*Old Style\)")


def words_with_date(text: str, when: Date) -> str:
    """The words beside the first mention of a date, in the most exact form that the sentence has.

    These are the words before it, or after it if it begins a clause. Empty if there is no mention, or at the very
    beginning.
    """
    begin, end = next(_places(text, when), (0, 0))
    opening = _OPENING.match(text) if end else None
    if not end or (opening and begin < opening.end()):
        return ""
    before, behind = _LEADING.sub("", text[:begin]), _OLD_STYLE.sub("", text[end:])
    if _AND.search(before) and re.match(r",? \w", behind):
        return " ".join(behind.lstrip(" ,").split()[:WORDS])
    return " ".join(before.rstrip(" ,;:(").split()[-WORDS:])


def _places(text: str, when: Date) -> Iterator[tuple[int, int]]:
    """Spans of a text that name the beginning of a date, or its end if only that is known; the most exact first."""
    point = when.start or when.end
    if point is None:
        return
    day = point.first
    if point.precision is Precision.DAY:
        yield from _places_of_day(text, day)
    if point.precision in (Precision.DAY, Precision.MONTH):
        yield from places_whole(f"{MONTHS[day.month]} {day.year}", text)
    yield from places_whole(str(day.year), text)


def _places_of_day(text: str, day: date) -> Iterator[tuple[int, int]]:
    """Spans of a text that name a day, with its year or without: `7 November 1917`, `7–8 November`."""
    if MONTHS[day.month] not in text:
        return
    for begin, end in words_begun(str(day.day), text):
        found = _OF_MONTH.match(text, end)
        if found and found[1] == MONTHS[day.month]:
            yield begin, found.end() if found[2] == str(day.year) else found.end(1)
