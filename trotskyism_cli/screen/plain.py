"""A document as plain text: no boxes, no colour, no repainting, and no line is ever cut.

For pipes, for screen readers, and for terminals that can do no more. Lines are as long as they are: a reader, a pipe or
a braille line wraps them better than we could.
"""

from collections.abc import Iterator

from trotskyism_cli.screen.document import (
    Block,
    Document,
    Fields,
    Heading,
    Line,
    Paragraph,
    Picture,
    Point,
    Quotation,
    Table,
    Title,
    words,
)
from trotskyism_cli.screen.safe import visible


def plain_text(document: Document) -> str:
    """The whole document, ending in a newline."""
    lines = [text for number, block in enumerate(document.blocks) for text in _spaced(block, first=number == 0)]
    return "".join(f"{visible(text)}\n" for text in lines)


def _spaced(block: Block, *, first: bool) -> Iterator[str]:
    if isinstance(block, (Heading, Title, Quotation)) and not first:
        yield ""
    yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield f"{block.text} ({block.tag})" if block.tag else block.text
        case Heading():
            yield f"{block.text}:"
        case Paragraph():
            yield from ("", words(block.line)) if block.apart else (words(block.line),)
        case Quotation():
            yield f"“{words(block.text)}”"
            yield f"  {block.attribution}"
        case Point():
            yield f"{block.number + ')' if block.number else '-'} {words(block.line)}"
            yield from (f"  {words(note)}" for note in block.notes)
        case Fields() | Table():
            yield from _rows(block)
        case Picture():
            yield from map(words, block.words)


def _rows(block: Fields | Table) -> Iterator[str]:
    if isinstance(block, Fields):
        yield from (f"{label}: {'; '.join(map(words, lines))}" for label, lines in block.rows)
    else:
        yield from (_row(block.headers, row) for row in block.rows)


def _row(headers: tuple[str, ...], row: tuple[Line, ...]) -> str:
    cells = [f"{header}: {words(cell)}" if header else words(cell) for header, cell in zip(headers, row, strict=True)]
    return "; ".join(cell for cell in cells if not cell.endswith(": "))
