"""Test whether a learner's own memory parameters predict further answers as well as the usual ones do.

Parameters always fit the answers from which they were estimated. So they are estimated from the earlier part of the log
and, like the usual ones, tested on the later part.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from trotskyism_cli.learning.recall.fitting import FEWEST, History, drawn, likeliest, likelihoods, share_known, usual
from trotskyism_cli.learning.recall.traces import LEAST, SAME_SITTING, Evidence, Nature

EARLIER = 0.8  # share of the predictable answers used for estimating
TOLD = 1.0  # chance of a guess of what was just told: nothing was predicted
TENTHS = 11  # from 0 to 10

Chance = tuple[float, bool]  # predicted chance to be right, and whether it was


class Band(NamedTuple):
    """The number of answers with about the same predicted chance, and of the right ones among them."""

    answers: int = 0
    right: int = 0


class Foretold(NamedTuple):
    """The quality of predictions: the mean `loss` of an answer (see `losses_of`), and a band for each of TENTHS."""

    loss: float
    bands: tuple[Band, ...]


class Trial(NamedTuple):
    """How well a learner's own parameters, `found` from earlier answers, and the usual ones predict later answers.

    There are `answers` later ones, from the day `since`. `doubt` is the standard error of the difference between the
    losses.
    """

    found: Nature
    since: float
    answers: int
    own: Foretold
    usual: Foretold
    doubt: float

    @property
    def holds(self) -> bool:
        """Whether study uses the learner's own parameters: true if they did not predict measurably worse.

        They are held close to the usual ones when estimated (see `fitting`), and are used with more answers than were
        tested: where the later answers are too few to decide, they are the better guess. In `benchmarks.foretelling`
        they predict better on average for every law; using them only where they were better in a few answers loses some
        of that.
        """
        return self.own.loss <= self.usual.loss + self.doubt


def trial_of(histories: Mapping[str, History]) -> Trial | None:
    """Estimate parameters from the earlier answers and test them on the later ones; None if there are few.

    Each prediction uses all answers before it, also later ones of the log. The log is split by time, as in use the
    future is predicted (the training of FSRS is judged in the same way).
    """
    used = drawn(histories)
    if count_telling(used) < FEWEST:
        return None
    since = parted(used)
    earlier = [before for each in used if (before := [*takewhile(lambda seen: seen.day < since, each)])]
    known = share_known(earlier)
    found = likeliest(earlier, known)
    later = [each for each in used if each[-1].day >= since]
    own, other = (chances(nature, later, since) for nature in (found, usual({})._replace(known=known)))
    apart = [one - another for one, another in zip(losses_of(own), losses_of(other), strict=True)]
    if len(apart) < 2:
        return None
    mean = _mean(apart)
    doubt = math.sqrt(math.fsum((each - mean) ** 2 for each in apart) / (len(apart) - 1) / len(apart))
    return Trial(found, since, len(apart), _made_of(own), _made_of(other), doubt)


def count_telling(histories: Iterable[History]) -> int:
    """The number of answers that could be predicted."""
    return sum(1 for each in histories for _ in _telling(each))


def parted(histories: Iterable[History]) -> float:
    """The day before which the share EARLIER of the predictable answers was given. IndexError if there are none."""
    days = sorted(seen.day for each in histories for seen in _telling(each))
    return days[int(EARLIER * len(days))]


def chances(nature: Nature, histories: Iterable[History], since: float) -> list[Chance]:
    """The predictions for answers from a day on, where one was possible."""
    found = (
        (chance if seen.right else 1 - chance, seen.right)
        for history in histories
        for seen, chance in likelihoods(nature, history)
        if seen.day >= since and seen.guess < TOLD
    )
    return [(min(1 - LEAST, max(LEAST, chance)), right) for chance, right in found]


def losses_of(foretold: Iterable[Chance]) -> list[float]:
    """The log loss of each prediction: the negative natural logarithm of the chance given to the actual answer."""
    return [-math.log(chance if right else 1 - chance) for chance, right in foretold]


def _telling(history: History) -> Iterator[Evidence]:
    return (seen for before, seen in pairwise(history) if seen.day - before.day >= SAME_SITTING and seen.guess < TOLD)


def _made_of(foretold: Sequence[Chance]) -> Foretold:
    return Foretold(_mean(losses_of(foretold)), _bands(foretold))


def _bands(foretold: Iterable[Chance]) -> tuple[Band, ...]:
    found = [Band()] * TENTHS
    for chance, right in foretold:
        place = round(chance * (TENTHS - 1))
        found[place] = Band(found[place].answers + 1, found[place].right + right)
    return tuple(found)


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)
