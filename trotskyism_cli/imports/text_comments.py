"""Comments of HTML in a text, `<!-- … -->`, which nobody sees who reads it as Markdown: a line, or behind an option."""

import re
from typing import NamedTuple

_COMMENT = re.compile(r"<!--(?P<said>.*?)-->", re.DOTALL)
_OPTION = r"[ \t]*(?:[-*+][ \t]+)?(?:\[[ xX]\][ \t]*|\(?[^\W\d_][.)][ \t]+)"
_BEFORE = re.compile(rf"[ \t]*|{_OPTION}[^\s<](?:[^\n]*\S)?[ \t]*")
_IS_MEANT = re.compile(rf"^(?:{_OPTION}|[ \t]*[^\W\d]+:[ \t]*)<!--", re.MULTILINE)  # as an answer


class Bare(NamedTuple):
    """A text without its comments, in as many lines; the line of the first one, and what it says."""

    text: str
    line: int
    said: str


def without_comments(text: str) -> Bare | None:
    """The text without comments that fill their lines or stand behind an option; None if it has no such.

    Where a comment is an option, or in a text with code, they are what is asked about.
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
