"""A whole pack, with the look-ups that all layers above share.

Built by the reader (from YAML) or by the library (from its store), and never altered.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Citation, Entry, EntryRef, Fact, Quote, Source, Subject, Topic
from trotskyism_cli.pack.question import Question
from trotskyism_cli.pack.relation import SIGNIFICANCE, Relation, Role


def _with_subject(entry: Entry) -> str:
    """The significance of an entry as a sentence that names the entry."""
    phrase = f"{entry.phrase[:1].upper()}{entry.phrase[1:]}"
    deed = entry.significance.removeprefix("It ")
    return f"{phrase}: {entry.significance}" if deed == entry.significance else f"{phrase} {deed}"


_NONE: Mapping[str, Any] = MappingProxyType({})


class _PackFields(NamedTuple):
    id: str
    name: str
    subject: str
    version: int
    language: str
    licence: str
    relations: Mapping[str, Relation]
    entries: Mapping[str, Entry]
    quotes: Mapping[str, Quote]
    topics: Sequence[Topic]
    sources: Mapping[str, Source]
    synonyms: tuple[tuple[str, ...], ...] = ()
    article: str = ""
    questions: Mapping[str, Question] = _NONE
    edited: bool = False
    unfit_sources: tuple[str, ...] = ()
    released: str = ""
    course: tuple[str, ...] = ()
    syllabus: tuple[Subject, ...] = ()


class Pack(_PackFields):
    """A whole field of history. Tuples are in file order; ids are unique within their kind.

    `released` is the date of this version, e.g. `2026-11-28`, or empty. `course` lists the facts that a beginner should
    learn first, in order; `syllabus` the subjects that no paper leaves out.
    """

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """All facts by id."""
        return {fact.id: fact for entry in self.entries.values() for fact in entry.facts}

    @cached_property
    def significances(self) -> Mapping[str, Fact]:
        """Significances as facts, by id, so that they can be asked about and learnt like other facts."""
        found = {}
        for entry in self.entries.values():
            if entry.significance:
                fact = Fact(
                    id=f"{entry.id}.significance",
                    subject=entry.id,
                    relation=SIGNIFICANCE.id,
                    object=entry.significance,
                    citations=entry.significance_citations,
                    text=_with_subject(entry),
                    importance=entry.importance,
                    unique=True,
                )
                found[fact.id] = fact
        return found

    def fact_or_significance(self, statement_id: str) -> Fact | None:
        """The fact or significance with this id; None if there is none."""
        return self.facts.get(statement_id) or self.significances.get(statement_id)

    def holds(self, statement_id: str) -> bool:
        """Return whether a fact, significance or quotation has this id."""
        return self.fact_or_significance(statement_id) is not None or statement_id in self.quotes

    @cached_property
    def merged_into(self) -> Mapping[str, str]:
        """For each former fact id, the fact that it was merged into."""
        return {former: fact.id for fact in self.facts.values() for former in fact.formerly}

    @cached_property
    def _by_object(self) -> Mapping[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts.values():
            if isinstance(fact.object, EntryRef):
                found.setdefault(fact.object.id, []).append(fact)
        return {entry_id: tuple(facts) for entry_id, facts in found.items()}

    @cached_property
    def corrected(self) -> frozenset[str]:
        """Ids of the facts that another fact corrects."""
        return frozenset(fact.corrects for fact in self.facts.values() if fact.corrects)

    @cached_property
    def _corrections(self) -> Mapping[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts.values():
            if fact.corrects:
                found.setdefault(fact.corrects, []).append(fact)
        return {fact_id: tuple(facts) for fact_id, facts in found.items()}

    def is_known(self, fact: Fact) -> bool:
        """Return whether a fact is no claim, not negated and not corrected."""
        return not fact.according_to and self.stands(fact)

    def stands(self, fact: Fact) -> bool:
        """Return whether a fact is neither negated nor corrected; it may be a claim."""
        return not fact.negated and fact.id not in self.corrected

    def first_known_date(self, entry: Entry) -> Date | None:
        """The first of an entry's own known dates, e.g. when an event took place; None if there is none."""
        return next((when for _, when in self.known_dates(entry)), None)

    def known_facts(self, entry: Entry) -> tuple[Fact, ...]:
        """The facts of an entry that are known (see `is_known`)."""
        return tuple(fact for fact in entry.facts if self.is_known(fact))

    def known_dates(self, entry: Entry) -> tuple[tuple[Fact, Date], ...]:
        """An entry's own known dates, each with the fact that states it."""
        return tuple((fact, fact.object) for fact in self.known_facts(entry) if isinstance(fact.object, Date))

    def corrections_of(self, fact_id: str) -> tuple[Fact, ...]:
        """The facts that correct this one."""
        return self._corrections.get(fact_id, ())

    @cached_property
    def _topic_of_section(self) -> Mapping[str, str]:
        return {section: topic.id for topic in reversed(self.topics) for section in topic.sections}

    @cached_property
    def _topic_of_entry(self) -> Mapping[str, str]:
        return {entry: topic.id for topic in reversed(self.topics) for entry in topic.entries}

    def facts_with_object(self, entry_id: str) -> tuple[Fact, ...]:
        """The facts that have this entry as their object."""
        return self._by_object.get(entry_id, ())

    def topic_of(self, citations: tuple[Citation, ...], entry_id: str) -> str:
        """Chapter of a statement: that of its section of the article, else of its entry.

        Empty if there is none.
        """
        for citation in citations:
            if topic := self._topic_of_section.get(citation.source):
                return topic
        return self._topic_of_entry.get(entry_id, "")

    def authors(self, work: Entry) -> tuple[str, ...]:
        """Ids of the authors of a work."""
        return tuple(
            fact.target for fact in work.facts if fact.target and self.relations[fact.relation].role == Role.AUTHOR
        )

    def holders(self, fact: Fact) -> Iterator[Entry]:
        """The holders of a claim."""
        return (self.entries[holder] for holder in fact.according_to)


class FactsOfEntries(Mapping[str, Fact]):
    """All facts by id. Looks each up in its entry, so that entries can stay on disk."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries

    def __getitem__(self, fact_id: str) -> Fact:
        entry = self._entries[fact_id.partition(".")[0]]
        found = next((fact for fact in entry.facts if fact.id == fact_id), None)
        if found is None:
            raise KeyError(fact_id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (fact.id for entry in self._entries.values() for fact in entry.facts)

    def __len__(self) -> int:
        return sum(len(entry.facts) for entry in self._entries.values())


class LargePack(Pack):
    """A pack whose entries are not all in memory at once."""

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """All facts by id."""
        return FactsOfEntries(self.entries)
