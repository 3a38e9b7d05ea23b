"""Lines of plain text for a terminal: broken between words, and with nothing in them that it would obey."""

import unicodedata
from collections.abc import Iterator

from trotskyism_cli.pack.lazy_regex import lazy_regex

SCREEN = 23  # lines that are seen at once on a terminal of the usual height
NARROWEST = 12  # columns; what is narrower breaks lines as it likes
# Text from packs and learners is data.
_CONTROL = lazy_regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LEAD = lazy_regex(r" *(?:- |\d+\) )?")


def wrapped(text: str, width: int, hang: int = 0) -> str:
    """The text with no line wider than the terminal, except for a word that is; what hangs stays as far in.

    What a line goes on with stands at least `hang` columns further in than it.
    """
    if width < NARROWEST:
        return text
    return "\n".join(part for each in text.split("\n") for part in _parts(each, width, hang))


def is_long(text: str, height: int) -> bool:
    """Whether a text is higher than a terminal, whose last line is taken by what asks for the next command."""
    return text.rstrip("\n").count("\n") + 1 >= height  # a blank line at the end needs no room


def cells(text: str) -> int:
    """How many columns a text takes: two for a wide letter, none for a mark over another."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(letter) for letter in text)


def visible(text: str) -> str:
    """The text with every control and direction character in a visible form, as in `\\x1b`."""
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
