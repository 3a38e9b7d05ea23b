"""Descent of organisations: what came from what, by the relations declared `tree`."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, Fact, by_time
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation

PART = "part"  # in the `words` of a relation whose subject is a part of its object


class Descent(NamedTuple):
    """A node in a tree of descent: an entry, the fact that connects it to its parent, and its children.

    `further` are the children. `again` marks a second occurrence, where two lines merge; its children are at the first
    one. `joined` are other origins that are not in the tree, each with its fact.
    """

    entry: str
    fact: Fact | None = None
    further: tuple["Descent", ...] = ()
    again: bool = False
    joined: tuple["Descent", ...] = ()


def descent(library: Library, entry_id: str, is_origin: Callable[[Fact], bool] = lambda _: True) -> Descent:
    """The tree of descent that an entry belongs to, from its root.

    The root is found by following only facts that pass `is_origin`.
    """
    seen: set[str] = set()
    root = _below(library.pack, _root(library.pack, entry_id, is_origin), None, seen)
    return _with_joined(library.pack, root, seen)


def way_to(root: Descent, entry_id: str) -> tuple[Descent, ...]:
    """Nodes from the root down to an entry, at its first occurrence; empty if it is not in the tree."""
    if root.entry == entry_id and not root.again:
        return (root,)
    below = next((way for each in root.further if (way := way_to(each, entry_id))), ())
    return (root, *below) if below else ()


def _root(pack: StoredPack, entry_id: str, is_origin: Callable[[Fact], bool]) -> str:
    seen = {entry_id}
    here = entry_id
    while True:
        origins = [each for each in _origins(pack, here) if each[0] not in seen and is_origin(each[1])]
        if not origins:
            return here
        here = _first(pack, here, origins)
        seen.add(here)


def _first(pack: StoredPack, entry_id: str, origins: Sequence[tuple[str, Fact]]) -> str:
    """The origin from which an entry began; what it absorbed later, or is a part of, comes last."""
    years = [fact.date.begin.year for _, fact in origins if fact.date]
    known = pack.first_known_date(pack.entries[entry_id])
    began = min((*years, *((known.begin.year,) if known else ())), default=0)

    def order(origin: tuple[str, Fact]) -> tuple[bool, bool, bool]:
        fact = origin[1]
        is_later = fact.date is not None and fact.date.begin.year > began
        return is_part(pack.relations[fact.relation]), is_later, not is_succession(pack, fact)

    return min(origins, key=order)[0]


def _with_joined(pack: StoredPack, node: Descent, inside: Collection[str]) -> Descent:
    """A tree completed with the origins of its members that are not `inside` it."""
    further = tuple(_with_joined(pack, each, inside) for each in node.further)
    joined = (
        Descent(origin, fact)
        for origin, fact in _origins(pack, node.entry)
        if origin not in inside and not node.again and not is_part(pack.relations[fact.relation])
    )
    return node._replace(further=further, joined=tuple(joined))


def _below(pack: StoredPack, entry_id: str, fact: Fact | None, seen: set[str]) -> Descent:
    seen.add(entry_id)
    children = sorted(_offspring(pack, entry_id), key=lambda each: by_time(each[1]))
    further: dict[str, Descent] = {}
    # Successors first: if a split-off later merged into one, the successor's place in the tree is here.
    for child, tie in sorted(children, key=lambda each: not is_succession(pack, each[1])):
        if child not in seen:
            further[tie.id] = _below(pack, child, tie, seen)
        elif is_succession(pack, tie):
            further[tie.id] = Descent(child, tie, again=True)
    return Descent(entry_id, fact, tuple(further[tie.id] for _, tie in children if tie.id in further))


def _origins(pack: StoredPack, entry_id: str) -> Iterator[tuple[str, Fact]]:
    """Direct origins of an entry: what it split off from or is part of, and what turned into it."""
    yield from ((fact.subject, fact) for fact in pack.facts_with_object(entry_id) if is_succession(pack, fact))
    for fact in pack.entries[entry_id].facts:
        if is_origin_or_part(pack, fact) and fact.target:
            yield fact.target, fact


def _offspring(pack: StoredPack, entry_id: str) -> Iterator[tuple[str, Fact]]:
    for fact in pack.entries[entry_id].facts:
        if is_succession(pack, fact) and fact.target:
            yield fact.target, fact
    yield from ((fact.subject, fact) for fact in pack.facts_with_object(entry_id) if is_origin_or_part(pack, fact))


def is_succession(pack: Pack, fact: Fact) -> bool:
    """Return whether the object of a fact came from its subject."""
    return pack.relations[fact.relation].tree == "child" and not fact.negated


def merger_date(pack: Pack, body: Entry) -> Date | None:
    """When an organisation turned into another or merged into it.

    None if it did not, or led on to others later.
    """
    turned = [fact for fact in body.facts if fact.date and is_succession(pack, fact) and pack.is_known(fact)]
    last = max(turned, key=lambda fact: fact.date.last if fact.date else date.min, default=None)
    return last.date if last and pack.relations[last.relation].functional else None


def is_origin_or_part(pack: Pack, fact: Fact) -> bool:
    """Return whether the subject of a fact came from its object, or is part of it."""
    return pack.relations[fact.relation].tree == "parent" and not fact.negated


def parts_of(pack: Pack, entry: str) -> list[str]:
    """Entries that came from an entry or are part of it."""
    return [fact.subject for fact in pack.facts_with_object(entry) if is_origin_or_part(pack, fact)]


def wholes_of(pack: Pack, entry: str) -> list[str]:
    """Entries that an entry came from or is part of."""
    return [fact.target for fact in pack.entries[entry].facts if is_origin_or_part(pack, fact) and fact.target]


def is_part(relation: Relation) -> bool:
    """Return whether a relation says that its subject is a part of its object, rather than that it came from it."""
    return relation.tree == "parent" and PART in relation.words
