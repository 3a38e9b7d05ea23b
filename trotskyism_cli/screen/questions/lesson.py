"""A lesson: what to know about one fact, on one or more screens, shown before it is asked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.study.study import AGAIN, tells_key
from trotskyism_cli.library.questions.answer_text import likest, overlaps, tells
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence, sentence
from trotskyism_cli.screen.document import Document, Line, Paragraph, Span, Title
from trotskyism_cli.screen.lines import wrapped

AROUND = 3  # other lines on the screen: a rule above, a blank line and the keys below
WHY, LEARN = "Why it matters: ", "To learn: "
COMING, MISSED = "You will be asked: ", "You were asked: "
NEW, MORE = "new", "more of it"
_SENTENCES = lazy_regex(r"(?<=[.!?]) (?=[A-Z])")
# A sentence that refers to the one before it: `In 1928–30 he extended it …`.
_LEANS = lazy_regex(r"(?:[\w–’'-]+,? ){0,3}?(?:he|she|it|they|his|her|its|their|him|them)\b", re.IGNORECASE)


class Room(NamedTuple):
    """The screen a lesson must fit on."""

    columns: int
    lines: int


class _Part(NamedTuple):
    """The sentences of one paragraph. Those `marked` are to be learnt and are drawn in bold."""

    sentences: Sequence[str]
    marked: Sequence[str] = ()
    lead: str = ""

    @property
    def line(self) -> Line:
        spans: list[Span] = [Span(self.lead, "kind")] if self.lead else []
        for place, each in enumerate(self.sentences):
            spans.append(Span(f"{' ' if place else ''}{each}", "strong" if each in self.marked else ""))
        return tuple(spans)


def entry_of_lesson(pack: Pack, fact_id: str) -> str:
    """The id of the entry a lesson is about; for a quotation its speaker."""
    return pack.quotes[fact_id].speaker if fact_id in pack.quotes else fact_id.partition(".")[0]


def lesson_pages(
    pack: Pack,
    fact_id: str,
    *,
    asked: Item | None = None,
    again: bool = False,
    tag: str = NEW,
    room: Room | None = None,
) -> tuple[Document, ...]:
    """The pages of a lesson: what the entry is, the fact in bold, and why the entry matters.

    With `again` (the entry was read before) only the fact is shown. If the pages do not tell the answer to the question
    that will be `asked`, the question and its answer follow: nobody is asked what the card did not show.

    Nothing is said twice. The fact is left out if the summary contains it, and sentences of the summary that repeat the
    fact are dropped, except for what the entry is. What does not fit on a screen goes on another. `tag` is NEW for a
    new entry, AGAIN for a fact that was missed.
    """
    quote = pack.quotes.get(fact_id)
    entry = pack.entries[entry_of_lesson(pack, fact_id)]
    fact = pack.fact_or_significance(fact_id)
    told = f"“{quote.text}”" if quote else fact_sentence(pack, fact) if fact else ""
    every = [] if again else _SENTENCES.split(entry.summary)
    summary = every
    marked: Sequence[str] = ()
    if not again and tells(f"{entry.name} {entry.summary}", told):
        marked, told = [likest(every, told)], ""
    elif not quote:
        summary = _not_in(told, every)
    own = _SENTENCES.split(told)
    parts = [_Part(summary, marked), _Part(own, own, lead=LEARN if any(summary) else "")]
    if summary[:1] != every[:1]:
        parts = [_Part(own, own), _Part(summary)]  # then the fact tells what the entry is
    if entry.significance and not again and not fact_id.endswith(".significance"):
        parts.append(_Part(_SENTENCES.split(entry.significance), lead=WHY))
    if asked and not _shows(" ".join(each for part in parts for each in part.sentences), asked):
        answer = sentence(asked.key)
        parts.append(_Part((asked.stem, answer), (answer,), lead=MISSED if tag == AGAIN else COMING))
    return tuple(_pages(entry.name, tag, [part for part in parts if any(part.sentences)], room))


def _shows(text: str, asked: Item) -> bool:
    """Return whether a card tells the answer of a question.

    Each part of an order or a match has a card of its own, and the answer to a passage is found in it.
    """
    if asked.response in (Response.ORDER, Response.MATCH) or asked.passage:
        return True
    return tells_key(text, asked)


def _not_in(told: str, summary: Sequence[str]) -> list[str]:
    """The sentences of a summary that the fact does not repeat, and those a kept sentence refers back to.

    The first sentence, which says what the entry is, is dropped only if the fact contains all of it.
    """
    kept: list[str] = []
    leans = False  # whether the following sentence is kept and refers back
    for place in reversed(range(len(summary))):
        each = summary[place]
        is_repeated = overlaps(each, told) and not leans if place else tells(told, each)
        leans = not is_repeated and bool(_LEANS.match(each))
        if not is_repeated:
            kept.insert(0, each)
    return kept


def _pages(name: str, tag: str, parts: Iterable[_Part], room: Room | None) -> Iterator[Document]:
    """The parts on as few screens as possible; a part longer than a screen is cut between sentences."""
    page = Document((Title(name, tag),))
    for part in parts:
        longer = _with(page, part)
        if _fits(longer, room):
            page = longer
            continue
        if len(page.blocks) > 1:
            yield page
            page = Document((Title(name, "continued"),))
        *cut, last = _cut(page, part, room)
        for each in cut:
            yield _with(page, each)
            page = Document((Title(name, "continued"),))
        page = _with(page, last)
    yield page


def _cut(page: Document, part: _Part, room: Room | None) -> Iterator[_Part]:
    """A part in pieces that each fit on a page."""
    while len(part.sentences) > 1 and not _fits(_with(page, part), room):
        sizes = range(len(part.sentences) - 1, 0, -1)
        pieces = (part._replace(sentences=part.sentences[:size]) for size in sizes)
        piece = next((each for each in pieces if _fits(_with(page, each), room)), None)
        piece = piece or part._replace(sentences=part.sentences[:1])
        yield piece
        part = _Part(part.sentences[len(piece.sentences) :], part.marked)
    yield part


def _with(page: Document, part: _Part) -> Document:
    return Document((*page.blocks, Paragraph(part.line, apart=len(page.blocks) > 1)))


def _fits(document: Document, room: Room | None) -> bool:
    return room is None or _height(document, room) <= room.lines


def _height(document: Document, room: Room) -> int:
    """Lines that a lesson needs on a screen, including what surrounds it."""
    lines = AROUND
    for block in document.blocks:
        if isinstance(block, Title):
            lines += len(wrapped(f"{block.text}  {block.tag}", room.columns).split("\n"))
        elif isinstance(block, Paragraph):
            text = "".join(span.text for span in block.line)
            lines += len(wrapped(text, room.columns).split("\n")) + block.apart
    return lines
