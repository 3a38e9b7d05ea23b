"""A span of time, drawn: what lasted as bars over whole years, then what happened, a line each, the date once."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import pairwise

from trotskyism_cli.counting import MIDDOT
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.screen.axis_words import (
    NEW_STYLE,
    STAR,
    bar_in_words,
    has_two_styles,
    in_words,
    star,
    star_of,
    with_style,
)
from trotskyism_cli.screen.bars import VAGUE, Scale, draw_bar, ends_told, has_room_beside, is_vague, name_in, name_of
from trotskyism_cli.screen.document import Line, Picture, Span, line
from trotskyism_cli.screen.lives import draw_lives
from trotskyism_cli.screen.scale import column_of, month_marks, year_marks
from trotskyism_cli.views.happening import SINCE, Happening
from trotskyism_cli.views.happenings import in_order
from trotskyism_cli.views.margins import years_of
from trotskyism_cli.views.period import PeriodView
from trotskyism_cli.views.period_bars import Bar

YEAR, MARGIN = 5, 15  # columns of the year and of the date
LABEL, SHARE = 22, 0.53  # columns of the name of a bar, at least, and the part of all that it takes at most
NARROW = 60  # columns below which the date stands before what happened, in the same line
NARROWEST = 30  # columns below which there is no axis
FEW = 5  # bars that leave a narrow screen room for what happened
YOUTH = 10  # years of a life before all else, which no axis has
# Years between the happenings of a span that are a gap, or so great a part of them, but some decades at least; and how
# many may stand before it.
FAR, GAP, DECADES, FEW_EARLY = 60, 0.5, 30, 2
MARKS = 10  # without which an axis that has no bar tells nothing
FEW_MONTHS = 3  # in which something happened, from which on a year is drawn
TOLD, HIDDEN = "•", "·"  # what happened, on an axis
EARLIER, LATER = "◂", "▸"  # what is before an axis, and after it
TURNS, DAY_UNKNOWN = f"{STAR} turning point", f"{VAGUE} day unknown"
IN_SHORT = "New Style"  # for `Dates in New Style`
OTHERS, HAPPENINGS = f"{TOLD} other", f"{TOLD} happening"


def axis(view: PeriodView) -> Picture:
    """The picture of a span of time."""
    return Picture(lambda width: list(_draw(view, width)), tuple(in_words(view)))


def marks(view: PeriodView, width: int) -> list[Line]:
    """The axis alone, with a bar for what lasted and a mark wherever something happened.

    The mark of the rest, which is not told, is a weak one.
    """
    everything = view._replace(happenings=tuple(in_order((*view.happenings, *view.rest))), rest=())
    return list(_axis(view, width, is_marked=True)) if _is_drawn(everything, width) else []


def rows(view: PeriodView, width: int) -> list[Line]:
    """What happened alone, a row each."""
    return list(_rows(view, width))


def apart(view: PeriodView, width: int, *, is_marked: bool = False) -> list[Line]:
    """What stands between an axis and the rows: what is to be known of both, in as few lines as hold it; else a blank.

    What the ends of bars mean where these go beyond the axis, what the signs do, and that dates are in New Style.
    """
    bars = _bars_seen(view, width)
    ends = ends_told(bars, view.first_year, view.last_year)
    said = [ends] if ends and not _is_beside_years(ends, view, width) else []
    said += [NEW_STYLE] if has_two_styles(view.happenings) else []
    said += [DAY_UNKNOWN] if any(is_vague(bar, _scale(view, width)) for bar in bars) else []
    has_turns, has_others = (any(each.is_turn is turns for each in view.happenings) for turns in (True, False))
    said += [TURNS] if has_turns else []
    if has_others and (is_marked or not bars):
        said += [OTHERS if has_turns else HAPPENINGS]
    return [line(Span(each, "note")) for each in _packed(said, width) or [""]]


def styled(happenings: Sequence[Happening]) -> list[Line]:
    """Where no axis stands above the rows: that their dates are in New Style, if so, and what a star means."""
    said = [NEW_STYLE] if has_two_styles(happenings) else []
    said += [TURNS] if any(each.is_turn for each in happenings) else []
    return [line(Span(MIDDOT.join(said), "note"))] if said else []


def _packed(parts: Sequence[str], width: int) -> list[str]:
    """Short notes, as many on a line as it holds; New Style in fewer words where that saves a line."""
    ways = [_lines_of(each, width) for each in (parts, [part.replace(NEW_STYLE, IN_SHORT) for part in parts])]
    return min(ways, key=len)


def _lines_of(parts: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    for each in parts:
        if lines and len(f"{lines[-1]} · {each}") <= width:
            lines[-1] += f" · {each}"
        else:
            lines.append(each)
    return lines


def _is_beside_years(ends: str, view: PeriodView, width: int) -> bool:
    """Whether there is room beside the years of an axis for what the ends of bars mean."""
    return len(ends) < _label(view, width, "") and not _years_outside(view, early=True)


def _bars_seen(view: PeriodView, width: int) -> Sequence[Bar]:
    """The bars that are drawn: where the screen is narrow, those that matter most."""
    return sorted(view.bars, key=lambda bar: -bar.rank)[:FEW] if width < NARROW else view.bars


def _draw(view: PeriodView, width: int) -> Iterator[Line]:
    if view.lives:
        drawn = list(draw_lives(view.lives, view.first_year, view.last_year, width))
        yield from (*drawn, ()) if drawn else ()
        yield from _rows(view, width)
        return
    if width < NARROW and (not view.is_crowded or view.first_year == view.last_year):
        bare = view._replace(bars=()) if view.happenings else view  # bars would take all of a narrow screen
        if _is_drawn(bare, width):
            yield from _axis(bare, width)
        yield from apart(bare, width) if _is_drawn(bare, width) else styled(view.happenings)
        yield from _in_order(view, width)
        return
    is_drawn = bool(view.bars or view.is_crowded) and _is_drawn(view, width)
    view = view if is_drawn else _with_bars_as_rows(view)
    yield from _axis(view, width) if is_drawn else ()
    yield from apart(view, width) if is_drawn else styled(view.happenings)
    yield from _rows(view, width)


def _with_bars_as_rows(view: PeriodView) -> PeriodView:
    """The same with what lasted among what happened."""
    told = {each.fact.id for each in view.happenings}
    lasting = [view.lasting[bar.fact] for bar in view.bars if bar.fact in view.lasting and bar.fact not in told]
    return view._replace(bars=(), happenings=tuple(in_order((*lasting, *view.happenings))))


def _is_drawn(view: PeriodView, width: int) -> bool:
    """Whether there is room for an axis, and enough that it tells: bars, or so many marks."""
    if width < NARROWEST or not (view.bars or len((*view.happenings, *view.rest)) >= MARKS):
        return False
    months = {each.first.month for each in view.happenings if each.margin}
    return view.last_year > view.first_year or len(months) >= FEW_MONTHS


def _rows(view: PeriodView, width: int) -> Iterator[Line]:
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
    is_below = _is_drawn(view, width)
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


def _in_order(view: PeriodView, width: int) -> Iterator[Line]:
    """What lasted as lines among the others."""
    told = {each.fact.id for each in view.happenings}
    bars = [bar for bar in view.bars if bar.fact not in told]
    all_rows = [((bar.when.first, 0), f"{star_of(bar)}{years_of(bar.when)}  ", bar_in_words(bar)) for bar in bars]
    all_rows += [
        (each.place, _dated(each, when), f"{each.text}{style}") for each, when, style in _short_rows(view, width)
    ]
    for _, when, said in sorted(all_rows, key=lambda row: row[0]):
        yield from _narrow(when, said, width)


def _axis(view: PeriodView, width: int, *, is_marked: bool = False) -> Iterator[Line]:
    """Whole years, or the months of one, and a bar for what lasted; every column is the same stretch of time.

    Where there are no bars, or if both are wanted, what happened is marked, and before and after the axis the
    years that it has not are named.
    """
    first_year = _first_year(view)
    early, late = _years_outside(view, early=True), _years_outside(view, early=False)
    label = _label(view, width, early)
    scale = _scale(view, width)
    columns, years = scale.columns, scale.years
    ticks = year_marks(first_year, years, columns) if years > 1 else month_marks(view.first_year, columns)
    ends = ends_told(_bars_seen(view, width), view.first_year, view.last_year)
    beside = ends if _is_beside_years(ends, view, width) else early if view.bars and not is_marked else ""
    yield line(Span(f"{beside:<{label}}", "note" if beside == ends else "date"), Span(ticks, "date"))
    few = _bars_seen(view, width)
    is_above = label == 1 and not all(has_room_beside(bar, scale) for bar in few)
    yield from (
        each
        for bar in view.bars
        if bar in few
        for each in draw_bar(bar, scale, label, is_dated=is_marked or view.is_life, is_above=is_above)
    )
    if is_marked or not view.bars:
        drawn = _density(view, first_year, years, columns)
        drawn = f"{drawn:<{columns}}" if late else drawn
        before = f"{early if len(early) < label else '':<{label}}"
        yield line(Span(before, "date"), Span(drawn, "line"), Span(late, "date"))
        yield from (line(Span(early, "date")),) if len(early) >= label and not view.is_life else ()


def _first_year(view: PeriodView) -> int:
    """The year from which on there is an axis."""
    return _lived_from(view) if view.is_life else view.first_year if view.bars else _dense_from(view)


def _scale(view: PeriodView, width: int) -> Scale:
    early, late = (_years_outside(view, early=early) for early in (True, False))
    columns = max(10, width - _label(view, width, early) - 2 - len(late))
    return Scale(_first_year(view), view.last_year - _first_year(view) + 1, columns)


def _years_outside(view: PeriodView, *, early: bool) -> str:
    """The years of what is told and was before an axis, or after it; empty if there are none."""
    first, last = _first_year(view), view.last_year
    told = sorted({each.year for each in view.happenings})
    years = ", ".join(str(year) for year in told if (year < first if early else year > last))
    return "" if not years else f" {EARLIER} {years}" if early else f" {years} {LATER}"


def _label(view: PeriodView, width: int, early: str) -> int:
    """The columns before an axis: for the names of the bars, or for the years before it."""
    if width < NARROW:
        return 1  # a name stands beside its bar or above it
    return _columns_of_names(view.bars, width) if view.bars else len(early) + 1


def _columns_of_names(bars: Sequence[Bar], width: int) -> int:
    return min(max(LABEL, int(width * SHARE)), max(len(name_of(bar)) for bar in bars)) + 1


def lines_of_names(bars: Sequence[Bar], width: int) -> int:
    """How many lines the names of bars take before an axis."""
    is_narrow = width < NARROW
    room = width if is_narrow or not bars else _columns_of_names(bars, width) - 1
    return sum(len(name_in(bar, room)) for bar in bars)


def _lived_from(view: PeriodView) -> int:
    """The year from which the axis of a life tells something: of what lasted, or of what is told after birth."""
    begun = [each.year for each in (*view.happenings, *view.rest) if each.year > view.first_year]
    first = min([*begun, *(bar.first.year for bar in view.bars)], default=view.first_year)
    return first if first - view.first_year > YOUTH else view.first_year


def _dense_from(view: PeriodView) -> int:
    """The year from which on an axis tells something: what was long before all else, is only told below it."""
    years = sorted({each.year for each in (*view.happenings, *view.rest) if each.year <= view.last_year})
    far = min(FAR, max(DECADES, GAP * (years[-1] - years[0]))) if years else FAR
    after = [year for before, year in pairwise(years[: FEW_EARLY + 1]) if year - before > far]
    return max(view.first_year, after[-1]) if after and len(years) > 2 * FEW_EARLY else view.first_year


def _density(view: PeriodView, first_year: int, years: int, columns: int) -> str:
    """A mark where something happened, a star where it was a turning point, and a weak one if it is not told."""
    row = [" "] * columns
    marked = _marked((*view.happenings, *(view.rest if years > 1 else ())), years)
    for happenings, mark in ((view.rest, HIDDEN), (view.happenings, TOLD)):
        for each in happenings:
            days = each.days if each in marked else ()
            for day in (day for day in days if first_year <= day.year <= view.last_year):
                place = column_of(day, first_year, years, columns)
                is_star = mark == TOLD and (each.is_turn or row[place] == STAR)
                row[place] = STAR if is_star else mark
    return "".join(row).rstrip()


def _marked(happenings: Sequence[Happening], years: int) -> list[Happening]:
    """What is known to its day, month or season; of a year of which nothing is, what is only known to that."""
    known = {each.year for each in happenings if each.margin}
    return [each for each in happenings if each.margin or (years > 1 and each.year not in known)]


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
