"""How plausible wrong options are (C22), by the examiner's own measure: type, time, and shared ties in the pack."""

from collections import defaultdict
from functools import cached_property
from statistics import fmean

from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank, Outcome, rate
from benchmarks.items.stream import Seen
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, EntryRef

UNEVEN = 0.13  # share of items
APART = 0.6  # share of a kind's range; a greater difference in plausibility gives an option away
GENERATION = 25  # years
POOL = 6  # entries a kind must have to be judged


def plausibility(bank: Bank) -> list[Outcome]:
    """C22."""
    measure = Measure(bank.checker)
    items = [item for item in bank.items if item.kind != "year"]  # years are judged by distance (B04)
    return [rate("C22 wrong options alike in plausibility", items, measure.uneven, UNEVEN)]


class Measure:
    """The entries of a pack, and how well one can stand in for another."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._company: dict[str, set[str]] = defaultdict(set)
        for fact in checker.facts.values():
            if isinstance(fact.object, EntryRef):
                self._company[fact.subject].add(fact.object.id)
                self._company[fact.object.id].add(fact.subject)

    def uneven(self, item: Seen) -> str:
        """A wrong option less plausible than three quarters of its kind, or much less than the others."""
        entries = [self._checker.entry(option) for option in item.options]
        key = entries[item.answer]
        wrong = [entry for place, entry in enumerate(entries) if entry and place != item.answer]
        if key is None or len(wrong) < len(item.options) - 1:
            return ""
        pool = self._against(key, frozenset(each for each in self._kinds[key.kind] if each != key.id))
        values = sorted(pool.values())
        if len(values) < POOL:
            return ""
        scores = [pool.get(entry.id, 0.0) for entry in wrong]
        if min(scores) < values[len(values) // 4]:
            return f"{wrong[scores.index(min(scores))].name} instead of {key.name}"
        apart = max(scores) - min(scores)
        return f"{apart:.2f} apart" if apart > APART * (values[-1] - values[0]) else ""

    @cached_property
    def _kinds(self) -> dict[str, list[str]]:
        """Entry ids by kind."""
        found: dict[str, list[str]] = defaultdict(list)
        for entry in self._checker.pack.entries.values():
            found[entry.kind].append(entry.id)
        return found

    def _against(self, key: Entry, pool: frozenset[str]) -> dict[str, float]:
        """The plausibility of each entry of a pool in place of the key."""
        entries = self._checker.pack.entries
        return {each: self._score(key, entries[each]) for each in pool}

    @cached_property
    def _times(self) -> dict[str, float]:
        """The mean year of everything dated about an entry."""
        found = {}
        for entry in self._checker.pack.entries.values():
            dates = [fact.object if isinstance(fact.object, Date) else fact.when for fact in entry.facts]
            years = [each.start.first.year for each in dates if each and each.start]
            if years:
                found[entry.id] = fmean(years)
        return found

    def _score(self, key: Entry, other: Entry) -> float:
        one, two = self._times.get(key.id), self._times.get(other.id)
        near = 0.3 if one is None or two is None else 1 / (1 + abs(one - two) / GENERATION)
        mine, theirs = self._company[key.id], self._company[other.id]
        shared = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
        return fmean([near, float(key.type == other.type), shared])
