"""The memory of a learner, found from the answers: the nature that makes them likeliest, held to that of many.

Learners come in kinds. Most lose what they have read within days; some keep half of it for weeks, and forget ever more
slowly; and some lose it within a day, but gain by every meeting, also by one that failed, as ACT-R has it (Pavlik and
Anderson 2005). A search that begins with one kind hardly finds another while there are few answers, and what is worth
asking differs most between them: few facts again and again, or many once. So it begins with each.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

from trotskyism_cli.learning.recall.traces import LEAST, SAME_SITTING, Evidence, Nature, Trace, after

FEWEST = 30  # answers that show something
FACTS_USED = 300  # time is short
ANSWERS_USED = 20  # about each, the first: further ones tell little more
DOUBT = 4.0  # new facts in the expectation of how many were known before, in which the usual share was known
ROUNDS = 4
SMALLEST, LARGEST = 0.1, 0.5  # steps, in logarithms

# How far learners differ: the deviation of the logarithm of each (wide: as the spread of the parameters of FSRS).
DEVIATIONS = {"life": 1.0, "exponent": 1.0, "growth": 0.7, "kept": 0.7, "spread": 0.35}
LIMITS = {"exponent": (0.08, 8.0), "kept": (0.0, 4.0), "spread": (1.1, 6.0)}

History = Sequence[Evidence]


class Kind(NamedTuple):
    """Some learners: what is usual among them, and what it costs in logarithms of a chance to take somebody for one."""

    usual: Nature
    rare: float = 0.0


KINDS = (
    Kind(Nature()),
    Kind(Nature(life=27.0, exponent=0.25, growth=1.9, kept=0.35, spread=3.0)),
    # Dear, since who knows little of what was read days ago looks like one of these while there are few answers.
    Kind(Nature(life=0.7, exponent=1.0, growth=2.2, kept=2.3, spread=3.5), rare=2.0),
)


def fitted(histories: Mapping[str, History]) -> Nature:
    """The nature of a learner by the answers about each fact, in order; the usual one while there are few.

    The likeliest after the fact (a maximum a posteriori), sought along one parameter after another from each of KINDS.
    """
    if sum(max(0, len(each) - 1) for each in histories.values()) < FEWEST:
        return usual(histories)
    return likeliest(drawn(histories), share_known(histories.values()))


def usual(histories: Mapping[str, History]) -> Nature:
    """The nature of most learners, but that this one knew so many of the new facts before."""
    return KINDS[0].usual._replace(known=share_known(histories.values()))


def drawn(histories: Mapping[str, History]) -> list[History]:
    """The answers by which a nature is found: about facts drawn from all that were met on two days.

    The last ones would not do: they are those just begun, and those that come back soonest.
    """
    telling = [fact for fact, each in histories.items() if each[-1].day - each[0].day > SAME_SITTING]
    chosen = sorted(telling, key=lambda fact: crc32(fact.encode()))[:FACTS_USED]
    return [histories[fact][:ANSWERS_USED] for fact in chosen]


def likeliest(histories: Sequence[History], known: float) -> Nature:
    """The likeliest nature of any kind, for somebody who knew such a share of the new facts before."""
    found = (_likeliest(kind._replace(usual=kind.usual._replace(known=known)), histories) for kind in KINDS)
    return min(found, key=itemgetter(0))[1]


def _likeliest(kind: Kind, histories: Sequence[History]) -> tuple[float, Nature]:
    """The likeliest nature of a kind, and its cost."""
    best, least = kind.usual, _cost(kind.usual, histories, kind)
    steps = dict.fromkeys(DEVIATIONS, LARGEST)
    for _ in range(ROUNDS):
        for name in DEVIATIONS:
            for tried in _moved(best, name, steps[name]):
                cost = _cost(tried, histories, kind)
                if cost < least:
                    best, least = tried, cost
                    break
            else:
                steps[name] = max(SMALLEST, steps[name] / 2)
    return least, best


def share_known(histories: Iterable[History]) -> float:
    """The share of new facts that were known before: those right at first, less what chance alone gets right."""
    known, facts = DOUBT * Nature().known, DOUBT
    for first in (each[0] for each in histories if each):
        if first.guess >= 1:  # it was told before
            continue
        facts += 1
        known += 1.0 if first.right else -first.guess / (1 - first.guess)
    return min(0.9, max(0.02, known / facts))


def likelihoods(nature: Nature, history: History) -> Iterator[tuple[Evidence, float]]:
    """Each answer that could be foretold, and the chance that it was given."""
    trace: Trace | None = None
    for seen in history:
        trace, chance = after(nature, trace, seen)
        if chance is not None:
            yield seen, max(LEAST, chance)


def _moved(nature: Nature, name: str, step: float) -> Iterator[Nature]:
    low, high = LIMITS.get(name, (0.0, math.inf))
    for factor in (math.exp(step), math.exp(-step)):
        value = getattr(nature, name) * factor
        if low <= value <= high:
            yield nature._replace(**{name: value})


def _cost(nature: Nature, histories: Iterable[History], kind: Kind) -> float:
    """The negative logarithm of the likelihood, and of how usual such a nature is."""
    unusual = kind.rare + sum(
        0.5 * (math.log(getattr(nature, name) / getattr(kind.usual, name)) / deviation) ** 2
        for name, deviation in DEVIATIONS.items()
    )
    return unusual - sum(math.log(chance) for history in histories for _, chance in likelihoods(nature, history))
