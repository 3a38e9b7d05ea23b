"""The edited view of descent: a line of members in order of time, each with the lines that forked off from it.

Only forks are lines of their own: what one body became, and what that became, stand one below the other. Parts of a
body are left out unless they are asked for, are what is sought, or something came of them.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from trotskyism_cli.library.descent import Descent, comes_from, is_part
from trotskyism_cli.library.lifespan import day_begun
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation
from trotskyism_cli.pack.wording import fact_sentence, holder_names

LATER = "the later "  # before the name of what was founded by those who had left another body before
_THE = lazy_regex(r"^[Tt]he ")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a line: when it began, how it came from the one above (`became`, `split off`), what forked off.

    `note` says until when it was so, whose view that is, and whether it is disputed. `again` is set where its own line
    is drawn elsewhere. `short` is its name without an end that names a member above it; empty if it has none.
    """

    entry: str
    name: str
    year: str
    tie: str = ""
    note: str = ""
    is_sought: bool = False
    again: bool = False
    forks: tuple[tuple["Member", ...], ...] = ()
    short: str = ""


def lineage(
    pack: Pack, root: Descent, sought: Collection[str], *, parts: bool = False, above: Sequence[str] = ()
) -> tuple[Member, ...]:
    """The main line of a tree of descent, through what is sought, with everything that forked off from it.

    `above` are the entries that stand above its root.
    """
    line: list[Member] = []
    node: Descent | None = root
    while node is not None:
        children = [
            each
            for each in node.further
            if _is_shown(pack, each, sought, parts=parts) and not _is_shortcut(pack, each, node.further)
        ]
        main = _main(pack, children, sought)
        above = (*above, node.entry)
        forks = [lineage(pack, each, sought, parts=parts, above=above) for each in children if each is not main]
        origins = [each for each in node.joined if _is_origin(pack, each, node)]
        forks += [(_joined(pack, each, node.entry),) for each in node.joined if each not in origins]
        member = _member(pack, node, sought, tuple(sorted(forks, key=_order)), above)
        told = (f"{each.tie} {each.name}" for each in (_joined(pack, each, node.entry) for each in origins))
        line.append(replace(member, note=", ".join(filter(None, (*told, member.note)))))
        node = main
    return tuple(line)


def _is_origin(pack: Pack, node: Descent, child: Descent) -> bool:
    """Whether a member of a line came from something else as well when it began, and did not take it in later."""
    began = day_begun(pack, child.entry)
    when = node.fact.date if node.fact else None
    return began is not None and when is not None and when.begin.year <= began.begin.year


def _order(fork: Sequence[Member]) -> tuple[bool, str]:
    """By the year in which it begins, if that is known."""
    return not fork[0].year, fork[0].year


def _is_shown(pack: Pack, node: Descent, sought: Collection[str], *, parts: bool) -> bool:
    if parts or node.fact is None or not is_part(pack.relations[node.fact.relation]):
        return True
    return _holds(node, sought) or _is_carried_on(pack, node)


def _is_shortcut(pack: Pack, node: Descent, siblings: Iterable[Descent]) -> bool:
    """Whether it is drawn elsewhere as what came of one of its own siblings, into which the parent turned first."""
    return node.again and any(_has_turned(pack, each) and _holds(each, (node.entry,)) for each in siblings)


def _has_turned(pack: Pack, node: Descent) -> bool:
    """Whether the parent turned into it, and did not only lose it."""
    return node.fact is not None and pack.relations[node.fact.relation].tree == "child"


def _is_carried_on(pack: Pack, part: Descent) -> bool:
    """Whether a whole lived on in what came of its part: that is named after the whole."""
    whole = part.fact.target if part.fact else ""
    tail = f" of {pack.entries[whole].phrase}" if whole else ""
    came = (pack.entries[each.entry].name for each in part.further if _has_turned(pack, each))
    return bool(tail) and any(name.endswith(tail) for name in came)


def _holds(node: Descent, sought: Collection[str]) -> bool:
    return (node.entry in sought and not node.again) or any(_holds(each, sought) for each in node.further)


def _main(pack: Pack, children: Sequence[Descent], sought: Collection[str]) -> Descent | None:
    """The child that goes on the line: one that leads to what is sought, else one that its parent turned into."""
    leading = [each for each in children if _holds(each, sought)]
    turned = [each for each in children if _has_turned(pack, each)]
    return max(
        leading or turned,
        key=lambda each: (not each.again, _size(each), pack.entries[each.entry].importance),
        default=None,
    )


def _size(node: Descent) -> int:
    return 1 + sum(map(_size, node.further))


def _member(
    pack: Pack,
    node: Descent,
    sought: Collection[str],
    forks: tuple[tuple[Member, ...], ...],
    above: Sequence[str],
) -> Member:
    entry, fact = pack.entries[node.entry], node.fact
    relation = pack.relations[fact.relation] if fact else None
    when = fact.when if fact else None
    began = pack.day_known(entry)
    if relation and is_part(
        relation
    ):  # it may have joined when it had been there for years, or be named a part for all
        when = max((each for each in (began, when) if each), key=lambda each: each.begin, default=None)
    later = _dated_later(pack, entry, when) if fact else ""
    is_begun = later and day_begun(pack, entry.id) == began
    name = f"{LATER}{_THE.sub('', _name(entry, when))}" if is_begun else _name(entry, when)
    return Member(
        entry=node.entry,
        name=name,
        year=_year(when or began),
        tie=_tie(relation, fact, node.entry) if relation and fact else "",
        note=", ".join(filter(None, (later, _elsewhere(pack, fact), _with_others(pack, fact), _note(pack, fact))))
        if fact
        else "",
        is_sought=node.entry in sought and not node.again,
        again=node.again,
        forks=forks,
        short=_without_end(pack, name, above),
    )


def with_year(pack: Pack, node: Descent) -> str:
    """The name of a member of a tree, with the year in which it had begun."""
    entry = pack.entries[node.entry]
    year = _year(day_begun(pack, entry.id) or (node.fact.when if node.fact else None))
    return f"{entry.name} ({year})" if year else entry.name


def _joined(pack: Pack, node: Descent, into: str) -> Member:
    """What else a member of a line came from, or took in, and when that had begun."""
    entry, fact = pack.entries[node.entry], node.fact
    began = _year(pack.day_known(entry))
    relation = pack.relations[fact.relation] if fact else None
    is_own = fact is not None and fact.subject == into
    label = (relation.label if is_own else relation.inverse_label or relation.label) if relation else ""
    note = f"begun {began}" if began else ""
    return Member(entry.id, entry.name, _year(fact.when if fact else None), label, note)


def _without_end(pack: Pack, name: str, above: Iterable[str]) -> str:
    """A name without the end that names what stands above it (`of the Fourth International`); empty if it has none."""
    tails = (f" of {pack.entries[each].phrase}" for each in above)
    return next((name.removesuffix(tail) for tail in tails if name.endswith(tail)), "")


def _name(entry: Entry, when: Date | None) -> str:
    """The name that it had then, of several within that time the last."""
    names = [each.name for each in entry.dated_names if when and each.when.first <= when.last <= each.when.last]
    return names[-1] if names else entry.name


def _tie(relation: Relation, fact: Fact, child: str) -> str:
    """What the member above did: it became its child, or its child split off from it."""
    if is_part(relation):
        return f"{relation.label} it"
    return relation.inverse_label or relation.label if fact.subject == child else relation.label


def _note(pack: Pack, fact: Fact) -> str:
    until = f"until {fact.when.end.year}" if fact.when and fact.when.is_span and fact.when.end else ""
    holder = f"according to {holder_names(pack, fact)}" if fact.according_to else ""
    disputed = "disputed" if fact.voice is Voice.DISPUTED else ""
    return ", ".join(filter(None, (until, holder, disputed)))


def _dated_later(pack: Pack, entry: Entry, when: Date | None) -> str:
    """When a body was founded, if that was in a later year than that in which its people came from another one."""
    fact = next((fact for fact in entry.facts if fact.object == pack.day_known(entry)), None)
    is_later = fact and fact.date and when and fact.date.begin.year > when.begin.year
    return f"{pack.relations[fact.relation].label} {_year(fact.date)}" if is_later and fact else ""


def _elsewhere(pack: Pack, fact: Fact) -> str:
    """What a body belonged to into which another one turned that had not belonged to it."""
    if pack.relations[fact.relation].tree != "child" or not fact.target:
        return ""
    known = _wholes(pack, fact.subject)
    wholes = [each for each in _wholes(pack, fact.target) if each not in known]
    return f"part of {pack.entries[wholes[0]].phrase}" if wholes else ""


def _with_others(pack: Pack, fact: Fact) -> str:
    """Some of what other body joined when one went up in another: it has the same origin, and the sentence names it."""
    if pack.relations[fact.relation].tree != "child" or not fact.target:
        return ""
    said = fact_sentence(pack, fact)
    for whole in _wholes(pack, fact.subject):
        tail = f" of {pack.entries[whole].phrase}"
        for other in (pack.entries[each.subject] for each in pack.facts_with_object(whole) if comes_from(pack, each)):
            is_named = any(name in said for name in (other.name.removesuffix(tail), *other.names))
            if is_named and other.id not in fact.ends and whole not in _wholes(pack, other.id):
                return f"with some of {other.phrase.removesuffix(tail)}"
    return ""


def _wholes(pack: Pack, own_id: str) -> list[str]:
    """What something was a part of."""
    facts = (fact for fact in pack.entries[own_id].facts if fact.target and not fact.negated)
    return [fact.target for fact in facts if is_part(pack.relations[fact.relation])]


def hidden_parts(members: Iterable[Member], everything: Iterable[Member]) -> int:
    """How many members a tree with all parts has more than another one."""
    return len({*entries_of(everything)} - {*entries_of(members)})


def entries_of(members: Iterable[Member]) -> Iterator[str]:
    """The entries of a line and of all that forked off from it."""
    for member in members:
        yield member.entry
        for fork in member.forks:
            yield from entries_of(fork)


def _year(when: Date | None) -> str:
    return str(when.begin.year) if when else ""
