"""Two conditions at once: which of these did the one and the other, when each of them alone fits more than one?"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from trotskyism_cli.items.answers import name_without_year
from trotskyism_cli.items.asks import Ask, an_entry, is_minor
from trotskyism_cli.items.compound import Both, SubjectWithin
from trotskyism_cli.items.index import Index, keyable, object_key
from trotskyism_cli.items.truth import Query, SubjectOf, dated, only_year
from trotskyism_cli.items.words import is_sound_stem
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import EntryRef, Fact, Kind, Relation
from trotskyism_cli.pack.wording import fact_plurals, fact_values, fill

PLURALS = {Kind.PERSON: "people"}


@dataclass(frozen=True, slots=True)
class _Condition:
    """What a fact says of its subject, as a predicate, with the query that others fail."""

    fact: Fact
    id: str
    says: str
    lead: str  # of `says`, what goes before the object
    query: Query


def asks(index: Index) -> Iterator[Ask]:
    """For each two facts of an entry that have one object each: the entry."""
    for entry in index.pack.entries.values():
        label = name_without_year(entry)
        conditions = [found for fact in entry.facts if (found := _condition(index, fact))] if label else []
        by_relation: dict[str, list[_Condition]] = defaultdict(list)
        for condition in conditions:
            by_relation[condition.fact.relation].append(condition)
        for one, two in combinations(by_relation, 2):
            first, second = by_relation[one][0], by_relation[two][0]
            if isinstance(first.fact.object, EntryRef) or isinstance(second.fact.object, EntryRef):
                ordered = sorted((first, second), key=lambda each: isinstance(each.fact.object, Date))
                yield from _ask(index, ordered[0], ordered[1], label)


def _condition(index: Index, fact: Fact) -> _Condition | None:
    relation = index.relation(fact)
    sound = relation.functional and not relation.claim and not fact.according_to
    if not sound or fact.id not in index.facts or not keyable(index, fact) or not relation.asks.get("subject"):
        return None
    if isinstance(fact.object, Date):
        return _decade(index, fact, relation)
    if isinstance(fact.object, EntryRef):
        says, lead = _predicate(index, fact, relation, {})
        return _Condition(fact, f"{relation.id}={object_key(fact)}", says, lead, SubjectOf(fact)) if says else None
    return None


def _decade(index: Index, fact: Fact, relation: Relation) -> _Condition | None:
    year = only_year(index, fact)
    if year is None or dated(index, fact.relation, fact.subject) is not fact:
        return None
    first = year // 10 * 10
    says, lead = _predicate(index, fact, relation, {"object": f"in the {first}s"})
    query = SubjectWithin(fact, first, first + 9)
    return _Condition(fact, f"{relation.id}={first}s", says, lead, query) if says else None


def _predicate(index: Index, fact: Fact, relation: Relation, values: dict[str, str]) -> tuple[str, str]:
    """What the relation says of a subject, without the subject, and what of it goes before the object."""
    start, object_slot = "{subject} ", "{object}"
    says = relation.says
    if not says.startswith(start) or not says.endswith(object_slot) or "{holder}" in says:
        return "", ""
    plurals = {**fact_plurals(index.pack, fact), "subject": False}
    filled = {**fact_values(index.pack, fact), **values}
    lead = fill(says.removeprefix(start).removesuffix(object_slot), filled, plurals)
    return f"{lead} {filled['object']}", lead


def _ask(index: Index, one: _Condition, two: _Condition, label: str) -> Iterator[Ask]:
    entry = index.pack.entries[one.fact.subject]
    said = _joined(one, two)
    noun = PLURALS.get(entry.kind, f"{entry.kind.value}s")
    stems = tuple(
        stem
        for stem in (
            f"Which of these {noun} {said}?",
            f"Among these {noun}, which one {said}?",
        )
        if is_sound_stem(stem)
    )
    if stems:
        pair = f"{one.fact.relation}+{two.fact.relation}"
        yield Ask(
            id=f"{one.fact.id}+{two.fact.id}",
            kind="both",
            pool=f"both/{entry.kind}/{pair}",
            template=f"both:{pair}",
            subject=f"{one.says} {two.says}",
            query=Both(one.query, two.query),
            answer=replace(an_entry(index, entry.id, label), type=one.id),
            evidence=(one.fact.id, two.fact.id),
            stems=stems,
            topic=index.topic_of(one.fact),
            minor=is_minor(index, one.fact),
            asked=2,
            conditions=(one.id, two.id),
        )


def _joined(one: _Condition, two: _Condition) -> str:
    """`took place in Moscow in the 1920s`; `was born in Odessa and died in the 1950s`."""
    first = re.sub(r" (in|at|on)$", "", one.lead)
    if first == two.lead:
        return f"{one.says} {two.says.removeprefix(two.lead).strip()}"
    return f"{one.says} and {two.says}"
