"""What a pack says, as values that cannot change: entries, facts, quotations, topics, sources.

The words are those of the YAML files. What kinds of statement there are is in `relation`, what an author asks in
`question`, and the whole in `pack`.
"""

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


class SourceKind(StrEnum):
    """How far a source carries: the first three can bear a fact that one has to know."""

    PRIMARY = "primary"
    SCHOLARLY = "scholarly"
    REFERENCE = "reference"
    PARTISAN = "partisan"
    WEB = "web"


SOUND_KINDS = (SourceKind.PRIMARY, SourceKind.SCHOLARLY, SourceKind.REFERENCE)


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


class Fact(NamedTuple):
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
    """What sorts facts in order of time, by their first days (see `Date.begin`), those without a date last."""
    return (fact.date.begin if fact.date else date.max), fact.id


class Complete(NamedTuple):
    """A declaration that all facts of `relation` with this entry as subject (or object) are in the pack."""

    relation: str
    citations: tuple[Citation, ...]
    as_object: bool = False


class Subject(NamedTuple):
    """A subject of which every paper asks something: what it is called, and the entries that it is about."""

    name: str
    entries: tuple[str, ...]


class DatedName(NamedTuple):
    """A name that an entry had in a span of time."""

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


class Entry(_EntryFields):  # without slots, in which nothing that was worked out could be kept
    """A thing with an id: what the reference is about. `search` holds forms that are found but not shown.

    `significance` says why it matters. `dated_names` are those of an entry that was renamed, in order of time.
    """

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

    @cached_property  # it is asked of every sentence that may name it
    def names(self) -> tuple[str, ...]:
        """Every form of the name that is shown."""
        return tuple(dict.fromkeys((self.name, *(each.name for each in self.dated_names), *self.aliases, *self.native)))


class Quote(NamedTuple):
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
        """How much it matters beside facts: as much as one of which no editor said how much."""
        return NOTABLE


class Topic(NamedTuple):
    """A chapter of the reference: own prose (Markdown, with [[entry-id]] or [[entry-id|words]] as links).

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

    # How it is cited, with the place in it if there is one: wherever a reader looks for it, in a list, or behind words.

    def in_full(self, locator: str = "") -> str:
        """As in a bibliography: author, title, publisher, year."""
        return ", ".join(filter(None, (self.author, self.title, self.publisher, self.year, locator)))

    def in_short(self, locator: str = "") -> str:
        """Author and title."""
        return ", ".join(filter(None, (self.author, self.title, locator)))

    def titled(self, locator: str = "") -> str:
        """The title alone."""
        return ", ".join(filter(None, (self.title, locator)))

    def in_sentence(self, locator: str = "") -> str:
        """`“My Life” (Leon Trotsky, 1930), chapter 4`: the title first, for words that are read on."""
        made = ", ".join(filter(None, (self.author, self.publisher, self.year)))
        return ", ".join(filter(None, (f"“{self.title}”{f' ({made})' if made else ''}", locator)))
