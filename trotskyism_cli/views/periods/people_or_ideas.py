"""The timelines of all people and of all ideas in a span."""

from collections.abc import Iterable, Sequence
from datetime import date

from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.happenings.ideas import happenings_of_ideas
from trotskyism_cli.views.happenings.lives_in_span import FEW_YEARS, deeds, lives, lives_told, told_of, with_days
from trotskyism_cli.views.happenings.of_facts import in_order
from trotskyism_cli.views.happenings.placing import placed
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.periods.period import ALWAYS, PeriodView, weightiest

Span = tuple[date, date]
ROOM = 30  # rows


def view_of_ideas(pack: StoredPack, ideas: Iterable[str], span: Span, *, everything: bool = False) -> PeriodView:
    """What happened to ideas: the most important, or everything."""
    found = happenings_of_ideas(pack, ideas, *span)
    return _view(pack, found, span, len(found) if everything else ROOM)


def view_of_people(
    pack: Pack, people: Iterable[str], moments: Sequence[Moment], span: Span, *, everything: bool = False
) -> PeriodView:
    """People's lives and deeds: the most important, or everything."""
    start, end = span
    people = dict.fromkeys(people)
    found = deeds(pack, people, moments, start, end)
    view = _view(pack, told_of(pack, found), span, len(found) if everything else ROOM)
    is_short = view.last_year - view.first_year < FEW_YEARS
    # In a short span a mark needs more than a year.
    marked = [each for each in found if not is_short or each.is_exact]
    told = {(each.when.first, each.fact.object) for each in view.happenings}
    shown = [each for each in marked if (each.when.first, each.fact.object) in told]
    if is_short:
        kept, further = lives_told(pack, shown), lives_told(pack, [each for each in marked if each not in shown])
    else:
        kept, further = lives(pack, people, found, start, end, room=len(pack.entries) if everything else 0)
    further = [life for life in further if life not in kept]
    drawn = tuple(with_days(kept, shown)) if span != ALWAYS else tuple(kept)
    years = [day.year for life in kept for day in (life.first, life.last) if day]
    first = min([view.first_year, *years]) if start == date.min else view.first_year
    last = max([view.last_year, *years]) if end == date.max else view.last_year
    return view._replace(lives=drawn, further_lives=tuple(further), first_year=first, last_year=last)


def _view(pack: Pack, happenings: Sequence[Happening], span: Span, room: int) -> PeriodView:
    def weight(each: Happening) -> int:
        return pack.entries[each.entry].importance + each.fact.importance

    start, end = span
    happenings = placed(pack, happenings)
    kept = weightiest(happenings, room, weight)
    shown, rest = in_order(kept), in_order(each for each in happenings if each not in kept)
    years = [each.year for each in shown]
    first = start.year if start > date.min else min(years, default=end.year)
    last = end.year if end < date.max else max(years, default=first)
    return PeriodView(first, last, (), tuple(shown), tuple(rest), is_crowded=True)
