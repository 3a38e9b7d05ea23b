"""What a learner probably remembers: a memory of each fact under several hypotheses, weighted by the answers.

FSRS (see `schedule`) takes every learner for the median one and every right answer for knowledge, which is not enough
to choose what to ask. Here a fact has, as in FSRS, a stability that grows with each recall, the more the nearer it was
to being forgotten, and shrinks with each lapse; but there are four hypotheses: the fact is hard, ordinary or easy for
this learner, or was known before. Each answer shifts the weights between them by Bayes' rule, with the chance of a
guess in the likelihood: a right choice of four says less than a typed word.

The forgetting curve is that of FSRS-6, R(t) = (1 + c t / life) ^ -exponent, with c such that half is left after one
life. With an exponent of some tenths it is a power law (Wixted and Carpenter 2007), with a large one an exponential.
"""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

EASE = (-1, 0, 1)  # hard, ordinary, easy: powers of `spread` that multiply the first life
ZEST = 0.6  # power of that factor by which the growth differs
SHARES = (0.3, 0.4, 0.3)  # of the facts not known before
KNOWN_LIFE = 60.0  # life in days of what was known before
SAME_SITTING = 0.4  # day: an answer so soon after the last shows nothing
LEAST = 1e-3  # least probability of anything

Hypothesis = tuple[float, float]  # weight, and life in days if it is true


class Nature(NamedTuple):
    """The memory parameters of a learner; the defaults are those of many.

    `life`: days until half of what was just read is forgotten. `exponent` of the forgetting curve. `growth` of a life
    after a recall with a retrievability of a half. `kept`: share of a life left after a lapse and reading again (over 1
    if reading adds to it). `known`: chance that a new fact was known before. `spread`: how many times longer an
    ordinary fact is kept than a hard one.
    """

    life: float = 1.5
    exponent: float = 1.0
    growth: float = 1.5
    kept: float = 0.35
    known: float = 0.15
    spread: float = 2.5

    def recall(self, life: float, days: float) -> float:
        """The retrievability, from 0 to 1, of a memory with a life after so many days."""
        return (1 + halving(self.exponent) * days / life) ** -self.exponent if days > 0 else 1.0

    def remembered(self, life: float, begin: float, moments: Iterable[tuple[float, float]]) -> float:
        """The weighted sum of the retrievability at moments, given in days from `begin` (at least 0)."""
        speed, power = halving(self.exponent) / life, -self.exponent
        return math.fsum([weight * (1 + speed * (begin + days)) ** power for days, weight in moments])

    def first(self, place: int) -> float:
        """The life of what was just read, under a hypothesis."""
        return self.life * self.spread ** EASE[place] if place < len(EASE) else KNOWN_LIFE

    def recalled(self, place: int, life: float, recall: float) -> float:
        """The life after a recall with a given retrievability."""
        return life * (1 + self.quickened(place) * math.sqrt(2 * (1 - recall)))

    def quickened(self, place: int) -> float:
        """The growth of a life under a hypothesis."""
        zest = self.spread ** (ZEST * EASE[place]) if place < len(EASE) else 1.0
        return float(self.growth * zest)

    def lapsed(self, place: int, life: float) -> float:
        """The life after a lapse and reading again."""
        return max(self.least(place), life * self.kept)

    def least(self, place: int) -> float:
        """The shortest life under a hypothesis: that of what was just read."""
        return self.first(place) if place < len(EASE) else self.life


class Trace(NamedTuple):
    """The memory of a fact: when it was last met, in days from EPOCH or any other day, and the hypotheses."""

    last: float
    hypotheses: tuple[Hypothesis, ...]

    def recall(self, nature: Nature, day: float) -> float:
        """The retrievability, from 0 to 1, on a day."""
        return sum(weight * nature.recall(life, day - self.last) for weight, life in self.hypotheses)


class Evidence(NamedTuple):
    """An answer about a fact: the day, whether it was right, and the chance to guess right.

    `slip` is the chance to be wrong though the fact was known, because of another fact of the question.
    """

    day: float
    right: bool
    guess: float = 0.25
    slip: float = 0.0


def after(nature: Nature, trace: Trace | None, seen: Evidence) -> tuple[Trace, float | None]:
    """The trace after an answer, and the probability of the answer.

    The probability is None for the first answer, and for one too soon after the last.
    """
    if trace is None:
        return Trace(seen.day, _begun(nature, seen.right, seen.guess)), None
    days = seen.day - trace.last
    if days < SAME_SITTING:
        return Trace(max(seen.day, trace.last), trace.hypotheses), None
    speed, growths, least_lives = _laws(nature)
    passed, power, guess, kept = speed * days, -nature.exponent, seen.guess, nature.kept
    slip = seen.slip
    found, whole = [], 0.0
    # Inlined from `recall`, `lapsed` and `recalled`: a fit runs this hundreds of thousands of times.
    for (weight, life), growth, least in zip(trace.hypotheses, growths, least_lives, strict=True):
        recall = (1 + passed / life) ** power
        lapsed = max(least, life * kept)
        if seen.right or slip:
            known, unknown = (1 - slip, guess) if seen.right else (slip, 1 - guess)
            chance = max(LEAST, recall * known + (1 - recall) * unknown)
            knew = recall * known / chance
            grown = life * (1 + growth * math.sqrt(2 * (1 - recall)))
            then = math.exp(knew * math.log(grown) + (1 - knew) * math.log(lapsed))
        else:
            chance, then = max(LEAST, (1 - recall) * (1 - guess)), lapsed
        chance *= weight
        whole += chance
        found.append((chance, then))
    return Trace(seen.day, tuple([(weight / whole, life) for weight, life in found])), whole


@lru_cache(maxsize=8)
def _laws(nature: Nature) -> tuple[float, tuple[float, ...], tuple[float, ...]]:
    """The factor of time, and under each hypothesis the growth of a life and its least value."""
    places = range(len(EASE) + 1)
    return halving(nature.exponent), tuple(map(nature.quickened, places)), tuple(map(nature.least, places))


@lru_cache(maxsize=64)  # many facts begin alike
def _begun(nature: Nature, right: bool, guess: float) -> tuple[Hypothesis, ...]:
    """The hypotheses after the first answer about a fact."""
    chance = guess if right else 1 - guess
    new = [((1 - nature.known) * share * chance, nature.first(place)) for place, share in enumerate(SHARES)]
    every = [*new, (nature.known if right else 1e-9, KNOWN_LIFE)]
    whole = sum(weight for weight, _ in every)
    return tuple((weight / whole, life) for weight, life in every)


@lru_cache(maxsize=64)
def halving(exponent: float) -> float:
    """The factor of time in the forgetting curve with which half is left after one life."""
    return float(2 ** (1 / exponent)) - 1
