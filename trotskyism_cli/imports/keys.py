"""Which options of a row are right, as far as its cells say it: every way in which a cell can be read is weighed.

A cell may have numbers or letters of options (`2`, `b.`, `Option B`, `1;3`, `A and C`, `AC`) or their texts. If a cell
can be read in two ways that give different options, or in none, nothing is guessed: the row has no key.
"""

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product

from trotskyism_cli.imports.foreign import Unfit, folded, tidy
from trotskyism_cli.imports.heads import OPTION_WORDS

_WORD = rf"(?:{OPTION_WORDS})\s*"
_MARK = re.compile(
    rf"(?:{_WORD}|\#)?[\[(]?(?:(?P<mark>[0-9]{{1,3}}(?=\b|st|nd|rd|th)|[a-zа-кс]|[أبجدهو])(?:\.0|st|nd|rd|th)?)[\])]?[.:)]?",
    re.IGNORECASE,
)
_MARK_AND_TEXT = re.compile(
    rf"(?:{_WORD})?[\[(]?(?P<mark>[0-9]{{1,3}}|[a-zа-кс]|[أبجدهو])(?:[\])][.:]?|[.:])\s*(?P<text>\S.*)", re.IGNORECASE
)
_SEPARATORS = tuple(re.compile(each) for each in (r"\n", r";", r"\|", r",", r"[,;|\n/&+]|\band\b", r"\s+"))
_RUN = re.compile(r"[a-l]{2,12}", re.IGNORECASE)
MOST = 64  # readings of the parts of one cell
# Two options that are often written by their first letters; these are far beyond the letters of two options.
_YES_AND_NO = (
    *(("true", "false"), ("yes", "no"), ("right", "wrong"), ("wahr", "falsch"), ("richtig", "falsch"), ("ja", "nein")),
    *(("vrai", "faux"), ("oui", "non"), ("verdadero", "falso"), ("sí", "no"), ("vero", "falso"), ("да", "нет")),
    *(("верно", "неверно"), ("правда", "ложь")),
)
_REMEDY = "write the number of its column, or exactly its text"

Key = frozenset[int]


@dataclass(frozen=True, slots=True)
class Offered:
    """An option of a row, the number of its column (of `option_3` or `Option C`: 3), and letters that name it."""

    number: int
    text: str
    letter: str = ""


def key_of(cells: Sequence[str], options: Sequence[Offered]) -> Key:
    """The places, among the options, of those that are right; Unfit if the cells do not say which."""
    said = [cell for cell in cells if cell.strip()]
    if not said:
        raise Unfit("which option is right is not said", _REMEDY)
    readings = [_readings(cell, options) for cell in said]
    common = frozenset[Key].intersection(*readings)
    if len(common) == 1:
        return next(iter(common))
    shown = " and ".join(f"“{' '.join(cell.split())}”" for cell in said)
    if not all(readings):
        raise _no_reading(shown, said, options)
    if not common:
        raise Unfit(f"{shown} name different options as right", "let both say the same")
    raise Unfit(f"{shown} can mean more than one option", "write the number, and let no option be that number")


def numbered(cell: str, options: Sequence[Offered]) -> Key:
    """The places of the options whose numbers a cell has, as our own export writes them: `2;3`."""
    numbers = [part.strip() for part in cell.split(";")]
    places = {str(option.number): place for place, option in enumerate(options)}
    if not all(number in places for number in numbers):
        raise Unfit(f"the right answer is “{cell}”, but not all of these options are there", _REMEDY)
    return frozenset(places[number] for number in numbers)


def _no_reading(shown: str, said: Sequence[str], options: Sequence[Offered]) -> Unfit:
    mark = _MARK.fullmatch(said[0].strip())
    is_number = mark is not None and mark["mark"].isdecimal()
    if mark and mark["mark"].casefold() in "вес" and not is_number:
        return Unfit(f"the right answer is {shown}, a Cyrillic letter that may stand for the Latin one", _REMEDY)
    if len(options) == 1 and not is_number:
        return Unfit("one option alone", "write each option into a column of its own")
    if mark and (is_number or 0 < _number(mark["mark"]) <= max((option.number for option in options), default=0)):
        named = str(_number(mark["mark"])) if is_number else mark["mark"].upper()
        return Unfit(f"the right answer is {shown}, but option {named} is empty or not there", _REMEDY)
    return Unfit(f"the right answer {shown} is none of the {len(options)} options", _REMEDY)


def _readings(cell: str, options: Sequence[Offered]) -> frozenset[Key]:
    """Every key that a cell can mean."""
    found = {*_as_text(cell, options), _as_mark(cell, options), *_as_mark_and_text(cell, options)}
    found.add(_as_initial(cell, options))
    for separator in _SEPARATORS:
        parts = [part for part in separator.split(cell) if part.strip()]
        if len(parts) > 1:
            found.add(_together([_as_mark(part, options) for part in parts]))
            if separator.pattern != r"\s+":
                found |= {_together(key) for key in islice(product(*(_as_text(each, options) for each in parts)), MOST)}
    if _RUN.fullmatch(cell.strip()):
        found.add(_together([_as_mark(letter, options) for letter in cell.strip()]))
    return frozenset(key for key in found if key)


def _together(parts: Sequence[Key]) -> Key:
    """All that the parts of a cell name; nothing if one names nothing, or two the same."""
    whole = frozenset().union(*parts)
    return whole if all(parts) and len(whole) == sum(map(len, parts)) else frozenset()


def _as_text(cell: str, options: Sequence[Offered]) -> frozenset[Key]:
    """The option that has exactly this text, else each that has it but for capitals: which one is then not said."""
    exact = frozenset(place for place, option in enumerate(options) if tidy(option.text) == tidy(cell))
    if exact:
        return frozenset({exact})
    said = folded(cell)
    found = frozenset(frozenset({place}) for place, option in enumerate(options) if folded(option.text) == said)
    return found or (_as_text(cell.strip()[:-1], options) if said[:-1] and said.endswith(".") else found)


def _as_mark(cell: str, options: Sequence[Offered]) -> Key:
    mark = _MARK.fullmatch(cell.strip())
    return frozenset(place for place, option in enumerate(options) if mark and _is_called(option, mark["mark"]))


def _is_called(option: Offered, mark: str) -> bool:
    if mark.isdecimal() or not option.letter:
        return option.number == _number(mark)
    return mark.casefold() in option.letter


def _as_initial(cell: str, options: Sequence[Offered]) -> Key:
    """The option that begins with the letter, of two such as true and false."""
    texts = [folded(option.text) for option in options]
    letter = folded(cell)
    if tuple(texts) not in _YES_AND_NO and tuple(texts[::-1]) not in _YES_AND_NO:
        return frozenset()
    return frozenset(place for place, text in enumerate(texts) if len(letter) == 1 and text.startswith(letter))


def _as_mark_and_text(cell: str, options: Sequence[Offered]) -> frozenset[Key]:
    found = _MARK_AND_TEXT.fullmatch(" ".join(cell.split()))
    return (
        frozenset(key & _as_mark(found["mark"], options) for key in _as_text(found["text"], options))
        if found
        else frozenset()
    )


def _number(mark: str) -> int:
    """What a number or a letter counts: b is the second."""
    return int(mark) if mark.isdecimal() else string.ascii_lowercase.find(mark.casefold()) + 1
