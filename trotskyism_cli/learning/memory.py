"""How well a learner remembers a fact: what the schedule makes of the reviews, and all that the rest needs of it."""

from dataclasses import dataclass
from datetime import datetime

# Days of stability from which on a fact counts as known: nine times in ten it is then remembered three weeks later.
# It is also where Anki, which many learners come from, begins to call a card mature.
KNOWN = 21.0


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of one fact.

    `stability` is the number of days after which the recall to expect has fallen to nine tenths, `difficulty` goes
    from 1 to 10 (both as FSRS defines them). `last` and `due` are in UTC. `reviews` and `lapses` count the answers,
    and those of them that were wrong after the fact had been known. `revision` is the meaning of the fact that was
    asked (see `Fact.revision`).
    """

    fact: str
    stability: float
    difficulty: float
    last: datetime
    due: datetime
    reviews: int = 1
    lapses: int = 0
    revision: int = 1

    def is_due(self, now: datetime) -> bool:
        return self.due <= now

    def is_known(self, now: datetime) -> bool:
        """Whether the fact is firm, and nothing says that it should be asked now."""
        return self.stability >= KNOWN and not self.is_due(now)
