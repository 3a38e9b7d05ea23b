"""FSRS 6 with its default parameters: how an answer changes stability and difficulty.

The formulas are those of the `fsrs` package (6.3), against which the tests check every step; that package creates three
objects for each answer, which is too slow for a long log. Stability is the number of days after which retrievability
has fallen to 0.9, difficulty goes from 1 to 10. Source: open-spaced-repetition, "The algorithm", FSRS-6.
"""

import math
from functools import lru_cache

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4  # ratings

W = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194),
    *(0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629),
    *(1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
DECAY = W[20]
FACTOR = math.pow(0.9, -1 / DECAY) - 1  # so that retrievability is 0.9 after `stability` days
LEAST = 0.001  # days

_REVERTED = W[7] * (W[4] - math.exp(W[5] * (EASY - 1)) + 1)
_GROWTH = math.exp(W[8])
_LAPSED_AT_MOST = math.exp(W[17] * W[18])
_AT_ONCE = {rating: math.exp(W[17] * (rating - 3 + W[18])) for rating in (AGAIN, HARD, GOOD, EASY)}
_HARDER = {rating: -W[6] * (rating - 3) / 9 for rating in (AGAIN, HARD, GOOD, EASY)}
_BONUS = {HARD: W[15], GOOD: 1.0, EASY: W[16]}
_FIRST = {
    rating: (W[rating - 1], min(10.0, max(1.0, W[4] - math.exp(W[5] * (rating - 1)) + 1)))
    for rating in (AGAIN, HARD, GOOD, EASY)
}


def first(rating: int) -> tuple[float, float]:
    """Stability and difficulty after the first answer."""
    return _FIRST[rating]


def after(stability: float, difficulty: float, nights: int, rating: int) -> tuple[float, float]:
    """Stability and difficulty after a further answer, `nights` days after the last; 0 for the same day."""
    if nights == 0:
        growth = _AT_ONCE[rating] * stability ** -W[19]
        found = stability * (growth if rating == AGAIN else max(growth, 1.0))
    else:
        forgotten = 1 - (1 + FACTOR * nights / stability) ** -DECAY
        if rating == AGAIN:
            lapsed = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * math.exp(forgotten * W[14])
            found = min(lapsed, stability / _LAPSED_AT_MOST)
        else:
            gained = _GROWTH * (11 - difficulty) * stability ** -W[9] * (math.exp(forgotten * W[10]) - 1)
            found = stability * (1 + gained * _BONUS[rating])
    harder = _REVERTED + (1 - W[7]) * (difficulty + (10 - difficulty) * _HARDER[rating])
    if found < LEAST or not 1.0 <= harder <= 10.0:  # rare; calling `min` and `max` always takes a quarter of the time
        return max(found, LEAST), min(10.0, max(1.0, harder))
    return found, harder


def recall(stability: float, days: float) -> float:
    """The retrievability, from 0 to 1, after so many days."""
    return math.pow(1 + FACTOR * days / stability, -DECAY)


def days_until(stability: float, retention: float) -> float:
    """The days until retrievability has fallen to `retention`."""
    return stability * stabilities_until(retention)


@lru_cache(maxsize=8)
def stabilities_until(retention: float) -> float:
    """The time until retrievability has fallen to `retention`, as a multiple of the stability."""
    return (math.pow(retention, -1 / DECAY) - 1) / FACTOR
