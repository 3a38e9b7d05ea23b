"""Marks of right options in a printed test: around the label, before or behind the text of an option."""

import re
from collections import Counter
from collections.abc import Sequence

_BEFORE = re.compile(r"(\*{1,2}|[✓✔√✅☑]\ufe0f?)[ \t]*(?=\S)")
_BEHIND = re.compile(r"(?<=\S)[ \t]*(\*{1,2}|[✓✔√✅☑]\ufe0f?|\([xX]\))[ \t]*$")
STAR = "*"


def sign_of(beside: str, text: str) -> str:
    """The sign with which an option is marked: beside its label, before or behind its text; stars are all alike."""
    found = beside or "".join(each[1] for each in (_BEFORE.match(text), _BEHIND.search(text)) if each)[:2]
    return STAR if STAR in found else found.replace("\ufe0f", "").casefold()


def bare_of(text: str, sign: str) -> str:
    """The text of an option without the sign that marks it."""
    return _BEHIND.sub("", _BEFORE.sub("", text, count=1)) if sign else text


def chosen_sign(groups: Sequence[Sequence[str]]) -> str:
    """The sign that marks some options of most questions, but not all of one; nothing if there is none."""
    often = Counter(sign for group in groups for sign in {*group} if sign and {*group} != {sign})
    return max(often, key=lambda sign: often[sign], default="")
