"""The value of a question: how much knowledge asking a fact adds for the time it takes."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from trotskyism_cli.learning.recall.traces import EASE, SHARES, Nature, Trace, halving

SHORTEST, APART = math.log(0.03), 0.515  # days, in logarithms
LIVES = tuple(math.exp(SHORTEST + place * APART) for place in range(24))  # days: 0.03 to 4,200
LAST = len(LIVES) - 1.001
PAUSES = (1, 2, 4, 7, 12, 20, 35, 60, 100)  # days after which a fact may be asked again
WAITS = (2, 7, 25)  # days to wait instead of asking a fact now
NEVER = 1000.0  # days: anything later is ignored
TOLD_APART = 0.02  # weight from which a hypothesis counts
NODES = ((0.1127, 0.2778), (0.5, 0.4444), (0.8873, 0.2778))  # three-point Gauss-Legendre quadrature
HORIZON = 45.0  # days, on average, until the knowledge is needed
SPEEDS = 9  # steps of the search for the price of a second
KEPT_UP = 0.7  # share of that price when no new facts are left
SWEEPS = 5
SECONDS_A_CARD = 28.0  # usual time to read the card of a new fact
WORDS_A_CARD = 65  # mean of the built-in book


class Pace(NamedTuple):
    """The seconds that a question takes this learner, with reading the feedback: if right, and if wrong.

    `guess` is the chance to guess right; `card` the seconds to read about a new fact before it is asked.
    """

    right: float = 12.0
    wrong: float = 24.0
    guess: float = 0.25
    card: float = 0.0

    def seconds(self, recall: float) -> float:
        """The expected seconds of a question about a fact with a given retrievability."""
        chance = recall + (1 - recall) * self.guess
        return chance * self.right + (1 - chance) * self.wrong


Worth = tuple[float, ...]  # value of a fact after an answer, for each of LIVES


# Change this whenever `look_ahead` or `Pupil.fit` computes something else: stored results are then recomputed.
SHAPE = "5"


class Prospect(NamedTuple):
    """The value of facts to a learner, by hypothesis and life; and the `price` of a second, in facts known.

    `kept_up` are the values when no new facts are left (see `when_all_are_begun`).
    """

    nature: Nature
    pace: Pace
    horizon: float
    price: float
    worths: tuple[Worth, ...]
    kept_up: tuple[Worth, ...]

    def when_all_are_begun(self) -> "Prospect":
        """The same for a learner who has no new facts left: seconds buy less, so each costs less.

        In the bound of Whittle (1988) the price is the one at which what is worth asking just fills the time. While
        there are new facts it is their price; then it falls, as those begun are not enough to fill the time at that
        price. How far it falls differs between learners: with KEPT_UP most simulated learners know more, and none less.
        """
        return self._replace(price=self.price * KEPT_UP, worths=self.kept_up)

    def worth(self, place: int, life: float) -> float:
        """The value of a fact just met."""
        return between(self.worths[min(place, len(EASE) - 1)], life)


def gains(prospect: Prospect, traces: Mapping[str, Trace], day: float) -> dict[str, float]:
    """The knowledge that asking each fact now adds per expected second, in facts; negative if waiting is better.

    The model: knowledge is needed on an unknown day, with a probability that falls exponentially over the horizon. Each
    fact is a small decision process: it is asked, or left for a while. Its value after an answer is all that is
    remembered from then on, less the price of the seconds of the further questions that it deserves; this is computed
    once for every stability (`look_ahead`). The gain is the value of asking now, right or wrong, less the best of
    waiting for some days or for ever, divided by the expected seconds. The price is such that beginning a new fact is
    just worth it. So facts are ranked by an index as that of Whittle (1988): problems of many facts and few minutes
    come apart when seconds have a price (Tabibian et al. 2019 for memory; the states and the iteration are those of
    SSP-MMC, Ye, Su and Cao 2022).
    """
    nature, pace, horizon = prospect.nature, prospect.pace, prospect.horizon
    # Computed once where it is the same for every fact, and inlined (see `recall`, `remembered` and `recalled` of
    # `Nature`) where not: this runs ten thousand times before the first question.
    speed, power, fsum, sqrt = halving(nature.exponent), -nature.exponent, math.fsum, math.sqrt
    growths = [nature.quickened(place) for place in range(len(EASE) + 1)]
    lefts = [1.0, *(math.exp(-wait / horizon) for wait in WAITS), 0.0]  # waiting for ever leaves nothing
    pauses = [
        (begin, until, moments(horizon, until - begin), lefts[place], lefts[place + 1])
        for place, (begin, until) in enumerate(pairwise((0, *WAITS, NEVER)))
    ]

    def gain(trace: Trace) -> float:
        now = seconds = 0.0
        waiting = [0.0] * len(pauses)
        since = max(0.0, day - trace.last)
        for place, (weight, life) in enumerate(trace.hypotheses):
            if weight < TOLD_APART:
                continue
            worths, growth = prospect.worths[min(place, len(EASE) - 1)], growths[place]
            wrong, steep = between(worths, nature.lapsed(place, life)), speed / life
            recall = nature.recall(life, since)
            right = between(worths, life * (1 + growth * sqrt(2 * (1 - recall))))
            seconds += weight * pace.seconds(recall)
            now += weight * (recall * right + (1 - recall) * wrong)
            held = 0.0
            for number, (before, wait, looks, left, then_left) in enumerate(pauses):
                begin = since + before
                held += left * fsum([share * (1 + steep * (begin + days)) ** power for days, share in looks])
                if not then_left:
                    waiting[number] += weight * held
                    continue
                later = (1 + speed * (since + wait) / life) ** power
                right = between(worths, life * (1 + growth * sqrt(2 * (1 - later))))
                then = later * right + (1 - later) * wrong - prospect.price * pace.seconds(later)
                waiting[number] += weight * (held + then_left * then)
        return (now - max(waiting)) / seconds

    return {fact: gain(trace) for fact, trace in traces.items()}


def look_ahead(nature: Nature, pace: Pace, horizon: float = HORIZON) -> Prospect:
    """The value of facts to a learner, at the price of a second at which a new fact is just worth beginning."""
    steps = [_steps(nature, pace, horizon, place) for place in range(len(EASE))]

    def worths(price: float) -> tuple[Worth, ...]:
        return tuple(_worths(each, price) for each in steps)

    def at(price: float) -> Prospect:
        return Prospect(nature, pace, horizon, price, worths(price), ())

    low, high = math.log(1e-5), math.log(0.1)
    found: Prospect | None = None
    for _ in range(SPEEDS):
        middle = (low + high) / 2
        prospect = at(math.exp(middle))
        if _begun(prospect) > 0:
            low, found = middle, prospect
        else:
            high = middle
    found = found or at(math.exp(low))
    return found._replace(kept_up=worths(found.price * KEPT_UP))


def _begun(prospect: Prospect) -> float:
    """The value of beginning a new fact, less the price of its seconds."""
    nature = prospect.nature
    new = sum(share * prospect.worth(place, nature.first(place)) for place, share in enumerate(SHARES))
    seconds = prospect.pace.seconds(nature.known) + prospect.pace.card
    return (1 - nature.known) * new - prospect.price * seconds


class _Step(NamedTuple):
    """A question after a pause: what is remembered until then, the discount of what follows, and its outcomes."""

    held: float
    left: float
    recall: float
    right: tuple[int, float]
    wrong: tuple[int, float]
    seconds: float


def _steps(nature: Nature, pace: Pace, horizon: float, place: int) -> list[tuple[float, list[_Step]]]:
    """For each life: what is remembered if the fact is never asked again, and the questions possible instead."""
    found = []
    for life in LIVES:
        steps, held, before, left = [], 0.0, 0, 1.0
        wrong = found_among(nature.lapsed(place, life))
        for pause in PAUSES:
            held += left * nature.remembered(life, before, moments(horizon, pause - before))
            before, left = pause, math.exp(-pause / horizon)
            recall = nature.recall(life, pause)
            right = found_among(nature.recalled(place, life, recall))
            steps.append(_Step(held, left, recall, right, wrong, pace.seconds(recall)))
        found.append((held + left * nature.remembered(life, before, moments(horizon, NEVER - before)), steps))
    return found


def _worths(steps: Sequence[tuple[float, Sequence[_Step]]], price: float) -> Worth:
    """The value for each life, by value iteration from the longest life down."""
    worths = [never for never, _ in steps]
    for _ in range(SWEEPS):
        changed = 0.0
        for place in range(len(steps) - 1, -1, -1):
            best = steps[place][0]
            for held, left, recall, (up, way_up), (down, way_down), seconds in steps[place][1]:
                # Inlined from `between`: this runs 20,000 times before the first question.
                right = worths[up] + way_up * (worths[up + 1] - worths[up])
                wrong = worths[down] + way_down * (worths[down + 1] - worths[down])
                then = recall * right + (1 - recall) * wrong
                best = max(best, held + left * (then - price * seconds))
            changed = max(changed, best - worths[place])
            worths[place] = best
        if changed < 1e-3:
            break
    return tuple(worths)


@lru_cache(maxsize=64)
def moments(horizon: float, days: float) -> tuple[tuple[float, float], ...]:
    """Days at which to evaluate what is remembered, with weights: the probability that it is needed then."""
    share = 1 - math.exp(-days / horizon)
    return tuple((-horizon * math.log(1 - node * share), weight * share) for node, weight in NODES)


def found_among(life: float) -> tuple[int, float]:
    """The index in LIVES below a life, and the fraction of the way to the next."""
    way = (math.log(life) - SHORTEST) / APART
    way = 0.0 if way < 0.0 else min(way, LAST)  # faster than `min` and `max`
    place = int(way)
    return place, way - place


def between(worths: Sequence[float], life: float) -> float:
    """The value for a life, interpolated between those of LIVES."""
    place, part = found_among(life)
    low = worths[place]
    return low + part * (worths[place + 1] - low)
