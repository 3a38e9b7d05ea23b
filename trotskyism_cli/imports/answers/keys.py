"""Which options of a row are right, as far as its cells say it: every way in which a cell can be read is weighed.

A cell may have numbers or letters of options (`2`, `b.`, `Option B`, `1;3`, `A and C`, `AC`) or their texts. If a cell
can be read in two ways that give different options, or in none, nothing is guessed: the row has no key.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice, product

from trotskyism_cli.imports.answers.listed import BULLET
from trotskyism_cli.imports.foreign import Unfit, folded, tidy
from trotskyism_cli.imports.sentences import NO_RIGHT_OPTION
from trotskyism_cli.imports.words.head_words import CALLED, OPTION_WORDS
from trotskyism_cli.imports.words.letters import LATIN, LETTERS, looks_like, script_of


class Way(Enum):
    """How the keys of a table name options: as each can be read alone, most in one of three ways, or unclear.

    `UNCLEAR` are as many texts of options as letters and numbers.
    """

    ANY = "any"
    TEXT = "texts"
    LETTER = "letters"
    NUMBER = "numbers of columns"
    UNCLEAR = "unclear"


_WORD = rf"(?:(?:{OPTION_WORDS})[\s_]*:?\s*|(?:n[°ºr]\.?|№|\#)\s*)+"
_LETTERS = f"a-zа-яأ{LETTERS}"
_MARK = re.compile(
    rf"(?:{_WORD})?[\[(]?(?:(?P<mark>\d{{1,3}}(?=\b|st|nd|rd|th)|[{_LETTERS}])(?:\.0|st|nd|rd|th)?)[\])]?[.:)]?",
    re.IGNORECASE,
)
_MARK_AND_TEXT = re.compile(
    rf"(?:{_WORD})?[\[(]?(?P<mark>\d{{1,3}}|[{_LETTERS}])(?:[\])][.:]?|[.:])\s*(?P<text>\S.*)", re.IGNORECASE
)
_LETTER_AND_NUMBER = re.compile(rf"(?P<mark>[{_LETTERS}])\s*[\s;,|/–-]\s*(?P<text>\d.*)", re.IGNORECASE)
# The word between the last two of several, in the languages of teachers; in some it is written without blanks.
_AND = (
    r"(?<=\s)(?:and|und|et|y|e|i|a|и|й|та|і|og|och|en|ja|ve|dan|và|és|oraz|și|in|και|और|و)(?=\s)"
    r"|(?<=\s)[וو]-?(?=\S)|[와과と和及与與、，；،؛]"
)
_SEPARATORS = tuple(re.compile(each) for each in (r"\n", r";", r"\|", r",", rf"[,;|\n/&+]|{_AND}", r"\s+"))
# Options that look like a key of letters, or of numbers.
_LOOKS = {
    Way.LETTER: re.compile(rf"[{LETTERS}]", re.IGNORECASE),
    Way.NUMBER: re.compile(r"\W*\d{1,3}(?:[.,]\d+)?\W*"),
}
_WITH_WORD = re.compile(_WORD, re.IGNORECASE)
_RUN = re.compile(r"[a-lA-L]{2,12}|[А-Е]{2,6}")
ALIKE = 0.75
MOST = 64  # readings of the parts of one cell
# Two options that are often written by their first letters; these are far beyond the letters of two options.
_YES_AND_NO = (
    *(("true", "false"), ("yes", "no"), ("right", "wrong"), ("wahr", "falsch"), ("richtig", "falsch"), ("ja", "nein")),
    *(("vrai", "faux"), ("oui", "non"), ("verdadero", "falso"), ("sí", "no"), ("vero", "falso"), ("да", "нет")),
    *(("верно", "неверно"), ("правда", "ложь")),
)
_REMEDY = "write its letter or number (1 is the first option), or exactly its text"

Key = frozenset[int]


@dataclass(frozen=True, slots=True)
class Offered:
    """An option of a row, the number of its column (of `option_3` or `Option C`: 3), and letters that name it."""

    number: int
    text: str
    letter: str = ""
    names: tuple[str, ...] = ()  # what its column or its line is called, if that is more than a letter


def key_of(cells: Sequence[str], options: Sequence[Offered], way: Way = Way.ANY) -> Key:
    """The places, among the options, of those that are right; Unfit if the cells do not say which, in their way."""
    said = [cell for cell in cells if cell.strip()]
    if not said:
        raise Unfit(NO_RIGHT_OPTION, _REMEDY)
    for cell in said:
        _refuse_other_way(cell, options, way)
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


def way_of(cell: str, options: Sequence[Offered]) -> Way:
    """In which way alone a cell names options; any, if it can do so in both, in neither, or does so in both at once."""
    texts, places = _by_texts(cell, options), _by_places(cell, options)
    if bool(texts) == bool(places) or _as_mark_and_text(cell, options) or _as_initial(cell, options):
        return Way.ANY
    return Way.TEXT if texts else _kind(cell)


def _kind(cell: str) -> Way:
    """As what letters or numbers alone look."""
    return Way.NUMBER if any(map(str.isdecimal, cell)) else Way.LETTER


def _refuse_other_way(cell: str, options: Sequence[Offered], way: Way) -> None:
    """Unfit if letters or numbers alone name options, but in another way than the other keys of the table.

    A place with the word for it, `Option B`, and a text of words are sure; letters among numbers and numbers among
    letters are, if no option looks like them.
    """
    if way is Way.ANY:
        return
    own = way_of(cell, options)
    surely = _WITH_WORD.match(cell.strip()) if own is not Way.TEXT else not mark_of(cell)
    if own in (Way.ANY, way) or surely:
        return
    looks = _LOOKS[_kind(cell)].fullmatch
    if own is Way.TEXT:
        refused = way in (_kind(cell), Way.UNCLEAR) and bool(looks(tidy(cell)))
    else:
        refused = way is Way.TEXT or any(looks(option.text) for option in options)
    if not refused:
        return
    named = next(iter(_by_texts(cell, options) or _by_places(cell, options)))
    shown = ", ".join(f"“{options[place].text}”" for place in sorted(named))
    told = ("as a place", "as text") if own is Way.TEXT else ("as text", "as a place")
    others = "others are texts and places" if way is Way.UNCLEAR else f"most others are {way.value}"
    raise Unfit(
        f"the right answer is “{tidy(cell)}”: read {told[0]} it is none of the options; {told[1]} it would be {shown}; "
        f"{others}",
        _REMEDY,
    )


def numbered(cell: str, options: Sequence[Offered]) -> Key:
    """The places of the options whose numbers a cell has, as our own export writes them: `2;3`."""
    numbers = [part.strip() for part in cell.split(";")]
    places = {str(option.number): place for place, option in enumerate(options)}
    if not all(number in places for number in numbers):
        raise Unfit(f"the right answer is “{cell}”, but not all of these options are there", _REMEDY)
    return frozenset(places[number] for number in numbers)


def _no_reading(shown: str, said: Sequence[str], options: Sequence[Offered]) -> Unfit:
    mark = mark_of(said[0])
    if not options:
        return Unfit(
            f"the right answer is {shown}, but there are no options", "write them, each into a column of its own"
        )
    is_number = mark.isdecimal()
    if told := _of_another_script(mark, options):
        return Unfit(f"the right answer is {shown}, a {told}", _REMEDY)
    if len(options) == 1 and not is_number:
        return Unfit("one option alone", "write each option into a column of its own")
    if mark and (is_number or 0 < _number(mark) <= max((option.number for option in options), default=0)):
        named = str(_number(mark)) if is_number else mark.upper()
        return Unfit(f"the right answer is {shown}, but option {named} is empty or not there", _REMEDY)
    from difflib import get_close_matches  # only what is refused needs it

    near = get_close_matches(tidy(said[0]), [option.text for option in options], n=1, cutoff=ALIKE)
    remedy = f"did you mean “{near[0][:60]}”?" if near else _REMEDY
    return Unfit(f"the right answer {shown} is none of the {len(options)} options", remedy)


def _of_another_script(mark: str, options: Sequence[Offered]) -> str:
    """What is to be said of a letter of another script than those that name the options; empty if it is none."""
    letters = {option.letter[0] for option in options if option.letter}
    if not mark.isalpha() or not letters or script_of(mark) in map(script_of, letters):
        return ""
    script, theirs = script_of(mark), script_of(min(letters))
    if any(mark.casefold() in looks_like(letter) for letter in letters):
        return f"{script} letter that may stand for the {theirs} one"
    return f"{script} letter, but those of its options are {theirs}"


def _readings(cell: str, options: Sequence[Offered]) -> frozenset[Key]:
    """Every key that a cell can mean."""
    return _by_texts(cell, options) | _by_places(cell, options)


def _by_texts(cell: str, options: Sequence[Offered]) -> frozenset[Key]:
    """Every key that a cell can mean by texts of options, with their letters or without."""
    found = {*_as_text(cell, options), *_as_mark_and_text(cell, options), _as_initial(cell, options)}
    for parts in _parts(cell, _SEPARATORS[:-1]):
        named = ([*_as_text(part, options), *_as_mark_and_text(part, options)] for part in parts)
        found |= {_together(key) for key in islice(product(*map(set, named)), MOST)}
    return frozenset(key for key in found if key)


def _by_places(cell: str, options: Sequence[Offered]) -> frozenset[Key]:
    """Every key that a cell can mean by letters or by numbers; nobody writes one by its letter, one by its number."""
    found = {_as_mark(cell, options), _as_bits(cell, options)}
    for parts in _parts(cell, _SEPARATORS):
        if len({mark_of(part).isdecimal() for part in parts}) == 1:
            found.add(_together([_as_mark(part, options) for part in parts]))
    if _RUN.fullmatch(cell.strip()):
        found.add(_together([_as_mark(letter, options) for letter in cell.strip()]))
    return frozenset(key for key in found if key)


def _parts(cell: str, separators: Sequence[re.Pattern[str]]) -> Iterator[list[str]]:
    """The parts of a cell between each separator, if it has several: not `A (B)`."""
    for separator in separators:
        parts = [BULLET.sub("", part, count=1) for part in separator.split(cell) if part.strip()]
        if len(parts) > 1 and len({part.strip().startswith("(") for part in parts}) == 1:
            yield parts


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


def mark_of(cell: str) -> str:
    """The number or letter that a cell has and nothing else; empty if it has none."""
    bare = unicodedata.normalize("NFKC", cell).strip()
    found = _MARK.fullmatch(bare) if bare.casefold() not in CALLED else None
    return found["mark"] if found else ""


def _as_mark(cell: str, options: Sequence[Offered]) -> Key:
    mark, said = mark_of(cell), folded(cell).strip("().:[]")
    named = frozenset(place for place, option in enumerate(options) if said in map(folded, option.names))
    return named or frozenset(place for place, option in enumerate(options) if mark and _is_called(option, mark))


def _is_called(option: Offered, mark: str) -> bool:
    if not option.letter and option.names and not mark.isdecimal():
        return False  # its letters are in no order that is known
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


def _as_bits(cell: str, options: Sequence[Offered]) -> Key:
    """A 1 for each option that is right and a 0 for each other, in their order, as an add-on of Anki writes them."""
    bits = cell.split()
    if len(bits) != len(options) or not {*bits} <= {"0", "1"}:
        return frozenset()
    return frozenset(place for place, bit in enumerate(bits) if bit == "1")


def _as_mark_and_text(cell: str, options: Sequence[Offered]) -> frozenset[Key]:
    said = " ".join(cell.split())
    found = _MARK_AND_TEXT.fullmatch(said) or _LETTER_AND_NUMBER.fullmatch(said)
    return (
        frozenset(key & _as_mark(found["mark"], options) for key in _as_text(found["text"], options))
        if found
        else frozenset()
    )


def _number(mark: str) -> int:
    """What a number or a letter counts: b is the second."""
    return int(mark) if mark.isdecimal() else LATIN.find(mark.casefold()) + 1
