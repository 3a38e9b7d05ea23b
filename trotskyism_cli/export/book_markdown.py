"""The book in Markdown (CommonMark), with anchors for links and drawings as code blocks."""

from collections.abc import Iterable, Iterator

from trotskyism_cli.export.book import Section
from trotskyism_cli.export.markdown import escaped
from trotskyism_cli.screen.document import (
    Block,
    Fields,
    Heading,
    Line,
    Paragraph,
    Picture,
    Point,
    Quotation,
    Span,
    Table,
    Title,
)

WIDTH = 78  # columns of a drawing
DEEPEST = 6


def book_markdown(sections: Iterable[Section]) -> Iterator[str]:
    """The book, section by section."""
    for section in sections:
        yield f'<a id="{section.anchor}"></a>\n\n'
        was_point = False
        for block in section.document.blocks:
            yield "\n" if was_point and not isinstance(block, Point) else ""
            yield from _block(block, section.level)
            was_point = isinstance(block, Point)
        yield "\n" if was_point else ""


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Title():
            tag = f" ({escaped(block.tag)})" if block.tag else ""
            yield f"{'#' * level} {_flat(block.text)}{tag}\n\n"
        case Heading():
            yield f"{'#' * min(DEEPEST, level + 1)} {_flat(block.text)}\n\n"
        case Paragraph():
            yield f"{_line(block.line)}\n\n"
        case Quotation():
            below = "".join(f">\n> {escaped(note, '> ')}\n" for note in block.notes)
            yield f"> “{_line(block.text, '> ')}”\n>\n> — {escaped(block.attribution, '> ')}\n{below}\n"
        case Point():
            yield f"- {_line(block.line, '  ')}\n"
            yield from (f"  - {_line(note, '    ')}\n" for note in block.notes)
        case Fields() | Table():
            yield from _rows(block)
            yield "\n"
        case Picture():
            drawn = ("".join(span.text for span in each) for each in block.draw(WIDTH))
            yield "````text\n" + "".join(f"{each}\n" for each in drawn) + "````\n\n"


def _rows(block: Fields | Table) -> Iterator[str]:
    if isinstance(block, Fields):
        for label, lines in block.rows:
            yield f"- **{_flat(label)}**: " + "; ".join(_line(each, "  ") for each in lines) + "\n"
        return
    for row in block.rows:
        cells = zip(block.headers, row, strict=True)
        yield "- " + "; ".join(f"{escaped(head)}: {_line(cell, '  ')}" for head, cell in cells) + "\n"


def _flat(text: str) -> str:
    return escaped(" ".join(text.split()))


def _line(spans: Line, indent: str = "") -> str:
    return "".join(_span(span, indent) for span in spans).strip()


def _span(span: Span, indent: str) -> str:
    head = span.text[: len(span.text) - len(span.text.lstrip())] and " "
    tail = span.text[len(span.text.rstrip()) :] and " "
    text = escaped(span.text, indent)
    if not text:
        return head or tail
    if span.target:
        where = span.target if span.target.startswith("#") else f"#entry-{span.target}"
        text = f"[{text}]({where})"
    elif span.style == "strong":
        text = f"**{text}**"
    return f"{head}{text}{tail}"
