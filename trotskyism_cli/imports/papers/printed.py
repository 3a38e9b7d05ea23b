"""A test as it is printed, written again as the readers of tests have it: each question and each option in its line.

Known are many ways to write labels and numbers, options beside each other, and marks around what is right. What might
be read otherwise is not guessed: a question that seems to have an option without its label is left out.
"""

import re
import string
import unicodedata
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from trotskyism_cli.imports.answers.lettered import LETTER
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import Change, Misfit, Reading, Unfit
from trotskyism_cli.imports.papers.labels import Labels, is_whole, labels_of, place_in
from trotskyism_cli.imports.papers.marks_and_key import contradicted, has_key
from trotskyism_cli.imports.papers.printed_below import sorted_below
from trotskyism_cli.imports.papers.printed_doubts import corrections, doubts, other_signs
from trotskyism_cli.imports.papers.printed_groups import PLAIN_NUMBER, Group, Piece, grouped, number_of, pieces_of
from trotskyism_cli.imports.papers.printed_lines import plain_lines
from trotskyism_cli.imports.papers.printed_marks import (
    BOLD,
    BOX,
    ITALIC,
    bare_of,
    chosen_sign,
    sign_of,
    without_emphasis,
)
from trotskyism_cli.imports.papers.printed_sentences import join_sentences
from trotskyism_cli.imports.papers.printed_stems import join_lists

_PLAIN_HEAD = re.compile(r"\d+\.[ \t]+\S")
_PLAIN_OPTION = re.compile(r"\*?[A-Za-z][.)][ \t]+(\S.*)")
_IN_BRACKETS = re.compile(rf"[(（\[][ \t　]*({LETTER}|أ)[ \t　]*[)）\]][。．.]?[ \t]*$")
_ALEF = re.compile(r"(?<![^\W\d])أ(?!\w)")
_BETWEEN = (";", ",", "/", "|")  # options
_MOST = 0.6  # of the questions: as many as must be alike


class Laid(NamedTuple):
    """A text with the line of the file in which each of its lines stands, what is left out of it, and what is told."""

    text: str
    lines: tuple[int, ...] = ()
    doubts: tuple[tuple[int, Unfit], ...] = ()
    told: tuple[Change, ...] = ()
    is_test: bool = False  # whether several of its questions are numbered and have labelled options in their lines
    marks: Mapping[str, str] = {}
    marked: bool = False  # whether any of its options has a mark
    numbered: bool = False  # whether its questions have numbers

    def restored(self, reading: Reading) -> Reading:
        """A reading of this text, with the lines of the file, and without the questions of which there are doubts."""
        if self.lines:
            reading.questions = [replace(each, line=self._line(each.line)) for each in reading.questions]
            reading.left_out = [replace(each, line=self._line(each.line)) for each in reading.left_out]
            reading.told = [replace(each, line=self._line(each.line)) for each in reading.told]
        reading.told += self.told
        reading.numbered = self.numbered
        begun = sorted([*(each.line for each in reading.questions), *(each.line for each in reading.left_out)])
        doubts = {begun[bisect(begun, line) - 1]: unfit for line, unfit in self.doubts if begun and line >= begun[0]}
        gone = [each.line for each in reading.questions if each.line in doubts]
        reading.questions = [each for each in reading.questions if each.line not in doubts]
        reading.left_out += [Misfit(line, doubts[line].reason, doubts[line].remedy) for line in gone]
        return reading

    def _line(self, line: int) -> int:
        return self.lines[line - 1] if 0 < line <= len(self.lines) else line


def laid_out(text: str) -> Laid:
    """A test in the form that the readers know; any other text as it is."""
    raw = lines_of(text)
    plain = plain_lines(text)
    lines = [line or "" for line in plain]
    labels = labels_of(lines)
    filled = [(number, line) for number, line in enumerate(plain, start=1) if line is not None]
    pieces = [piece for number, line in filled for piece in pieces_of(number, line, labels)]
    numbers = number_of(pieces)
    groups = list(grouped(pieces, numbers))
    whole = [group for group in groups if len(group.options) > 1 and is_whole(group.places)]
    if not whole:
        return Laid(text)
    sizes = Counter(len(group.options) for group in whole)
    usual = max(sizes, key=lambda size: (sizes[size], size))
    sentences = join_sentences(groups, pieces, lines, labels)
    listed = [sentences.joined, *map(_take_off_signs, groups)]
    sign = _sign_of_most(groups)
    if sign in (BOLD, ITALIC) and has_key(pieces, numbers or PLAIN_NUMBER):
        sign = ""
    emphatic = _take_off_emphasis(groups, sign)
    corrected = list(corrections(groups, pieces, numbers, marked=bool(sign))) if numbers else []
    below = list(sorted_below(groups, usual, raw))
    asides = {id(each.piece) for each in below if not each.joined}
    told = (*sentences.told, *(Change(each.piece.line, str(each)) for each in below))
    pieces = [piece for piece in pieces if id(piece) not in asides]
    for group in groups:
        group.below = [piece for piece in group.below if id(piece) not in asides]
    apart = len(pieces)
    unsure = (
        *corrected,
        *sentences.doubts,
        *doubts(groups, labels, lines, usual, numbered=numbers is not None),
        *join_lists(pieces, groups, numbers),
    )
    is_test = numbers is not None and sum(group.begins_line for group in whole) > 1
    bracketed = numbers is not None and not sign and labels.lettered and _take_brackets(groups, pieces, labels)
    is_known = (
        not (bracketed or asides or any(listed) or emphatic)
        and list(plain) == raw
        and len(pieces) == apart
        and _is_as_readers_know(pieces, labels, numbers)
        and not (sign and _is_marked_otherwise(groups, pieces, lines, labels, numbers))
    )
    marked = any(option.sign for group in groups for option in group.options)
    if is_known:
        return Laid(text, (), unsure, told, is_test, {}, marked, numbered=numbers is not None)
    unsure = (*unsure, *other_signs(groups, sign))
    if sign and numbers:
        unsure = (*unsure, *contradicted(groups, pieces, numbers, sign))
    _put_all_in_order(groups, pieces)
    if sign:
        _add_numbers(groups, pieces, numbers or PLAIN_NUMBER)
    written = [(piece.line, _written(piece, lines, labels, numbers, sign)) for piece in pieces]
    if "أ" in text:
        last = groups[-1].options[-1].line
        written = [(line, _ALEF.sub("ا", each) if line > last else each) for line, each in written]
    bare, at = "\n".join(text for _, text in written), tuple(line for line, _ in written)
    return Laid(bare, at, unsure, told, is_test, _letters_of_marks(labels), marked, numbered=numbers is not None)


def _letters_of_marks(labels: Labels) -> dict[str, str]:
    """The letter that each mark of an option stands for, such as ② for B; none where these are letters."""
    marks = {} if labels.lettered else {mark: string.ascii_uppercase[at] for at, mark in enumerate(labels.series)}
    return marks | {unicodedata.normalize("NFKC", mark): letter for mark, letter in marks.items()}


def _sign_of_most(groups: Sequence[Group]) -> str:
    """The sign that marks the right options of most questions; empty if none does.

    Of two marks in the same questions one behind an option is chosen, so that those beside others are doubted.
    """
    sign = chosen_sign([[p.sign for p in sorted(g.options, key=lambda p: p.beside)] for g in groups])
    return sign if sum(any(p.sign == sign for p in g.options) for g in groups) >= len(groups) * _MOST else ""


def _is_as_readers_know(pieces: Sequence[Piece], labels: Labels, numbers: re.Pattern[str] | None) -> bool:
    """Whether a text has its labels and numbers as the readers of tests know them, each option in its own line."""
    is_plain = labels.style.plain and numbers in (None, PLAIN_NUMBER)
    return is_plain and all(piece.alone and piece.letter != "أ" for piece in pieces)


def _is_marked_otherwise(
    groups: Sequence[Group],
    pieces: Sequence[Piece],
    lines: Sequence[str],
    labels: Labels,
    numbers: re.Pattern[str] | None,
) -> bool:
    """Whether a test with marks at its options has other numbers or letters than `1. …` and `*a) …`."""
    has_heads = not numbers or all(_PLAIN_HEAD.match(p.text) for p in pieces if numbers.match(p.text))
    options = (lines[option.line - 1] for group in groups for option in group.options)
    is_plain = has_heads and labels.latin and all(map(_is_plain, options))
    return not is_plain or any(_unnumbered(groups, pieces, numbers or PLAIN_NUMBER))


def _take_off_signs(group: Group) -> bool:
    """Take off the semicolons or commas with which all options end but the last; whether there are some."""
    *others, last = group.options
    group.sign = next((sign for sign in _BETWEEN if others and all(each.text.endswith(sign) for each in others)), "")
    for each in (*others, last) if group.sign else ():
        each.text = each.text.removesuffix(group.sign).rstrip()
    return bool(group.sign)


def _take_off_emphasis(groups: Sequence[Group], sign: str) -> bool:
    """Take off the stars around options that do not say what is right; whether there are some."""
    others = [each for group in groups for each in group.options if each.sign in {BOLD, ITALIC} - {sign}]
    for each in others:
        each.text, each.sign = without_emphasis(each.text), ""
    return bool(others)


def _take_brackets(groups: Sequence[Group], pieces: list[Piece], labels: Labels) -> bool:
    """Write the letters that stand in brackets behind most questions, as in Chinese, below them; whether they do."""
    places = {id(piece): at for at, piece in enumerate(pieces)}
    asked = [pieces[max(0, places[id(group.options[0])] - 1)] for group in groups]
    found = [_IN_BRACKETS.search(piece.text) if piece.place < 0 else None for piece in asked]
    letters = [
        labels.series[place] if each and (place := place_in(labels.series, each[1])) >= 0 else "" for each in found
    ]
    if len(groups) < 2 or sum(map(bool, letters)) < len(groups) * _MOST or any(group.below for group in groups):
        return False
    for piece, each, letter in zip(asked, found, letters, strict=True):
        piece.text = piece.text[: each.start()].rstrip() if each and letter else piece.text
    lasts = {id(group.options[-1]): letter for group, letter in zip(groups, letters, strict=True) if letter}
    written = [(each, Piece(each.line, f"ANSWER: {lasts[id(each)]}") if id(each) in lasts else None) for each in pieces]
    pieces[:] = [each for pair in written for each in pair if each]
    return True


def _put_all_in_order(groups: Sequence[Group], pieces: list[Piece]) -> None:
    """Sort, in the pieces, options that stand in columns by their letters, where these are all there."""
    places = {id(piece): at for at, piece in enumerate(pieces)}
    for group in groups:
        if not is_whole(group.places) or group.places == sorted(group.places) or all(p.alone for p in group.options):
            continue
        at = places[id(group.options[0])]
        if [id(each) for each in pieces[at : at + len(group.options)]] == [id(each) for each in group.options]:
            pieces[at : at + len(group.options)] = sorted(group.options, key=lambda each: each.place)


def _unnumbered(
    groups: Sequence[Group], pieces: Sequence[Piece], numbers: re.Pattern[str]
) -> Iterator[tuple[Piece, int]]:
    """Where questions begin whose number was forgotten, each with the number before it."""
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


def _add_numbers(groups: Sequence[Group], pieces: Sequence[Piece], numbers: re.Pattern[str]) -> None:
    """Give numbers to the questions that have none, so that they do not go on with the question before."""
    for piece, before in list(_unnumbered(groups, pieces, numbers)):
        piece.number = before + 1


def _is_plain(line: str) -> bool:
    """Whether an option is marked, if at all, as the readers know it."""
    found = _PLAIN_OPTION.fullmatch(line)
    return found is not None and not sign_of("", found[1].strip())


def _written(piece: Piece, lines: Sequence[str], labels: Labels, numbers: re.Pattern[str] | None, sign: str) -> str:
    """A piece as the readers of tests know it; the marks of right options only if they are those of the file."""
    if piece.place >= 0 and sign == BOX:
        return f"{BOX if piece.sign == sign else '[ ]'} {piece.text}"
    if piece.place >= 0 and sign:
        letter = string.ascii_lowercase[piece.place]
        return f"{'*' if piece.sign == sign else ''}{letter}) {bare_of(piece.text, piece.sign, sign)}".rstrip()
    if piece.place >= 0:
        if piece.alone and labels.style.plain and piece.letter != "أ" and lines[piece.line - 1].endswith(piece.text):
            return lines[piece.line - 1]
        letter = piece.letter.replace("أ", "ا") if labels.lettered else string.ascii_uppercase[piece.place]
        return f"{letter}) {piece.text}".rstrip()
    if piece.number:
        return f"{piece.number}. {piece.text.strip()}"
    found = numbers.match(piece.text) if numbers else None
    if found and (sign or numbers is not PLAIN_NUMBER):
        return f"{int(found[1])}. {piece.text[found.end() :]}"
    return piece.text
