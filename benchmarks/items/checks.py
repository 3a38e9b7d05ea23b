"""What a check is, and how its outcome is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.items.checker import Checker
from benchmarks.items.stream import Seen


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
    """What is examined: the items, in an order of the examiner's own, and the pack they were made from."""

    items: Sequence[Seen]
    checker: Checker


Check = Callable[[Bank], list[Outcome]]


def hard(name: str, cases: Sequence[str]) -> Outcome:
    """No case is allowed."""
    return Outcome(name, not cases, str(len(cases)), "0", tuple(cases[:20]))
