"""Give letters to options of a printed test that have boxes or signs instead: `[x]`, `☑`, `(*)`, `+`.

Also a column with an x, as a Word table becomes when copied as text.
"""

import re
import string
from collections.abc import Iterator, Sequence

from trotskyism_cli.imports.answers.lettered import LETTER
from trotskyism_cli.imports.papers.labels import options_begun
from trotskyism_cli.imports.words.letters import SERIES
from trotskyism_cli.imports.words.signs import TICKS

_COLUMN = re.compile(rf"[ ]*([xX{TICKS}+*]?)[ ]*\t[ \t]*(?=\S)")
_IN_CELLS = re.compile(r"[^\W\d][^\t]+\t")  # a row of some other table
# Forms of boxes, and the sign written for a ticked one; `[x]` allows several right options.
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
# a box to tick on paper; a key has the answers
_UNTICKED_LABEL = re.compile(rf"[ \t]*[□▢☐◯○][ \t]*(?=[(\[]?{LETTER}[.)\]])")
_FEWEST = 2  # questions
_DIGITS = "123456789"
_OWN_LABEL = re.compile(rf"[(\[]?({LETTER}|\d)(?:[ ]?[.):\]]+|[ ]+[-–—](?=\s)|(?=\s))[ \t]*(?=\S)")


def with_letters(lines: Sequence[str | None]) -> list[str | None]:
    """The lines with letters before ticked and unticked options, if most questions have these."""
    if all(map(_UNTICKED_LABEL.match, (line for line in lines if line and line.lstrip().startswith(_SQUARES)))):
        lines = [_UNTICKED_LABEL.sub("", line, count=1) if line else line for line in lines]
    found = list(lines)
    text = "".join(filter(None, lines))
    if "☒" in text and {"☑", "✅"} & {*text}:  # a cross may mark a wrong option here
        return found
    for box, sign in _BOXES:
        runs = [run for run in _runs(lines, box) if _is_choice(run)]
        if len(runs) < max(_FEWEST, options_begun(lines)) or (
            box is _COLUMN and any(map(_IN_CELLS.match, filter(None, lines)))
        ):
            continue
        fewest = min(map(len, runs))
        for run in runs:
            if len(run) > fewest + 1 and run[0][1][1] in ("-", "–"):  # a list with dashes may stand above
                continue
            texts = _unlabelled([(lines[at] or "")[ticked.end() :].strip() for at, ticked in run])
            for letter, (at, ticked), bare in zip(string.ascii_lowercase, run, texts, strict=False):
                found[at] = f"{sign if ticked[1] not in _UNTICKED else ''}{letter}) {bare}"
        return found
    return found


def _runs(lines: Sequence[str | None], box: re.Pattern[str]) -> Iterator[list[tuple[int, re.Match[str]]]]:
    """Groups of consecutive lines with boxes (ignoring blank lines) below another line."""
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
    """The texts without letters or numbers they have besides, if all have them in order."""
    found = [_OWN_LABEL.match(text) for text in texts]
    marks = [each[1].casefold() for each in found if each]
    if len(marks) < len(texts) or not any("".join(marks) == order[: len(marks)] for order in (*SERIES, _DIGITS)):
        return list(texts)
    return [text[each.end() :] for text, each in zip(texts, found, strict=True) if each]
