"""What a check is, and how its outcome is shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.items.checker import Checker
from benchmarks.items.stream import Seen, upper_bound


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found. `figure` is the number that counts, `bound` what it may be; `cases` are examples."""

    check: str
    passed: bool
    figure: str
    bound: str
    cases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bank:
    """What is examined: the items, in an order of the examiner's own, and the pack they were made from.

    `others` are items that are no choices, as JSON.
    """

    items: Sequence[Seen]
    checker: Checker
    others: Sequence[Mapping[str, Any]] = ()


Check = Callable[[Bank], list[Outcome]]
Test = Callable[[Seen], str]  # what is wrong with an item, or nothing


def is_meant(name: str, only: str) -> bool:
    """Whether a check of this name, or part of one, is among those whose names begin with `only`."""
    return name.startswith(only) or only.startswith(name)


def hard(name: str, cases: Sequence[str]) -> Outcome:
    """No case is allowed."""
    return Outcome(name, not cases, str(len(cases)), "0", tuple(cases[:20]))


def rate(name: str, items: Iterable[Seen], test: Test, bound: float) -> Outcome:
    """A check by share: the Wilson upper bound of the share of violating items must be within the bound.

    Where there are too few items to show so small a share, there must be no case; the figure tells how much that shows.
    """
    every = list(items)
    cases = [f"{item.id}: {found}" for item in every if (found := test(item))]
    high = upper_bound(len(cases), len(every))
    return Outcome(
        name,
        high <= bound or (not cases and upper_bound(0, len(every)) > bound),
        f"{len(cases)} of {len(every)}, upper bound {high:.4f}",
        f"{bound}",
        tuple(cases[:20]),
    )


def every(name: str, items: Iterable[Seen], test: Test) -> Outcome:
    """A check without tolerance."""
    return hard(name, [f"{item.id}: {found}" for item in items if (found := test(item))])
