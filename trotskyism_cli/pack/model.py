"""What a pack says, as values that cannot change: entries, facts, relations, quotations, questions, topics, sources.

The words are those of the YAML files. `Pack` is the whole, with the few look-ups that everything above it shares; it is
built by the reader (from YAML) or by the library (from its own store), and never altered.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from trotskyism_cli.pack.dates import Date

# Importance: what an educated person knows of the field, what a good student knows, what one only looks up.
ESSENTIAL, NOTABLE, MINOR = 3, 2, 1


class Kind(StrEnum):
    """What an entry is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    EVENT = "event"
    CONCEPT = "concept"
    WORK = "work"
    PLACE = "place"


class Voice(StrEnum):
    """Who stands behind a fact: nobody in particular, a holder, or scholars who disagree."""

    FACT = "fact"
    CLAIM = "claim"
    DISPUTED = "disputed"


class Origin(StrEnum):
    """Whether a fact is in the article that the pack follows, or was added from elsewhere."""

    ARTICLE = "article"
    BACKGROUND = "background"


class Attribution(StrEnum):
    """How sure it is that the words of a quotation are the speaker's alone."""

    SOLE = "sole"
    REPORTED = "reported"
    UNCERTAIN = "uncertain"


class Part(StrEnum):
    """A part of a card, in the order in which one reads it."""

    LIFE = "life"
    POLITICS = "politics"
    IDEAS = "ideas"
    WORKS = "works"


class Role(StrEnum):
    """What a relation is to the maker of questions, which knows none by its name."""

    BORN = "born"
    DIED = "died"
    AUTHOR = "author"
    WITHIN = "within"
    NAME = "name"


class SourceKind(StrEnum):
    """How far a source carries: the first three can bear a fact that one has to know."""

    PRIMARY = "primary"
    SCHOLARLY = "scholarly"
    REFERENCE = "reference"
    PARTISAN = "partisan"
    WEB = "web"


SOUND_KINDS = (SourceKind.PRIMARY, SourceKind.SCHOLARLY, SourceKind.REFERENCE)


class ObjectType(StrEnum):
    """What the object of a relation is, where it is not an entry."""

    DATE = "date"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Relation:
    """A declared kind of statement: its logic (what makes another value false) and its wordings.

    `objects` holds kinds of entry, or is empty if `object_type` says that the object is a date, a number or text.
    `tree` says that it must not run in a circle, and whether the object is the `parent` of the subject or its `child`.
    `speaks` says that in a comparison the object's positions are the subject's.
    On a card it stands in the `row` of its `part`, in the words of `brief`; on the object's card, in `inverse_row`.
    `role` says what it is to questions: who or what is born, wrote, lies within, and so on.
    `asks` maps what is asked for (`subject`, `object`, `when`, `holder`) to wordings.
    """

    id: str
    label: str
    subjects: tuple[Kind, ...]
    objects: tuple[Kind, ...]
    object_type: ObjectType | None
    says: str
    inverse_label: str = ""
    functional: bool = False
    inverse_functional: bool = False
    symmetric: bool = False
    tree: str = ""
    claim: bool = False
    speaks: bool = False
    part: str = ""
    row: str = ""
    inverse_row: str = ""
    brief: str = ""
    role: str = ""
    asks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: tuple[str, ...] = ()


# Why an entry matters: the one relation that no pack declares; as ids have no blanks, none is taken for it.
SIGNIFICANCE = Relation(
    id="significance of",
    label="why it matters",
    subjects=tuple(Kind),
    objects=(),
    object_type=ObjectType.TEXT,
    says="{subject}: {object}",
)


class Citation(NamedTuple):
    """A source and the place in it (`lines` of the article, a page, a chapter); the place may be empty."""

    source: str
    locator: str = ""


class EntryRef(NamedTuple):
    """The object of a fact, where it is an entry."""

    id: str


class Number(NamedTuple):
    """The object of a fact, where it is a number; `text` as written, `unit` as in `workers`."""

    value: float
    text: str
    unit: str = ""


FactObject = EntryRef | Date | Number | str


@dataclass(frozen=True, slots=True)
class Fact:
    """One atomic statement about `subject`. Its id is `<entry>.<name>`; what a learner knows hangs on it.

    `revision` goes up when its meaning changes: then it has to be learnt anew. `unique` declares of this one fact what
    `inverse_functional` declares of a whole relation: of any other subject it would be false. `uncertain` says why its
    value is a convention, a range or disputed, if it is. `formerly` are ids of facts that were merged into it.
    """

    id: str
    subject: str
    relation: str
    object: FactObject
    citations: tuple[Citation, ...]
    when: Date | None = None
    where: str = ""
    voice: Voice = Voice.FACT
    origin: Origin = Origin.ARTICLE
    according_to: tuple[str, ...] = ()
    about: str = ""
    supports: str = ""
    contradicts: tuple[str, ...] = ()
    corrects: str = ""
    negated: bool = False
    text: str = ""
    note: str = ""
    quiz: bool = True
    importance: int = NOTABLE
    revision: int = 1
    unique: bool = False
    uncertain: str = ""
    formerly: tuple[str, ...] = ()

    @property
    def date(self) -> Date | None:
        """When what it states was so: `when`, or its object if that is a date."""
        return self.object if isinstance(self.object, Date) else self.when

    @property
    def target(self) -> str:
        """The id of the entry that is its object; empty if its object is none."""
        return self.object.id if isinstance(self.object, EntryRef) else ""

    @property
    def ends(self) -> tuple[str, ...]:
        """The entries that it is about: its subject, and its object if that is one."""
        return (self.subject, self.target) if self.target else (self.subject,)

    @property
    def is_uncertain(self) -> bool:
        """Whether its value is a convention, a range or disputed, so that no question may rest on it."""
        return bool(self.uncertain) or self.voice is Voice.DISPUTED


def by_time(fact: Fact) -> tuple[date, str]:
    """What sorts facts by their first days, those without a date last."""
    return (fact.date.first if fact.date else date.max), fact.id


class Complete(NamedTuple):
    """A declaration that all facts of `relation` with this entry as subject (or object) are in the pack."""

    relation: str
    citations: tuple[Citation, ...]
    as_object: bool = False


class DatedName(NamedTuple):
    """A name that an entry had in a span of time."""

    name: str
    when: Date


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing with an id: what the reference is about. `search` holds forms that are found but not shown.

    `significance` says why it matters. `dated_names` are those of an entry that was renamed, in order of time.
    """

    id: str
    kind: Kind
    name: str
    summary: str
    type: str = ""
    article: str = ""
    plural: bool = False
    gender: str = ""
    aliases: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    confused_with: tuple[str, ...] = ()
    importance: int = NOTABLE
    significance: str = ""
    significance_citations: tuple[Citation, ...] = ()
    further_reading: tuple[Citation, ...] = ()
    dated_names: tuple[DatedName, ...] = ()
    facts: tuple[Fact, ...] = ()
    complete: tuple[Complete, ...] = ()

    @property
    def phrase(self) -> str:
        """The name as it stands inside a sentence: `the Fourth International`, `Leon Trotsky`."""
        return self._in_sentence(self.name)

    def phrase_at(self, date: Date | None) -> str:
        """The name that it had at a date, as it stands inside a sentence; the usual one if none is known."""
        return self._in_sentence(self.name_at(date))

    def name_at(self, date: Date | None) -> str:
        """The name that it had at a date, on the day of a change the new one; the usual one if none is known."""
        if self.dated_names and date and (date.start or date.end):
            for each in reversed(self.dated_names):
                if each.when.first <= date.first <= each.when.last:
                    return each.name
        return self.name

    def _in_sentence(self, name: str) -> str:
        return f"{self.article} {name}" if self.article else name

    @property
    def names(self) -> tuple[str, ...]:
        """Every form of the name that is shown."""
        return tuple(dict.fromkeys((self.name, *(each.name for each in self.dated_names), *self.aliases, *self.native)))


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim quotation. `doubtful` says what is wrong with the wording, if something is."""

    id: str
    speaker: str
    text: str
    citations: tuple[Citation, ...]
    work: str = ""
    when: Date | None = None
    about: tuple[str, ...] = ()
    reported_by: str = ""
    attribution: Attribution = Attribution.SOLE
    origin: Origin = Origin.ARTICLE
    doubtful: str = ""
    note: str = ""

    @property
    def importance(self) -> int:
        """How much it matters beside facts: as little as the least of them."""
        return MINOR


@dataclass(frozen=True, slots=True)
class Topic:
    """A chapter of the reference: own prose (Markdown, with [[entry-id]] or [[entry-id|words]] as links)."""

    id: str
    title: str
    order: int
    summary: str
    prose: str
    sections: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


class Option(NamedTuple):
    """One option of a question. `note` says why a wrong one is wrong; `facts` are those that tell what it really is.

    `credit` is the part of the mark, in percent, that a wrong option of a choice still earns.
    """

    text: str
    right: bool = False
    note: str = ""
    facts: tuple[str, ...] = ()
    credit: int = 0


class Pair(NamedTuple):
    """What belongs together in a question that is answered by matching."""

    prompt: str
    answer: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question written by an author, who answers for it: `about` are the facts it asks for.

    Exactly one option is right, or, if `several`, one or more. `topic` is a chapter, or empty: then that of the facts.
    Where there are no options, the answer is typed, and `accepted` are the right ones, the one to show first (a number
    may be a range, `1759..1765`); or `pairs` are to be matched, among answers to nothing, the `spare` ones; or things
    are to be put in `order`, in which they stand here. Beside options, `accepted` says that the same question may also
    be typed, and what is then right besides the words of the right one. `passage` is the id of a quotation that it
    rests on, if any.
    """

    id: str
    stem: str
    options: tuple[Option, ...]
    explanation: str
    about: tuple[str, ...]
    citations: tuple[Citation, ...]
    topic: str = ""
    several: bool = False
    importance: int = NOTABLE
    accepted: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    spare: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    passage: str = ""

    @property
    def response(self) -> str:
        """How it is answered: choice, several, typed, match or order; where it has two forms, the first."""
        if self.options:
            return "several" if self.several else "choice"
        if self.accepted:
            return "typed"
        return "order" if self.order else "match"


class Source(NamedTuple):
    """A section of the article or a work cited.

    `kind` is one of `SourceKind`, or empty. `seen` says what it was seen to support, `read_in` in which copy.
    """

    id: str
    title: str
    author: str = ""
    publisher: str = ""
    year: str = ""
    url: str = ""
    lines: str = ""
    section: bool = False
    seen: str = ""
    kind: str = ""
    read_in: str = ""


def _with_subject(entry: Entry) -> str:
    """Why an entry matters, as a sentence that names it."""
    phrase = f"{entry.phrase[:1].upper()}{entry.phrase[1:]}"
    deed = entry.significance.removeprefix("It ")
    return f"{phrase}: {entry.significance}" if deed == entry.significance else f"{phrase} {deed}"


@dataclass(frozen=True)
class Pack:
    """A whole field of history. All tuples are in the order of the files; all ids are unique within their kind.

    `released` is the day of this version, as `2026-11-28`; empty if the pack does not say.
    """

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
    questions: Mapping[str, Question] = field(default_factory=dict)
    edited: bool = False
    unfit_sources: tuple[str, ...] = ()
    released: str = ""

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
        return not (fact.negated or fact.according_to or fact.id in self.corrected)

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
