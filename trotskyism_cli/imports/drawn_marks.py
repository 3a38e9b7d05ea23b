"""Marks of right options that people draw as they like, written as text2qti has them: `*a)` before what is right.

These are arrows and ticks before a letter; `+` and `-` before all options; and a column with an x, as a table of Word
becomes a text.
"""

import re

from trotskyism_cli.imports.decoding import filled_lines

_TICKED = re.compile(r"^[ \t]*[√✓✔→➔➜⇒▶►☛][ \t]*([A-Za-z])[.)][ \t]+(?=\S)", re.MULTILINE)
_SIGNED = re.compile(r"^[ \t]*([+–-])[ \t]*(?=[^\s+–-])", re.MULTILINE)
_ASKED = re.compile(r"^[ \t]*(\d+)(?:[.)][ \t]+|\t)(?=\S)", re.MULTILINE)
_CROSSED = re.compile(r"^[ ]*([xX✓✔√+*]?)[ ]*\t(?=\S)", re.MULTILINE)
_NO_MARKS = ("", "-", "–")  # before wrong options


def redrawn(text: str) -> str:
    """A text with a star before each option that is marked so; as it is if its marks are none of these."""
    for option in (_SIGNED, _CROSSED):
        if _all_marked(text, option):
            bare = option.sub(lambda found: "*a) " if found[1] not in _NO_MARKS else "a) ", text)
            return _ASKED.sub(r"\1. ", bare)
    return _TICKED.sub(r"*\1. ", text)


def _all_marked(text: str, option: re.Pattern[str]) -> bool:
    """Whether each line is a question with a number or one of its options: several, of which one at least is right."""
    groups: list[list[bool]] = []
    for line in filled_lines(text):
        found = option.match(line)
        if found and groups:
            groups[-1].append(found[1] not in _NO_MARKS)
        elif _ASKED.match(line):
            groups.append([])
        else:
            return False
    return bool(groups) and all({*marks} == {True, False} for marks in groups)
