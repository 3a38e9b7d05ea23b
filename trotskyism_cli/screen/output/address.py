"""Wrapping of URLs that are longer than a line."""

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.screen.lines import cells

_PART, _JOINT = lazy_regex("(?<=[/?&=#])(?=[^/])"), lazy_regex(r"(?<=\w)(?=[-_.]\w)")


def address_lines(url: str, width: int) -> list[str]:
    """A URL in lines of `width` columns, broken between its parts, and within a part only if that is too long."""
    lines = [""]
    for part in _PART.split(url):
        pieces = [part] if cells(part) <= width else _JOINT.split(part)
        for piece in pieces:
            if lines[-1] and cells(lines[-1] + piece) > width:
                lines.append("")
            lines[-1] += piece
    return [line[start : start + width] for line in lines for start in range(0, len(line), width)]
