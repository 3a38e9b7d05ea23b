"""How well a learner remembers a fact: the state that the schedule computes from the reviews."""

from datetime import datetime
from typing import NamedTuple


class Memory(NamedTuple):
    """The state of one fact.

    `stability` is the number of days after which retrievability has fallen to 0.9, `difficulty` goes from 1 to 10 (both
    as in FSRS). `last` and `due` are in UTC. `reviews` counts the answers, `lapses` the wrong ones after the fact had
    been known. `revision` is that of the fact when it was asked (see `Fact.revision`).
    """

    fact: str
    stability: float
    difficulty: float
    last: datetime
    due: datetime
    reviews: int = 1
    lapses: int = 0
    revision: int = 1
