"""The edited view of a span of time: happenings in order, one a row; what lasted, as bars; nothing outside the span.

Events are what one looks for in a span. Bodies that begin or end, and works that appear, stand beside them if they
matter enough. How much may be told depends on how much there is: of a century, only what one must know.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from trotskyism_cli.library.descent import wholes_of
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.walks import Moment
from trotskyism_cli.pack.dates import Precision
from trotskyism_cli.pack.model import NOTABLE, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.happening import Happening, last_day, lasts_long, lasts_some_time
from trotskyism_cli.views.happenings import happenings_of, in_order, is_begun_by, once
from trotskyism_cli.views.life import ALLIANCE, allied_once, life_of, lifetime, told_once, turned, with_death
from trotskyism_cli.views.life_told import told_of_life
from trotskyism_cli.views.lives import FEW_YEARS, Life
from trotskyism_cli.views.outcomes import with_outcome
from trotskyism_cli.views.period_bars import (
    Bar,
    as_row,
    bar_of,
    bars_of,
    is_drawn,
    is_same,
    tells_nothing,
    with_its_days,
)
from trotskyism_cli.views.sequence import placed
from trotskyism_cli.views.stays_joined import joined_stays
from trotskyism_cli.views.surnames import surname
from trotskyism_cli.views.weighing import by_weight
from trotskyism_cli.views.weighing_lives import by_weight_in_life

MANY = 20  # happenings beside which what is minor says nothing
ROOM, LIFE = 42, 60  # happenings of a span, and of a life, that are read at once; the least important are left out
BAR_YEARS = 90  # of a longer span bars say nothing
COVERED, LITTLE = 2, 0.15  # how much more a bar says that lasts all over a span; of which less of an office is no bar


class PeriodView(NamedTuple):
    """A span of time: its years, what lasted, what happened in order, and the rest, which matters less.

    `is_crowded` if marks on an axis say how much happened when. Of people, `lives` are drawn too. Where a screen has no
    room for all that happened in some years, it has the first ones of `by_weight`, and so of `weighty_bars`; what has
    no bar there is among the former. Of a life, `is_life`, these are told in just that order, else some of each year.
    Where it has room for more than all of it, it has the first ones of `filling`, which only fill it.
    Of an idea, `words` says how many arguments and quotations there are besides; of a year told in words, `asides` how
    much else is no happening of its own. `lasting` has what the bars tell, by its fact, as rows: where none is drawn.
    `bars_left` says how many of the rest would be bars where there is more room.
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


def period_view(
    pack: StoredPack,
    moments: Sequence[Moment],
    start: date = date.min,
    end: date = date.max,
    *,
    around: str = "",
    everything: bool = False,
) -> PeriodView:
    """What happened in a span of time, out of the moments that touch it; of an entry also what it did and was.

    What lasted is told if it began in that span or ended in it, or was so for a good part of it.
    """
    happenings = once(pack, happenings_of(pack, moments))
    if around:
        happenings = told_once(pack, [*happenings, *turned(pack, around, moments, happenings)])
        happenings += life_of(pack, around, happenings)
        happenings = allied_once(pack, around, [*happenings, *told_of_life(pack, around, happenings)])
        happenings = joined_stays(pack, with_death(pack, around, happenings))
    happenings = placed(pack, (with_outcome(pack, each) for each in happenings))
    if around:
        name = surname(pack.entries[around])
        allied = (each for each in happenings if pack.entries[each.entry].type == ALLIANCE and name in each.text)
        own = [*(each for each in happenings if each.entry == around), *allied]
        drawn = [each for each in own if lasts_long(each.when) and _touches(each, start, end)]
        others = (each for each in happenings if each not in drawn)
        found = [*drawn, *(told for each in others if (told := _begun_or_ended(pack, each, start, end)))]
    else:
        found = [told for each in happenings if (told := _begun_or_ended(pack, each, start, end))]
        drawn = [each for each in happenings if lasts_long(each.when) and is_drawn(each.when, start, end)]
    found = _without_last_of_series(pack, found)
    begin, finish = start, end
    if around and found and (start, end) == (date.min, date.max):
        begin, finish = lifetime(pack.entries[around]) or (
            min(each.first for each in found),
            max(last_day(each.when) for each in found),
        )
    spanned = (finish.year - begin.year) if begin > date.min and finish < date.max else BAR_YEARS + 1
    bars = bars_of(pack, () if around else moments, drawn, begin, finish) if 0 <= spanned <= BAR_YEARS else ()
    if not everything:
        bars = tuple(bar for bar in bars if not (bar.note and _part(bar, begin, finish) < LITTLE))
    is_one_year = start.year == end.year
    vague = [as_row(pack, bar) for bar in bars if is_one_year and tells_nothing(bar)]
    vague = [each for each in vague if start <= each.first and each.when.start and each.when.start.last <= end]
    bars = tuple(bar for bar in bars if not (is_one_year and tells_nothing(bar)))
    lasting = {bar.fact: as_row(pack, bar) for bar in bars}
    facts = {*lasting}
    barred = {each.fact.id for each in drawn if any(is_same(bar_of(each, start, end), bar) for bar in bars)}
    if is_one_year:
        bars = tuple(with_its_days(bar) for bar in bars if not (bar.note and bar.is_begun and bar.is_open))
    short = [each for each in found if each.fact.id not in barred]
    told_facts = {each.fact.id for each in short}
    short += placed(pack, (each for each in vague if each.fact.id not in told_facts))
    if is_one_year:  # in which the event tells both that it began, and when
        short = [each for each in short if not any(is_begun_by(pack, each, event) for event in short)]
    every = [*short, *(each for each in found if each not in short and each.fact.id in facts)]
    kept = short if everything else _worth(pack, short, around, is_long=end.year - start.year >= FEW_YEARS)
    shown = in_order(kept)
    if around and bars:
        start, end = begin, finish
    years = [each.year for each in shown] + [each.last.year for each in bars] + [each.first.year for each in bars]
    first = start.year if start > date.min else min(years, default=0)
    last = end.year if end < date.max else max([*(last_day(each.when).year for each in shown), *years], default=first)
    rest = in_order(each for each in short if each not in kept)
    view = PeriodView(
        first, last, bars, tuple(shown), tuple(rest), is_crowded=not around, is_life=bool(around), lasting=lasting
    )
    if everything:
        return view
    says_little = {bar for bar in bars if bar.note and bar.first <= start and (bar.is_open or end <= bar.last)}
    weighty = sorted(bars, key=lambda bar: (bar in says_little, *_weight_of_bar(bar, first, last)))
    if around:
        weighty.sort(key=lambda bar: -pack.facts[bar.fact].importance)
    weighed = (
        by_weight_in_life(pack, around, in_order(every))
        if around
        else by_weight(pack, in_order(every), (start.year, end.year))
    )
    return view._replace(by_weight=weighed, weighty_bars=tuple(weighty))


def _weight_of_bar(bar: Bar, first: int, last: int) -> tuple[float, bool, timedelta]:
    """By its rank and by how much of some years it lasted over; of what says as much, an office last, and the longest.

    An office counts by its rank alone: somebody had it in any year.
    """
    covered = 0 if bar.note else COVERED * _part(bar, date(first, 1, 1), date(last, 12, 31))
    return -bar.rank - covered, bool(bar.note), bar.when.first - last_day(bar.when)


def _part(bar: Bar, start: date, end: date) -> float:
    """How great a part of a span of time a bar is."""
    return (bar.last - bar.first).days / max(1, (end - start).days)


def _touches(happening: Happening, start: date, end: date) -> bool:
    return start <= last_day(happening.when) and happening.first <= end


def _begun_or_ended(pack: Pack, happening: Happening, start: date, end: date) -> Happening | None:
    """What is told of a happening in a span of time: all of it, that it began, or that it ended; else nothing."""
    when = happening.when
    if when.is_pair:
        within = [part for part in when.parts if start <= part.first and part.last <= end]
        return happening._replace(when=when if within == [*when.parts] else within[0]) if within else None
    if when.start and when.start.last > end:  # of which no more is known than a year of which only a part is asked for
        return None
    if start <= happening.first and (last_day(when) <= end or (lasts_some_time(when) and when.first <= end)):
        return happening
    entry = pack.entries[happening.entry]
    if entry.kind is not Kind.EVENT or when.end is None or not (lasts_some_time(when) and start <= when.end.first):
        return None
    if when.last > end or when.end.precision is Precision.YEAR:  # of which no more is known than how long it lasted
        return None
    ended = when._replace(text=when.text.partition("/")[2], start=when.end)
    word = "Last" if entry.plural else "End"  # of a series of strokes the last one is no end
    return happening._replace(when=ended, text=f"{word} of {entry.phrase}", rank=min(happening.rank, NOTABLE))


def _without_last_of_series(pack: StoredPack, found: Sequence[Happening]) -> list[Happening]:
    """Without the last of a series of events, where that has a row of its own."""
    parts = ((whole, last_day(each.when)) for each in found for whole in wholes_of(pack, each.entry))
    last = {(whole, day) for whole, day in parts if pack.entries[whole].plural}
    return [each for each in found if each.when == each.fact.object or (each.entry, each.first) not in last]


def _worth(pack: Pack, happenings: Sequence[Happening], around: str, *, is_long: bool) -> list[Happening]:
    """What is read at once; of many years that have much to tell, nothing minor."""
    notable = [each for each in happenings if each.rank >= NOTABLE]
    found = notable if is_long and not around and len(notable) >= MANY else happenings
    return weightiest(found, LIFE if around else ROOM, lambda each: _is_event(pack, each, around))


def _is_event(pack: Pack, happening: Happening, around: str) -> bool:
    return happening.entry == around or pack.entries[happening.entry].kind is Kind.EVENT


def weightiest(
    happenings: Sequence[Happening], room: int, weight: Callable[[Happening], int] = lambda _: 0
) -> list[Happening]:
    """The turning points, and then, as long as there is room for all of them, those of the next rank and weight."""
    levels: dict[tuple[int, int], list[Happening]] = {}
    for each in happenings:
        levels.setdefault((each.rank, weight(each)), []).append(each)
    chosen: list[Happening] = []
    for level in sorted(levels, reverse=True):
        if chosen and len(chosen) + len(levels[level]) > room:
            break
        chosen += levels[level]
    return chosen
