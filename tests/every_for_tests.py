"""`all(…)` and `not any(…)` that refuse to be true of nothing."""

from collections.abc import Iterable


def every(truths: Iterable[object]) -> bool:
    """Whether all are true, of which there must be one."""
    seen = list(truths)
    assert seen, "nothing was looked at"
    return all(seen)


def none(truths: Iterable[object]) -> bool:
    """Whether none is true, of which there must be one."""
    return every(not each for each in truths)
