"""Options and arguments that several commands share, said once."""

from typing import Annotated

import typer

Words = Annotated[list[str] | None, typer.Argument(metavar="WORDS…", help="Several words need no quotes.")]
Name = Annotated[list[str], typer.Argument(metavar="NAME…", help="A name in any spelling; no quotes needed.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document, for programs.")]
Plain = Annotated[bool, typer.Option("--plain", help="No boxes, no colour, no repainting.")]
Topics = Annotated[list[str] | None, typer.Argument(metavar="TOPIC…", help="Chapters or entries; all if none is given.")]
Kinds = Annotated[list[str] | None, typer.Option("--kind", "-k", help="Only questions of this kind; may be repeated.")]
Seed = Annotated[int | None, typer.Option("--seed", help="The same number gives the same questions.", min=0)]
