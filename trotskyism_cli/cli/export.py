"""`export`: questions, and the book, in the formats of other programs."""

import inspect
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from trotskyism_cli.cli import export_reference
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.export_reference import Force, Output
from trotskyism_cli.cli.options import Kinds, Seed, Topics, Trivia
from trotskyism_cli.cli.saving import deliver, refuse_to_overwrite
from trotskyism_cli.cli.selection import Count, DifficultyOption, Responses, Selection, meant, stream
from trotskyism_cli.counting import counted
from trotskyism_cli.errors import UsageError
from trotskyism_cli.export.flashcards import flashcards
from trotskyism_cli.export.paper import Paper
from trotskyism_cli.export.registry import FORMATS, Format
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.screen.progress_line import ProgressLine, at_work

app = typer.Typer(
    suggest_commands=False,  # Click does
    no_args_is_help=True,
    add_completion=False,
    help="""Write questions, or the book, in the formats of other programs.

    Examples:

      trotskyism export moodle-xml -n 40 -o questions.xml

      trotskyism export book --format html -o book.html
    """,
)

Cards = Annotated[
    bool, typer.Option("--cards/--no-cards", help="Cards for the facts and quotations of the same chapters, too.")
]


def _add(form: Format) -> None:
    """The command of a format."""

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
    ) -> None:
        chosen = Selection(
            count=number,
            seed=0 if seed is None else seed,
            topics=tuple(topic or ()),
            kinds=tuple(kind or ()),
            difficulty=difficulty or "",
            trivia=trivia,
            responses=tuple(response or Response),
        )
        export_items(ctx.obj, form, chosen, output, force=force, cards=cards)

    command.__doc__ = f"""{form.says}.

    All responses are mixed unless some are named. The same seed gives the same bytes; without one it is 0.

    Examples:

      trotskyism export {form.name} -n 20 -o questions{form.suffix}

      trotskyism export {form.name} fourth international --seed 7 -o week-3{form.suffix}
    """
    app.command(form.name)(command if form.cards else _without_cards(command))


def _without_cards(command: Callable[..., None]) -> Callable[..., None]:
    """The same command without an option that would do nothing."""
    shape = inspect.signature(command)
    command.__signature__ = shape.replace(  # type: ignore[attr-defined]
        parameters=[each for name, each in shape.parameters.items() if name != "cards"]
    )
    return command


for _form in FORMATS:
    _add(_form)
app.add_typer(export_reference.app)


def export_items(
    context: AppContext, form: Format, chosen: Selection, output: Path | None, *, force: bool, cards: bool
) -> None:
    """Write the items of a selection."""
    if output is None and form.binary and sys.stdout.isatty():
        raise UsageError(f"A screen cannot show {form.name}; name a file: -o questions{form.suffix}")
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
        cards=flashcards(pack, topics, entries) if form.cards and cards else (),
    )
    passed = _Counted(stream(context.library, chosen), chosen.count)
    if output is None and sys.stdout.isatty():  # what is written is seen
        deliver(form.write(passed, paper), output, force=force)
    else:
        with at_work("Making questions …") as passed.line:
            deliver(form.write(passed, paper), output, force=force)
    fewer = "" if passed.done == chosen.count else " There are no more that fit."
    if output is not None or fewer:
        context.tell(f"{counted(passed.done, 'question')} written.{fewer}")


class _Counted:
    """Items as they pass; the line says how many have."""

    def __init__(self, items: Iterator[Item], total: int) -> None:
        self._items = chain([next(items)], items)  # NotFoundError, if there are none, comes before anything is written
        self._total = total
        self.done = 0
        self.line: ProgressLine | None = None

    def __iter__(self) -> Iterator[Item]:
        for item in self._items:
            self.done += 1
            yield item
            if self.line:
                self.line.tell(f"Making questions: {self.done} of {self._total} …")
