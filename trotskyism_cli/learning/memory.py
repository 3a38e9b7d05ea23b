"""How well a learner remembers a fact: what the schedule makes of the reviews, and all that the rest needs of it."""

from datetime import datetime
from typing import NamedTuple


class Memory(NamedTuple):
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
