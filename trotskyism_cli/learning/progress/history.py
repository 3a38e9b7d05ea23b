"""Past sessions from the log of reviews, and the last session on the same chapter."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from trotskyism_cli.learning.review import Review

EXAM = "exam"
KINDS = ("quiz", EXAM, "study")  # of sessions: their ids begin so, except old ones
COMPARABLE = 5  # answers from which sessions can be compared
MOSTLY = 0.75  # share of a session's questions that makes a chapter its topic


def exam_with(seed: int) -> str:
    """The beginning of the session id of an exam with a given seed."""
    return f"{EXAM}-{seed}"


def seed_of(session: str) -> int | None:
    """The seed of an exam from its session id; None if it was no exam, or none with a given seed."""
    parts = session.split("-")
    return int(parts[1]) if len(parts) == 3 and parts[0] == EXAM and parts[1].isdecimal() else None


@dataclass(frozen=True, slots=True)
class Past:
    """A past session: its number, counted from 1 in order of time, its id and its answers."""

    number: int
    id: str
    reviews: tuple[Review, ...]

    @property
    def begin(self) -> datetime:
        """When the first answer was given, in UTC."""
        return self.reviews[0].time

    @property
    def kind(self) -> str:
        """One of KINDS; empty if it is not known."""
        kind = self.id.partition("-")[0]
        return kind if kind in KINDS else ""

    @property
    def right(self) -> int:
        return sum(review.correct for review in self.reviews)

    @property
    def answers(self) -> int:
        return len(self.reviews)

    @property
    def percent(self) -> int:
        """The score at the end of the session: the credit in per cent of the answers, rounded."""
        return round(100 * sum(review.credit for review in self.reviews) / self.answers)

    @property
    def seconds(self) -> float | None:
        """The time taken to answer; None if it is not known for every answer."""
        taken = [review.seconds for review in self.reviews if review.seconds is not None]
        return sum(taken) if len(taken) == self.answers else None

    @property
    def topic(self) -> str:
        """The id of the chapter of the session; empty if it was about several."""
        return main_topic(review.topic for review in self.reviews)


def past_sessions(reviews: Iterable[Review]) -> tuple[Past, ...]:
    """The sessions of reviews that are in order of time, in the order in which they began."""
    groups: dict[str, list[Review]] = {}
    for review in reviews:
        if not review.undoes:
            groups.setdefault(review.session, []).append(review)
    return tuple(Past(number, own, tuple(group)) for number, (own, group) in enumerate(groups.items(), start=1))


def last_attempt(sessions: Sequence[Past], topic: str, before: datetime) -> Past | None:
    """The latest session that began before a moment and was about a chapter (an id); None if there is none."""
    earlier = (each for each in reversed(sessions) if each.begin < before)
    return next((each for each in earlier if topic and each.topic == topic), None)


def main_topic(topics: Iterable[str]) -> str:
    """The chapter of at least three quarters of a session's questions; empty if there is none.

    Not all of them need to be of the chapter: a quiz on a chapter may ask a question that belongs to another.
    """
    counted = Counter(topics)
    topic, count = next(iter(counted.most_common(1)), ("", 0))
    return topic if count >= MOSTLY * counted.total() else ""
