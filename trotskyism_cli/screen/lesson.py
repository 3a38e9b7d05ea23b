"""A lesson: what is to be known of one fact, on one screen, before it is asked."""

from trotskyism_cli.pack.model import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.document import Block, Document, Paragraph, Span, Title, line


def entry_of_lesson(pack: Pack, fact_id: str) -> str:
    """The id of the entry that a lesson is about: of a quotation, its speaker."""
    return pack.quotes[fact_id].speaker if fact_id in pack.quotes else fact_id.partition(".")[0]


def lesson_document(pack: Pack, fact_id: str, *, again: bool = False) -> Document:
    """The fact in a sentence, beside what its entry is and why that matters, unless that was read before (`again`)."""
    quote = pack.quotes.get(fact_id)
    entry = pack.entries[entry_of_lesson(pack, fact_id)]
    blocks: list[Block] = [Title(entry.name, "new")]
    if quote is not None:
        blocks += [Paragraph(line(Span(f"“{quote.text}”", "strong")))]
    elif (fact := pack.statement(fact_id)) is not None:
        blocks += [Paragraph(line(Span(fact_sentence(pack, fact), "strong")))]
    if again:
        return Document(tuple(blocks))
    if entry.summary:
        blocks.append(Paragraph(line(entry.summary), apart=True))
    if entry.significance and not fact_id.endswith(".significance"):
        blocks.append(Paragraph(line(Span("Why it matters: ", "kind"), entry.significance), apart=True))
    return Document(tuple(blocks))
