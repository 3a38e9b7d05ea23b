"""`export`: questions, and the book, in the formats of other programs."""

import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

import click
import typer
from typer.core import TyperGroup

from trotskyism_cli.cli.context import AppContext, meant_perhaps
from trotskyism_cli.cli.export_options import (
    ByteOrderMark,
    Cards,
    Force,
    Output,
    Separator,
    SeparatorOption,
    Variants,
    table_style,
)
from trotskyism_cli.cli.help import EXPORT, help_text
from trotskyism_cli.cli.made import made
from trotskyism_cli.cli.options import Kinds, Seed, Topics, Trivia
from trotskyism_cli.cli.question_options import Count, DifficultyOption, Responses
from trotskyism_cli.cli.same_id import others_with_id
from trotskyism_cli.cli.saving import deliver, refuse_to_overwrite
from trotskyism_cli.cli.selection import Selection, chapter_with_more, meant, stream
from trotskyism_cli.counting import counted
from trotskyism_cli.errors import NotFoundError, UsageError
from trotskyism_cli.export.flashcards import flashcards
from trotskyism_cli.export.paper import COLUMNS, Paper, TableStyle
from trotskyism_cli.export.registry import FORMATS, Format
from trotskyism_cli.invocation import command as told
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.screen.progress_line import ProgressLine, at_work


class Formats(TyperGroup):
    """The formats, each made into a command when it is named; their help has them in groups."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*(form.name for form in FORMATS), *OF_THE_BOOK]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in OF_THE_BOOK:
            from trotskyism_cli.cli import export_reference  # with all that draws entries, which questions do without

            return made(export_reference.app, cmd_name)
        form = next((each for each in FORMATS if each.name == cmd_name), None)
        return None if form is None else made(_alone(form), cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The format that is named; UsageError with those that are meant perhaps if there is none."""
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
OWN = ("cards", "variants", "separator", "bom")  # options that not every format has
TO_ANKI = ("anki", "anki-update", "tsv")
LIKE = 0.6  # how like the name of a format a word must be to be a slip for it
SPARE = 20  # questions are looked at for each that has to fit into little room


class _Settings(NamedTuple):
    """What the options that not every format has were set to."""

    cards: bool
    variants: int
    table: TableStyle


@app.callback()
def formats() -> None:
    """Write questions, or the book, in the formats of other programs."""


def _alone(form: Format) -> typer.Typer:
    """A program of one command, that of a format."""

    def command(
        ctx: typer.Context,
        topic: Topics = None,
        number: Count = 10,
        kind: Kinds = None,
        difficulty: DifficultyOption = None,
        trivia: Trivia = False,
        response: Responses = None,
        seed: Seed = None,
        output: Output = None,
        force: Force = False,
        cards: Cards = True,
        variants: Variants = 4,
        separator: SeparatorOption = Separator.COMMA,
        bom: ByteOrderMark = True,
    ) -> None:
        chosen = Selection(
            count=number,
            seed=0 if seed is None else seed,
            topics=tuple(topic or ()),
            kinds=tuple(kind or ()),
            difficulty=difficulty or "",
            trivia=trivia,
            responses=_responses(form, response),
        )
        settings = _Settings(cards, variants, table_style(separator, bom))
        export_items(ctx.obj, form, chosen, settings, output, force=force)

    command.__doc__ = f"""{form.says}.

    Without a seed it is 0; the same seed gives the same bytes.

    Examples:

      trotskyism export {form.name} -n 20 -o questions{form.suffix}

      trotskyism export {form.name} founding-the-fourth --seed 7 -o week-3{form.suffix}
    """
    alone = typer.Typer(add_completion=False)
    alone.command(form.name)(_with_its_options(command, form.takes))
    return alone


def _with_its_options(command: Callable[..., None], takes: tuple[str, ...]) -> Callable[..., None]:
    """The same command without the options that would do nothing."""
    shape = inspect.signature(command)
    command.__signature__ = shape.replace(  # type: ignore[attr-defined]
        parameters=[each for name, each in shape.parameters.items() if name not in OWN or name in takes]
    )
    return command


def _responses(form: Format, wanted: list[Response] | None) -> tuple[Response, ...]:
    """The responses that are wanted, or all that the format has room for."""
    if odd := [each for each in wanted or () if each not in form.responses]:
        rooms = ", ".join(form.responses)
        raise UsageError(f"{form.name} has no room for a question answered so: {odd[0]}. It has for: {rooms}.")
    return tuple(wanted or form.responses)


def export_items(
    context: AppContext, form: Format, chosen: Selection, settings: _Settings, output: Path | None, *, force: bool
) -> None:
    """Write the items of a selection."""
    if output is None and form.binary and sys.stdout.isatty():
        raise UsageError(f"A screen cannot show {form.name}; name a file: -o questions{form.suffix}")
    if output is not None:
        _check_suffix(form, output)
    if output is not None and not force:
        refuse_to_overwrite(output)
    pack = context.library.pack
    topics, entries = meant(context.library, " ".join(chosen.topics)) if chosen.topics else (set(), set())
    paper = Paper(
        title=pack.name,
        pack=pack.id,
        topics={topic.id: topic.title for topic in pack.topics},
        version=pack.version,
        released=pack.released,
        language=pack.language,
        licence=pack.licence,
        command=chosen.command(),
        cards=flashcards(pack, topics, entries) if "cards" in form.takes and settings.cards else (),
        table=settings.table,
        seed=chosen.seed,
        variants=settings.variants,
        columns=min(COLUMNS, context.width) if output is None and sys.stdout.isatty() else COLUMNS,
    )
    passed = _Counted(context, form, chosen)
    if output is None and sys.stdout.isatty():  # what is written is seen
        deliver(form.write(passed, paper), output, force=force)
    else:
        with at_work("Making questions …") as passed.line:
            deliver(form.write(passed, paper), output, force=force)
    if form.name in TO_ANKI and context.pack_folder is not None:
        _warn_of_others(context, context.pack_folder)
    fewer = ""
    if passed.done != chosen.count:
        fewer = f" There are no more that fit.{chapter_with_more(context.library, chosen, passed.done)}"
    if passed.over:
        fewer = f" Passed over: {counted(passed.over, 'question')} for which {form.name} has no room.{fewer}"
    if passed.fewer:
        fewer = f" {form.lost}: {counted(passed.fewer, 'question')}.{fewer}"
    if output is not None or fewer:
        where = f": {output}" if output is not None else ""
        end = f".{fewer}" if fewer or not where else ""
        context.tell(f"{counted(passed.done, 'question')} written{where}{end}")


def _warn_of_others(context: AppContext, folder: Path) -> None:
    own = context.library.pack.id
    for other in others_with_id(context.data_folder, own, folder):
        context.tell(
            f"The pack in {other} has the id “{own}” too, and went to Anki before. If it is another pack, give one of "
            "the two another id in its pack.yaml: else Anki writes the notes of one over those of the other."
        )


def _check_suffix(form: Format, output: Path) -> None:
    """UsageError if a table would be named as a spreadsheet, or the other way round: no program could open it."""
    suffix = output.suffix.casefold()
    others = {each.suffix for each in FORMATS if each.binary or form.binary}
    if suffix in others and suffix != form.suffix:
        raise UsageError(f"{form.name} is no {suffix} file; name it {output.with_suffix(form.suffix).name}.")


class _Counted:
    """Items as they pass; the line says how many have. Those for which a format has no room are passed `over`."""

    def __init__(self, context: AppContext, form: Format, chosen: Selection) -> None:
        self.over = 0
        self.fewer = 0  # items that lose something
        self._loses = form.loses
        total = chosen.count
        items = stream(context.library, chosen if form.fits is None else replace(chosen, count=SPARE * total))
        if form.fits is not None:
            items = islice(self._fitting(items, form.fits), total)
        first = next(items, None)  # NotFoundError, if there are none, comes before anything is written
        if first is None:
            raise NotFoundError("No question fits this format; choose another topic or format.")
        self._items = chain([first], items)
        self._total = total
        self.done = 0
        self.line: ProgressLine | None = None

    def _fitting(self, items: Iterator[Item], fits: Callable[[Item], bool]) -> Iterator[Item]:
        for item in items:
            if fits(item):
                yield item
            else:
                self.over += 1

    def __iter__(self) -> Iterator[Item]:
        for item in self._items:
            self.done += 1
            self.fewer += self._loses is not None and self._loses(item)
            yield item
            if self.line:
                self.line.tell(f"Making questions: {self.done} of {self._total} …")
