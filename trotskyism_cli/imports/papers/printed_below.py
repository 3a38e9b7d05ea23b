"""Decide whether a line below an option of a printed test continues it.

It does if it is indented, or begins in lower case below a full line. Other possible continuations are joined and
reported; remarks, page footers and lines beginning with a capital are dropped and reported.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.imports.answers.remarks import REMARK
from trotskyism_cli.imports.foreign import tidy
from trotskyism_cli.imports.papers.instructions import divides
from trotskyism_cli.imports.papers.printed_groups import Group, Piece
from trotskyism_cli.imports.papers.printed_lines import NARROW

# Points, a line to write on, a page footer, a picture's caption.
_ASIDE = re.compile(
    r"[(\[]\s*\d{1,3}(?:[.,]\d{1,2})?\s*[^\W\d]+\.?\s*[)\]]|\[[^\[\]]{3,}\]"
    r"|[.…][.…\s]{3,}"
    r"|[^\W\d]+\.?\s\d{1,3}\s?(?:/|[^\W\d]{1,4})\s?\d{1,3}|[-–—]?\s*\d{1,3}\s*[-–—]?"
    r"|(?:©|\(c\)\s*\d{4}|copyright\b|https?://|www\.).*",
    re.IGNORECASE,
)
# Words no option ends with: it continues on the next line, even if that begins with a capital.
_BREAKS_OFF = re.compile(
    r"[^\W\d_]\s+(?:a|an|the|of|to|at|by|from|with|and|or|der|die|das|den|dem|des|ein|eine|von|und|oder|le|la|les|"
    r"du|des|et|ou|el|los|las|del|il|lo|gli|di|da|do|dos|och|en|het|van|i|w|z|и|или|в|на|с)$"
)
_SIGNED = re.compile(r"[^\w\s(\"'“„«»‹‘¿¡]")  # such lines may have a meaning: `... feedback on the option above`
_QUOTES = "(\"'“„«»‹‘¿¡"


class Below(NamedTuple):
    """A line below an option, and whether it was joined to it."""

    piece: Piece
    joined: bool

    def __str__(self) -> str:
        told = "was taken as a part of the option above it" if self.joined else "was passed over"
        return f"“{tidy(self.piece.text)}” stands below {'an option' if self.joined else 'the options'}, and {told}"


def sorted_below(groups: Sequence[Group], usual: int, raw: Sequence[str]) -> Iterator[Below]:
    """The lines below options that have to be reported; most questions have `usual` options.

    `raw` are the lines of the file.
    """
    for group in groups:
        below = group.within + (group.below if group.ended else [])
        may_be_options = [] if len(group.options) >= usual and not group.loose else group.below
        above: Piece | None = None  # the option above
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
    """Return whether a line starts anew: at the margin, capitalised, though its first word had room above."""
    above, line = (raw[number - 1].strip() for number in (piece.line - 1, piece.line))
    if _BREAKS_OFF.search(above) and not divides(line):
        return False
    has_room = len(above) + len(f" {line.split()[0]}") <= max(len(line), NARROW)
    return _is_capital(line) and not _is_deeper(piece, option, raw) and has_room


def _goes_on(piece: Piece, option: Piece, raw: Sequence[str], *, full: bool) -> bool:
    """Return whether a line certainly continues an option: indented, or in lower case below a full line."""
    return _is_deeper(piece, option, raw) or (full and not _is_capital(piece.text.strip()))


def _is_capital(text: str) -> bool:
    return text.lstrip(_QUOTES)[:1].isupper()


def _is_deeper(piece: Piece, option: Piece, raw: Sequence[str]) -> bool:
    return _margin(raw[piece.line - 1]) > _margin(raw[option.line - 1])


def _margin(line: str) -> int:
    bare = line.expandtabs()
    return len(bare) - len(bare.lstrip())
