"""The program `trotskyism`: its commands, each loaded only when it is called, and the one place where errors end."""

import os
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from importlib import import_module
from itertools import takewhile
from pathlib import Path
from typing import Annotated, Any

import click
import typer
from click.core import ParameterSource
from typer.core import TyperCommand, TyperGroup

from trotskyism_cli import __version__
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import AppError, UsageError
from trotskyism_cli.invocation import command, remember_options

# Which module has which command, in the order of the help. A lookup so imports nothing that a quiz needs.
COMMANDS = {
    "show": "lookups",
    "search": "lookups",
    "list": "lookups",
    "quote": "lookups",
    "timeline": "views",
    "summary": "views",
    "compare": "connections",
    "tree": "connections",
    "links": "connections",
    "on": "views",
    "quiz": "quiz",
    "study": "study",
    "questions": "quiz",
    "progress": "progress",
    "stats": "stats",
    "history": "stats",
    "export": "export",
    "import": "importing",
    "pack": "pack",
}
INTERRUPTED = 130


class Commands(TyperGroup):
    """The commands, loaded on demand, within the boundary that turns an AppError into a line on stderr."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        _without_boxes(self)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"trotskyism_cli.cli.{COMMANDS[cmd_name]}")
        found = typer.main.get_command(module.app)
        _without_boxes(found)
        if isinstance(found, click.Group) and cmd_name in found.commands:
            return found.commands[cmd_name]
        found.name = cmd_name
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name in COMMANDS or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        near = get_close_matches(name, COMMANDS, n=1)
        again = command(*near, *args[1:]) if near else command("show", *takewhile(_is_no_option, args))
        raise UsageError(f"There is no command “{name}”. {'Did you mean' if near else 'Look it up'}: {again}")

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except AppError as error:
            (ctx.obj or AppContext()).tell_error(error)
            raise typer.Exit(error.exit_code) from error
        except BrokenPipeError:
            # Whoever reads has had enough. The descriptor is pointed at nothing, so that no later flush fails.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            raise typer.Exit from None
        except KeyboardInterrupt:
            typer.echo("Interrupted.", err=True)
            raise typer.Exit(INTERRUPTED) from None


def _is_no_option(word: str) -> bool:
    return not word.startswith("-")


def _without_boxes(shown: click.Command) -> None:
    """Help and errors of usage in plain lines, where everything else is plain."""
    if AppContext(plain="--plain" in sys.argv).draws:
        return
    if isinstance(shown, TyperCommand | TyperGroup):
        shown.rich_markup_mode = None
        # Click would cut what a command does after 45 letters.
        shown.short_help = " ".join((shown.help or "").partition("\n\n")[0].split())
    for each in shown.commands.values() if isinstance(shown, click.Group) else ():
        _without_boxes(each)


app = typer.Typer(
    cls=Commands,
    name="trotskyism",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"trotskyism {__version__}")
        raise typer.Exit


def _typed(ctx: click.Context, options: dict[str, str]) -> Iterator[str]:
    """Options and values as they were typed; what comes from the environment need not be said again."""
    for name, option in options.items():
        if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            yield from (option, str(ctx.params[name]))


@app.callback(invoke_without_command=True)
def main(
    ctx: typer.Context,
    pack: Annotated[
        Path | None,
        typer.Option("--pack", envvar="TROTSKYISM_PACK", help="Another pack than the built-in one.", metavar="DIR"),
    ] = None,
    data_dir: Annotated[
        Path | None,
        typer.Option("--data-dir", envvar="TROTSKYISM_DATA", help="Where your progress is kept.", metavar="DIR"),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="No boxes, no colour, no repainting; numbered prompts. Also ACCESSIBLE=1.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A reference book, a fair question bank and a study partner on a field of history, offline.

    Examples:

      trotskyism show miliukov

      trotskyism search who coined the word trotskyism
    """
    del version
    ctx.obj = AppContext(pack_folder=pack, plain=plain, data_dir=data_dir)
    remember_options(_typed(ctx, {"pack": "--pack", "data_dir": "--data-dir"}))
    if ctx.invoked_subcommand is None:
        import_module("trotskyism_cli.cli.start").start(ctx.obj, interactive=sys.stdin.isatty() and sys.stdout.isatty())
