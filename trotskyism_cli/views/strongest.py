"""Of the ties between two, those that matter most of all times."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.views.ties_between import Tie, TieGroup

WEIGHTY_ENOUGH = 7  # for the first of all ties
OF_ITS_YEAR, OF_ITS_EVENT = 3, 2  # by which a tie weighs less for each other one of its year, or of its event or work
SAME = 0.55  # share of the telling words of a tie that another one of its time has, if it tells the same
SAME_YEARS = 0.4  # the same, of ties that have two years in common


def strongest(groups: Iterable[TieGroup], room: int) -> list[Tie]:
    """So many of the ties, those that matter most of all times, in order of time."""
    return sorted(by_strength(groups)[:room], key=lambda tie: tie.first)


def by_strength(groups: Iterable[TieGroup]) -> list[Tie]:
    """The ties, what matters most first: each the less, the more is told of its year or its event already.

    The first thing and the last one that happened between the two are told before all. What tells the same as another
    tie stands last.
    """
    waiting = sorted((tie for group in groups for tie in group.ties), key=lambda tie: -tie.rank)
    kept = _ends(waiting)
    told: Counter[int | str] = Counter([*(tie.first.year for tie in kept), *(tie.entry for tie in kept if tie.entry)])
    waiting, again = [tie for tie in waiting if tie not in kept], []
    while waiting:
        best = max(
            waiting,
            key=lambda tie: tie.rank - OF_ITS_YEAR * told[tie.first.year] - OF_ITS_EVENT * told[tie.entry],
        )
        waiting.remove(best)
        if any(_tells_the_same(best, each) for each in kept):
            again.append(best)
            continue
        kept.append(best)
        told[best.first.year] += 1
        told[best.entry] += bool(best.entry)
    return [*kept, *again]


def _ends(ties: Sequence[Tie]) -> list[Tie]:
    """The first thing of some weight that happened between two, and the last one, unless weightier is told later."""
    deeds = sorted((tie for tie in ties if tie.deed), key=lambda tie: (tie.first.year, -tie.deed))
    first = next((tie for tie in deeds if tie.deed >= WEIGHTY_ENOUGH), None)
    last = next((tie for tie in deeds if tie.first.year == deeds[-1].first.year), None)
    later = (tie.rank for tie in ties if last and last.first.year < tie.first.year < date.max.year)
    if last and max(later, default=last.rank) > last.rank + OF_ITS_YEAR:
        last = None
    return [tie for tie in dict.fromkeys((last, first)) if tie]


def _tells_the_same(one: Tie, other: Tie) -> bool:
    """Whether two ties share most of their words and a year, so far as that is known; of two years fewer words do."""
    few, many = sorted((one.words, other.words), key=len)
    years, others = _years(one), _years(other)
    common = len(years & others)
    share = SAME_YEARS if common > 1 else SAME
    return (common > 0 or not years or not others) and len(few & many) >= share * len(few)


def _years(tie: Tie) -> set[int]:
    """The year of a tie and those that its sentence names."""
    return ({tie.first.year} - {date.max.year}) | {int(year) for year in NAMED_YEAR.findall(tie.text)}
