"""Read relations, quotations, chapters and sources from records."""

from trotskyism_cli.pack.model import Attribution, Kind, Origin, Quote, Source, Topic
from trotskyism_cli.pack.relation import ObjectType, Relation
from trotskyism_cli.pack.text.records import Record, RecordReader, one_line


def read_relation(own_id: str, record: Record, records: RecordReader) -> Relation:
    """Make a relation of its record."""
    objects = record.texts("object")
    kinds = tuple(Kind(each) for each in objects if each in tuple(Kind))
    types = [ObjectType(each) for each in objects if each in tuple(ObjectType)]
    if types and (kinds or len(types) > 1):
        records.report(record.places["object"], "either kinds of entry, or one of date, number, text")
    return Relation(
        id=own_id,
        label=record.text("label"),
        inverse_label=record.text("inverse_label"),
        subjects=tuple(Kind(each) for each in record.texts("subject")),
        objects=kinds,
        object_type=types[0] if types else None,
        says=record.text("says"),
        functional=record.flag("functional"),
        inverse_functional=record.flag("inverse_functional"),
        symmetric=record.flag("symmetric"),
        tree=record.text("tree"),
        claim=record.flag("claim"),
        speaks=record.flag("speaks"),
        part=record.text("part"),
        row=record.text("row"),
        rows=record.labels("rows"),
        inverse_row=record.text("inverse_row"),
        brief=record.text("brief"),
        role=record.text("role"),
        asks=record.wordings(),
        words=record.texts("words"),
    )


def read_quote(own_id: str, record: Record) -> Quote:
    """Make a quotation of its record."""
    return Quote(
        id=own_id,
        speaker=record.text("speaker"),
        text=one_line(record.text("text")),
        citations=record.citations(),
        work=record.text("work"),
        when=record.date("when"),
        about=record.texts("about"),
        reported_by=record.text("reported_by"),
        attribution=Attribution(record.text("attribution", Attribution.SOLE)),
        origin=Origin(record.text("origin", Origin.ARTICLE)),
        doubtful=one_line(record.text("doubtful")),
        note=one_line(record.text("note")),
    )


def read_topic(own_id: str, record: Record) -> Topic:
    """Make a chapter of its record."""
    return Topic(
        id=own_id,
        title=one_line(record.text("title")),
        order=record.integer("order", 0),
        summary=one_line(record.text("summary")),
        prose=record.text("prose"),
        sections=record.texts("sections"),
        entries=record.texts("entries"),
        quotes=record.texts("quotes"),
        survey=record.flag("survey"),
    )


def read_source(own_id: str, record: Record) -> Source:
    """Make a source of its record."""
    return Source(
        id=own_id,
        title=one_line(record.text("title")),
        author=record.text("author"),
        publisher=record.text("publisher"),
        year=record.text("year"),
        url=record.text("url"),
        lines=record.text("lines"),
        section=record.flag("section"),
        seen=one_line(record.text("seen")),
        kind=record.text("kind"),
        read_in=one_line(record.text("read_in")),
    )
