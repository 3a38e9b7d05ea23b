"""Plain text for a terminal: wrapped between words, and with control characters made visible."""

import unicodedata
from collections.abc import Iterator

from trotskyism_cli.pack.lazy_regex import lazy_regex

SCREEN = 23  # lines that are seen at once on a terminal of the usual height
NARROWEST = 12  # columns; a narrower terminal is left to break lines itself
# Text from packs and learners is data, never terminal commands.
_CONTROL = lazy_regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LEAD = lazy_regex(r" *(?:- |\d+\) )?")


def wrapped(text: str, width: int, hang: int = 0) -> str:
    """Wrap text at a width; a list marker's indent is kept, and continuation lines are indented by `hang` or more.

    A word longer than the width is not broken. Below `NARROWEST` columns nothing is wrapped.
    """
    if width < NARROWEST:
        return text
    return "\n".join(part for each in text.split("\n") for part in _parts(each, width, hang))


def is_long(text: str, height: int) -> bool:
    """Return whether a text does not fit on a terminal of this height, whose last line the prompt takes."""
    return text.rstrip("\n").count("\n") + 1 >= height  # a blank line at the end needs no room


def cells(text: str) -> int:
    """Width of a text in terminal columns: two for a wide letter, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(letter) for letter in text)


def visible(text: str) -> str:
    r"""The text with every control and direction character escaped, e.g. as `\\x1b`."""
    return _CONTROL.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), text)


def _cells_of(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _parts(line: str, width: int, hang: int) -> Iterator[str]:
    if cells(line) <= width:
        yield line
        return
    lead = _LEAD.match(line)
    begin = min(lead.end() if lead else 0, width // 3)
    indent = max(begin, hang)
    so_far, words = line[:begin], line[begin:].split(" ")
    is_begun = False
    for word in words:
        if is_begun and cells(so_far) + 1 + cells(word) > width:
            yield so_far.rstrip()
            so_far, is_begun = " " * indent, False
        so_far += f" {word}" if is_begun else word
        is_begun = True
    yield so_far.rstrip()
