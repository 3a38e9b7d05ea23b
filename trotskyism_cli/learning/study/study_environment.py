"""What a study session is held with: the questions at hand, the place where answers are kept, and its terms."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from trotskyism_cli.items.model import Item
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall.gain import SECONDS_A_CARD, Pace
from trotskyism_cli.learning.study.planned import Planned

if TYPE_CHECKING:  # a first question is asked without any record of the pack, and before any review is kept
    from trotskyism_cli.learning.record.log import Learn
    from trotskyism_cli.learning.review import Review
    from trotskyism_cli.pack.pack import Pack

AHEAD = 40  # facts for which questions are made at once, if some must be made

ItemsAbout = Callable[[str, Sequence[str]], Sequence[Item]]  # a fact, and those that come after it


class Keeper(Protocol):
    """Where answers are kept for good: a log of reviews, and the memories made of it (see `log.Log`)."""

    def keep(self, review: "Review", memories: Mapping[str, Memory | None]) -> None:
        """Keep a review and the memories that it changed."""

    def append(self, review: "Review", learn: "Learn | None" = None) -> None:
        """Keep a review, and make the memories of its facts anew."""

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        """The memories of those of the facts that were ever asked for, as they are now."""

    def lately(self, fact: str) -> "Sequence[Review]":
        """The last few reviews that count and asked for a fact, in order of time."""


class StudyEnvironment(NamedTuple):
    """What a session needs around it: the pack, where to keep answers, the time, and ids that nobody else has.

    The pack is opened with the first answer: a question is there sooner without.

    Unless it is `timed`, nobody sits there whose seconds could tell anything: answers come from a pipe.
    """

    pack: "Callable[[], Pack]"
    keeper: Keeper
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    timed: bool = True


class Terms(NamedTuple):
    """At most so many new facts, until when, and whether new facts are shown before they are asked.

    `again` says whether a mistake comes back in the same session; `pace` is the learner's. `eases` lets facts change
    places so that a newcomer begins with choices; not where somebody wants to begin with some facts. `foreseen` are the
    facts for which questions will come, if that was found out beforehand. `covers` lets choices come back without their
    options, until an answer was tried; not where answers come from a pipe, a line for each question.
    """

    new: int = 5
    until: datetime | None = None
    lessons: bool = False
    again: bool = True
    pace: Pace = Pace(card=SECONDS_A_CARD)
    eases: bool = True
    foreseen: frozenset[str] | None = None
    covers: bool = False


def seconds_of(planned: Planned, pace: Pace, *, shown: bool) -> float:
    """The seconds to expect of a question about a fact; if it was `shown` a few questions before, it will be right."""
    return pace.right if shown else pace.seconds(planned.recall or 0.0)
