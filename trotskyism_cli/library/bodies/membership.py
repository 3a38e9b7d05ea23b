"""What a body only belonged to, as a section does to its International, and its descent without that."""

from collections.abc import Iterator

from trotskyism_cli.library.bodies.descent import Descent, descent, is_part, leads_on, way_to
from trotskyism_cli.library.bodies.lifespan import day_begun
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.model import Fact, Kind
from trotskyism_cli.pack.pack import Pack


def own_descent(library: Library, body: str) -> Descent:
    """The tree of a body from the first one that it came from; what it or that only belonged to is no part of it."""
    pack = library.pack
    return descent(library, body, lambda fact: not is_membership(pack, fact))


def is_membership(pack: Pack, fact: Fact) -> bool:
    """Whether a body only belonged to another one, and did not come from it.

    A faction that began inside a party, and lived on in another body, came from the party. A section that was older
    than its membership did not, nor did one of which the book tells no life after it.
    """
    body = pack.entries[fact.subject]
    if body.kind is not Kind.ORGANISATION or not fact.target or not is_part(pack.relations[fact.relation]):
        return False
    began, whole = day_begun(pack, body.id), day_begun(pack, fact.target)
    joined = [day.first for day in (whole, fact.date) if day]
    is_older = began is not None and any(began.last < day for day in joined)
    return is_older or not any(leads_on(pack, each) for each in body.facts)


def memberships(pack: Pack, body: str) -> Iterator[Fact]:
    """What a body belonged to, in order of entry."""
    facts = (fact for fact in pack.entries[body].facts if fact.target and not fact.negated)
    return (fact for fact in facts if is_part(pack.relations[fact.relation]))


def nearest_membership(pack: Pack, root: Descent, body: str) -> Fact | None:
    """What a body of a tree only belonged to, else one that it came from; None if none of them belonged to anything."""
    line = [each.entry for each in reversed(way_to(root, body))]
    found = (fact for each in line for fact in memberships(pack, each) if is_membership(pack, fact))
    return next((fact for fact in found if fact.target not in line), None)


def is_only_part(pack: Pack, root: Descent, entry: str) -> bool:
    """Whether all that a tree tells of an entry is that it is a part of something."""
    *above, node = way_to(root, entry)
    is_below = bool(above) and node.fact is not None and is_part(pack.relations[node.fact.relation])
    return is_below and not (node.further or node.joined)
