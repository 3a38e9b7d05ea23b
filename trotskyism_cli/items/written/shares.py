"""How often each question of an author comes: a chapter by its length in the book, no question far oftener than others.

So a paper is about what the book is about, and not about what most questions were written on.
"""

from collections import Counter
from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

MOST = 2  # how often the question that comes oftenest comes, against the mean of all


class Claim(NamedTuple):
    """The chapter that a question is asked for, and its odds against the others there."""

    chapter: str
    odds: int


def rates(claims: Sequence[Claim], lengths: dict[str, int]) -> list[float]:
    """For each question the part of all that is asked which it is; together they are 1.

    Chapters whose length says nothing (a survey, or what is in no chapter) are not in `lengths`; they have as much as
    they have questions, by their odds.
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
    """Parts of 1 of which none is over MOST times the mean; what is cut off goes to the others, by what they have."""
    most = MOST / max(1, len(parts))
    cut = set[int]()
    while True:
        left = fsum(part for place, part in enumerate(parts) if place not in cut)
        scale = (1 - most * len(cut)) / left if left else 0.0
        over = {place for place, part in enumerate(parts) if place not in cut and part * scale > most}
        if not over:
            return [most if place in cut else part * scale for place, part in enumerate(parts)]
        cut |= over
