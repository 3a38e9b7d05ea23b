"""Where statements stand: the sources of a few facts or quotations, whole."""

from collections.abc import Iterable

from trotskyism_cli.pack.model import Citation, Source
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.document import Document, Line, Paragraph, Point, Span, line


def sources_document(pack: Pack, evidence: Iterable[str]) -> Document:
    """The sources of facts and quotations by their ids, each once; those of the first fact first."""
    records = (pack.facts.get(each) or pack.quotes[each] for each in evidence)
    cited = dict.fromkeys(citation for record in records for citation in record.citations)
    if not cited:
        return Document((Paragraph(line("No source is named for it.")),))
    return Document(tuple(Point(_cited(pack.sources[each.source], each)) for each in cited))


def _cited(source: Source, citation: Citation) -> Line:
    title = f"section “{source.title}” of the article" if source.section else source.title
    lines = "line" if citation.locator.isdecimal() else "lines"
    place = f"{lines} {citation.locator}" if source.section and citation.locator else citation.locator
    told = ", ".join(filter(None, (source.author, title, source.publisher, source.year, place)))
    return line(told, Span(f"  {source.url}" if source.url else "", "source"))
