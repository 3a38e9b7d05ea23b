"""Descent and splits, drawn as a tree; and said, as one sentence a line, to those who do not look."""

import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from trotskyism_cli.screen.document import Line, Picture, Span, Style, line


class Branch(NamedTuple):
    """A member of a tree: how it came from the one above (`split off`, `became`), when, and what came from it."""

    name: str
    tie: str = ""
    when: str = ""
    is_sought: bool = False
    further: tuple["Branch", ...] = ()


def branches(root: Branch) -> Picture:
    """The picture of a tree."""
    return Picture(lambda width: list(_draw(root, width)), tuple(_say(root)))


def _draw(branch: Branch, width: int, above: str = "", joint: str = "", below: str = "") -> Iterator[Line]:
    room = max(12, width - len(above) - len(joint))
    stem = "│  " if branch.further else ""
    first, *rest = textwrap.wrap(_label(branch), room, subsequent_indent=" " * len(stem), break_on_hyphens=False)
    yield line(Span(above + joint, "line"), *_styled(first, branch))
    for more in rest:
        yield line(Span(above + below + stem, "line"), Span(more.lstrip(), "kind"))
    for number, child in enumerate(branch.further, start=1):
        is_last = number == len(branch.further)
        yield from _draw(child, width, above + below, "└─ " if is_last else "├─ ", "   " if is_last else "│  ")


def _label(branch: Branch) -> str:
    tie = f"{branch.tie}: " if branch.tie else ""
    return f"{tie}{branch.name}{f' ({branch.when})' if branch.when else ''}"


def _styled(text: str, branch: Branch) -> Line:
    tie = len(branch.tie) + 2 if branch.tie else 0
    end = tie + len(branch.name)
    style: Style = "match" if branch.is_sought else "strong"
    return line(Span(text[:tie], "kind"), Span(text[tie:end], style), Span(text[end:], "date"))


def _say(branch: Branch, depth: int = 0) -> Iterator[Line]:
    yield line(f"{'  ' * depth}{'- ' if depth else ''}", Span(_label(branch), "strong"))
    for child in branch.further:
        yield from _say(child, depth + 1)
