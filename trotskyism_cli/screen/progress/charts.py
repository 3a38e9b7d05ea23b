"""Charts of numbers drawn with block characters: bars, columns and a calendar, readable without colour."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.dates import MONTHS
from trotskyism_cli.screen.document import Line, Picture, Span, Style, line
from trotskyism_cli.screen.document import words as plain

NARROW = 60  # columns below which a long label stands above its bar
FURTHER = "  "  # before continuation lines of a label
LONGEST_LABEL = 36
LONGEST_PAIRED = 28  # columns of the label of a pair
LONGEST_BAR = 30
BLOCKS = " ▁▂▃▄▅▆▇█"
HEAT = "·░▒▓█"
HEIGHT = 6  # rows of a chart of columns at most
WEEK = 7
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FEWEST_WEEKS, MOST_WEEKS = 8, 26


class Part(NamedTuple):
    """A piece of a bar: its amount and the sign it is drawn with."""

    amount: float
    sign: str
    style: Style = ""


class Bar(NamedTuple):
    """A bar with a label before it, a note behind it, and the same in words; `mark` is a position from 0 to 1."""

    label: str
    parts: tuple[Part, ...]
    note: Line
    words: str
    mark: float | None = None


def share_bar(label: str, share: float, note: str, words: str, mark: float | None = None) -> Bar:
    """A bar filled up to a share from 0 to 1."""
    return Bar(label, (Part(share, "█", "line"), Part(1 - share, "░", "kind")), line(note), words, mark)


class Pair(NamedTuple):
    """Two bars about the same thing, side by side; the second may be missing."""

    label: str
    first: Bar
    second: Bar | None = None


def bars(rows: Sequence[Bar]) -> Picture:
    """Bars below one another."""
    return Picture(lambda width: list(_draw_bars(rows, width)), tuple(line(row.words) for row in rows))


def _draw_bars(rows: Sequence[Bar], width: int) -> Iterator[Line]:
    notes = _widest(rows)
    longest = max((len(row.label) for row in rows), default=0)
    above = width < NARROW and longest > width * 2 // 5
    label_width = 0 if above else min(longest, LONGEST_LABEL)
    columns = max(5, min(LONGEST_BAR, width - notes - 1 - (label_width + 2 if label_width else 2)))
    for row in rows:
        drawn = _with_note(row, columns, notes)
        if above:
            yield from (line(each) for each in textwrap.wrap(row.label, width))
            yield (Span("  "), *drawn)
            continue
        first, *rest = _label(row.label, label_width)
        yield (Span(f"{first:<{label_width}}  "), *drawn)
        yield from (line(FURTHER, each) for each in rest)


def _label(text: str, width: int) -> list[str]:
    """The lines of a label, narrow enough to indent all but the first."""
    return [each.strip() for each in textwrap.wrap(text, width, subsequent_indent=FURTHER)] or [""]


def pairs(rows: Sequence[Pair], heads: tuple[str, str]) -> Picture:
    """Pairs of bars under two headings; on a narrow terminal the bars of a pair stand one below the other."""
    words = [line(f"{row.label}: {'; '.join(each.words for each in (row.first, row.second) if each)}") for row in rows]
    return Picture(
        lambda width: list((_stacked_pairs if width < NARROW else _pairs_abreast)(rows, heads, width)), tuple(words)
    )


def _stacked_pairs(rows: Sequence[Pair], heads: tuple[str, str], width: int) -> Iterator[Line]:
    head, notes = max(map(len, heads)), _widest(row.first for row in rows)
    columns = max(5, width - head - notes - 4)
    for row in rows:
        yield from (line(each) for each in textwrap.wrap(row.label, width))
        for name, bar in zip(heads, (row.first, row.second), strict=True):
            if bar:
                yield (Span(f"  {name:<{head}} ", "kind"), *_with_note(bar, columns, notes))


def _pairs_abreast(rows: Sequence[Pair], heads: tuple[str, str], width: int) -> Iterator[Line]:
    notes = _widest(row.first for row in rows)
    label = min(LONGEST_PAIRED, max((len(row.label) for row in rows), default=0))
    columns = max(5, min(LONGEST_BAR, (width - label - 2 * notes - 6) // 2))
    yield line(" " * (label + 2), Span(f"{heads[0]:<{columns + notes + 3}}{heads[1]}", "kind"))
    for row in rows:
        first, *rest = _label(row.label, label)
        second = (Span("  "), *_with_note(row.second, columns, notes)) if row.second else ()
        yield (Span(f"{first:<{label}}  "), *_with_note(row.first, columns, notes), *second)
        yield from (line(FURTHER, each) for each in rest)


def _widest(rows: Iterable[Bar]) -> int:
    return max((len(plain(row.note)) for row in rows), default=0)


def _with_note(bar: Bar, columns: int, notes: int) -> Line:
    """A bar and its right-aligned note."""
    return (*_filled(bar, columns), Span(" " * (notes - len(plain(bar.note)) + 1)), *bar.note)


def _filled(bar: Bar, columns: int) -> Line:
    """The parts of a bar in whole cells: every positive amount gets at least one, and together they fill the bar."""
    total = sum(part.amount for part in bar.parts) or 1.0
    exact = [part.amount / total * columns for part in bar.parts]
    cells = [max(1, int(each)) if each > 0 else 0 for each in exact]
    by_rest = sorted(range(len(cells)), key=lambda place: exact[place] - cells[place])
    while sum(cells) > columns:
        cells[max(range(len(cells)), key=cells.__getitem__)] -= 1
    while sum(cells) < columns and any(cells):
        cells[by_rest.pop()] += 1
    spans = [Span(part.sign * count, part.style) for part, count in zip(bar.parts, cells, strict=True) if count]
    return tuple(spans) if bar.mark is None else _marked(spans, round(bar.mark * (columns - 1)))


def _marked(spans: Sequence[Span], place: int) -> Line:
    """The spans with a mark in place of the sign at `place`."""
    found: list[Span] = []
    for span in spans:
        if 0 <= place < len(span.text):
            pieces = (Span(span.text[:place], span.style), Span("┃", "wrong"), Span(span.text[place + 1 :], span.style))
            found += [piece for piece in pieces if piece.text]
        else:
            found.append(span)
        place -= len(span.text)
    return tuple(found)


class Column(NamedTuple):
    """A day in a chart of columns."""

    day: date
    amount: int


def columns(days: Sequence[Column], words: Sequence[str]) -> Picture:
    """Columns side by side, one per day, with weekly sums below."""
    return Picture(lambda width: list(_draw_columns(days, width)), tuple(map(line, words)))


def _draw_columns(days: Sequence[Column], width: int) -> Iterator[Line]:
    # The backlog due today must not flatten the other days.
    most = max((day.amount for day in days[1:] or days), default=0) or days[0].amount
    gutter = max(4, len(str(most)) + 1)
    slot = 2 if width >= gutter + 2 + 2 * len(days) else 1
    height = min(HEIGHT, max(2, most))
    for row in reversed(range(height)):
        label = str(most) if row == height - 1 else ""
        signs = "".join(f"{_level(day.amount, most, row, height):<{slot}}" for day in days)
        yield line(Span(f"{label:>{gutter}} ", "kind"), Span(signs.rstrip(), "line"))
    yield line(Span(f"{'0':>{gutter}} " + "─" * (slot * len(days)), "kind"))
    weeks = [days[start : start + WEEK] for start in range(0, len(days), WEEK)]
    yield line(Span(" " * (gutter + 1) + _row((day_label(week[0].day) for week in weeks), slot), "date"))
    sums = (str(sum(day.amount for day in week)) for week in weeks)
    yield line(Span(f"{'week':>{gutter}} ", "kind"), _row(sums, slot))


def _row(labels: Iterator[str], slot: int) -> str:
    return "".join(f"{label:<{WEEK * slot}}" for label in labels).rstrip()


def _level(amount: int, most: int, row: int, height: int) -> str:
    """The sign of a column in a row (0 at the bottom); every positive amount is visible."""
    if not amount:
        return " "
    eighths = max(1, round(amount * height * 8 / most))
    if amount > most and row == height - 1:
        return "↑"
    return BLOCKS[max(0, min(8, eighths - 8 * row))]


def day_label(day: date) -> str:
    """A day in short, e.g. `3 Nov`."""
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return MONTHS[day.month][:3]


def calendar(amounts: Mapping[date, int], today: date, words: Sequence[str]) -> Picture:
    """A calendar of the weeks until today: weeks as columns, weekdays as rows, denser signs for busier days."""
    return Picture(lambda width: list(_draw_calendar(amounts, today, width)), tuple(map(line, words)))


def _draw_calendar(amounts: Mapping[date, int], today: date, width: int) -> Iterator[Line]:
    cell = 3 if width >= NARROW else 2
    last = _monday(today)
    since = (last - _monday(min(amounts, default=today))).days // WEEK + 1
    count = max(1, min(MOST_WEEKS, (width - 4) // cell, max(FEWEST_WEEKS, since)))
    mondays = [last - timedelta(weeks=back) for back in reversed(range(count))]
    most = max(amounts.values(), default=0)
    yield line(Span("    " + _months(mondays, today, cell), "date"))
    for number, name in enumerate(WEEKDAYS):
        row = (_heat(amounts, monday + timedelta(days=number), today, most) for monday in mondays)
        yield (Span(f"{name} ", "kind"), *_cells("".join(row).rstrip(), cell))
    signs = Span(" ".join(HEAT[1:]), "right")
    yield line(Span(f"    {HEAT[0]} none  ", "kind"), signs, Span(f" up to {counted(most, 'answer')}", "kind"))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _heat(amounts: Mapping[date, int], day: date, today: date, most: int) -> str:
    if day > today:
        return " "
    amount = amounts.get(day, 0)
    return HEAT[-(-amount * (len(HEAT) - 1) // most)] if amount else HEAT[0]


def _cells(signs: str, cell: int) -> Iterator[Span]:
    for sign in signs:
        wide = sign * (cell - 1) if sign != HEAT[0] else sign.ljust(cell - 1)
        yield Span(f"{wide} ", "kind" if sign == HEAT[0] else "right")


def _months(mondays: Sequence[date], today: date, cell: int) -> str:
    """The names of the months, each above the first week in which most days up to today are its own.

    The first month is left out if there is no room for it.
    """
    months = [_month(monday + (min(today, monday + timedelta(days=WEEK - 1)) - monday) / 2) for monday in mondays]
    begins = [place for place in range(1, len(months)) if months[place] != months[place - 1]]
    if not begins or begins[0] * cell > len(months[0]):
        begins.insert(0, 0)
    row = ""
    for place in begins:
        row = f"{row:<{place * cell}}{months[place]}"
    return row
