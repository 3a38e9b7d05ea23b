"""Wrapping of styled lines for pictures: at blanks, each span keeping its style."""

from collections.abc import Iterable, Iterator

from trotskyism_cli.screen.document import Line, Span, Style, Title
from trotskyism_cli.screen.lines import cells


def wrapped(text: Line, width: int) -> tuple[Line, ...]:
    """Wrap a line at a width in columns; a longer word is broken."""
    lines: list[list[Span]] = [[]]
    room = max(1, width)
    for word in _words(text):
        length = columns(word)
        if lines[-1] and length + 1 > room:
            lines.append([])
            room = max(1, width)
        elif lines[-1]:
            lines[-1].append(Span(" ", _between(lines[-1][-1], word[0])))
            room -= 1
        for piece in _pieces(word, max(1, width)) if length > room else [word]:
            if lines[-1] and columns(piece) > room:
                lines.append([])
                room = max(1, width)
            lines[-1] += piece
            room -= columns(piece)
    return tuple(_joined(spans) for spans in lines)


def lines_of_title(title: Title, width: int) -> int:
    """Number of lines a title takes: its tag stands beside it if there is room for both."""
    name, tag = (Span(title.text),), (Span(title.tag),)
    if columns((*name, *tag)) < width - 1:
        return 1
    return len(wrapped(name, width)) + (len(wrapped(tag, width)) if title.tag else 0)


def columns(text: Iterable[Span]) -> int:
    """Width of the spans in terminal columns."""
    return sum(cells(span.text) for span in text)


def padded(text: Line, width: int) -> Line:
    """The line padded with blanks to a width."""
    length = columns(text)
    return (*text, Span(" " * (width - length))) if length < width else text


def to_the_right(text: Line, tag: Line, width: int) -> Line:
    """The line with a tag right-aligned at the width; empty if both do not fit."""
    length = columns((*text, *tag))
    return (*text, Span(" " * (width - length)), *tag) if length < width else ()


def _words(text: Line) -> Iterator[list[Span]]:
    """Split a line into words of one or more spans: `(`, `1918`, `)` may have three styles and no blank between."""
    word: list[Span] = []
    for span in text:
        parts = span.text.split(" ")
        for number, part in enumerate(parts):
            if number and word:
                yield word
                word = []
            if part:
                word.append(span._replace(text=part))
    if word:
        yield word


def _pieces(word: list[Span], width: int) -> Iterator[list[Span]]:
    for span in word:
        for start in range(0, len(span.text), width):
            yield [span._replace(text=span.text[start : start + width])]


def _between(left: Span, right: Span) -> Style:
    return left.style if left.style == right.style else ""


def _joined(spans: list[Span]) -> Line:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1][1:] == span[1:]:
            joined[-1] = span._replace(text=joined[-1].text + span.text)
        else:
            joined.append(span)
    return tuple(joined)
