"""The descent of what somebody founded, led or chaired: each such body, what it came from, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trotskyism_cli.library.descent import Descent, descent, way_to
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.descent import Member, lineage, with_year

HEADED = frozenset(("founder", "leader", "chairman"))  # words of the relations that say that a body was somebody's


@dataclass(frozen=True, slots=True)
class OwnTree:
    """A body that was somebody's, what it came from (the oldest first), and all bodies that were theirs."""

    root: Descent
    came_from: tuple[Descent, ...]
    own: frozenset[str]


def trees_of(library: Library, person: str) -> tuple[OwnTree, ...]:
    """The trees of what somebody founded, led or chaired, in order of time; of a body inside another of theirs none."""
    pack = library.pack
    own = frozenset(_own_bodies(pack, person))
    trees: list[OwnTree] = []
    for body in sorted(own, key=lambda each: _begun(pack, each)):
        *above, node = way_to(descent(library, body), body)
        is_within = any(way_to(each.root, body) for each in trees) or any(each.entry in own for each in above)
        if not is_within:
            trees.append(OwnTree(node, tuple(above), own))
    return tuple(trees)


@dataclass(frozen=True, slots=True)
class OwnLine:
    """What came of a body that was somebody's, and in words what that came from, the oldest first."""

    came_from: tuple[str, ...]
    members: tuple[Member, ...]

    @property
    def is_alone(self) -> bool:
        """Whether nothing came before or after it."""
        return not self.came_from and len(self.members) == 1 and not self.members[0].forks


def own_lineage(pack: Pack, tree: OwnTree, *, parts: bool = False) -> OwnLine:
    """The tree of a body that was somebody's as a line with its forks."""
    above = [each.entry for each in tree.came_from]
    members = lineage(pack, tree.root, tree.own, parts=parts, above=above)
    return OwnLine(tuple(with_year(pack, each) for each in tree.came_from), members)


def _own_bodies(pack: Pack, person: str) -> Iterator[str]:
    for fact in (*pack.entries[person].facts, *pack.facts_with_object(person)):
        body = fact.target if fact.subject == person else fact.subject
        is_headed = not HEADED.isdisjoint(pack.relations[fact.relation].words) and not fact.negated
        if body and is_headed and pack.entries[body].kind is Kind.ORGANISATION:
            yield body


def _begun(pack: Pack, body: str) -> tuple[date, str]:
    began = pack.day_known(pack.entries[body])
    return (began.first if began else date.max), body
