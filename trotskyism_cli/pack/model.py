"""The records of a pack as immutable values: entries, facts, quotations, topics, sources.

Field names are those of the YAML files. Kinds of statement are in `relation`, authors' questions in `question`, and the
whole pack in `pack`.
"""

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from trotskyism_cli.pack.dates import Date

# Importance: known to any educated person; known to a good student; only looked up.
ESSENTIAL, NOTABLE, MINOR = 3, 2, 1


class Kind(StrEnum):
    """Kind of an entry."""

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
    """Whether a fact is in the article that the pack is based on, or was added from elsewhere."""

    ARTICLE = "article"
    BACKGROUND = "background"


class Attribution(StrEnum):
    """How certain it is that the words of a quotation are the speaker's alone."""

    SOLE = "sole"
    REPORTED = "reported"
    UNCERTAIN = "uncertain"


class SourceKind(StrEnum):
    """Quality of a source, best first. Only the first three suffice for a notable fact."""

    PRIMARY = "primary"
    SCHOLARLY = "scholarly"
    REFERENCE = "reference"
    PARTISAN = "partisan"
    WEB = "web"


SOUND_KINDS = (SourceKind.PRIMARY, SourceKind.SCHOLARLY, SourceKind.REFERENCE)


class Citation(NamedTuple):
    """A source id and the place in it (`lines` of the article, a page, a chapter; may be empty)."""

    source: str
    locator: str = ""


class EntryRef(NamedTuple):
    """The object of a fact, if it is an entry."""

    id: str


class Number(NamedTuple):
    """The object of a fact, if it is a number: `text` as written, `unit` e.g. `workers`."""

    value: float
    text: str
    unit: str = ""


FactObject = EntryRef | Date | Number | str


class Fact(NamedTuple):
    """One atomic statement about `subject`.

    Its id is `<entry>.<name>`; a learner's progress depends on it. `revision` goes up when the meaning changes, so that
    the fact is learnt anew. `unique` says that no other subject has this object, as `inverse_functional` does for a
    whole relation. `uncertain` says why the value is a convention, a range or disputed (empty if it is not). `formerly`
    holds ids of facts that were merged into this one.
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
        """Date of the fact: its object if that is a date, else `when`."""
        return self.object if isinstance(self.object, Date) else self.when

    @property
    def target(self) -> str:
        """Id of the entry that is its object; empty if the object is no entry."""
        return self.object.id if isinstance(self.object, EntryRef) else ""

    @property
    def ends(self) -> tuple[str, ...]:
        """The entries it connects: its subject, and its object if that is an entry."""
        return (self.subject, self.target) if self.target else (self.subject,)

    @property
    def is_uncertain(self) -> bool:
        """True if its value is a convention, a range or disputed, so that no question may rest on it."""
        return bool(self.uncertain) or self.voice is Voice.DISPUTED


def by_time(fact: Fact) -> tuple[date, str]:
    """Sort key for facts in order of time (see `Date.begin`), undated ones last."""
    return (fact.date.begin if fact.date else date.max), fact.id


class Complete(NamedTuple):
    """A declaration that all facts of `relation` with this entry as subject (or object) are in the pack."""

    relation: str
    citations: tuple[Citation, ...]
    as_object: bool = False


class Subject(NamedTuple):
    """A subject of the syllabus, which every paper asks about: its name and the entries that it covers."""

    name: str
    entries: tuple[str, ...]


class DatedName(NamedTuple):
    """A name that an entry had during a span of time."""

    name: str
    when: Date


class _EntryFields(NamedTuple):
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
    disputes: tuple[str, ...] = ()
    importance: int = NOTABLE
    significance: str = ""
    significance_citations: tuple[Citation, ...] = ()
    further_reading: tuple[Citation, ...] = ()
    dated_names: tuple[DatedName, ...] = ()
    facts: tuple[Fact, ...] = ()
    complete: tuple[Complete, ...] = ()


class Entry(_EntryFields):  # without slots, as `cached_property` needs a `__dict__`
    """A thing with an id: a person, organisation, event, concept, work or place.

    `search` holds forms that are found but not shown. `significance` says why it matters. `dated_names` are the
    successive names of an entry that was renamed.
    """

    @property
    def phrase(self) -> str:
        """The name as it stands inside a sentence: `the Fourth International`, `Leon Trotsky`."""
        return self._in_sentence(self.name)

    def phrase_at(self, date: Date | None) -> str:
        """The name at a date as it stands inside a sentence; the usual name if none is known."""
        return self._in_sentence(self.name_at(date))

    def name_at(self, date: Date | None) -> str:
        """The name at a date (on the day of a change, the new one); the usual name if none is known."""
        if self.dated_names and date and (date.start or date.end):
            for each in reversed(self.dated_names):
                if each.when.first <= date.first <= each.when.last:
                    return each.name
        return self.name

    def _in_sentence(self, name: str) -> str:
        return f"{self.article} {name}" if self.article else name

    @cached_property  # needed for every sentence that may name it
    def names(self) -> tuple[str, ...]:
        """Every form of the name that is shown."""
        return tuple(dict.fromkeys((self.name, *(each.name for each in self.dated_names), *self.aliases, *self.native)))


class Quote(NamedTuple):
    """A verbatim quotation. `doubtful` says what is wrong with the wording; empty if nothing is."""

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
        """Importance of a quotation: that of a fact without an explicit one."""
        return NOTABLE


class Topic(NamedTuple):
    """A chapter: its prose is Markdown with links as `[[entry-id]]` or `[[entry-id|words]]`.

    A `survey` goes through the whole field, as an overview or a chronology does.
    """

    id: str
    title: str
    order: int
    summary: str
    prose: str
    sections: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    survey: bool = False


class Source(NamedTuple):
    """A section of the article, or a cited work.

    `kind` is one of `SourceKind`, or empty. `seen` says what it was seen to support, `read_in` in which copy it was
    read.
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

    # Four forms of a citation, each with the place in the source if one is given.

    def in_full(self, locator: str = "") -> str:
        """Author, title, publisher and year, as in a bibliography."""
        return ", ".join(filter(None, (self.author, self.title, self.publisher, self.year, locator)))

    def in_short(self, locator: str = "") -> str:
        """Author and title."""
        return ", ".join(filter(None, (self.author, self.title, locator)))

    def titled(self, locator: str = "") -> str:
        """The title alone."""
        return ", ".join(filter(None, (self.title, locator)))

    def in_sentence(self, locator: str = "") -> str:
        """Title first, for use in a sentence: `“My Life” (Leon Trotsky, 1930), chapter 4`."""
        made = ", ".join(filter(None, (self.author, self.publisher, self.year)))
        return ", ".join(filter(None, (f"“{self.title}”{f' ({made})' if made else ''}", locator)))
