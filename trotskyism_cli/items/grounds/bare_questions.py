"""Questions before they have options: the stem, the query behind it, and the answer."""

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

ODDS = {3: 9, 2: 3, 1: 1}  # relative frequency of a question, by importance

_WHO = re.compile(r"\b([Bb]y whom|[Ww]ith whom|[Ww]ho among these|[Ww]ho)\b")


@dataclass(frozen=True, slots=True, eq=False)
class BareQuestion:
    """One question about one fact in one direction, without options yet.

    `kind` is the family; the questions of a family share their answers as options. `template` is relation and
    direction, `subject` what the question is about. A person offered as an option must have been alive in the year
    `moment` (None: no limit). `weight` is the importance of the fact, 1 to 3. If not `wanted`, the question is never
    asked and only lends its answer as a distractor. The first element of `evidence` is the fact asked for.
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
    """Fill the wordings with this fact and return those that make a sound question.

    `asked` is the slot of the answer (subject, object or when). It always takes a singular verb, as the number would be
    a cue to the answer.
    """
    filled = {**fact_values(index.pack, fact), **values}
    plurals = {**fact_plurals(index.pack, fact), asked: False}
    stems = [fill(wording, filled, plurals) for wording in wordings]
    if fact.according_to:
        stems = [attributed(index, fact, stem) for stem in stems]
    return tuple(stem for stem in dict.fromkeys(stems) if is_sound_stem(stem))


def attributed(index: Index, fact: Fact, stem: str) -> str:
    """Put the holder of a claim in front of the question: `According to Trotsky, …`."""
    return f"According to {holder_names(index.pack, fact)}, {stem[0].lower()}{stem[1:]}"


def which_for_who(wording: str, kind: Kind) -> str:
    """Adapt a wording that asks `who` to the kind of its answer, e.g. `which organisation`."""

    def replace(match: re.Match[str]) -> str:
        lead = {"by": "by ", "wi": "with "}.get(match[1][:2].lower(), "")
        text = f"{lead}which of these {kind.value}s" if "among" in match[1] else f"{lead}which {kind.value}"
        return text[0].upper() + text[1:] if match[1][0].isupper() else text

    return wording if kind is Kind.PERSON else _WHO.sub(replace, wording)


def moment_of(index: Index, fact: Fact) -> int | None:
    """Year that a fact is about.

    Its own date, else the first date of an organisation, event or work that it connects.
    """
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
    """The dates that an entry's own facts state and whose start is known."""
    return [fact.object for fact in entry.facts if isinstance(fact.object, Date) and fact.object.start]


def restricted_to_topics(index: Index, ask: BareQuestion, topics: Collection[str]) -> BareQuestion:
    """Mark the question as wanted only if it belongs to one of these chapters.

    It does if it is the chapter's own, or if the chapter lists an entry that the question is about.
    """
    chapters = frozenset([ask.topic]).union(*(index.chapters.get(end, ()) for end in ends_of(index, ask)))
    topic = next((topic for topic in topics if topic in chapters), "")
    return replace(ask, topic=topic or ask.topic, wanted=ask.wanted and bool(topic))


def ends_of(index: Index, ask: BareQuestion) -> frozenset[str]:
    """The entries that a question is about, including its answer and the holders of a claim."""
    fact = index.facts[ask.evidence[0]]
    return frozenset([*fact.ends, *fact.according_to])


def importance_of(index: Index, fact: Fact) -> int:
    """Importance of a fact, 1 to 3, but not above that of its most important entry or holder."""
    ends = [*fact.ends, *fact.according_to]
    return min(fact.importance, max(index.pack.entries[end].importance for end in ends))


def names_year(text: str) -> bool:
    """Return whether a text contains a year."""
    return bool(YEAR.search(text))


def entry_option(index: Index, entry_id: str) -> Answer:
    """Make an entry an option, with its era."""
    return entry_answer(index.pack.entries[entry_id], index.eras.get(entry_id))
