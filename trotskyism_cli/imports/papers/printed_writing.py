"""Write a dissected printed test in the form the readers know: `1. question`, `a) option`."""

import re
import string
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trotskyism_cli.imports.papers.labels import Labels, is_whole
from trotskyism_cli.imports.papers.printed_groups import PLAIN_NUMBER, Group, Piece
from trotskyism_cli.imports.papers.printed_marks import BOX, bare_of, sign_of

_PLAIN_HEAD = re.compile(r"\d+\.[ \t]+\S")
_PLAIN_OPTION = re.compile(r"\*?[A-Za-z][.)][ \t]+(\S.*)")
# The first Arabic option letter, with or without a hamza; the readers know it without.
_WITH_HAMZA, _WITHOUT_HAMZA = "أ", "ا"
_ALEF = re.compile(rf"(?<![^\W\d]){_WITH_HAMZA}(?!\w)")


@dataclass(slots=True)
class PrintedTest:
    """A dissected test: lines, option labels, question numbers, pieces, and questions.

    `sign` is the mark of right options, if any.
    """

    lines: list[str]
    labels: Labels
    numbers: re.Pattern[str] | None
    pieces: list[Piece]
    groups: list[Group]
    sign: str = ""


def is_as_readers_know(test: PrintedTest) -> bool:
    """Return whether the readers know the test's labels, numbers and marks, with each option on its own line."""
    is_plain = test.labels.style.plain and test.numbers in (None, PLAIN_NUMBER)
    if not is_plain or any(not piece.alone or piece.letter == _WITH_HAMZA for piece in test.pieces):
        return False
    return not (test.sign and _is_marked_otherwise(test))


def _is_marked_otherwise(test: PrintedTest) -> bool:
    """Return whether a test with marks has numbers or labels other than `1. …` and `*a) …`."""
    numbers = test.numbers
    has_heads = not numbers or all(_PLAIN_HEAD.match(p.text) for p in test.pieces if numbers.match(p.text))
    options = (test.lines[option.line - 1] for group in test.groups for option in group.options)
    is_plain = has_heads and test.labels.latin and all(map(_is_plain, options))
    return not is_plain or any(_unnumbered(test))


def _is_plain(line: str) -> bool:
    """Return whether an option has no mark, or one that the readers know."""
    found = _PLAIN_OPTION.fullmatch(line)
    return found is not None and not sign_of("", found[1].strip())


def letters_of_marks(labels: Labels) -> dict[str, str]:
    """The letter for each option mark that is not a letter, e.g. B for ②."""
    marks = {} if labels.lettered else {mark: string.ascii_uppercase[at] for at, mark in enumerate(labels.series)}
    return marks | {unicodedata.normalize("NFKC", mark): letter for mark, letter in marks.items()}


def written(test: PrintedTest) -> list[tuple[int, str]]:
    """The lines of a test in the readers' form, each with its line number in the file."""
    _put_all_in_order(test.groups, test.pieces)
    if test.sign:
        _add_numbers(test)
    rows = [(piece.line, _written(piece, test)) for piece in test.pieces]
    last = test.groups[-1].options[-1].line
    # In the key below the options, the Arabic letter stands alone.
    return [(line, _ALEF.sub(_WITHOUT_HAMZA, text) if line > last else text) for line, text in rows]


def _put_all_in_order(groups: Sequence[Group], pieces: list[Piece]) -> None:
    """Sort options that stand in columns by label, in the pieces, if they are complete."""
    places = {id(piece): at for at, piece in enumerate(pieces)}
    for group in groups:
        if not is_whole(group.places) or group.places == sorted(group.places) or all(p.alone for p in group.options):
            continue
        at = places[id(group.options[0])]
        if [id(each) for each in pieces[at : at + len(group.options)]] == [id(each) for each in group.options]:
            pieces[at : at + len(group.options)] = sorted(group.options, key=lambda each: each.place)


def _unnumbered(test: PrintedTest) -> Iterator[tuple[Piece, int]]:
    """The first lines of questions without a number, each with the previous number."""
    groups, pieces, numbers = test.groups, test.pieces, test.numbers or PLAIN_NUMBER
    places = {id(piece): at for at, piece in enumerate(pieces)}
    above = pieces[: places[id(groups[0].options[0])]]
    above = above[: max((at for at, each in enumerate(above, start=1) if each.text.strip()), default=0)]
    if not any(numbers.match(each.text) for each in above):
        begin = max((at for at, each in enumerate(above, start=1) if not each.text.strip()), default=0)
        yield from ((each, 0) for each in above[begin : begin + 1])
    last = 0
    for before, group in pairwise(groups):
        above = pieces[: places[id(before.options[0])]] if not last else []
        last = max([last, *(int(found[1]) for each in above if (found := numbers.match(each.text)))])
        between = pieces[places[id(before.options[-1])] + 1 : places[id(group.options[0])]]
        if said := [int(found[1]) for each in between if (found := numbers.match(each.text))]:
            last = said[-1]
            continue
        blank = next((at for at, each in enumerate(between) if not each.text.strip()), None)
        begun = [each for each in between[blank or 0 :] if each.text.strip()]
        if begun and (blank is not None or len(begun) == 1):
            yield begun[0], last
            last += 1


def _add_numbers(test: PrintedTest) -> None:
    """Number the questions that lack one, so that they are not joined to the question before."""
    for piece, before in list(_unnumbered(test)):
        piece.number = before + 1


def _written(piece: Piece, test: PrintedTest) -> str:
    """A piece in the readers' form, with the mark only if it is the file's mark of right options."""
    if piece.place >= 0 and test.sign == BOX:
        return f"{BOX if piece.sign == test.sign else '[ ]'} {piece.text}"
    if piece.place >= 0 and test.sign:
        letter = string.ascii_lowercase[piece.place]
        mark = "*" if piece.sign == test.sign else ""
        return f"{mark}{letter}) {bare_of(piece.text, piece.sign, test.sign)}".rstrip()
    if piece.place >= 0:
        return _unmarked_option(piece, test)
    if piece.number:
        return f"{piece.number}. {piece.text.strip()}"
    found = test.numbers.match(piece.text) if test.numbers else None
    if found and (test.sign or test.numbers is not PLAIN_NUMBER):
        return f"{int(found[1])}. {piece.text[found.end() :]}"
    return piece.text


def _unmarked_option(piece: Piece, test: PrintedTest) -> str:
    """An option of a test without marks: unchanged if the readers know its form."""
    labels, line = test.labels, test.lines[piece.line - 1]
    if piece.alone and labels.style.plain and piece.letter != _WITH_HAMZA and line.endswith(piece.text):
        return line
    plain = piece.letter.replace(_WITH_HAMZA, _WITHOUT_HAMZA)
    letter = plain if labels.lettered else string.ascii_uppercase[piece.place]
    return f"{letter}) {piece.text}".rstrip()
