"""Read from reviews what they say about the memory of each fact, for the schedule and for the traces."""

from collections.abc import Iterable, Mapping
from itertools import dropwhile
from typing import TYPE_CHECKING

from trotskyism_cli.learning.answering.parts import ALONE, BESIDE, Part, parts_of
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall import fsrs6
from trotskyism_cli.learning.recall.learner_model import EPOCH, guess_of
from trotskyism_cli.learning.recall.schedule import DAY_MOMENTS, DEFAULTS, SURE, Settings, rate, remembered
from trotskyism_cli.learning.recall.signs import NOTHING, Sign, moment_of
from trotskyism_cli.learning.recall.traces import Evidence

if TYPE_CHECKING:  # as in `pupil`
    from trotskyism_cli.learning.review import Review

EPOCH_MOMENT = moment_of(EPOCH)
# Chance that a wrong answer to a question that rests on several facts missed another of them.
MISSED_ANOTHER = 0.5


def signs_of(review: "Review") -> tuple[tuple[str, Sign], ...]:
    """The facts of a review, each once, and what the review says about each."""
    rating = rate(review)
    guess = guess_of(review) if rating else 0.0
    sign = Sign(moment_of(review.time), rating or NOTHING, 1, review.confidence == SURE, review.correct, guess)
    facts, revisions = review.facts, review.revisions
    if len(facts) == 1 and revisions == (1,):  # the usual case
        return ((facts[0], sign),)
    found = []
    for place, (fact, part) in enumerate(zip(facts, parts_of_review(review), strict=True)):
        if facts.index(fact) == place:
            revision = revisions[place] if place < len(revisions) else 1
            own = rating and _rating(part, rating, whole=review.correct)
            found.append(
                (fact, sign._replace(rating=own or NOTHING, revision=revision, correct=part.right, part=part.role))
            )
    return tuple(found)


def asked_in(review: "Review") -> tuple[str, ...]:
    """The facts that a review asked for, without those on which its question only rests."""
    return tuple(fact for fact, part in zip(review.facts, parts_of_review(review), strict=True) if part.role != BESIDE)


def parts_of_review(review: "Review") -> tuple[Part, ...]:
    """What a review says about each of its facts."""
    return parts_of(review.response, review.facts, review.chosen, review.key, correct=review.correct)


def _rating(part: Part, rating: int, *, whole: bool) -> int:
    """The rating of one fact of an answer that was rated as a whole; `whole`: the whole answer was right."""
    if part.role == BESIDE:
        return fsrs6.HARD if part.right else fsrs6.AGAIN
    if part.role == ALONE and not whole:  # beside a mistake, a right one may be right by elimination
        return fsrs6.HARD if part.right else fsrs6.AGAIN
    return rating


def evidence_of(sign: Sign) -> Evidence:
    """What a sign tells a trace: when, whether it was right, and the chances of a guess and of a slip."""
    slip = MISSED_ANOTHER if sign.part == BESIDE else 0.0
    return Evidence((sign.moment - EPOCH_MOMENT) / DAY_MOMENTS, bool(sign.correct), sign.guess, slip)


def history_of(signs: Iterable[Sign]) -> list[Evidence]:
    """The answers about a fact in order of time, from the first that asked for it."""
    return [evidence_of(sign) for sign in dropwhile(lambda sign: sign.part == BESIDE, signs)]


def taken_in(memories: Mapping[str, Memory], review: "Review", settings: Settings = DEFAULTS) -> dict[str, Memory]:
    """The memories that a review changes, as they are after it."""
    found = (
        (fact, remembered(fact, [sign] if sign.rating else [], settings, memories.get(fact)))
        for fact, sign in signs_of(review)
    )
    return {fact: memory for fact, memory in found if memory is not None}
