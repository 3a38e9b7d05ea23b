"""A fact that a study session is to ask, and why."""

from enum import StrEnum
from typing import NamedTuple

from trotskyism_cli.learning.memory import Memory

LAPSES_OF_FAILING = 4  # lapses from which a fact is asked in another form each time


class Reason(StrEnum):
    """Why a fact is asked."""

    DUE = "due"
    CHANGED = "changed"
    NEW = "new"
    LOOKED_UP = "looked up"
    WORTH = "worth it"


class Planned(NamedTuple):
    """A fact to ask. `recall` is its retrievability now (0 to 1), `memory` its state; both are None if it is new.

    `beside` is the fact asked just before, if the two are easily confused.
    """

    fact: str
    reason: Reason
    recall: float | None = None
    memory: Memory | None = None
    beside: str = ""

    @property
    def keeps_failing(self) -> bool:
        return self.memory is not None and keeps_failing(self.memory)


def keeps_failing(memory: Memory) -> bool:
    """Whether a fact keeps failing."""
    return memory.lapses >= LAPSES_OF_FAILING
