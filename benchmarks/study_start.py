"""Time of a study session to its first question, with a long log: python -m benchmarks.study_start

Compared with a Typer program that opens a questionary prompt, in the same kind of terminal, in turns; processor time.
"""

import os
import random
import statistics
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.sitting import PROMPT, seconds
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.record.log import open_log
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.study.supply import Supply
from trotskyism_cli.library.library import open_library

REVIEWS = (100_000, 1_000_000)
RUNS = 15
LIMIT, LONGER = 1.15, 1.2  # allowed ratios: to the prompt, and of the longest log to the shortest


def main() -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        prompt = Path(folder, "prompt.py")
        prompt.write_text(PROMPT)
        ways: dict[str, tuple[list[str], Path]] = {"questionary by Typer": ([str(prompt)], Path(folder))}
        for reviews in REVIEWS:
            own = Path(folder, str(reviews))
            fill(own / "cache", own / "data", reviews)
            ways[f"study, {reviews:,} reviews"] = ["-m", "trotskyism_cli", "study"], own
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for turn in range(RUNS + 1):
            for name, (command, own) in ways.items():
                spent = seconds(command, _environment(own))
                if turn:
                    taken[name].append(spent)
    base, *others = (statistics.median(each) for each in taken.values())
    print(f"{'':<26}{'median':>10}{'ratio':>8}{'asked':>8}")
    for name, spent in zip(taken, (base, *others), strict=True):
        asked = "" if spent is base else f"{LIMIT:>8.2f}"
        print(f"{name:<26}{spent * 1000:>8.1f}ms{spent / base:>8.2f}{asked}")
    print(f"{'the longer log':<36}{others[-1] / others[0]:>8.2f}{LONGER:>8.2f}")


def _environment(folder: Path) -> dict[str, str]:
    places = {"TROTSKYISM_CACHE": str(folder / "cache"), "TROTSKYISM_DATA": str(folder / "data")}
    environment = {**os.environ, **places, "TERM": "xterm"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def fill(cache: Path, data: Path, reviews: int) -> None:
    """Make a log of many answers, the memories from it, and items about due facts."""
    library = open_library(AppContext().folder, cache)
    supply = Supply(library)
    facts = [each.fact for each in supply.askables]
    rng = random.Random(1)
    now = datetime.now(UTC)
    times = sorted(now - timedelta(days=rng.uniform(0, 900)) for _ in range(reviews))
    with open_log(data, library.pack.id) as log:
        log.merge(a_review(number, when, rng, facts, library.pack.id) for number, when in enumerate(times))
        log.rebuild(remembered)
        due = sorted(log.memories().values(), key=lambda memory: memory.due)
    for memory in due:
        supply.items(memory.fact, facts)


def a_review(number: int, when: datetime, rng: random.Random, facts: Sequence[str], pack: str) -> Review:
    """An answer to a question about one of the facts."""
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
