"""Marks of right options in a printed test: around the label, before or behind the text of an option."""

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
# Stars that make letters bold or italic in Markdown: around the whole text of an option, or some words at an end.
_EMPHASIS = re.compile(r"(\*{1,2})(?=[^\s*])([^*]*[^\s*])\1")
_EMPHATIC_BEGIN = re.compile(rf"{_EMPHASIS.pattern}(?!\*)(?=.*\w)")
_EMPHATIC_END = re.compile(rf"(?<=[^*]){_EMPHASIS.pattern}$")
STAR = "*"
BOLD, ITALIC = "**…**", "*…*"  # around a whole option: these may only name a title, or a genus
BOX = "[x]"  # a box that is ticked, of which several may be
RIGHT = "(x)"  # for any word in brackets that says so


def sign_of(beside: str, text: str) -> str:
    """The sign with which an option is marked: beside its label, around its text or instead of it; stars are alike."""
    if not beside and _said(text):
        return RIGHT
    around = [each[each.lastindex or 0] for each in _around(text) if each]
    if not beside and (whole := _EMPHASIS.fullmatch(text)):
        return BOLD if whole[1] == "**" else ITALIC
    found = beside or (text if _ALONE.fullmatch(text) else "".join(around)[:2])
    return STAR if STAR in found else found.replace("\ufe0f", "").casefold()


def bare_of(text: str, sign: str, chosen: str = "") -> str:
    """The text of an option without the sign that marks it; none if it is that alone.

    `chosen` is the sign of the right options; if it is a word in brackets, such a word is taken off wrong ones too.
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
    """The text of an option without the stars that make all of it bold or italic."""
    whole = _EMPHASIS.fullmatch(text)
    return whole[2] if whole else text


def _around(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The marks before a text and behind it; none where stars only make some of its words bold or italic."""
    before = None if _EMPHATIC_BEGIN.match(text) else _BEFORE.match(text)
    return before, None if _EMPHATIC_END.search(text) else _BEHIND.search(text)


def _said(text: str) -> bool:
    """Whether a word in brackets behind a text says that it is right."""
    found = _IN_WORDS.search(text)
    return found is not None and " " not in found[1] and is_right(plain(found[1]))


def chosen_sign(groups: Sequence[Sequence[str]]) -> str:
    """The sign that marks some options of most questions, but not all of one: of several, the first; else none.

    Italics are such a sign only if one option of each question is in them.
    """
    often = Counter(sign for group in groups for sign in dict.fromkeys(group) if sign and {*group} != {sign})
    if any(group.count(ITALIC) != 1 for group in groups):
        often.pop(ITALIC, None)
    return max(often, key=lambda sign: often[sign], default="")
