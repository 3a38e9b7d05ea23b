"""Find the right options of a row by weighing every possible reading of its key cells.

A cell may hold numbers or letters of options (`2`, `b.`, `Option B`, `1;3`, `A and C`, `AC`) or their texts. If it can
mean different options, or none, nothing is guessed and the row has no key.
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
    """How the keys of a table refer to options.

    ANY: each key is read by itself. TEXT, LETTER, NUMBER: most keys are read in this way. UNCLEAR: as many are texts as
    are letters or numbers.
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
# "And" in many languages; in some it is written without blanks.
_AND = (
    r"(?<=\s)(?:and|und|et|y|e|i|a|и|й|та|і|og|och|en|ja|ve|dan|và|és|oraz|și|in|και|और|و)(?=\s)"
    r"|(?<=\s)[וو]-?(?=\S)|[와과と和及与與、，；،؛]"
)
_SEPARATORS = tuple(re.compile(each) for each in (r"\n", r";", r"\|", r",", rf"[,;|\n/&+]|{_AND}", r"\s+"))
# What an option looks like that may be mistaken for a key of letters or of numbers.
_LOOKS = {
    Way.LETTER: re.compile(rf"[{LETTERS}]", re.IGNORECASE),
    Way.NUMBER: re.compile(r"\W*\d{1,3}(?:[.,]\d+)?\W*"),
}
_WITH_WORD = re.compile(_WORD, re.IGNORECASE)
_RUN = re.compile(r"[a-lA-L]{2,12}|[А-Е]{2,6}")
ALIKE = 0.75
MOST = 64  # combinations of part readings tried per cell
# Pairs of options that keys often refer to by their initials.
_YES_AND_NO = (
    *(("true", "false"), ("yes", "no"), ("right", "wrong"), ("wahr", "falsch"), ("richtig", "falsch"), ("ja", "nein")),
    *(("vrai", "faux"), ("oui", "non"), ("verdadero", "falso"), ("sí", "no"), ("vero", "falso"), ("да", "нет")),
    *(("верно", "неверно"), ("правда", "ложь")),
)
_REMEDY = "write its letter or number (1 is the first option), or exactly its text"

Key = frozenset[int]


@dataclass(frozen=True, slots=True)
class Offered:
    """An option of a row: its number (of `option_3` or `Option C`: 3), its text, and letters that refer to it."""

    number: int
    text: str
    letter: str = ""
    names: tuple[str, ...] = ()  # the name of its column or line, if more than a letter


def key_of(cells: Sequence[str], options: Sequence[Offered], way: Way = Way.ANY) -> Key:
    """Indices of the right options; Unfit if the cells do not say which, in the way of their table."""
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
    """The only way in which a cell refers to options; ANY if several ways fit or none does."""
    texts, places = _by_texts(cell, options), _by_places(cell, options)
    if bool(texts) == bool(places) or _as_mark_and_text(cell, options) or _as_initial(cell, options):
        return Way.ANY
    return Way.TEXT if texts else _kind(cell)


def _kind(cell: str) -> Way:
    """Whether letters or numbers are meant."""
    return Way.NUMBER if any(map(str.isdecimal, cell)) else Way.LETTER


def _refuse_other_way(cell: str, options: Sequence[Offered], way: Way) -> None:
    """Raise Unfit if a lone letter or number refers to options in another way than the table's other keys.

    Certain keys are accepted: a place with its word (`Option B`), a text of words, and letters among numbers or numbers
    among letters if no option looks like them.
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
    """Indices of the options by number, as in our own exports: `2;3`."""
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
    from difflib import get_close_matches  # only needed for messages

    near = get_close_matches(tidy(said[0]), [option.text for option in options], n=1, cutoff=ALIKE)
    remedy = f"did you mean “{near[0][:60]}”?" if near else _REMEDY
    return Unfit(f"the right answer {shown} is none of the {len(options)} options", remedy)


def _of_another_script(mark: str, options: Sequence[Offered]) -> str:
    """What to say about a letter from another script than the option letters; empty if it is from theirs."""
    letters = {option.letter[0] for option in options if option.letter}
    if not mark.isalpha() or not letters or script_of(mark) in map(script_of, letters):
        return ""
    script, theirs = script_of(mark), script_of(min(letters))
    if any(mark.casefold() in looks_like(letter) for letter in letters):
        return f"{script} letter that may stand for the {theirs} one"
    return f"{script} letter, but those of its options are {theirs}"


def _readings(cell: str, options: Sequence[Offered]) -> frozenset[Key]:
    """Every key a cell can mean."""
    return _by_texts(cell, options) | _by_places(cell, options)


def _by_texts(cell: str, options: Sequence[Offered]) -> frozenset[Key]:
    """Every key a cell can mean by option texts, with or without their letters."""
    found = {*_as_text(cell, options), *_as_mark_and_text(cell, options), _as_initial(cell, options)}
    for parts in _parts(cell, _SEPARATORS[:-1]):
        named = ([*_as_text(part, options), *_as_mark_and_text(part, options)] for part in parts)
        found |= {_together(key) for key in islice(product(*map(set, named)), MOST)}
    return frozenset(key for key in found if key)


def _by_places(cell: str, options: Sequence[Offered]) -> frozenset[Key]:
    """Every key a cell can mean by letters or by numbers, but not by a mixture."""
    found = {_as_mark(cell, options), _as_bits(cell, options)}
    for parts in _parts(cell, _SEPARATORS):
        if len({mark_of(part).isdecimal() for part in parts}) == 1:
            found.add(_together([_as_mark(part, options) for part in parts]))
    if _RUN.fullmatch(cell.strip()):
        found.add(_together([_as_mark(letter, options) for letter in cell.strip()]))
    return frozenset(key for key in found if key)


def _parts(cell: str, separators: Sequence[re.Pattern[str]]) -> Iterator[list[str]]:
    """The parts of a cell for each separator that gives several; not for `A (B)`."""
    for separator in separators:
        parts = [BULLET.sub("", part, count=1) for part in separator.split(cell) if part.strip()]
        if len(parts) > 1 and len({part.strip().startswith("(") for part in parts}) == 1:
            yield parts


def _together(parts: Sequence[Key]) -> Key:
    """The options of all parts; empty if a part refers to none, or two to the same."""
    whole = frozenset().union(*parts)
    return whole if all(parts) and len(whole) == sum(map(len, parts)) else frozenset()


def _as_text(cell: str, options: Sequence[Offered]) -> frozenset[Key]:
    """The option with exactly this text; failing that, every option with it in other case, as separate readings."""
    exact = frozenset(place for place, option in enumerate(options) if tidy(option.text) == tidy(cell))
    if exact:
        return frozenset({exact})
    said = folded(cell)
    found = frozenset(frozenset({place}) for place, option in enumerate(options) if folded(option.text) == said)
    return found or (_as_text(cell.strip()[:-1], options) if said[:-1] and said.endswith(".") else found)


def mark_of(cell: str) -> str:
    """The number or letter that a cell consists of; empty if it has anything else."""
    bare = unicodedata.normalize("NFKC", cell).strip()
    found = _MARK.fullmatch(bare) if bare.casefold() not in CALLED else None
    return found["mark"] if found else ""


def _as_mark(cell: str, options: Sequence[Offered]) -> Key:
    mark, said = mark_of(cell), folded(cell).strip("().:[]")
    named = frozenset(place for place, option in enumerate(options) if said in map(folded, option.names))
    return named or frozenset(place for place, option in enumerate(options) if mark and _is_called(option, mark))


def _is_called(option: Offered, mark: str) -> bool:
    if not option.letter and option.names and not mark.isdecimal():
        return False  # the order of its letters is unknown
    if mark.isdecimal() or not option.letter:
        return option.number == _number(mark)
    return mark.casefold() in option.letter


def _as_initial(cell: str, options: Sequence[Offered]) -> Key:
    """The option that begins with the letter, if the options are a pair like true and false."""
    texts = [folded(option.text) for option in options]
    letter = folded(cell)
    if tuple(texts) not in _YES_AND_NO and tuple(texts[::-1]) not in _YES_AND_NO:
        return frozenset()
    return frozenset(place for place, text in enumerate(texts) if len(letter) == 1 and text.startswith(letter))


def _as_bits(cell: str, options: Sequence[Offered]) -> Key:
    """The key from a 1 for each right and a 0 for each wrong option, as an Anki add-on writes it."""
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
    """The value of a number or letter: b is 2."""
    return int(mark) if mark.isdecimal() else LATIN.find(mark.casefold()) + 1
