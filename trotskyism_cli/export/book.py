"""The whole reference as one book: chapters with their entries, the timeline, an index and the sources.

It consists of the same documents as the program shows on screen. `book_html` and others write it in their format.
"""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from trotskyism_cli.library.dates.dated_facts import timeline
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.message_text import MIDDOT
from trotskyism_cli.pack.model import Source
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.document import Block, Document, Heading, Line, Paragraph, Point, Span, Title, join, line
from trotskyism_cli.screen.entries.cards import ALL, part_document
from trotskyism_cli.screen.machine import pack_record
from trotskyism_cli.screen.time.views import timeline_document, topic_document
from trotskyism_cli.views.periods.period import period_view

CHAPTER, ENTRY = 2, 3


class Section(NamedTuple):
    """A section of the book: its heading level, anchor and content."""

    level: int
    anchor: str
    document: Document


def sections(library: Library) -> Iterator[Section]:
    """The sections of the book from title to sources."""
    pack = library.pack
    homes = _homes(pack)
    yield Section(1, "book", Document((Title(pack.name), *_front(pack))))
    for topic in pack.topics:
        yield Section(CHAPTER, f"chapter-{topic.id}", topic_document(pack, topic))
        yield from _entries(library, [entry for entry, home in homes.items() if home == topic.id])
    homeless = [entry for entry, home in homes.items() if not home]
    if homeless:
        yield Section(CHAPTER, "further", Document((Title("Further entries"),)))
        yield from _entries(library, homeless)
    moments = timeline(library)
    if moments:
        yield Section(CHAPTER, "timeline", timeline_document("Timeline", period_view(pack, moments, everything=True)))
    yield Section(CHAPTER, "index", Document((Title("Index"), *_index(pack))))
    yield Section(CHAPTER, "sources", Document((Title("Sources"), *(_source(each) for each in pack.sources.values()))))


def _homes(pack: Pack) -> dict[str, str]:
    """For each entry, the first chapter that covers it; empty if none does."""
    homes = dict.fromkeys(pack.entries, "")
    for topic in pack.topics:
        for entry in topic.entries:
            homes[entry] = homes[entry] or topic.id
    return homes


def _front(pack: Pack) -> Iterator[Block]:
    yield Paragraph(line(f"{pack.subject.rstrip('.')}. Licence: {pack.licence}. Version {pack.version}."))
    if pack.topics:
        yield Heading("Chapters")
    for topic in pack.topics:
        yield Point((Span(topic.title, "strong", f"#chapter-{topic.id}"),))
    for anchor, title in (("timeline", "Timeline"), ("index", "Index"), ("sources", "Sources")):
        yield Point((Span(title, "strong", f"#{anchor}"),))


def _entries(library: Library, ids: list[str]) -> Iterator[Section]:
    for own_id in sorted(ids, key=lambda each: plain(library.pack.entries[each].name)):
        yield Section(ENTRY, f"entry-{own_id}", _on_paper(part_document(library.pack, library.card(own_id), ALL)))


def _on_paper(card: Document) -> Document:
    """A card without commands: a book has links instead."""
    return Document(
        tuple(
            block._replace(line=tuple(span for span in block.line if span.style != "command"))
            if isinstance(block, Point)
            else block
            for block in card.blocks
        )
    )


def _index(pack: Pack) -> Iterator[Block]:
    """Every name of every entry, grouped by first letter."""
    names = {(name, entry.id) for entry in pack.entries.values() for name in entry.names}
    ordered = sorted(names, key=lambda each: (plain(each[0]), each))
    for letter, group in groupby(ordered, key=lambda each: plain(each[0])[:1].upper()):
        yield Heading(letter or "…")
        yield Paragraph(join((_named(name, own_id) for name, own_id in group), MIDDOT))


def _named(name: str, own_id: str) -> Line:
    return (Span(name, "", own_id),)


def _source(source: Source) -> Point:
    lines = f" (the article, lines {source.lines})" if source.section and source.lines else ""
    return Point(line(source.in_full(), lines, Span(f" {source.url}", "source") if source.url else ""))


def book_json(library: Library) -> Iterator[str]:
    """The whole pack as one JSON document, the same as `list --json`."""
    yield json.dumps(pack_record(library.pack), ensure_ascii=False, indent=2) + "\n"
