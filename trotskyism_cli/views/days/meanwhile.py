"""What went on over a day or a month: policies, stays abroad and long events.

Also what happened on an unknown day of the same month.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from trotskyism_cli.library.dates.dated_facts import Moment, going_on, lasted_over
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Precision
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.days.row import DayRow
from trotskyism_cli.views.happenings.deed import deed
from trotskyism_cli.views.happenings.of_facts import happenings_of
from trotskyism_cli.views.happenings.policies import policies
from trotskyism_cli.views.happenings.row import lasts_some_time
from trotskyism_cli.views.happenings.stays_abroad import is_stay, of_somebody
from trotskyism_cli.views.wording.surnames import surname

MOST = 4  # rows
TWO_MONTHS = timedelta(62)


def meanwhile(library: Library, first: date, last: date) -> list[DayRow]:
    """Rows for what is known to have begun before a span and ended after it, in order of time; offices are left out."""
    lasting = (each for each in policies(library) if lasted_over(each.when, first, last))
    over = [*going_on(library, first, last, NOTABLE), *lasting]
    told = [*_events(library.pack, over), *_stays(library.pack, over)]
    weightiest = sorted(told, key=lambda each: -each[1].weight)[:MOST]
    return [row for _, row in sorted(weightiest, key=lambda each: each[0])]


def of_its_month(pack: Pack, day: date, moments: Iterable[Moment]) -> list[DayRow]:
    """Rows for what happened in the month of `day` on an unknown day."""
    may_be = (each for each in moments if _is_of_month(each) and each.when.first <= day <= each.when.last)
    told = sorted(happenings_of(pack, may_be), key=lambda each: -each.rank)[:MOST]
    return [DayRow(date_short(each.when), each.text, weight=each.rank) for each in told]


def _is_of_month(moment: Moment) -> bool:
    """Return whether a fact's date is known only to the month, or to two months."""
    start = moment.when.start
    is_dated = start is not None and moment.fact is not None and moment.fact.date is not None
    is_short = moment.when.last - moment.when.first < TWO_MONTHS
    return is_dated and is_short and start is not None and start.precision is Precision.MONTH


def _events(pack: Pack, moments: list[Moment]) -> Iterator[tuple[date, DayRow]]:
    for each in happenings_of(pack, moments):
        is_body = pack.entries[each.entry].kind in (Kind.ORGANISATION, Kind.WORK)
        if lasts_some_time(each.when) and each.rank >= NOTABLE and not is_body:
            yield each.first, DayRow(date_short(each.when), each.text, weight=each.rank)


def _stays(pack: Pack, moments: list[Moment]) -> Iterator[tuple[date, DayRow]]:
    """Exiles of essential people."""
    for fact in (each.fact for each in moments if each.fact):
        person, relation = pack.entries[fact.subject], pack.relations[fact.relation]
        if fact.date and is_stay(relation) and person.importance >= ESSENTIAL:
            text = of_somebody(surname(person), deed(pack, fact, relation))
            yield fact.date.first, DayRow(date_short(fact.date), text, weight=fact.importance)
