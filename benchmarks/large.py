"""Packs many times the size of the built-in one: compilation, look-ups, questions: python -m benchmarks.large

They repeat the built-in entries, quotations, questions and chapters under new ids and names. Memory is the process's
peak. Look-ups and the first question of a quiz are processes run in turn with those of the built-in pack, each with an
empty answer cache.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from benchmarks.timing import Contender, medians, print_ratios
from trotskyism_cli.cli.context import AppContext

OWN = ("entries", "quotes", "questions", "topics")  # repeated in each copy; everything else occurs once
NAMES = """name aliases former_names birth_name search title stem
    defined-as native-name short-name former-name known-as birth-name""".split()
SHARED = ("source", "sources", "sections", "relation", "kind")
LEFT_OUT = ("formerly", "edited")  # editing rules belong to a single pack
COMPILE = """
import resource, sys
from pathlib import Path
from trotskyism_cli.library.library import open_library
made = open_library(Path(sys.argv[1]), Path(sys.argv[2])).counts()
"""
QUESTIONS = """
import resource, sys
from pathlib import Path
from trotskyism_cli.items.making.bank import generate
from trotskyism_cli.library.library import open_library
made = list(generate(open_library(Path(sys.argv[1]), Path(sys.argv[2])).pack, 5000, 1))
"""
USED = """
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, len(made))
"""
ASKED = 1.1  # allowed ratio of a look-up in a large pack to the built-in one
LOOK_UPS = {
    "show": ["show", "milyukov"],
    "search": ["search", "who", "coined", "trotskyism"],
    "on a day": ["on", "7", "november"],
    "on a year": ["on", "1917"],
    "list": ["list"],
    "quote": ["quote", "permanent", "revolution"],
    "timeline": ["timeline"],
    "timeline of years": ["timeline", "1917-1924"],
    "compare": ["compare", "stalinism", "trotskyism"],
    "links": ["links", "trotsky"],
    "a question": ["search", "who", "killed", "trotsky"],
    "quiz": ["quiz", "-n", "1", "--plain"],
}


def make_large(folder: Path, times: int) -> None:
    """Write the pack."""
    home = AppContext().folder
    paths = sorted(home.rglob("*.yaml"))
    read = {path.relative_to(home): yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in paths}
    ids = {record["id"] for each in read.values() for kind in OWN for record in each.get(kind, ())}
    for path, content in read.items():
        shared = {kind: records for kind, records in content.items() if kind not in (*OWN, *LEFT_OUT)}
        own = {kind: records for kind, records in content.items() if kind in OWN}
        for copy in range(times if own else 1):
            renamed = {**({} if copy else shared), **(_renamed(own, copy, ids) if copy else own)}
            place = folder / (f"copy-{copy}" if copy else ".") / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(json.dumps(renamed, ensure_ascii=False, default=str), encoding="utf-8")


def _renamed(value: Any, copy: int, ids: set[str], key: str = "") -> Any:
    """A copy of a value with other ids and names; `key` is the field it belongs to."""
    if isinstance(value, dict):
        kept = {name: each for name, each in value.items() if name not in LEFT_OUT}
        own = {"id": kept["id"]} if key == "facts" and "id" in kept else {}  # fact ids are unique within an entry
        return {name: _renamed(each, copy, ids, name) for name, each in kept.items()} | own
    if isinstance(value, list):
        return [_renamed(each, copy, ids, key) for each in value]
    if not isinstance(value, str) or key in SHARED:
        return value
    if key in NAMES:
        return f"{value[:-1]} {copy}?" if value.endswith("?") else f"{value} {copy}"
    own_id, dot, rest = value.partition(".")
    return f"{own_id}-{copy}{dot}{rest}" if own_id in ids and re.fullmatch(r"[\w.-]+", value) else value


def main() -> None:
    """Print the figures for each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.large", description=__doc__)
    parser.add_argument("--times", nargs="+", type=int, default=[1, 4, 16])
    with tempfile.TemporaryDirectory() as name:
        _print(Path(name), parser.parse_args().times)


def _print(place: Path, sizes: list[int]) -> None:
    print(f"{'times':>6}{'compile':>10}{'a copy':>9}{'memory':>10}{'questions':>12}{'each':>9}{'memory':>10}")
    for times in sizes:
        make_large(place / str(times), times)
        seconds, memory, _ = _used(COMPILE, place, times)
        print(f"{times:>6}{seconds:>9.1f}s{seconds / times:>8.2f}s{memory:>7.0f}MiB", end="", flush=True)
        seconds, memory, made = _used(QUESTIONS, place, times)
        print(f"{made:>12.0f}{1000 * seconds / made:>7.1f}ms{memory:>7.0f}MiB", flush=True)
    program = [sys.executable, "-P", "-m", "trotskyism_cli", "--pack"]
    own = {"TROTSKYISM_CACHE": str(place / "cache"), "TROTSKYISM_DATA": str(place / "data")}

    def forget() -> None:
        for kept in ("answers-*", "shelf-*"):
            for each in (place / "cache").glob(kept):
                each.unlink()

    for name, words in LOOK_UPS.items():
        runs = [
            Contender(f"{name}, {times} times", [*program, str(place / str(times)), *words], forget, own)
            for times in sizes
        ]
        print_ratios(medians(runs, 7), runs[0].name, {each.name: ASKED for each in runs[1:]})


def _used(program: str, place: Path, times: int) -> tuple[float, float, float]:
    """Processor seconds and MiB a program takes with a pack, and how many things it made."""
    words = [sys.executable, "-c", program + USED, str(place / str(times)), str(place / "cache")]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    seconds, memory, made = map(float, done.stdout.split())
    return seconds, memory, made


if __name__ == "__main__":
    main()
