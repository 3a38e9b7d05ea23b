"""Membership of organisations, e.g. of a section in its International, as opposed to descent."""

from collections.abc import Iterator

from trotskyism_cli.library.bodies.descent import Descent, descent, is_part, is_succession, way_to
from trotskyism_cli.library.bodies.lifespan import founding_date
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Fact, Kind
from trotskyism_cli.pack.pack import Pack


def own_descent(library: Library, body: str) -> Descent:
    """The tree of an organisation from its first predecessor; mere memberships do not lead up to a root."""
    pack = library.pack
    return descent(library, body, lambda fact: not is_membership(pack, fact))


def is_membership(pack: Pack, fact: Fact) -> bool:
    """Return whether an organisation only belonged to another, and did not come from it.

    A faction that began inside a party and lived on as another organisation came from it. A section older than its
    membership did not, nor did one without a successor.
    """
    body = pack.entries[fact.subject]
    if body.kind is not Kind.ORGANISATION or not fact.target or not is_part(pack.relations[fact.relation]):
        return False
    began, whole = founding_date(pack, body.id), founding_date(pack, fact.target)
    joined = [day.first for day in (whole, fact.date) if day]
    is_older = began is not None and any(began.last < day for day in joined)
    return is_older or not any(is_succession(pack, each) for each in body.facts)


def memberships(pack: Pack, body: str) -> Iterator[Fact]:
    """What an organisation belonged to, in file order."""
    facts = (fact for fact in pack.entries[body].facts if fact.target and not fact.negated)
    return (fact for fact in facts if is_part(pack.relations[fact.relation]))


def nearest_membership(pack: Pack, root: Descent, body: str) -> Fact | None:
    """A membership of an organisation in a tree, else of its nearest ancestor with one.

    None if there is none.
    """
    line = [each.entry for each in reversed(way_to(root, body))]
    found = (fact for each in line for fact in memberships(pack, each) if is_membership(pack, fact))
    return next((fact for fact in found if fact.target not in line), None)


def is_only_part(pack: Pack, root: Descent, entry: str) -> bool:
    """Return whether all that a tree tells of an entry is that it is part of something."""
    *above, node = way_to(root, entry)
    is_below = bool(above) and node.fact is not None and is_part(pack.relations[node.fact.relation])
    return is_below and not (node.further or node.joined)
