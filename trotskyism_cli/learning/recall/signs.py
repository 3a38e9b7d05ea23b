"""What an answer says about the memory of one fact: all that schedule and traces need of a review, in seven values.

Signs are stored beside each review, so that memories can be recomputed without reading every question again.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from trotskyism_cli.learning.answering.parts import ALONE

SHAPE = "2"  # change this whenever `reading.signs_of` does: all are then recomputed
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
NOTHING = 0  # the rating of an answer that says nothing about memory


class Sign(NamedTuple):
    """`moment` in microseconds from 1970 (UTC), `rating` of FSRS (1 to 4; NOTHING), `revision` of the fact.

    `sure`: the learner said so. `correct`, and the chance to be right by a `guess`, as in `traces.Evidence`. `part` is
    the role of the fact in its question, as in `parts.Part`.
    """

    moment: int
    rating: int
    revision: int
    sure: bool
    correct: bool
    guess: float
    part: int = ALONE


def moment_of(time: datetime) -> int:
    """A time in microseconds from 1970 (UTC)."""
    return (time - BEGINNING) // MICROSECOND


def time_of(moment: int) -> datetime:
    """The time of a moment (microseconds from 1970), in UTC."""
    return BEGINNING + timedelta(microseconds=moment)
