"""The edited view of a span of time: happenings in order, one a row; what lasted, as bars; nothing outside the span.

Events are what one looks for in a span. Bodies that begin or end, and works that appear, stand beside them if they
matter enough. How much may be told depends on how much there is: of a century, only what one must know.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.walks import Moment
from trotskyism_cli.library.whole_words import stands_whole
from trotskyism_cli.pack.dates import Precision
from trotskyism_cli.pack.model import NOTABLE, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.happening import (
    Happening,
    days_of,
    happening_of,
    last_day,
    lasts_long,
    lasts_some_time,
)
from trotskyism_cli.views.ideas import origin_of_idea
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
from trotskyism_cli.views.touching import Touching
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
    much else is no happening of its own. `lasting` has what the bars tell, by
    its fact, as rows: for where none is drawn.
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


def _worth(pack: Pack, happenings: Sequence[Happening], around: str, *, is_long: bool) -> list[Happening]:
    """What is read at once; of many years that have much to tell, nothing minor."""
    notable = [each for each in happenings if each.rank >= NOTABLE]
    found = notable if is_long and not around and len(notable) >= MANY else happenings
    return weightiest(found, LIFE if around else ROOM, lambda each: _is_event(pack, each, around))


def once(pack: Pack, happenings: Sequence[Happening]) -> list[Happening]:
    """Without the beginning or the end of a body, and without a work, that an event of that time is.

    The event then matters as much as the body. One that is not named after the body says what it was.
    """
    events = Touching((each.when, each) for each in happenings if pack.entries[each.entry].kind is Kind.EVENT)
    ranks: dict[str, int] = {}
    more: dict[str, str] = {}
    kept: list[Happening] = []
    for each in happenings:
        entry = pack.entries[each.entry]
        then = events.of(each.when) if entry.kind in (Kind.WORK, Kind.ORGANISATION) else []
        if entry.kind is Kind.WORK and any(_is_made_in(pack, event, each) for event in then):
            continue
        same = [event for event in then if entry.kind is Kind.ORGANISATION and _is_of(pack, event, each)]
        for event in same:
            ranks[event.entry] = max(ranks.get(event.entry, 0), each.rank)
            if not _names(pack.entries[event.entry].names, (entry.name,)):
                more[event.entry] = f"; {_without_tail(each.text, entry.name, event.text)}"
        kept += [] if same else [each]
    return [
        each._replace(rank=max(each.rank, ranks.get(each.entry, 0)), text=f"{each.text}{more.get(each.entry, '')}")
        for each in kept
    ]


def _is_of(pack: Pack, event: Happening, body: Happening) -> bool:
    """Whether an event of when a body began or ended is named after it or, if of that day, tells of it."""
    entry, own = pack.entries[event.entry], pack.entries[body.entry]
    is_told = event.when == body.when and _names((*entry.names, entry.summary), own.names)
    return is_told or _names(entry.names, (own.name,))


def _is_made_in(pack: Pack, event: Happening, work: Happening) -> bool:
    """Whether an event of when a work was written or appeared is what was done with it then: by its name or a tie."""
    facts = (*pack.entries[event.entry].facts, *pack.facts_with_object(event.entry))
    is_tied = any(work.entry in fact.ends for fact in facts)
    told = _in_short(pack, work) if is_tied else pack.entries[work.entry].names
    return _names(pack.entries[event.entry].names, told)


def _in_short(pack: Pack, work: Happening) -> tuple[str, ...]:
    """The names of a work, and what it is before that says of what: `Address` of the Central Committee."""
    names = pack.entries[work.entry].names
    return (*names, *(name.partition(" of ")[0] for name in names))


def _without_tail(text: str, name: str, told: str) -> str:
    """What happened to a body without what its name says last and is told already: ` of the Fourth International`."""
    head, of, tail = name.partition(" of ")
    return text.replace(name, head) if of and told.endswith(f"{of}{tail}") else text


def _names(told: Iterable[str], names: Iterable[str]) -> bool:
    text = " / ".join(told)
    return any(stands_whole(name, text) for name in names)


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


def in_order(happenings: Iterable[Happening]) -> list[Happening]:
    """In order of time; of the same day what lasted first, then the shortest, then what matters most.

    What is dated to no more than its year stands first in it, or last if it followed something.
    """
    return sorted(sorted(happenings, key=in_order_of_time), key=lambda each: each.place)


def happenings_of(pack: Pack, moments: Iterable[Moment]) -> list[Happening]:
    """One for each entry and what happened to it, by the most exact of its dates."""
    found: dict[tuple[str, str], Happening] = {}
    for moment in moments:
        happening = _happening(pack, moment)
        if happening is None:
            continue
        is_body = pack.entries[happening.entry].kind is Kind.ORGANISATION  # which begins, and ends
        key = happening.entry, happening.text if is_body else ""
        if key not in found or days_of(happening.when) < days_of(found[key].when):
            found[key] = happening
    return list(found.values())


def _happening(pack: Pack, moment: Moment) -> Happening | None:
    """What happened; or that an idea was put forward which one must know.

    Or what was had for some time by a fact that is not dated itself: a policy, by its definition.
    """
    if moment.fact and moment.fact.date is None:
        entry = pack.entries[moment.subject]
        return Happening(moment.when, capital(entry.name), entry.id, NOTABLE, moment.fact)
    return (happening_of(pack, moment.fact) or origin_of_idea(pack, moment.fact)) if moment.fact else None


def in_order_of_time(happening: Happening) -> tuple[date, bool, int, int, str]:
    """What puts happenings in order of time, whatever is known of their days."""
    is_part = not lasts_some_time(happening.when)
    return happening.first, is_part, days_of(happening.when), -happening.rank, happening.text
