"""How long questions take: 5,000 at once, and whether the time grows with their number alone."""

import time

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.items.bank import generate
from trotskyism_cli.library.library import open_library

NUMBERS = (1250, 2500, 5000)


def main() -> None:
    """Print the seconds and the milliseconds an item for each number of items."""
    pack = open_library(AppContext().folder).pack
    print(f"{'items':>8}{'seconds':>10}{'ms an item':>12}")
    for number in NUMBERS:
        start = time.perf_counter()
        made = sum(1 for _ in generate(pack, number, seed=1))
        taken = time.perf_counter() - start
        print(f"{made:>8}{taken:>10.2f}{1000 * taken / max(1, made):>12.2f}")


if __name__ == "__main__":
    main()
