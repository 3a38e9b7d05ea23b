"""Two entries point by point: the issues on which both have positions, then what is stated of both."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import EntryRef, Fact, Kind, ObjectType, Part, Relation, Voice
from trotskyism_cli.pack.wording import object_label

SHOWN = 3  # positions of one side on an issue
SHOWN_VALUES = 4  # of a relation
SHOWN_EVIDENCE = 2
DOCTRINE, FOLLOWERS = "ism", ("", "ists", "ites")  # endings of names: of what is held, and of who holds it
LEADER = "leader"  # one of the words of a relation to what somebody leads
HISTORIAN = "historian"  # the type of an entry whose judgement is neither side's


class Compared(NamedTuple):
    """One point of a comparison, an issue or the label of a relation, and the facts of either side on it.

    `issue` is its entry, if it is an issue; `evidence` are the facts, and the judgements of historians, that decide it.
    `matter` is an entry to which the two sides stood in different relations, if that is the point.
    """

    point: str
    left: tuple[Fact, ...]
    right: tuple[Fact, ...]
    issue: str = ""
    evidence: tuple[Fact, ...] = ()
    matter: str = ""

    @property
    def is_opposed(self) -> bool:
        """Whether what one side says contradicts what the other does."""
        return _opposed(self.left, self.right)


class _Speaker(NamedTuple):
    """Somebody whose positions are those of a side, from one day to another."""

    id: str
    first: date = date.min
    last: date = date.max


_Facts = tuple[Fact, ...]


def compare(library: Library, left: str, right: str) -> tuple[Compared, ...]:
    """Two entries point by point: first the issues on which they are opposed, then other issues, then relations."""
    return (
        *_issues(library, left, right),
        *_stands(library.pack, left, right),
        *_relations(library.pack, left, right),
    )


# ---- issues --------------------------------------------------------------------------------------------------------


def _issues(library: Library, left: str, right: str) -> list[Compared]:
    pack = library.pack
    speakers = [[_Speaker(side), *_speakers(library, side)] for side in (left, right)]
    leaders = [[*_leaders(pack, side)] for side in (left, right)]
    of_both = {each.id for each in leaders[0]} & {each.id for each in leaders[1]} | {left, right}
    for side, led in zip(speakers, leaders, strict=True):
        side += [each for each in led if each.id not in of_both]
    mine, theirs = (_positions(pack, each) for each in speakers)
    issues = [issue for issue in mine if issue in theirs and set(mine[issue]) != set(theirs[issue])]
    issues.sort(key=lambda each: (not _opposed(mine[each], theirs[each]), -pack.entries[each].importance))
    sides = {each.id for side in speakers for each in side}
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


def _positions(pack: StoredPack, speakers: Iterable[_Speaker]) -> dict[str, _Facts]:
    """The positions on each issue that somebody of these holds."""
    found: dict[str, dict[str, Fact]] = {}
    for speaker in speakers:
        for fact in pack.facts_that("holder", speaker.id):
            if fact.about and _speaks_then(speaker, fact) and not pack.corrections_of(fact.id):
                found.setdefault(fact.about, {})[fact.id] = fact
    return {issue: tuple(facts.values()) for issue, facts in found.items()}


def _speaks_then(speaker: _Speaker, fact: Fact) -> bool:
    if (speaker.first, speaker.last) == (date.min, date.max):
        return True
    return fact.date is not None and speaker.first <= fact.date.last and fact.date.first <= speaker.last


def _leaders(pack: StoredPack, body: str) -> Iterator[_Speaker]:
    """Those who led a body speak for it while they do."""
    for fact in pack.facts_with_object(body):
        is_known = fact.date is not None and not (fact.negated or fact.according_to)
        if fact.date and is_known and LEADER in pack.relations[fact.relation].words:
            yield _Speaker(fact.subject, fact.date.first, fact.date.last)


def _speakers(library: Library, side: str) -> Iterable[_Speaker]:
    """Who speaks for an entry: those that its facts name; of a doctrine without any, those that it is named after."""
    pack = library.pack
    facts = [fact for fact in pack.entries[side].facts if pack.relations[fact.relation].speaks and not fact.negated]
    declared = [fact.object.id for fact in facts if isinstance(fact.object, EntryRef)]
    stem = pack.entries[side].name.removesuffix(DOCTRINE)
    if declared or stem == pack.entries[side].name:
        return map(_Speaker, declared)
    found = (library.resolve(f"{stem}{ending}") for ending in FOLLOWERS)
    return map(_Speaker, dict.fromkeys(each.entry for each in found if each.entry and not each.reason))


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


# ---- stands --------------------------------------------------------------------------------------------------------


def _stands(pack: StoredPack, left: str, right: str) -> Iterator[Compared]:
    """What both had to do with, each otherwise: the one led what the other opposed."""
    mine, theirs = _by_matter(pack, left), _by_matter(pack, right)
    for matter in (each for each in mine if each in theirs and each not in (left, right)):
        if {fact.relation for fact in mine[matter]}.isdisjoint(fact.relation for fact in theirs[matter]):
            yield Compared(pack.entries[matter].name, _chosen(mine[matter]), _chosen(theirs[matter]), matter=matter)


def _by_matter(pack: StoredPack, side: str) -> dict[str, list[Fact]]:
    """The facts that say how somebody stood to a person, a body, an event or an idea."""
    found: dict[str, list[Fact]] = {}
    for fact in pack.entries[side].facts:
        relation = pack.relations[fact.relation]
        is_plain = not (fact.negated or fact.according_to or pack.corrections_of(fact.id))
        is_stand = relation.part == Part.POLITICS and not relation.tree and not _is_presence(relation)
        if is_plain and is_stand and isinstance(fact.object, EntryRef):
            found.setdefault(fact.object.id, []).append(fact)
    return found


def _is_presence(relation: Relation) -> bool:
    """Whether it only says that somebody was there."""
    return relation.objects == (Kind.EVENT,)


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
        is_stand = relation.part == Part.POLITICS and (Kind.CONCEPT in relation.objects or _is_presence(relation))
        if is_name or is_stand or (is_text and not relation.functional) or fact.negated or pack.corrections_of(fact.id):
            continue
        if fact.object != EntryRef(other):
            found.setdefault(relation.row or relation.label, []).append(fact)
    return found
