"""Questions before they have options: what is asked, in which words, and what the answer is."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from trotskyism_cli.items.grounds.answers import YEAR, Answer, entry_answer
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.grounds.truth import Query
from trotskyism_cli.items.grounds.words import is_sound_stem
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.wording import fact_plurals, fact_values, fill, holder_names

ODDS = {3: 9, 2: 3, 1: 1}  # by importance: how often a question is asked, against others

_WHO = re.compile(r"\b([Bb]y whom|[Ww]ith whom|[Ww]ho among these|[Ww]ho)\b")


@dataclass(frozen=True, slots=True, eq=False)
class Ask:
    """One question about one fact in one direction, not yet with options.

    `kind` is the family, whose questions share their answers; `template` names the relation and the direction,
    `subject` what the question is about. `moment` is the year in which a person who is an option must have lived, if
    the question is about one; `weight` says how important what it asks for is, from 1 to 3. `wanted` tells whether it
    may be asked, or only lends its answer. Of its `evidence`, the first is what it asks for.
    """

    id: str
    kind: str
    template: str
    subject: str
    query: Query
    answer: Answer
    evidence: tuple[str, ...]
    stems: tuple[str, ...]
    topic: str
    moment: int | None = None
    weight: int = 2
    wanted: bool = True


def stems_of(index: Index, fact: Fact, wordings: Sequence[str], asked: str, **values: str) -> tuple[str, ...]:
    """The wordings as questions about this fact, those that make a sound question.

    The answer's slot (`asked`: subject, object or when) takes a singular verb: its number would give it away.
    """
    filled = {**fact_values(index.pack, fact), **values}
    plurals = {**fact_plurals(index.pack, fact), asked: False}
    stems = [fill(wording, filled, plurals) for wording in wordings]
    if fact.according_to:
        stems = [attributed(index, fact, stem) for stem in stems]
    return tuple(stem for stem in dict.fromkeys(stems) if is_sound_stem(stem))


def attributed(index: Index, fact: Fact, stem: str) -> str:
    """The question about a claim with its holder in front."""
    return f"According to {holder_names(index.pack, fact)}, {stem[0].lower()}{stem[1:]}"


def with_noun(wording: str, kind: Kind) -> str:
    """A wording that asks `who`, for an answer that is no person: `which organisation`."""

    def replace(match: re.Match[str]) -> str:
        lead = {"by": "by ", "wi": "with "}.get(match[1][:2].lower(), "")
        text = f"{lead}which of these {kind.value}s" if "among" in match[1] else f"{lead}which {kind.value}"
        return text[0].upper() + text[1:] if match[1][0].isupper() else text

    return wording if kind is Kind.PERSON else _WHO.sub(replace, wording)


def moment_of(index: Index, fact: Fact) -> int | None:
    """The year that a fact is about: its own date, else the first date of the entries that it ties together."""
    if fact.date and fact.date.start:
        return fact.date.start.first.year
    ends = fact.ends
    for end in ends:
        entry = index.pack.entries[end]
        dates = own_dates(entry)
        if dates and entry.kind in (Kind.ORGANISATION, Kind.EVENT, Kind.WORK):
            return min(date.first.year for date in dates)
    return None


def own_dates(entry: Entry) -> list[Date]:
    """The dates of an entry itself of which the beginning is known."""
    return [fact.object for fact in entry.facts if isinstance(fact.object, Date) and fact.object.start]


def within(index: Index, ask: Ask, topics: Collection[str]) -> Ask:
    """The question, marked as wanted or not: whether a chapter is its own, or lists what it is about."""
    chapters = frozenset([ask.topic]).union(*(index.chapters.get(end, ()) for end in ends_of(index, ask)))
    topic = next((topic for topic in topics if topic in chapters), "")
    return replace(ask, topic=topic or ask.topic, wanted=ask.wanted and bool(topic))


def ends_of(index: Index, ask: Ask) -> frozenset[str]:
    """The entries that a question is about, that of the answer included."""
    fact = index.facts[ask.evidence[0]]
    return frozenset([*fact.ends, *fact.according_to])


def weight_of(index: Index, fact: Fact) -> int:
    """How important a fact is, from 1 to 3: no more than the most important of the entries that it is about."""
    ends = [*fact.ends, *fact.according_to]
    return min(fact.importance, max(index.pack.entries[end].importance for end in ends))


def names_year(text: str) -> bool:
    """Whether a text tells a year."""
    return bool(YEAR.search(text))


def an_entry(index: Index, entry_id: str) -> Answer:
    """An entry as an option, placed in time."""
    return entry_answer(index.pack.entries[entry_id], index.eras.get(entry_id))
