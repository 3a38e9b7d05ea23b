"""The program `trotskyism`: its commands, each loaded only when it is called, and the one place where errors end."""

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import click
import typer
from click.core import ParameterSource
from click.shell_completion import CompletionItem
from typer.core import TyperGroup, TyperOption

from trotskyism_cli import __version__
from trotskyism_cli.cli.boundary import ended
from trotskyism_cli.cli.command_names import COMMANDS, LOOK_UPS, is_asked_on
from trotskyism_cli.cli.completed import COMPLETES
from trotskyism_cli.cli.context import AppContext, width_of
from trotskyism_cli.cli.first_command import as_command
from trotskyism_cli.cli.help.single_command import read_help, single_command, without_boxes
from trotskyism_cli.invocation import remember_options
from trotskyism_cli.screen.lines import wrapped


class Commands(TyperGroup):
    """The commands, loaded on demand, within the boundary that turns an AppError into a line on stderr."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.typed: Sequence[str] = []  # the words of a real command line
        without_boxes(self)
        read_help(self)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **settings: Any) -> Any:
        self.typed = sys.argv[1:] if args is None else []
        if COMPLETES in os.environ or any(word.endswith("-completion") for word in sys.argv):
            from trotskyism_cli.cli.help.shells import take_over

            take_over()
        return super().main(args, *rest, **settings)

    def make_context(self, *args: Any, **settings: Any) -> click.Context:
        with _broken_between_words():
            return super().make_context(*args, **settings)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"trotskyism_cli.cli.{COMMANDS[cmd_name]}")
        found = single_command(module.app, cmd_name)
        _take_plain(found)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; any other word may stand for one, or begin a name or a question."""
        if ctx.resilient_parsing and not is_asked_on(args):
            return super().resolve_command(ctx, args)
        again = as_command(args, ctx.obj)
        if again[0].startswith("-") and again != args:  # an option of the program itself
            self.parse_args(ctx, again)
        return super().resolve_command(ctx, again)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands that begin so; where none does, entries, which need no command."""
        from trotskyism_cli.cli.help.completion import entry_names

        return super().shell_complete(ctx, incomplete) or [
            CompletionItem(each) for each in entry_names(ctx, incomplete)
        ]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """All commands in groups."""
        from trotskyism_cli.cli.help.at_a_glance import help_text

        context = _context_of(ctx)
        formatter.write(help_text(context.width, bold=context.draws))

    def invoke(self, ctx: click.Context) -> Any:
        ctx.obj = _context_of(ctx)
        remember_options(_typed(ctx, {"pack": "--pack", "data_dir": "--data-dir"}))
        done: Any = None

        def run() -> None:
            nonlocal done
            with _broken_between_words():
                done = super(Commands, self).invoke(ctx)

        code = ended(ctx.obj, self.typed, run, lambda: COMMANDS.get(ctx.invoked_subcommand or "") in LOOK_UPS)
        if code:
            raise typer.Exit(code)
        return done


@contextlib.contextmanager
def _broken_between_words() -> Iterator[None]:
    """Report Typer's usage errors as all others, in lines broken between words."""
    try:
        yield
    except click.ClickException as error:
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            raise
        from trotskyism_cli.cli.help.usage import usage_line

        text = usage_line(error) if isinstance(error, click.UsageError) else error.format_message()
        text = f"{wrapped(text, width_of(sys.stderr)) if sys.stderr.isatty() else text}\n"
        setattr(error, "show", lambda file=None: click.echo(text, file=file or sys.stderr, nl=False))  # noqa: B010
        raise


def _context_of(ctx: click.Context) -> AppContext:
    """The context that the options before the command make, also while a shell completes or help is printed early."""
    pack, data_dir = (Path(ctx.params[name]) if ctx.params.get(name) else None for name in ("pack", "data_dir"))
    return AppContext(pack_folder=pack, plain=bool(ctx.params.get("plain")), data_dir=data_dir)


app = typer.Typer(
    cls=Commands,
    name="trotskyism",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _take_plain(command: click.Command) -> None:
    """Let every command take `--plain` also after its name."""
    if isinstance(command, click.Group):
        return
    command.params.append(
        TyperOption(
            param_decls=["--plain"],
            is_flag=True,
            default=False,
            expose_value=False,
            is_eager=True,
            callback=_be_plain,
            help="No boxes, no colour, no repainting.",
        )
    )


def _be_plain(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and ctx.obj is not None:
        ctx.obj.plain = True


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"trotskyism {__version__}")
        raise typer.Exit


def _typed(ctx: click.Context, options: dict[str, str]) -> Iterator[str]:
    """Options and values as they were typed, without what the environment sets."""
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
        bool, typer.Option("--version", "-V", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A reference book, a fair question bank and a study partner on a field of history, offline."""
    del pack, data_dir, plain, version  # they are in the context
    if ctx.invoked_subcommand is None:
        import_module("trotskyism_cli.cli.start").start(ctx.obj, interactive=sys.stdin.isatty() and sys.stdout.isatty())
