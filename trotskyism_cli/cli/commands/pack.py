"""`trotskyism pack …`: for the authors of packs."""

import json
from pathlib import Path
from typing import Annotated

import typer

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.invocation import bare_command, command
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.reading.reader import read_pack
from trotskyism_cli.pack.scaffold import write_pack
from trotskyism_cli.pack.text.schema import json_schema
from trotskyism_cli.pack.totals import totals
from trotskyism_cli.screen.entries.pack_totals import relations_document, totals_document

app = typer.Typer(
    suggest_commands=False,  # Click does
    no_args_is_help=True,
    add_completion=False,
    help="""Make, check and describe packs.

    Examples:

      trotskyism pack info

      trotskyism pack new my-field
    """,
)

Folder = Annotated[Path | None, typer.Argument(metavar="DIR", help="The folder of the pack; else the one in use.")]


@app.command()
def check(ctx: typer.Context, folder: Folder = None) -> None:
    """Report every problem of a pack as file:line:column, what is wrong, and how to mend it.

    Examples:

      trotskyism pack check

      trotskyism pack check my-pack
    """
    context: AppContext = ctx.obj
    read = read_pack(folder or context.folder)
    warnings = read.warnings()
    for problem in read.problems:
        context.say(str(problem))
    for position, message in warnings:
        context.say(f"{position}: warning: {message}")
    if read.problems:
        context.tell(f"{counted(len(read.problems), 'problem')} found.")
        raise typer.Exit(1)
    held = totals(read.pack)
    entries, facts = counted(held.entries, "entry", "entries"), counted(held.facts, "fact")
    advice = f" {counted(len(warnings), 'warning')}." if warnings else ""
    context.say(f"No problems: {entries}, {facts}, {counted(held.quotes, 'quotation')}.{advice}")


@app.command()
def info(
    ctx: typer.Context,
    folder: Folder = None,
    relations: Annotated[bool, typer.Option("--relations", help="Facts by what they say.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As one JSON document.")] = False,
) -> None:
    """Say what is in a pack: entries by kind, facts, quotations, questions, chapters, sources.

    Examples:

      trotskyism pack info

      trotskyism pack info my-pack --json
    """
    context: AppContext = ctx.obj
    read = read_pack(folder or context.folder)
    held = totals(read.pack)
    of_folder = [str(folder)] if folder else []
    if as_json:
        typer.echo(json.dumps(held.as_json(), ensure_ascii=False, indent=2))
    elif relations:
        context.show(relations_document(held, read.pack.relations))
    else:
        context.show(totals_document(held, command("pack", "info", *of_folder, "--relations")))
    if read.problems:
        again = command("pack", "check", *of_folder)
        context.tell(f"Not counted: what {counted(len(read.problems), 'problem')} spoiled. See: {again}")
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a pack's files, for completion and hints in an editor.

    Examples:

      trotskyism pack schema

      trotskyism pack schema > content/schema.json
    """
    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@app.command()
def new(ctx: typer.Context, folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")]) -> None:
    """Make a small pack to begin with: it passes the check, and every file shows how to go on.

    Examples:

      trotskyism pack new french-revolution

      trotskyism pack new ~/packs/rome
    """
    context: AppContext = ctx.obj
    for path in write_pack(folder):
        context.say(f"wrote {path}")
    context.say(f"Now edit the files, and check them: {bare_command('pack', 'check', str(folder))}")
