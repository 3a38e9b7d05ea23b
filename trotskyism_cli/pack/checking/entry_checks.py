"""Checks of entries and their facts. All run in one pass, as a large pack keeps its entries in a file."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation
from trotskyism_cli.pack.text.places import Places
from trotskyism_cli.pack.text.problems import Problem


class EntryCheck:
    """A check that is given each entry once, in pack order, and reports at the end what only the whole shows."""

    def __init__(self, pack: Pack, places: Places) -> None:
        self.pack = pack
        self.places = places

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """Problems of one entry."""
        yield from ()

    def of_all(self) -> Iterator[Problem]:
        """Problems that show only after all entries have been seen."""
        yield from ()

    def facts(self, entry: Entry) -> Iterator[tuple[Fact, Relation]]:
        """Facts of an entry, without those whose relation has a problem itself."""
        facts = (fact for fact in entry.facts if fact.relation not in self.places.faulty_relations)
        return ((fact, self.pack.relations[fact.relation]) for fact in facts)


class Kinds(EntryCheck):
    """Each relation is used only with the kinds of subject and object that it declares."""

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """Facts whose subject or object is of the wrong kind."""
        for fact, relation in self.facts(entry):
            for message in self._unfit(entry, fact, relation):
                yield Problem(self.places.at(f"fact:{fact.id}", fact.relation), message)

    def _unfit(self, entry: Entry, fact: Fact, relation: Relation) -> Iterator[str]:
        if entry.kind not in relation.subjects:
            yield f"{relation.id} is said of a {' or '.join(relation.subjects)}, not of a {entry.kind}"
        target = self.pack.entries.get(fact.target) if fact.target else None
        if target and target.kind not in relation.objects:
            needed = f"{relation.id} needs a {' or '.join(relation.objects)}, and {target.id} is a {target.kind}"
            yield f"{needed}; correct the id or the relation"


class HoldersAndSides(EntryCheck):
    """A claim has a holder, a disputed fact names both sides; also a few slips in the form of a fact."""

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """Facts that lack a holder or a side, refer to themselves or end with a full stop."""
        for fact, relation in self.facts(entry):
            for message in _unsaid(fact, relation):
                yield Problem(self.places.at(f"fact:{fact.id}", fact.relation), message)


def _unsaid(fact: Fact, relation: Relation) -> Iterator[str]:
    if (relation.claim or fact.voice is Voice.CLAIM) and not fact.according_to:
        yield "a claim without a holder; add according_to: and whose view it is"
    if fact.voice is Voice.FACT and fact.according_to:
        yield "a fact that somebody holds is a claim; leave voice: out"
    if fact.voice is Voice.DISPUTED and not (fact.note or fact.contradicts):
        yield "a disputed fact needs both sides; say the other in note: or name it in contradicts:"
    if fact.id in (*fact.contradicts, fact.corrects, fact.supports):
        yield f"{fact.id} refers to itself; name another fact"
    if isinstance(fact.object, str) and fact.object.endswith(".") and not fact.object.endswith(("…", "...")):
        yield "the text of a fact is part of a sentence; delete its full stop"


class FunctionalRelations(EntryCheck):
    """A functional relation has one object per subject, an inverse functional one has one subject per object.

    A declared conflict (`contradicts:` or `corrects:`) is exempt.
    """

    def __init__(self, pack: Pack, places: Places) -> None:
        super().__init__(pack, places)
        self._by_object: dict[tuple[str, str], list[str]] = defaultdict(list)  # ids only, to save memory

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """Subjects with two objects under a functional relation."""
        by_subject: dict[str, list[Fact]] = defaultdict(list)
        for fact, relation in self.facts(entry):
            if fact.negated or fact.voice is not Voice.FACT:
                continue
            if relation.functional:
                by_subject[relation.id].append(fact)
            if relation.inverse_functional:
                self._by_object[relation.id, _key_of_object(fact)].append(fact.id)
        for relation_id, facts in by_subject.items():
            message = f"{relation_id} is functional, and this is another {relation_id} than in"
            yield from _conflicts(facts, self.places, message, _same_object)

    def of_all(self) -> Iterator[Problem]:
        """Objects with two subjects under an inverse functional relation."""
        for (relation_id, _), ids in self._by_object.items():
            if len(ids) > 1:
                message = f"{relation_id} is inverse functional, and this is another subject than in"
                facts = [self.pack.facts[each] for each in ids]
                yield from _conflicts(facts, self.places, message, lambda one, other: one.subject == other.subject)


def _conflicts(
    facts: list[Fact], places: Places, message: str, agree: Callable[[Fact, Fact], bool]
) -> Iterator[Problem]:
    for index, fact in enumerate(facts):
        for earlier in facts[:index]:
            if agree(earlier, fact) or _declared_conflict(fact, earlier):
                continue
            place = places.at(f"fact:{fact.id}", fact.relation)
            yield Problem(place, f"{message} {earlier.id}; correct one, or add contradicts: or corrects:")


def _declared_conflict(one: Fact, other: Fact) -> bool:
    return other.id in (*one.contradicts, one.corrects) or one.id in (*other.contradicts, other.corrects)


def _key_of_object(fact: Fact) -> str:
    return fact.target or str(fact.object).casefold()


def _same_object(one: Fact, other: Fact) -> bool:
    if one.date and other.date and not isinstance(one.object, (EntryRef, str)):
        return one.date.first <= other.date.last and other.date.first <= one.date.last
    return _key_of_object(one) == _key_of_object(other)


class Lifetimes(EntryCheck):
    """Nothing ends before it begins."""

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """Ends dated before another one-time date of the same entry, such as a death before the birth."""
        corrected = {fact.corrects for fact in entry.facts}
        once = [
            (fact, fact.object, relation.is_end)
            for fact, relation in self.facts(entry)
            if isinstance(fact.object, Date) and relation.functional and fact.voice is Voice.FACT
            if not fact.negated and fact.id not in corrected
        ]
        for fact, end, _ in (each for each in once if each[2]):
            later = [f"{other.id}, {day.text!r}" for other, day, ends in once if not ends and end.last < day.first]
            if later:
                message = f"{fact.relation} {end.text!r} is before {later[0]}; correct one of the two"
                yield Problem(self.places.at(f"fact:{fact.id}", fact.relation), message)


class Cycles(EntryCheck):
    """Tree relations and references between facts (`for`, `corrects`) contain no cycles."""

    def __init__(self, pack: Pack, places: Places) -> None:
        super().__init__(pack, places)
        self._trees: dict[str, dict[str, list[str]]] = {each.id: {} for each in pack.relations.values() if each.tree}
        self._links: dict[str, dict[str, list[str]]] = {"for": {}, "corrects": {}}

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """Collect the steps; reports nothing, as a cycle may run through any entry."""
        for fact in entry.facts:
            if fact.relation in self._trees and isinstance(fact.object, EntryRef) and not fact.negated:
                self._trees[fact.relation].setdefault(fact.subject, []).append(fact.object.id)
            for key, other in (("for", fact.supports), ("corrects", fact.corrects)):
                if other:
                    self._links[key][fact.id] = [other]
        yield from ()

    def of_all(self) -> Iterator[Problem]:
        """One problem per cycle, at one of its members."""
        for tree, steps in self._trees.items():
            for member in _in_cycles(steps):
                message = f"{tree} runs in a circle through {member!r}; take one step out"
                yield Problem(self.places.at(f"entry:{member}"), message)
        for key, steps in self._links.items():
            for member in _in_cycles(steps):
                message = f"{key}: runs in a circle through {member!r}; take one step out"
                yield Problem(self.places.at(f"fact:{member}", key), message)


def _in_cycles(steps: Mapping[str, list[str]]) -> Iterator[str]:
    """One member of each cycle. The depth-first search is iterative, so a chain of any length is safe."""
    state: dict[str, bool] = {}  # False while on the path, True when done
    for start in steps:
        if start in state:
            continue
        state[start] = False
        path: list[tuple[str, Iterator[str]]] = [(start, iter(steps[start]))]
        while path:
            member, further = path[-1]
            following = next(further, None)
            if following is None:
                state[member] = True
                path.pop()
            elif following not in state:
                state[following] = False
                path.append((following, iter(steps.get(following, ()))))
            elif not state[following]:
                yield following
