"""`compare` and `links`: how things stand to one another."""

from typing import Annotated

import typer

from trotskyism_cli.cli.actions.compare import run as run_compare
from trotskyism_cli.cli.actions.links import run as run_links
from trotskyism_cli.cli.commands.options import AsJson, some_words
from trotskyism_cli.cli.help.completion import entry_names

app = typer.Typer()


@app.command()
def compare(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="A B [ROW]",
            help="Two names, a comma or “and” between those of several words; and the number of a row.",
            autocompletion=entry_names,
            callback=some_words,
        ),
    ],
    everything: Annotated[bool, typer.Option("--all", help="All rows, every answer in full.")] = False,
    as_json: AsJson = False,
) -> None:
    """Put two positions, people or organisations side by side, point by point.

    Examples:

      trotskyism compare trotskyism stalinism

      trotskyism compare lenin and trotsky 3
    """
    run_compare(ctx.obj, names, everything=everything, as_json=as_json)


@app.command()
def links(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="A [B]",
            help="One or two names; a comma, “to” or “and” between them.",
            autocompletion=entry_names,
            callback=some_words,
        ),
    ],
    everything: Annotated[bool, typer.Option("--all", help="All ties, not only the most important.")] = False,
    as_chain: Annotated[bool, typer.Option("--chain", help="A chain between two names, however long.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what an entry is tied to; with a second one, everything that ties the two, or a chain between them.

    Examples:

      trotskyism links milyukov

      trotskyism links lenin stalin
    """
    run_links(ctx.obj, names, everything=everything, as_chain=as_chain, as_json=as_json)
