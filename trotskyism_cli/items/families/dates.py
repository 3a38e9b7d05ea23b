"""When: the year of a great happening, and what came first."""

import re
from collections.abc import Iterator

from trotskyism_cli.items.answers import name_without_year, year_answer
from trotskyism_cli.items.asks import Ask, an_entry, names_year, stems_of, weight_of
from trotskyism_cli.items.index import HIGHEST, Index
from trotskyism_cli.items.truth import RankOf, YearOf, dated, only_year
from trotskyism_cli.pack.dates import A_MONTH, Date
from trotskyism_cli.pack.model import Fact, Kind

HAPPENINGS = (Kind.EVENT, Kind.ORGANISATION)  # whose order in time is history; that of lives and titles is chance

# Names that tell their place in a row, or their month, answer a question about order by themselves.
_TELLS_ORDER = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|twelfth|twentieth|last|new|old|later"
    rf"|{A_MONTH}|\d+)\b",
    re.IGNORECASE,
)


def years(index: Index) -> Iterator[Ask]:
    """In which year was it? Of what one has to know, and whose name tells no year."""
    for fact, _ in _dated(index):
        year = only_year(index, fact)
        name = index.pack.entries[fact.subject].name
        stems = stems_of(index, fact, index.relation(fact).asks.get("when", ()), "when")
        if year is not None and stems and not names_year(name):
            yield Ask(
                id=f"{fact.id}:when",
                kind="year",
                pool="year",
                template=f"{fact.relation}:when",
                subject=name,
                query=YearOf(fact),
                answer=year_answer(year),
                evidence=(fact.id,),
                stems=stems,
                topic=index.topic_of(fact),
                weight=weight_of(index, fact),
            )


def orders(index: Index) -> Iterator[Ask]:
    """In which order did these come?"""
    for fact, label in _dated(index):
        kind = index.pack.entries[fact.subject].kind
        stems = index.relation(fact).asks.get("order", ())
        if kind in HAPPENINGS and stems and label and not _TELLS_ORDER.search(label):
            yield Ask(
                id=f"{fact.id}:order",
                kind="order",
                pool=f"order/{fact.relation}/{kind}",
                template=f"{fact.relation}:order",
                subject="",
                query=RankOf(fact),
                answer=an_entry(index, fact.subject, label),
                evidence=(fact.id,),
                stems=stems,
                topic=index.topic_of(fact),
                weight=weight_of(index, fact),
            )


def _dated(index: Index) -> Iterator[tuple[Fact, str]]:
    """Every fact that dates its subject for certain, with a name of the subject that tells no year.

    Where editors have weighed the facts of the pack, one knows the dates of the great happenings, and looks up others.
    """
    for fact in index.facts.values():
        entry = index.pack.entries[fact.subject]
        if not isinstance(fact.object, Date):
            continue
        great = entry.kind in HAPPENINGS and weight_of(index, fact) == HIGHEST
        if (great or not index.is_weighed) and dated(index, fact.relation, fact.subject) is fact:
            yield fact, name_without_year(entry)
