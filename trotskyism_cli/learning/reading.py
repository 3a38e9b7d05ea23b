"""Reads reviews for what they say of the memory of each fact, for the schedule and for the traces."""

from collections.abc import Iterator

from trotskyism_cli.learning.pupil import EPOCH, guess_of
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.schedule import DAY_MOMENTS, SURE, rate
from trotskyism_cli.learning.signs import NOTHING, Sign, moment_of
from trotskyism_cli.learning.traces import Evidence

EPOCH_MOMENT = moment_of(EPOCH)


def signs_of(review: Review) -> Iterator[tuple[str, Sign]]:
    """The facts that a review asked for, each once, and what it says of them."""
    rating = rate(review)
    guess = guess_of(review) if rating else 0.0
    sure = review.confidence == SURE
    moment = moment_of(review.time)
    revisions = review.revisions
    for place, fact in enumerate(review.facts):
        if review.facts.index(fact) == place:
            revision = revisions[place] if place < len(revisions) else 1
            yield fact, Sign(moment, rating or NOTHING, revision, sure, review.correct, guess)


def evidence_of(sign: Sign) -> Evidence:
    """The same for a trace."""
    return Evidence((sign.moment - EPOCH_MOMENT) / DAY_MOMENTS, bool(sign.correct), sign.guess)
