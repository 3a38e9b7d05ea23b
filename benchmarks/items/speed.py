"""Generation time of up to 5,000 questions, and whether it grows linearly with their number.

The built-in pack yields only some hundreds, so they are made from a pack with its content repeated. The pack's index,
common to all questions, is timed separately.
"""

import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.large import make_large
from trotskyism_cli.items.making.bank import generate
from trotskyism_cli.items.model import Item
from trotskyism_cli.library.library import open_library

NUMBERS = (1250, 2500, 5000)
TIMES = 14  # copies of the built-in pack, each with some 370 questions


def main() -> None:
    """Print the seconds to the first item and to all, and the milliseconds per further item."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_large(folder / "pack", TIMES)
        pack = open_library(folder / "pack", folder / "cache").pack
        list(pack.entries)  # load the pack before timing
        print(f"questions from a pack {TIMES} times the size of the built-in one")
        print(f"{'asked':>8}{'made':>8}{'first':>10}{'all':>10}{'ms an item':>12}")
        for number in NUMBERS:
            start = time.process_time()
            items: Iterator[Item] = iter(generate(pack, number, seed=1))
            made = sum(1 for _ in islice(items, 1))
            first = time.process_time() - start
            made += sum(1 for _ in items)
            whole = time.process_time() - start
            print(f"{number:>8}{made:>8}{first:>9.2f}s{whole:>9.2f}s{1000 * (whole - first) / max(1, made - 1):>12.2f}")


if __name__ == "__main__":
    main()
