"""`export book`, `export graph`, `export timeline`: the reference in the formats of other programs."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from trotskyism_cli.cli.commands.options import Force, Output, Words
from trotskyism_cli.cli.commands.views import End, OfKind, Start
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.files.export_options import ByteOrderMark, Separator, SeparatorOption, table_style
from trotskyism_cli.cli.meaning.asked_span import moments_of
from trotskyism_cli.cli.saving import deliver, refuse_to_overwrite
from trotskyism_cli.errors import UsageError
from trotskyism_cli.export import graph as graphs
from trotskyism_cli.export.book import book_json, sections
from trotskyism_cli.export.book_epub import book_epub
from trotskyism_cli.export.book_html import book_html
from trotskyism_cli.export.book_markdown import book_markdown
from trotskyism_cli.export.calendars import for_calendar, icalendar, moments_csv
from trotskyism_cli.message_text import counted
from trotskyism_cli.screen.output.progress_line import at_work

app = typer.Typer()


class BookForm(StrEnum):
    """What the book is read with."""

    MARKDOWN = "markdown"
    HTML = "html"
    EPUB = "epub"
    JSON = "json"


class GraphForm(StrEnum):
    """What draws the network."""

    DOT = "dot"
    MERMAID = "mermaid"
    JSON_LD = "json-ld"


class TimelineForm(StrEnum):
    """What shows the dates."""

    ICS = "ics"
    CSV = "csv"


@app.command()
def book(
    ctx: typer.Context,
    form: Annotated[BookForm, typer.Option("--format", help="Pages to read, or data.")] = BookForm.MARKDOWN,
    output: Output = None,
    force: Force = False,
) -> None:
    """The whole reference as one book: chapters with their entries, the timeline, an index and the sources.

    Examples:

      trotskyism export book -o trotskyism.md

      trotskyism export book --format epub -o trotskyism.epub
    """
    context: AppContext = ctx.obj
    _free(output, force=force)
    library = context.library
    if form is BookForm.EPUB:
        if output is None and sys.stdout.isatty():
            raise UsageError("A screen cannot show an e-book; name a file: -o book.epub")
        _deliver(context, book_epub(sections(library), library.pack), output, force=force)
        return
    pieces = {
        BookForm.MARKDOWN: lambda: book_markdown(sections(library)),
        BookForm.HTML: lambda: book_html(sections(library), library.pack),
        BookForm.JSON: lambda: book_json(library),
    }
    _deliver(context, (piece.encode() for piece in pieces[form]()), output, force=force)


@app.command()
def graph(
    ctx: typer.Context,
    words: Words = None,
    form: Annotated[GraphForm, typer.Option("--format", help="Graphviz, Mermaid or linked data.")] = GraphForm.DOT,
    output: Output = None,
    force: Force = False,
) -> None:
    """The network of entries, all of it or around one entry, for Graphviz, Mermaid or programs that read linked data.

    A tie that somebody only claimed is dashed, and names who did.

    Examples:

      trotskyism export graph fourth international -o fourth.dot

      trotskyism export graph milyukov --format mermaid
    """
    context: AppContext = ctx.obj
    _free(output, force=force)
    around = context.library.resolve_or_raise(" ".join(words), context.tell) if words else ""
    net = graphs.network(context.library.pack, around)
    if form is GraphForm.MERMAID and len(net.ties) > graphs.MERMAID_MOST:
        context.tell(
            f"Mermaid draws {graphs.MERMAID_MOST} ties at most unless it is told otherwise; these are {len(net.ties)}."
        )
    _deliver(context, (piece.encode() for piece in graphs.FORMS[form](net)), output, force=force)


@app.command()
def timeline(
    ctx: typer.Context,
    words: Words = None,
    start: Start = "",
    end: End = "",
    kind: OfKind = "",
    form: Annotated[TimelineForm, typer.Option("--format", help="A calendar or a table.")] = TimelineForm.ICS,
    separator: SeparatorOption = Separator.COMMA,
    bom: ByteOrderMark = True,
    output: Output = None,
    force: Force = False,
) -> None:
    """What happened when, for a calendar or a spreadsheet; the same words and dates as `trotskyism timeline`.

    Examples:

      trotskyism export timeline --from 1917 --to 1924 -o revolution.ics

      trotskyism export timeline fourth international --format csv
    """
    context: AppContext = ctx.obj
    _free(output, force=force)
    moments = moments_of(context.library, " ".join(words or []), start, end, kind)
    pack = context.library.pack
    if form is TimelineForm.CSV:
        table = moments_csv(pack, moments, table_style(separator, bom))
        _deliver(context, (piece.encode() for piece in table), output, force=force)
        return
    kept = for_calendar(moments)
    _deliver(context, (piece.encode() for piece in icalendar(pack, kept)), output, force=force)
    if lasting := len(moments) - len(kept):
        told = f"{counted(lasting, 'date')} of what went on for more than a season, or is known by its year alone"
        context.tell(f"Not in the calendar: {told}. A table has all: --format csv")


def _deliver(context: AppContext, pieces: Iterable[bytes], output: Path | None, *, force: bool) -> None:
    if output is None:  # what is written is seen
        deliver(pieces, output, force=force)
        return
    with at_work(f"Writing {output} …"):
        deliver(pieces, output, force=force)
    context.tell(f"{size_words(output.stat().st_size)} written: {output}")


def size_words(size: int) -> str:
    """`1.9 MB`, `12 kB`, `300 bytes`."""
    for unit, name in ((1_000_000, "MB"), (1_000, "kB")):
        if size >= 0.9995 * unit:  # what would be rounded to 1000 of the smaller one, too
            return f"{size / unit:.1f} {name}" if size < 9.95 * unit else f"{size / unit:.0f} {name}"
    return counted(size, "byte")


def _free(output: Path | None, *, force: bool) -> None:
    if output is not None and not force:
        refuse_to_overwrite(output)
