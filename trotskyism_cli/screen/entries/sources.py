"""The sources of a few facts, quotations or questions, in full."""

from collections.abc import Iterable, Iterator

from trotskyism_cli.items.model import QUESTION
from trotskyism_cli.pack.article_cited import article_cited, split_citations
from trotskyism_cli.pack.model import Citation
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.screen.document import Document, Line, Paragraph, Picture, Span, line
from trotskyism_cli.screen.output.address import address_lines
from trotskyism_cli.screen.wrapping import wrapped

MARK, INDENT = "• ", "  "


def sources_document(pack: Pack, evidence: Iterable[str]) -> Document:
    """The sources of facts, quotations and questions (`question:ID`), each once, in order.

    A work cited both with and without a place in it is listed with the place. Sections of the pack's own article are
    listed, as one source, only if nothing else is cited.
    """
    every = dict.fromkeys(citation for each in evidence for citation in _citations(pack, each))
    places = {each.source: each for each in reversed(every) if each.locator}
    placed = dict.fromkeys(each if each.locator else places.get(each.source, each) for each in every)
    works, sections = split_citations(pack, placed)
    if not works and not sections:
        return Document((Paragraph(line("No source is named for it.")),))
    cited = ((pack.sources[each.source], each.locator) for each in works)
    rows = [(source.in_full(locator), source.url) for source, locator in cited]
    rows = rows or [(capital(article_cited(pack, sections)), "")]
    words = tuple(line(said, Span(f"  {url}" if url else "", "source")) for said, url in rows)
    return Document((Picture(lambda width: list(_drawn(rows, width)), words),))


def _citations(pack: Pack, evidence: str) -> tuple[Citation, ...]:
    question = evidence.removeprefix(QUESTION)
    if question != evidence:
        return pack.questions[question].citations if question in pack.questions else ()
    return (pack.facts.get(evidence) or pack.quotes[evidence]).citations


def _drawn(rows: Iterable[tuple[str, str]], width: int) -> Iterator[Line]:
    room = max(1, width - len(MARK))
    for said, url in rows:
        for number, part in enumerate(wrapped(line(said), room)):
            yield (Span(INDENT if number else MARK, "" if number else "line"), *part)
        yield from (line(INDENT, Span(part, "source")) for part in address_lines(url, room))
