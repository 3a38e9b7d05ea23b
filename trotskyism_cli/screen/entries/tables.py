"""Two overview tables: what the book holds by kind, and its chapters."""

from collections.abc import Iterator, Mapping, Sequence

from trotskyism_cli.invocation import command
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.model import Kind, Topic
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.document import Document, Line, Paragraph, Span, Table, Title, line
from trotskyism_cli.screen.lines import cells, wrapped

PLURALS = {
    Kind.PERSON: "people",
    Kind.ORGANISATION: "organisations",
    Kind.EVENT: "events",
    Kind.CONCEPT: "concepts",
    Kind.WORK: "works",
    Kind.PLACE: "places",
}


NARROW = 60  # columns below which a chapter's id is left out


def overview_document(pack: Pack, counts: Mapping[Kind, int]) -> Document:
    """Counts of entries by kind, of quotations and of chapters, each with its command."""
    held = [(PLURALS[kind], count, command("list", PLURALS[kind])) for kind, count in counts.items()]
    held += [("quotations", len(pack.quotes), command("quote")), ("chapters", len(pack.topics), command("summary"))]
    rows = tuple(
        (line(Span(name, "strong")), line(str(count)), line(Span(further, "command")))
        for name, count, further in held
        if count
    )
    table = Table(("What", "Count", "Command"), rows, alone=True)
    return Document((Title(pack.name), Paragraph(line(pack.subject)), table))


def topics_document(topics: Sequence[Topic]) -> Document:
    """The chapters in reading order, one line each."""
    rows = tuple(
        (line(str(number)), line(Span(topic.title, "strong")), line(topic.id), line(topic.summary))
        for number, topic in enumerate(topics, start=1)
    )
    told = tuple((f"{number}. {topic.title}.", topic.summary) for number, topic in enumerate(topics, start=1))
    headers = ("Number", "Title", "Id", "Summary")
    table = Table(headers, rows, lambda width: list(_chapters(topics, width)), alone=True, told=told)
    last = min(6, len(topics))
    tag = f"read one: {command('summary', str(last))}" if topics else ""
    return Document((Title(counted(len(topics), "chapter"), tag), table))


def _chapters(topics: Sequence[Topic], width: int) -> Iterator[Line]:
    """Number, title and, if there is room, the id right-aligned."""
    for number, topic in enumerate(topics, start=1):
        for place, part in enumerate(wrapped(topic.title, width - 4).split("\n")):
            lead = "" if place else str(number)
            room = width - 4 - cells(part) - len(topic.id)
            beside = f"{' ' * room}{topic.id}" if width >= NARROW and room >= 2 else ""
            yield line(Span(f"{lead:>2}  ", "kind"), Span(part, "strong"), beside)
