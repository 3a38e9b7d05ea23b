"""The mix of a quiz: of ten items that follow one another, most are on arguments and few on dates.

Each aspect has its sources: what authors wrote, choices made from facts, and items that are answered otherwise. What
runs dry is replaced by the next best, so that what is asked about one chapter or in one family never stops early.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from trotskyism_cli.items.grounds.aspects import Aspect
from trotskyism_cli.items.model import Item

# Of ten items: so at least six are on arguments and at most three on time, also in the first few of a short quiz.
RHYTHM = (*[Aspect.THOUGHT] * 7, *[Aspect.NAMES] * 2, Aspect.TIME)
INSTEAD = {
    Aspect.THOUGHT: (Aspect.THOUGHT, Aspect.NAMES, Aspect.TIME),
    Aspect.NAMES: (Aspect.NAMES, Aspect.THOUGHT, Aspect.TIME),
    Aspect.TIME: (Aspect.TIME, Aspect.THOUGHT, Aspect.NAMES),
}
OFTENER = 1.3  # a question of an aspect that has few of them, beside one as important of those that has many
LOOKED_AT = 40  # items of a source, of which one that fits is taken


class AskedBefore(Protocol):
    """What was asked before, and so which items may come now."""

    def fits(self, item: Item, *, in_export: bool = True) -> bool:
        """Whether an item may come now: beside those of just before, and (`in_export`) those of a good while."""
        ...

    def note(self, item: Item) -> None:
        """Note that an item has come."""
        ...


class Source:
    """Items of one sort; `share` says how often it has its turn. Those that come at a bad moment wait."""

    def __init__(self, items: Iterator[Item], share: float, asked: AskedBefore) -> None:
        self.share = share
        self._items = items
        self._asked = asked
        self._waiting: list[Item] = []

    def take(self, *, in_export: bool = True) -> Item | None:
        """An item that fits at this moment."""
        found = next((each for each in self._waiting if self._asked.fits(each, in_export=in_export)), None)
        while found is None and len(self._waiting) < LOOKED_AT and (fresh := next(self._items, None)):
            self._waiting.append(fresh)
            found = fresh if self._asked.fits(fresh, in_export=in_export) else None
        return self._out(found)

    def take_any(self) -> Item | None:
        """An item, whether or not it fits."""
        return self._out(next(iter(self._waiting), None))

    def _out(self, item: Item | None) -> Item | None:
        if item is not None:
            self._waiting.remove(item)
            self._asked.note(item)
        return item


class NearFirst(NamedTuple):
    """Two sources of one sort: the second is for when no item of the first may come, however many are left."""

    near: Source
    far: Source

    def take(self, *, in_export: bool = True) -> Item | None:
        """An item that fits at this moment; a near one also if it would not in an export."""
        near = self.near.take() or self.near.take(in_export=False)
        return near or self.far.take(in_export=in_export)

    def take_any(self) -> Item | None:
        """An item, whether or not it fits."""
        return self.near.take_any() or self.far.take_any()


class Sources(NamedTuple):
    """Where the items of an aspect come from: authors have `share` of the turns, from 0 to 1, and makers the others."""

    by_hand: Source | NearFirst
    made: Sequence[Source]
    share: float

    @property
    def every(self) -> tuple[Source | NearFirst, ...]:
        """All of them, what authors wrote first."""
        return (self.by_hand, *self.made)

    def take(self, rng: random.Random) -> Item | None:
        """An item that fits at this moment, by whom chance decides; of the others if these have none."""
        if rng.random() < self.share:
            return self.by_hand.take() or _drawn(list(self.made), rng)
        return _drawn(list(self.made), rng) or self.by_hand.take()


def chances(supply: Mapping[Aspect, int]) -> dict[Aspect, float]:
    """How often an aspect takes its turn, by what there is to ask: so none of its few questions comes ever again."""
    usual = supply[Aspect.THOUGHT] / RHYTHM.count(Aspect.THOUGHT)
    own = {each: supply[each] / RHYTHM.count(each) for each in Aspect}
    return {each: min(1.0, OFTENER * own[each] / usual) if own[each] and usual else 1.0 for each in Aspect}


def mixture(
    sources: Mapping[Aspect, Sources], rng: random.Random, taken: Mapping[Aspect, float] | None = None
) -> Iterator[Item]:
    """Items in the rhythm of a good paper, until every source is empty; `taken` is how often an aspect takes its turn.

    Where it does not, something on an argument has its place.
    """
    taken = taken or {}
    while True:
        for turn in rng.sample(RHYTHM, len(RHYTHM)):
            aspect = turn if rng.random() < taken.get(turn, 1.0) else Aspect.THOUGHT
            groups = [sources[each] for each in INSTEAD[aspect]]
            item = next(filter(None, (group.take(rng) for group in groups)), None)
            every = [each for group in groups for each in group.every]
            item = item or next(filter(None, (each.take(in_export=False) for each in every)), None)
            item = item or next(filter(None, (each.take_any() for each in every)), None)
            if item is None:
                return
            yield item


def _drawn(sources: list[Source], rng: random.Random) -> Item | None:
    """An item of one of these sources, drawn by their shares."""
    while sources:
        source = rng.choices(sources, [each.share for each in sources])[0]
        if item := source.take():
            return item
        sources.remove(source)
    return None
