"""Whole processes timed side by side: runs interleaved, medians compared; a busy machine slows all of them alike."""

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Contender:
    """A command to time; `prepare` runs before each time it is run, and is not timed."""

    name: str
    command: Sequence[str]
    prepare: Callable[[], None] | None = None
    environment: Mapping[str, str] | None = None


class Taken(NamedTuple):
    """Seconds of a run: on the clock, and of the processor, which hears less of what else the machine does."""

    clock: float
    processor: float


def medians(contenders: Sequence[Contender], runs: int = 15) -> dict[str, Taken]:
    """What a run takes, by name: the median of `runs` rounds, each contender once a round, after a round of warming."""
    taken: dict[str, list[Taken]] = {contender.name: [] for contender in contenders}
    for round_number in range(runs + 1):
        for contender in contenders:
            once = _run(contender)
            if round_number:
                taken[contender.name].append(once)
    return {name: Taken(*map(statistics.median, zip(*rounds, strict=True))) for name, rounds in taken.items()}


def _run(contender: Contender) -> Taken:
    if contender.prepare:
        contender.prepare()
    environment = {**os.environ, **(contender.environment or {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed is compiled once
    # What `os.times` says of it is in hundredths of a second, a tenth of what a look-up takes.
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        contender.command, stdin=subprocess.DEVNULL, capture_output=True, env=environment, check=False
    )
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(f"{contender.name} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Taken(clock, spent)


def print_ratios(taken: Mapping[str, Taken], to: str, asked: Mapping[str, float]) -> None:
    """A row each: the median, its ratios to one of them, and the ratio asked for, where there is one."""
    print(f"{'':<44}{'clock':>9}{'ratio':>7}{'processor':>12}{'ratio':>7}{'asked':>7}")
    base = taken[to]
    for name, each in taken.items():
        clock = f"{each.clock * 1000:>7.0f}ms{each.clock / base.clock:>7.2f}"
        processor = f"{each.processor * 1000:>10.0f}ms{each.processor / base.processor:>7.2f}"
        print(f"{name:<44}{clock}{processor}" + (f"{asked[name]:>7.2f}" if name in asked else ""))


def worktree(folder: Path, commit: str) -> Path:
    """The checkout of an earlier commit; its content is its own."""
    place = folder / "before"
    subprocess.run(["git", "-C", ROOT, "worktree", "prune"], check=True)
    subprocess.run(["git", "-C", ROOT, "worktree", "add", "--quiet", "--detach", place, commit], check=True)
    return place
