"""What a search found, best first, with the words that matched marked; and quotations the same way."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from trotskyism_cli.invocation import command
from trotskyism_cli.pack.model import Pack, Quote
from trotskyism_cli.screen.cards import quote_block
from trotskyism_cli.screen.document import Block, Document, Line, Paragraph, Span, Title, line

if TYPE_CHECKING:
    from trotskyism_cli.library.search import Hit

_WORD = re.compile(r"\w+")
_SHOW = {"quote": "quote", "topic": "summary"}


def passages_document(hits: Iterable["Hit"]) -> Document:
    """The passages, each under the name of what it is about, and the command that shows more."""
    return Document(tuple(block for hit in hits for block in _passage(hit)))


def _passage(hit: "Hit") -> Iterator[Block]:
    yield Title(hit.name, hit.kind)
    yield Paragraph(marked(hit.text, hit.matched))
    yield Paragraph(line(Span(command(_SHOW.get(hit.kind, "show"), hit.id), "command")))


def quotes_document(pack: Pack, quotes: Iterable[Quote], sought: str = "") -> Document:
    """Quotations with full attribution, the words sought marked in them."""
    words = {word.casefold() for word in _WORD.findall(sought)}
    return Document(tuple(quote_block(pack, quote, marked(quote.text, words, "quote")) for quote in quotes))


def marked(text: str, words: Collection[str], style: str = "") -> Line:
    """The text with every word marked that is one of `words` (casefolded) as a whole."""
    spans: list[Span] = []
    end = 0
    for match in _WORD.finditer(text):
        if match.group().casefold() in words:
            spans += [Span(text[end : match.start()], "quote" if style else ""), Span(match.group(), "match")]
            end = match.end()
    spans.append(Span(text[end:], "quote" if style else ""))
    return tuple(span for span in spans if span.text)
