"""What goes wrong: the hardest facts, and what is taken for what."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trotskyism_cli.items.model import Response
from trotskyism_cli.learning.answering.parts import ALONE
from trotskyism_cli.learning.recall.reading import parts_of_review
from trotskyism_cli.learning.review import Review

DOUBT = 2  # right answers that every fact is granted while there are few
FEWEST = 3  # answers from which on a fact can be called hard


@dataclass(frozen=True, slots=True)
class Confusion:
    """`said` was answered where `meant` was right, so many times."""

    said: str
    meant: str
    times: int


@dataclass(frozen=True, slots=True)
class HardFact:
    """A fact that was missed: how often it was seen whether it was known, how often it was not, and what was said."""

    fact: str
    answers: int
    wrong: int
    confusions: tuple[Confusion, ...]

    @property
    def hardness(self) -> float:
        """The share of wrong answers, with some doubt while there are few; from 0 to 1."""
        return self.wrong / (self.answers + DOUBT)


def hardest(reviews: Iterable[Review], count: int) -> tuple[HardFact, ...]:
    """The facts missed most, the hardest first, of those that were asked often enough to tell.

    Counted is only an answer by which it is known whether this fact was missed (see `parts`).
    """
    alone: dict[str, list[Review]] = {}
    for review in reviews:
        for each in told_apart(review):
            alone.setdefault(each.facts[0], []).append(each)
    found = (_hard(fact, asked) for fact, asked in alone.items() if len(asked) >= FEWEST)
    missed = [each for each in found if each.wrong]
    return tuple(sorted(missed, key=lambda each: (-each.hardness, -each.wrong, each.fact))[:count])


def told_apart(review: Review) -> Iterator[Review]:
    """What a review says of single facts, each as a review of its own; nothing of those that cannot be told apart."""
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
    """What was taken for what at least so many times, the most frequent first."""
    counted = Counter(pair for review in reviews for pair in _pairs(review))
    return tuple(Confusion(*pair, times) for pair, times in counted.most_common() if times >= fewest)


def _pairs(review: Review) -> Iterator[tuple[str, str]]:
    """What was said and what was right instead, for the forms of question in which one thing stands for another."""
    if review.correct:
        return
    if review.written and review.accepted:
        yield review.written, review.accepted[0]
    if review.response in ("choice", "match"):
        for said, meant in zip(review.chosen, review.key, strict=False):
            if said != meant:
                yield review.options[said], review.options[meant]
