"""Cite the article that a pack is based on: all its cited sections count as one work."""

import re
from collections.abc import Iterable, Iterator, Sequence

from trotskyism_cli.pack.model import Citation
from trotskyism_cli.pack.pack import Pack

_LINES = re.compile(r"(\d+)(?:[-–](\d+))?")


def split_citations(pack: Pack, citations: Iterable[Citation]) -> tuple[list[Citation], list[Citation]]:
    """Separate citations of works from citations of sections of the article, each once."""
    works: dict[Citation, None] = {}
    sections: dict[Citation, None] = {}
    for each in citations:
        (sections if is_section(pack, each) else works)[each] = None
    return [*works], [*sections]


def is_section(pack: Pack, citation: Citation) -> bool:
    """Return whether a citation is of a section of the article."""
    source = pack.sources.get(citation.source)
    return source is not None and source.section


def article_cited(pack: Pack, sections: Sequence[Citation]) -> str:
    """Cite the article with the lines of these sections.

    E.g. `the text from which this book set out, line 16`.
    """
    article = pack.entries.get(pack.article)
    lines = list(_lines([each.locator for each in sections if each.locator]))
    places = (f"{'line' if len(lines) == 1 and lines[0].isdecimal() else 'lines'} {', '.join(lines)}",) if lines else ()
    others = dict.fromkeys(each.locator for each in sections if not _LINES.search(each.locator))  # no line numbers
    said = f"{article.phrase if article else 'the article'} from which this book set out"
    return ", ".join(filter(None, (said, *places, *others)))


def _lines(locators: Sequence[str]) -> Iterator[str]:
    """The cited lines in order, with adjacent and overlapping ranges merged."""
    found = [each for locator in locators for each in _LINES.findall(locator)]
    spans = sorted((int(first), int(last or first)) for first, last in found)
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    yield from (f"{first}–{last}" if last > first else str(first) for first, last in joined)
