"""A document drawn with Rich: at the terminal's width, in styles readable on light and dark backgrounds."""

import sys
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.constrain import Constrain
from rich.padding import Padding
from rich.text import Text
from rich.theme import Theme

from trotskyism_cli.message_text import MIDDOT
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
    title_of,
)
from trotskyism_cli.screen.lines import is_long, visible
from trotskyism_cli.screen.output.pager import page_if_long

# From meanings to styles. No terminal colour is readable on both black and white, so words keep the reader's own
# colour and none are dimmed. Lines of pictures use the one colour that is visible on both.
THEME = Theme(
    {
        "title": "bold",
        "heading": "bold",
        "strong": "bold",
        "date": "",
        "holder": "italic",
        "note": "italic",
        "source": "",
        "quote": "italic",
        "kind": "",
        "lead": "",  # the start of a note, behind which its further lines are indented
        "match": "bold underline",
        "right": "bold",
        "wrong": "bold",
        "line": "magenta",
        "sign": "bold",
        "command": "bold",
    }
)
NARROW = 60  # columns below which a table becomes a list


def make_console(width: int | None = None, *, styles: bool = True) -> Console:
    """The console of this run. Nothing printed is read as markup or highlighted automatically."""
    return Console(
        theme=THEME,
        markup=False,
        highlight=False,
        emoji=False,
        width=width,
        soft_wrap=False,
        force_terminal=None if styles else False,
    )


def show(document: Document, console: Console, *, pages: bool = False, then: str = "") -> str:
    """Print a document; with `pages`, through the user's pager if it is higher than the terminal.

    `then` names what follows after the pager; a line at the top then says how to get there. Returns the styled text if
    `pages` applied, for use on a page; empty if the pager takes no styles.
    """
    renderable = Group(*_renderables(document, console.width))
    if not (pages and console.is_terminal and sys.stdin.isatty()):
        console.print(renderable)
        return ""
    text = _drawn(renderable, console)
    if then and is_long(text, console.height):
        told = Text(f"To read first, {text.count(chr(10))} lines; q goes on {then}.", "strong")
        renderable = Group(told, Text(""), renderable)
        text = _drawn(renderable, console)
    if page_if_long(text, title_of(document), console.height, then=then):
        return text
    if is_long(text, console.height):
        plain = _drawn(renderable, make_console(console.width, styles=False))
        if page_if_long(plain, title_of(document), console.height, styled=False, then=then):
            return ""
    console.file.write(text)
    return text


def _drawn(renderable: RenderableType, console: Console) -> str:
    with console.capture() as captured:
        console.print(renderable)
    return captured.get()


def height(document: Document, console: Console) -> int:
    """Number of lines a document takes on this console."""
    renderable = Group(*_renderables(document, console.width))
    return len(console.render_lines(renderable, console.options, pad=False))


def _renderables(document: Document, width: int) -> Iterable[RenderableType]:
    width = min(width, document.measure or width)
    for number, block in enumerate(document.blocks):
        set_off = isinstance(block, (Heading, Title, Quotation, Fields)) or (
            isinstance(block, Paragraph) and block.apart
        )
        if set_off and number:
            yield Text("")
        yield Constrain(_renderable(block, width), width) if document.measure else _renderable(block, width)


def _renderable(block: Block, width: int) -> RenderableType:
    match block:
        case Title():
            return _title(block, width)
        case Heading():
            return Text(visible(block.text), "heading")
        case Paragraph():
            return text_of(block.line)
        case Quotation():
            body = Text.assemble(("“", "quote"), text_of(block.text, "quote"), ("”", "quote"))
            source = Padding(Text(visible(block.attribution), "source"), (0, 0, 0, 2))
            notes = (Padding(Text(visible(note), "note"), (0, 0, 0, 2)) for note in block.notes)
            return Padding(Group(body, source, *notes), (0, 0, 0, 2))
        case Point():
            return _point(block, width)
        case Fields():
            return _fields(block, width)
        case Table():
            return _table(block, width)
        case Picture():
            return Group(*(_unwrapped(each) for each in block.draw(width)))


def text_of(line: Line, style: str = "") -> Text:
    """A line as Rich text; its words are never parsed as markup."""
    text = Text(style=style, overflow="fold")
    for span in line:
        text.append(visible(span.text), span.style or None)
    return text


def _unwrapped(line: Line) -> Text:
    text = text_of(line)
    text.no_wrap = True
    text.overflow = "ignore"
    return text


# The separator of items while wrapping: a line may end with it but not start with it. Rich breaks lines at every kind
# of blank, so a private-use character of the same width replaces the blank before the dot.
UNBROKEN = "\ue000"
BOUND = f"{UNBROKEN}· "


class _Hanging:
    """Text with a mark before its first line and further lines indented below, by the mark's width or `indent`."""

    def __init__(self, mark: Text, text: Text, indent: int | None = None) -> None:
        self._mark = mark
        self._text = text
        self._indent = mark.cell_len if indent is None else indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        text = self._text.copy()
        text.plain = text.plain.replace(MIDDOT, BOUND)
        lines = text.wrap(console, max(4, options.max_width - self._indent), overflow="fold")
        for number, each in enumerate(lines):
            each.plain = each.plain.replace(UNBROKEN, " ")
            yield Text.assemble(" " * self._indent if number else self._mark, each)


def _point(point: Point, width: int) -> RenderableType:
    number = f"{point.number}) " if point.number else "" if point.sign else "• "
    mark = Text.assemble((f" {point.sign} " if point.sign else "", "sign"), (number, "line"))
    notes = (_note(mark.cell_len, note) for note in point.notes)
    return Group(_Hanging(mark, text_of(_with_joints(point.line, width - mark.cell_len))), *notes)


def _with_joints(text: Line, width: int) -> Line:
    """The line with blanks inserted into URLs longer than a line, at their natural break points."""
    long = [span for span in text if "/" in span.text and cell_len(span.text) > width and " " not in span.text.strip()]
    if not long:
        return text
    from trotskyism_cli.screen.output.address import address_lines  # rarely needed

    return tuple(
        span._replace(text=" ".join(address_lines(span.text, width))) if span in long else span for span in text
    )


def _note(indent: int, note: Line) -> RenderableType:
    """A note below a point, indented behind its lead, if it has one."""
    led = 1 if note and note[0].style == "lead" else 0
    return _Hanging(Text.assemble(" " * indent, text_of(note[:led])), text_of(note[led:]))


def _title(title: Title, width: int) -> Text:
    """The title with its tag right-aligned, or below it if there is no room."""
    name, tag = Text(visible(title.text), "title"), Text(visible(title.tag), "kind")
    room = width - name.cell_len - tag.cell_len
    between = " " * room if room > 1 else "\n"
    return Text.assemble(name, between, tag) if tag else name


def _fields(fields: Fields, width: int) -> RenderableType:
    labels = max(cell_len(label) + 2 + (len(lines) > 1) for label, lines in fields.rows)
    rows: list[RenderableType] = []
    for label, lines in fields.rows:
        mark = Text("• ", "line") if len(lines) > 1 else Text("")  # shows where each sentence ends
        if width < NARROW:  # the label stands in the text, without a column of its own
            name = Text(f"{visible(label)}:", "heading")
            if mark:
                rows += [name, *(_Hanging(mark, _row(each)) for each in lines)]
            else:
                rows += [_Hanging(mark, Text.assemble(name, " ", _row(each), overflow="fold"), 2) for each in lines]
            continue
        for number, each in enumerate(lines):
            name = Text("" if number else visible(label), "heading")
            blanks = " " * (labels - name.cell_len - mark.cell_len)
            rows.append(_Hanging(Text.assemble(name, blanks, mark), _row(each)))
    return Group(*rows)


def _row(line: Line) -> Text:
    """A row as Rich text, in which a year is not parted from what it dates."""
    bound = (span._replace(text=span.text.replace(" ", UNBROKEN)) if span.style == "date" else span for span in line)
    return text_of(tuple(bound))


def _table(table: Table, width: int) -> RenderableType:
    if table.draw:
        return Group(*(_unwrapped(each) for each in table.draw(width)))
    if width < NARROW and len(table.headers) > 2:
        return Group(*(_stacked(table.headers, row) for row in table.rows))
    from rich.table import Table as RichTable  # rarely needed

    drawn = RichTable(box=None, header_style="heading", padding=(0, 2, 0, 0), show_edge=False, expand=False)
    for header in table.headers:
        drawn.add_column(Text(header), overflow="fold", vertical="top")
    for row in table.rows:
        drawn.add_row(*map(text_of, row))
    return drawn


def _stacked(headers: tuple[str, ...], row: tuple[Line, ...]) -> RenderableType:
    lines: list[RenderableType] = [text_of(row[0], "strong")]
    for header, cell in zip(headers[1:], row[1:], strict=True):
        if cell:
            label = Text(f"  {header}: " if header else "  ", "heading")
            lines.append(_Hanging(Text("  "), Text.assemble(label[2:], text_of(cell), overflow="fold")))
    return Group(*lines)
