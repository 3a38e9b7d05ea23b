"""Options of every command that chooses questions of the bank."""

from typing import Annotated

import typer

from trotskyism_cli.items.model import Difficulty, Response

Count = Annotated[int, typer.Option("-n", "--number", min=1, max=100_000, help="How many questions.")]
DifficultyOption = Annotated[
    Difficulty | None, typer.Option("--difficulty", help="Hard: options alike, not known to all.", case_sensitive=False)
]
Responses = Annotated[
    list[Response] | None,
    typer.Option("--response", help="Only questions answered so; may be repeated.", case_sensitive=False),
]
