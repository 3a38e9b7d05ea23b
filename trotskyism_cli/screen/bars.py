"""What lasted, as a bar on an axis of years, and what its ends mean where it goes beyond that."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from trotskyism_cli.pack.wording import capital
from trotskyism_cli.screen.document import Line, Span, line
from trotskyism_cli.screen.scale import column_of
from trotskyism_cli.views.margins import years_of
from trotskyism_cli.views.period_bars import Bar

BAR, BEGUN, OPEN = "━", "◀", "▶"  # what lasted, and the ends of what had begun before an axis, and went on after it
_LEADS_TO = re.compile(r" (?:of|for) (?:the )?")


def ends_told(bars: Iterable[Bar], first_year: int, last_year: int) -> str:
    """`◀ since before 1930 · ▶ beyond 1936`, so far as there is a bar of which that is so."""
    bars = list(bars)
    said = [f"{BEGUN} since before {first_year}"] if any(bar.is_begun for bar in bars) else []
    return " · ".join([*said, *([f"{OPEN} beyond {last_year}"] if any(bar.is_open for bar in bars) else [])])


def draw_bar(
    bar: Bar, first_year: int, years: int, label: int, columns: int, *, is_dated: bool = False
) -> Iterator[Line]:
    """A bar with its name before it, so far as there is room; if that is narrow beside the bar, or above it.

    Where there is room it is told from which year to which it lasted.
    """
    left, right = (column_of(day, first_year, years, columns) for day in (bar.first, bar.last))
    drawn = BAR * (right - left) + (OPEN if bar.is_open else BAR)
    drawn = f"{BEGUN}{drawn[1:]}" if bar.is_begun and len(drawn) > 1 else drawn
    name, *rest = _name_in(bar, columns if label == 1 else label - 1)
    if label == 1 and not rest and len(name) <= columns - right:
        yield line(Span(f"{'':{left + 1}}{drawn} ", "line"), Span(name, "strong"))
    elif label == 1 and not rest and len(name) < left:
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


def name_of(bar: Bar) -> str:
    """What a bar is called: an event, or somebody and an office."""
    return f"{bar.text}, {bar.note}" if bar.note else bar.text


def _name_in(bar: Bar, room: int) -> list[str]:
    """The name of a bar, in lines; an office that is too long for one, without what only leads to what it is of."""
    head, told = (f"{bar.text}, ", bar.note) if bar.note else ("", bar.text)
    ways = [told, *(capital(told[each.end() :]) for each in _LEADS_TO.finditer(told) if bar.note)]
    fitting = next((f"{head}{way}" for way in ways if len(head) + len(way) <= room), "")
    return [fitting] if fitting else textwrap.wrap(f"{head}{told}", room - 2, break_on_hyphens=False)
