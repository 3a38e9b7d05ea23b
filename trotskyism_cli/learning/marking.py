"""What a written answer says, as a fair marker reads it: other forms of a name, a date for its year, numbers in words.

Nothing here forgives an error; see `grading` for slips of the pen.
"""

import re
from collections.abc import Iterator

from trotskyism_cli.learning.figures import in_figures, is_one_number
from trotskyism_cli.library.forms import is_cyrillic, plain, sound, transliterate
from trotskyism_cli.pack.dates import MONTHS

_YEAR = re.compile(r"\d{3,4}")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_IN_DATES = {"in", "on", "of", "the", "year", "ad", *(month.casefold() for month in MONTHS[1:])}
_IN_DATES |= {month[:3].casefold() for month in MONTHS[1:]}
_WHERE = re.compile(r"\b(?:where|place|town|city|country)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{ten: 10 * place for place, ten in enumerate(_TENS, start=2)},
    **{
        f"{ten} {one}": 10 * place + value
        for place, ten in enumerate(_TENS, start=2)
        for value, one in enumerate(_SMALL[1:10], start=1)
    },
}


def says(text: str, accepted: str, stem: str) -> bool:
    """Whether a written answer gives an accepted one; the stem lends its words, as in `9 delegates`."""
    if not plain(accepted):  # signs alone, as in formal logic
        return text.strip() == accepted.strip()
    if _YEAR.fullmatch(accepted):
        return _year(text) == accepted or plain(text) == plain(accepted)
    if plain(accepted).replace(" ", "").isdecimal():
        meant = in_figures(accepted)
        if not is_one_number(meant):  # then 12 is not 1/2
            return in_figures(text) == meant
        return _number(text, stem) == plain(accepted).replace(" ", "")
    wanted = _bare(plain(accepted))
    forms = readings(text, is_place=bool(_WHERE.search(stem)))
    return any(each == wanted or _by_initials(each, wanted) for each in forms) or _in_cyrillic(text, wanted)


def readings(text: str, *, is_place: bool = False) -> Iterator[str]:
    """The plain forms of what was written: as it stands, without brackets, turned at a comma, and a place cut there."""
    bare = _BRACKETED.sub("", text)
    for form in dict.fromkeys((text, bare)):
        yield _bare(plain(form))
    last, comma, first = bare.partition(",")
    if comma and "," not in first:
        yield plain(f"{first} {last}")
        if is_place:
            yield _bare(plain(last))


def _bare(words: str) -> str:
    """Plain words without a leading preposition and article."""
    return re.sub(r"^(?:(?:in|at|to|by) )?(?:(?:the|an?) )?(?=.)", "", words)


def _year(text: str) -> str:
    """The one year that a date names; empty if the text says more than a date."""
    words = re.findall(r"\w+", text.casefold())
    years = [word for word in words if _YEAR.fullmatch(word)]
    others = [word for word in words if word not in years]
    is_date = all(word in _IN_DATES or _DAY.fullmatch(word) for word in others)
    return years[0] if len(years) == 1 and is_date else ""


def _number(text: str, stem: str) -> str:
    """The one number that a text gives, in figures or words; empty if it says what the question does not."""
    said = plain(re.sub(r"(?<=\d)[,.](?=\d{3}\b)", "", text)).replace("-", " ")
    for words, value in sorted(NUMBERS.items(), key=lambda pair: -len(pair[0])):
        said = re.sub(rf"\b{words}\b", str(value), said)
    parts = said.split()
    numbers = [part for part in parts if part.isdecimal()]
    asked = set(plain(stem).split())
    return numbers[0] if len(numbers) == 1 and all(part in asked for part in parts if part not in numbers) else ""


def _by_initials(said: str, name: str) -> bool:
    """Whether words are a name with its first names as initials, before or after the last name."""
    words, parts = [transliterate(word) for word in said.split()], name.split()
    initials = [word for word in words if len(word) == 1]
    others = [word for word in words if len(word) > 1]
    if not initials or len(parts) < 2 or others != parts[-1:]:
        return False
    if words not in ([*initials, *others], [*others, *initials]):
        return False
    given = [part[0] for part in parts[:-1]]
    known = min(len(given), len(initials))
    return initials[:known] == given[:known]


def _in_cyrillic(text: str, wanted: str) -> bool:
    said = plain(text)
    return any(map(is_cyrillic, said.split())) and sound(said) == sound(wanted)
