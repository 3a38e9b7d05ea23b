"""An entry that another is connected with, the ways in which it is, and all such entries of one kind."""

from typing import NamedTuple

from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.ties.connection import How

KINDS = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.EVENT: "Events",
    Kind.CONCEPT: "Ideas",
    Kind.WORK: "Works",
    Kind.PLACE: "Places",
}
IN_TIME = (KINDS[Kind.WORK], KINDS[Kind.PLACE])


class Tied(NamedTuple):
    """An entry that another is connected with, and in which ways.

    The years are those of the ties (for a work, when it was written); 0 if unknown. `is_own`: the tie says no more than
    the heading of its kind. `short`: the name by which one speaks of it. `is_by_the_way`: only a sentence about a third
    entry, or with a very common idea, connects the two.
    """

    entry: str
    name: str
    hows: tuple[How, ...]
    rank: int
    first_year: int = 0
    last_year: int = 0
    is_own: bool = False
    short: str = ""
    is_by_the_way: bool = False

    @property
    def sentence(self) -> str:
        """Key (without names) of the sentence that is the only way; empty if there are more ways or no sentence."""
        return self.hows[0].sentence if len(self.hows) == 1 else ""

    @property
    def how(self) -> str:
        """The ways in words: `allied 1926; broke 1928`."""
        return "; ".join(each.words for each in self.hows)

    @property
    def bounds(self) -> tuple[int, int]:
        """First and last year; 0 for an unknown beginning or end: `until 1927`, `from 1908`."""
        said = {each.years.partition(" ")[0] for each in self.hows}
        return 0 if said == {"until"} else self.first_year, 0 if said == {"from"} else self.last_year


class TiedKind(NamedTuple):
    """Connected entries of one kind, the most important first.

    Where room is short, `share` is the number of its rows in proportion to other kinds.
    """

    label: str
    tied: tuple[Tied, ...]
    share: int = 1

    @property
    def is_in_time(self) -> bool:
        """True if it is shown in order of time."""
        return self.label in IN_TIME
