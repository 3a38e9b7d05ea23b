"""What an answer says of each fact that its question rests on: the parts of a match, an order, or a choice.

Of a match each fact is judged by its own pair, of an order by its place among the others: there are as many facts as
pairs or things, and in their order. Elsewhere the parts cannot be told apart. Then a wrong answer to a choice tells
of the fact for which it was asked, and little of those beside it: any of them may be what was missed.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from trotskyism_cli.items.model import Response

ALONE, ASKED, BESIDE = range(3)  # what is known of a part; see `Part`


class Part(NamedTuple):
    """Whether a fact was right, and how sure that is.

    ALONE: it is known that this one was right, or wrong. ASKED: it was asked for, but with others that may be what was
    missed. BESIDE: the question rests on it too; it was not asked for, or one of several things out of order.
    """

    right: bool
    role: int = ALONE


MOST = 50  # things in an order that are told apart: nobody is asked for more
ONE_RIGHT, ONE_WRONG = (Part(right=True),), (Part(right=False),)


def parts_of(
    response: str, facts: Sequence[str], chosen: Sequence[int], key: Sequence[int], *, correct: bool
) -> tuple[Part, ...]:
    """A part for each of the facts of a question, of which the first is the one that it is asked for."""
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
    """Parts for things that were put in an order, by their right places: those that need not be moved are right.

    As few as can be are moved. What has to be, whichever way it is mended, is wrong; of two that changed places either
    may be meant.
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
    """For each, how many at most stand in their order up to it, itself included."""
    found: list[int] = []
    for each in places:
        found.append(1 + max((length for length, other in zip(found, places, strict=False) if other < each), default=0))
    return found
