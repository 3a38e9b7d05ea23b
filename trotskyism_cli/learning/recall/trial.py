"""Whether the memory found from a learner's answers foretells further ones as well as the usual memory does.

A nature always fits the answers that it was made of. So it is tried on others: found from the earlier part of the log,
it foretells the later part, and so does the usual one.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from trotskyism_cli.learning.recall.fitting import FEWEST, History, drawn, likeliest, likelihoods, share_known, usual
from trotskyism_cli.learning.recall.traces import LEAST, SAME_SITTING, Evidence, Nature

EARLIER = 0.8  # of the answers that can be foretold: by these a nature is found
TOLD = 1.0  # chance of a guess: it was told a minute ago, and nothing was foretold
TENTHS = 11  # from 0 to 10

Chance = tuple[float, bool]  # that was given to being right, and whether it was


class Band(NamedTuple):
    """Answers that were about as likely to be right: how many there were, and how many of them were right."""

    answers: int = 0
    right: int = 0


class Foretold(NamedTuple):
    """How a memory foretold answers: the `loss` of an answer (see `losses_of`), and a band for each of TENTHS."""

    loss: float
    bands: tuple[Band, ...]


class Trial(NamedTuple):
    """What a learner's own memory, `found` from the earlier answers, and the usual one made of the later ones.

    There were so many, from the day `since`. `doubt` is the standard error of the difference between the two losses.
    """

    found: Nature
    since: float
    answers: int
    own: Foretold
    usual: Foretold
    doubt: float

    @property
    def holds(self) -> bool:
        """Whether study goes by the learner's own memory: whether it did not foretell measurably worse.

        It is held to the usual one as it is found (see `fitting`), and by the time it is used there are more answers:
        where the later ones are too few to decide, it is the better guess. In `benchmarks.foretelling` it foretells
        better on the average of every law; to use it only where it was better in a few answers loses some of that.
        """
        return self.own.loss <= self.usual.loss + self.doubt


def trial_of(histories: Mapping[str, History]) -> Trial | None:
    """Find a nature from the earlier answers, and try it on the later ones; None while there are few.

    What is foretold of a fact is foretold by all the answers before, also later ones. The log is parted by time, as in
    use it is what is still to come that is foretold (the training of FSRS is judged in this way, too).
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
    """How many answers could be foretold."""
    return sum(1 for each in histories for _ in _telling(each))


def parted(histories: Iterable[History]) -> float:
    """The day before which EARLIER of the answers were given that could be foretold. IndexError if there is none."""
    days = sorted(seen.day for each in histories for seen in _telling(each))
    return days[int(EARLIER * len(days))]


def chances(nature: Nature, histories: Iterable[History], since: float) -> list[Chance]:
    """How each answer from a day on was foretold, so far as it could be."""
    found = (
        (chance if seen.right else 1 - chance, seen.right)
        for history in histories
        for seen, chance in likelihoods(nature, history)
        if seen.day >= since and seen.guess < TOLD
    )
    return [(min(1 - LEAST, max(LEAST, chance)), right) for chance, right in found]


def losses_of(foretold: Iterable[Chance]) -> list[float]:
    """The negative natural logarithm of the chance that was given to each answer that came."""
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
