"""Checks: their type, their outcome, and helpers to make outcomes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.items.checker import Checker
from benchmarks.items.stream import Seen, upper_bound


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a check: `figure` is the decisive number, `bound` its limit, `cases` are examples."""

    check: str
    passed: bool
    figure: str
    bound: str
    cases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bank:
    """What is examined: the items, in the examiner's order, and the pack they were made from.

    `others` are items that are not choices, as JSON.
    """

    items: Sequence[Seen]
    checker: Checker
    others: Sequence[Mapping[str, Any]] = ()


Check = Callable[[Bank], list[Outcome]]
Test = Callable[[Seen], str]  # returns what is wrong with an item, or an empty text


def is_meant(name: str, only: str) -> bool:
    """Return whether a check's name begins with `only`, or `only` names a part of it."""
    return name.startswith(only) or only.startswith(name)


def hard(name: str, cases: Sequence[str]) -> Outcome:
    """An outcome that passes only without cases."""
    return Outcome(name, not cases, str(len(cases)), "0", tuple(cases[:20]))


def rate(name: str, items: Iterable[Seen], test: Test, bound: float) -> Outcome:
    """A check by share: the Wilson upper bound of the share of failing items must be within the bound.

    With too few items to show so small a share, no item may fail.
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
    """A check in which no item may fail."""
    return hard(name, [f"{item.id}: {found}" for item in items if (found := test(item))])
