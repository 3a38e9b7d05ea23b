"""Time whole processes side by side: runs interleaved and medians compared, as a busy machine slows all alike."""

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
    """A command to time; `prepare` runs, untimed, before each run."""

    name: str
    command: Sequence[str]
    prepare: Callable[[], None] | None = None
    environment: Mapping[str, str] | None = None


class Taken(NamedTuple):
    """Seconds of a run: wall-clock time, and processor time, which depends less on other work of the machine."""

    clock: float
    processor: float


def medians(contenders: Sequence[Contender], runs: int = 15) -> dict[str, Taken]:
    """Median times by name over `runs` rounds, each contender once per round, after a warm-up round."""
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
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # let bytecode be cached, as for an installed program
    # `os.times` has a resolution of a hundredth of a second, a tenth of a look-up.
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
    """Print a row for each: the median, its ratios to `to`, and the allowed ratio if there is one."""
    print(f"{'':<44}{'clock':>9}{'ratio':>7}{'processor':>12}{'ratio':>7}{'asked':>7}")
    base = taken[to]
    for name, each in taken.items():
        clock = f"{each.clock * 1000:>7.0f}ms{each.clock / base.clock:>7.2f}"
        processor = f"{each.processor * 1000:>10.0f}ms{each.processor / base.processor:>7.2f}"
        print(f"{name:<44}{clock}{processor}" + (f"{asked[name]:>7.2f}" if name in asked else ""))


def worktree(folder: Path, commit: str) -> Path:
    """A checkout of an earlier commit, with its own content."""
    place = folder / "before"
    subprocess.run(["git", "-C", ROOT, "worktree", "prune"], check=True)
    subprocess.run(["git", "-C", ROOT, "worktree", "add", "--quiet", "--detach", place, commit], check=True)
    return place
