"""Time to import a long log and to rebuild all memories, also against an earlier commit.

`python -m benchmarks.progress [COMMIT]`
"""

import json
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.study_start import a_review
from benchmarks.timing import ROOT, Contender, Taken, medians, print_ratios, worktree
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.learning.review import Review
from trotskyism_cli.library.library import open_library

REVIEWS = 100_000
ROUNDS = 3
IMPORT, REBUILD = f"import of {REVIEWS:,} reviews", "rebuild"
ASKED = {IMPORT: 1 / 5, REBUILD: 1 / 10}  # allowed ratio to commit c966c0d


def main(before: str = "") -> None:
    """Print the times, and the ratios to the commit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = folder / "reviews.jsonl"
        lines.write_text("".join(_lines(folder / "cache")), encoding="utf-8")
        now = {"TROTSKYISM_CACHE": str(folder / "cache"), "TROTSKYISM_DATA": str(folder / "data")}
        contenders = _contenders("", lines, now | {"PYTHONPATH": str(ROOT)})
        if before:
            then = {"TROTSKYISM_CACHE": str(folder / "old-cache"), "TROTSKYISM_DATA": str(folder / "old-data")}
            contenders += _contenders(f" at {before}", lines, then | {"PYTHONPATH": str(worktree(folder, before))})
        taken = medians(contenders, ROUNDS)
        for each, asked in ASKED.items():
            _print(taken, each, before, asked)


def _print(taken: dict[str, Taken], name: str, before: str, asked: float) -> None:
    own = {each: spent for each, spent in taken.items() if each.startswith(name)}
    print_ratios(own, f"{name} at {before}" if before else name, {name: asked} if before else {})


def _contenders(at: str, lines: Path, environment: dict[str, str]) -> list[Contender]:
    """An import into an empty log, and a rebuild of it."""
    program = [sys.executable, "-P", "-m", "trotskyism_cli", "progress"]
    return [
        Contender(f"{IMPORT}{at}", [*program, "import", str(lines)], _emptied(environment), environment),
        Contender(f"{REBUILD}{at}", [*program, "rebuild"], environment=environment),
    ]


def _emptied(environment: dict[str, str]) -> Callable[[], None]:
    return lambda: shutil.rmtree(environment["TROTSKYISM_DATA"], ignore_errors=True)


def _lines(cache: Path) -> Iterator[str]:
    """The log as JSON lines without default values, as earlier versions do not know all fields."""
    pack = open_library(AppContext().folder, cache).pack
    facts = [*pack.facts]
    rng = random.Random(1)
    begin = datetime.now(UTC) - timedelta(days=900)
    for number in range(REVIEWS):
        review = a_review(number, begin + timedelta(days=900 * number / REVIEWS), rng, facts, pack.id)
        review = review._replace(seconds=round(rng.uniform(3, 30), 1))
        unsaid = {name for name, value in Review._field_defaults.items() if getattr(review, name) == value}
        told = {name: value for name, value in review.as_json().items() if name not in unsaid}
        yield json.dumps(told, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main(*sys.argv[1:])
