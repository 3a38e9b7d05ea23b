"""The `pack info` document: what a pack holds, in numbers."""

from collections.abc import Iterator, Mapping

from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.model import Origin, Voice
from trotskyism_cli.pack.relation import Relation
from trotskyism_cli.pack.totals import Totals
from trotskyism_cli.screen.document import Document, Field, Fields, Line, Paragraph, Span, Table, Title, line
from trotskyism_cli.screen.entries.tables import PLURALS

VOICES = {
    Voice.FACT: "told as known",
    Voice.CLAIM: "told as what somebody says",
    Voice.DISPUTED: "told as disputed",
}
ORIGINS = {Origin.ARTICLE: "from the article that the pack follows", Origin.BACKGROUND: "from elsewhere"}


def totals_document(held: Totals, way: str) -> Document:
    """The numbers of entries, facts and so on of a pack; `way` is the command that counts facts by relation."""
    kinds = (counted(held.by_kind[kind], kind, PLURALS[kind]) for kind in PLURALS if held.by_kind.get(kind))
    voices = (f"{held.by_voice[voice]:,} {told}" for voice, told in VOICES.items() if held.by_voice[voice])
    of_both = all(held.by_origin[origin] for origin in ORIGINS)  # with only one origin there is nothing to compare
    origins = (f"{held.by_origin[origin]:,} {told}" for origin, told in ORIGINS.items() if of_both)
    rows = {
        "Entries": _in_all(held.entries, kinds),
        "Facts": _in_all(held.facts, voices, origins),
        "Quotations": (line(f"{held.quotes:,}"),),
        "Questions": (line(f"{held.questions:,} written by hand"),),
        "Chapters": (line(f"{held.topics:,}"),),
        "Sources": (line(f"{held.sources:,}"),),
    }
    fields = Fields(tuple(Field(label, told) for label, told in rows.items()))
    return Document(
        (
            Title(held.name, "pack"),
            fields,
            Paragraph(line("by what the facts say: ", Span(way, "command")), apart=True),
        )
    )


def _in_all(number: int, *parts: Iterator[str]) -> tuple[Line, ...]:
    """A number with its breakdown in brackets."""
    told = "; ".join(", ".join(named) for part in parts if (named := [*part]))
    return (line(f"{number:,} ({told})" if told else f"{number:,}"),)


def relations_document(held: Totals, relations: Mapping[str, Relation]) -> Document:
    """The number of facts per relation, most frequent first, with the relation's key."""
    rows = (
        (line(str(count)), line(relations[relation].label), line(relation))
        for relation, count in held.by_relation.items()
    )
    return Document((Title(held.name, "facts"), Table(("Facts", "What they say", "Key"), tuple(rows), alone=True)))
