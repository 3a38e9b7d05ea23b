"""Options of a printed test that have no letters but are ticked, crossed or signed: with the letters that others have.

`[x]`, `☑`, `(*)`, `+`, or a column with an x, as a table of Word becomes a text.
"""

import re
import string
from collections.abc import Iterator, Sequence

from trotskyism_cli.imports.answers.lettered import LETTER
from trotskyism_cli.imports.papers.labels import options_begun
from trotskyism_cli.imports.words.letters import SERIES
from trotskyism_cli.imports.words.signs import TICKS

_COLUMN = re.compile(rf"[ ]*([xX{TICKS}+*]?)[ ]*\t[ \t]*(?=\S)")
_IN_CELLS = re.compile(r"[^\W\d][^\t]+\t")  # a row of another table
# How options are ticked, and by which sign those are marked that are right. Of boxes, several may be.
_BOXES = (
    (re.compile(r"[ \t]*\[([ xX✓✔*]?)\][ \t]*(?=\S)"), "[x]"),
    (re.compile(r"[ \t]*([☐☑☒✅])\ufe0f?[ \t]*(?=\S)"), "[x]"),
    (re.compile(r"[ \t]*([□▢■▣])[ \t]*(?=\S)"), "[x]"),
    (re.compile(r"[ \t]*([○◯●◉])[ \t]*(?=\S)"), "*"),
    (re.compile(r"[ \t]*\(([ xX*•]?)\)[ \t]*(?=\S)"), "*"),
    (re.compile(r"[ \t]*([+–-])[ \t]*(?!\d+[ \t]*[–-])(?=[^\s+–-])"), "*"),
    (_COLUMN, "*"),
)
_UNTICKED = ("", " ", "☐", "□", "▢", "○", "◯", "-", "–")
_SQUARES = ("□", "▢", "☐", "◯", "○", "■", "▣", "☑", "☒", "●", "◉")
_UNTICKED_LABEL = re.compile(rf"[ \t]*[□▢☐◯○][ \t]*(?=[(\[]?{LETTER}[.)\]])")  # to be ticked, where a key says which
_FEWEST = 2  # questions
_DIGITS = "123456789"
_OWN_LABEL = re.compile(rf"[(\[]?({LETTER}|\d)(?:[ ]?[.):\]]+|[ ]+[-–—](?=\s)|(?=\s))[ \t]*(?=\S)")


def with_letters(lines: Sequence[str | None]) -> list[str | None]:
    """The lines with letters before what is ticked, if most questions have such options."""
    if all(map(_UNTICKED_LABEL.match, (line for line in lines if line and line.lstrip().startswith(_SQUARES)))):
        lines = [_UNTICKED_LABEL.sub("", line, count=1) if line else line for line in lines]
    found = list(lines)
    text = "".join(filter(None, lines))
    if "☒" in text and {"☑", "✅"} & {*text}:  # then a cross may say that an option is wrong
        return found
    for box, sign in _BOXES:
        runs = [run for run in _runs(lines, box) if _is_choice(run)]
        if len(runs) < max(_FEWEST, options_begun(lines)) or (
            box is _COLUMN and any(map(_IN_CELLS.match, filter(None, lines)))
        ):
            continue
        fewest = min(map(len, runs))
        for run in runs:
            if len(run) > fewest + 1 and run[0][1][1] in ("-", "–"):  # then a list with dashes may stand above
                continue
            texts = _unlabelled([(lines[at] or "")[ticked.end() :].strip() for at, ticked in run])
            for letter, (at, ticked), bare in zip(string.ascii_lowercase, run, texts, strict=False):
                found[at] = f"{sign if ticked[1] not in _UNTICKED else ''}{letter}) {bare}"
        return found
    return found


def _runs(lines: Sequence[str | None], box: re.Pattern[str]) -> Iterator[list[tuple[int, re.Match[str]]]]:
    """The lines with boxes that stand together, but for blank lines between them, below another line."""
    run: list[tuple[int, re.Match[str]]] = []
    for at, line in enumerate([*lines, "end"]):
        if line and (ticked := box.match(line)):
            run.append((at, ticked))
        elif line and line.strip():
            yield run
            run = []


def _is_choice(run: Sequence[tuple[int, re.Match[str]]]) -> bool:
    ticked = [each[1] not in _UNTICKED for _, each in run]
    return {*ticked} == {True, False} and len(run) <= len(string.ascii_lowercase)


def _unlabelled(texts: Sequence[str]) -> list[str]:
    """The texts without the letters or numbers that they have besides, if they all do, in order."""
    found = [_OWN_LABEL.match(text) for text in texts]
    marks = [each[1].casefold() for each in found if each]
    if len(marks) < len(texts) or not any("".join(marks) == order[: len(marks)] for order in (*SERIES, _DIGITS)):
        return list(texts)
    return [text[each.end() :] for text, each in zip(texts, found, strict=True) if each]
