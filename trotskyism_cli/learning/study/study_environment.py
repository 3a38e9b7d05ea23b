"""What a study session needs: the items, where answers are stored, and its terms."""

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

AHEAD = 40  # following facts for which items may be made at once

ItemsAbout = Callable[[str, Sequence[str]], Sequence[Item]]  # called with a fact, and those that come after it


class Keeper(Protocol):
    """Stores answers: a log of reviews, and the memories computed from it (see `log.Log`)."""

    def keep(self, review: "Review", memories: Mapping[str, Memory | None]) -> None:
        """Store a review and the memories that it changed."""

    def append(self, review: "Review", learn: "Learn | None" = None) -> None:
        """Store a review and recompute the memories of its facts."""

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        """The current memories of those of the facts that were ever asked."""

    def lately(self, fact: str) -> "Sequence[Review]":
        """The last few reviews that count and asked for a fact, in order of time."""


class StudyEnvironment(NamedTuple):
    """What a session needs around it: the pack, where to store answers, a clock, and unique ids.

    The pack is opened with the first answer, so that the first question comes sooner. Without `timed` the seconds of
    answers mean nothing, e.g. if they come from a pipe.
    """

    pack: "Callable[[], Pack]"
    keeper: Keeper
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    timed: bool = True


class Terms(NamedTuple):
    """At most `new` new facts, the end time `until`, and whether new facts are shown before they are asked (`lessons`).

    `again`: a mistake comes back in the same session. `pace` is the learner's. `eases`: facts may change places so that
    a newcomer begins with choices; not if the learner chose the facts to begin with. `foreseen`: the facts for which
    questions will come, if that was computed beforehand. `covers`: choices may hide their options until the learner has
    tried to answer; not if answers come from a pipe, with a line for each question.
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
    """The expected seconds of a question about a fact; one `shown` a few questions before will be answered right."""
    return pace.right if shown else pace.seconds(planned.recall or 0.0)
