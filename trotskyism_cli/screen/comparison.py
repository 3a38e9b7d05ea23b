"""Two entries side by side: columns where there is room for them, one below the other where there is not."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from trotskyism_cli.counting import counted
from trotskyism_cli.screen.document import Document, Line, Span, Table, Title, join, line
from trotskyism_cli.screen.wrapping import columns, padded, to_the_right, wrapped
from trotskyism_cli.views.comparison import EVIDENCE, Answer, ComparedRow, ComparisonView

WIDE = 60  # columns from which on the two stand side by side
GAP = 2
QUESTION = 20  # columns of the questions


def comparison_document(view: ComparisonView) -> Document:
    """A comparison: drawn for a reader, a line a row for whatever reads it from a pipe."""
    has_evidence = any(row.evidence for row in view.rows)
    headers = ("Question", view.left, view.right, *((EVIDENCE,) if has_evidence else ()))
    rows = tuple(_cells(row)[: len(headers)] for row in view.rows)
    table = Table(headers, rows, draw=lambda width: list(_draw(view, width)), alone=True)
    return Document((Title(f"{view.left} and {view.right}", counted(len(view.rows), "row")), table))


def _cells(row: ComparedRow) -> tuple[Line, ...]:
    return (line(row.question), *(join(map(_in_line, side), " / ") for side in (row.left, row.right, row.evidence)))


def _in_line(answer: Answer) -> Line:
    return line(answer.text, Span(f" ({answer.by})" if answer.by else "", "holder"))


# ---- drawn ---------------------------------------------------------------------------------------------------------


def _draw(view: ComparisonView, width: int) -> Iterator[Line]:
    if width < WIDE:
        for row in view.rows:
            yield from _stacked(view, row, width)
        return
    first = min(QUESTION, width // 4)
    side = (width - first - 2 * GAP) // 2
    heads = (line(Span(name, "strong")) for name in (view.left, view.right))
    yield from _beside(first, side, (), *(wrapped(head, side) for head in heads))
    for number, row in enumerate(view.rows):
        if number:
            yield line(Span("─" * width, "line"))
        question = wrapped(line(Span(row.question, "strong")), first)
        yield from _beside(first, side, question, _column(row.left, side), _column(row.right, side))
        for place, each in enumerate(_column(row.evidence, width - first - GAP)):
            yield (*padded(line(Span("" if place else row.judge, "kind")), first + GAP), *each)


def _beside(
    first: int, side: int, question: Sequence[Line], left: Sequence[Line], right: Sequence[Line]
) -> Iterator[Line]:
    for one, two, three in zip_longest(question, left, right, fillvalue=()):
        yield (*padded(one, first + GAP), *padded(two, side + GAP), *three)


def _column(answers: Sequence[Answer], width: int) -> list[Line]:
    """The answers of a side, each with its holder at the right end of its last line, or of a line below it."""
    told: list[Line] = []
    for answer in answers:
        lines = list(wrapped(line(answer.text), width))
        by = line(Span(answer.by, "holder"))
        if answer.by:
            ended = to_the_right((*lines[-1], Span(" ")), by, width)
            lines[-1:] = [ended] if ended else [lines[-1], *_at_the_right(by, width)]
        told += lines
    return told


def _at_the_right(by: Line, width: int) -> Iterator[Line]:
    for each in wrapped(by, width):
        yield (Span(" " * max(0, width - columns(each))), *each)


def _stacked(view: ComparisonView, row: ComparedRow, width: int) -> Iterator[Line]:
    yield ()
    yield from wrapped(line(Span(row.question, "strong")), width)
    for name, answers in ((view.left, row.left), (view.right, row.right), (row.judge, row.evidence)):
        if answers:
            yield line(Span(f"  {name}"[:width], "kind"))
        for answer in answers:
            by = Span(f" — {answer.by}" if answer.by else "", "holder")
            yield from ((Span("    "), *each) for each in wrapped(line(answer.text, by), max(8, width - 4)))
