"""The document model: what is to be shown, independent of how. Drawn by `terminal` or written out by `plain`.

Text is made of spans whose styles are meanings (`date`, `holder`, `match`), never colours. Text is always data: nothing
in it is read as markup. Only a `Picture` depends on the width at which it is drawn; it carries the same content in
words.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

Style = Literal[
    "",
    "strong",
    "date",
    "holder",
    "note",
    "source",
    "quote",
    "kind",
    "match",
    "right",
    "wrong",
    "line",
    "sign",
    "command",
    "lead",
]


class Span(NamedTuple):
    """A piece of text with one meaning; `target` is the id of the entry it links to, in media that can link."""

    text: str
    style: Style = ""
    target: str = ""


Line = tuple[Span, ...]


class Title(NamedTuple):
    """The title of a document, with a tag naming the kind of thing it is about."""

    text: str
    tag: str = ""


class Heading(NamedTuple):
    """The heading of a section."""

    text: str


class Paragraph(NamedTuple):
    """Running text; with `apart`, a blank line separates it from what stands above."""

    line: Line
    apart: bool = False


class Quotation(NamedTuple):
    """A quotation set off from the text, with its attribution and, below that, notes."""

    text: Line
    attribution: str
    notes: tuple[str, ...] = ()


class Point(NamedTuple):
    """An item of a list, with indented `notes` below it. `sign` is drawn before the line, whose words say the same."""

    line: Line
    notes: tuple[Line, ...] = ()
    number: str = ""
    sign: str = ""


class Piped(NamedTuple):
    """The headers and rows a pipe gets instead of a table's own, e.g. with one cell split into several."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Table(NamedTuple):
    """Rows under headers: columns on a terminal, labelled lines if it is narrow or plain text, tab-separated in a pipe.

    `draw`: makes the lines for a terminal, if not plain columns. `alone`: a pipe gets only this table of the document.
    `told`: the rows as sentences, for plain text. `piped`: what a pipe gets instead of these cells.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    draw: Callable[[int], Sequence[Line]] | None = None
    alone: bool = False
    told: tuple[tuple[str, ...], ...] = ()
    piped: Piped | None = None


class Field(NamedTuple):
    """A labelled row: its lines stand one below the other beside the label."""

    label: str
    lines: tuple[Line, ...]


class Fields(NamedTuple):
    """Labelled rows, with the labels in a column of their own."""

    rows: tuple[Field, ...]


class Picture(NamedTuple):
    """A drawing: `draw` makes its lines for a width in columns; `words` says the same to a screen reader."""

    draw: Callable[[int], Sequence[Line]]
    words: tuple[Line, ...]


Block = Title | Heading | Paragraph | Quotation | Point | Fields | Table | Picture


class Document(NamedTuple):
    """Blocks from top to bottom; `measure` is the greatest comfortable line width in columns (0: no limit)."""

    blocks: tuple[Block, ...] = ()
    measure: int = 0


def line(*parts: str | Span) -> Line:
    """A line of spans and plain strings."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts if part)


def join(lines: Iterable[Line], separator: str = ", ") -> Line:
    """Join lines into one, with a separator between them."""
    joined: list[Span] = []
    for each in lines:
        if joined:
            joined.append(Span(separator))
        joined.extend(each)
    return tuple(joined)


def words(each: Line) -> str:
    """The text of a line without its signs, which only repeat in a picture what the words say."""
    return "".join(span.text for span in each if span.style != "sign")


def count_words(document: Document) -> int:
    """Number of words in the titles and paragraphs of a document."""
    read = [each for each in document.blocks if isinstance(each, Title | Paragraph)]
    return sum(len((words(each.line) if isinstance(each, Paragraph) else each.text).split()) for each in read)


def title_of(document: Document) -> str:
    """The text of a document's first title; empty if it has none."""
    return next((block.text for block in document.blocks if isinstance(block, Title)), "")
