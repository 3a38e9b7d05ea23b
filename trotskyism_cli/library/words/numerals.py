"""Numbers in names: the same in `VIII Congress`, `Eighth Congress`, `8th Congress` and `Восьмого съезда`."""

import re
from functools import lru_cache

from trotskyism_cli.pack.lazy_regex import lazy_regex

_ROMAN = lazy_regex(r"\b(?:[IVX]+|[ivx]{2,}|[ivx]$)\b(?![.'’])")
_VALUES = {"i": 1, "v": 5, "x": 10}
_TENS = ("", "x", "xx", "xxx")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ENGLISH = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    "twentieth",
)
ORDINALS = frozenset(_ENGLISH)
_RUSSIAN = (
    *("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат"),
    *("двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат"),
    *("девятнадцат", "двадцат"),
)
_RUSSIAN_ENDINGS = (
    # case endings
    "[ыи]й|о[йемю]|[аяое]я|[оеы]е|[ео]го|[ео]му|[ыи]мх?|[ыи]ми|[ыи]х|ую|ь[еяюи]|ьего|ьему|ьи[мх]|ье[мй]|ими"
)
_ORDINAL = lazy_regex(
    rf"\b(?:(?P<english>{'|'.join(_ENGLISH)})|(?P<russian>{'|'.join(_RUSSIAN)})(?:{_RUSSIAN_ENDINGS})"
    r"|(?P<figure>[0-9]{1,2})(?:st|nd|rd|th|-?(?:й|го|му|м|я|е)))\b",
    re.IGNORECASE,
)
_OF_A_WAR = lazy_regex(r"(?<=\bwar )(?:one|two|three)\b", re.IGNORECASE)
_CARDINALS = {"one": "1", "two": "2", "three": "3"}
# Number words.
NUMERALS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    dozen dozens
    """.split()
)
_TEENS = ("ten", "eleven", "twelve", *(f"{each}teen" for each in "thir four fif six seven eigh nine".split()))
_DECADES = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_DIGITS = ("", *"one two three four five six seven eight nine".split())
# The value of each number in words up to ninety-nine, without hyphens.
VALUES_OF_WORDS = {word: value for value, word in enumerate(("zero", *_DIGITS[1:], *_TEENS))} | {
    f"{decade} {digit}".strip(): 10 * tens + ones
    for tens, decade in enumerate(_DECADES, start=2)
    for ones, digit in enumerate(_DIGITS)
}
# A number in words from ten on: smaller ones are common words.
_COUNT = lazy_regex(
    rf"\b(?:{'|'.join(_TEENS)}|(?:{'|'.join(_DECADES)})(?:[- ](?:{'|'.join(_DIGITS[1:])}))?)\b", re.IGNORECASE
)
_FIGURES = lazy_regex(r"\b[0-9]+\b")


@lru_cache(maxsize=20_000)
def numbered(text: str) -> str:
    """The text with ordinals, Roman numerals and numbers from ten on in figures; initials (`V. I.`) stay."""
    if _may_have_ordinal(text):  # the pattern is slow to compile
        text = _ORDINAL.sub(_figure_of_ordinal, text.replace("ё", "е"))
    if _may_have_count(text):
        text = _COUNT.sub(_figure_of_count, text)
    text = _OF_A_WAR.sub(lambda match: _CARDINALS[match.group().lower()], text)
    return _ROMAN.sub(_figure_of_roman, text)


def ordinal(word: str) -> str:
    """The English ordinal for a number in Roman numerals or with an ending: `VIII` → `eighth`; else empty."""
    figure = numbered(word)
    is_one = figure != word and figure.isdecimal() and 0 < int(figure) <= len(_ENGLISH)
    return _ENGLISH[int(figure) - 1] if is_one else ""


def _may_have_ordinal(text: str) -> bool:
    folded = text.casefold()
    return not text.isascii() or any(map(str.isdigit, text)) or any(each in folded for each in _ENGLISH)


def _may_have_count(text: str) -> bool:
    folded = text.casefold()
    return any(each in folded for each in ("teen", "ty", "ten", "eleven", "twelve"))


def numbers(text: str) -> frozenset[str]:
    """The numbers in a text, in figures."""
    return frozenset(_FIGURES.findall(numbered(text)))


def counts(text: str) -> tuple[int, ...]:
    """The numbers from ten to ninety-nine that a text has in words, and no ordinals: `Trial of the Sixteen`."""
    return tuple(int(_figure_of_count(found)) for found in _COUNT.finditer(text))


def _figure_of_count(match: re.Match[str]) -> str:
    return str(VALUES_OF_WORDS[match.group().lower().replace("-", " ")])


def _figure_of_ordinal(match: re.Match[str]) -> str:
    if match["english"]:
        return str(_ENGLISH.index(match["english"].casefold()) + 1)
    if match["russian"]:
        return str(_RUSSIAN.index(match["russian"].lower()) + 1)
    return match["figure"]


def _figure_of_roman(match: re.Match[str]) -> str:
    written = match.group().lower()
    number = sum(
        -_VALUES[sign] if _VALUES.get(following, 0) > _VALUES[sign] else _VALUES[sign]
        for sign, following in zip(written, f"{written[1:]} ", strict=True)
    )
    is_right = number < 40 and written == _TENS[number // 10] + _ONES[number % 10]
    return str(number) if is_right else match.group()
