"""A lesson: what is to be known of one fact, on one screen, before it is asked."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.library.telling import overlaps, tells
from trotskyism_cli.pack.model import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.document import Block, Document, Paragraph, Span, Title, line
from trotskyism_cli.screen.lines import wrapped

AROUND = 3  # lines of a screen that are not the lesson's: a rule above it, and the keys below a blank one
WHY = "Why it matters: "
_SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-Z])")


class Room(NamedTuple):
    """The screen that a lesson is to fit on."""

    columns: int
    lines: int


def entry_of_lesson(pack: Pack, fact_id: str) -> str:
    """The id of the entry that a lesson is about: of a quotation, its speaker."""
    return pack.quotes[fact_id].speaker if fact_id in pack.quotes else fact_id.partition(".")[0]


def lesson_document(pack: Pack, fact_id: str, *, again: bool = False, room: Room | None = None) -> Document:
    """The fact in a sentence, beside what its entry is and why that matters, unless that was read before (`again`).

    Nothing is said twice: neither the fact, if the summary tells it, nor what of the summary repeats the fact. What
    finds no room is left out, from the end.
    """
    quote = pack.quotes.get(fact_id)
    entry = pack.entries[entry_of_lesson(pack, fact_id)]
    fact = pack.statement(fact_id)
    told = f"“{quote.text}”" if quote else fact_sentence(pack, fact) if fact else ""
    summary = [] if again else _SENTENCES.split(entry.summary)
    if not again and tells(f"{entry.name} {entry.summary}", told):
        told = ""
    elif not quote:
        summary = [each for each in summary if not overlaps(each, told)]
    has_why = entry.significance and not again and not fact_id.endswith(".significance")
    why = _SENTENCES.split(entry.significance) if has_why else []
    every = [_document(entry.name, told, *kept) for kept in _shorter(summary, why)]
    return next((each for each in every if room is None or _height(each, room) <= room.lines), every[-1])


def _shorter(summary: Sequence[str], why: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Both whole, then with less and less of them."""
    yield from ((summary, why[:kept]) for kept in range(len(why), 0, -1))
    yield from ((summary[:kept], ()) for kept in range(len(summary), -1, -1))


def _document(name: str, told: str, summary: Sequence[str], why: Sequence[str]) -> Document:
    blocks: list[Block] = [Title(name, "new")]
    if told:
        blocks.append(Paragraph(line(Span(told, "strong"))))
    if summary:
        blocks.append(Paragraph(line(" ".join(summary)), apart=True))
    if why:
        blocks.append(Paragraph(line(Span(WHY, "kind"), " ".join(why)), apart=True))
    return Document(tuple(blocks))


def _height(document: Document, room: Room) -> int:
    """The lines that a screen needs for a lesson, with what stands around it."""
    lines = AROUND
    for block in document.blocks:
        if isinstance(block, Title):
            lines += len(wrapped(f"{block.text}  {block.tag}", room.columns).split("\n"))
        elif isinstance(block, Paragraph):
            text = "".join(span.text for span in block.line)
            lines += len(wrapped(text, room.columns).split("\n")) + block.apart
    return lines
