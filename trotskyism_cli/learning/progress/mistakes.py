"""A learner's mistakes: the hardest facts, and what is confused with what."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trotskyism_cli.items.model import Response
from trotskyism_cli.learning.answering.parts import ALONE
from trotskyism_cli.learning.recall.reading import parts_of_review
from trotskyism_cli.learning.review import Review

DOUBT = 2  # right answers added to those of every fact
FEWEST = 3  # answers from which a fact can be called hard


@dataclass(frozen=True, slots=True)
class Confusion:
    """`said` was answered `times` times where `meant` was right."""

    said: str
    meant: str
    times: int


@dataclass(frozen=True, slots=True)
class HardFact:
    """A fact that was missed: the answers that tell whether it was known, how many were wrong, and confusions."""

    fact: str
    answers: int
    wrong: int
    confusions: tuple[Confusion, ...]

    @property
    def hardness(self) -> float:
        """The share of wrong answers, from 0 to 1, lowered by DOUBT where there are few answers."""
        return self.wrong / (self.answers + DOUBT)


def hardest(reviews: Iterable[Review], count: int) -> tuple[HardFact, ...]:
    """The facts missed most, hardest first, among those asked at least FEWEST times.

    Only answers that show whether this very fact was missed are counted (see `parts`).
    """
    alone: dict[str, list[Review]] = {}
    for review in reviews:
        for each in told_apart(review):
            alone.setdefault(each.facts[0], []).append(each)
    found = (_hard(fact, asked) for fact, asked in alone.items() if len(asked) >= FEWEST)
    missed = [each for each in found if each.wrong]
    return tuple(sorted(missed, key=lambda each: (-each.hardness, -each.wrong, each.fact))[:count])


def told_apart(review: Review) -> Iterator[Review]:
    """Split a review into one for each fact about which it says something certain.

    Facts of which it is unknown whether they were missed are left out.
    """
    if len(review.facts) == 1:
        yield review
        return
    for place, (fact, part) in enumerate(zip(review.facts, parts_of_review(review), strict=True)):
        if part.role == ALONE:
            own = slice(place, place + 1) if review.response == Response.MATCH else slice(0)
            yield review._replace(
                facts=(fact,),
                revisions=review.revisions[place : place + 1],
                chosen=review.chosen[own],
                key=review.key[own],
                credit=float(part.right),
            )


def _hard(fact: str, reviews: Sequence[Review]) -> HardFact:
    wrong = sum(not review.correct for review in reviews)
    return HardFact(fact, len(reviews), wrong, confusions(reviews))


def confusions(reviews: Iterable[Review], fewest: int = 1) -> tuple[Confusion, ...]:
    """What was confused with what at least `fewest` times, most frequent first."""
    counted = Counter(pair for review in reviews for pair in _pairs(review))
    return tuple(Confusion(*pair, times) for pair, times in counted.most_common() if times >= fewest)


def _pairs(review: Review) -> Iterator[tuple[str, str]]:
    """What was answered and what was right, for questions in which an answer stands for another."""
    if review.correct:
        return
    if review.written and review.accepted:
        yield review.written, review.accepted[0]
    if review.response in ("choice", "match"):
        for said, meant in zip(review.chosen, review.key, strict=False):
            if said != meant:
                yield review.options[said], review.options[meant]
