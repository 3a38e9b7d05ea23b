"""Simulated learners, whose laws of forgetting the schedulers do not know.

A law is a class with `recall` and `answer` (see `Learner`), constructed with a seed. All built-in laws share this: a
few facts are known before, one question in four is guessed right, and after a mistake the explanation is read. What was
only read is forgotten sooner than what was recalled (the testing effect; Rowland 2014, Adesope et al. 2017). Parameters
differ between learners and between facts.
"""

import math
import random
from collections.abc import Callable
from typing import Protocol

OPTIONS = 4
KNOWN_BEFORE = 0.15  # share of the facts
ONLY_READ = 0.6  # factor of the half-life
NIGHT = 1 / 3  # days; a longer pause separates two sittings


class Learner(Protocol):
    """A simulated memory. Facts are integers from 0; days count from the first day."""

    def recall(self, fact: int, day: float) -> float:
        """The probability of knowing a fact at a time, without guessing. Changes nothing."""

    def answer(self, fact: int, day: float) -> bool:
        """Answer a question and read the feedback; returns whether it was right, possibly by chance."""


Law = Callable[[int], Learner]  # makes a learner from a seed


class Someone:
    """What the built-in learners share: randomness, and how it is used."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(f"{type(self).__name__}:{seed}")
        self._seed = seed

    def of_fact(self, fact: int) -> random.Random:
        """A random generator for a fact, independent of what was asked before."""
        return random.Random(f"{type(self).__name__}:{self._seed}:{fact}")

    def recall(self, fact: int, day: float) -> float:
        raise NotImplementedError

    def met(self, fact: int, day: float, *, recalled: bool) -> None:
        """Update the memory: the fact was recalled, or else read."""
        raise NotImplementedError

    def answer(self, fact: int, day: float) -> bool:
        recalled = self.rng.random() < self.recall(fact, day)
        self.met(fact, day, recalled=recalled)
        return recalled or self.rng.random() * OPTIONS < 1


class Exponential(Someone):
    """Half-lives, lengthened by each recall, the more so the nearer the fact was to being forgotten."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._gain = self.rng.lognormvariate(0.8, 0.3)
        self._retains = self.rng.lognormvariate(0.9, 0.3)  # days
        self._states: dict[int, tuple[float, float] | None] = {}  # half-life in days, day last met
        self._traits: dict[int, tuple[float, float]] = {}  # first half-life, and gain
        self._only_read: set[int] = set()

    def _state(self, fact: int) -> tuple[float, float] | None:
        if fact not in self._states:
            rng = self.of_fact(fact)
            self._traits[fact] = self._retains * rng.lognormvariate(0, 0.6), self._gain * rng.lognormvariate(0, 0.5)
            self._states[fact] = (rng.uniform(20, 200), 0.0) if rng.random() < KNOWN_BEFORE else None
        return self._states[fact]

    def recall(self, fact: int, day: float) -> float:
        state = self._state(fact)
        return self.left((day - state[1]) / state[0]) if state else 0.0

    def left(self, lives: float) -> float:
        """What is left after this many half-lives."""
        return math.pow(0.5, lives)

    def met(self, fact: int, day: float, *, recalled: bool) -> None:
        known, state = self.recall(fact, day), self._state(fact)
        first, gain = self._traits[fact]
        if recalled and state:
            tested = 1 / ONLY_READ if fact in self._only_read else 1
            self._only_read.discard(fact)
            self._states[fact] = state[0] * tested * (1 + gain * math.sqrt(1 - known)), day
        else:
            self._only_read.add(fact)
            self._states[fact] = max(first, state[0] / 2 if state else 0.0) * ONLY_READ, day


class Power(Exponential):
    """Like `Exponential`, but forgetting slows down as a power of time (Wixted and Carpenter 2007)."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._exponent = self.rng.lognormvariate(-0.9, 0.3)

    def left(self, lives: float) -> float:
        return math.pow(1 + (math.pow(2, 1 / self._exponent) - 1) * lives, -self._exponent)


class TwoComponents(Someone):
    """A short trace that fades in days, and a long one that grows only once the short one has faded.

    After Wozniak, Gorzelanczyk and Murakowski (1995, two components of long-term memory) and Bjork and Bjork (1992).
    """

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._short = self.rng.lognormvariate(0.2, 0.3)  # days
        self._gain = self.rng.lognormvariate(1.0, 0.3)
        self._facts: dict[int, tuple[float, float, float]] = {}  # life of the long trace, day last met, gain

    def _fact(self, fact: int) -> tuple[float, float, float]:
        if fact not in self._facts:
            rng = self.of_fact(fact)
            long = rng.uniform(30, 300) if rng.random() < KNOWN_BEFORE else 0.0
            self._facts[fact] = long, 0.0 if long else -math.inf, self._gain * rng.lognormvariate(0, 0.5)
        return self._facts[fact]

    def _traces(self, fact: int, day: float) -> tuple[float, float]:
        long, last, _ = self._fact(fact)
        since = day - last
        return math.exp(-since / self._short), math.exp(-since / long) if long else 0.0

    def recall(self, fact: int, day: float) -> float:
        short, long = self._traces(fact, day)
        return 1 - (1 - short) * (1 - long)

    def met(self, fact: int, day: float, *, recalled: bool) -> None:
        long, _, gain = self._fact(fact)
        short, _ = self._traces(fact, day)
        if recalled:
            long = max(long, self._short) * (1 + gain * (1 - short))
        else:
            long = max(1.5 * self._short, long / 2) * ONLY_READ
        self._facts[fact] = long, day, gain


class Activation(Someone):
    """ACT-R with decay that depends on activation (Pavlik and Anderson 2005, experiment 1: a, c, tau, s, h).

    Every meeting leaves a trace that decays as a power of time, faster if the fact is active at that moment. Between
    sittings there is less interference, so time counts only `H` of its length. Facts and learners differ by a bonus.
    """

    A, C, TAU, S, H = 0.177, 0.217, -0.704, 0.255, 0.025

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._bonus = self.rng.gauss(0.9, 0.2)
        self._traces: dict[int, list[tuple[float, float, float]]] = {}  # when, decay, weight
        self._bonuses: dict[int, float] = {}

    def _of(self, fact: int) -> list[tuple[float, float, float]]:
        if fact not in self._traces:
            rng = self.of_fact(fact)
            self._bonuses[fact] = self._bonus + rng.gauss(0, 0.25)
            known = rng.random() < KNOWN_BEFORE
            self._traces[fact] = [(-30.0 * number, 0.2, 1.0) for number in range(1, 9)] if known else []
        return self._traces[fact]

    def _activation(self, fact: int, day: float) -> float:
        strength = 0.0
        for when, decay, weight in self._of(fact):
            since = day - when
            seconds = 86400 * (since if since < NIGHT else since * self.H)
            strength += weight * math.pow(max(1.0, seconds), -decay)
        return math.log(strength) + self._bonuses[fact] if strength else -math.inf

    def recall(self, fact: int, day: float) -> float:
        activation = self._activation(fact, day)
        return 0.0 if activation == -math.inf else 1 / (1 + math.exp((self.TAU - activation) / self.S))

    def met(self, fact: int, day: float, *, recalled: bool) -> None:
        activation = min(3.0, self._activation(fact, day))
        decay = self.A + self.C * math.exp(activation)
        self._traces[fact].append((day, decay, 1.0 if recalled else ONLY_READ))


class Fsrs(Someone):
    """FSRS-6 with individual parameters: the published medians, spread as in fits to ten thousand users.

    Medians and deviations are those by which fsrs-optimizer regularises (DEFAULT_PARAMETER and
    DEFAULT_PARAMS_STDDEV_TENSOR of version 6). Half a deviation is used, since fits of short logs scatter more than
    people do.
    """

    MEDIANS = (
        *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614),
        *(0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
    )
    DEVIATIONS = (
        *(6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31),
        *(0.32, 0.14, 0.27),
    )
    AGAIN, GOOD = 1, 3

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._w = tuple(map(self._drawn, range(21), self.MEDIANS, self.DEVIATIONS))
        self._factor = math.pow(0.9, -1 / self._w[20]) - 1
        self._facts: dict[int, tuple[float, float, float] | None] = {}  # stability, difficulty, day last met

    def _drawn(self, place: int, median: float, deviation: float) -> float:
        if place < 4 or place == 20:  # initial stabilities and the decay are positive and skewed
            return min(0.8, max(0.1, self._skewed(median))) if place == 20 else self._skewed(median, 0.6)
        return max(0.001, self.rng.gauss(median, deviation / 2))

    def _skewed(self, median: float, spread: float = 0.4) -> float:
        return median * self.rng.lognormvariate(0, spread)

    def _state(self, fact: int) -> tuple[float, float, float] | None:
        if fact not in self._facts:
            rng = self.of_fact(fact)
            known = rng.random() < KNOWN_BEFORE
            self._facts[fact] = (rng.uniform(20, 200), rng.uniform(3, 7), 0.0) if known else None
        return self._facts[fact]

    def recall(self, fact: int, day: float) -> float:
        state = self._state(fact)
        return math.pow(1 + self._factor * (day - state[2]) / state[0], -self._w[20]) if state else 0.0

    def met(self, fact: int, day: float, *, recalled: bool) -> None:
        w, state, rating = self._w, self._state(fact), self.GOOD if recalled else self.AGAIN
        if state is None:
            spread = self.of_fact(-1 - fact)
            ease = w[4] - math.exp(w[5] * (rating - 1)) + 1
            self._facts[fact] = w[rating - 1] * spread.lognormvariate(0, 0.5), _within(ease + spread.gauss(0, 1)), day
            return
        stability, difficulty, last = state
        known = self.recall(fact, day)
        if day - last < NIGHT:
            grown = math.exp(w[17] * (rating - 3 + w[18])) * math.pow(stability, -w[19])
            stability *= max(1.0, grown) if recalled else grown
        elif recalled:
            growth = math.exp(w[8]) * (11 - difficulty) * math.pow(stability, -w[9])
            stability *= 1 + growth * (math.exp(w[10] * (1 - known)) - 1)
        else:
            after = w[11] * math.pow(difficulty, -w[12]) * (math.pow(stability + 1, w[13]) - 1)
            stability = min(stability, after * math.exp(w[14] * (1 - known)))
        harder = difficulty - w[6] * (rating - 3) * (10 - difficulty) / 9
        easiest = w[4] - math.exp(w[5] * 3) + 1
        self._facts[fact] = max(0.01, stability), _within(w[7] * easiest + (1 - w[7]) * harder), day


def _within(difficulty: float) -> float:
    return min(10.0, max(1.0, difficulty))


LAWS: dict[str, Law] = {
    "exponential": Exponential,
    "power": Power,
    "two components": TwoComponents,
    "ACT-R": Activation,
    "FSRS-6": Fsrs,
}
