"""A document as plain text: no boxes, no colour, no repainting, and no line is ever cut.

For pipes, for screen readers, and for terminals that can do no more. Lines are as long as they are. What programs read
has tabs between the cells of a table, and a line for its headers.
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

HANG = 2  # columns by which a row goes on further in
RECORD = 3  # columns from which on a row of a table is a record: a line a cell, set off by a blank line


def plain_text(document: Document, *, tabbed: bool = False, width: int = 0) -> str:
    """The whole document, ending in a newline; `tabbed` tables for a pipe, sentences or labelled rows for a reader.

    For a reader lines are broken at so many columns, if any are given; what a row goes on with stands further in.
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
    """One cell in one line, without a tab of its own."""
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
    """The cells with their labels; the first one is what the others are about, and a name needs no label."""
    head, *cells = (words(cell).replace("\n", "; ") for cell in row)
    yield f"{headers[0]} {head}" if head.isdecimal() else head
    yield from (f"{label}: {cell}" if label else cell for label, cell in zip(headers[1:], cells, strict=True) if cell)
