"""Normalise a printed test for the readers: each question and each option on its own line.

Handles many ways of writing labels and numbers, options side by side, and marks of right options. Nothing ambiguous is
guessed: a question that seems to have an unlabelled option is left out.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
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
    ITALIC,
    chosen_sign,
    without_emphasis,
)
from trotskyism_cli.imports.papers.printed_sentences import join_sentences
from trotskyism_cli.imports.papers.printed_stems import join_lists
from trotskyism_cli.imports.papers.printed_writing import PrintedTest, is_as_readers_know, letters_of_marks, written

_IN_BRACKETS = re.compile(rf"[(（\[][ \t　]*({LETTER}|أ)[ \t　]*[)）\]][。．.]?[ \t]*$")
_BETWEEN = (";", ",", "/", "|")  # separators at the end of options
_MOST = 0.6  # share of questions that must be alike


class Laid(NamedTuple):
    """A normalised text: for each line its line in the file, with doubts about questions, and notes.

    `marks` maps option marks other than letters to letters.
    """

    text: str
    lines: tuple[int, ...] = ()
    doubts: tuple[tuple[int, Unfit], ...] = ()
    told: tuple[Change, ...] = ()
    is_test: bool = False  # several numbered questions have labelled options on their own lines
    marks: Mapping[str, str] = {}
    marked: bool = False  # some option has a mark
    numbered: bool = False  # its questions have numbers

    def restored(self, reading: Reading) -> Reading:
        """The reading of this text with the file's line numbers and without doubtful questions."""
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
    """A test normalised for the readers; any other text unchanged."""
    raw, plain = lines_of(text), plain_lines(text)
    test = _taken_apart(plain)
    whole = [group for group in test.groups if len(group.options) > 1 and is_whole(group.places)]
    if not whole:
        return Laid(text)
    is_test = test.numbers is not None and sum(group.begins_line for group in whole) > 1
    settled = _settled(test, whole, raw)
    marked = any(option.sign for group in test.groups for option in group.options)
    numbered = test.numbers is not None
    if not settled.is_changed and list(plain) == raw and is_as_readers_know(test):
        return Laid(text, (), settled.doubts, settled.told, is_test, {}, marked, numbered)
    unsure = (*settled.doubts, *other_signs(test.groups, test.sign))
    if test.sign and test.numbers:
        unsure = (*unsure, *contradicted(test.groups, test.pieces, test.numbers, test.sign))
    rows = written(test)
    bare, at = "\n".join(line for _, line in rows), tuple(number for number, _ in rows)
    return Laid(bare, at, unsure, settled.told, is_test, letters_of_marks(test.labels), marked, numbered)


def _taken_apart(plain: Sequence[str | None]) -> PrintedTest:
    lines = [line or "" for line in plain]
    labels = labels_of(lines)
    filled = [(number, line) for number, line in enumerate(plain, start=1) if line is not None]
    pieces = [piece for number, line in filled for piece in pieces_of(number, line, labels)]
    numbers = number_of(pieces)
    return PrintedTest(lines, labels, numbers, pieces, list(grouped(pieces, numbers)))


class _Settled(NamedTuple):
    """Whether a test was changed, doubts about its questions, and notes."""

    is_changed: bool
    doubts: tuple[tuple[int, Unfit], ...]
    told: tuple[Change, ...]


def _settled(test: PrintedTest, whole: Sequence[Group], raw: Sequence[str]) -> _Settled:
    """Correct what is certain in a test: sentences, separators, asides, lists, and keys in brackets."""
    groups, numbers = test.groups, test.numbers
    sizes = Counter(len(group.options) for group in whole)
    usual = max(sizes, key=lambda size: (sizes[size], size))
    sentences = join_sentences(groups, test.pieces, test.lines, test.labels)
    listed = [sentences.joined, *map(_take_off_signs, groups)]
    test.sign = _sign_of_right(test)
    emphatic = _take_off_emphasis(groups, test.sign)
    corrected = list(corrections(groups, test.pieces, numbers, marked=bool(test.sign))) if numbers else []
    below = list(sorted_below(groups, usual, raw))
    asides = _take_out(test, [each.piece for each in below if not each.joined])
    count = len(test.pieces)
    doubted = doubts(groups, test.labels, test.lines, usual, numbered=numbers is not None)
    unsure = (*corrected, *sentences.doubts, *doubted, *join_lists(test.pieces, groups, numbers))
    may_bracket = numbers is not None and not test.sign and test.labels.lettered
    bracketed = may_bracket and _take_brackets(groups, test.pieces, test.labels)
    is_changed = bracketed or asides or any(listed) or emphatic or len(test.pieces) != count
    told = (*sentences.told, *(Change(each.piece.line, str(each)) for each in below))
    return _Settled(is_changed, unsure, told)


def _take_out(test: PrintedTest, asides: Sequence[Piece]) -> bool:
    """Remove these lines from a test; return whether there were any."""
    gone = {id(piece) for piece in asides}
    test.pieces = [piece for piece in test.pieces if id(piece) not in gone]
    for group in test.groups:
        group.below = [piece for piece in group.below if id(piece) not in gone]
    return bool(gone)


def _sign_of_right(test: PrintedTest) -> str:
    """The sign that marks right options, else empty; emphasis does not count if there is a key."""
    sign = _sign_of_most(test.groups)
    return "" if sign in (BOLD, ITALIC) and has_key(test.pieces, test.numbers or PLAIN_NUMBER) else sign


def _sign_of_most(groups: Sequence[Group]) -> str:
    """The sign that marks right options in most questions, else empty.

    Of two signs in the same questions, one behind the options is chosen, so that signs beside labels become doubtful.
    """
    sign = chosen_sign([[p.sign for p in sorted(g.options, key=lambda p: p.beside)] for g in groups])
    return sign if sum(any(p.sign == sign for p in g.options) for g in groups) >= len(groups) * _MOST else ""


def _take_off_signs(group: Group) -> bool:
    """Remove semicolons or commas at the end of all options but the last; return whether there were any."""
    *others, last = group.options
    group.sign = next((sign for sign in _BETWEEN if others and all(each.text.endswith(sign) for each in others)), "")
    for each in (*others, last) if group.sign else ():
        each.text = each.text.removesuffix(group.sign).rstrip()
    return bool(group.sign)


def _take_off_emphasis(groups: Sequence[Group], sign: str) -> bool:
    """Remove emphasis of options that does not mark right ones; return whether there was any."""
    others = [each for group in groups for each in group.options if each.sign in {BOLD, ITALIC} - {sign}]
    for each in others:
        each.text, each.sign = without_emphasis(each.text), ""
    return bool(others)


def _take_brackets(groups: Sequence[Group], pieces: list[Piece], labels: Labels) -> bool:
    """Move answer letters in brackets behind most stems (as in Chinese tests) below the options.

    Return whether there were any.
    """
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
