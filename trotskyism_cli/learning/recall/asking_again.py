"""At which chance of recall it is best to be asked again, and what it costs to keep more than that."""

import math
from collections.abc import Iterable, Sequence

from trotskyism_cli.learning.recall.gain import HORIZON, LIVES, Pace, between, found_among, moments
from trotskyism_cli.learning.recall.traces import EASE, SHARES, Nature, Trace, halving

LEVELS = tuple(place / 100 for place in range(50, 98, 4))  # the chances that are tried at first
NEAR = 3  # hundredths on either side of the best of them that are tried then
LOWEST = 0.5  # what is more likely forgotten than not nobody calls known
SWEEPS = 6
SOONEST = 1  # day: nothing is asked twice on one
MOST = 3650  # days: longer nothing is left alone


def best_level(nature: Nature, pace: Pace, horizon: float = HORIZON) -> float:
    """The chance of recall, from 0 to 1, at which asking a fact again gains a learner most knowledge for the second.

    The model: a new fact is shown and asked, and from then on asked again whenever its chance of recall has fallen to
    one level. What is remembered of it (in days, until the knowledge is wanted, at an unknown day: see `gain.gains`) is
    divided by the seconds of all its questions up to then and of its card. As there is always something new to begin,
    the level with the highest quotient is the one with which a minute buys most. Too low a level forgets what was
    learnt; too high a one asks what is still known, from which a memory grows little. Levels are compared as in the
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
    """The whole days after which the chance to recall a fact has fallen to a level."""
    if trace.recall(nature, trace.last + SOONEST) <= level:
        return SOONEST
    before, after = SOONEST, MOST
    while after - before > max(1, before // 50):  # nobody counts the days of a year
        middle = (before + after) // 2
        if trace.recall(nature, trace.last + middle) > level:
            before = middle
        else:
            after = middle
    return before


def minutes_a_day(nature: Nature, pace: Pace, traces: Iterable[Trace], level: float, horizon: float = HORIZON) -> float:
    """The minutes a day that it takes to keep each of the facts above a level, on the average of the days to come.

    Those days count as in `best_level`: the less, the later they are. Meanwhile the facts grow firmer.
    """
    took = [_course(nature, pace, horizon, place, level)[1] for place in range(len(EASE))]
    seconds = sum(
        weight * between(took[min(place, len(EASE) - 1)], life)
        for trace in traces
        for place, (weight, life) in enumerate(trace.hypotheses)
    )
    return seconds / horizon / 60


def _days_until(nature: Nature, life: float, level: float) -> float:
    """The days until what has such a life is remembered with a chance, but at least one."""
    lives: float = (level ** (-1 / nature.exponent) - 1) / halving(nature.exponent)
    return min(MOST, max(SOONEST, life * lives))


def _course(
    nature: Nature, pace: Pace, horizon: float, place: int, level: float
) -> tuple[Sequence[float], Sequence[float]]:
    """What is remembered of a fact, under a hypothesis, that is asked at a level, and the seconds that this takes.

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
