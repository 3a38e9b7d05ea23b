"""Months in other languages, abbreviated or in Roman numerals: `7 octobre 1917`, `febr. 1917`, `XI 1917`."""

import re
from functools import cache

from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.dates import MONTHS
from trotskyism_cli.pack.lazy_regex import lazy_regex

# German, French, Spanish and Italian, without accents, in their order.
_NAMES = """
    januar februar marz april mai juni juli august september oktober november dezember
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
""".split()
_MONTH = r"(?P<month>[^\W\d_]{3,})\.?\s+(?:(?:de|of)\s+)?(?P<year>\d{4})\b"
_OF_YEAR = lazy_regex(rf"\b{_MONTH}")
_DATE = lazy_regex(rf"(?:(?P<day>\d{{1,2}})(?:er\b)?\.?\s*(?:de\s+)?)?{_MONTH}", re.IGNORECASE)


_ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()
_IN_ROMAN = lazy_regex(
    r"(?:(?P<day>\d{1,2})[\s./-]+)?(?P<month>[ivx]{1,4})(?:[\s./-]+|\.\s*)(?P<year>\d{4})", re.IGNORECASE
)


def with_english_months(text: str) -> str:
    """Replace foreign months before a year by their English names.

    If the whole text is a date, also abbreviated months and Roman numerals.
    """
    if not any(map(str.isdigit, text)):
        return text
    if (found := _IN_ROMAN.fullmatch(text.strip())) and (roman := found["month"].casefold()) in _ROMAN:
        return f"{found['day'] or ''} {MONTHS[_ROMAN.index(roman) + 1]} {found['year']}".strip()
    if (found := _DATE.fullmatch(text.strip())) and (number := _number_of(found["month"], may_be_clipped=True)):
        return f"{found['day'] or ''} {MONTHS[number]} {found['year']}".strip()
    return _OF_YEAR.sub(_in_english, text)


def _in_english(found: re.Match[str]) -> str:
    number = _number_of(found["month"])
    return f"{MONTHS[number]} {found['year']}" if number else found[0]


def _number_of(word: str, *, may_be_clipped: bool = False) -> int:
    """Number of the month that a word names; 0 if none or ambiguous."""
    word = plain(word)
    begun = {number for name, number in _months().items() if name.startswith(word)} if may_be_clipped else set()
    return _months().get(word) or (begun.pop() if len(begun) == 1 else 0)


@cache
def _months() -> dict[str, int]:
    """Number of each month by its plain foreign or English name."""
    foreign = {name: place % 12 + 1 for place, name in enumerate(_NAMES)}
    return {**foreign, "maerz": 3, "janner": 1, **{name.casefold(): place for place, name in enumerate(MONTHS) if name}}
