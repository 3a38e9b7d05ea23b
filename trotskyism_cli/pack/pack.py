"""The whole of a pack, with the few look-ups that everything above it shares.

It is built by the reader (from YAML) or by the library (from its own store), and never altered.
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
    """Why an entry matters, as a sentence that names it."""
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
    """A whole field of history. All tuples are in the order of the files; all ids are unique within their kind.

    `released` is the day of this version, as `2026-11-28`; empty if the pack does not say. `course` has the facts that
    whoever knows nothing should learn first, in this order; `syllabus` the subjects that no paper leaves out.
    """

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """All facts by id."""
        return {fact.id: fact for entry in self.entries.values() for fact in entry.facts}

    @cached_property
    def significances(self) -> Mapping[str, Fact]:
        """Why entries matter, as statements of their own, by id: they can be asked about and learnt as facts can."""
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

    def statement(self, statement_id: str) -> Fact | None:
        """The fact with this id, or why an entry matters."""
        return self.facts.get(statement_id) or self.significances.get(statement_id)

    def holds(self, statement_id: str) -> bool:
        """Whether a fact, why an entry matters, or a quotation has this id."""
        return self.statement(statement_id) is not None or statement_id in self.quotes

    @cached_property
    def heirs(self) -> Mapping[str, str]:
        """The fact that each fact of earlier days was merged into."""
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
        """Whether a fact is nobody's claim, and neither denied nor put right."""
        return not fact.according_to and self.is_undenied(fact)

    def is_undenied(self, fact: Fact) -> bool:
        """Whether a fact is neither denied nor put right; it may be somebody's claim."""
        return not fact.negated and fact.id not in self.corrected

    def day_known(self, entry: Entry) -> Date | None:
        """The first of an entry's own dates that is known: when an event took place, or a body was founded."""
        return next((when for _, when in self.known_dates(entry)), None)

    def known_facts(self, entry: Entry) -> tuple[Fact, ...]:
        """The facts of an entry that are known."""
        return tuple(fact for fact in entry.facts if self.is_known(fact))

    def known_dates(self, entry: Entry) -> tuple[tuple[Fact, Date], ...]:
        """An entry's own dates that are known, each with the fact that states it."""
        return tuple((fact, fact.object) for fact in self.known_facts(entry) if isinstance(fact.object, Date))

    def corrections_of(self, fact_id: str) -> tuple[Fact, ...]:
        """The facts that put this one right."""
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
        """The chapter that a statement belongs to: by the section of the article, else by the entry; empty if none."""
        for citation in citations:
            if topic := self._topic_of_section.get(citation.source):
                return topic
        return self._topic_of_entry.get(entry_id, "")

    def authors(self, work: Entry) -> tuple[str, ...]:
        """Ids of those who made a work."""
        return tuple(
            fact.target for fact in work.facts if fact.target and self.relations[fact.relation].role == Role.AUTHOR
        )

    def holders(self, fact: Fact) -> Iterator[Entry]:
        """The entries that a fact is `according_to`."""
        return (self.entries[holder] for holder in fact.according_to)


class FactsOfEntries(Mapping[str, Fact]):
    """All facts by id, found through their entries, each of which is asked for when it is touched."""

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
