"""Reads reviews for what they say of the memory of each fact, for the schedule and for the traces."""

from typing import TYPE_CHECKING

from trotskyism_cli.learning.pupil import EPOCH, guess_of
from trotskyism_cli.learning.schedule import DAY_MOMENTS, SURE, rate
from trotskyism_cli.learning.signs import NOTHING, Sign, moment_of
from trotskyism_cli.learning.traces import Evidence

if TYPE_CHECKING:  # as in `pupil`
    from trotskyism_cli.learning.review import Review

EPOCH_MOMENT = moment_of(EPOCH)


def signs_of(review: "Review") -> tuple[tuple[str, Sign], ...]:
    """The facts that a review asked for, each once, and what it says of them."""
    rating = rate(review)
    guess = guess_of(review) if rating else 0.0
    sign = Sign(moment_of(review.time), rating or NOTHING, 1, review.confidence == SURE, review.correct, guess)
    facts, revisions = review.facts, review.revisions
    if len(facts) == 1 and revisions == (1,):  # as nearly all are
        return ((facts[0], sign),)
    found = []
    for place, fact in enumerate(facts):
        if facts.index(fact) == place:
            revision = revisions[place] if place < len(revisions) else 1
            found.append((fact, sign if revision == 1 else sign._replace(revision=revision)))
    return tuple(found)


def evidence_of(sign: Sign) -> Evidence:
    """What a sign says to a trace: when, whether it was right, and the chance of a guess."""
    return Evidence((sign.moment - EPOCH_MOMENT) / DAY_MOMENTS, bool(sign.correct), sign.guess)
