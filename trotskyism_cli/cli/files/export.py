"""`export`: questions, and the book, in the formats of other programs."""

import inspect
from collections.abc import Callable
from difflib import get_close_matches

import click
import typer
from typer.core import TyperGroup

from trotskyism_cli.cli.commands.options import Force, Kinds, Output, Seed, Topics, Trivia
from trotskyism_cli.cli.commands.question_options import DifficultyOption, Responses
from trotskyism_cli.cli.context import AppContext, meant_perhaps
from trotskyism_cli.cli.files.export_items import Settings, Target, export_items
from trotskyism_cli.cli.files.export_options import (
    HIGHEST,
    USUAL,
    ByteOrderMark,
    Cards,
    Heading,
    Key,
    Separator,
    SeparatorOption,
    Variants,
    how_many,
    table_style,
)
from trotskyism_cli.cli.help.at_a_glance import EXPORT, help_text
from trotskyism_cli.cli.help.single_command import single_command
from trotskyism_cli.cli.sittings.selection import Selection
from trotskyism_cli.errors import UsageError
from trotskyism_cli.export.registry import FORMATS, Format
from trotskyism_cli.invocation import command as told
from trotskyism_cli.items.model import Response


class Formats(TyperGroup):
    """The formats, each made into a command when it is named; help lists them in groups."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*(form.name for form in FORMATS), *OF_THE_BOOK]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in OF_THE_BOOK:
            from trotskyism_cli.cli.files import (
                export_reference,  # with all that draws entries, which questions do without
            )

            return single_command(export_reference.app, cmd_name)
        form = next((each for each in FORMATS if each.name == cmd_name), None)
        return None if form is None else single_command(_alone(form), cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The named format. UsageError, with similar names, if there is none."""
        name = args[0]
        if name.startswith("-") or ctx.resilient_parsing or self.get_command(ctx, name):
            return super().resolve_command(ctx, args)
        begun = [each for each in self.list_commands(ctx) if each.startswith(name.casefold())]
        near = meant_perhaps(tuple(begun or get_close_matches(name.casefold(), self.list_commands(ctx), 3, LIKE)))
        raise UsageError(
            " ".join(filter(None, (f"There is no format “{name}”.", near, f"All: {told('export', '--help')}")))
        )

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """All formats at a glance."""
        context: AppContext = ctx.obj or AppContext()
        formatter.write(help_text(context.width, EXPORT, bold=context.draws))


app = typer.Typer(
    cls=Formats,
    suggest_commands=False,  # Click does
    no_args_is_help=True,
    add_completion=False,
)

OF_THE_BOOK = ("book", "graph", "timeline")  # commands that write no questions
OWN = ("cards", "variants", "key", "title", "separator", "bom")  # options that not every format has
LIKE = 0.6  # how like the name of a format a word must be to be a slip for it


@app.callback()
def formats() -> None:
    """Write questions, or the book, in the formats of other programs."""


def _alone(form: Format) -> typer.Typer:
    """A Typer program with one command: that of a format."""

    def command(
        ctx: typer.Context,
        topic: Topics = None,
        number: int | None = None,
        kind: Kinds = None,
        difficulty: DifficultyOption = None,
        trivia: Trivia = False,
        response: Responses = None,
        seed: Seed = None,
        output: Output = None,
        force: Force = False,
        cards: Cards = True,
        variants: Variants = 4,
        key: Key = None,
        title: Heading = "",
        separator: SeparatorOption = Separator.COMMA,
        bom: ByteOrderMark = True,
    ) -> None:
        chosen = Selection(
            count=number or (HIGHEST if form.whole else USUAL),
            seed=0 if seed is None else seed,
            topics=tuple(topic or ()),
            kinds=tuple(kind or ()),
            difficulty=difficulty or "",
            trivia=trivia,
            responses=_responses(form, response),
        )
        settings = Settings(cards, variants, table_style(separator, bom), title, unsaid=number is None)
        export_items(ctx.obj, form, chosen, settings, Target(output, key, force))

    command.__doc__ = f"""{form.says}.

    Without a seed it is 0; the same seed gives the same bytes.

    Examples:

      trotskyism export {form.name} -n 20 -o questions{form.suffix}

      trotskyism export {form.name} founding-the-fourth --seed 7 -o week-3{form.suffix}
    """
    command.__annotations__["number"] = how_many(whole=form.whole)
    alone = typer.Typer(add_completion=False)
    alone.command(form.name)(_with_its_options(command, form.takes))
    return alone


def _with_its_options(command: Callable[..., None], takes: tuple[str, ...]) -> Callable[..., None]:
    """The command without the options that this format does not use."""
    shape = inspect.signature(command)
    command.__signature__ = shape.replace(  # type: ignore[attr-defined]
        parameters=[each for name, each in shape.parameters.items() if name not in OWN or name in takes]
    )
    return command


def _responses(form: Format, wanted: list[Response] | None) -> tuple[Response, ...]:
    """The responses that are wanted, or all that the format can hold."""
    if odd := [each for each in wanted or () if each not in form.responses]:
        rooms = ", ".join(form.responses)
        raise UsageError(f"{form.name} has no room for a question answered so: {odd[0]}. It has for: {rooms}.")
    return tuple(wanted or form.responses)
