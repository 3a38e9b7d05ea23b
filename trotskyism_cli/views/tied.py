"""What an entry is tied to: each with the ways in which it is, and all of one kind; and what is known of all these."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from trotskyism_cli.library.ties import Step
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.how_tied import How

KINDS = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.EVENT: "Events",
    Kind.CONCEPT: "Ideas",
    Kind.WORK: "Works",
    Kind.PLACE: "Places",
}
IN_TIME = (KINDS[Kind.WORK], KINDS[Kind.PLACE])


@dataclass(frozen=True, slots=True)
class Tied:
    """What an entry is tied to, and in which ways.

    Of a work the years are when it was written, of anything else those of its ties; 0 where they are not known.
    It `is_own`, if the tie says no more than the kind under which it stands. `short` is how one speaks of it. The
    `sentence` by which it is tied is without names; empty if it is tied by more than one sentence.
    """

    entry: str
    name: str
    hows: tuple[How, ...]
    rank: int
    first_year: int = 0
    last_year: int = 0
    is_own: bool = False
    short: str = ""
    sentence: str = ""

    @property
    def how(self) -> str:
        """The ways in words: `allied 1926; broke 1928`."""
        return "; ".join(each.words for each in self.hows)

    @property
    def bounds(self) -> tuple[int, int]:
        """The first and the last year; 0 for a beginning or an end that is not known: `until 1927`, `from 1908`."""
        said = {each.years.partition(" ")[0] for each in self.hows}
        return 0 if said == {"until"} else self.first_year, 0 if said == {"from"} else self.last_year


@dataclass(frozen=True, slots=True)
class TiedKind:
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


class ToldWith(NamedTuple):
    """With whom and what the sentences of the book tell of an entry.

    `pairs` are the sentences that name it with each of some people; by these alone it is tied to those who stand
    `apart`: no fact ties it to them, or at most a body of which one of the two was a member. `named` is what it is
    told of with and no fact ties it to, what is closest first; if that `is_all`, it may be told at length.
    `together` says how much is told of it and of each of those that are no people.
    """

    pairs: Mapping[str, Sequence[Step]] = MappingProxyType({})
    apart: Container[str] = ()
    named: Iterable[str] = ()
    together: Mapping[str, int] = MappingProxyType({})
    is_all: bool = False
