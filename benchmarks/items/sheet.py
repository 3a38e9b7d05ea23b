"""A sheet of items for people to judge: `python -m benchmarks.items.sheet [-n 200] [--seed 5] [--pack DIR]`.

It has equally many of each family and each response that is not a choice. How to judge them: benchmarks/README.md.
"""

import argparse
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from trotskyism_cli.items.making.bank import Wanted, generate, kinds
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import read_pack

DRAWN = 8  # items made per printed one, for a varied sample


def main(pack: Pack, n: int, seed: int) -> None:
    """Print `n` numbered items by stratum, with what an examiner needs to judge them."""
    families = kinds(pack)
    others = [response for response in Response if response is not Response.CHOICE]
    wanted = {family: Wanted(kinds=(family,)) for family in families}
    wanted |= {response.value: Wanted(responses=(response,)) for response in others}
    number = 0
    for place, (stratum, each) in enumerate(wanted.items()):
        share = n * (place + 1) // len(wanted) - n * place // len(wanted)
        items = list(islice(generate(pack, share * DRAWN, seed, each), share * DRAWN))
        chosen = random.Random(seed).sample(items, min(share, len(items)))
        print(f"\n# {stratum} ({len(chosen)})")
        for item in chosen:
            number += 1
            print(f"\n{number}. [{item.kind}, {item.difficulty}] {item.question}")
            print(*_answers(item), f"   > {item.explanation}", sep="\n")


def _answers(item: Item) -> Iterator[str]:
    """The options with the right ones marked, or the key of other responses."""
    if item.response is Response.TYPED:
        yield f"   = {' | '.join(item.accepted)}"
    if item.response in (Response.MATCH, Response.ORDER):
        yield f"   = {item.key}"
    else:
        for place, option in enumerate(item.options):
            yield f"   {'*' if place in item.answer else '-'} {option}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("-n", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--pack", type=Path, default=Path("content"))
    given = parser.parse_args()
    main(read_pack(given.pack).pack, given.n, given.seed)
