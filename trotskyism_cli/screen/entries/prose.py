"""The prose of a chapter as blocks: paragraphs, ## headings, - lists, > quotations; **strong**, *note*, [[entry]]."""

import re
from collections.abc import Callable, Iterator

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.screen.document import Block, Heading, Line, Paragraph, Point, Quotation, Span

_INLINE = lazy_regex(r"\[\[(?P<id>[^\]|]+)(?:\|(?P<shown>[^\]]*))?\]\]|\*\*(?P<strong>.+?)\*\*|\*(?P<emphasis>[^*]+)\*")
_BLOCK = lazy_regex(r"\n\s*\n")
_ITEM = lazy_regex(r"^(?:[-*]|(?P<number>\d+)[.)])\s+", re.MULTILINE)

NameOf = Callable[[str], str]


def prose_blocks(prose: str, name_of: NameOf) -> Iterator[Block]:
    """The blocks of a chapter; `name_of` gives the text of a link that has only an id."""
    for chunk in _BLOCK.split(prose.strip()):
        text = chunk.strip()
        if text.startswith("#"):
            yield Heading(text.lstrip("#").strip())
        elif text.startswith(">"):
            yield _quotation(text, name_of)
        elif _ITEM.match(text):
            yield from _list(text, name_of)
        elif text:
            yield Paragraph(inline(text, name_of))


def linked_ids(prose: str) -> tuple[str, ...]:
    """The ids a chapter links to, each once, in order."""
    return tuple(dict.fromkeys(match["id"] for match in _INLINE.finditer(prose) if match["id"]))


def _list(text: str, name_of: NameOf) -> Iterator[Block]:
    starts = list(_ITEM.finditer(text))
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        body = text[start.end() : following.start() if following else None]
        yield Point(inline(body, name_of), number=start["number"] or "")


def _quotation(text: str, name_of: NameOf) -> Quotation:
    lines = [line.lstrip("> ").strip() for line in text.splitlines()]
    body, _, attribution = " ".join(lines).partition("— ")
    return Quotation(inline(body.strip().strip('“”"'), name_of), attribution.strip())


def inline(text: str, name_of: NameOf) -> Line:
    """Running text with its links and emphasis as spans."""
    folded = " ".join(text.split())
    spans: list[Span] = []
    end = 0
    for match in _INLINE.finditer(folded):
        spans.append(Span(folded[end : match.start()]))
        end = match.end()
        if match["id"]:
            spans.append(Span(match["shown"] or name_of(match["id"]), "strong", match["id"]))
        else:
            spans.append(Span(match["strong"] or match["emphasis"], "strong" if match["strong"] else "note"))
    return tuple(span for span in (*spans, Span(folded[end:])) if span.text)
