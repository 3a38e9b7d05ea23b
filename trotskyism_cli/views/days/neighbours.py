"""What happened next before and after a time: the nearest dated facts that are no opinions.

Births and deaths of minor people say little of a time, so they are told only where nothing else is near.
"""

from collections.abc import Callable, Container
from datetime import date

from trotskyism_cli.library.dates import dated_facts
from trotskyism_cli.library.dates.dated_near import first_after, last_before, written_within
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.views.days.dated_facts import as_happening, is_done
from trotskyism_cli.views.happenings.of_facts import happenings_of, place_in_time
from trotskyism_cli.views.happenings.row import Happening, last_day, lasts_some_time

NEARBY = 10, 100, 1000, 10_000, date.max.toordinal()  # days: how far to search, step by step
WEEKS = 45  # days: how far to search for dates in sentences
NEAR = 730  # days: within this distance something notable is preferred to a nearer birth or death

_Beside = tuple[Happening | None, Happening | None]


def neighbours(
    library: Library, first: date, last: date, told: Container[str] = ()
) -> tuple[Happening | None, Happening | None]:
    """The last happening before a span and the first after it, without facts `told` of the span itself.

    Events, organisations and works are preferred; then other dated facts; if years lie between, also births and deaths
    known only to the year.
    """
    happened = _happened_beside(library, first, last)
    before, after = _nearest(library, first, last, happened, told, _is_of_known)
    is_far_before = before is None or (first - before.first).days > NEAR
    is_far_after = after is None or (_begun_by(after)[0] - last).days > NEAR
    if is_far_before or is_far_after:
        lesser = _with_years_alone(library, first, last, _nearest(library, first, last, happened, told, _is_told))
        before, after = lesser[0] if is_far_before else before, lesser[1] if is_far_after else after
    return before, after


def _nearest(
    library: Library,
    first: date,
    last: date,
    happened: _Beside,
    told: Container[str],
    is_told: Callable[[Pack, Fact], bool],
) -> _Beside:
    """The given happenings, or other dated facts that pass `is_told` and are nearer."""
    pack = library.pack

    def fits(fact: Fact) -> bool:
        return fact.id not in told and is_done(pack, fact) and is_told(pack, fact)

    own = [
        as_happening(pack, each, each.date) if each and each.date else None
        for each in (last_before(library, first, fits), first_after(library, last, fits))
    ]
    before = max((each for each in (own[0], happened[0]) if each), key=_begun, default=None)
    after = min((each for each in (happened[1], own[1]) if each), key=_begun_by, default=None)
    return _with_days_written(library, (first, last), (before, after), fits)


def _with_days_written(
    library: Library, span: tuple[date, date], beside: _Beside, fits: Callable[[Fact], bool]
) -> _Beside:
    """Replace neighbours by facts that are nearer (within `WEEKS` days) by a day in their sentence."""
    (first, last), (before, after) = span, beside
    begin, end = _later(first, -WEEKS), _later(last, WEEKS)
    begin = max(begin, _later(before.first, 1)) if before else begin
    end = min(end, _later(_begun_by(after)[0], -1)) if after else end
    earlier = written_within(library, begin, _later(first, -1), fits) if begin < first else {}
    later = written_within(library, _later(last, 1), end, fits) if last < end else {}
    if earlier:
        when = max(earlier, key=lambda each: each.first)
        before = as_happening(library.pack, earlier[when], when)
    if later:
        when = min(later, key=lambda each: each.first)
        after = as_happening(library.pack, later[when], when)
    return before, after


def _with_years_alone(library: Library, first: date, last: date, beside: _Beside) -> _Beside:
    """Replace neighbours by births or deaths in whole years that lie between."""
    before, after = beside
    if before and before.year + 1 < first.year:
        before = next(reversed(_lives(library, before.year + 1, first.year - 1)), before)
    if after and last.year + 1 < (year := _begun_by(after)[0].year):
        after = next(iter(_lives(library, last.year + 1, year - 1)), after)
    return before, after


def _is_told(pack: Pack, fact: Fact) -> bool:
    return not _is_life_of_historian(pack, fact)


def _is_of_known(pack: Pack, fact: Fact) -> bool:
    """Return whether a fact is about a notable entry; for a birth or a death, about an essential person."""
    is_life = pack.relations[fact.relation].role in (Role.BORN, Role.DIED)
    return pack.entries[fact.subject].importance >= (ESSENTIAL if is_life else NOTABLE)


def _is_life_of_historian(pack: Pack, fact: Fact) -> bool:
    """Return whether a fact dates the birth or death of a historian."""
    if pack.relations[fact.relation].role not in (Role.BORN, Role.DIED):
        return False
    from trotskyism_cli.library.ties.judgements import HISTORIAN  # imported late: seldom needed

    return pack.entries[fact.subject].type == HISTORIAN


def _lives(library: Library, first: int, last: int) -> list[Happening]:
    from trotskyism_cli.views.happenings.births_and_deaths import lives_in_years  # imported late: seldom needed

    lives = lives_in_years(library.pack, first, last)
    return [each for each in lives if not (each.fact and _is_life_of_historian(library.pack, each.fact))]


def _begun(happening: Happening) -> date:
    return happening.first


def _happened_beside(library: Library, first: date, last: date) -> tuple[Happening | None, Happening | None]:
    """The nearest events, organisations and works on both sides, searched in widening spans."""
    begin, end = dated_facts.extent(library)
    before = after = None
    for days in NEARBY:
        start = max(begin, _later(first, -days))
        found = [told for each in _happened(library, start, first) if (told := _before(each, first))]
        before = max(found, key=place_in_time, default=None)
        if start == begin or (before and before.first >= start):
            break
    for days in NEARBY:
        stop = min(end, _later(last, days))
        found = [each for each in _happened(library, last, stop) if each.first > last]
        after = min(found, key=_begun_by, default=None)
        if stop == end or (after and _begun_by(after)[0] <= stop):
            break
    return before, after


def _before(happening: Happening, first: date) -> Happening | None:
    """A happening that was over before a day; if it went on, only its beginning; else None."""
    when = happening.when
    if _surely_last(when) < first:
        return happening
    if lasts_some_time(when) and when.start and when.start.last < first:
        return happening._replace(when=when.open_ended)
    return None


def _begun_by(happening: Happening) -> tuple[date, date]:
    """Sort key: the day by which something had certainly begun (the last of a year or month), then its first day."""
    start = happening.when.start
    return start.last if start else happening.first, happening.first


def _surely_last(when: Date) -> date:
    """The last possible day of a date; of something with only a beginning, the last possible day of that."""
    return when.start.last if when.start and when.end is None else last_day(when)


def _later(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _happened(library: Library, start: date, end: date) -> list[Happening]:
    """Everything that happened in a span, whatever its weight."""
    return happenings_of(library.pack, dated_facts.within(library, start, end))
