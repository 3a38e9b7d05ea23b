"""What learners know after days of equal study time, by way of choosing questions: python -m benchmarks.study

Simulated learners (`laboratory.learners`), whose laws of forgetting no scheduler knows, are taught in different ways
(`laboratory.ways`; `study` is the program's own session). Either can be plugged in by the name of a module and what it
has there:

    python -m benchmarks.study --learners my_laws:Wickelgren --ways my_ways:cramming --days 60 --minutes 10

A law is called with a seed (an integer) and returns a learner (`learners.Learner`: recall and answer). A way is called
with a seed and returns what to do each day (`ways.Way`). There are as many facts as the book asks about.
"""

import argparse
import importlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import pairwise
from statistics import fmean
from typing import Any, NamedTuple

from benchmarks.laboratory.learners import LAWS, Law
from benchmarks.laboratory.program import study
from benchmarks.laboratory.ways import FACTS, OPPONENTS, Sitting, Way

DAYS, MINUTES = (30, 60, 180), (5, 10, 20)
SEEDS, PROCESSES = 4, 2
OURS, MEASURE = "study", "SM-2"
WAYS: dict[str, Way] = {OURS: study, **OPPONENTS}


class Course(NamedTuple):
    """A learner (law and seed) taught in a way for some minutes a day."""

    law: str
    way: str
    minutes: float
    seed: int


def known_after(course: Course, days: Sequence[int]) -> dict[int, float]:
    """The share of all facts known after each of these days."""
    learner, sit = _law(course.law)(course.seed), _way(course.way)(course.seed)
    found = {}
    for day in range(max(days)):
        sit(Sitting(learner, day, course.minutes))
        if day + 1 in days:
            found[day + 1] = fmean(learner.recall(fact, day + 1) for fact in range(FACTS))
    return found


def _law(name: str) -> Law:
    law: Law = LAWS.get(name) or _plugged(name)
    return law


def _way(name: str) -> Way:
    way: Way = WAYS.get(name) or _plugged(name)
    return way


def _plugged(name: str) -> Any:
    module, colon, thing = name.partition(":")
    if not colon:
        raise SystemExit(f"“{name}” is neither built in ({', '.join([*LAWS, *WAYS])}) nor MODULE:NAME.")
    return getattr(importlib.import_module(module), thing)


Table = dict[tuple[str, float, int, str], float]  # law, minutes, days, way: share known


def measured(courses: Sequence[Course], days: Sequence[int]) -> Table:
    """The mean share known, over the seeds."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        results = list(pool.map(partial(known_after, days=days), courses))
    found: dict[tuple[str, float, int, str], list[float]] = {}
    for course, known in zip(courses, results, strict=True):
        for day, share in known.items():
            found.setdefault((course.law, course.minutes, day, course.way), []).append(share)
    return {key: fmean(shares) for key, shares in found.items()}


def lines(table: Table, ways: Sequence[str]) -> Iterator[str]:
    """A line for each law, minutes and days: the result of each way, and study against the best other."""
    yield f"{'law':<16}{'min':>4}{'days':>5}" + "".join(f"{way[:13]:>15}" for way in ways) + f"{'ratio':>8}"
    for law, minutes, days in dict.fromkeys(key[:3] for key in table):
        known = [table[law, minutes, days, way] for way in ways]
        others = [share for way, share in zip(ways, known, strict=True) if way != OURS]
        ratio = f"{table[law, minutes, days, OURS] / max(others):>8.2f}" if OURS in ways and others else ""
        yield f"{law:<16}{minutes:>4g}{days:>5}" + "".join(f"{share:>15.1%}" for share in known) + ratio


def fewer_minutes(table: Table) -> Iterator[str]:
    """The minutes a day with which study equals ten minutes of SM-2, interpolated."""
    for law, days in dict.fromkeys((key[0], key[2]) for key in table):
        tried = sorted({key[1] for key in table if key[0] == law})
        wanted = table.get((law, 10, days, MEASURE))
        points = [
            (minutes, table[law, minutes, days, OURS]) for minutes in tried if (law, minutes, days, OURS) in table
        ]
        if wanted is not None and len(points) > 1:
            yield f"{law}, {days} days: {_reached(points, wanted)} minutes for what SM-2 does in 10"


def _reached(points: Sequence[tuple[float, float]], wanted: float) -> str:
    if points[0][1] >= wanted:
        return f"at most {points[0][0]:g}"
    for (minutes, share), (more, further) in pairwise(points):
        if further >= wanted:
            return f"{minutes + (more - minutes) * (wanted - share) / (further - share):.1f}"
    return f"over {points[-1][0]:g}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.study", description=__doc__)
    parser.add_argument("--learners", nargs="+", default=list(LAWS), metavar="LAW", help="built in, or MODULE:NAME")
    parser.add_argument("--ways", nargs="+", default=list(WAYS), metavar="WAY", help="built in, or MODULE:NAME")
    parser.add_argument("--days", nargs="+", type=int, default=DAYS)
    parser.add_argument("--minutes", nargs="+", type=float, default=MINUTES)
    parser.add_argument("--seeds", type=int, default=SEEDS)
    chosen = parser.parse_args(arguments)
    courses = list(_courses(chosen.learners, chosen.ways, chosen.minutes, chosen.seeds))
    print(f"{FACTS} facts; the share known; {chosen.seeds} learners of each law; ratio: study to the best other way")
    table = measured(courses, chosen.days)
    print("\n".join([*lines(table, chosen.ways), *fewer_minutes(table)]))


def _courses(laws: Iterable[str], ways: Sequence[str], minutes: Sequence[float], seeds: int) -> Iterator[Course]:
    return (Course(law, way, each, seed) for law in laws for each in minutes for way in ways for seed in range(seeds))


if __name__ == "__main__":
    main()
