"""`tree`: what came from what."""

from typing import Annotated

import typer

from trotskyism_cli.cli.actions.tree import run as run_tree
from trotskyism_cli.cli.commands.options import AsJson, Name

app = typer.Typer()


@app.command()
def tree(
    ctx: typer.Context,
    name: Name,
    parts: Annotated[bool, typer.Option("--parts", help="With what was only a part of something.")] = False,
    as_json: AsJson = False,
) -> None:
    """Draw where something came from and what came of it: descent, splits, mergers. Of a person: of what they founded.

    Examples:

      trotskyism tree fourth international

      trotskyism tree comintern --parts
    """
    run_tree(ctx.obj, name, parts=parts, as_json=as_json)
