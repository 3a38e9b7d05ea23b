"""Doubts about questions of a printed test: uncertain options or answers."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from trotskyism_cli.imports.answers.corrected_answers import CORRECTS, KEY, corrects
from trotskyism_cli.imports.foreign import Unfit, tidy
from trotskyism_cli.imports.papers.labels import Labels, is_whole
from trotskyism_cli.imports.papers.printed_groups import Group, Piece
from trotskyism_cli.imports.sentences import NOT_IN_ORDER
from trotskyism_cli.imports.words.head_words import plain
from trotskyism_cli.imports.words.letters import looks_like

_FEEDBACK = re.compile(r"\s*\.\.\.[ \t]+\S")
_APART = re.compile(r"\S(?:[ ]{2,}|[ ]*\t[ \t]*)\S")
_WIDE = re.compile(r"\S(?:[ ]{3,}|[ ]*\t[ \t]*)\S")


def doubts(
    groups: Sequence[Group], labels: Labels, lines: Sequence[str], usual: int, *, numbered: bool
) -> Iterator[tuple[int, Unfit]]:
    """Questions with uncertain options, each with a line; most questions have `usual` options."""
    remedy = "write each option after its label, A, B, C … in order"
    for group in (below for above, below in pairwise(groups) if numbered and not above.ended):
        yield group.options[0].line, Unfit("options begin twice in it", "write a list within a question as (1), (2)")
    for group in groups:
        first, last = group.options[0], group.options[-1]
        if not is_whole(group.places) and (0 in group.places or len(group.options) > 1):
            yield first.line, Unfit(*NOT_IN_ORDER)
        if len(group.options) >= usual or not is_whole(group.places) or len(group.options) < 2:
            continue
        below = group.below if numbered or group.closed else group.below[:-1]
        if any(piece.sign for piece in group.options):  # marked as in text2qti, which has feedback lines
            below = [piece for piece in below if not _FEEDBACK.match(piece.text)]
        if below or any(map(_WIDE.search, (piece.text for piece in group.options))):
            text = (below[0] if below else last).text
            yield first.line, Unfit(f"“{tidy(text)[:40]}” may be, or hold, an option without its label", remedy)
        elif any(
            _may_hold(piece, labels, len(group.options))
            or (group.sign and group.sign in piece.text)
            or (not piece.alone and len(piece.text.split()) > 1 and not _APART.search(lines[piece.line - 1]))
            for piece in group.options
        ):
            yield first.line, Unfit("an option seems to hold a further one, with another label", remedy)


def other_signs(groups: Sequence[Group], sign: str) -> Iterator[tuple[int, Unfit]]:
    """Questions with a mark at an option that differs from the file's mark of right options."""
    for group in groups:
        marked = bool(sign) and any(each.sign == sign for each in group.options)
        others = [each for each in group.options if each.sign not in ("", sign)]
        if other := next((each for each in others if each.beside or marked), None):
            where = "beside" if other.beside else "behind or before"
            told = f"“{other.sign}” stands {where} an option, but is not what marks the right ones of the file"
            yield group.options[0].line, Unfit(told, "mark all in one way, or take it away")


def _may_hold(piece: Piece, labels: Labels, place: int) -> bool:
    """Return whether an option contains what looks like the label of the option at `place`.

    If it is beside others on a line, the letter alone is enough.
    """
    letter = labels.series[place] if place < len(labels.series) else ""
    if not letter:
        return False
    alike = "".join(each + each.upper() for each in (letter, *looks_like(letter)))
    behind = r"[.,:;)\]]" if piece.alone else ""
    return re.search(rf"(?<!\S)(?<!^)[*(\[]*[{re.escape(alike)}]{behind}", piece.text) is not None


def corrections(
    groups: Sequence[Group], pieces: Sequence[Piece], numbers: re.Pattern[str], *, marked: bool
) -> Iterator[tuple[int, Unfit]]:
    """Questions, each with a line, that a correction names or stands below.

    Corrections stand between questions, or below all if options are marked. Those below a key are about the key.
    """
    last = groups[-1].options[-1].line
    begun: dict[int, int] = {}
    above = 0
    asking = {id(group.options[0]): group.options[0].line for group in groups}
    lines: list[tuple[str, int]] = []  # each with the line of the question above it
    for piece in pieces:
        above = asking.get(id(piece), above)
        if piece.place < 0 and (found := numbers.match(piece.text)):
            begun[int(found[1])] = piece.line
        elif piece.place < 0 and (marked or piece.line < last) and CORRECTS.search(plain(piece.text)):
            lines.append((piece.text, above))
    for text, line in lines:
        if KEY.match(text):
            continue
        named = [begun[number] for number in map(int, re.findall(r"\d{1,3}", text)) if number in begun]
        told = Unfit(f"“{tidy(text)[:60]}” seems to correct its answer", "correct the answer, and take that line away")
        yield from ((each, told) for each in named)
        if not named and line and corrects(text) and re.search(r"[:：]\s*\S", text):
            yield line, told
