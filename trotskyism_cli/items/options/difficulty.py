"""Difficulty of a set of options, relative to the other sets that its pool could give."""

import random
from collections.abc import Callable, Sequence
from itertools import combinations
from math import fsum

from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.model import Difficulty
from trotskyism_cli.items.options.likeness import likeness

SAMPLE = 30  # sets


def set_likeness(index: Index, answers: Sequence[Answer]) -> float:
    """Average likeness of a set's members, from 0 to 1.

    Uses `fsum` because `sum` rounds differently from Python 3.12 on; difficulty must not depend on the version.
    """
    pairs = list(combinations(sorted(answers, key=lambda answer: answer.id), 2))
    return fsum(likeness(index, one, other) for one, other in pairs) / len(pairs)


def scale(values: Sequence[float]) -> Callable[[float], Difficulty]:
    """Cut the likenesses of sets into thirds; the most alike third is hard."""
    ordered = sorted(values)
    low, high = ordered[len(ordered) // 3], ordered[2 * len(ordered) // 3]

    def grade(value: float) -> Difficulty:
        if value < low:
            return Difficulty.EASY
        return Difficulty.MEDIUM if value < high else Difficulty.HARD

    return grade


def sampled(
    index: Index, answers: Sequence[Answer], window: Callable[[Answer, Difficulty, random.Random], list[Answer]]
) -> list[float]:
    """Likenesses of sets drawn from windows of every width; deterministic for the same answers."""
    rng = random.Random(len(answers))
    found = []
    for turn in range(SAMPLE):
        seed = answers[turn * len(answers) // SAMPLE]
        band = list(Difficulty)[turn % len(Difficulty)]
        others = window(seed, band, rng)[:3]
        if others:
            found.append(set_likeness(index, [seed, *others]))
    return found or [0.0]
