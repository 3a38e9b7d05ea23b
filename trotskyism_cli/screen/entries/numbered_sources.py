"""Numbered sources: the numbers beside statements on a screen, and the list below."""

from collections.abc import Iterable, Iterator, Sequence

from trotskyism_cli.pack.article_cited import article_cited, is_section, split_citations
from trotskyism_cli.pack.model import Citation, Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.screen.document import Block, Heading, Point, Span, line
from trotskyism_cli.screen.entries.card_further import source_line


class Numbers:
    """Numbers for the sources cited on a screen, in order of first use.

    All sections of the pack's own article share the last number.
    """

    def __init__(self, pack: Pack, cited: Iterable[Citation]) -> None:
        self._pack = pack
        works, self._sections = split_citations(pack, cited)
        self._works = {each: number for number, each in enumerate(works, start=1)}

    @property
    def are_used(self) -> bool:
        """Return whether any source is cited."""
        return bool(self._works or self._sections)

    def of(self, fact: Fact) -> Span:
        """The number of the best source of a fact."""
        return self._numbers(fact.citations[:1])

    def all_of(self, fact: Fact) -> Span:
        """The numbers of all sources of a fact, the best first."""
        return self._numbers(fact.citations)

    def _numbers(self, citations: Sequence[Citation]) -> Span:
        article = len(self._works) + 1
        numbers = dict.fromkeys(article if is_section(self._pack, each) else self._works[each] for each in citations)
        found = ", ".join(map(str, numbers))
        return Span(f" [{found}]" if found else "", "source")

    def list(self) -> Iterator[Block]:
        """The list of sources with their numbers."""
        if self._works or self._sections:
            yield Heading("Sources")
        for citation, number in self._works.items():
            source = self._pack.sources.get(citation.source)
            if source:
                yield Point(source_line(source, citation.locator), number=str(number))
        if self._sections:
            said = capital(article_cited(self._pack, self._sections))
            yield Point(line(said), number=str(len(self._works) + 1))
