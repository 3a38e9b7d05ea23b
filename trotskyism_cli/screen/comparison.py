"""Two entries side by side: columns where there is room for them, one below the other where there is not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from trotskyism_cli.counting import counted
from trotskyism_cli.invocation import command
from trotskyism_cli.screen.brief import briefly
from trotskyism_cli.screen.document import Document, Line, Span, Table, Title, join, line
from trotskyism_cli.screen.wrapping import columns, padded, to_the_right, wrapped
from trotskyism_cli.views.comparison import EVIDENCE, Answer, ComparedRow, ComparisonView

WIDE = 60  # columns from which on the two stand side by side
GAP = 2
QUESTION, LONGEST = 18, 24  # columns of the questions: usually, and if one of their words is long
SHORT = (6, 5, 4, 3)  # lines of an answer in the survey: as many as leave room for the first rows
CHANGE = 4  # lines of what its holder said at another time
NAMES = 2  # lines of the names of the rows that it has no room for
FIRST = 3  # rows that a survey holds, and that are told before the others are named, where it is narrow
SURVEY, SCREEN = 20, 21  # lines of the survey, and of what needs none
LATER = "later: "  # what its holder changed it to
UNBROKEN = "\xa0"


def comparison_document(view: ComparisonView) -> Document:
    """A comparison: drawn for a reader, a line a row for whatever reads it from a pipe."""
    has_evidence = any(row.evidence for row in view.rows)
    headers = ("Question", view.left, view.right, *((EVIDENCE,) if has_evidence else ()))
    rows = tuple(_cells(row)[: len(headers)] for row in view.rows)
    table = Table(headers, rows, draw=lambda width: list(_draw(view, width)), alone=True)
    is_part = len(view.rows) < view.in_all
    tag = f"row {view.rows[0].number} of {view.in_all}" if is_part else counted(view.in_all, "row")
    return Document((Title(f"{view.left} and {view.right}", tag), table))


def _cells(row: ComparedRow) -> tuple[Line, ...]:
    return (line(row.question), *(join(map(_in_line, side), " / ") for side in (row.left, row.right, row.evidence)))


def _in_line(answer: Answer) -> Line:
    return line(_head(answer), answer.text, Span(f" ({answer.by})" if answer.by else "", "holder"))


# ---- drawn ---------------------------------------------------------------------------------------------------------


def _draw(view: ComparisonView, width: int) -> Iterator[Line]:
    """All of it; if that is longer than a screen, a survey of the rows: first, or after some where it is narrow."""
    is_narrow = width < WIDE
    told = _stacked_rows if is_narrow else _rows
    whole = list(told(view, width))
    if len(whole) <= SCREEN or len(view.rows) <= (FIRST + 1 if is_narrow else 1):
        yield from whole
        return
    rest = replace(view, rows=view.rows[FIRST:]) if is_narrow else view
    if is_narrow:
        yield from _stacked_rows(replace(view, rows=view.rows[:FIRST]), width)
        yield ()
        yield from _names(rest.rows, width, f"{len(rest.rows)} more: ")
    else:
        yield from _survey(view, width)
    example = command("compare", *view.ids, str(rest.rows[0].number))
    yield from wrapped(line(Span("One row: ", "kind"), Span(example, "command")), width)
    yield ()
    yield from told(rest, width)


def _survey(view: ComparisonView, width: int) -> Iterator[Line]:
    """As many rows as a screen holds, with a short answer of either side, and the names of the others."""
    first, side = _columns(view, width)
    for short in SHORT:
        cells = [
            (_numbered(row, first), _in_short(row.left, side, short), _in_short(row.right, side, short))
            for row in view.rows
        ]
        fitting = _fitting(view, cells, width)
        if fitting >= FIRST:
            break
    yield from _heads(view, first, side)
    for each in cells[:fitting]:
        yield from _beside(first, side, *each)
    yield from _others(view.rows[fitting:], width)


def _fitting(view: ComparisonView, cells: Sequence[tuple[list[Line], ...]], width: int) -> int:
    """How many rows a screen holds together with the names of the others."""
    heights = [max(map(len, each)) for each in cells]
    return next(
        count
        for count in range(len(cells), 0, -1)
        if count == 1 or sum(heights[:count]) + len(_others(view.rows[count:], width)) <= SURVEY
    )


def _others(rows: Sequence[ComparedRow], width: int) -> list[Line]:
    """The names of rows that a survey has no room for, in a few lines, and how many more there are."""
    for count in range(len(rows), 0, -1):
        more = f"and {len(rows) - count} more" if count < len(rows) else ""
        if len(told := _names(rows[:count], width, tail=more)) <= NAMES:
            return told
    return []


def _names(rows: Sequence[ComparedRow], width: int, head: str = "", tail: str = "") -> list[Line]:
    """The rows by their numbers, one after the other; a name is broken only where a line is too short for it."""
    names = [line(Span(f"{row.number} ", "kind"), Span(row.name)) for row in rows]
    names += [line(Span(tail, "kind"))] if tail else []
    whole = (tuple(each._replace(text=each.text.replace(" ", UNBROKEN)) for each in name) for name in names)
    return list(wrapped((*line(Span(head, "kind")), *join(whole, " · ")), width)) if rows else []


def _numbered(row: ComparedRow, width: int, question: str = "") -> list[Line]:
    """What a row is about, behind its number."""
    number = f"{row.number} "
    told = wrapped(line(Span(question or row.name, "strong")), width - len(number))
    return [(Span(" " * len(number) if place else number, "kind"), *each) for place, each in enumerate(told)]


def _in_short(answers: Sequence[Answer], width: int, short: int) -> list[Line]:
    """The answer of a side in a few lines, with its date; what its holder said before it or later in fewer ones."""
    told: list[Line] = []
    for answer in answers:
        most = short if answer.is_main else min(short, CHANGE)
        lines = briefly(f"{_head(answer)}{answer.text}", width, most, more=0, tail=len(answer.by))
        drawn = [line(each) for each in lines]
        told += _ended(drawn, line(Span(answer.by, "holder")), width) if answer.by else drawn
    return told


def _head(answer: Answer) -> str:
    return LATER if answer.is_later else ""


def _columns(view: ComparisonView, width: int) -> tuple[int, int]:
    """How wide the questions are, and each side."""
    words = (len(word) for row in view.rows for word in f"{row.name} {row.question}".split())
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
        question = _numbered(row, first, row.question)
        yield from _beside(first, side, question, _column(row.left, side), _column(row.right, side))
        for number, each in enumerate(_column(row.evidence, width - first - GAP)):
            yield (*padded(line(Span("" if number else row.judge, "kind")), first + GAP), *each)


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
    yield from _numbered(row, width, row.question)
    for name, answers in ((view.left, row.left), (view.right, row.right), (row.judge, row.evidence)):
        if answers:
            yield line(Span(f"  {name}"[:width], "kind"))
        for answer in answers:
            by = Span(f" — {answer.by}" if answer.by else "", "holder")
            yield from (
                (Span("    "), *each) for each in wrapped(line(_head(answer), answer.text, by), max(8, width - 4))
            )
