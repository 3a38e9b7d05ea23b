"""The key of a test that stands below all its questions, under a word for it, or alone if it is of all questions.

Known are `1. B`, `1b, 2c`, `1. B) the text`, `1-5: BCADA`, letters alone for all questions in order, and a line of
numbers with one of letters below. What stands below must all be of this kind; else there is no such key.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.imports.decoding import lines
from trotskyism_cli.imports.foreign import tidy
from trotskyism_cli.imports.head_words import plain
from trotskyism_cli.imports.lettered import LETTER, NUMBER, OPTION, SAID
from trotskyism_cli.imports.right_words import says_right

_HEADING = re.compile(rf"(?:{SAID}|(?:\w+\s+)?key)s?\s*[:：]?", re.IGNORECASE)
_WITH_HEADING = re.compile(rf"({_HEADING.pattern}|[^\W\d][^\d:：]{{1,40}}[:：])\s*(\d.*)", re.IGNORECASE)
_PAIR = re.compile(rf"(\d{{1,3}})(?:\s?[.):–-])?\s*\(?({LETTER})\)?(?!\w)\.?")
_PAIRS = re.compile(rf"(?:{_PAIR.pattern}[\s,;|]*)+")
_ONE = re.compile(r"(\d{1,3})\s?[.):–-]\s*(\S.{0,199})?")
_RANGE = re.compile(rf"(\d{{1,3}})\s*[-–]\s*(\d{{1,3}})\s*[.):]?\s*((?:{LETTER}[\s,]*)+)")
_NUMBERS = re.compile(r"\d{1,3}(?:[\s|;,]+\d{1,3})+")
_LETTERS = re.compile(rf"{LETTER}(?:[\s|;,]+{LETTER})+")
_MOST = 2 / 3  # of the numbers of a key that must be those of questions
_FEWEST = 3  # numbers, if no word stands above them


class KeyBelow(NamedTuple):
    """Where the key begins, and what it says of each number; nothing if there is none."""

    line: int = 0
    said: dict[str, str] = {}  # noqa: RUF012 -- never changed
    headed: bool = False  # whether a word for keys stands above it
    beyond: tuple[str, ...] = ()  # numbers that no question has
    after: str = ""  # what stands below it


def key_below(text: str) -> KeyBelow:
    """The key below the last question of a text. What it says of a number twice is `B or C`.

    So is what follows a question without a key, if the key goes on beyond the last one: it may be shifted.
    """
    each = lines(text)
    last = max((at for at, line in enumerate(each) if OPTION.fullmatch(line)), default=-1)
    tail = [(at, part) for at, line in enumerate(each) if at > last and line.strip() for part in _parted(line.strip())]
    headed = next((place for place, (_, line) in enumerate(tail) if _is_heading(line)), None)
    begun = 0 if headed is None else headed
    items = [line for _, line in tail[begun + (headed is not None) :]]
    after: list[str] = []
    while items and not _is_item(items[-1]):
        after.insert(0, items.pop())
    if last < 0 or not items:
        return KeyBelow()
    above = each[: tail[begun][0]]
    asked = [found[1] for line in above if (found := NUMBER.match(line)) and not OPTION.fullmatch(line)]
    said = list(_said(items, asked)) if len({*asked}) == len(asked) else []
    numbers = [number for number, _ in said]
    if not said or sum(number in asked for number in {*numbers}) < len({*numbers}) * _MOST:
        return KeyBelow()
    if headed is None and (after or len(numbers) < _FEWEST or not {*asked} <= {*numbers}):
        return KeyBelow()
    missing = [place for place, number in enumerate(asked) if number not in numbers]
    beyond = [number for number in numbers if number not in asked]
    if missing and beyond:  # then the key may be shifted
        said += [(number, "that of another number") for number in asked[missing[0] :] if number in numbers]
    letters = {number: " or ".join(dict.fromkeys(one for other, one in said if other == number)) for number in numbers}
    return KeyBelow(tail[begun][0], letters, headed is not None, tuple(beyond), tidy(" ".join(after)))


def _is_heading(line: str) -> bool:
    return _HEADING.fullmatch(line) is not None or (says_right(plain(line)) and not _is_item(line))


def _parted(line: str) -> tuple[str, ...]:
    """A line, or the word for the key apart from what it stands before: `Answers: 1b 2c`."""
    found = _WITH_HEADING.fullmatch(line)
    return (found[1], found[2]) if found and _is_item(found[2]) else (line,)


def _is_item(line: str) -> bool:
    return any(kind.fullmatch(line) for kind in (_PAIRS, _ONE, _RANGE, _NUMBERS, _LETTERS))


def _said(items: Sequence[str], asked: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each number with what is said of it; nothing if some line is of another kind."""
    if not all(map(_is_item, items)):
        return
    rest = list(items)
    if _LETTERS.fullmatch(" ".join(items)):
        letters = re.findall(LETTER, " ".join(items))
        yield from zip(asked, letters, strict=True) if len(letters) == len(asked) else ()
        return
    while rest:
        line = rest.pop(0)
        if found := _RANGE.fullmatch(line):
            numbers, letters = range(int(found[1]), int(found[2]) + 1), re.findall(LETTER, found[3])
            yield from _side_by_side([str(number) for number in numbers], letters)
        elif _PAIRS.fullmatch(line):
            yield from _PAIR.findall(line)
        elif _NUMBERS.fullmatch(line):
            below = rest.pop(0) if rest else ""
            yield from _side_by_side(re.findall(r"\d+", line), re.findall(LETTER, below))
        elif found := _ONE.fullmatch(line):
            yield found[1], re.sub(rf"^({LETTER})\s*/\s*(?={LETTER}$)", r"\1 or ", tidy(found[2] or "—"))


def _side_by_side(numbers: Sequence[str], letters: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each number with its letter; without any letter if there are not as many."""
    yield from zip(numbers, letters if len(letters) == len(numbers) else ["—"] * len(numbers), strict=True)
