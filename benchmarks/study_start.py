"""How long a study session takes to its first question, with a long log: python -m benchmarks.study_start

Against a Typer program that opens a questionary prompt, in the same kind of terminal, runs in turns.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pexpect

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.learning.log import open_log
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.schedule import remembered
from trotskyism_cli.learning.supply import Supply
from trotskyism_cli.library.library import open_library

PROMPT = """
import typer
import questionary
app = typer.Typer()
@app.command()
def main() -> None:
    questionary.select("1/5 What?", choices=["one", "two", "three"]).ask()
app()
"""
REVIEWS = 100_000
RUNS = 11
LIMIT = 1.5


def main() -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        prompt = Path(folder, "prompt.py")
        prompt.write_text(PROMPT)
        places = {"TROTSKYISM_CACHE": str(Path(folder, "cache")), "TROTSKYISM_DATA": str(Path(folder, "data"))}
        environment = {**os.environ, **places, "TERM": "xterm"}
        fill(Path(folder, "cache"), Path(folder, "data"))
        ways = {
            "questionary by Typer": [sys.executable, str(prompt)],
            f"study, {REVIEWS:,} reviews": [sys.executable, "-m", "trotskyism_cli", "study"],
        }
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for turn in range(RUNS + 1):
            for name, command in ways.items():
                seconds = seconds_to_question(command, environment)
                if turn:
                    taken[name].append(seconds)
        medians = {name: statistics.median(each) for name, each in taken.items()}
        base = next(iter(medians.values()))
        print(f"{'':<26}{'median':>10}{'ratio':>8}{'asked':>8}")
        for name, seconds in medians.items():
            asked = "" if seconds is base else f"{LIMIT:>8.2f}"
            print(f"{name:<26}{seconds * 1000:>8.1f}ms{seconds / base:>8.2f}{asked}")


def seconds_to_question(command: Sequence[str], environment: dict[str, str]) -> float:
    """From the start of a program to the first question on its screen."""
    start = time.perf_counter()
    child = pexpect.spawn(command[0], list(command[1:]), env=environment, timeout=60, dimensions=(40, 100))
    child.expect(r"1/\d+ ")
    taken = time.perf_counter() - start
    child.close(force=True)
    return taken


def fill(cache: Path, data: Path) -> None:
    """A log of many answers, the memories made of it, and questions about the facts that are due."""
    library = open_library(AppContext().folder, cache)
    supply = Supply(library)
    facts = [each.fact for each in supply.askables]
    rng = random.Random(1)
    now = datetime.now(UTC)
    times = sorted(now - timedelta(days=rng.uniform(0, 900)) for _ in range(REVIEWS))
    with open_log(data, library.pack.id) as log:
        log.merge(_review(number, when, rng, facts, library.pack.id) for number, when in enumerate(times))
        log.rebuild(remembered)
        due = sorted(log.memories().values(), key=lambda memory: memory.due)
    for memory in due:
        supply.items(memory.fact, facts)


def _review(number: int, when: datetime, rng: random.Random, facts: Sequence[str], pack: str) -> Review:
    right = rng.random() < 0.85
    return Review(
        id=f"r{number}",
        time=when,
        pack=pack,
        session=f"s{number // 20}",
        item="i",
        facts=(rng.choice(facts),),
        revisions=(1,),
        family="year",
        response="choice",
        topic="",
        stem="In which year was it?",
        options=("1905", "1917", "1924", "1938"),
        chosen=(0 if right else 1,),
        key=(0,),
        credit=float(right),
    )


if __name__ == "__main__":
    main()
