"""The life of an organisation or country, drawn: predecessors, axis, happenings, successors."""

import textwrap
from collections.abc import Collection, Sequence
from datetime import date
from itertools import pairwise

from trotskyism_cli.invocation import command
from trotskyism_cli.library.bodies.lifespan import Life
from trotskyism_cli.library.bodies.naming import CLOSE, ITS_OWN
from trotskyism_cli.message_text import MIDDOT, counted
from trotskyism_cli.pack.dates import Precision, parse_date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE
from trotskyism_cli.screen.document import Document, Line, Picture, Span, Title, line
from trotskyism_cli.screen.entries.brief import FILLED, LEFT_OFF, briefly
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.time.axis import HIDDEN, apart, marks, styled
from trotskyism_cli.screen.time.axis_rows import NARROW, told_in_rows
from trotskyism_cli.screen.time.axis_words import asides_told, star
from trotskyism_cli.screen.time.filled import filled
from trotskyism_cli.screen.wrapping import lines_of_title, wrapped
from trotskyism_cli.views.bodies.country_sentences import VERB
from trotskyism_cli.views.bodies.rows import Row
from trotskyism_cli.views.bodies.view import BodyView
from trotskyism_cli.views.happenings.row import Happening, last_day
from trotskyism_cli.views.periods.bars import Bar, bar_of
from trotskyism_cli.views.periods.period import PeriodView
from trotskyism_cli.views.wording.whole import stands_alone

LINES = 2  # of a shortened sentence on a wide screen
_PAUSE = lazy_regex("[;:] ")
HANG, NARROWEST = 2, 20  # columns: indent of continuation lines, least width of text
KIN = 2  # lines of predecessors or successors on a narrow screen
ALL = "--all"
BARS = 5  # at most
SPARSE = 4  # rows below which asides are shown as well
WHEN = 25  # columns before a row's text
# A gap at either end of the axis is left out: at most EARLY rows beyond it, longer than both limits.
EARLY, GAP, DECADES = 2, 0.5, 15


def body_document(
    title: str,
    wide: BodyView,
    asked: Sequence[str],
    lines: int = SCREEN,
    *,
    everything: bool = False,
    with_asides: bool = True,
) -> Document:
    """The life of an organisation or country, as much as fits in `lines`, or `everything`.

    `asked` is the command that shows the rest with `--all`. In words, asides are included or counted (`with_asides`).
    """
    told_years = [row.happening.year for row in wide.rows if everything or not row.is_aside]
    first, last = min([wide.first_year, *told_years]), max([wide.last_year, *told_years])
    years = "–".join(dict.fromkeys((str(first), str(last))))
    head = Title(title, f"from {first}, told to {last}" if wide.is_open and last > first else years)
    narrow = _with_lasting(wide)

    def draw(width: int) -> list[Line]:
        seen = lines - lines_of_title(head, width)
        view, bars = (wide, _bars(wide)) if width >= NARROW else (narrow, ())
        told = [row.happening for row in view.rows]
        own = {place for place, row in enumerate(view.rows) if everything or not row.is_aside}
        if everything:
            return _drawn(view, told, own, asked, width, bars)
        told = [_in_short(row, width) for row in view.rows]
        if len(own) < SPARSE and len(whole := _drawn(view, told, range(len(told)), asked, width, bars)) <= seen:
            return whole
        drawn = _drawn(view, told, own, asked, width, bars)
        if len(drawn) <= seen:
            return drawn
        first_rows = _first_rows(view, width)
        every = dict.fromkeys((*first_rows, *view.by_weight()))
        ordered = sorted(every, key=lambda row: _is_barred(row, bars))  # their bars tell them already
        by_weight = [view.rows.index(row) for row in ordered]
        first = {view.rows.index(row) for row in first_rows}
        return filled(told, by_weight, lambda kept: _drawn(view, told, kept, asked, width, bars), seen, first)

    return Document((head, Picture(draw, tuple(_said(narrow, with_asides=with_asides)))))


def _drawn(
    view: BodyView,
    told: Sequence[Happening],
    kept: Collection[int],
    asked: Sequence[str],
    width: int,
    bars: tuple[Bar, ...],
) -> list[Line]:
    """The axis with a mark for each happening, and the rows that are kept."""
    barred = {place for place, row in enumerate(view.rows) if _is_barred(row, bars)}
    happenings = tuple(each for place, each in enumerate(told) if place in kept and place not in barred)
    rest = tuple(each for place, each in enumerate(told) if place not in kept and place not in barred)
    period = PeriodView(_axis_from(view), _axis_to(view), bars, happenings, rest, is_crowded=True)
    before, after = _kin("before", view.before[::-1], width), _kin("after", view.after, width)
    axis = marks(period, width)
    lines = [
        *before,
        *axis,
        *(apart(period, width, is_marked=True) if axis else styled(happenings)),
        *told_in_rows(period, width),
        *(((), *after) if after else ()),
    ]
    if rest:
        marked = "".join(part.text for each in axis for part in each).count(HIDDEN)
        which = f"shown as {HIDDEN}" if marked == len(rest) else f"{marked} shown as {HIDDEN}"
        more = f"{counted(len(rest), 'more happening')}{f' ({which})' if marked else ''}: "
        ways = [wrapped(line(more, Span(each, "command")), width) for each in (command(*asked, ALL), ALL)]
        lines += [(), *min(ways, key=len)]
    return lines


def _bars(view: BodyView) -> tuple[Bar, ...]:
    """Bars for what lasted during its life, as far as it lies on the axis."""
    span = date(max(1, _axis_from(view)), 1, 1), date(max(1, _axis_to(view)), 12, 31)
    drawn = [_cut(bar_of(each, *span), view.life) for each in _lasting(view)]
    return tuple(sorted(drawn, key=lambda bar: (bar.first, bar.last)))


def _lasting(view: BodyView) -> list[Happening]:
    """What lasted and gets a bar: it begins on the axis, is notable, and is not a policy of all its years."""
    first, last = _axis_from(view), _axis_to(view)
    lasting = [each for each in view.lasting if first <= each.year <= last and each.rank >= NOTABLE]
    own = {row.happening.entry for row in view.rows}
    return [each for each in lasting if each.entry in own or each.year > first or last_day(each.when).year < last][
        :BARS
    ]


def _first_rows(view: BodyView, width: int) -> list[Row]:
    """The rows to tell first; for a country on a narrow screen also what lasted, as there are no bars.

    Parts of what lasted make room for it.
    """
    if width >= NARROW or not view.is_country:
        return list(view.first_rows)
    lasting = {each.fact.id for each in _lasting(view)}
    own = (row for row in view.rows if row.is_named or not row.is_event)  # not one that concerns many countries
    lasted = [row for row in own if row.happening.fact.id in lasting and not row.is_sentence]
    turns = [row for row in view.first_rows if row.happening.is_turn or row.is_turn]  # the others only fill gaps
    every = dict.fromkeys((*turns, *lasted, *view.first_rows))
    return [row for row in every if not (row in lasted and row.is_part)]


def _cut(bar: Bar, life: Life) -> Bar:
    """The bar limited to the days of the life, if only its years are known."""
    end = bar.when.end
    first = max(bar.first, life[0]) if bar.when.is_year and life[0].year == bar.first.year else bar.first
    is_last_year = end is not None and end.precision is Precision.YEAR and life[1].year == bar.last.year
    last = min(bar.last, life[1]) if is_last_year else bar.last
    return bar._replace(first=first, last=last) if first <= last else bar


def _with_lasting(view: BodyView) -> BodyView:
    """The view with a row for each thing that lasted and no row tells, for screens without bars.

    The row stands after those of the month in which it began, e.g. the event that founded it.
    """
    rows = list(view.rows)
    for each in _lasting(view):
        bar = _cut(bar_of(each, date.min, date(max(1, view.last_year), 12, 31)), view.life)
        if any(bar.text in row.happening.text for row in rows):
            continue
        when = parse_date(f"{bar.first.year}/{'..' if bar.is_open else bar.last.year}")
        after = None if (bar.first.month, bar.first.day) == (1, 1) else max(bar.first, bar.first.replace(day=28))
        row = Row(each._replace(when=when, after=after), each.rank + ITS_OWN + CLOSE)
        later = (place for place, other in enumerate(rows) if other.happening.place > row.happening.place)
        rows.insert(next(later, len(rows)), row)
    return view._replace(rows=tuple(rows))


def _is_barred(row: Row, bars: Sequence[Bar]) -> bool:
    """Return whether a bar already tells what a row does."""
    happening = row.happening
    return not row.is_sentence and any(bar.entry == happening.entry and bar.text in happening.text for bar in bars)


def _axis_from(view: BodyView) -> int:
    """The first year of the axis, leaving out a few rows long before all others."""
    years = [row.happening.year for row in view.rows if not row.is_aside]
    longest = max(DECADES, GAP * (view.last_year - view.first_year))
    gaps = list(pairwise(years[: EARLY + 1]))
    return next((year for before, year in reversed(gaps) if year - before > longest), view.first_year)


def _axis_to(view: BodyView) -> int:
    """The last year of the axis, leaving out a few rows long after all others."""
    years = [row.happening.year for row in view.rows if not row.is_aside]
    longest = max(DECADES, GAP * (view.last_year - view.first_year))
    late = list(pairwise(years[-EARLY - 1 :]))
    before = [one for one, other in late if other - one > longest and not view.is_open]
    ended = (last_day(row.happening.when).year for row in view.rows if before and row.happening.year <= before[0])
    return max(ended) if before else view.last_year


def _kin(label: str, kin: Sequence[str], width: int) -> list[Line]:
    """The line of predecessors or successors, as many as fit, the nearest first."""
    head = f"{label:<7}"
    for count in range(len(kin), 0, -1):
        near = kin[:count] if label == "after" else kin[:count][::-1]
        left = len(kin) - count
        first = f"{kin[-1]} {LEFT_OFF if left > 1 else '·'} " if left else ""  # the very first predecessor
        names = f"{MIDDOT.join(near)}{LEFT_OFF if left else ''}" if label == "after" else f"{first}{MIDDOT.join(near)}"
        told = list(wrapped(line(Span(head, "kind"), names), width - 2))
        if len(told) <= (1 if width >= NARROW else KIN) or count == 1:
            return [told[0], *((Span("  "), *each) for each in told[1:])]
    return []


def _in_short(row: Row, width: int) -> Happening:
    """A row's text shortened to a complete clause in few lines; whole if there is no such clause."""
    if row.short:
        return row.happening._replace(text=row.short)
    if not row.is_sentence or row.is_course:
        return row.happening
    text = row.happening.text
    room, most = (width - WHEN, LINES) if width >= NARROW else (max(NARROWEST, width - HANG), LINES + 1)
    lead = 0 if width >= NARROW else len(f"{date_short(row.happening.when)}  ")
    pauses = [each.start() for each in _PAUSE.finditer(text)]
    starts = [text, *(text[:each] for each in reversed(pauses) if stands_alone(text[:each], text[each:]))]
    for lines in range(1, most + 1):
        clause = " ".join(briefly(text, room, lines, 0, lead))
        is_whole = not clause.endswith(LEFT_OFF) and VERB.search(clause)  # not just a subject
        for told in (*starts, *((clause,) if is_whole else ())):
            if len(textwrap.wrap(FILLED * lead + told, room)) <= lines:
                return row.happening._replace(text=told)
    return row.happening


def _said(view: BodyView, *, with_asides: bool) -> list[Line]:
    told_rows = [row for row in view.rows if with_asides or not row.is_aside]
    left = len(view.rows) - len(told_rows)
    told = [
        line(Span(f"{date_short(row.happening.when)}: ", "date"), f"{star(row.happening)}{row.happening.text}")
        for row in told_rows
    ]
    before = [line(Span("before: ", "kind"), "; ".join(view.before)), ()] if view.before else []
    after = [(), line(Span("after: ", "kind"), "; ".join(view.after))] if view.after else []
    more = [(), line(f"{asides_told(left)}: ", Span(ALL, "command"))] if left else []
    return [*before, *styled([row.happening for row in told_rows]), *told, *after, *more]
