"""What matters most of some years or of a life, where there is no room for all that happened."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from trotskyism_cli.library.countries import body_that_met
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.happening import Happening, lasts_long
from trotskyism_cli.views.life import lifetime
from trotskyism_cli.views.surnames import surname

FOUNDING = "founding"  # type of an event
ITS_OWN, CROWD = 1.5, 0.4  # weight of what is of a life itself, and what something weighs less for each of its year
# Weight of what somebody is named in, or tied to, and more for each of so many ties; and of a turning point.
NAMED, TIED, EACH_TIE, MOST_TIES, TURN = 1.3, 0.2, 0.1, 6, 0.5
LASTED = 3  # how much more something weighs that lasted for years
# What something weighs less: a work, what happened after a life, before somebody mattered, only meanwhile, to others.
WORK, AFTERWARDS, EARLY, MEANWHILE, OF_OTHERS = 1, 4, 0.5, 1, 2


def by_weight(pack: Pack, happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """What matters most first, of some that are in order of time.

    The founding of something goes before all else of its rank. The more that matters the book knows of something, or
    tells of it elsewhere, the more it matters; what lasted for years matters more, and a meeting that has only its
    number less.
    """

    def weight(each: Happening) -> tuple[int, bool, bool, bool, int]:
        entry = pack.entries[each.entry]
        known = sum(fact.importance for fact in (*entry.facts, *pack.facts_with_object(each.entry)))
        known += LASTED * lasts_long(each.when)
        return each.rank, entry.type == FOUNDING, not body_that_met(each.text), entry.kind is Kind.EVENT, known

    return tuple(sorted(happenings, key=weight, reverse=True))


def year_by_year(weighed: Iterable[Happening]) -> list[Happening]:
    """The turning points, then what matters most of each year, then what comes next of each."""
    of_year: Counter[int] = Counter()
    ordered: list[tuple[bool, int, Happening]] = []
    for each in weighed:
        ordered.append((not each.is_turn, of_year[each.year], each))
        of_year[each.year] += 1
    return [each for *_, each in sorted(ordered, key=lambda row: row[:2])]


def by_weight_in_life(pack: Pack, own_id: str, happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """Birth and death, then what matters most first, and each the less, the more is told of its year.

    What somebody did, or is named with, matters more than what only happened meanwhile; less a work, and what was
    before somebody mattered; and least what others did, and what happened after a life. A bar crowds no row.
    """
    own = pack.entries[own_id]
    ties = Counter(fact.target for fact in own.facts if fact.target and fact.importance >= NOTABLE)
    ties.update(fact.subject for fact in pack.facts_with_object(own_id) if fact.importance >= NOTABLE)
    days = {fact.object.first for fact in own.facts if isinstance(fact.object, Date)}
    life, name = lifetime(own), surname(own)
    known = [each.first for each in happenings if each.entry == own_id and each.fact.importance >= ESSENTIAL]
    begun = min(known, default=date.min)

    def weight(each: Happening) -> float:
        if each.first in days:
            return 2 * (ESSENTIAL + 1)
        entry = pack.entries[each.entry]
        is_work = entry.kind is Kind.WORK
        is_own = own_id == each.entry or name in each.text
        ties_to_it = min(ties[each.entry], MOST_TIES)
        is_of_others = own_id == each.entry and each.text.startswith(f"{name}'s ")
        is_after = life is not None and each.first > life[1]
        is_early = own_id == each.entry and each.first < begun
        is_meanwhile = not (is_own or ties_to_it) and lasts_long(each.when) and name not in entry.summary
        known = each.fact.importance if name in each.text else 0
        rank = each.fact.importance if each.entry == own_id else max(known, (each.rank + entry.importance) / 2)
        more = TURN * (each.is_turn and each.fact.importance >= ESSENTIAL)
        tied = (TIED + EACH_TIE * ties_to_it) * bool(ties_to_it)
        more += ITS_OWN if is_own else NAMED if name in entry.summary else tied
        less = WORK * is_work + EARLY * is_early + MEANWHILE * is_meanwhile
        return 2 * rank + more - less - AFTERWARDS * is_after - OF_OTHERS * is_of_others

    waiting = [(weight(each), each) for each in happenings]
    ordered: list[Happening] = []
    while waiting:
        best = max(waiting, key=lambda each: each[0])
        waiting.remove(best)
        ordered.append(best[1])
        crowd = 0 if lasts_long(best[1].when) else CROWD
        waiting = [(heavy - crowd * (each.year == best[1].year), each) for heavy, each in waiting]
    return tuple(ordered)
