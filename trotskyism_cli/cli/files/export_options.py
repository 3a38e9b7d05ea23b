"""Options that only the commands of `export` take."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from trotskyism_cli.export.paper import TableStyle

HIGHEST = 100_000  # questions
USUAL = 10  # questions of a test


def how_many(*, whole: bool) -> object:
    """The option for the number of questions; its help says what holds without it."""
    usual = "all" if whole else str(USUAL)
    return Annotated[
        int | None,
        typer.Option("-n", "--number", min=1, max=HIGHEST, help=f"How many questions; else {usual}."),
    ]


Cards = Annotated[bool, typer.Option("--cards/--no-cards", help="Also cards for facts and quotations.")]
Variants = Annotated[int, typer.Option("--variants", min=1, max=26, help="How many: A, B, C … in other orders.")]

Key = Annotated[
    Path | None,
    typer.Option("--key", metavar="FILE", help="The answers go to this file, and not into that of the questions."),
]
Heading = Annotated[str, typer.Option("--title", metavar="TEXT", help="What it is called; else as the pack is.")]


class Separator(StrEnum):
    """What stands between the cells of a table."""

    COMMA = ","
    SEMICOLON = ";"
    TAB = "tab"


SeparatorOption = Annotated[Separator, typer.Option("--separator", help="Excel in much of Europe wants “;”.")]
ByteOrderMark = Annotated[bool, typer.Option("--bom/--no-bom", help="A mark by which Excel knows UTF-8.")]


def table_style(separator: Separator, bom: bool) -> TableStyle:
    """How a table is written."""
    return TableStyle("\t" if separator is Separator.TAB else separator.value, bom)
