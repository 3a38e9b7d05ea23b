"""When a fact comes back: FSRS, with one card for each fact and the rating drawn from what happened.

The only module that knows the `fsrs` package, and it loads it only to take in an answer: to see what is due needs none.
What comes out depends on the reviews alone (no chance, no clock), so it can be computed anew from the log at any time.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.review import Review

if TYPE_CHECKING:
    from fsrs import Rating, Scheduler

NIGHT = timedelta(hours=8)  # so much between two answers, and a night counts as passed: 20:00 and 9:00 are two days
DECAY = 0.1542  # of FSRS 6, with its default parameters
FACTOR = math.pow(0.9, -1 / DECAY) - 1  # so that recall is nine tenths after as many days as the stability says

# Seconds to read and answer: a usual reader takes some 200 words a minute.
TO_THINK, A_WORD, TO_TYPE = 3.0, 0.3, 5.0
RAPID, RAPID_SHARE = 1.0, 0.1  # seconds, or of the usual time: nobody has read the question
SLOW = 4.0  # times the usual time
AWAY = 600.0  # seconds: nobody was there, which says nothing

GUESS, SURE = 1, 3  # confidence
KNEW = 0.9  # chance that a right choice was known and not guessed
NEAR_MISS = 0.5  # of the credit, where several facts are asked at once


class Settings(NamedTuple):
    """`desired_retention` is the recall (0.7 to 0.97) at which a fact comes back; `longest` is in days."""

    desired_retention: float = 0.9
    longest: int = 3650


DEFAULTS = Settings()


def rate(review: Review, usual_seconds: float | None = None) -> "Rating | None":
    """What an answer says of the memory; None if it says nothing.

    Wrong or passed is Again, right is Good. Right but unsure, nearly right, slow or told just before is Hard: a pass.
    A rapid guess is no review, right or wrong. Easy is never given: a choice shows too little. `usual_seconds` is what
    such a question usually takes.
    """
    from fsrs import Rating  # see above

    if review.undoes:
        return None
    if review.passed:
        return Rating.Again
    usual = usual_time(review) if usual_seconds is None else usual_seconds
    seconds = review.seconds if review.seconds is not None and review.seconds <= AWAY else None
    if seconds is not None and seconds < max(RAPID, RAPID_SHARE * usual):
        return None
    if not review.correct:
        return Rating.Hard if len(review.facts) > 1 and review.credit >= NEAR_MISS else Rating.Again
    if review.confidence == GUESS and len(review.options) == 2:
        return Rating.Again
    slow = seconds is not None and seconds > SLOW * usual
    return Rating.Hard if review.near or slow or review.shown or _unsure(review) else Rating.Good


def _unsure(review: Review) -> bool:
    """Whether a right answer may well have been a guess: as the learner says, or else as the recall expected says."""
    if review.confidence is not None:
        return review.confidence == GUESS
    if review.response != "choice" or review.predicted is None or not review.options:
        return False
    guessed = (1 - review.predicted) / len(review.options)
    return review.predicted < KNEW * (review.predicted + guessed)


def usual_time(review: Review) -> float:
    """Seconds that a question of such a length usually takes."""
    words = sum(len(text.split()) for text in (review.stem, *review.options))
    return TO_THINK + A_WORD * words + (TO_TYPE if review.response == "typed" else 0)


def replay(reviews: Iterable[Review], settings: Settings = DEFAULTS) -> dict[str, Memory]:
    """The memory of each fact after reviews in the order of the log, without those that a later one undoes."""
    every = list(reviews)
    undone = {review.undoes for review in every if review.undoes}
    memories: dict[str, Memory] = {}
    for review in every:
        if review.id not in undone:
            memories.update(taken_in(memories, review, settings))
    return memories


def taken_in(memories: Mapping[str, Memory], review: Review, settings: Settings = DEFAULTS) -> dict[str, Memory]:
    """The memories that a review changes, as they are after it."""
    found = ((fact, advance(memories.get(fact), review, fact, settings)) for fact in dict.fromkeys(review.facts))
    return {fact: memory for fact, memory in found if memory is not None}


def advance(memory: Memory | None, review: Review, fact: str = "", settings: Settings = DEFAULTS) -> Memory | None:
    """The memory of a fact after a review (of its first fact, if none is named): what `replay` gives, one step of it.

    A fact whose meaning has changed since it was last asked begins anew. A clock that was set back makes no time pass.
    """
    fact = fact or review.facts[0]
    rating = rate(review)
    if rating is None:
        return memory
    revision = _revision(review, fact)
    if memory is not None and memory.revision != revision:
        memory = None
    time = review.time.astimezone(UTC)
    nights = nights_between(memory.last, time) if memory else 0
    stability, difficulty, due = _scheduled(memory, rating, time, nights, settings)
    wrong = rating.value == 1
    if wrong and review.confidence == SURE:
        due = min(due, time + DAY)  # an error made with confidence comes back unless it is met again soon
    if memory and nights == 0 and memory.due > time:
        due = min(due, memory.due)  # asked twice a day, a fact is not put off further
    return Memory(
        fact=fact,
        stability=stability,
        difficulty=difficulty,
        last=time,
        due=due,
        reviews=memory.reviews + 1 if memory else 1,
        lapses=(memory.lapses if memory else 0) + (wrong and nights > 0),
        revision=revision,
    )


def _revision(review: Review, fact: str) -> int:
    place = review.facts.index(fact)
    return review.revisions[place] if place < len(review.revisions) else 1


def _scheduled(
    memory: Memory | None, rating: "Rating", time: datetime, nights: int, settings: Settings
) -> tuple[float, float, datetime]:
    """Stability, difficulty and the time when it is due, after a rating."""
    from fsrs import Card, State  # see above

    # A card that is given no id waits a millisecond to find one.
    card = Card(card_id=1, due=time)
    if memory is not None:
        card = Card(
            card_id=1,
            state=State.Review,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=time,
            last_review=time - nights * DAY,
        )
    after, _ = _scheduler(settings).review_card(card, rating, time)
    if after.stability is None or after.difficulty is None:
        raise RuntimeError("FSRS gave a card without a state")
    return after.stability, after.difficulty, after.due


@lru_cache
def _scheduler(settings: Settings) -> "Scheduler":
    from fsrs import Scheduler  # see above

    # No steps of minutes: a wrong fact returns within the session anyway. No fuzz: a replay must give the same.
    return Scheduler(
        desired_retention=settings.desired_retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=settings.longest,
        enable_fuzzing=False,
    )


def nights_between(earlier: datetime, later: datetime) -> int:
    """Whole days between two answers, rounded, but a night counts; 0 if the clock was set back."""
    passed = later - earlier
    if passed < NIGHT:
        return 0
    return max(1, round(passed / DAY))


def recall(memory: Memory, now: datetime) -> float:
    """The chance, from 0 to 1, that a fact is remembered at a time, as FSRS expects it."""
    days = max(0.0, (now - memory.last) / DAY)
    return math.pow(1 + FACTOR * days / memory.stability, -DECAY)


def interval(stability: float, settings: Settings = DEFAULTS) -> float:
    """Days until the recall has fallen to the retention desired."""
    days = stability / FACTOR * (math.pow(settings.desired_retention, -1 / DECAY) - 1)
    return min(float(settings.longest), max(1.0, days))


def imagined(memory: Memory | None, fact: str, time: datetime, *, right: bool, settings: Settings = DEFAULTS) -> Memory:
    """The memory of a fact if it were asked at a time and the answer were plainly right, or wrong."""
    from fsrs import Rating  # see above

    nights = nights_between(memory.last, time) if memory else 0
    rating = Rating.Good if right else Rating.Again
    stability, difficulty, due = _scheduled(memory, rating, time, nights, settings)
    return Memory(fact, stability, difficulty, time, due)
