"""Of the ties between two, those that matter most of all times."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.views.ties_between import Tie, TieGroup

WEIGHTY_ENOUGH = 7  # for the first of all ties
OF_ITS_YEAR, OF_ITS_EVENT = 3, 2  # by which a tie weighs less for each other one of its year, or of its event or work
SAME = 0.55  # share of the telling words of a tie that another one of its time has, if it tells the same
SEVERAL = 2  # people by whom a happening is known in its year
SAME_YEARS = 0.4  # the same, of ties that have two years in common


def strongest(groups: Iterable[TieGroup], room: int) -> list[Tie]:
    """So many of the ties, those that matter most of all times, in order of time."""
    return sorted(by_strength(groups)[:room], key=lambda tie: tie.first)


def by_strength(groups: Iterable[TieGroup]) -> list[Tie]:
    """The ties, what matters most first: each the less, the more is told of its year or its event already.

    The last thing and the first one that happened between the two, and their main dispute, are told before all. What
    tells the same as another tie stands last.
    """
    kept, again = told_once(groups)
    return [*kept, *again]


def told_once(groups: Iterable[TieGroup], *, both_ends: bool = True) -> tuple[list[Tie], list[Tie]]:
    """The ties by strength, each happening once, and those that tell the same as one of them.

    Unless `both_ends` are asked for, only the last thing that happened is told before what matters more.
    """
    waiting = sorted((tie for group in groups for tie in group.ties), key=lambda tie: -tie.rank)
    last, first = _ends(waiting)
    before = last, first if both_ends else None, _quarrel(waiting)
    kept = [tie for tie in dict.fromkeys(before) if tie]
    told: Counter[int | tuple[str, int]] = Counter()
    for tie in kept:
        told.update((tie.first.year, _event_of(tie)))
    waiting, again = [tie for tie in waiting if tie not in kept], []
    while waiting:
        best = max(
            waiting,
            key=lambda tie: tie.rank - OF_ITS_YEAR * told[tie.first.year] - OF_ITS_EVENT * told[_event_of(tie)],
        )
        waiting.remove(best)
        if any(_is_of_one_happening(best, each) or _tells_the_same(best, each) for each in kept):
            again.append(best)
            continue
        kept.append(best)
        told.update((best.first.year, _event_of(best)))
    return kept, again


def _event_of(tie: Tie) -> tuple[str, int]:
    """The event or work that a tie belongs to, of its year; what belongs to none is of its own."""
    return (tie.entry or tie.text, tie.first.year)


def _quarrel(ties: Sequence[Tie]) -> Tie | None:
    """What tells the main dispute of two best, the earliest of it."""
    found = [tie for tie in ties if tie.quarrel and tie.first < date.max]
    return min(found, key=lambda tie: (-tie.quarrel, tie.day), default=None)


def _ends(ties: Sequence[Tie]) -> tuple[Tie | None, Tie | None]:
    """The last thing that happened between two, unless weightier is told of then or later, and the first of weight."""
    deeds = sorted((tie for tie in ties if tie.deed), key=lambda tie: (tie.first.year, -tie.deed))
    first = next((tie for tie in deeds if tie.deed >= WEIGHTY_ENOUGH), None)
    last = next((tie for tie in deeds if tie.first.year == deeds[-1].first.year), None)
    later = (tie.rank for tie in ties if last and last.first.year <= tie.first.year < date.max.year)
    if last and max(later, default=last.rank) > last.rank + OF_ITS_YEAR:
        last = None
    return last, first


def without_repeated(kept: Sequence[Tie], again: Iterable[Tie]) -> list[Tie]:
    """Of what tells the same as other ties, that which is at least not of the very same happening as one of them."""
    return [tie for tie in again if not any(_is_of_one_happening(tie, each) for each in kept)]


def _is_of_one_happening(one: Tie, other: Tie) -> bool:
    """Whether two ties are of one year, and of an event named after one of the two, or of the same several people."""
    if one.first.year != other.first.year or one.first == date.max:
        return False
    fewer, more = sorted((one.people, other.people), key=len)
    return bool(one.happening and one.happening == other.happening) or (len(fewer) >= SEVERAL and fewer <= more)


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
