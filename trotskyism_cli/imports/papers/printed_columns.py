"""Options in two columns with a single blank between, as copied from a page: `a. Earth c. Mars`, `b. …`."""

import re
from collections.abc import Sequence

from trotskyism_cli.imports.answers.lettered import LETTER, SAID
from trotskyism_cli.imports.papers.labels import place_in
from trotskyism_cli.imports.words.letters import SERIES

_TWO = re.compile(
    rf"(?P<left>[ \t]*\(?(?P<one>{LETTER})(?P<after>[.)])[ \t]+\S.*?)[ ]"
    rf"(?P<right>\(?(?P<other>{LETTER})(?P=after)[ ]+\S.*)"
)
_BEGUN = re.compile(rf"[ \t]*\(?(?P<one>{LETTER})[.)][ \t]+\S")
_LABELS = re.compile(rf"(?<!\S)\(?{LETTER}[.)][ \t]+(?=\S)")
_KEY_BEHIND = re.compile(
    rf"(?P<row>.*?\S)(?:[ \t]+(?:{SAID})[.:]?)?[ \t]+[\[(](?P<said>{LETTER})[\])]\s*", re.IGNORECASE
)
_FEWEST_LETTERS = 2
_FEWEST = 2  # lines, and options in the right column


def with_columns_apart(lines: Sequence[str]) -> list[str]:
    """The lines with two columns separated, if letters continue from the left column to the right.

    So text such as `c. 1500` is not split.
    """
    found = list(lines)
    at = 0
    while at < len(lines):
        series, below = _left_column(lines, at)
        right = _right_column(lines[at : at + below], series, below) if below >= _FEWEST else []
        if len(right) >= _FEWEST:
            for place, two in enumerate(right, start=at):
                found[place] = f"{two['left']}    {two['right']}"
        at += max(1, below)
    return found


def _left_column(lines: Sequence[str], at: int) -> tuple[Sequence[str], int]:
    """The series and number of lines from an index on that begin with its successive letters."""
    first = _BEGUN.match(lines[at])
    series = next((one for one in SERIES if first and place_in(one, first["one"]) == 0), "")
    below = 0
    while series and at + below < len(lines):
        begun = _BEGUN.match(lines[at + below])
        if begun is None or place_in(series, begun["one"]) != below:
            break
        below += 1
    return series, below


def _right_column(lines: Sequence[str], series: Sequence[str], below: int) -> list[re.Match[str]]:
    """The first lines that hold a second option, with letters continuing the left column."""
    right: list[re.Match[str]] = []
    for line in lines:
        two = _TWO.fullmatch(line)
        if two is None:
            break
        if place_in(series, two["other"]) != below + len(right) or two["one"].isupper() != two["other"].isupper():
            return []
        right.append(two)
    return right


def with_keys_said(lines: Sequence[str]) -> list[str]:
    """The lines with `Answer: A` for an `[A]` behind options on one line, if every such line has it.

    There must be different letters, as brackets may be part of the last option.
    """
    rows = [at for at, line in enumerate(lines) if len(_LABELS.findall(line)) > 1]
    found = {at: key for at in rows if (key := _KEY_BEHIND.fullmatch(lines[at]))}
    letters = {key["said"] for key in found.values()}
    if len(found) < len(rows) or len(letters) < _FEWEST_LETTERS:
        return list(lines)
    return [
        f"{found[at]['row']}  Answer: {found[at]['said']}" if at in found else line for at, line in enumerate(lines)
    ]
