"""Of the ties between two, those that matter most of all times."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from trotskyism_cli.views.ties import Tie, TieGroup

WEIGHTY_ENOUGH = 8  # for the first of all ties
OF_ITS_YEAR = 3  # by which a tie weighs less for each other one of its year or its event
SAME = 0.55  # share of the telling words of a tie that another one of its time has, if it tells the same
SAME_YEARS = 0.4  # the same, of ties that have two years in common

_YEAR = re.compile(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b")


def strongest(groups: Iterable[TieGroup], room: int) -> list[Tie]:
    """So many of the ties, those that matter most of all times, one for each happening, in order of time.

    The first thing and the last one that happened between the two are always among them.
    """
    waiting = sorted((tie for group in groups for tie in group.ties), key=lambda tie: -tie.rank)
    kept = _ends(waiting)[:room]
    told: Counter[int | str] = Counter([*(tie.first.year for tie in kept), *(tie.entry for tie in kept if tie.entry)])
    waiting = [tie for tie in waiting if tie not in kept]
    while waiting and len(kept) < room:
        best = max(waiting, key=lambda tie: tie.rank - OF_ITS_YEAR * (told[tie.first.year] + told[tie.entry]))
        waiting.remove(best)
        if not any(_tells_the_same(best, each) for each in kept):
            kept.append(best)
            told[best.first.year] += 1
            told[best.entry] += bool(best.entry)
    return sorted(kept, key=lambda tie: tie.first)


def without_weakest(ties: Sequence[Tie]) -> list[Tie]:
    """One tie less: the one that matters least, also as others tell of its year or event; never the last deed."""
    last = max((tie for tie in ties if tie.deed), key=lambda tie: tie.first, default=None)
    stronger = sorted((tie for tie in ties if tie is not last), key=lambda tie: -tie.rank)
    told: Counter[int | str] = Counter()
    weight: dict[Tie, int] = {}
    for tie in stronger:
        weight[tie] = tie.rank - OF_ITS_YEAR * (told[tie.first.year] + told[tie.entry])
        told[tie.first.year] += 1
        told[tie.entry] += bool(tie.entry)
    weakest = min(stronger, key=weight.__getitem__)
    return [tie for tie in ties if tie is not weakest]


def _ends(ties: Sequence[Tie]) -> list[Tie]:
    """The first thing of some weight that happened between two, and the last one that did at all."""
    deeds = sorted((tie for tie in ties if tie.deed), key=lambda tie: (tie.first.year, -tie.deed))
    first = next((tie for tie in deeds if tie.deed >= WEIGHTY_ENOUGH), None)
    last = next((tie for tie in deeds if tie.first.year == deeds[-1].first.year), None)
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
    return ({tie.first.year} - {date.max.year}) | {int(year) for year in _YEAR.findall(tie.text)}
