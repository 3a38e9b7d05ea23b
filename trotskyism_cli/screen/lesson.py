"""A lesson: what is to be known of one fact, on one screen, before it is asked."""

import re

from trotskyism_cli.pack.model import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.document import Block, Document, Paragraph, Span, Title, line

LETTERS = 5  # of a word, in whichever form
MISSING = 6  # one word of so many may be another
_SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")


def entry_of_lesson(pack: Pack, fact_id: str) -> str:
    """The id of the entry that a lesson is about: of a quotation, its speaker."""
    return pack.quotes[fact_id].speaker if fact_id in pack.quotes else fact_id.partition(".")[0]


def lesson_document(pack: Pack, fact_id: str, *, again: bool = False) -> Document:
    """The fact in a sentence, beside what its entry is and why that matters, unless that was read before (`again`).

    Nothing is said twice: neither the fact, if the summary tells it, nor what of the summary the fact tells.
    """
    quote = pack.quotes.get(fact_id)
    entry = pack.entries[entry_of_lesson(pack, fact_id)]
    blocks: list[Block] = [Title(entry.name, "new")]
    fact = pack.statement(fact_id)
    told = "" if quote or fact is None else fact_sentence(pack, fact)
    if quote is not None:
        blocks.append(Paragraph(line(Span(f"“{quote.text}”", "strong"))))
    elif again or not _tells(f"{entry.name} {entry.summary}", told):
        blocks.append(Paragraph(line(Span(told, "strong"))))
    if again:
        return Document(tuple(blocks))
    name_and_fact = f"{entry.name} {told}" if len(blocks) > 1 else ""
    if summary := " ".join(each for each in _SENTENCES.split(entry.summary) if not _tells(name_and_fact, each)):
        blocks.append(Paragraph(line(summary), apart=True))
    if entry.significance and not fact_id.endswith(".significance"):
        blocks.append(Paragraph(line(Span("Why it matters: ", "kind"), entry.significance), apart=True))
    return Document(tuple(blocks))


def _tells(text: str, sentence: str) -> bool:
    """Whether a text tells what a sentence does: all its numbers, and nearly all its longer words."""
    there, words = _words(text), _words(sentence)
    missing = words - there
    return not any(each.isdecimal() for each in missing) and len(missing) * MISSING <= len(words)


def _words(text: str) -> set[str]:
    return {word[:LETTERS] for word in _WORD.findall(text.casefold())}
