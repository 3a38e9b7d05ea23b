"""Tables: what is in the book, kind by kind."""

from collections.abc import Iterable, Iterator, Mapping

from trotskyism_cli.invocation import command
from trotskyism_cli.pack.dates import date_words
from trotskyism_cli.pack.model import Entry, Fact, Kind, Topic
from trotskyism_cli.screen.document import Block, Document, Heading, Line, Paragraph, Point, Span, Table, Title, line

PLURALS = {
    Kind.PERSON: "people",
    Kind.ORGANISATION: "organisations",
    Kind.EVENT: "events",
    Kind.CONCEPT: "concepts",
    Kind.WORK: "works",
    Kind.PLACE: "places",
}


def overview_document(name: str, subject: str, counts: Mapping[Kind, int], topics: Iterable[Topic]) -> Document:
    """What there is: entries by kind, and the chapters."""
    rows = tuple(
        (line(Span(PLURALS[kind], "strong")), line(str(count)), line(command("list", PLURALS[kind])))
        for kind, count in counts.items()
        if count
    )
    return Document((Title(name), Paragraph(line(subject)), Table(("", "Entries", "Command"), rows), *_topics(topics)))


def topics_document(topics: Iterable[Topic]) -> Document:
    """The chapters in reading order."""
    return Document(tuple(_topics(topics)))


def _topics(topics: Iterable[Topic]) -> Iterator[Block]:
    chapters = list(topics)
    if chapters:
        yield Heading("Chapters")
    for number, topic in enumerate(chapters, start=1):
        notes = (line(topic.summary), line(Span(command("summary", topic.id), "command")))
        yield Point(line(Span(topic.title, "strong")), notes, number=str(number))


def kind_document(kind: Kind, entries: Iterable[Entry]) -> Document:
    """The entries of one kind, with their dates."""
    rows = tuple(
        (line(Span(entry.name, "strong")), line(entry.type), _dates(entry), line(entry.id)) for entry in entries
    )
    return Document((Title(PLURALS[kind].capitalize(), str(len(rows))), Table(("Name", "Type", "Dates", "Id"), rows)))


def _dates(entry: Entry) -> Line:
    """The dates that make an entry findable in time: those whose object is a date."""
    dated = [fact for fact in entry.facts if fact.date is fact.object and fact.date and not fact.contradicts]
    first: dict[str, Fact] = {}
    for fact in dated:
        first.setdefault(fact.relation, fact)
    return line(Span(" – ".join(date_words(fact.date) for fact in list(first.values())[:2] if fact.date), "date"))
