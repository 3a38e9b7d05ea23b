"""Two entries side by side: columns where there is room for them, one below the other where there is not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from trotskyism_cli.counting import counted
from trotskyism_cli.invocation import command
from trotskyism_cli.screen.document import Document, Line, Span, Table, Title, join, line
from trotskyism_cli.screen.wrapping import columns, padded, to_the_right, wrapped
from trotskyism_cli.views.comparison import Answer, ComparedRow, ComparisonView

WIDE = 60  # columns from which on the two stand side by side
GAP = 2
QUESTION, LONGEST = 18, 24  # columns of the questions: usually, and if one of their words is long
NAMES = 2  # lines, at least, of what the rows ask that the first screen does not hold
SCREEN = 22  # lines of it
LATER = "later: "  # what its holder changed it to
UNBROKEN = "\xa0"


def comparison_document(view: ComparisonView) -> Document:
    """A comparison: drawn for a reader, a line a row for whatever reads it from a pipe."""
    has_evidence = any(row.evidence for row in view.rows)
    headers = ("Question", view.left, view.right, *((view.judge,) if has_evidence else ()))
    rows = tuple(_cells(row)[: len(headers)] for row in view.rows)
    table = Table(headers, rows, draw=lambda width: list(_draw(view, width)), alone=True)
    is_part = len(view.rows) < view.in_all
    tag = f"row {view.rows[0].number} of {view.in_all}" if is_part else counted(view.in_all, "row")
    return Document((Title(f"{view.left} and {view.right}", tag), table))


def _cells(row: ComparedRow) -> tuple[Line, ...]:
    if row.both:
        told = join(map(line, (answer.text for answer in row.both)), " / ")
        return (line(row.question), told, told, ())  # each column can be read without the other
    return (line(row.question), *(join(map(_in_line, side), " / ") for side in (row.left, row.right, row.evidence)))


def _in_line(answer: Answer) -> Line:
    return line(_head(answer), answer.text, Span(f" ({answer.by})" if answer.by else "", "holder"))


# ---- drawn ---------------------------------------------------------------------------------------------------------


def _draw(view: ComparisonView, width: int) -> Iterator[Line]:
    """All of it; where that is longer than a screen, the first one names at its foot the rows that it does not hold.

    Where the screen is narrow, and so holds a row or two, they are named at the end.
    """
    told = _stacked_rows if width < WIDE else _rows
    whole = list(told(view, width))
    if len(whole) <= SCREEN or len(view.rows) == 1:
        yield from whole
        return
    for count in range(len(view.rows) - 1, 0, -1):
        first = list(told(replace(view, rows=view.rows[:count]), width))
        rest = replace(view, rows=view.rows[count:])
        foot = _foot(rest, width, SCREEN - len(first))
        if len(first) + len(foot) <= SCREEN:
            break
    if width < WIDE:
        yield from (*whole, *_foot(view, width, SCREEN * len(view.rows), "Rows: "))
        return
    yield from (*first, *foot, ())
    yield from told(rest, width)


def _foot(rest: ComparisonView, width: int, room: int, head: str = "") -> list[Line]:
    """What the further rows ask, in as many lines as there are, but a few at least, and how to see one of them."""
    number = next((row.number for row in rest.rows if row.number), 0)
    example = Span(command("compare", *rest.ids, *([str(number)] if number else ())), "command")
    further = wrapped(line(Span("One row: ", "kind"), example), width) if number else []
    names = [line(Span(f"{row.number} " if row.number else "", "kind"), row.question) for row in rest.rows]
    whole = [_unbroken(name) if columns(name) + len(" ·") <= width else name for name in names]
    for shown in range(len(names), 0, -1):
        others = [line(Span("…", "kind"))] if shown < len(names) else []
        told = wrapped((Span(head or f"{len(names)} more: ", "kind"), *join([*whole[:shown], *others], " · ")), width)
        if len(told) <= max(NAMES, room - 1 - len(further)):
            break
    return [(), *told, *further]


def _unbroken(text: Line) -> Line:
    return tuple(each._replace(text=each.text.replace(" ", UNBROKEN)) for each in text)


def _numbered(row: ComparedRow, width: int) -> list[Line]:
    """What a row asks, behind its number."""
    number = f"{row.number} " if row.number else "  "
    told = wrapped(line(Span(row.question, "strong")), width - len(number))
    return [(Span(" " * len(number) if place else number, "kind"), *each) for place, each in enumerate(told)]


def _head(answer: Answer) -> str:
    return LATER if answer.is_later else ""


def _columns(view: ComparisonView, width: int) -> tuple[int, int]:
    """How wide the questions are, and each side."""
    words = (len(word) for row in view.rows for word in row.question.split())
    number = len(f"{view.in_all} ")
    first = min(max(QUESTION, number + max(words, default=0)), LONGEST, width // 3)
    return first, (width - first - 2 * GAP) // 2


def _heads(view: ComparisonView, first: int, side: int) -> Iterator[Line]:
    heads = (line(Span(name, "strong")) for name in (view.left, view.right))
    yield from _beside(first, side, (), *(wrapped(head, side) for head in heads))


def _rows(view: ComparisonView, width: int) -> Iterator[Line]:
    first, side = _columns(view, width)
    yield from _heads(view, first, side)
    for place, row in enumerate(view.rows):
        if place:
            yield line(Span("─" * width, "line"))
        question = _numbered(row, first)
        if row.both:
            yield from _beside(first, width - first - GAP, question, _column(row.both, width - first - GAP), ())
            continue
        yield from _beside(first, side, question, _column(row.left, side), _column(row.right, side))
        for number, each in enumerate(_column(row.evidence, width - first - GAP)):
            yield (*padded(line(Span("" if number else view.judge, "kind")), first + GAP), *each)


def _stacked_rows(view: ComparisonView, width: int) -> Iterator[Line]:
    for place, row in enumerate(view.rows):
        if place:
            yield ()
        yield from _stacked(view, row, width)


def _beside(
    first: int, side: int, question: Sequence[Line], left: Sequence[Line], right: Sequence[Line]
) -> Iterator[Line]:
    for one, two, three in zip_longest(question, left, right, fillvalue=()):
        yield (*padded(one, first + GAP), *padded(two, side + GAP), *three)


def _column(answers: Sequence[Answer], width: int) -> list[Line]:
    """The answers of a side, each with its holder at the right end of its last line, or of a line below it."""
    told: list[Line] = []
    for answer in answers:
        lines = list(wrapped(line(_head(answer), answer.text), width))
        told += _ended(lines, line(Span(answer.by, "holder")), width) if answer.by else lines
    return told


def _ended(lines: list[Line], by: Line, width: int) -> list[Line]:
    """The lines with something at the right end of the last one, or of one more."""
    ended = to_the_right((*lines[-1], Span(" ")), by, width)
    return [*lines[:-1], ended] if ended else [*lines, *_at_the_right(by, width)]


def _at_the_right(by: Line, width: int) -> Iterator[Line]:
    for each in wrapped(by, width):
        yield (Span(" " * max(0, width - columns(each))), *each)


def _stacked(view: ComparisonView, row: ComparedRow, width: int) -> Iterator[Line]:
    yield from _numbered(row, width)
    for name, answers in ((view.left, row.left), (view.right, row.right), ("", row.both), (view.judge, row.evidence)):
        if answers and name:
            yield line(Span(f"  {name}"[:width], "kind"))
        for answer in answers:
            by = Span(f" — {answer.by}" if answer.by else "", "holder")
            yield from (
                (Span("    "), *each) for each in wrapped(line(_head(answer), answer.text, by), max(8, width - 4))
            )
