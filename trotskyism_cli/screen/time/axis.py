"""A period drawn: bars on an axis of years for what lasted, then a dated row for each happening."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from trotskyism_cli.message_text import MIDDOT
from trotskyism_cli.screen.document import Line, Picture, Span, line
from trotskyism_cli.screen.time.axis_rows import NARROW, has_axis, in_one_order, told_in_rows
from trotskyism_cli.screen.time.axis_words import (
    NEW_STYLE,
    STAR,
    has_two_styles,
    in_words,
)
from trotskyism_cli.screen.time.bars import (
    VAGUE,
    Scale,
    draw_bar,
    ends_told,
    has_room_beside,
    is_vague,
    name_in,
    name_of,
)
from trotskyism_cli.screen.time.lives import draw_lives
from trotskyism_cli.screen.time.scale import column_of, month_marks, year_marks
from trotskyism_cli.screen.wrapping import wrapped
from trotskyism_cli.views.happenings.of_facts import in_order
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.periods.bars import Bar
from trotskyism_cli.views.periods.period import PeriodView
from trotskyism_cli.views.wording.margins import years_of

LABEL, SHARE = 22, 0.53  # columns of a bar's name: at least, and as a share of the width at most
FEW = 5  # bars on a narrow screen
YOUTH = 10  # years after birth without any event that the axis leaves out
# A gap at the beginning is left out: this many years, or this share of the period but at least DECADES years, with no
# more than FEW_EARLY years with happenings before it.
FAR, GAP, DECADES, FEW_EARLY = 60, 0.5, 30, 2
TOLD, HIDDEN = "•", "·"  # marks for happenings on an axis
EARLIER, LATER = "◂", "▸"  # marks for what lies before and after the axis
TURNS, DAY_UNKNOWN = f"{STAR} turning point", f"{VAGUE} day unknown"
MEANWHILE = "Meanwhile: "  # before what had begun earlier and has no bar
IN_SHORT = "New Style"  # short for `Dates in New Style`
OTHERS, HAPPENINGS = f"{TOLD} other", f"{TOLD} happening"


class _Frame(NamedTuple):
    """Where an axis begins, the years named before and after it, and the columns before it."""

    first_year: int
    early: str
    late: str
    label: int


def axis(view: PeriodView) -> Picture:
    """The picture of a period."""
    return Picture(lambda width: drawn(view, width), tuple(in_words(view)))


def drawn(view: PeriodView, width: int) -> list[Line]:
    """The lines of the picture alone: trying out how much fits needs no words."""
    return list(_draw(view, width))


def marks(view: PeriodView, width: int) -> list[Line]:
    """The axis alone, with bars and a mark for each happening; happenings not told below get a weaker mark."""
    everything = view._replace(happenings=tuple(in_order((*view.happenings, *view.rest))), rest=())
    return list(_axis(view, width, is_marked=True)) if has_axis(everything, width) else []


def apart(view: PeriodView, width: int, *, is_marked: bool = False) -> list[Line]:
    """The lines between axis and rows: notes that explain both, or a blank line.

    They say what bar ends beyond the axis mean, what the signs mean, and that dates are in New Style.
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
    """The note above rows without an axis: New Style dates, and what a star means, if either occurs."""
    said = [NEW_STYLE] if has_two_styles(happenings) else []
    said += [TURNS] if any(each.is_turn for each in happenings) else []
    return [line(Span(MIDDOT.join(said), "note"))] if said else []


def _packed(parts: Sequence[str], width: int) -> list[str]:
    """Short notes, as many per line as fit; New Style is abbreviated if that saves a line."""
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
    """Return whether the explanation of bar ends fits beside the years of the axis."""
    return len(ends) < _label(view, width, "") and not _frame(view, width).early


def _bars_seen(view: PeriodView, width: int) -> Sequence[Bar]:
    """The bars that are drawn; on a narrow screen only the most important."""
    return sorted(view.bars, key=lambda bar: -bar.rank)[:FEW] if width < NARROW else view.bars


def _draw(view: PeriodView, width: int) -> Iterator[Line]:
    if view.lives:
        lives = list(draw_lives(view.lives, view.first_year, view.last_year, width))
        yield from (*lives, ()) if lives else ()
        yield from told_in_rows(view, width)
        return
    if width < NARROW and (not view.is_crowded or view.first_year == view.last_year):
        bare = view._replace(bars=()) if view.happenings else view  # bars would fill a narrow screen
        if has_axis(bare, width):
            yield from _axis(bare, width)
        yield from apart(bare, width) if has_axis(bare, width) else styled(view.happenings)
        yield from in_one_order(view, width)
        return
    is_drawn = bool(view.bars or view.is_crowded) and has_axis(view, width)
    view = view if is_drawn else _with_bars_as_rows(view)
    earlier = () if is_drawn else [each for each in view.happenings if each.year < view.first_year and each.until]
    view = view._replace(happenings=tuple(each for each in view.happenings if each not in earlier))
    yield from _axis(view, width) if is_drawn else ()
    yield from apart(view, width) if is_drawn else styled(view.happenings)
    yield from told_in_rows(view, width)
    if earlier:
        yield from ((),) if view.happenings else ()
        lasting = (f"{each.text} ({years_of(each.when)})" for each in earlier)
        yield from wrapped(line(Span(MEANWHILE, "kind"), MIDDOT.join(lasting)), width)


def _with_bars_as_rows(view: PeriodView) -> PeriodView:
    """The view with what lasted among the happenings, for screens without bars."""
    told = {each.fact.id for each in view.happenings}
    lasting = [view.lasting[bar.fact] for bar in view.bars if bar.fact in view.lasting and bar.fact not in told]
    return view._replace(bars=(), happenings=tuple(in_order((*lasting, *view.happenings))))


def _axis(view: PeriodView, width: int, *, is_marked: bool = False) -> Iterator[Line]:
    """The year scale (or the months of one year) with the bars; every column is the same stretch of time.

    Without bars, or with `is_marked`, happenings are marked too, and years outside the axis are named at its ends.
    """
    frame = _frame(view, width)
    first_year, early, late, label = frame
    scale = _scale_of(frame, view, width)
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
        density = _density(view, first_year, years, columns)
        density = f"{density:<{columns}}" if late else density
        before = f"{early if len(early) < label else '':<{label}}"
        yield line(Span(before, "date"), Span(density, "line"), Span(late, "date"))
        yield from (line(Span(early, "date")),) if len(early) >= label and not view.is_life else ()


def _first_year(view: PeriodView) -> int:
    """The first year of the axis."""
    return _lived_from(view) if view.is_life else view.first_year if view.bars else _dense_from(view)


def _frame(view: PeriodView, width: int) -> _Frame:
    first = _first_year(view)
    told = sorted({each.year for each in view.happenings})
    before, after = (
        [str(year) for year in told if year < first],
        [str(year) for year in told if year > view.last_year],
    )
    early = f" {EARLIER} {', '.join(before)}" if before else ""
    late = f" {', '.join(after)} {LATER}" if after else ""
    return _Frame(first, early, late, _label(view, width, early))


def _scale(view: PeriodView, width: int) -> Scale:
    return _scale_of(_frame(view, width), view, width)


def _scale_of(frame: _Frame, view: PeriodView, width: int) -> Scale:
    columns = max(10, width - frame.label - 2 - len(frame.late))
    return Scale(frame.first_year, view.last_year - frame.first_year + 1, columns)


def _label(view: PeriodView, width: int, early: str) -> int:
    """Columns before the axis, for the names of bars or for earlier years."""
    if width < NARROW:
        return 1  # a name stands beside its bar or above it
    return _columns_of_names(view.bars, width) if view.bars else len(early) + 1


def _columns_of_names(bars: Sequence[Bar], width: int) -> int:
    return min(max(LABEL, int(width * SHARE)), max(len(name_of(bar)) for bar in bars)) + 1


def lines_of_names(bars: Sequence[Bar], width: int) -> int:
    """Lines that the names of bars take before an axis."""
    is_narrow = width < NARROW
    room = width if is_narrow or not bars else _columns_of_names(bars, width) - 1
    return sum(len(name_in(bar, room)) for bar in bars)


def _lived_from(view: PeriodView) -> int:
    """The first year of a life's axis: birth, or the first event if that is much later."""
    begun = [each.year for each in (*view.happenings, *view.rest) if each.year > view.first_year]
    first = min([*begun, *(bar.first.year for bar in view.bars)], default=view.first_year)
    return first if first - view.first_year > YOUTH else view.first_year


def _dense_from(view: PeriodView) -> int:
    """The first year of an axis that leaves out a few happenings long before all others."""
    years = sorted({each.year for each in (*view.happenings, *view.rest) if each.year <= view.last_year})
    far = min(FAR, max(DECADES, GAP * (years[-1] - years[0]))) if years else FAR
    after = [year for before, year in pairwise(years[: FEW_EARLY + 1]) if year - before > far]
    return max(view.first_year, after[-1]) if after and len(years) > 2 * FEW_EARLY else view.first_year


def _density(view: PeriodView, first_year: int, years: int, columns: int) -> str:
    """The row of marks: one per happening, a star for a turning point, a weak mark if it is not told below."""
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
    """Happenings precise to a day, month or season; less precise ones only if their year has no others."""
    known = {each.year for each in happenings if each.margin}
    return [each for each in happenings if each.margin or (years > 1 and each.year not in known)]
