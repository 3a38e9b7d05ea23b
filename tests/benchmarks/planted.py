"""Streams made for the tests of the examiner: fair ones, and the same with a flaw planted."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.items.stream import Seen

PACK = Path(__file__).parent.parent / "packs" / "french-revolution"
NAMES = [f"{first}{last}" for first in "BDFGKLMNPRSTVZ" for last in ("arnum", "elvis", "idora", "oskin", "ulrik")]
WORDS = [
    f"{first}{last}"
    for first in ("plo", "gra", "tri", "spe", "cla", "bru")
    for last in ("mber", "ndel", "stok", "vant")
]


def with_key(item: Seen, key: str) -> Seen:
    """The item with other words as its key."""
    options = tuple(key if place == item.answer else option for place, option in enumerate(item.options))
    return replace(item, options=options)


def fair(n: int, seed: int = 0) -> list[Seen]:
    """Items whose options and stems tell nothing."""
    rng = random.Random(seed)
    items = []
    for number in range(n):
        options = tuple(rng.sample(NAMES, 4))
        stem = f"Which {rng.choice(WORDS)} of the {rng.choice(WORDS)} met the {rng.choice(WORDS)} there?"
        items.append(made(number, stem, options, rng.randrange(4)))
    return items


def made(number: int, stem: str, options: tuple[str, ...], answer: int) -> Seen:
    """An item with nothing but a stem and options, each with evidence of its own."""
    return Seen(
        f"i-{number}", "who", stem, options, answer, f"t{number % 5}", (f"f-{number}",), "", ("",) * 4, "easy", ()
    )


def years(n: int, seed: int = 0) -> list[Seen]:
    """Items with years; each rank is as likely."""
    rng = random.Random(seed)
    return [
        made(number, f"When did {rng.choice(WORDS)} meet {rng.choice(WORDS)}?", options, rng.randrange(4))
        for number in range(n)
        for options in [tuple(map(str, sorted(rng.sample(range(1801, 1950), 4))))]
    ]


def tilted(items: list[Seen], score: Callable[[str, Seen], float], share: float = 0.4) -> list[Seen]:
    """A share of items with the key moved to the option with the highest score."""
    rng = random.Random(1)
    return [
        replace(item, answer=max(range(4), key=lambda place, item=item: score(item.options[place], item)))  # type: ignore[misc]
        if rng.random() < share
        else item
        for item in items
    ]


def lengthened(items: list[Seen]) -> list[Seen]:
    """Options of various lengths, at random."""
    rng = random.Random(3)
    return [replace(i, options=tuple(f"{o} {'of it ' * rng.randrange(4)}".strip() for o in i.options)) for i in items]


def echoing(item: Seen, *words: str) -> Seen:
    """Words of options in the stem."""
    return replace(item, stem=f"{item.stem[:-1]} {' '.join(words)}?")
