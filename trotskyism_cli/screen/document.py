"""What is to be shown, before it is known how: a document of blocks, drawn by `terminal` or written out by `plain`.

Text is made of spans whose styles are meanings (`date`, `holder`, `match`), never colours, and is always data: nothing
in it is read as markup. Only a `Picture` knows how wide it is drawn; it says the same in words.
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
    """A piece of text with one meaning; `target` is the id of the entry that it leads to, where a page can link."""

    text: str
    style: Style = ""
    target: str = ""


Line = tuple[Span, ...]


class Title(NamedTuple):
    """The head of a document: what it is about, and in a word what kind of thing that is."""

    text: str
    tag: str = ""


class Heading(NamedTuple):
    """The head of a part."""

    text: str


class Paragraph(NamedTuple):
    """Running text; `apart` sets it off from what stands above, as in prose."""

    line: Line
    apart: bool = False


class Quotation(NamedTuple):
    """A quotation, set off from the text, who said it where, and, below that, what else is to be known of it."""

    text: Line
    attribution: str
    notes: tuple[str, ...] = ()


class Point(NamedTuple):
    """An item of a list; `notes` stand below it, indented. A `sign` is drawn before it, its words are in the line."""

    line: Line
    notes: tuple[Line, ...] = ()
    number: str = ""
    sign: str = ""


class Piped(NamedTuple):
    """What a pipe has instead of a table: what is one cell to a reader may be several to a program."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Table(NamedTuple):
    """Rows under headers. In a narrow terminal, and in plain text, each row becomes labelled lines; in a pipe, cells
    with tabs between them.

    `draw` makes the lines of a table that a terminal has otherwise than in columns. `alone` says that a pipe has
    nothing but the table of the document; `piped`, what it has instead, if its cells are not these. `told` are the rows
    in sentences, for who listens to plain text.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    draw: Callable[[int], Sequence[Line]] | None = None
    alone: bool = False
    told: tuple[tuple[str, ...], ...] = ()
    piped: Piped | None = None


class Field(NamedTuple):
    """A labelled row: its lines stand one below the other, beside the label."""

    label: str
    lines: tuple[Line, ...]


class Fields(NamedTuple):
    """Labelled rows, the labels in a column of their own."""

    rows: tuple[Field, ...]


class Picture(NamedTuple):
    """Something drawn: `draw` makes its lines for a width in columns; `words` says the same to a listener."""

    draw: Callable[[int], Sequence[Line]]
    words: tuple[Line, ...]


Block = Title | Heading | Paragraph | Quotation | Point | Fields | Table | Picture


class Document(NamedTuple):
    """Blocks from top to bottom; `measure` is the widest that its lines are read well at, if that matters."""

    blocks: tuple[Block, ...] = ()
    measure: int = 0


def line(*parts: str | Span) -> Line:
    """A line of spans and plain strings."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts if part)


def join(lines: Iterable[Line], separator: str = ", ") -> Line:
    """Lines in a row, with a separator between them."""
    joined: list[Span] = []
    for each in lines:
        if joined:
            joined.append(Span(separator))
        joined.extend(each)
    return tuple(joined)


def words(each: Line) -> str:
    """The text of a line alone, without its signs: those only repeat in a picture what the words say."""
    return "".join(span.text for span in each if span.style != "sign")


def count_words(document: Document) -> int:
    """How many words there are to read in titles and paragraphs."""
    read = [each for each in document.blocks if isinstance(each, Title | Paragraph)]
    return sum(len((words(each.line) if isinstance(each, Paragraph) else each.text).split()) for each in read)


def title_of(document: Document) -> str:
    """What a document is called; empty if it is called nothing."""
    return next((block.text for block in document.blocks if isinstance(block, Title)), "")
