"""Bars on an axis of years for what lasted, including what began before the axis or ended after it."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from trotskyism_cli.message_text import MIDDOT
from trotskyism_cli.pack.dates import Precision
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.screen.document import Line, Span, line
from trotskyism_cli.screen.time.scale import column_of
from trotskyism_cli.views.periods.bars import Bar
from trotskyism_cli.views.wording.margins import years_of

BAR, BEGUN, OPEN = "━", "◀", "▶"  # a bar, and its ends if it began before the axis or went on after it
VAGUE, FEWEST = "─", 2  # for a year of unknown day; columns a year needs for it to be drawn
# Where an office's name may be cut: `People's Commissar for …` becomes the words after it.
_LEADS_TO, _OF = re.compile(r" for (?:the )?"), re.compile(r" (?:of|for) (?:the )?")


class Scale(NamedTuple):
    """An axis: its first year, its number of years, and its columns."""

    first_year: int
    years: int
    columns: int

    def column(self, day: date) -> int:
        """The column of a day."""
        return column_of(day, *self)

    def ends(self, bar: Bar) -> tuple[int, int]:
        """The first and last column of a bar."""
        return self.column(bar.first), self.column(bar.last)


def ends_told(bars: Iterable[Bar], first_year: int, last_year: int) -> str:
    """What arrowheads mean, as far as they occur: `◀ since before 1930 · ▶ beyond 1936`."""
    bars = list(bars)
    said = [f"{BEGUN} since before {first_year}"] if any(bar.is_begun for bar in bars) else []
    return MIDDOT.join([*said, *([f"{OPEN} beyond {last_year}"] if any(bar.is_open for bar in bars) else [])])


def draw_bar(bar: Bar, scale: Scale, label: int, *, is_dated: bool = False, is_above: bool = False) -> Iterator[Line]:
    """A bar with its name before it; on a narrow screen beside it, or above it if `is_above`.

    With `is_dated`, its years are added if there is room.
    """
    columns = scale.columns
    left, right = scale.ends(bar)
    drawn = _drawn(bar, scale)
    name, *rest = name_in(bar, columns if label == 1 else label - 1)
    if label == 1 and not rest and len(name) <= columns - right and not is_above:
        yield line(Span(f"{'':{left + 1}}{drawn} ", "line"), Span(name, "strong"))
    elif label == 1 and not rest and len(name) <= left and not is_above:
        yield line(Span(f"{name:>{left}} ", "strong"), Span(drawn, "line"))
    elif label == 1:
        yield from (line(Span(each, "strong")) for each in (name, *rest))
        yield line(Span(f"{'':{left + 1}}{drawn}", "line"))
    else:
        dates = f" {f'from {bar.first.year}' if bar.is_open else years_of(bar.when)} " if is_dated else ""
        after = dates.rstrip() if left + len(drawn) + len(dates) <= columns + 1 else ""
        before = dates if len(dates) <= left and not after else ""
        yield line(
            Span(f"{name:<{label}}", "strong"),
            Span(f"{before:>{left}}", "date"),
            Span(drawn, "line"),
            Span(after, "date"),
        )
        yield from (line(Span(f"  {each}", "strong")) for each in rest)


def has_room_beside(bar: Bar, scale: Scale) -> bool:
    """Return whether the name of a bar fits beside it on a narrow screen."""
    left, right = scale.ends(bar)
    name, *rest = name_in(bar, scale.columns)
    return not rest and (len(name) <= scale.columns - right or len(name) <= left)


def is_vague(bar: Bar, scale: Scale) -> bool:
    """Return whether a bar shows that its beginning or end is known only by year."""
    return VAGUE in _drawn(bar, scale)


def _drawn(bar: Bar, scale: Scale) -> str:
    """The bar itself, drawn weakly in a year known only as the year of its beginning or end."""
    left, right = scale.ends(bar)
    start, end = bar.when.start, bar.when.end
    begun, ended = left, right
    if scale.columns >= FEWEST * scale.years:
        if start and start.precision is Precision.YEAR and bar.first == start.first:
            begun = min(right, scale.column(min(start.last, bar.last)))
        if end and end.precision is Precision.YEAR and bar.last == end.last:
            ended = max(left, scale.column(max(end.first, bar.first)))
    drawn = [BAR if begun <= place <= ended else VAGUE for place in range(left, right + 1)]
    if bar.is_open:
        drawn[-1] = OPEN
    if bar.is_begun and len(drawn) > 1:
        drawn[0] = BEGUN
    return "".join(drawn)


def name_of(bar: Bar) -> str:
    """The name of a bar: an event, or a person and an office."""
    return f"{bar.text}, {bar.note}" if bar.note else bar.text


def name_in(bar: Bar, room: int) -> list[str]:
    """The name of a bar in lines of `room` columns; a long office loses its first words to fit on one line."""
    head, told = (f"{bar.text}, ", bar.note) if bar.note else ("", bar.text)
    ways = [
        told,
        *(capital(told[each.end() :]) for pattern in (_LEADS_TO, _OF) for each in pattern.finditer(told) if bar.note),
    ]
    fitting = next((f"{head}{way}" for way in ways if len(head) + len(way) <= room), "")
    return [fitting] if fitting else textwrap.wrap(f"{head}{told}", room - 2, break_on_hyphens=False)
