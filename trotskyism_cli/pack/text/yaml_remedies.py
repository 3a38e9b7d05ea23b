"""Advice about text that is not valid YAML, for authors who are not programmers."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import yaml

_COMMENT = re.compile(r"[^\s:].*[ \t]#")
_VALUE_BEFORE = re.compile(r"(?:^|\s)-\s|:\s")  # before a second colon in a line
_QUOTED = re.compile(r"[:\-,\[{]\s*([\"']).+\1\s*$")
_SIGNS = "@%`*&!|>?-"  # unquoted text cannot begin with these
_OTHERWISE = "look here and just above for a missing quote, colon, bracket or indent"


class Remedy(NamedTuple):
    """Place of an error in the text (line and column from 1; 0 if unknown), and what is wrong with it."""

    line: int
    column: int
    said: str


def remedy(error: yaml.YAMLError, text: str) -> Remedy:
    """Locate an error and say how to mend it."""
    begun, context = getattr(error, "context_mark", None), getattr(error, "context", None) or ""
    mark = getattr(error, "problem_mark", None) or begun
    what = getattr(error, "problem", None) or str(error).splitlines()[0]
    if mark is None:
        return Remedy(0, 0, f"{what}; {_OTHERWISE}")
    if begun and context in ("while scanning an alias", "while scanning an anchor"):
        mark = begun
    if begun and "quoted scalar" in context:
        return Remedy(begun.line + 1, begun.column + 1, "a quotation mark that is never closed; close it")
    lines = text.split("\n", mark.line + 1)[: mark.line + 1]
    said = _meant(what, lines, mark.column) or f"{what}; {_otherwise(lines)}"
    return Remedy(mark.line + 1, mark.column + 1, said)


def _meant(what: str, lines: Sequence[str], column: int) -> str:
    """The author's likely slip, judging by the line of the error; empty if unclear."""
    line = lines[-1]
    before, sign = line[:column], line[column : column + 1]
    if sign == "\t":
        return "a tab; write blanks in its place"
    if "mapping values are not allowed" in what and _VALUE_BEFORE.search(before):
        return "a colon in a text; put the whole text in quotes"
    if before.rstrip().endswith(('"', "'")) and not sign.isspace():
        if _QUOTED.search(before):
            return "a text goes on behind its quotation marks; put all of it in quotes, of the other kind"
        return "a quotation mark above is not closed; close it"
    if sign and sign in _SIGNS and before.rstrip().endswith((":", "-")):
        return f"a text that begins with {sign}; put the whole text in quotes"
    return ""


def _otherwise(lines: Sequence[str]) -> str:
    if any(_COMMENT.search(line) for line in lines[-2:]):
        return "a # after a blank begins a comment, so put text that has one in quotes"
    return _OTHERWISE
