"""How long questions take: 5,000 at once, and whether the time grows with their number alone.

The built-in pack gives some hundreds, however many are asked for; so they come from a pack that has its content so many
times over that there are as many as are asked for. What is common to all of them, an index of the pack, is timed apart.
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
TIMES = 14  # as large a pack: in each copy of the built-in one there are some 370 questions


def main() -> None:
    """Print the seconds up to the first item, those of all of them, and the milliseconds an item after the first."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_large(folder / "pack", TIMES)
        pack = open_library(folder / "pack", folder / "cache").pack
        list(pack.entries)  # read whole now, so that the first number asked does not pay for it
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
