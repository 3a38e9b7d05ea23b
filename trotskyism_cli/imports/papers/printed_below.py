"""What stands below an option of a printed test: the rest of the option, or what is no part of it.

A line that is indented is the rest, and one that begins in lower case below a line that is full. What else may be the
rest is taken so and told; remarks, the foot of a page and other lines with a capital letter are passed over and told.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.imports.answers.remarks import REMARK
from trotskyism_cli.imports.foreign import tidy
from trotskyism_cli.imports.papers.instructions import divides
from trotskyism_cli.imports.papers.printed_groups import Group, Piece
from trotskyism_cli.imports.papers.printed_lines import NARROW

# Points, a line to write on, the foot of a page with whose it is, and what is said of a picture.
_ASIDE = re.compile(
    r"[(\[]\s*\d{1,3}(?:[.,]\d{1,2})?\s*[^\W\d]+\.?\s*[)\]]|\[[^\[\]]{3,}\]"
    r"|[.…][.…\s]{3,}"
    r"|[^\W\d]+\.?\s\d{1,3}\s?(?:/|[^\W\d]{1,4})\s?\d{1,3}|[-–—]?\s*\d{1,3}\s*[-–—]?"
    r"|(?:©|\(c\)\s*\d{4}|copyright\b|https?://|www\.).*",
    re.IGNORECASE,
)
# What no option ends with: its rest stands in the next line, though it begin with a capital letter.
_BREAKS_OFF = re.compile(
    r"[^\W\d_]\s+(?:a|an|the|of|to|at|by|from|with|and|or|der|die|das|den|dem|des|ein|eine|von|und|oder|le|la|les|"
    r"du|des|et|ou|el|los|las|del|il|lo|gli|di|da|do|dos|och|en|het|van|i|w|z|и|или|в|на|с)$"
)
_SIGNED = re.compile(r"[^\w\s(\"'“„«»‹‘¿¡]")  # what begins so may be read otherwise: `... said of the option above`
_QUOTES = "(\"'“„«»‹‘¿¡"


class Below(NamedTuple):
    """A line below an option; whether it was joined to that."""

    piece: Piece
    joined: bool

    def __str__(self) -> str:
        told = "was taken as a part of the option above it" if self.joined else "was passed over"
        return f"“{tidy(self.piece.text)}” stands below {'an option' if self.joined else 'the options'}, and {told}"


def sorted_below(groups: Sequence[Group], usual: int, raw: Sequence[str]) -> Iterator[Below]:
    """Of the lines below options those that are to be told; most questions have as many options as `usual`.

    `raw` are the lines of the file.
    """
    for group in groups:
        below = group.within + (group.below if group.ended else [])
        may_be_options = [] if len(group.options) >= usual and not group.loose else group.below
        above: Piece | None = None  # the option
        full, passing = False, False
        for piece in below:
            option = max((each for each in group.options if each.line < piece.line), key=lambda each: each.line)
            if option is not above:
                above, full, passing = option, _is_full(raw[option.line - 1]), False
            text = piece.text.strip()
            if _ASIDE.fullmatch(text):
                yield Below(piece, joined=False)
            elif piece in may_be_options or _SIGNED.match(text):
                continue
            elif passing or REMARK.fullmatch(text) or _stands_alone(piece, option, raw):
                passing = True
                yield Below(piece, joined=False)
            elif not _goes_on(piece, option, raw, full=full):
                yield Below(piece, joined=True)
            full = _is_full(raw[piece.line - 1])


def _is_full(line: str) -> bool:
    return len(line.strip()) >= NARROW


def _stands_alone(piece: Piece, option: Piece, raw: Sequence[str]) -> bool:
    """Whether a line begins anew: at the margin, with a capital letter, where its first word had room above it."""
    above, line = (raw[number - 1].strip() for number in (piece.line - 1, piece.line))
    if _BREAKS_OFF.search(above) and not divides(line):
        return False
    has_room = len(above) + len(f" {line.split()[0]}") <= max(len(line), NARROW)
    return _is_capital(line) and not _is_deeper(piece, option, raw) and has_room


def _goes_on(piece: Piece, option: Piece, raw: Sequence[str], *, full: bool) -> bool:
    """Whether a line is surely the rest of an option: it is indented, or begins in lower case below a full line."""
    return _is_deeper(piece, option, raw) or (full and not _is_capital(piece.text.strip()))


def _is_capital(text: str) -> bool:
    return text.lstrip(_QUOTES)[:1].isupper()


def _is_deeper(piece: Piece, option: Piece, raw: Sequence[str]) -> bool:
    return _margin(raw[piece.line - 1]) > _margin(raw[option.line - 1])


def _margin(line: str) -> int:
    bare = line.expandtabs()
    return len(bare) - len(bare.lstrip())
