"""Events that lie between others in time: what a question can name to say when something was."""

import random
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from trotskyism_cli.items.answers import YEAR
from trotskyism_cli.items.index import Index
from trotskyism_cli.items.truth import DAYS_APART, dated, dates_of
from trotskyism_cli.items.words import content_words
from trotskyism_cli.pack.model import Fact, Kind

FEWEST_TIES = 3  # facts about an event, from which on it is known well enough to date others by
Span = tuple[int, int]


class Gaps:
    """The events of a pack whose dates are sure, by time."""

    def __init__(self, index: Index) -> None:
        self._index = index
        found: list[tuple[int, int, str, Fact]] = []
        for entry in index.pack.entries.values():
            known = entry.importance > 1 and len(entry.facts) >= FEWEST_TIES and entry.id not in index.ambiguous
            if entry.kind is not Kind.EVENT or not known or YEAR.search(entry.name) or entry.plural:
                continue
            facts = [dated(index, fact.relation, entry.id) for fact in entry.facts if fact.relation == "happened"]
            if facts and (fact := facts[0]):
                found.append((*span(index, fact), fact.id, fact))
        self._marks = sorted(found, key=lambda mark: mark[:3])
        self._begins = [begin for begin, *_ in self._marks]

    @property
    def events(self) -> Iterator[Fact]:
        """The facts that date the events."""
        return (fact for *_, fact in self._marks)

    def between(self, facts: Sequence[Fact], rng: random.Random) -> tuple[Fact, ...] | None:
        """An event for each gap between these facts, which come in the order of time; None if a gap has none."""
        chosen: list[Fact] = []
        for one, other in pairwise(facts):
            begin, end = span(self._index, one)[1] + DAYS_APART, span(self._index, other)[0] - DAYS_APART
            fits = [
                mark
                for mark_begin, mark_end, _, mark in self._marks[bisect_right(self._begins, begin) :]
                if mark_begin > begin and mark_end < end and self.is_apart(mark, [*facts, *chosen])
            ]
            if not fits:
                return None
            chosen.append(rng.choice(fits))
        return tuple(chosen)

    def is_apart(self, mark: Fact, facts: Sequence[Fact]) -> bool:
        """Whether an event is none of those asked about, not tied to any of them, and shares no word with its name."""
        near = self._index.neighbours.get(mark.subject, frozenset())
        words = self._words(mark)
        if any(words & self._words(fact) for fact in facts):
            return False
        return not any(fact.subject in near or self._index.related(mark.subject, fact.subject) for fact in facts)

    def _words(self, fact: Fact) -> frozenset[str]:
        return content_words(self._index.pack.entries[fact.subject].name)


def span(index: Index, fact: Fact) -> Span:
    """The first and the last day that are stated anywhere for what a fact dates."""
    dates = dates_of(index, fact)
    return min(date.first.toordinal() for date in dates), max(date.last.toordinal() for date in dates)
