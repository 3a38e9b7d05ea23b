"""A document as plain text: no boxes, no colour, no repainting, and nothing is ever cut.

For pipes, screen readers and simple terminals. For programs (`tabbed`), tables have a header line and tabs between
cells.
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
    Piped,
    Point,
    Quotation,
    Table,
    Title,
    words,
)
from trotskyism_cli.screen.lines import visible, wrapped

HANG = 2  # columns by which continuation lines are indented
RECORD = 3  # number of columns from which each cell has its own line


def plain_text(document: Document, *, tabbed: bool = False, width: int = 0) -> str:
    """The whole document, ending in a newline.

    Tables are tab-separated with `tabbed`, otherwise sentences or labelled rows. With a `width`, lines are wrapped and
    continuation lines of rows are indented.
    """
    blocks = document.blocks
    if tabbed:
        blocks = next(((each,) for each in blocks if isinstance(each, Table) and each.alone), blocks)
    return "".join(
        f"{wrapped(text, width, HANG if isinstance(block, (Fields, Picture, Table)) else 0)}\n"
        for number, block in enumerate(blocks)
        for text in _spaced(block, first=not number, tabbed=tabbed)
    )


def _spaced(block: Block, *, first: bool, tabbed: bool) -> Iterator[str]:
    if isinstance(block, (Heading, Title, Quotation, *(() if tabbed else (Fields,)))) and not first:
        yield ""
    yield from _tabbed(block) if tabbed and isinstance(block, Table) else map(visible, _lines(block))


def _tabbed(table: Table) -> Iterator[str]:
    headers, rows = table.piped or Piped(table.headers, tuple(tuple(map(words, row)) for row in table.rows))
    yield "\t".join(map(_cell, headers))
    yield from ("\t".join(map(_cell, row)) for row in rows)


def _cell(text: str) -> str:
    """A cell on one line, without tabs."""
    lines = (" ".join(part.split()) for part in text.splitlines())
    return visible("; ".join(filter(None, lines)))


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
            yield from (f"  {note}" for note in block.notes)
        case Point():
            yield f"{block.number + ')' if block.number else '-'} {words(block.line)}"
            yield from (f"  {words(note)}" for note in block.notes)
        case Fields() | Table():
            yield from _rows(block)
        case Picture():
            yield from map(words, block.words)


def _rows(block: Fields | Table) -> Iterator[str]:
    if isinstance(block, Fields):
        for label, lines in block.rows:
            told = [words(each) for each in lines]
            yield from (f"{label}: {told[0]}",) if len(told) == 1 else (f"{label}:", *(f"- {each}" for each in told))
    elif block.told:
        gap = ("",) if any(len(record) > 1 for record in block.told) else ()
        yield from (part for record in block.told for part in (*gap, *record))
    elif len(block.headers) >= RECORD:
        yield from (part for row in block.rows for part in ("", *_labelled(block.headers, row)))
    else:
        yield from ("; ".join(_labelled(block.headers, row)) for row in block.rows)


def _labelled(headers: tuple[str, ...], row: tuple[Line, ...]) -> Iterator[str]:
    """The cells with their headers; the first cell is what the others are about and has a label only if a number."""
    head, *cells = (words(cell).replace("\n", "; ") for cell in row)
    yield f"{headers[0]} {head}" if head.isdecimal() else head
    yield from (f"{label}: {cell}" if label else cell for label, cell in zip(headers[1:], cells, strict=True) if cell)
