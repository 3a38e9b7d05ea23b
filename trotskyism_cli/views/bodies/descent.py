"""The tree of descent as lines in order of time, each member with the lines that forked off from it.

Successors continue the same line; only forks start a new one. Parts of an organisation are left out unless they are
asked for or sought, had successors, or nothing else is known to have come from the last member of a line.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from trotskyism_cli.library.bodies.descent import Descent, is_part
from trotskyism_cli.library.bodies.lifespan import founding_date
from trotskyism_cli.pack.model import NOTABLE
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.bodies.member import Member, day_told, joined, member_of, year_told


def lineage(
    pack: Pack, root: Descent, sought: Collection[str], *, parts: bool = False, above: Sequence[str] = ()
) -> tuple[Member, ...]:
    """The main line of a tree of descent, leading through the `sought` entries, with all forks.

    `above` are the ancestors of `root`.
    """
    line: list[Member] = []
    node: Descent | None = root
    while node is not None:
        above = (*above, node.entry)
        children = _shown(pack, node, sought, parts=parts)
        main = _main(pack, children, sought)
        forks = [lineage(pack, each, sought, parts=parts, above=above) for each in children if each is not main]
        if not children and not {*sought}.isdisjoint(above):
            forks += [_without_forks(lineage(pack, each, sought, above=above)) for each in _notable(pack, node)]
        origins = [each for each in node.joined if _is_origin(pack, each, node)]
        forks += [(joined(pack, each, node.entry),) for each in node.joined if each not in origins]
        own = member_of(pack, node, sought, above, is_last=main is None)
        told = (_origin_told(pack, each, node, own.year) for each in origins)
        note = ", ".join(filter(None, (*told, own.note)))
        line.append(own._replace(note=note, forks=tuple(sorted(forks, key=_order))))
        node = main
    return tuple(line)


def _shown(pack: Pack, node: Descent, sought: Collection[str], *, parts: bool) -> Sequence[Descent]:
    """Children of a node that are shown."""
    found = (each for each in node.further if not _is_shortcut(pack, each, node.further))
    return [each for each in found if parts or _is_shown(pack, each, sought)]


def _notable(pack: Pack, node: Descent) -> Iterator[Descent]:
    """Notable children with a date, shown where a sought line would otherwise end."""
    for each in node.further:
        if each.fact and each.fact.date and pack.entries[each.entry].importance >= NOTABLE:
            yield each


def _without_forks(line: Sequence[Member]) -> tuple[Member, ...]:
    """A line without forks, except those of its first member."""
    return (*line[:1], *(each._replace(forks=()) for each in line[1:]))


def _is_origin(pack: Pack, node: Descent, child: Descent) -> bool:
    """Return whether `node` joined `child` when that began, rather than being absorbed later."""
    began = founding_date(pack, child.entry)
    when = node.fact.date if node.fact else None
    return began is not None and when is not None and when.begin.year <= began.begin.year


def _origin_told(pack: Pack, origin: Descent, child: Descent, year: str) -> str:
    """A further origin of a member in words: `with X` if it came the same way, else the tie, the name and the year."""
    other = joined(pack, origin, child.entry)
    if origin.fact and child.fact and origin.fact.relation == child.fact.relation:
        return f"with {pack.entries[origin.entry].phrase}"
    return f"{other.tie} {other.name}" + (f" in {other.year}" if other.year not in ("", year) else "")


def _order(fork: Sequence[Member]) -> tuple[bool, str]:
    """Sort key of forks: by the year in which each begins; unknown years last."""
    return not fork[0].year, fork[0].year


def _is_shown(pack: Pack, node: Descent, sought: Collection[str]) -> bool:
    if node.fact is None or not is_part(pack.relations[node.fact.relation]):
        return True
    return _holds(node, sought) or _is_carried_on(pack, node)


def _is_shortcut(pack: Pack, node: Descent, siblings: Iterable[Descent]) -> bool:
    """Return whether a repeated node is drawn below a sibling that its parent turned into first."""
    return node.again and any(_has_turned(pack, each) and _holds(each, (node.entry,)) for each in siblings)


def _has_turned(pack: Pack, node: Descent) -> bool:
    """Return whether the parent turned into this node, rather than losing it."""
    return node.fact is not None and pack.relations[node.fact.relation].tree == "child"


def _is_carried_on(pack: Pack, part: Descent) -> bool:
    """Return whether a part turned into something that is named after the whole ("… of the Fourth International")."""
    whole = part.fact.target if part.fact else ""
    tail = f" of {pack.entries[whole].phrase}" if whole else ""
    came = (pack.entries[each.entry].name for each in part.further if _has_turned(pack, each))
    return bool(tail) and any(name.endswith(tail) for name in came)


def _holds(node: Descent, sought: Collection[str]) -> bool:
    return (node.entry in sought and not node.again) or any(_holds(each, sought) for each in node.further)


def _main(pack: Pack, children: Sequence[Descent], sought: Collection[str]) -> Descent | None:
    """The child that continues the line: one leading to a sought entry, else one that the parent turned into.

    Time runs down a line, so a child leading to a sought entry counts only if no fork beside it is later.
    """
    leading = [each for each in children if _holds(each, sought) and not _is_overtaken(pack, each, children)]
    turned = [each for each in children if _has_turned(pack, each)]
    return max(
        leading or turned,
        key=lambda each: (not each.again, _size(each), pack.entries[each.entry].importance),
        default=None,
    )


def _is_overtaken(pack: Pack, child: Descent, children: Iterable[Descent]) -> bool:
    """Return whether anything in the forks beside a child is later than the child; mere parts do not count."""
    year = year_told(day_told(pack, child))
    others = (each for each in children if each is not child and _is_shown(pack, each, ()))
    return bool(year) and any(later > year for each in others for later in _years(pack, each))


def _years(pack: Pack, node: Descent) -> Iterator[str]:
    yield year_told(day_told(pack, node))
    for each in node.further:
        if _is_shown(pack, each, ()):
            yield from _years(pack, each)


def _size(node: Descent) -> int:
    return 1 + sum(map(_size, node.further))


def hidden_parts(members: Iterable[Member], everything: Iterable[Member]) -> int:
    """Number of entries that `everything` has and `members` has not."""
    return len({*entries_of(everything)} - {*entries_of(members)})


def entries_of(members: Iterable[Member]) -> Iterator[str]:
    """Entries of a line and of all its forks."""
    for member in members:
        yield member.entry
        for fork in member.forks:
            yield from entries_of(fork)
