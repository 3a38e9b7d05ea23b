"""When: the year of what a fact says, what happened in a year, and what came first."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from trotskyism_cli.items.answers import name_without_year, year_answer
from trotskyism_cli.items.asks import Ask, an_entry, life_of, names_year, stems_of, weight_of
from trotskyism_cli.items.index import HIGHEST, Index, keyable
from trotskyism_cli.items.truth import RankOf, SubjectIn, YearOf, dated, only_year
from trotskyism_cli.items.words import content_words
from trotskyism_cli.pack.dates import MONTHS, Date
from trotskyism_cli.pack.model import EntryRef, Fact, Kind, Role

SAME_WORDS = 0.55  # of their words: two questions about one year that share so many ask the same
SAME_NAME = 0.5  # the same for the names of what is dated: an execution of Kamenev, and Lev Kamenev, who died
IN_ORDER = (Kind.EVENT, Kind.ORGANISATION)  # whose order in time is history; that of deaths and of titles is chance
LEAST = 1  # importance
FEW_YEARS = 8  # a relation with fewer different years shares its options with the others that have few

# Names that tell their place in a row, or their month, answer a question about order by themselves.
_TELLS_ORDER = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|twelfth|twentieth|last|new|old|later"
    rf"|{'|'.join(MONTHS[1:])}|\d+)\b",
    re.IGNORECASE,
)


def years(index: Index) -> Iterator[Ask]:
    """In which year was it? Of facts that tell the same in other words, only one is asked."""
    told = _Told()
    found: dict[str, list[Ask]] = defaultdict(list)
    for fact in sorted(index.facts.values(), key=lambda fact: not isinstance(fact.object, Date)):
        relation = index.relation(fact)
        year = only_year(index, fact)
        if year is None or relation.claim or not keyable(index, fact) or _tells_year(index, fact):
            continue
        stems = stems_of(index, fact, relation.asks.get("when", ()), "when")
        if stems and told.is_new(fact, year, stems[0], index.pack.entries[fact.subject].name):
            found[relation.id].append(
                Ask(
                    id=f"{fact.id}:when",
                    kind="year",
                    pool=f"year/{relation.id}",
                    template=f"{relation.id}:when",
                    subject=index.pack.entries[fact.subject].name,
                    query=YearOf(fact),
                    life=life_of(index, fact),
                    answer=year_answer(year),
                    evidence=(fact.id,),
                    stems=stems,
                    topic=index.topic_of(fact),
                    weight=_weight(index, fact),
                )
            )
    for asks in found.values():
        few = len({ask.answer.id for ask in asks}) < FEW_YEARS
        yield from (replace(ask, pool="year/other") if few else ask for ask in asks)


def _weight(index: Index, fact: Fact) -> int:
    """How important a date is: one knows those of the great happenings, and looks up all others, and lives."""
    weight = weight_of(index, fact)
    if not index.is_weighed:
        return weight
    life = index.relation(fact).role in (Role.BORN, Role.DIED)
    return weight if weight == HIGHEST and not life else LEAST


class _Told:
    """What has been asked of each year: that an event took place, and then that somebody did it there, are one.

    So are the death of somebody, and that this person died: two names of like words in one year.
    """

    def __init__(self) -> None:
        self._dated: set[tuple[str, int]] = set()
        self._words: dict[int, list[frozenset[str]]] = defaultdict(list)
        self._names: dict[int, list[frozenset[str]]] = defaultdict(list)

    def is_new(self, fact: Fact, year: int, stem: str, name: str) -> bool:
        """Whether a question says something that none before did; then it counts as one before."""
        ends = [fact.subject, *([fact.object.id] if isinstance(fact.object, EntryRef) else [])]
        words, named = content_words(stem), content_words(name)
        alike = _shares(words, self._words[year], SAME_WORDS) or _shares(named, self._names[year], SAME_NAME)
        if alike or not self._dated.isdisjoint((end, year) for end in ends):
            return False
        self._words[year].append(words)
        if isinstance(fact.object, Date):
            self._dated.add((fact.subject, year))
            self._names[year].append(named)
        return True


def _shares(words: frozenset[str], others: list[frozenset[str]], part: float) -> bool:
    return any(len(words & other) >= part * min(len(words), len(other)) > 0 for other in others)


def _tells_year(index: Index, fact: Fact) -> bool:
    ends = [fact.subject, *([fact.object.id] if isinstance(fact.object, EntryRef) else [])]
    return any(names_year(index.pack.entries[end].name) for end in ends)


def in_years(index: Index) -> Iterator[Ask]:
    """Which of these was in that year?"""
    for fact, label in dated_subjects(index):
        year = only_year(index, fact)
        relation = index.relation(fact)
        stems = stems_of(index, fact, relation.asks["subject"], "subject", object=f"in {year}")
        if year is not None and stems:
            yield Ask(
                id=f"{fact.id}:in-year",
                kind="in-year",
                pool=f"in-year/{relation.id}/{index.pack.entries[fact.subject].kind}",
                template=f"{relation.id}:in-year",
                subject=str(year),
                query=SubjectIn(fact, year),
                answer=an_entry(index, fact.subject, label),
                evidence=(fact.id,),
                stems=stems,
                topic=index.topic_of(fact),
                weight=_weight(index, fact),
            )


def orders(index: Index) -> Iterator[Ask]:
    """In which order did these come?"""
    for fact, label in dated_subjects(index):
        if index.pack.entries[fact.subject].kind not in IN_ORDER:
            continue
        relation = index.relation(fact)
        stems = relation.asks.get("order", ())
        if stems and not _TELLS_ORDER.search(label):
            yield Ask(
                id=f"{fact.id}:order",
                kind="order",
                pool=f"order/{relation.id}/{index.pack.entries[fact.subject].kind}",
                template=f"{relation.id}:order",
                subject="",
                query=RankOf(fact),
                answer=an_entry(index, fact.subject, label),
                evidence=(fact.id,),
                stems=stems,
                topic=index.topic_of(fact),
                weight=_weight(index, fact),
            )


def dated_subjects(index: Index) -> Iterator[tuple[Fact, str]]:
    """Every fact that dates its subject for certain, with a name of the subject that does not tell the year."""
    for fact in index.facts.values():
        if not isinstance(fact.object, Date) or not index.relation(fact).asks.get("subject"):
            continue
        label = name_without_year(index.pack.entries[fact.subject])
        if label and dated(index, fact.relation, fact.subject) is fact:
            yield fact, label
