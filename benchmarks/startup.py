"""How long a look-up takes against a Typer program with one Rich panel, and a first start against a warm one."""

import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import Contender, medians, print_ratios

PANEL = """
from typing import Annotated
import typer
from rich.console import Console
from rich.panel import Panel
app = typer.Typer()
@app.command()
def main(name: Annotated[str, typer.Argument()] = "world") -> None:
    Console().print(Panel(f"hello {name}"))
app()
"""
LOOKUPS = {
    "show": ["show", "milyukov"],
    "search": ["search", "who", "coined", "trotskyism"],
    "quote": ["quote", "permanent"],
    "list": ["list", "works"],
}


def main() -> None:
    """Print the two tables of ratios."""
    program = [sys.executable, "-m", "trotskyism_cli"]
    with tempfile.TemporaryDirectory() as folder:
        panel = Path(folder, "panel.py")
        panel.write_text(PANEL)
        cache = {"TROTSKYISM_CACHE": str(Path(folder, "cache"))}
        base = [
            Contender("python -c pass", [sys.executable, "-c", "pass"]),
            Contender("one Rich panel by Typer", [sys.executable, str(panel)]),
        ]
        lookups = [Contender(name, [*program, *words], environment=cache) for name, words in LOOKUPS.items()]
        taken = medians([*base, *lookups])
        print_ratios(taken, "one Rich panel by Typer", dict.fromkeys(LOOKUPS, 1.25))
        print()
        first = Contender(
            "first start (compiles the pack)",
            [*program, *LOOKUPS["show"]],
            prepare=lambda: shutil.rmtree(Path(folder, "cache"), ignore_errors=True),
            environment=cache,
        )
        warm = Contender("warm show", [*program, *LOOKUPS["show"]], environment=cache)
        print_ratios(medians([first, warm], runs=5), "warm show", {first.name: 10})


if __name__ == "__main__":
    main()
