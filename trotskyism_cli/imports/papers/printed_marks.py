"""Marks of right options in a printed test: beside the label, or before or behind the text."""

import re
from collections import Counter
from collections.abc import Sequence

from trotskyism_cli.imports.words.head_words import plain
from trotskyism_cli.imports.words.right_words import is_right, is_wrong
from trotskyism_cli.imports.words.signs import ARROW_BACK, TICK

_BEFORE = re.compile(rf"(\*{{1,2}}|{TICK})[ \t]*(?=\S)")
_ALONE = re.compile(rf"\*+|{TICK}")
_BEHIND = re.compile(rf"(?<=\S)(?:[ \t]*(\*{{1,2}}|{TICK})|[ \t]+(\([xX]\)))[ \t]*$")
_IN_WORDS = re.compile(rf"(?<=\S)[ \t]*(?:[(（\[]|{ARROW_BACK})([^\W\d]+(?:[ ][^\W\d]+)?)[!.]?[)）\]]?[ \t]*$")
# Bold and italic in Markdown: around an option's whole text, or some words at an end.
_EMPHASIS = re.compile(r"(\*{1,2})(?=[^\s*])([^*]*[^\s*])\1")
_EMPHATIC_BEGIN = re.compile(rf"{_EMPHASIS.pattern}(?!\*)(?=.*\w)")
_EMPHATIC_END = re.compile(rf"(?<=[^*]){_EMPHASIS.pattern}$")
STAR = "*"
BOLD, ITALIC = "**…**", "*…*"  # around a whole option; they may just mark a title or a genus
BOX = "[x]"  # a ticked box; several may be ticked
RIGHT = "(x)"  # stands for any word for "right" in brackets


def sign_of(beside: str, text: str) -> str:
    """The sign that marks an option: beside its label, or around or instead of its text; all stars are one sign."""
    if not beside and _said(text):
        return RIGHT
    around = [each[each.lastindex or 0] for each in _around(text) if each]
    if not beside and (whole := _EMPHASIS.fullmatch(text)):
        return BOLD if whole[1] == "**" else ITALIC
    found = beside or (text if _ALONE.fullmatch(text) else "".join(around)[:2])
    return STAR if STAR in found else found.replace("\ufe0f", "").casefold()


def bare_of(text: str, sign: str, chosen: str = "") -> str:
    """The text of an option without the sign that marks it; empty if it is only that.

    `chosen` is the sign of right options; if it is a word in brackets, such a word is removed from wrong ones too.
    """
    if chosen == RIGHT and not sign and (found := _IN_WORDS.search(text)) and is_wrong(plain(found[1])):
        return _IN_WORDS.sub("", text)
    if _ALONE.fullmatch(text):
        return ""
    if sign == RIGHT and _said(text):
        return _IN_WORDS.sub("", text)
    if not sign:
        return text
    before, behind = _around(text)
    return text[before.end() if before else 0 : behind.start() if behind else len(text)]


def without_emphasis(text: str) -> str:
    """The text of an option without stars that make all of it bold or italic."""
    whole = _EMPHASIS.fullmatch(text)
    return whole[2] if whole else text


def _around(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The marks before and behind a text, but not stars that only emphasise some of its words."""
    before = None if _EMPHATIC_BEGIN.match(text) else _BEFORE.match(text)
    return before, None if _EMPHATIC_END.search(text) else _BEHIND.search(text)


def _said(text: str) -> bool:
    """Return whether a word in brackets behind a text means "right"."""
    found = _IN_WORDS.search(text)
    return found is not None and " " not in found[1] and is_right(plain(found[1]))


def chosen_sign(groups: Sequence[Sequence[str]]) -> str:
    """The sign that marks some but not all options in most questions; else empty.

    Italics count only if exactly one option of each question has them.
    """
    often = Counter(sign for group in groups for sign in dict.fromkeys(group) if sign and {*group} != {sign})
    if any(group.count(ITALIC) != 1 for group in groups):
        often.pop(ITALIC, None)
    return max(often, key=lambda sign: often[sign], default="")
