"""Marks of right options in a printed test: around the label, before or behind the text of an option."""

import re
from collections import Counter
from collections.abc import Sequence

from trotskyism_cli.imports.head_words import plain
from trotskyism_cli.imports.right_words import is_right, is_wrong
from trotskyism_cli.imports.signs import ARROW_BACK, TICK

_BEFORE = re.compile(rf"(\*{{1,2}}|{TICK})[ \t]*(?=\S)")
_ALONE = re.compile(rf"\*+|{TICK}")
_BEHIND = re.compile(rf"(?<=\S)(?:[ \t]*(\*{{1,2}}|{TICK})|[ \t]+(\([xX]\)))[ \t]*$")
_IN_WORDS = re.compile(rf"(?<=\S)[ \t]*(?:[(（\[]|{ARROW_BACK})([^\W\d]+(?:[ ][^\W\d]+)?)[!.]?[)）\]]?[ \t]*$")
STAR = "*"
BOX = "[x]"  # a box that is ticked, of which several may be
RIGHT = "(x)"  # for any word in brackets that says so


def sign_of(beside: str, text: str) -> str:
    """The sign with which an option is marked: beside its label, around its text or instead of it; stars are alike."""
    if not beside and _said(text):
        return RIGHT
    around = [each[each.lastindex or 0] for each in (_BEFORE.match(text), _BEHIND.search(text)) if each]
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
    before = _BEFORE.match(text) if sign else None
    return _BEHIND.sub("", text[before.end() :] if before else text) if sign else text


def _said(text: str) -> bool:
    """Whether a word in brackets behind a text says that it is right."""
    found = _IN_WORDS.search(text)
    return found is not None and " " not in found[1] and is_right(plain(found[1]))


def chosen_sign(groups: Sequence[Sequence[str]]) -> str:
    """The sign that marks some options of most questions, but not all of one: of several, the first; else none."""
    often = Counter(sign for group in groups for sign in dict.fromkeys(group) if sign and {*group} != {sign})
    return max(often, key=lambda sign: often[sign], default="")
