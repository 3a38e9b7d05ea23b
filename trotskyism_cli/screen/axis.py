"""A time axis, drawn: how much happened when, at a glance, and then what, year by year down the page."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.counting import counted
from trotskyism_cli.screen.document import Line, Picture, Span, line

BARS = " ▁▂▃▄▅▆▇█"
GAP = 10  # years without an event that are shown as a gap


class Mark(NamedTuple):
    """Something on the axis: its year, its date in words, and what it was."""

    year: int
    date: str
    text: str
    kind: str = ""


def axis(marks: Sequence[Mark]) -> Picture:
    """The picture of marks that are in order of time."""
    spoken = tuple(line(Span(f"{mark.date}: ", "date"), mark.text) for mark in marks)
    return Picture(lambda width: list(_draw(marks, width)), spoken)


def _draw(marks: Sequence[Mark], width: int) -> Iterator[Line]:
    if len({mark.year for mark in marks}) > 1:
        yield from _density(marks, width)
        yield ()
    earlier: int | None = None
    for mark in marks:
        if earlier is not None and mark.year - earlier > GAP:
            yield line(Span(f"{'':>5} ┊", "line"), Span(f"  {counted(mark.year - earlier, 'year')}", "kind"))
        yield from _row(mark, mark.year != earlier, width)
        earlier = mark.year


def _density(marks: Sequence[Mark], width: int) -> Iterator[Line]:
    """One column for each stretch of time, as high as much happened in it, and the years below."""
    first, last = marks[0].year, marks[-1].year
    columns = min(width - 2, 72, last - first + 1)
    if columns < 5:
        return
    counts = Counter(min(columns - 1, (mark.year - first) * columns // (last - first + 1)) for mark in marks)
    most = max(counts.values())
    bars = "".join(BARS[-(-counts[column] * (len(BARS) - 1) // most)] for column in range(columns))
    yield line(Span(bars, "line"))
    yield line(Span(_ticks(first, last, columns), "date"))


def _ticks(first: int, last: int, columns: int) -> str:
    """The first and the last year, and as many between them as there is room for."""
    wanted = max(2, columns // 14 + 1)
    row = [" "] * (columns + 4)
    for number in range(wanted):
        year = first + (last - first) * number // (wanted - 1)
        column = min(columns - 4, (columns - 1) * number // (wanted - 1)) if number else 0
        row[max(0, column) : max(0, column) + 4] = f"{year:<4}"
    return "".join(row).rstrip()


def _row(mark: Mark, is_new_year: bool, width: int) -> Iterator[Line]:
    year = f"{mark.year:>5} " if is_new_year else " " * 6
    joint = "●" if is_new_year else "○"
    room = max(12, width - 9)
    words = mark.text if mark.date == str(mark.year) else f"{mark.date}: {mark.text}"
    first, *rest = textwrap.wrap(words, room, break_on_hyphens=False) or [""]
    yield line(Span(year, "date"), Span(f"{joint} ", "line"), *_dated(first, mark))
    for further in rest:
        yield line(Span(f"{'':>5} │ ", "line"), further)


def _dated(text: str, mark: Mark) -> Line:
    """The first line of a row, its date marked as one."""
    head = f"{mark.date}:"
    if text.startswith(head):
        return line(Span(head, "date"), text[len(head) :])
    return line(text)
