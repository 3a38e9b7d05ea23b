"""The timeline of a span: happenings in order, one a row; what lasted, as bars; nothing outside the span.

Events come first. Organisations that begin or end, and works that appear, are added if they matter enough. How much is
told depends on how much there is: of a century only turning points.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from trotskyism_cli.library.bodies.descent import wholes_of
from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Precision
from trotskyism_cli.pack.model import NOTABLE, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.happenings.entry_history import (
    ALLIANCE,
    allied_once,
    life_of,
    lifetime,
    told_once,
    turned,
    with_death,
)
from trotskyism_cli.views.happenings.lives_in_span import FEW_YEARS, Life
from trotskyism_cli.views.happenings.of_facts import happenings_of, in_order, is_begun_by, once
from trotskyism_cli.views.happenings.outcomes import with_outcome
from trotskyism_cli.views.happenings.placing import placed
from trotskyism_cli.views.happenings.row import Happening, last_day, lasts_long, lasts_some_time
from trotskyism_cli.views.happenings.stays_abroad import joined_stays
from trotskyism_cli.views.periods.bars import (
    A_GOOD_PART,
    Bar,
    as_row,
    bar_of,
    bars_of,
    bodies_within,
    is_drawn,
    is_same,
    tells_nothing,
    with_its_days,
)
from trotskyism_cli.views.periods.dated_deeds import told_of_life
from trotskyism_cli.views.periods.weighing import by_weight
from trotskyism_cli.views.periods.weighing_lives import by_weight_in_life
from trotskyism_cli.views.wording.surnames import surname

MANY = 20  # notable happenings beside which minor ones are left out
ROOM, LIFE = 42, 60  # rows of a span and of a life
BAR_YEARS = 90  # no bars for a longer span
# Weight of a bar that covers the whole span; least fraction of a span for the bar of an office.
COVERED, LITTLE = 2, 0.15


class PeriodView(NamedTuple):
    """A span of time: its years, bars, happenings in order, and the `rest`, which matters less.

    `is_crowded`: an axis has marks for how much happened when. `lives`: drawn for a view of people. `by_weight` and
    `weighty_bars`: where room is short, take the first of these; a bar that is not drawn is a row of `by_weight`.
    `is_life`: take them in just that order, otherwise some of each year. `filling`: take the first of these if there is
    room left over. `words`: number of arguments and quotations on an idea. `asides`: number of facts of a year that are
    no happenings. `lasting`: rows that replace bars, by fact id, where none is drawn. `bars_left`: how many of the rest
    would be bars if there was more room.
    """

    first_year: int
    last_year: int
    bars: tuple[Bar, ...]
    happenings: tuple[Happening, ...]
    rest: tuple[Happening, ...] = ()
    is_crowded: bool = False
    lives: tuple[Life, ...] = ()
    further_lives: tuple[Life, ...] = ()
    by_weight: tuple[Happening, ...] = ()
    weighty_bars: tuple[Bar, ...] = ()
    is_life: bool = False
    filling: tuple[Happening, ...] = ()
    words: int = 0
    asides: int = 0
    lasting: Mapping[str, Happening] = MappingProxyType({})
    bars_left: int = 0


class _Span(NamedTuple):
    """First and last day of a span of time."""

    start: date
    end: date

    @property
    def is_one_year(self) -> bool:
        """True if it lies within one calendar year."""
        return self.start.year == self.end.year

    def touches(self, happening: Happening) -> bool:
        """Return whether a happening overlaps the span."""
        return self.start <= last_day(happening.when) and happening.first <= self.end

    def has_begun(self, happening: Happening) -> bool:
        """Return whether a happening certainly began within the span."""
        start = happening.when.start
        return self.start <= happening.first and start is not None and start.last <= self.end


ALWAYS = _Span(date.min, date.max)


def period_view(
    pack: StoredPack,
    moments: Sequence[Moment],
    start: date = date.min,
    end: date = date.max,
    *,
    around: str = "",
    everything: bool = False,
) -> PeriodView:
    """What happened in a span, from the moments that touch it; `around` an entry, also what it did and was.

    Something long is told if it began or ended in the span, or lasted for a good part of it.
    """
    asked = _Span(start, end)
    happenings = _in_time(pack, moments, around)
    drawn, found = _of_entry(pack, around, happenings, asked) if around else _of_all(pack, happenings, asked)
    found = _without_last_of_series(pack, found)
    shown = _lifetime_of(pack, around, found) if around and found and asked == ALWAYS else asked
    lasted = _lasted(pack, _bars_in(pack, () if around else moments, drawn, shown, everything=everything), drawn, asked)
    rows = _rows_beside(pack, lasted, found, asked)
    kept = rows if everything else _worth(pack, rows, around, is_long=end.year - start.year >= FEW_YEARS)
    if not (around and lasted.bars):
        shown = asked
    told = tuple(in_order(kept))
    view = PeriodView(
        *_years_of(shown, told, lasted.bars),
        lasted.bars,
        told,
        tuple(in_order(each for each in rows if each not in kept)),
        is_crowded=not around,
        is_life=bool(around),
        lasting=lasted.rows,
    )
    if everything:
        return view
    every = in_order([*rows, *(each for each in found if each not in rows and each.fact.id in lasted.rows)])
    weighed = (
        by_weight_in_life(pack, around, every) if around else by_weight(pack, every, (shown.start.year, shown.end.year))
    )
    return view._replace(by_weight=weighed, weighty_bars=_weighty_bars(pack, view, around, shown))


def _in_time(pack: StoredPack, moments: Sequence[Moment], around: str) -> list[Happening]:
    """Happenings without repetition, placed in time; around an entry also what it did and was."""
    happenings = once(pack, happenings_of(pack, moments))
    if around:
        happenings = told_once(pack, [*happenings, *turned(pack, around, moments, happenings)])
        happenings += life_of(pack, around, happenings)
        happenings = allied_once(pack, around, [*happenings, *told_of_life(pack, around, happenings)])
        happenings = joined_stays(pack, with_death(pack, around, happenings))
    return placed(pack, (with_outcome(pack, each) for each in happenings))


def _of_entry(
    pack: StoredPack, around: str, happenings: Sequence[Happening], asked: _Span
) -> tuple[list[Happening], list[Happening]]:
    """Around an entry: what lasted long, including alliances; and that together with everything else in the span."""
    name = surname(pack.entries[around])
    allied = (each for each in happenings if pack.entries[each.entry].type == ALLIANCE and name in each.text)
    own = [*(each for each in happenings if each.entry == around), *allied]
    drawn = [each for each in own if lasts_long(each.when) and asked.touches(each)]
    return drawn, [*drawn, *_told_in(pack, (each for each in happenings if each not in drawn), asked)]


def _of_all(pack: StoredPack, happenings: Sequence[Happening], asked: _Span) -> tuple[list[Happening], list[Happening]]:
    """What lasted long enough for a bar, and everything in the span."""
    drawn = [each for each in happenings if lasts_long(each.when) and is_drawn(each.when, asked.start, asked.end)]
    return drawn, _told_in(pack, happenings, asked)


def _told_in(pack: StoredPack, happenings: Iterable[Happening], asked: _Span) -> list[Happening]:
    """Happenings as they are told within a span; those outside are dropped."""
    return [told for each in happenings if (told := _begun_or_ended(pack, each, asked.start, asked.end))]


def _lifetime_of(pack: StoredPack, around: str, found: Sequence[Happening]) -> _Span:
    """The lifetime of an entry, or else the time of its happenings."""
    if lived := lifetime(pack.entries[around]):
        return _Span(*lived)
    return _Span(min(each.first for each in found), max(last_day(each.when) for each in found))


def _bars_in(
    pack: StoredPack, moments: Sequence[Moment], drawn: Sequence[Happening], shown: _Span, *, everything: bool
) -> list[Bar]:
    """Bars within the years shown; none if these are unbounded or too many."""
    if shown.start == date.min or shown.end == date.max or not 0 <= shown.end.year - shown.start.year <= BAR_YEARS:
        return []
    bars = [*bars_of(pack, moments, drawn, shown.start, shown.end)]
    least = LITTLE
    if shown.is_one_year:
        bars += bodies_within(pack, moments, shown.start, shown.end)
        bars.sort(key=lambda bar: (bar.when.first, last_day(bar.when)))
        least = A_GOOD_PART
    return [bar for bar in bars if everything or not bar.note or _part(bar, shown.start, shown.end) >= least]


class _Lasted(NamedTuple):
    """What lasted: bars; each as a row, by fact id; and the ids of facts that only bars tell (`barred`).

    `vague` are rows for things whose bar would say nothing.
    """

    bars: tuple[Bar, ...]
    rows: Mapping[str, Happening]
    barred: frozenset[str]
    vague: tuple[Happening, ...] = ()


def _lasted(pack: StoredPack, bars: Sequence[Bar], drawn: Sequence[Happening], asked: _Span) -> _Lasted:
    """Sort out what lasted: in one year a bar is kept only if it tells something of that year."""
    saying = [bar for bar in bars if not (asked.is_one_year and tells_nothing(bar))]
    vague = (as_row(pack, bar) for bar in bars if bar not in saying)
    told = ((each, bar_of(each, asked.start, asked.end)) for each in drawn)
    return _Lasted(
        tuple(_bars_of_year(saying) if asked.is_one_year else saying),
        {bar.fact: as_row(pack, bar) for bar in saying},
        frozenset(each.fact.id for each, own in told if any(is_same(own, bar) for bar in saying)),
        tuple(each for each in vague if asked.has_begun(each)),
    )


def _bars_of_year(bars: Iterable[Bar]) -> Iterator[Bar]:
    """Bars of one year with their days, without offices that lasted all through it."""
    return (with_its_days(bar) for bar in bars if not (bar.note and bar.is_begun and bar.is_open))


def _rows_beside(pack: StoredPack, lasted: _Lasted, found: Sequence[Happening], asked: _Span) -> list[Happening]:
    """Rows for everything that the bars do not tell."""
    rows = [each for each in found if each.fact.id not in lasted.barred]
    told = {each.fact.id for each in rows}
    rows += placed(pack, (each for each in lasted.vague if each.fact.id not in told))
    if asked.is_one_year:  # the event tells the beginning of a policy
        return [each for each in rows if not any(is_begun_by(pack, each, event) for event in rows)]
    return rows


def _years_of(shown: _Span, told: Sequence[Happening], bars: Sequence[Bar]) -> tuple[int, int]:
    """First and last year of a view: those asked for, else those of what it tells."""
    years = [each.year for each in told] + [each.last.year for each in bars] + [each.first.year for each in bars]
    first = shown.start.year if shown.start > date.min else min(years, default=0)
    ends = [*(last_day(each.when).year for each in told), *years]
    return first, shown.end.year if shown.end < date.max else max(ends, default=first)


def _weighty_bars(pack: StoredPack, view: PeriodView, around: str, shown: _Span) -> tuple[Bar, ...]:
    """Bars of a view by weight; around an entry by the importance of their facts.

    An office that lasted throughout says little and comes later.
    """

    def weight(bar: Bar) -> tuple[object, ...]:
        is_throughout = bar.first <= shown.start and (bar.is_open or shown.end <= bar.last)
        importance = pack.facts[bar.fact].importance if around else 0
        says_little = bool(bar.note) and is_throughout
        return -importance, says_little, *_weight_of_bar(bar, view.first_year, view.last_year)

    return tuple(sorted(view.bars, key=weight))


def _weight_of_bar(bar: Bar, first: int, last: int) -> tuple[float, bool, timedelta]:
    """Sort key of a bar: rank plus the share of the years it covers; then offices last, then the longest.

    The share does not count for an office, since somebody held it in any year.
    """
    covered = 0 if bar.note else COVERED * _part(bar, date(first, 1, 1), date(last, 12, 31))
    return -bar.rank - covered, bool(bar.note), bar.when.first - last_day(bar.when)


def _part(bar: Bar, start: date, end: date) -> float:
    """Length of a bar as a fraction of a span."""
    return (bar.last - bar.first).days / max(1, (end - start).days)


def _begun_or_ended(pack: Pack, happening: Happening, start: date, end: date) -> Happening | None:
    """A happening as told within a span: whole, only its end, or None if it lies outside."""
    when = happening.when
    if when.is_pair:
        within = [part for part in when.parts if start <= part.first and part.last <= end]
        return happening._replace(when=when if within == [*when.parts] else within[0]) if within else None
    if when.start and when.start.last > end:  # the year is known, but not whether it was in the part asked for
        return None
    if start <= happening.first and (last_day(when) <= end or (lasts_some_time(when) and when.first <= end)):
        return happening
    entry = pack.entries[happening.entry]
    if entry.kind is not Kind.EVENT or when.end is None or not (lasts_some_time(when) and start <= when.end.first):
        return None
    if when.last > end or when.end.precision is Precision.YEAR:  # the day of its end is unknown
        return None
    ended = when._replace(text=when.text.partition("/")[2], start=when.end)
    word = "Last" if entry.plural else "End"  # a series has no end, but a last one
    return happening._replace(when=ended, text=f"{word} of {entry.phrase}", rank=min(happening.rank, NOTABLE))


def _without_last_of_series(pack: StoredPack, found: Sequence[Happening]) -> list[Happening]:
    """Drop "Last of …" for a series of events whose last event has a row of its own."""
    parts = ((whole, last_day(each.when)) for each in found for whole in wholes_of(pack, each.entry))
    last = {(whole, day) for whole, day in parts if pack.entries[whole].plural}
    return [each for each in found if each.when == each.fact.object or (each.entry, each.first) not in last]


def _worth(pack: Pack, happenings: Sequence[Happening], around: str, *, is_long: bool) -> list[Happening]:
    """The rows that can be read at once; for many years with much to tell, nothing minor."""
    notable = [each for each in happenings if each.rank >= NOTABLE]
    found = notable if is_long and not around and len(notable) >= MANY else happenings
    return weightiest(found, LIFE if around else ROOM, lambda each: _is_event(pack, each, around))


def _is_event(pack: Pack, happening: Happening, around: str) -> bool:
    return happening.entry == around or pack.entries[happening.entry].kind is Kind.EVENT


def weightiest(
    happenings: Sequence[Happening], room: int, weight: Callable[[Happening], int] = lambda _: 0
) -> list[Happening]:
    """The turning points, then whole levels of rank and weight as long as there is room."""
    levels: dict[tuple[int, int], list[Happening]] = {}
    for each in happenings:
        levels.setdefault((each.rank, weight(each)), []).append(each)
    chosen: list[Happening] = []
    for level in sorted(levels, reverse=True):
        if chosen and len(chosen) + len(levels[level]) > room:
            break
        chosen += levels[level]
    return chosen
