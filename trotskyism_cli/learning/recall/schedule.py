"""When a fact comes back: FSRS, with one card for each fact and the rating derived from the answer.

The result depends on the reviews only (no chance, no clock), so it can be recomputed from the log at any time.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from trotskyism_cli.learning.answering.parts import ALONE, BESIDE
from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall import fsrs6
from trotskyism_cli.learning.recall.signs import Sign, moment_of, time_of

if TYPE_CHECKING:  # a first question is asked before any review is read
    from trotskyism_cli.learning.review import Review

NIGHT = timedelta(hours=8)  # a longer time between answers counts as a night: 20:00 and 9:00 are on two days
DAY_MOMENTS, NIGHT_MOMENTS = (each // timedelta(microseconds=1) for each in (DAY, NIGHT))

# Seconds to read and answer: an average reader reads some 200 words a minute.
TO_THINK, A_WORD, TO_TYPE = 3.0, 0.3, 5.0
OF_A_PASSAGE = 90  # words of a passage above a question, roughly
RAPID, RAPID_SHARE = 1.0, 0.1  # seconds, or share of the usual time: too fast to have read the question
SLOW = 4.0  # times the usual time
AWAY = 600.0  # seconds: the learner was away, so the time means nothing

GUESS, SURE = 1, 3  # confidence
KNEW = 0.9  # chance that a right choice was known and not guessed
NEAR_MISS = 0.5  # of the credit, where several facts are asked together


class Settings(NamedTuple):
    """`desired_retention`: the retrievability (0.7 to 0.97) at which a fact comes back; `longest` is in days."""

    desired_retention: float = 0.9
    longest: int = 3650


DEFAULTS = Settings()


def rate(review: "Review") -> int | None:
    """The FSRS rating (1 to 4) of an answer; None if it says nothing about the memory.

    Wrong or passed is Again, right is Good. Hard, a pass, is an answer that is right but unsure, nearly right, slow or
    told just before, and a wrong one about several facts with at least half the credit. A declared guess between two
    options is Again. An answer too fast to have read the question is no review. Easy is never given: a choice shows too
    little.
    """
    if review.undoes:
        return None
    if review.passed:
        return fsrs6.AGAIN
    slow = False
    if review.seconds is not None and review.seconds <= AWAY:
        usual = usual_time(review)
        if review.seconds < RAPID or review.seconds < RAPID_SHARE * usual:
            return None
        slow = review.seconds > SLOW * usual
    if not review.correct:
        return fsrs6.HARD if len(review.facts) > 1 and review.credit >= NEAR_MISS else fsrs6.AGAIN
    if review.confidence == GUESS and len(review.options) == 2:
        return fsrs6.AGAIN
    return fsrs6.HARD if review.near or slow or review.shown or _unsure(review) else fsrs6.GOOD


def _unsure(review: "Review") -> bool:
    """Whether a right answer may have been a guess, by the learner's confidence, or else by the retrievability."""
    if review.confidence is not None:
        return review.confidence == GUESS
    if review.response != "choice" or review.predicted is None or not review.options:
        return False
    guessed = (1 - review.predicted) / len(review.options)
    return review.predicted < KNEW * (review.predicted + guessed)


def usual_time(review: "Review") -> float:
    """The seconds that a question of this length usually takes."""
    return _usual_time(review.stem, review.options, bool(review.passage), review.response == "typed" or review.covered)


@lru_cache(maxsize=10_000)  # the same questions recur in a log
def _usual_time(stem: str, options: tuple[str, ...], passage: bool, typed: bool) -> float:
    words = sum(len(text.split()) for text in (stem, *options)) + (OF_A_PASSAGE if passage else 0)
    return TO_THINK + A_WORD * words + (TO_TYPE if typed else 0)


def remembered(
    fact: str, signs: Iterable[Sign], settings: Settings = DEFAULTS, before: Memory | None = None
) -> Memory | None:
    """The memory of a fact after answers in order of time; None if there are none about it.

    A fact whose meaning has changed since it was last asked begins anew. If the clock was set back, no time has passed.
    A fact that was answered wrongly though the learner was sure comes back the next day; a second answer on the same
    day does not postpone a fact. A question that only rests on a fact begins no memory of it, and is no proof that it
    was forgotten. A lapse is counted only if it is known that this fact was missed.
    """
    stability = difficulty = 0.0
    last = due = reviews = lapses = revision = 0
    if before is not None:
        stability, difficulty, reviews, lapses = before.stability, before.difficulty, before.reviews, before.lapses
        last, due, revision = moment_of(before.last), moment_of(before.due), before.revision
    # Inlined from `_nights` and `whole_days`: a long log has hundreds of thousands of answers.
    spaced, longest = fsrs6.stabilities_until(settings.desired_retention), settings.longest
    for moment, rating, meaning, sure, _, _, part in signs:
        nights, wrong = 0, rating == fsrs6.AGAIN
        if part == BESIDE and (wrong or not reviews or meaning != revision):
            continue
        if not reviews or meaning != revision:
            reviews = lapses = 0
            stability, difficulty = fsrs6.first(rating)
        else:
            passed = moment - last
            nights = 0 if passed < NIGHT_MOMENTS else round(passed / DAY_MOMENTS) or 1
            stability, difficulty = fsrs6.after(stability, difficulty, nights, rating)
        days = 1 if wrong and sure else round(stability * spaced) or 1
        then = moment + DAY_MOMENTS * min(days, longest)
        if reviews and nights == 0 and moment < due < then:
            then = due
        last, due, revision = moment, then, meaning
        reviews += 1
        lapses += wrong and nights > 0 and part == ALONE
    if not reviews:
        return None
    return Memory(fact, stability, difficulty, time_of(last), time_of(due), reviews, lapses, revision)


def whole_days(stability: float, settings: Settings = DEFAULTS) -> int:
    """The days after which a fact comes back."""
    return min(settings.longest, max(1, round(fsrs6.days_until(stability, settings.desired_retention))))


def nights_between(earlier: datetime, later: datetime) -> int:
    """The days between two answers, rounded, at least 1 if a night has passed; 0 if the clock was set back."""
    return _nights(moment_of(later) - moment_of(earlier))


def _nights(passed: int) -> int:
    """A time in microseconds as days, rounded, at least 1 if a night has passed."""
    return 0 if passed < NIGHT_MOMENTS else max(1, round(passed / DAY_MOMENTS))


def recall(memory: Memory, now: datetime) -> float:
    """The retrievability of a fact, from 0 to 1, according to FSRS."""
    return fsrs6.recall(memory.stability, max(0.0, (now - memory.last) / DAY))


def imagined(memory: Memory | None, fact: str, time: datetime, *, right: bool, settings: Settings = DEFAULTS) -> Memory:
    """The memory of a fact if it were asked at a time and answered plainly right, or wrong."""
    rating = fsrs6.GOOD if right else fsrs6.AGAIN
    if memory is None:
        stability, difficulty = fsrs6.first(rating)
    else:
        nights = nights_between(memory.last, time)
        stability, difficulty = fsrs6.after(memory.stability, memory.difficulty, nights, rating)
    return Memory(fact, stability, difficulty, time, time + whole_days(stability, settings) * DAY)
