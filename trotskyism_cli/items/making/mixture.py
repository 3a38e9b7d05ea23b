"""The mix of a quiz: in every ten items, most are on arguments and few on dates.

Each aspect has several sources: authors' questions, choices made from facts, and items of other responses. A source
that runs dry is replaced by the next best, so a quiz on one chapter or family does not stop early.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from trotskyism_cli.items.grounds.aspects import Aspect
from trotskyism_cli.items.model import Item

# The aspects of ten successive items.
ASPECTS_PER_TEN = (*[Aspect.THOUGHT] * 7, *[Aspect.NAMES] * 2, Aspect.TIME)
FALLBACKS = {
    Aspect.THOUGHT: (Aspect.THOUGHT, Aspect.NAMES, Aspect.TIME),
    Aspect.NAMES: (Aspect.NAMES, Aspect.THOUGHT, Aspect.TIME),
    Aspect.TIME: (Aspect.TIME, Aspect.THOUGHT, Aspect.NAMES),
}
SCARCITY_BONUS = 1.3  # how much more often than its supply warrants an aspect with few questions comes
LOOKED_AT = 40  # items of a source that may wait for a fitting moment


class AskedBefore(Protocol):
    """The items so far, which decide what may come next."""

    def fits(self, item: Item, *, in_export: bool = True) -> bool:
        """Return whether an item may come now, next to the last few and (if `in_export`) to many more before."""
        ...

    def note(self, item: Item) -> None:
        """Note that an item has come."""
        ...


class Source:
    """Items of one sort. `share` is its relative frequency. Items that do not fit yet wait."""

    def __init__(self, items: Iterator[Item], share: float, asked: AskedBefore) -> None:
        self.share = share
        self._items = items
        self._asked = asked
        self._waiting: list[Item] = []

    def take(self, *, in_export: bool = True) -> Item | None:
        """Take an item that fits now; None if there is none."""
        found = next((each for each in self._waiting if self._asked.fits(each, in_export=in_export)), None)
        while found is None and len(self._waiting) < LOOKED_AT and (fresh := next(self._items, None)):
            self._waiting.append(fresh)
            found = fresh if self._asked.fits(fresh, in_export=in_export) else None
        return self._out(found)

    def take_any(self) -> Item | None:
        """Take a waiting item, whether or not it fits."""
        return self._out(next(iter(self._waiting), None))

    def _out(self, item: Item | None) -> Item | None:
        if item is not None:
            self._waiting.remove(item)
            self._asked.note(item)
        return item


class NearFirst(NamedTuple):
    """Two sources of one sort. The far one is used only while no near item may come."""

    near: Source
    far: Source

    def take(self, *, in_export: bool = True) -> Item | None:
        """Take an item that fits now; a near one even if it would not fit in an export."""
        near = self.near.take() or self.near.take(in_export=False)
        return near or self.far.take(in_export=in_export)

    def take_any(self) -> Item | None:
        """Take an item, whether or not it fits."""
        return self.near.take_any() or self.far.take_any()


class Sources(NamedTuple):
    """Sources of an aspect's items.

    `share` (0 to 1) is the part of authors' questions; the rest is made from facts.
    """

    by_authors: Source | NearFirst
    made: Sequence[Source]
    share: float

    @property
    def every(self) -> tuple[Source | NearFirst, ...]:
        """All sources, authors' questions first."""
        return (self.by_authors, *self.made)

    def take(self, rng: random.Random) -> Item | None:
        """Take an item that fits now, from authors or makers by chance; from the other if that one has none."""
        if rng.random() < self.share:
            return self.by_authors.take() or _drawn(list(self.made), rng)
        return _drawn(list(self.made), rng) or self.by_authors.take()


def turn_probabilities(supply: Mapping[Aspect, int]) -> dict[Aspect, float]:
    """Probability that an aspect takes its turn, by its supply, so that a few questions do not keep coming back."""
    usual = supply[Aspect.THOUGHT] / ASPECTS_PER_TEN.count(Aspect.THOUGHT)
    own = {each: supply[each] / ASPECTS_PER_TEN.count(each) for each in Aspect}
    return {each: min(1.0, SCARCITY_BONUS * own[each] / usual) if own[each] and usual else 1.0 for each in Aspect}


def mixture(
    sources: Mapping[Aspect, Sources], rng: random.Random, taken: Mapping[Aspect, float] | None = None
) -> Iterator[Item]:
    """Mix the sources in the rhythm of a good paper until all are empty.

    `taken` is the probability that an aspect takes its turn (1 if missing); otherwise an item on thought comes instead.
    """
    taken = taken or {}
    while True:
        for turn in rng.sample(ASPECTS_PER_TEN, len(ASPECTS_PER_TEN)):
            aspect = turn if rng.random() < taken.get(turn, 1.0) else Aspect.THOUGHT
            groups = [sources[each] for each in FALLBACKS[aspect]]
            item = next(filter(None, (group.take(rng) for group in groups)), None)
            every = [each for group in groups for each in group.every]
            item = item or next(filter(None, (each.take(in_export=False) for each in every)), None)
            item = item or next(filter(None, (each.take_any() for each in every)), None)
            if item is None:
                return
            yield item


def _drawn(sources: list[Source], rng: random.Random) -> Item | None:
    """Take an item from one of these sources, drawn by their shares."""
    while sources:
        source = rng.choices(sources, [each.share for each in sources])[0]
        if item := source.take():
            return item
        sources.remove(source)
    return None
