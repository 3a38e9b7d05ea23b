"""What an entry is tied to: each with the ways in which it is, and all of one kind."""

from typing import NamedTuple

from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.ties.way import How

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
    """What an entry is tied to, and in which ways.

    Of a work the years are when it was written, of anything else those of its ties; 0 where they are not known.
    It `is_own`, if the tie says no more than the kind under which it stands. `short` is how one speaks of it. It
    `is_by_the_way` if nothing ties the two but a sentence about a third, or one that has a common idea in it.
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
        """The sentence by which it is tied, without names; empty if it is tied by more than one, or by none."""
        return self.hows[0].sentence if len(self.hows) == 1 else ""

    @property
    def how(self) -> str:
        """The ways in words: `allied 1926; broke 1928`."""
        return "; ".join(each.words for each in self.hows)

    @property
    def bounds(self) -> tuple[int, int]:
        """The first and the last year; 0 for a beginning or an end that is not known: `until 1927`, `from 1908`."""
        said = {each.years.partition(" ")[0] for each in self.hows}
        return 0 if said == {"until"} else self.first_year, 0 if said == {"from"} else self.last_year


class TiedKind(NamedTuple):
    """What an entry is tied to of one kind, what it is told of with most, or what matters most, first.

    Where there is little room, it has so many rows as its `share` for each of another kind.
    """

    label: str
    tied: tuple[Tied, ...]
    share: int = 1

    @property
    def is_in_time(self) -> bool:
        """Whether it is read in order of time."""
        return self.label in IN_TIME
