"""A pack in parts: items of a very large pack are made from a few of its entries at a time.

So neither the time to start a quiz nor the memory for many items grows with the pack.
"""

import random
from collections.abc import Collection, Iterator
from typing import NamedTuple

from trotskyism_cli.library.compiled.part import entries_in_row, part_of, place_of
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.pack import Pack

WHOLE = 1_000  # entries: a pack up to this size is taken whole
RUN, RUNS = 150, 2  # adjacent (so similar) entries in a run; runs in a part


class Part(NamedTuple):
    """A pack or a part of one. `own` are the entries to ask about; None for all."""

    pack: Pack
    own: Collection[str] | None = None


def parts(
    pack: Pack,
    seed: int,
    topics: Collection[str] | None = None,
    entries: Collection[str] | None = None,
    facts: Collection[str] | None = None,
) -> Iterator[Part]:
    """The whole pack, or the parts of a very large one in random order; every entry is in one part.

    If chapters, entries or facts are named, the parts hold only these and their neighbours.
    """
    if not isinstance(pack, StoredPack) or len(pack.entries) <= WHOLE:
        yield Part(pack)
        return
    rng = random.Random(f"parts:{seed}")
    named = _named(pack, topics, entries, facts)
    if named is None:
        starts = list(range(0, len(pack.entries), RUN))
        rng.shuffle(starts)
        for at in range(0, len(starts), RUNS):
            own = {each for start in starts[at : at + RUNS] for each in entries_in_row(pack, start, RUN)}
            yield Part(part_of(pack, own), own)
        return
    rng.shuffle(named)
    for at in range(0, len(named), RUN * RUNS):
        own = {*named[at : at + RUN * RUNS]}
        places = (place_of(pack, each) for each in named[at : at + RUNS])
        beside = {each for place in places for each in entries_in_row(pack, max(0, place - RUN // 2), RUN)}
        yield Part(part_of(pack, own | beside), own)


def _named(
    pack: StoredPack,
    topics: Collection[str] | None,
    entries: Collection[str] | None,
    facts: Collection[str] | None,
) -> list[str] | None:
    """The entries that the named chapters, entries or facts are about, in order; None if nothing is named."""
    if facts is not None:
        return sorted({each.partition(".")[0] for each in facts if each.partition(".")[0] in pack.entries})
    if entries is not None:
        naming = (each for own in entries for how in ("object", "holder") for each in pack.mentions(how, own))
        return sorted({*entries, *(each.partition(".")[0] for each in naming)})
    if topics is not None:
        return sorted({each for topic in topics for each in pack.topic(topic).entries})
    return None
