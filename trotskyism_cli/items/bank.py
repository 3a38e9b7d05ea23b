"""The bank: a stream of items from a pack, the same for the same seed."""

from collections.abc import Collection, Iterator

from trotskyism_cli.items.model import Item
from trotskyism_cli.pack.model import Pack

KINDS: tuple[str, ...] = ()


def kinds(pack: Pack) -> tuple[str, ...]:
    """The families of items that this pack gives, in reading order."""
    return tuple(kind for kind in KINDS if any(generate(pack, 1, 0, kinds=[kind])))


def generate(
    pack: Pack,
    n: int,
    seed: int,
    topics: Collection[str] | None = None,
    kinds: Collection[str] | None = None,
    difficulty: str | None = None,
) -> Iterator[Item]:
    """At most `n` items, fewer if the pack gives no more without repeating itself.

    `topics` (ids of chapters), `kinds` (see `kinds`) and `difficulty` (easy, medium, hard) restrict what is asked.
    """
    yield from ()
