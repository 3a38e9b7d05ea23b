"""The retrievability at which a fact is best asked again, and the time it costs to keep facts above a level."""

import math
from collections.abc import Iterable, Sequence

from trotskyism_cli.learning.recall.gain import HORIZON, LIVES, Pace, between, found_among, moments
from trotskyism_cli.learning.recall.traces import EASE, SHARES, Nature, Trace, halving

LEVELS = tuple(place / 100 for place in range(50, 98, 4))  # tried first
NEAR = 3  # hundredths on either side of the best of LEVELS, tried next
LOWEST = 0.5  # what is more likely forgotten than not is not known
SWEEPS = 6
SOONEST = 1  # day: nothing is asked twice on the same day
MOST = 3650  # days


def best_level(nature: Nature, pace: Pace, horizon: float = HORIZON) -> float:
    """The retrievability, from 0 to 1, at which asking a fact again adds most knowledge per second.

    The model: a new fact is shown and asked, and then asked again whenever its retrievability has fallen to the level.
    What is remembered of it (in days, until the knowledge is needed, on an unknown day: see `gain.gains`) is divided by
    the seconds of its card and of all its questions until then. As there is always something new to begin, the level
    with the highest quotient makes the best use of time. If the level is too low, what was learnt is forgotten; if it
    is too high, the question asks what is still known, and the memory grows little. Levels are compared as in the
    search for the minimum recommended retention of FSRS, which simulates what is computed here (Ye, Su and Cao 2022;
    open-spaced-repetition, "The optimal retention").
    """

    def knowledge_for_a_second(level: float) -> float:
        held = spent = 0.0
        for place, share in enumerate(SHARES):
            kept, took = _course(nature, pace, horizon, place, level)
            held += share * between(kept, nature.first(place))
            spent += share * between(took, nature.first(place))
        begun = pace.seconds(nature.known) + pace.card
        return (1 - nature.known) * held / (begun + (1 - nature.known) * spent)

    about = max(LEVELS, key=knowledge_for_a_second)
    near = (round(about + step / 100, 2) for step in range(-NEAR, NEAR + 1))
    return max((level for level in near if level >= LOWEST), key=knowledge_for_a_second)


def due_in(nature: Nature, trace: Trace, level: float) -> int:
    """The number of whole days after which the retrievability of a fact has fallen to a level, from SOONEST to MOST."""
    if trace.recall(nature, trace.last + SOONEST) <= level:
        return SOONEST
    before, after = SOONEST, MOST
    while after - before > max(1, before // 50):  # to two per cent: exact enough
        middle = (before + after) // 2
        if trace.recall(nature, trace.last + middle) > level:
            before = middle
        else:
            after = middle
    return before


def minutes_a_day(nature: Nature, pace: Pace, traces: Iterable[Trace], level: float, horizon: float = HORIZON) -> float:
    """The minutes a day needed to keep each fact above a level, on average over the coming days.

    Later days count less, as in `best_level`. Stability grows meanwhile.
    """
    took = [_course(nature, pace, horizon, place, level)[1] for place in range(len(EASE))]
    seconds = sum(
        weight * between(took[min(place, len(EASE) - 1)], life)
        for trace in traces
        for place, (weight, life) in enumerate(trace.hypotheses)
    )
    return seconds / horizon / 60


def _days_until(nature: Nature, life: float, level: float) -> float:
    """The days until the retrievability of a life has fallen to a level, from SOONEST to MOST."""
    lives: float = (level ** (-1 / nature.exponent) - 1) / halving(nature.exponent)
    return min(MOST, max(SOONEST, life * lives))


def _course(
    nature: Nature, pace: Pace, horizon: float, place: int, level: float
) -> tuple[Sequence[float], Sequence[float]]:
    """What is remembered of a fact asked at a level, under a hypothesis, and the seconds that the questions take.

    Both for each of LIVES, from now on.
    """
    steps: list[tuple[float, float, float, tuple[int, float], tuple[int, float], float]] = []
    for life in LIVES:
        days = _days_until(nature, life, level)
        recall = nature.recall(life, days)
        held = nature.remembered(life, 0.0, moments(horizon, days))
        right, wrong = found_among(nature.recalled(place, life, recall)), found_among(nature.lapsed(place, life))
        steps.append((held, math.exp(-days / horizon), recall, right, wrong, pace.seconds(recall)))
    kept, took = [0.0] * len(steps), [0.0] * len(steps)
    for _ in range(SWEEPS):
        for number in range(len(steps) - 1, -1, -1):
            held, left, recall, (up, way_up), (down, way_down), seconds = steps[number]
            for found, now, then in ((kept, held, 0.0), (took, 0.0, seconds)):
                if_right = found[up] + way_up * (found[up + 1] - found[up])
                if_wrong = found[down] + way_down * (found[down + 1] - found[down])
                found[number] = now + left * (then + recall * if_right + (1 - recall) * if_wrong)
    return kept, took
