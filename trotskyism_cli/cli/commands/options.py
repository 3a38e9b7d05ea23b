"""Options and arguments that several commands share, and how a shell completes them."""

import math
from pathlib import Path
from typing import Annotated

import typer

from trotskyism_cli.cli.help.completion import entry_names, question_kinds, topic_names
from trotskyism_cli.errors import UsageError
from trotskyism_cli.invocation import command
from trotskyism_cli.screen.questions.kinds import kind_named

LONGEST = 10_000  # minutes, about a week


def a_number(value: float | None) -> float | None:
    """Refuse “nan” as the value of an option: it lies in every range."""
    if value is not None and math.isnan(value):
        raise typer.BadParameter("nan is not a number.")
    return value


def some_words(ctx: typer.Context, value: list[str]) -> list[str]:
    """Refuse an argument of blanks alone."""
    if not "".join(value).strip() and not ctx.resilient_parsing:
        raise UsageError(f"There is nothing to look for; give some words: {command(ctx.info_name or '', 'WORDS')}")
    return value


def kinds_named(value: list[str] | None) -> list[str] | None:
    """The kinds of questions named, by their short names or by those on the screen."""
    return value and [kind_named(each) for each in value]


Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORDS…", help="Several words need no quotes.", autocompletion=entry_names),
]
Name = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME…", help="In any spelling; no quotes needed.", autocompletion=entry_names, callback=some_words
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document, for programs.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to; else to the screen.")]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that exists.")]
Topics = Annotated[
    list[str] | None,
    typer.Argument(metavar="TOPIC…", help="A chapter or an entry; all if none.", autocompletion=topic_names),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        "-k",
        help="Only this kind of question; may be repeated.",
        autocompletion=question_kinds,
        callback=kinds_named,
    ),
]
Trivia = Annotated[bool, typer.Option("--trivia", help="Also ask what one only looks up.")]
Seed = Annotated[int | None, typer.Option("--seed", min=0, help="The same number gives the same questions.")]
