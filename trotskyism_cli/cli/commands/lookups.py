"""`show`, `search`, `list` and `quote`: a name, a question, a table, a quotation."""

from typing import Annotated

import typer
from click.core import ParameterSource

from trotskyism_cli.cli.actions.list import run as run_list
from trotskyism_cli.cli.actions.quote import run as run_quote
from trotskyism_cli.cli.actions.search import LIMIT
from trotskyism_cli.cli.actions.search import run as run_search
from trotskyism_cli.cli.actions.show import run as run_show
from trotskyism_cli.cli.commands.options import AsJson, Name, Words, some_words
from trotskyism_cli.cli.help.completion import entry_kinds, entry_names, orders, speakers
from trotskyism_cli.screen.entries.tables import PLURALS
from trotskyism_cli.views.list_order import Order

app = typer.Typer()


@app.command()
def show(
    ctx: typer.Context,
    name: Name,
    sources: Annotated[bool, typer.Option("--sources", "-s", help="With the source of each fact.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show an entry: what one should know of it on a screen, the rest part by part.

    A part may follow the name: life, politics, ideas, works, words, disputes, ties, sources or all.

    Examples:

      trotskyism show miliukov

      trotskyism show trotsky politics
    """
    run_show(ctx.obj, name, sources=sources, as_json=as_json)


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS…", help="No quotes needed.", autocompletion=entry_names, callback=some_words),
    ],
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, max=100, help="How many passages at most.")] = LIMIT,
    as_json: AsJson = False,
) -> None:
    """Find the passages that answer keywords, a question, part of a quotation, a year or a date.

    Examples:

      trotskyism search who coined the word trotskyism

      trotskyism search 25 october 1917
    """
    is_usual = ctx.get_parameter_source("limit") is ParameterSource.DEFAULT
    run_search(ctx.obj, words, limit=None if is_usual else limit, as_json=as_json)


@app.command("list")
def list_entries(
    ctx: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            help=f"One of: {', '.join(PLURALS.values())}; or a type of them, as historians.",
            autocompletion=entry_kinds,
        ),
    ] = None,
    by: Annotated[
        Order | None,
        typer.Option("--by", help="In which order; author only of works.", case_sensitive=False, autocompletion=orders),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List what is in the book: all of it in numbers, or the entries of one kind.

    Events and organisations are in order of time, people by surname, works by author. With --json: everything that
    the pack holds, or all entries of the kind.

    Examples:

      trotskyism list people

      trotskyism list works --by time
    """
    run_list(ctx.obj, [kind] if kind else (), by=by, as_json=as_json)


@app.command()
def quote(
    ctx: typer.Context,
    words: Words = None,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Only of this speaker.", autocompletion=speakers)
    ] = "",
    at_random: Annotated[bool, typer.Option("--random", help="One of them, by chance.")] = False,
    sources: Annotated[
        bool, typer.Option("--sources", "-s", help="With the place in the work, and the translation.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show quotations with speaker, work, date and source; of a name, with some words, by a speaker, or one by chance.

    Examples:

      trotskyism quote no better bolshevik

      trotskyism quote --by lenin --random
    """
    run_quote(ctx.obj, words or (), by=by, at_random=at_random, sources=sources, as_json=as_json)
