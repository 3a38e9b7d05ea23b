"""What happened in a span of time, a row each below its axis: the year once, then the date, then what it was."""

import textwrap
from collections.abc import Iterator, Sequence

from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.screen.document import Line, Span, line
from trotskyism_cli.screen.time.axis_words import (
    bar_in_words,
    star,
    star_of,
    with_style,
)
from trotskyism_cli.views.happenings.row import SINCE, Happening
from trotskyism_cli.views.periods.period import PeriodView
from trotskyism_cli.views.wording.margins import years_of

YEAR, MARGIN = 5, 15  # columns of the year and of the date
NARROW = 60  # columns below which the date stands before what happened, in the same line
NARROWEST = 30  # columns below which there is no axis
MARKS = 10  # without which an axis that has no bar tells nothing
FEW_MONTHS = 3  # in which something happened, from which on a year is drawn


def has_axis(view: PeriodView, width: int) -> bool:
    """Whether there is room for an axis, and enough that it tells: bars, or so many marks."""
    if width < NARROWEST or not (view.bars or len((*view.happenings, *view.rest)) >= MARKS):
        return False
    months = {each.first.month for each in view.happenings if each.margin}
    return view.last_year > view.first_year or len(months) >= FEW_MONTHS


def told_in_rows(view: PeriodView, width: int) -> Iterator[Line]:
    """What happened, the year once: what is only dated to it stands first in it, or says that it was later."""
    if width < NARROW:
        for each, when, style in _short_rows(view, width):
            yield from _narrow(_dated(each, when), f"{each.text}{style}", width)
        return
    days = list(_days(view.happenings))
    margin, before = min(MARGIN, max(map(len, days), default=0)), None
    for each, day in zip(view.happenings, days, strict=True):
        is_new = before is None or each.year != before.year
        yield from _row(each, day, margin, is_new, width)
        before = each


def _days(happenings: Sequence[Happening]) -> Iterator[str]:
    """The date of each row; below one with a date of its year, `in 1917` for what is only known to be of that year.

    Without any date it would seem to be of the day above it.
    """
    dated = 0  # the year of the last row with a date
    for each in happenings:
        dated = each.year if each.margin else dated
        since = "from" if each.until and not each.appears else "in"
        yield each.margin or (f"{since} {each.year}" if dated == each.year else "")


def _short_rows(view: PeriodView, width: int) -> Iterator[tuple[Happening, str, str]]:
    """What happened, its date and its Old Style: for a line less the years alone, and no Old Style below an axis."""
    is_below = has_axis(view, width)
    for each in view.happenings:
        whole, years = date_short(each.when), years_of(each.when)
        dates = [years] if each.until and each.when.is_year else [whole, years] if each.until else [whole]
        style = f" ({each.old_style})" if each.old_style else ""
        styles = dict.fromkeys((style, "" if is_below else style))
        ways = [(when, said) for said in styles for when in dates]
        lines = [len(list(_narrow(_dated(each, when), f"{each.text}{said}", width))) for when, said in ways]
        yield each, *ways[lines.index(min(lines))]


def _dated(each: Happening, when: str) -> str:
    return f"{star(each)}{when}  "


def in_one_order(view: PeriodView, width: int) -> Iterator[Line]:
    """What lasted as lines among the others."""
    told = {each.fact.id for each in view.happenings}
    bars = [bar for bar in view.bars if bar.fact not in told]
    all_rows = [((bar.when.first, 0), f"{star_of(bar)}{years_of(bar.when)}  ", bar_in_words(bar)) for bar in bars]
    all_rows += [
        (each.place, _dated(each, when), f"{each.text}{style}") for each, when, style in _short_rows(view, width)
    ]
    for _, when, said in sorted(all_rows, key=lambda row: row[0]):
        yield from _narrow(when, said, width)


def _row(each: Happening, day: str, margin: int, is_new_year: bool, width: int) -> Iterator[Line]:
    year = f"{each.year:>{YEAR}} " if is_new_year else " " * (YEAR + 1)
    when = f"{day:>{margin}}  " if margin else ""
    sign = star(each) or "  "
    indent = len(year) + len(when) + len(sign)
    if len(day) > margin:
        when = f"{day}  "
    told, _ = _with_room(each, margin, width)
    first, *rest = textwrap.wrap(told, max(12, width - indent), break_on_hyphens=False) or [""]
    yield line(
        Span(year, "strong"), Span(when, "date"), Span(sign, "sign"), Span(first, "strong" if sign.strip() else "")
    )
    for further in rest:
        yield line(" " * indent, further)


def _with_room(each: Happening, margin: int, width: int) -> tuple[str, bool]:
    """What a row says, and whether with its Old Style, which it has if that leaves it on one line."""
    later = f", {'or in' if each.appears else 'until'} {each.until}" if each.until else ""
    end = later or (SINCE if each.goes_on else "")
    text, whole = f"{each.text}{end}", f"{with_style(each.text, each.old_style_beside)}{end}"
    has_room = YEAR + 1 + (max(margin, len(each.margin)) + 2 if margin else 0) + 2 + len(whole) <= width
    return (whole, True) if has_room else (text, False)


def _narrow(when: str, told: str, width: int) -> Iterator[Line]:
    """The date and what happened in one line, and what has no room in it further in."""
    first, *rest = textwrap.wrap(when + told, max(12, width), subsequent_indent="  ", break_on_hyphens=False)
    yield line(Span(first[: len(when)], "date"), first[len(when) :])
    yield from (line(part) for part in rest)
