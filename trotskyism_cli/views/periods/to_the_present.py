"""Extend a whole history, whose turning points end early, to the present day."""

from collections.abc import Iterable, Iterator, Sequence

from trotskyism_cli.pack.model import NOTABLE
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.views.happenings.of_facts import in_order
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.periods.period import PeriodView

DECADE = 10  # years
TURNS, EVENTS = 12, 3  # turning points that come before later events, and the most of these events
LIVES = (Role.BORN, Role.DIED)


def last_turn(view: PeriodView) -> int:
    """Year of the last turning point; 0 if there is none."""
    return max((each.year for each in view.by_weight if each.is_turn), default=0)


def to_the_present(pack: Pack, view: PeriodView, later: Sequence[Happening]) -> PeriodView:
    """Add the chief happenings after the last turning point, behind the weightiest ones.

    These are notable events, one a decade, and the last of all that is told `later`, births and deaths excepted.
    """
    turn = last_turn(view)
    events = (each for each in view.by_weight if each.year > turn and each.rank >= NOTABLE)
    chief = list(_first_of_decades(events))[:EVENTS]
    last = max((each for each in later if _may_stand(pack, each)), key=lambda each: each.first, default=None)
    if last and last.year > max((each.year for each in chief), default=turn):
        chief.append(last)
    told = {each.fact.id for each in chief}
    weighed = [each for each in view.by_weight if each.fact.id not in told]
    happenings = in_order((*(each for each in view.happenings if each.fact.id not in told), *chief))
    return view._replace(
        happenings=tuple(happenings),
        rest=tuple(each for each in view.rest if each.fact.id not in told),
        by_weight=(*weighed[:TURNS], *chief, *weighed[TURNS:]),
        last_year=max((each.year for each in happenings), default=view.last_year),
    )


def _may_stand(pack: Pack, happening: Happening) -> bool:
    is_life = pack.relations[happening.fact.relation].role in LIVES
    return pack.entries[happening.entry].importance >= NOTABLE and not is_life


def _first_of_decades(found: Iterable[Happening]) -> Iterator[Happening]:
    decades = set[int]()
    for each in found:
        if (decade := each.year // DECADE) not in decades:
            decades.add(decade)
            yield each
