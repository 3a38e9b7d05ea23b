"""Fit a learner's memory parameters (`Nature`) to the answers, with a prior from many learners.

Learners come in kinds. Most lose what they have read within days; some keep half of it for weeks, and forget ever more
slowly; and some lose it within a day, but gain by every encounter, even a failed one, as in ACT-R (Pavlik and Anderson
2005). With few answers a search that starts from one kind hardly finds another, although what is worth asking differs
most between them: few facts again and again, or many once. So the search starts from each kind.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

from trotskyism_cli.learning.recall.traces import LEAST, SAME_SITTING, Evidence, Nature, Trace, after

FEWEST = 30  # answers
FACTS_USED = 300  # limits the time of a fit
ANSWERS_USED = 20  # the first about each fact: later ones add little
DOUBT = 4.0  # weight of the usual share of facts known before, in facts
ROUNDS = 4
SMALLEST, LARGEST = 0.1, 0.5  # steps, in logarithms

# Prior standard deviations of the logarithms (wide: as the spread of the parameters of FSRS between learners).
DEVIATIONS = {"life": 1.0, "exponent": 1.0, "growth": 0.7, "kept": 0.7, "spread": 0.35}
LIMITS = {"exponent": (0.08, 8.0), "kept": (0.0, 4.0), "spread": (1.1, 6.0)}

History = Sequence[Evidence]


class Kind(NamedTuple):
    """A kind of learner: its typical parameters, and the penalty (negative log prior) for assuming it."""

    usual: Nature
    rare: float = 0.0


KINDS = (
    Kind(Nature()),
    Kind(Nature(life=27.0, exponent=0.25, growth=1.9, kept=0.35, spread=3.0)),
    # With a penalty, since with few answers anybody who has forgotten what was read days ago looks like this kind.
    Kind(Nature(life=0.7, exponent=1.0, growth=2.2, kept=2.3, spread=3.5), rare=2.0),
)


def fitted(histories: Mapping[str, History]) -> Nature:
    """The memory parameters of a learner from the answers about each fact, in order; the usual ones if there are few.

    The maximum a posteriori estimate, searched along one parameter after another from each of KINDS.
    """
    if sum(max(0, len(each) - 1) for each in histories.values()) < FEWEST:
        return usual(histories)
    return likeliest(drawn(histories), share_known(histories.values()))


def usual(histories: Mapping[str, History]) -> Nature:
    """The memory parameters of most learners, with this learner's share of facts known before."""
    return KINDS[0].usual._replace(known=share_known(histories.values()))


def drawn(histories: Mapping[str, History]) -> list[History]:
    """The answers used for fitting: about facts drawn from all that were asked on two days.

    The most recent facts would be biased: they are those just begun, and those that come back soonest.
    """
    telling = [fact for fact, each in histories.items() if each[-1].day - each[0].day > SAME_SITTING]
    chosen = sorted(telling, key=lambda fact: crc32(fact.encode()))[:FACTS_USED]
    return [histories[fact][:ANSWERS_USED] for fact in chosen]


def likeliest(histories: Sequence[History], known: float) -> Nature:
    """The likeliest memory parameters of any kind, given the share of new facts known before."""
    found = (_likeliest(kind._replace(usual=kind.usual._replace(known=known)), histories) for kind in KINDS)
    return min(found, key=itemgetter(0))[1]


def _likeliest(kind: Kind, histories: Sequence[History]) -> tuple[float, Nature]:
    """The likeliest memory parameters of a kind, and their cost."""
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
    """The share of new facts known before: first answers that were right, less the expected number of guesses."""
    known, facts = DOUBT * Nature().known, DOUBT
    for first in (each[0] for each in histories if each):
        if first.guess >= 1:  # the answer had been told
            continue
        facts += 1
        known += 1.0 if first.right else -first.guess / (1 - first.guess)
    return min(0.9, max(0.02, known / facts))


def likelihoods(nature: Nature, history: History) -> Iterator[tuple[Evidence, float]]:
    """Each answer that could be predicted, with the probability given to it."""
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
    """The negative log likelihood plus the negative log prior."""
    unusual = kind.rare + sum(
        0.5 * (math.log(getattr(nature, name) / getattr(kind.usual, name)) / deviation) ** 2
        for name, deviation in DEVIATIONS.items()
    )
    return unusual - sum(math.log(chance) for history in histories for _, chance in likelihoods(nature, history))
