"""What happened in the same year as an event that the question names."""

from collections import defaultdict
from collections.abc import Iterator

from trotskyism_cli.items.asks import Ask, an_entry, is_minor, stems_of
from trotskyism_cli.items.families.dates import dated_subjects
from trotskyism_cli.items.gaps import Gaps
from trotskyism_cli.items.index import Index
from trotskyism_cli.items.truth import SubjectIn, only_year
from trotskyism_cli.pack.model import Fact

MARKS = 4  # events of a year that a question may name


def asks(index: Index) -> Iterator[Ask]:
    """For each fact that dates its subject: the subject, for another event of the year."""
    gaps = Gaps(index)
    marks: dict[int, list[Fact]] = defaultdict(list)
    for mark in gaps.events:
        if (year := only_year(index, mark)) is not None:
            marks[year].append(mark)
    for fact, label in dated_subjects(index):
        year = only_year(index, fact)
        known = [mark for mark in marks.get(year or 0, ()) if gaps.is_apart(mark, [fact])]
        if year is not None and known:
            known.sort(key=lambda each: (-len(index.pack.entries[each.subject].facts), each.id))
            for mark in known[:MARKS]:
                yield from _ask(index, fact, year, mark, label)


def _ask(index: Index, fact: Fact, year: int, mark: Fact, label: str) -> Iterator[Ask]:
    relation = index.relation(fact)
    event = index.pack.entries[mark.subject]
    stems = stems_of(index, fact, relation.asks["subject"], "subject", object=f"in the same year as {event.phrase}")
    if stems:
        yield Ask(
            id=f"{fact.id}:same-year:{mark.id}",
            kind="same-year",
            pool=f"same-year/{relation.id}/{index.pack.entries[fact.subject].kind}",
            template=f"{relation.id}:same-year",
            subject=event.name,
            query=SubjectIn(fact, year),
            answer=an_entry(index, fact.subject, label),
            evidence=(fact.id, mark.id),
            stems=stems,
            topic=index.topic_of(fact),
            minor=is_minor(index, fact),
            asked=2,
        )
