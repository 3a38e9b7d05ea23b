"""The edited view of a span of time: happenings in order, one a row; what lasted, as bars; nothing outside the span.

Events are what one looks for in a span. Bodies that begin or end, and works that appear, stand beside them if they
matter enough. How much may be told depends on how much there is: of a century, only what one must know.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.walks import Moment
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import NOTABLE, Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.happening import (
    LASTING,
    Happening,
    happenings_of,
    in_order,
    last_day,
    lasts_long,
    lasts_some_time,
    touch,
)
from trotskyism_cli.views.life import ALLIANCE, allied_once, life_of, lifetime, told_once, turned
from trotskyism_cli.views.life_told import told_of_life
from trotskyism_cli.views.lives import FEW_YEARS, Life
from trotskyism_cli.views.period_bars import Bar, bars_of
from trotskyism_cli.views.sequence import placed
from trotskyism_cli.views.weighing import by_weight, by_weight_in_life

MANY = 20  # happenings beside which what is minor says nothing
ROOM, LIFE = 42, 60  # happenings of a span, and of a life, that are read at once; the least important are left out
BAR_YEARS = 90  # of a longer span bars say nothing


class PeriodView(NamedTuple):
    """A span of time: its years, what lasted, what happened in order, and the rest, which matters less.

    `is_crowded` if marks on an axis say how much happened when. Of people, `lives` are drawn too. Where a screen has no
    room for all that happened in some years, it has the first ones of `by_weight`, and so of `weighty_bars`; what has
    no bar there is among the former. Of a life, `is_life`, these are told in just that order, else some of each year.
    Where it has room for more than all of it, it has the first ones of `filling`, which only fill it.
    Of an idea, `words` says how many arguments and quotations there are besides.
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


def period_view(
    pack: Pack,
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
    happenings = _once(pack, happenings_of(pack, moments))
    if around:
        happenings = told_once(pack, [*happenings, *turned(pack, around, moments, happenings)])
        happenings += life_of(pack, around, happenings)
        happenings = allied_once(pack, around, [*happenings, *told_of_life(pack, around, happenings)])
    happenings = placed(pack, happenings)
    if around:
        found = [each for each in happenings if start <= each.first and last_day(each.when) <= end]
        own = (each for each in found if each.entry == around or pack.entries[each.entry].type == ALLIANCE)
        drawn = [each for each in own if lasts_long(each.when)]
    else:
        found = [told for each in happenings if (told := _begun_or_ended(pack, each, start, end))]
        drawn = [each for each in happenings if lasts_long(each.when) and _is_drawn(each.when, start, end)]
    begin, finish = start, end
    if around and found and (start, end) == (date.min, date.max):
        begin, finish = lifetime(pack.entries[around]) or (
            min(each.first for each in found),
            max(last_day(each.when) for each in found),
        )
    spanned = (finish.year - begin.year) if begin > date.min and finish < date.max else BAR_YEARS + 1
    bars = bars_of(pack, () if around else moments, drawn, begin, finish) if 0 < spanned <= BAR_YEARS else ()
    barred = {bar.entry for bar in bars}
    told_by_bars = {each.fact.id for each in drawn if each.entry in barred}
    short = [each for each in found if each.fact.id not in told_by_bars]
    facts = {bar.fact for bar in bars}
    every = [each for each in found if each in short or each.fact.id in facts]
    kept = short if everything else _worth(pack, short, around, is_long=end.year - start.year >= FEW_YEARS)
    shown = in_order(kept)
    if around and bars:
        start, end = begin, finish
    years = [each.year for each in shown] + [each.last.year for each in bars] + [each.first.year for each in bars]
    first = start.year if start > date.min else min(years, default=0)
    last = end.year if end < date.max else max([*(last_day(each.when).year for each in shown), *years], default=first)
    rest = in_order(each for each in short if each not in kept)
    view = PeriodView(first, last, bars, tuple(shown), tuple(rest), is_crowded=not around, is_life=bool(around))
    if everything or first == last:
        return view
    says_little = {bar for bar in bars if bar.note and bar.first <= start and (bar.is_open or end <= bar.last)}
    weighty = sorted(bars, key=lambda bar: (bar in says_little, -bar.rank, bool(bar.note), bar.first - bar.last))
    if around:
        weighty.sort(key=lambda bar: -pack.facts[bar.fact].importance)
    weighed = by_weight_in_life(pack, around, in_order(every)) if around else by_weight(pack, in_order(every))
    return view._replace(by_weight=weighed, weighty_bars=tuple(weighty))


def _begun_or_ended(pack: Pack, happening: Happening, start: date, end: date) -> Happening | None:
    """What is told of a happening in a span of time: all of it, that it began, or that it ended; else nothing."""
    when = happening.when
    if when.is_pair:
        within = [part for part in when.parts if start <= part.first and part.last <= end]
        return happening._replace(when=when if within == [*when.parts] else within[0]) if within else None
    if start <= happening.first and (last_day(when) <= end or (lasts_some_time(when) and when.first <= end)):
        return happening
    entry = pack.entries[happening.entry]
    if entry.kind is not Kind.EVENT or when.end is None or not (lasts_some_time(when) and start <= when.end.first):
        return None
    if when.last > end:
        return None
    ended = when._replace(text=when.text.partition("/")[2], start=when.end)
    return happening._replace(when=ended, text=f"End of {entry.phrase}", rank=min(happening.rank, NOTABLE))


def _is_drawn(when: Date, start: date, end: date) -> bool:
    """Whether what lasted long did so for a good part of a span of time, or began in it and went on."""
    within = (min(last_day(when), end) - max(when.first, start)).days
    return within > LASTING or start <= when.first <= end < last_day(when)


def _worth(pack: Pack, happenings: Sequence[Happening], around: str, *, is_long: bool) -> list[Happening]:
    """What is read at once; of many years that have much to tell, nothing minor."""
    notable = [each for each in happenings if each.rank >= NOTABLE]
    found = notable if is_long and not around and len(notable) >= MANY else happenings
    return weightiest(found, LIFE if around else ROOM, lambda each: _is_event(pack, each, around))


def _once(pack: Pack, happenings: Sequence[Happening]) -> list[Happening]:
    """Without the beginning or the end of a body that an event of that time is: it then matters as much.

    One that is not named after the body says what it was.
    """
    events = [each for each in happenings if pack.entries[each.entry].kind is Kind.EVENT]
    ranks: dict[str, int] = {}
    more: dict[str, str] = {}
    kept: list[Happening] = []
    for each in happenings:
        entry = pack.entries[each.entry]
        same = [event for event in events if entry.kind is Kind.ORGANISATION and _is_of(pack, event, each)]
        for event in same:
            ranks[event.entry] = max(ranks.get(event.entry, 0), each.rank)
            if not _names(pack.entries[event.entry].names, entry):
                more[event.entry] = f"; {each.text}"
        kept += [] if same else [each]
    return [
        each._replace(rank=max(each.rank, ranks.get(each.entry, 0)), text=f"{each.text}{more.get(each.entry, '')}")
        for each in kept
    ]


def _is_of(pack: Pack, event: Happening, body: Happening) -> bool:
    """Whether an event took place when a body began or ended, and is named after it or, if of that day, tells of it."""
    entry = pack.entries[event.entry]
    told = (*entry.names, entry.summary) if event.when == body.when else entry.names
    return touch(event.when, body.when) and _names(told, pack.entries[body.entry])


def _names(told: Iterable[str], entry: Entry) -> bool:
    return re.search(rf"\b{re.escape(entry.name)}\b", " / ".join(told)) is not None


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
