"""A pack indexed for proofs: facts by subject and object, contradictions, containment, lives and eras."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from trotskyism_cli.items.grounds.names import Names
from trotskyism_cli.items.grounds.words import first_sentence
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Complete, Entry, EntryRef, Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import SIGNIFICANCE, Relation, Role

# Two towns exclude one another as answers; a town and a country do not. Every other type is a level of its own.
SETTLEMENTS = ("city", "town", "village", "borough", "capital", "port")

ADULT = 15  # age in years from which a person can be an answer
LIFETIME = 50  # assumed adult years if only a birth or a death is known
HIGHEST = 3  # importance

Key = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Index:
    """A pack with its facts by relation and subject and by relation and object. Made by `build_index`.

    Facts that name a missing entry are left out, so that a pack under repair can be tried. `links` holds the facts
    between two entries under both orders of the pair.
    """

    pack: Pack
    facts: Mapping[str, Fact]
    by_subject: Mapping[Key, tuple[Fact, ...]]
    by_object: Mapping[Key, tuple[Fact, ...]]
    conflicts: frozenset[str]
    links: Mapping[Key, tuple[Fact, ...]]
    complete: Mapping[tuple[str, str, bool], Complete]

    @cached_property
    def sentences(self) -> dict[str, str]:
        """Cache of the sentences of facts, by fact id."""
        return {}

    @cached_property
    def nearness(self) -> dict[tuple[str, str], float]:
        """Cache of `plausibility.nearness`, by pair of entries."""
        return {}

    @cached_property
    def names(self) -> Names:
        """The names of the pack's entries."""
        return Names(self.pack)

    def relation(self, fact: Fact) -> Relation:
        """The relation of a fact."""
        return self.relations[fact.relation]

    @cached_property
    def relations(self) -> Mapping[str, Relation]:
        """The relations of the pack, and the built-in relation for significance."""
        return {**self.pack.relations, SIGNIFICANCE.id: SIGNIFICANCE}

    def with_role(self, role: Role, subject: str) -> Iterator[Fact]:
        """Facts about a subject whose relation has this role."""
        for each in self.pack.relations.values():
            if each.role == role:
                yield from self.by_subject.get((each.id, subject), ())

    @cached_property
    def containers(self) -> Mapping[str, frozenset[str]]:
        """For each entry that lies within others: all of those, direct and indirect."""
        steps: dict[str, list[str]] = defaultdict(list)
        within = {each.id for each in self.pack.relations.values() if each.tree == "parent" or each.role == Role.WITHIN}
        for (relation, subject), facts in self.by_subject.items():
            if relation in within:
                steps[subject] += [fact.object.id for fact in facts if isinstance(fact.object, EntryRef)]
        return {entry: frozenset(_reached(entry, steps)) for entry in steps}

    @cached_property
    def is_weighed(self) -> bool:
        """Return whether the pack rates importance, i.e. gives any fact the highest."""
        return any(fact.importance == HIGHEST for fact in self.facts.values())

    @cached_property
    def neighbours(self) -> Mapping[str, frozenset[str]]:
        """The entries that each entry is connected to by a fact."""
        found: dict[str, set[str]] = defaultdict(set)
        for one, other in self.links:
            found[one].add(other)
        return {entry: frozenset(others) for entry, others in found.items()}

    @cached_property
    def lives(self) -> Mapping[str, tuple[int | None, int | None]]:
        """Birth and death year of each person with at least one of them; None for an unknown one."""
        found: dict[str, tuple[int | None, int | None]] = {}
        for (_, subject), facts in self.by_subject.items():
            role = self.relation(facts[0]).role
            if role in (Role.BORN, Role.DIED) and isinstance(date := facts[0].object, Date):
                born, died = found.get(subject, (None, None))
                found[subject] = (date.first.year, died) if role == Role.BORN else (born, date.last.year)
        return found

    @cached_property
    def eras(self) -> Mapping[str, float]:
        """Approximate year of each entry: the median of its own dates, else of the dates of facts about it."""
        dates: dict[str, list[float]] = defaultdict(list)
        asides: dict[str, list[float]] = defaultdict(list)
        for fact in self.facts.values():
            if isinstance(fact.object, Date):
                dates[fact.subject].append(_middle(fact.object))
            elif fact.when:
                asides[fact.subject].append(_middle(fact.when))
                if isinstance(fact.object, EntryRef):
                    asides[fact.object.id].append(_middle(fact.when))
        return {entry: sorted(years)[len(years) // 2] for entry, years in (asides | dates).items()}

    @cached_property
    def spans(self) -> Mapping[str, tuple[float, float]]:
        """First and last year of each entry. For a person: adult life; for others: the range of their dates."""
        found: dict[str, tuple[float, float]] = {}
        for entry in self.pack.entries.values():
            born, died = self.lives.get(entry.id, (None, None))
            if born is not None:
                found[entry.id] = (born + ADULT, died or born + ADULT + LIFETIME)
                continue
            if died is not None:
                found[entry.id] = (died - LIFETIME, died)
                continue
            own = [fact.object for fact in entry.facts if isinstance(fact.object, Date)]
            dates = own or [fact.when for fact in entry.facts if fact.when]
            years = [point.first.year for date in dates for point in (date.start, date.end) if point]
            if years:
                found[entry.id] = (min(years), max(years))
            elif entry.id in self.eras:
                found[entry.id] = (self.eras[entry.id],) * 2
        return found

    @cached_property
    def topics(self) -> Mapping[str, str]:
        """For each subject of facts: the chapter of the first of its facts that has one."""
        found: dict[str, str] = {}
        for fact in self.facts.values():
            if fact.subject not in found and (topic := self.pack.topic_of(fact.citations, fact.subject)):
                found[fact.subject] = topic
        return found

    @cached_property
    def chapters(self) -> Mapping[str, frozenset[str]]:
        """The chapters that list each entry."""
        found: dict[str, set[str]] = defaultdict(set)
        for topic in self.pack.topics:
            for entry in topic.entries:
                found[entry].add(topic.id)
        return {entry: frozenset(topics) for entry, topics in found.items()}

    def topic_of(self, fact: Fact) -> str:
        """Chapter of a fact: its own, else that of an entry it names; empty if there is none."""
        ends = [*fact.ends, *fact.according_to]
        own = self.pack.topic_of(fact.citations, fact.subject)
        return own or next((self.topics[end] for end in ends if end in self.topics), "")

    def overlap(self, one: str, other: str) -> bool:
        """Return whether two entries are the same, share a name, or lie one within the other."""
        if one == other or other in self.containers.get(one, ()) or one in self.containers.get(other, ()):
            return True
        names = self.names.by_entry
        return not names[one].isdisjoint(names[other])

    def same_level(self, one: str, other: str) -> bool:
        """Return whether two entries can exclude one another as answers.

        They must be of one kind; places must also be of one level, e.g. two towns or two countries.
        """
        first, second = self.pack.entries[one], self.pack.entries[other]
        if first.kind is not second.kind:
            return False
        return first.kind is not Kind.PLACE or place_level(first) == place_level(second)


def place_level(place: Entry) -> str:
    """The level of a place: `settlement` for any town, else its type."""
    return "settlement" if place.type in SETTLEMENTS else place.type


_LAST: list[Index] = []  # a pack cannot be the key of a cache


def build_index(pack: Pack) -> Index:
    """The index of a pack. The last one built is kept: one quiz after another is on the same pack."""
    for kept in _LAST:
        if kept.pack is pack:
            return kept
    _LAST.clear()  # before the next is built: two would be twice the memory
    index = _built(pack)
    _LAST.append(index)
    return index


def _built(pack: Pack) -> Index:
    """Index a pack in one pass through its entries."""
    facts: dict[str, Fact] = {}
    by_subject: dict[Key, list[Fact]] = defaultdict(list)
    by_object: dict[Key, list[Fact]] = defaultdict(list)
    conflicts: set[str] = set()
    links: dict[Key, list[Fact]] = defaultdict(list)
    complete: dict[tuple[str, str, bool], Complete] = {}
    for entry in pack.entries.values():
        for each in entry.complete:
            complete[each.relation, entry.id, each.as_object] = each
        for fact in entry.facts:
            if not _resolves(pack, fact):
                continue
            facts[fact.id] = fact
            by_subject[fact.relation, fact.subject].append(fact)
            by_object[fact.relation, object_key(fact)].append(fact)
            if fact.contradicts:
                conflicts.update((fact.id, *fact.contradicts))
            if isinstance(fact.object, EntryRef):
                links[fact.subject, fact.object.id].append(fact)
                links[fact.object.id, fact.subject].append(fact)
    for fact in map(_in_one_sentence, pack.significances.values()):
        facts[fact.id] = fact
        by_subject[fact.relation, fact.subject].append(fact)
    return Index(
        pack=pack,
        facts=facts,
        by_subject=_frozen(by_subject),
        by_object=_frozen(by_object),
        conflicts=frozenset(conflicts),
        links=_frozen(links),
        complete=complete,
    )


def _in_one_sentence(significance: Fact) -> Fact:
    """A significance cut to its first sentence, which is short enough to ask for."""
    return significance._replace(object=first_sentence(str(significance.object)))


def object_key(fact: Fact) -> str:
    """Object of a fact as a key: an entry id, or the case-folded text."""
    match fact.object:
        case EntryRef():
            return fact.object.id
        case Date():
            return fact.object.text
        case str():
            return fact.object.casefold()
        case number:
            return number.text


def _frozen(lists: Mapping[Key, list[Fact]]) -> dict[Key, tuple[Fact, ...]]:
    return {key: tuple(facts) for key, facts in lists.items()}


def _middle(date: Date) -> float:
    years = [point.first.year for point in (date.start, date.end) if point]
    return sum(years) / len(years)


def _resolves(pack: Pack, fact: Fact) -> bool:
    entries = [*fact.according_to, *([fact.where] if fact.where else [])]
    if isinstance(fact.object, EntryRef):
        entries.append(fact.object.id)
    return all(each in pack.entries for each in entries)


def _reached(start: str, steps: Mapping[str, list[str]]) -> Iterator[str]:
    seen = {start}
    ahead = list(steps[start])
    while ahead:
        step = ahead.pop()
        if step not in seen:
            seen.add(step)
            yield step
            ahead.extend(steps.get(step, ()))


def can_be_key(index: Index, fact: Fact) -> bool:
    """Return whether a fact may be the key of a question.

    Its sources must be known and its entries unambiguous; it must not be corrected, uncertain, negated or withheld from
    quizzes. A claim must have a holder; any other fact must not be contradicted.
    """
    ends = fact.ends
    if not index.names.ambiguous.isdisjoint(ends) or any(
        each.source not in index.pack.sources for each in fact.citations
    ):
        return False
    if fact.negated or not fact.quiz or fact.is_uncertain or fact.id in index.pack.corrected:
        return False
    if fact.voice is Voice.CLAIM:
        return bool(fact.according_to)
    return fact.id not in index.conflicts
