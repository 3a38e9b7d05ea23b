"""`timeline`, `summary` and `on`: many entries at once."""

import re
from typing import Annotated

import click
import typer

from trotskyism_cli.cli.actions.on import run as run_on
from trotskyism_cli.cli.actions.summary import run as run_summary
from trotskyism_cli.cli.actions.timeline import run as run_timeline
from trotskyism_cli.cli.commands.options import AsJson, Words
from trotskyism_cli.cli.help.completion import chapter_names, entry_kinds, months

app = typer.Typer()
Start = Annotated[str, typer.Option("--from", metavar="DATE", help="From this year or date on.")]
End = Annotated[str, typer.Option("--to", metavar="DATE", help="Up to this year or date.")]
Chapter = Annotated[
    list[str] | None,
    typer.Argument(metavar="CHAPTER…", help="Its number, title or a part of it.", autocompletion=chapter_names),
]
DateWords = Annotated[
    list[str] | None, typer.Argument(metavar="DATE…", help="No quotes needed.", autocompletion=months)
]
OfKind = Annotated[
    str, typer.Option("--kind", metavar="KIND", help="Only people, events, works …", autocompletion=entry_kinds)
]


@app.command()
def timeline(
    ctx: typer.Context,
    words: Words = None,
    start: Start = "",
    end: End = "",
    kind: OfKind = "",
    everything: Annotated[bool, typer.Option("--all", help="All that happened, not only what matters most.")] = False,
    as_json: AsJson = False,
) -> None:
    """Draw what happened when: in some years, in the life of an entry, or in a chapter.

    Examples:

      trotskyism timeline 1917-1924

      trotskyism timeline fourth international
    """
    run_timeline(ctx.obj, words or (), start=start, end=end, kind=kind, everything=everything, as_json=as_json)


@app.command()
def summary(ctx: typer.Context, topic: Chapter = None, as_json: AsJson = False) -> None:
    """Read a chapter: prose, then its people, events, works and quotations. Alone, it lists the chapters.

    Examples:

      trotskyism summary

      trotskyism summary permanent revolution
    """
    run_summary(ctx.obj, topic or (), as_json=as_json)


@app.command(context_settings={"ignore_unknown_options": True})  # a year before the first may be -0043
def on(ctx: typer.Context, words: DateWords = None, as_json: AsJson = False) -> None:
    """Say what happened on a day, in a month or in a year; without a date, on this day in history.

    Examples:

      trotskyism on 25 october 1917

      trotskyism on 1933
    """
    if unknown := next((word for word in words or [] if re.match("-+[a-z]", word)), ""):
        raise click.NoSuchOption(unknown, ctx=ctx)
    run_on(ctx.obj, words or (), as_json=as_json)
