"""Past sessions, out of the log of reviews; and how a session went against the one before on the same topic."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from trotskyism_cli.learning.review import Review


@dataclass(frozen=True, slots=True)
class Past:
    """A session of the past: its number, counted from 1 in order of time, its id and its answers."""

    number: int
    id: str
    reviews: tuple[Review, ...]

    @property
    def begin(self) -> datetime:
        """When the first answer was given, in UTC."""
        return self.reviews[0].time

    @property
    def right(self) -> int:
        return sum(review.correct for review in self.reviews)

    @property
    def answers(self) -> int:
        return len(self.reviews)

    @property
    def percent(self) -> int:
        """Per cent of the credit to be had, rounded: the score that the session ended with."""
        return round(100 * sum(review.credit for review in self.reviews) / self.answers)

    @property
    def seconds(self) -> float | None:
        """The time taken to answer; None if it is not known of every answer."""
        taken = [review.seconds for review in self.reviews if review.seconds is not None]
        return sum(taken) if len(taken) == self.answers else None

    @property
    def topics(self) -> tuple[str, ...]:
        """Ids of the chapters that were asked about, the most asked first."""
        asked = [review.topic for review in self.reviews if review.topic]
        return tuple(sorted(dict.fromkeys(asked), key=lambda topic: -asked.count(topic)))


def past_sessions(reviews: Iterable[Review]) -> tuple[Past, ...]:
    """The sessions of reviews that are in order of time, in the order in which they began."""
    groups: dict[str, list[Review]] = {}
    for review in reviews:
        if not review.undoes:
            groups.setdefault(review.session, []).append(review)
    return tuple(Past(number, own, tuple(group)) for number, (own, group) in enumerate(groups.items(), start=1))


def last_attempt(sessions: Sequence[Past], now: Past) -> Past | None:
    """The latest session before this one on the same chapter, or, like this one, on several; None if there is none."""
    earlier = (each for each in reversed(sessions) if each.number < now.number)
    return next((each for each in earlier if _scope(each) == _scope(now)), None)


def _scope(session: Past) -> tuple[str, ...]:
    return session.topics if len(session.topics) == 1 else ()
