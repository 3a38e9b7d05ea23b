"""Lines that fit: broken between words, and measured in the cells of a terminal, of which a Chinese sign takes two."""

from collections.abc import Iterator

from prompt_toolkit.utils import get_cwidth

from trotskyism_cli.counting import MIDDOT

NEVER_FIRST = frozenset("、。，．・：；！？）」』】〉》％,.;:!?)]}”’…")  # these stay with what is before them


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, none wider than so many cells.

    They break at blanks, and between signs that are written without blanks. Only what is wider than a line by itself
    is cut.
    """
    width = max(2, width)
    lines, now = list[str](), ""
    for gap, atom in _atoms(text):
        if now.strip() and get_cwidth(now) + len(gap) + get_cwidth(atom) > width:
            lines.append(now)
            now, gap = "", ""
        now += gap if now.strip() else ""
        *full, now = _cut(now, atom, width)
        lines += full
    return [*lines, now]


def wrap_items(text: str, width: int) -> list[str]:
    """The lines of items with ` · ` between them, broken between two of them: a key stays with what it does."""
    lines = list[str]()
    for item in text.split(MIDDOT):
        joined = f"{lines[-1]}{MIDDOT}{item}" if lines else item
        if lines and get_cwidth(joined) <= width:
            lines[-1] = joined
        else:
            lines += wrap(item, width)
    return lines


def _atoms(text: str) -> Iterator[tuple[str, str]]:
    """What may not be broken, each with the blank before it if there was one."""
    for word in text.split():
        gap, atom = " ", ""
        for sign in word:
            breaks = get_cwidth(sign) == 2 or (atom and get_cwidth(atom[-1]) == 2)
            if atom and breaks and sign not in NEVER_FIRST and get_cwidth(sign):
                yield gap, atom
                gap, atom = "", ""
            atom += sign
        yield gap, atom


def _cut(line: str, atom: str, width: int) -> Iterator[str]:
    """A line with something added, in as many lines as it takes."""
    for sign in atom:
        if get_cwidth(line) + get_cwidth(sign) > width and line.strip():
            yield line
            line = ""
        line += sign
    yield line
