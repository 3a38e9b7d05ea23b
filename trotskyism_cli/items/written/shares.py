"""How often each author's question comes.

A chapter comes in proportion to its length in the book, and no question far above the mean. So a quiz is about what the
book is about, not about what most questions were written on.
"""

from collections import Counter
from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

MOST = 2  # highest rate of a question, as a multiple of the mean


class Claim(NamedTuple):
    """The chapter that a question is asked for, and its odds against the other questions there."""

    chapter: str
    odds: int


def rates(claims: Sequence[Claim], lengths: dict[str, int]) -> list[float]:
    """Share of each question in all that is asked; the shares add up to 1.

    A chapter that is missing in `lengths` (a survey, or no chapter) counts by the odds of its questions instead.
    """
    of_chapter = Counter[str]()
    for each in claims:
        of_chapter[each.chapter] += each.odds
    every = of_chapter.total()
    measured = {chapter: lengths[chapter] for chapter in of_chapter if lengths.get(chapter)}
    by_length = sum(of_chapter[chapter] for chapter in measured) / every if every else 0.0
    shares = {chapter: by_length * length / sum(measured.values()) for chapter, length in measured.items()}
    return _evened(
        [
            shares.get(each.chapter, of_chapter[each.chapter] / every) * each.odds / of_chapter[each.chapter]
            for each in claims
        ]
    )


def _evened(parts: Sequence[float]) -> list[float]:
    """Cap each share at MOST times the mean, and distribute the rest in proportion."""
    most = MOST / max(1, len(parts))
    cut = set[int]()
    while True:
        left = fsum(part for place, part in enumerate(parts) if place not in cut)
        scale = (1 - most * len(cut)) / left if left else 0.0
        over = {place for place, part in enumerate(parts) if place not in cut and part * scale > most}
        if not over:
            return [most if place in cut else part * scale for place, part in enumerate(parts)]
        cut |= over
