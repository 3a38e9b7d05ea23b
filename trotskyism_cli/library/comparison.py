"""Two entries point by point: the issues on which both have positions, then what is stated of both."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import EntryRef, Fact, ObjectType, Part, Voice
from trotskyism_cli.pack.wording import object_label

SHOWN = 3  # positions of one side on an issue
SHOWN_VALUES = 4  # of a relation
SHOWN_EVIDENCE = 2
DOCTRINE, FOLLOWERS = "ism", ("", "ists", "ites")  # endings of names: of what is held, and of who holds it
HISTORIAN = "historian"  # the type of an entry whose judgement is neither side's


class Compared(NamedTuple):
    """One point of a comparison, an issue or the label of a relation, and the facts of either side on it.

    `issue` is its entry, if it is an issue; `evidence` are the facts, and the judgements of historians, that decide it.
    """

    point: str
    left: tuple[Fact, ...]
    right: tuple[Fact, ...]
    issue: str = ""
    evidence: tuple[Fact, ...] = ()

    @property
    def is_opposed(self) -> bool:
        """Whether what one side says contradicts what the other does."""
        return _opposed(self.left, self.right)


_Facts = tuple[Fact, ...]


def compare(library: Library, left: str, right: str) -> tuple[Compared, ...]:
    """Two entries point by point: first the issues on which they are opposed, then other issues, then relations."""
    return (*_issues(library, left, right), *_relations(library.pack, left, right))


# ---- issues --------------------------------------------------------------------------------------------------------


def _issues(library: Library, left: str, right: str) -> list[Compared]:
    pack = library.pack
    speakers = [(side, *_speakers(library, side)) for side in (left, right)]
    mine, theirs = (_positions(pack, each) for each in speakers)
    issues = [issue for issue in mine if issue in theirs]
    issues.sort(key=lambda each: (not _opposed(mine[each], theirs[each]), -pack.entries[each].importance))
    sides = {each for side in speakers for each in side}
    return [
        Compared(
            pack.entries[issue].name,
            _telling(mine[issue], theirs[issue]),
            _telling(theirs[issue], mine[issue]),
            issue,
            _evidence(pack, issue, sides),
        )
        for issue in issues
    ]


def _opposed(one: _Facts, other: _Facts) -> bool:
    return any(_contradict(fact, against) for fact in one for against in other)


def _telling(side: _Facts, against: _Facts) -> _Facts:
    """The positions of a side that contradict the other side, if any do, else its most important ones.

    What the same holder said at another time that contradicts them, or is dated otherwise, stands beside them, in
    order of time.
    """
    chosen = [fact for fact in side if any(_contradict(fact, other) for other in against)]
    if not chosen:
        chosen = [fact for fact in side if not fact.supports] or list(side)
    chosen = sorted(chosen, key=lambda fact: -fact.importance)[: SHOWN - 1]
    changed = [fact for fact in side if fact not in chosen and any(_changes(fact, other) for other in chosen)]
    told = [*chosen, *sorted(changed, key=lambda fact: -fact.importance)][:SHOWN]
    return tuple(sorted(told, key=_time))


def _changes(one: Fact, other: Fact) -> bool:
    """Whether two facts are what one holder said at different times, of which one does not go with the other."""
    if one.according_to != other.according_to or one.supports:
        return False
    return _contradict(one, other) or (one.date is not None and other.date is not None and one.date != other.date)


def _contradict(one: Fact, other: Fact) -> bool:
    return one.id in other.contradicts or other.id in one.contradicts


def _time(fact: Fact) -> tuple[date, str]:
    return (fact.date.first if fact.date else date.max), fact.id


def _positions(pack: StoredPack, holders: Iterable[str]) -> dict[str, _Facts]:
    """The positions on each issue that somebody of these holds."""
    found: dict[str, dict[str, Fact]] = {}
    for holder in holders:
        for fact in pack.facts_that("holder", holder):
            if fact.about and not pack.corrections_of(fact.id):
                found.setdefault(fact.about, {})[fact.id] = fact
    return {issue: tuple(facts.values()) for issue, facts in found.items()}


def _speakers(library: Library, side: str) -> tuple[str, ...]:
    """Who speaks for an entry: those that its facts name; of a doctrine without any, those that it is named after."""
    pack = library.pack
    facts = [fact for fact in pack.entries[side].facts if pack.relations[fact.relation].speaks and not fact.negated]
    declared = [fact.object.id for fact in facts if isinstance(fact.object, EntryRef)]
    stem = pack.entries[side].name.removesuffix(DOCTRINE)
    if declared or stem == pack.entries[side].name:
        return tuple(declared)
    found = (library.resolve(f"{stem}{ending}") for ending in FOLLOWERS)
    return tuple(dict.fromkeys(each.entry for each in found if each.entry and not each.reason))


def _evidence(pack: StoredPack, issue: str, sides: set[str]) -> _Facts:
    """What is known of an issue, and what historians of neither side say of it."""
    facts = [*pack.facts_that("about", issue), *(fact for fact in pack.entries[issue].facts if fact.according_to)]
    found = dict.fromkeys(fact.id for fact in facts if _decides(pack, fact, sides))
    best = sorted((pack.facts[each] for each in found), key=lambda fact: -fact.importance)
    return tuple(best[:SHOWN_EVIDENCE])


def _decides(pack: StoredPack, fact: Fact, sides: set[str]) -> bool:
    if not fact.according_to:
        return fact.voice is not Voice.CLAIM and bool(fact.about)
    holders = list(pack.holders(fact))
    return all(HISTORIAN in (each.type, each.type.removesuffix("s")) and each.id not in sides for each in holders)


# ---- relations -----------------------------------------------------------------------------------------------------


def _relations(pack: StoredPack, left: str, right: str) -> Iterator[Compared]:
    """What is stated of both, and differs."""
    mine, theirs = _by_label(pack, left, right), _by_label(pack, right, left)
    for label in (each for each in _labels(pack) if each in mine and each in theirs):
        sides = mine[label], theirs[label]
        both = set(_values(pack, sides[0])) & set(_values(pack, sides[1]))
        one, other = (_chosen([fact for fact in side if object_label(pack, fact) not in both]) for side in sides)
        if one and other:
            yield Compared(label, one, other)


def _labels(pack: StoredPack) -> Iterable[str]:
    """The labels of points, in the order of the relations."""
    return dict.fromkeys(relation.row or relation.label for relation in pack.relations.values())


def _values(pack: StoredPack, facts: Iterable[Fact]) -> Iterator[str]:
    return (object_label(pack, fact) for fact in facts)


def _chosen(facts: list[Fact]) -> _Facts:
    """The most important facts, in order of time."""
    return tuple(sorted(sorted(facts, key=lambda fact: -fact.importance)[:SHOWN_VALUES], key=_time))


def _by_label(pack: StoredPack, side: str, other: str) -> dict[str, list[Fact]]:
    """Facts by their label: no free text unless it is the one text of its kind, no names, and not the other side."""
    found: dict[str, list[Fact]] = {}
    for fact in pack.entries[side].facts:
        relation = pack.relations[fact.relation]
        is_text = relation.object_type is ObjectType.TEXT
        is_name = is_text and relation.part == Part.LIFE and relation.inverse_functional
        if is_name or (is_text and not relation.functional) or fact.negated or pack.corrections_of(fact.id):
            continue
        if fact.object != EntryRef(other):
            found.setdefault(relation.row or relation.label, []).append(fact)
    return found
