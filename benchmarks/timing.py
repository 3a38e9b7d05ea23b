"""Whole processes timed side by side: runs interleaved, medians compared; a busy machine slows all of them alike."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contender:
    """A command to time; `prepare` runs before each time it is run, and is not timed."""

    name: str
    command: Sequence[str]
    prepare: Callable[[], None] | None = None
    environment: Mapping[str, str] | None = None


def medians(contenders: Sequence[Contender], runs: int = 15) -> dict[str, float]:
    """Seconds a run, by name: the median of `runs` rounds, each contender once a round, after a round of warming."""
    seconds: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for round_number in range(runs + 1):
        for contender in contenders:
            taken = _run(contender)
            if round_number:
                seconds[contender.name].append(taken)
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def _run(contender: Contender) -> float:
    if contender.prepare:
        contender.prepare()
    environment = {**os.environ, **(contender.environment or {})}
    start = time.perf_counter()
    done = subprocess.run(
        contender.command, stdin=subprocess.DEVNULL, capture_output=True, env=environment, check=False
    )
    taken = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"{contender.name} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return taken


def print_ratios(taken: Mapping[str, float], to: str, asked: Mapping[str, float]) -> None:
    """A row each: the median, the ratio to one of them, and the ratio asked for, where there is one."""
    print(f"{'':<34}{'median':>10}{'ratio':>8}{'asked':>8}")
    for name, seconds in taken.items():
        ratio = seconds / taken[to]
        wanted = f"{asked[name]:>8.2f}" if name in asked else ""
        print(f"{name:<34}{seconds * 1000:>8.1f}ms{ratio:>8.2f}{wanted}")
