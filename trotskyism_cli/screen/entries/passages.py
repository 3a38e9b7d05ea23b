"""Search results: a direct answer, then numbered hits with the matched words marked; also lists of quotations."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from trotskyism_cli.invocation import command
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Picture,
    Span,
    Style,
    Title,
    join,
    line,
)
from trotskyism_cli.screen.wrapping import to_the_right, wrapped

if TYPE_CHECKING:
    from trotskyism_cli.library.quotations import QuoteGroup
    from trotskyism_cli.views.questions.answer_view import AnswerView
    from trotskyism_cli.views.questions.direct import Direct
    from trotskyism_cli.views.questions.hits import ShownHit

MEASURE = 90  # columns; the widest comfortable line
MOST = 100  # hits that may be asked for
LINES = 3  # shown of a hit
NARROW = 60  # columns below which only as many hits are shown as fit, but at least FEWEST
FEWEST = 3
AROUND = 4  # other lines on the screen: a blank one, the count with the command, and the shell prompt
_WORD = lazy_regex(r"\w+")


def answer_document(view: "AnswerView") -> Document:
    """A search result: notes on how the words were read, the direct answer, the hits, and commands for more."""
    blocks: list[Block] = [Paragraph(line(each)) for each in (*view.notes, view.header) if each]
    blocks += [_direct(view.direct), Paragraph(())] if view.direct else []
    blocks.append(Picture(lambda width: list(_draw(view.hits, width)), tuple(_say(view.hits))))
    shown = len(view.hits)
    told = f"{shown} of {view.of} hits · more: -n {min(view.of, MOST)}" if view.of > shown else counted(shown, "hit")
    first = view.hits[0]
    blocks.append(Paragraph(line(Span(f"{told} · read one: {command(first.verb, first.id)}", "command")), apart=True))
    return Document(tuple(blocks), MEASURE)


def fitting(view: "AnswerView", width: int, height: int) -> "AnswerView":
    """The view with only as many hits as fit on a narrow screen, but at least `FEWEST`."""
    around = AROUND + sum(len(wrapped(line(each), width)) for each in (*view.notes, view.header) if each)
    if width >= NARROW or view.direct:
        return view
    for shown in range(len(view.hits), FEWEST, -1):
        if len(list(_draw(view.hits[:shown], width))) + around <= height:
            return view._replace(hits=view.hits[:shown])
    return view._replace(hits=view.hits[:FEWEST])


def _direct(direct: "Direct") -> Picture:
    texts = (line(Span(direct.text, "strong")), *((line(direct.further),) if direct.further else ()))
    bar = Span("▌ ", "line")

    def draw(width: int) -> Sequence[Line]:
        return [(bar, *each) for text in texts for each in wrapped(text, max(8, width - 2))]

    # Plain text has "Answer:" instead of the bar.
    return Picture(draw, (join((line("Answer:"), texts[0]), " "), *texts[1:]))


def _draw(hits: Sequence["ShownHit"], width: int) -> Iterator[Line]:
    margin = len(str(len(hits))) + 2
    indent = Span(" " * margin)
    for number, hit in enumerate(hits, start=1):
        head = line(Span(f"{number:<{margin}}", "kind"), Span(hit.name, "strong", hit.id))
        tag = line(Span(hit.tag, "kind"))
        whole = to_the_right((*head, Span(" ")), tag, width)
        if whole:
            yield whole
        else:
            lines = wrapped(line(Span(hit.name, "strong", hit.id)), max(8, width - margin))
            yield from ((head[0] if place == 0 else indent, *each) for place, each in enumerate(lines))
            yield from ((indent, *each) for each in wrapped(tag, max(8, width - margin)))
        if hit.text:
            yield from ((indent, *each) for each in _cut(hit, max(8, width - margin)))


def _cut(hit: "ShownHit", width: int) -> Sequence[Line]:
    """The sentence of a hit; of a long one, `LINES` lines that contain the first matched word."""
    lines = wrapped(marked(hit.text, hit.matched), width)
    if len(lines) <= LINES:
        return lines
    first = next((place for place, each in enumerate(lines) if any(span.style == "match" for span in each)), 0)
    start = min(first, len(lines) - LINES) if first >= LINES else 0
    if start:
        lines = wrapped((Span("… "), *join(lines[start:], " ")), width)
    cut = list(lines[:LINES])
    return [*cut[:-1], (*wrapped(cut[-1], width - 1)[0], Span("…"))] if len(lines) > LINES else cut


def _say(hits: Iterable["ShownHit"]) -> Iterator[Line]:
    for number, hit in enumerate(hits, start=1):
        yield line(f"{number}) ", Span(hit.name, "strong"), f" ({hit.tag})")
        if hit.text:
            yield line("   ", *marked(hit.text, hit.matched))


def quotes_document(pack: Pack, groups: Sequence["QuoteGroup"], sought: str = "", *, sources: bool = False) -> Document:
    """Quotations in their groups with full attribution, the words sought marked.

    If there are several, notes on the copy (page, translator) are shown only with `sources`.
    """
    from trotskyism_cli.screen.entries.quotations import quote_block  # not needed for a search

    words = {word.casefold() for word in _WORD.findall(sought)}
    count = sum(len(group.quotes) for group in groups)
    blocks: list[Block] = []
    for group in groups:
        blocks += [Heading(f"{group.head} ({len(group.quotes)})")] if group.head else []
        blocks += (
            quote_block(pack, each, marked(each.text, words, "quote"), of_copy=sources or count == 1)
            for each in group.quotes
        )
    if count < 2:
        return Document(tuple(each for each in blocks if not isinstance(each, Heading)))
    from trotskyism_cli.screen.entries.notes_on_copies import of_matter  # not needed for a search

    is_less = not sources and any(of_matter(each.note) != each.note for group in groups for each in group.quotes)
    by_chance = f"in order of time · one by chance: {command('quote', '--random')}"
    tag = ("-s: where each stands" if is_less else "") if sought else by_chance
    return Document((Title(counted(count, "quotation"), tag), *blocks))


def marked(text: str, words: Collection[str], style: Style = "") -> Line:
    """The text with each whole word that is in `words` (casefolded) marked."""
    spans: list[Span] = []
    end = 0
    for match in _WORD.finditer(text):
        if match.group().casefold() in words:
            spans += [Span(text[end : match.start()], style), Span(match.group(), "match")]
            end = match.end()
    spans.append(Span(text[end:], style))
    return tuple(span for span in spans if span.text)
