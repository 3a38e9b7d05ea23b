"""What an answer shows about each fact that its question rests on.

In a match each fact is judged by its own pair, in an order by its place among the others: there are as many facts as
pairs or things, in the same order. Elsewhere the facts cannot be told apart: a wrong answer to a choice then counts
against the fact that was asked for, and little against those beside it.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from trotskyism_cli.items.model import Response

ALONE, ASKED, BESIDE = range(3)  # the roles of a `Part`


class Part(NamedTuple):
    """Whether a fact was right, and how certain that is.

    ALONE: this fact itself is known to be right or wrong. ASKED: it was asked for, but another fact of the question may
    be the one that was missed. BESIDE: the question only rests on it, or it is one of several things out of order.
    """

    right: bool
    role: int = ALONE


MOST = 50  # things in an order that are judged one by one; no item has more
ONE_RIGHT, ONE_WRONG = (Part(right=True),), (Part(right=False),)


def parts_of(
    response: str, facts: Sequence[str], chosen: Sequence[int], key: Sequence[int], *, correct: bool
) -> tuple[Part, ...]:
    """A part for each fact of a question; the first fact is the one that is asked for."""
    if len(facts) <= 1:
        return (ONE_RIGHT if correct else ONE_WRONG)[: len(facts)]
    if response in (Response.CHOICE, Response.TYPED):
        return Part(correct, ASKED), *[Part(correct, BESIDE)] * (len(facts) - 1)
    if not correct and len(chosen) == len(key) == len(facts):
        if response == Response.MATCH:
            return tuple(Part(one == other) for one, other in zip(chosen, key, strict=True))
        if response == Response.ORDER and len(key) <= MOST and set(chosen) == set(key):
            return _in_order(tuple(map(key.index, chosen)))
    return (Part(correct, ALONE if correct else ASKED),) * len(facts)


@lru_cache(maxsize=1000)
def _in_order(places: tuple[int, ...]) -> tuple[Part, ...]:
    """The parts for things put in an order, given as their right places: those that need not be moved are right.

    As few things as possible are moved. Things that must be moved in every solution are wrong; of two that changed
    places either may be the wrong one (BESIDE).
    """
    before = _longest_before(places)
    behind = _longest_before(tuple(-place for place in reversed(places)))[::-1]
    most = max(before)
    stays = [one + other - 1 == most for one, other in zip(before, behind, strict=True)]
    rivals = Counter(length for length, may_stay in zip(before, stays, strict=True) if may_stay)
    parts = {
        place: Part(most > 1 and may_stay, BESIDE if may_stay and rivals[length] > 1 and most > 1 else ALONE)
        for place, may_stay, length in zip(places, stays, before, strict=True)
    }
    return tuple(Part(right=False, role=BESIDE) if part.role == BESIDE else part for _, part in sorted(parts.items()))


def _longest_before(places: Sequence[int]) -> list[int]:
    """For each place, the length of the longest rising subsequence that ends with it."""
    found: list[int] = []
    for each in places:
        found.append(1 + max((length for length, other in zip(found, places, strict=False) if other < each), default=0))
    return found
