"""Line wrapping for prompts: between words, measured in terminal cells (a Chinese character takes two)."""

from collections.abc import Iterator

from prompt_toolkit.utils import get_cwidth

from trotskyism_cli.message_text import MIDDOT

NEVER_FIRST = frozenset("、。，．・：；！？）」』】〉》％,.;:!?)]}”’…")  # a line never starts with these


def wrap(text: str, width: int) -> list[str]:
    """Wrap text into lines of at most `width` cells.

    Lines break at blanks and between wide characters. Only a word wider than a line is cut.
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
    """Wrap items joined by ` · ` without breaking within an item, so that a key stays with its meaning."""
    lines = list[str]()
    for item in text.split(MIDDOT):
        joined = f"{lines[-1]}{MIDDOT}{item}" if lines else item
        if lines and get_cwidth(joined) <= width:
            lines[-1] = joined
        else:
            lines += wrap(item, width)
    return lines


def _atoms(text: str) -> Iterator[tuple[str, str]]:
    """The unbreakable pieces of a text, each with the blank before it, if any."""
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
    """The line with the piece added, in as many lines as it takes."""
    for sign in atom:
        if get_cwidth(line) + get_cwidth(sign) > width and line.strip():
            yield line
            line = ""
        line += sign
    yield line
