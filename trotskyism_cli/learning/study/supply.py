"""The items for a study session: which facts can be asked, and items about each.

Items are made in batches before they are needed, and stored in the cache: the first question of a session is there at
once, and no large bank is ever made.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.items.model import Item
from trotskyism_cli.items.stored import item_from, stored
from trotskyism_cli.learning.study.kept_items import text_cache_of
from trotskyism_cli.learning.study.study_environment import StudyEnvironment
from trotskyism_cli.library.compiled.text_cache import TextCache
from trotskyism_cli.library.library import Library

if TYPE_CHECKING:
    from trotskyism_cli.items.making.on_demand import WantedItems
    from trotskyism_cli.learning.record.log import Log

ASKABLE, ITEMS, WRITTEN = "askable", "items", "written"  # drawers of the text cache
BATCH = 30  # facts for which items are made at once
EACH = 2  # items of each family about one fact
SEED = 1917  # arbitrary; another gives other distractors


class Supply:
    """What can be asked about a pack."""

    def __init__(self, library: Library, texts: TextCache | None = None) -> None:
        self._library = library
        self._texts = texts or text_cache_of(library)
        self._made: dict[str, list[str]] = {}
        self._read: dict[str, tuple[Item, ...]] = {}

    @property
    def is_ready(self) -> bool:
        """Whether the askable facts are stored already; finding them takes a while."""
        return self._texts.has(ASKABLE)

    @cached_property
    def askables(self) -> tuple[Askable, ...]:
        """The facts that can be asked, in the order in which they should be learnt."""
        found = self._texts.drawer(ASKABLE)
        return tuple(map(_askable, json.loads(found[0]))) if found else self._find()

    def _find(self) -> tuple[Askable, ...]:
        found = tuple(self._wanted_items.askables())
        # In one text, which is read fast: a thousand small ones would delay the first question.
        texts = [(ASKABLE, "", 0, json.dumps(found, ensure_ascii=False))]
        further = self._wanted_items.authors_items
        for place, item in enumerate(further):
            texts += [
                (WRITTEN, fact, place + self._wanted_items.rank_of(item, number) * len(further), stored(item))
                for number, fact in enumerate(item.asked_ids)
            ]
        self._texts.put(texts)
        return found

    def environment(self, log: "Log", now: datetime) -> StudyEnvironment:
        """The environment of a session at a time that is only simulated."""
        return StudyEnvironment(lambda: self._library.pack, log, lambda: now, lambda: "ahead")

    def items(self, fact: str, ahead: Sequence[str] = ()) -> tuple[Item, ...]:
        """Items about a fact, none if no sound one can be made; `ahead` are the facts that come after it."""
        if fact not in self._read:
            self._read[fact] = tuple(self._items(fact, ahead))
        return self._read[fact]

    def _items(self, fact: str, ahead: Sequence[str]) -> Iterator[Item]:
        found = self._made.get(fact) or self._texts.texts(ITEMS, [fact]).get(fact)
        if found is None:
            self._prepare([fact, *ahead])
            found = self._made[fact]
        further = self._texts.texts(WRITTEN, [fact]).get(fact, [])
        yield from (item_from(text) for text in (*further, *found) if text)  # authored items first

    def _prepare(self, facts: Iterable[str]) -> None:
        """Make a batch of items, about those of the facts that have none yet."""
        wanted = list(dict.fromkeys(facts))
        there = self._texts.texts(ITEMS, wanted)
        for fact in [fact for fact in wanted if fact not in there][:BATCH]:
            made = [stored(item) for item in self._wanted_items.about([fact], SEED, EACH)]
            self._made[fact] = made or [""]  # an empty text records that nothing can be made
        self._texts.put(
            (ITEMS, fact, number, text) for fact, texts in self._made.items() for number, text in enumerate(texts)
        )

    @cached_property
    def _wanted_items(self) -> "WantedItems":
        # Slow to import, and not needed if all items are stored already.
        from trotskyism_cli.items.making.on_demand import WantedItems

        return WantedItems(self._library.pack)


def _askable(values: list[Any]) -> Askable:
    *others, ends, alike, tells = values
    return Askable._make([*others, tuple(ends), tuple(alike), tuple(tells)])
