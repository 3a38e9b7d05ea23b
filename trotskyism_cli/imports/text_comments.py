"""Remove HTML comments `<!-- … -->` from a text: whole lines, or behind an option."""

import re
from typing import NamedTuple

_COMMENT = re.compile(r"<!--(?P<said>.*?)-->", re.DOTALL)
_OPTION = r"[ \t]*(?:[-*+][ \t]+)?(?:\[[ xX]\][ \t]*|\(?[^\W\d_][.)][ \t]+)"
_BEFORE = re.compile(rf"[ \t]*|{_OPTION}[^\s<](?:[^\n]*\S)?[ \t]*")
_IS_MEANT = re.compile(rf"^(?:{_OPTION}|[ \t]*[^\W\d]+:[ \t]*)<!--", re.MULTILINE)  # a comment that is itself an answer


class Bare(NamedTuple):
    """A text without its comments but with the same lines; the first comment's line and its words."""

    text: str
    line: int
    said: str


def without_comments(text: str) -> Bare | None:
    """The text without comments that fill their lines or follow an option; None if there are none.

    Comments that are an option, or in a text with code, are part of the questions and stay.
    """
    if "<!--" not in text or "```" in text or _IS_MEANT.search(text):
        return None
    first: re.Match[str] | None = None
    parts: list[str] = []
    end = 0
    for found in _COMMENT.finditer(text):
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        behind = text[found.end() :].partition("\n")[0]
        if behind.strip() or not _BEFORE.fullmatch(before):
            continue
        first = first or found
        parts += [text[end : found.start()].rstrip(" \t"), "\n" * found[0].count("\n")]
        end = found.end()
    if first is None:
        return None
    return Bare("".join([*parts, text[end:]]), text.count("\n", 0, first.start()) + 1, " ".join(first["said"].split()))
