"""The happenings of a period in rows below its axis: the year once, then the date, then the text."""

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
NARROW = 60  # columns below which date and text share a line
NARROWEST = 30  # columns below which there is no axis
MARKS = 10  # happenings needed for an axis without bars
FEW_MONTHS = 3  # months with happenings needed to draw the axis of a single year


def has_axis(view: PeriodView, width: int) -> bool:
    """Return whether there is room for an axis, and enough to show on it: bars, or `MARKS` happenings."""
    if width < NARROWEST or not (view.bars or len((*view.happenings, *view.rest)) >= MARKS):
        return False
    months = {each.first.month for each in view.happenings if each.margin}
    return view.last_year > view.first_year or len(months) >= FEW_MONTHS


def told_in_rows(view: PeriodView, width: int) -> Iterator[Line]:
    """The happenings in rows, with the year shown once."""
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
    """The date of each row; `in 1917` for one known only by year if a dated one of that year stands above it.

    Without it the row would seem to belong to the date above.
    """
    dated = 0  # year of the last row with a date
    for each in happenings:
        dated = each.year if each.margin else dated
        since = "from" if each.until and not each.appears else "in"
        yield each.margin or (f"{since} {each.year}" if dated == each.year else "")


def _short_rows(view: PeriodView, width: int) -> Iterator[tuple[Happening, str, str]]:
    """Each happening with a short date and its Old Style date, shortened if that saves a line."""
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
    """Happenings and what lasted in one list by time, for screens without bars."""
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
    """The text of a row, with its Old Style date if that fits on one line, and whether it has it."""
    later = f", {'or in' if each.appears else 'until'} {each.until}" if each.until else ""
    end = later or (SINCE if each.goes_on else "")
    text, whole = f"{each.text}{end}", f"{with_style(each.text, each.old_style_beside)}{end}"
    has_room = YEAR + 1 + (max(margin, len(each.margin)) + 2 if margin else 0) + 2 + len(whole) <= width
    return (whole, True) if has_room else (text, False)


def _narrow(when: str, told: str, width: int) -> Iterator[Line]:
    """Date and text as running text, with continuation lines indented."""
    first, *rest = textwrap.wrap(when + told, max(12, width), subsequent_indent="  ", break_on_hyphens=False)
    yield line(Span(first[: len(when)], "date"), first[len(when) :])
    yield from (line(part) for part in rest)
