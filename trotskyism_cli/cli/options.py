"""Options and arguments that several commands share, said once; and what a shell completes them with."""

import math
from typing import Annotated

import typer

from trotskyism_cli.errors import UsageError
from trotskyism_cli.invocation import command

LONGEST = 10_000  # minutes, about a week


def entry_names(incomplete: str) -> list[str]:
    """Ids of entries that begin as the word does, for the completion of the shell."""
    from trotskyism_cli.cli.context import AppContext  # only a shell that completes pays for this import

    store = AppContext().library.store
    query = "SELECT entry FROM kinds WHERE entry >= ? AND entry < ? ORDER BY entry LIMIT 50"
    return store.column(query, incomplete.lower(), incomplete.lower() + "\uffff")


def topic_names(incomplete: str) -> list[str]:
    """Ids of chapters that begin as the word does, for the completion of the shell."""
    from trotskyism_cli.cli.context import AppContext

    topics = AppContext().library.pack.topics
    return [topic.id for topic in topics if topic.id.startswith(incomplete.lower())]


def a_number(value: float | None) -> float | None:
    """The value of an option, unless it is “nan”, which is in every range."""
    if value is not None and math.isnan(value):
        raise typer.BadParameter("nan is not a number.")
    return value


def some_words(ctx: typer.Context, value: list[str]) -> list[str]:
    """The words of an argument, unless there is nothing in them."""
    if not "".join(value).strip() and not ctx.resilient_parsing:
        raise UsageError(f"There is nothing to look for; give some words: {command(ctx.info_name or '', 'WORDS')}")
    return value


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
Topics = Annotated[
    list[str] | None,
    typer.Argument(metavar="TOPIC…", help="A chapter or an entry; all if none.", autocompletion=topic_names),
]
Kinds = Annotated[list[str] | None, typer.Option("--kind", "-k", help="Only this kind of question; may be repeated.")]
Trivia = Annotated[bool, typer.Option("--trivia", help="Also ask what one only looks up.")]
Seed = Annotated[int | None, typer.Option("--seed", min=0, help="The same number gives the same questions.")]
Plain = Annotated[bool, typer.Option("--plain", help="No boxes, no colour, no repainting.")]
