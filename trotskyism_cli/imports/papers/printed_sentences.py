"""Options within a sentence, `I ___ (a. am b. is c. are) a pupil.`, where the last option must end at the bracket.

If brackets surround the options, the sentence is put together again. If they do not match, the question is doubtful; if
only the length of the last option suggests it, that is reported.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from trotskyism_cli.imports.answers.listed import ASKS
from trotskyism_cli.imports.foreign import Change, Unfit, tidy
from trotskyism_cli.imports.papers.labels import Labels
from trotskyism_cli.imports.papers.printed_groups import Group, Piece

_GAP = "___"
_ENDS = (".", "!", "。")
_WHOLE = (
    *ASKS,
    *_ENDS,
    ":",
    "：",
    "…",
    "...",
    "(",
    ")",
    "）",
    ",",
    ";",
)  # endings after which a sentence does not go on
_OPENS, _CLOSES = "([（", ")]）"


class Sentences(NamedTuple):
    """Whether sentences were put together, doubts, and notes."""

    joined: bool
    doubts: tuple[tuple[int, Unfit], ...]
    told: tuple[Change, ...]


def join_sentences(groups: Sequence[Group], pieces: Sequence[Piece], lines: Sequence[str], labels: Labels) -> Sentences:
    """Put together, in the pieces, sentences that continue after their options; `lines` are all of the test."""
    above = {id(after): piece for piece, after in pairwise(pieces)}
    joined = False
    doubts: list[tuple[int, Unfit]] = []
    told: list[Change] = []
    for group in groups:
        first, last = group.options[0], group.options[-1]
        stem = above.get(id(first))
        if stem is None or stem.place >= 0 or {stem.line, first.line, last.line} != {first.line}:
            continue
        text = tidy(last.text)
        if (at := _closed_at(text)) >= 0:
            if _is_opened(lines[first.line - 1], labels):
                last.text, rest = text[:at].rstrip(" /|,;"), text[at + 1 :].lstrip()
                stem.text = _around_gap(stem.text, rest)
                joined = True
            else:
                said = f"“{text[:40]}”, its last option, closes a bracket that it does not open"
                doubts.append((first.line, Unfit(said, "write the options below the sentence, with ___ in it")))
        elif _may_go_on(stem, group):
            said = (
                f"“{text[:60]}”, its last option, may hold the rest of the sentence; see that it ends where it should"
            )
            told.append(Change(first.line, said))
    return Sentences(joined, tuple(doubts), tuple(told))


def _closed_at(text: str) -> int:
    """The index of a closing bracket without an opening one; -1 if there is none."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter in _OPENS) - (letter in _CLOSES)
        if depth < 0:
            return at
    return -1


def _is_opened(line: str, labels: Labels) -> bool:
    """Return whether a bracket opens before the first label in a line and does not close before the last."""
    found = labels.within(line)
    begin = len(line[: found[0].start].rstrip())
    before = max(begin - 1, 0) if line[:begin].endswith(tuple(_OPENS)) else found[0].start
    opened = line[before : found[-1].start]
    return opened.lstrip()[:1] in tuple(_OPENS) and _closed_at(opened.lstrip()[1:]) < 0


def _around_gap(stem: str, rest: str) -> str:
    """The text before the options and the text behind, with a gap between."""
    bare = stem.rstrip(f" {_OPENS}")
    gap = "" if bare.endswith("__") else f" {_GAP}"
    return f"{bare}{gap}{'' if rest[:1] in _ENDS else ' '}{rest}".rstrip()


def _may_go_on(stem: Piece, group: Group) -> bool:
    """Return whether only the last option ends like a sentence, and it is longer than the others."""
    *others, last = [tidy(piece.text) for piece in group.options]
    if not others or stem.text.rstrip().endswith(_WHOLE) or any(text.endswith(_ENDS) for text in others):
        return False
    return last.endswith(_ENDS) and len(last.split()) > max(len(text.split()) for text in others)
