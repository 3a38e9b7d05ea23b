"""Of the ties between two, those that matter most of all times."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.views.ties.tie import Tie, TieGroup

WEIGHTY_ENOUGH = 7  # for the first of all ties
OF_ITS_YEAR, OF_ITS_EVENT = 3, 2  # by which a tie weighs less for each other one of its year, or of its event or work
OF_ITS_BODY = 4  # by which it weighs less, if another one tells of the same three, or is an event named after them
COURSE = 3  # years from which on a tie sums up what two were to one another
SAME = 0.54  # share of the telling words of a tie that another one of its time has, if it tells the same
SEVERAL = 2  # people by whom a happening is known in its year
# Share of its telling words that no other of the same happening has, from which on a tie adds something: of the same
# years, and of others.
NEW, NEW_OF_YEAR = 0.5, 0.35
QUOTED = "“"
SAME_YEARS = 0.4  # the same, of ties that have two years in common


def told_once(groups: Iterable[TieGroup], *, both_ends: bool = True) -> tuple[list[Tie], list[Tie]]:
    """The ties by strength, each happening once, and those that tell the same as one of them.

    Each weighs the less, the more is told of its year or its event already. The last thing that happened between the
    two, what sums up all of it, what came before that as the first thing, and their main dispute are told before all;
    unless `both_ends` are asked for, not the first thing.
    """
    waiting = sorted((tie for group in groups for tie in group.ties), key=lambda tie: -tie.rank)
    last, first = _ends(waiting)
    course = _course(waiting)
    is_told = first and course and course.first.year <= first.first.year
    before = last, course, first if both_ends and not is_told else None, _quarrel(waiting)
    kept = [tie for tie in dict.fromkeys(before) if tie]
    told: Counter[int | tuple[str, int]] = Counter()
    for tie in kept:
        told.update((tie.first.year, _event_of(tie)))
    bodies = {tie.company: tie for tie in reversed(waiting) if tie.happening and len(tie.company) > SEVERAL}
    best_of = {company: max(tie.rank for tie in waiting if tie.company == company) for company in bodies}

    def weight(tie: Tie) -> int:
        """How much it matters beside what is told; the event named after three, nearly as much as what names them."""
        is_told = len(tie.company) > SEVERAL and any(tie.company == each.company for each in kept)
        is_less = is_told or bodies.get(tie.company, tie) != tie
        rank = max(tie.rank, best_of[tie.company] - 1) if bodies.get(tie.company) == tie else tie.rank
        crowd = OF_ITS_YEAR * told[tie.first.year] + OF_ITS_EVENT * told[_event_of(tie)]
        return rank - crowd - OF_ITS_BODY * is_less

    waiting, again = [tie for tie in waiting if tie not in kept], []
    while waiting:
        best = max(waiting, key=lambda tie: (weight(tie), -len(tie.people)))
        waiting.remove(best)
        is_known = best.is_alliance and any(each.is_alliance and each.is_between for each in kept)
        is_known |= best.is_before and any(each.is_between and each.deed for each in kept)
        is_known |= any(_is_of_one_month(best, each) for each in kept)
        if is_known or any(_is_of_one_happening(best, each) or _tells_the_same(best, each) for each in kept):
            again.append(best)
            continue
        kept.append(best)
        told.update((best.first.year, _event_of(best)))
    return kept, again


def _event_of(tie: Tie) -> tuple[str, int]:
    """The event or work that a tie belongs to, of its year; what belongs to none is of its own."""
    return (tie.entry or tie.text, tie.first.year)


def _course(ties: Sequence[Tie]) -> Tie | None:
    """What sums up what two were to one another for the longest time."""
    found = [tie for tie in ties if tie.is_between and tie.deed and tie.years >= COURSE]
    return max(found, key=lambda tie: tie.years, default=None)


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


def each_once(groups: Iterable[TieGroup]) -> list[TieGroup]:
    """The groups without what tells nothing new of a happening: what adds to it stands with it, under its head."""
    groups = list(groups)
    kept, again = told_once(groups)
    moved: dict[Tie, str] = {}
    dropped: set[Tie] = set()
    for tie in sorted(again, key=lambda tie: -tie.rank):
        same = [each for each in kept if _is_of_one_happening(tie, each) or _tells_the_same(tie, each)]
        if twin := next((each for each in same if _is_one_alliance(tie, each)), None):
            if tie.years > twin.years and not (tie.deed or twin.deed):  # it tells how long it lasted
                kept[kept.index(twin)] = tie
                dropped.add(twin)
            else:
                dropped.add(tie)
            continue
        if not _adds(tie, same):
            dropped.add(tie)
            continue
        of_event = [each for each in same if each.entry and each.deed]
        if tie.deed and not tie.entry and of_event:
            moved[tie] = max(of_event, key=lambda each: len(tie.words & each.words)).entry
        kept.append(tie)
    said = [tie for tie in kept if QUOTED in tie.text]
    dropped |= {tie for tie in kept if tie not in said and any(_is_quoted(tie, each) for each in said)}
    told = []
    for group in groups:
        own = [tie for tie in group.ties if tie not in dropped and moved.get(tie, group.entry) == group.entry]
        added = [tie for tie, entry in moved.items() if entry == group.entry and tie not in own]
        if ties := sorted((*own, *added), key=lambda tie: tie.place):
            told.append(group._replace(ties=tuple(ties)))
    return told


def with_sequels(groups: Sequence[TieGroup], names: Iterable[str]) -> list[TieGroup]:
    """The groups, where what tells the same as another tie ends with what one of the two did later, with that alone."""
    _, again = told_once(groups)
    names = list(names)

    def told(tie: Tie) -> Tie:
        *_, last = tie.text.rpartition("; ")
        years = {int(year) for year in NAMED_YEAR.findall(last)}
        is_later = tie.deed and last != tie.text and len(years) == 1 and min(years) > tie.first.year
        if tie not in again or not is_later or not any(last.startswith(name) for name in names):
            return tie
        return tie._replace(text=last, brief="", first=date(min(years), 1, 1), rank=tie.deed, company=frozenset())

    return [group._replace(ties=tuple(map(told, group.ties))) for group in groups]


def _is_quoted(tie: Tie, quote: Tie) -> bool:
    """Whether a tie only says in other words what is quoted of that day."""
    is_of_day = tie.first == quote.first and (tie.first.month, tie.first.day) != (1, 1)
    return is_of_day and tie.deed == 0 and len(tie.words & quote.words) >= SAME_YEARS * len(tie.words)


def _is_one_alliance(one: Tie, other: Tie) -> bool:
    """Whether two ties tell of one alliance of several people."""
    is_of_several = one.people == other.people and len(one.people) >= SEVERAL
    return is_of_several and one.is_alliance and other.is_alliance


def _adds(tie: Tie, same: Iterable[Tie]) -> bool:
    """Whether a tie tells much that none of the same happening does, or something and of another year, or month."""
    same = list(same)
    if QUOTED in tie.text or all(_is_other_month(tie, each) for each in same):
        return True
    new = tie.words.difference(*(each.words for each in same))
    is_later = not _years(tie) <= set[int]().union(*map(_years, same))
    return len(new) > (NEW_OF_YEAR if is_later else NEW) * len(tie.words)


def _is_other_month(one: Tie, other: Tie) -> bool:
    """Whether of two ties of one year the months are known, and are not the same."""
    is_known = all((tie.first.month, tie.first.day) != (1, 1) for tie in (one, other))
    return is_known and one.first.year == other.first.year and one.first.month != other.first.month


def _is_of_one_month(one: Tie, other: Tie) -> bool:
    """Whether two ties tell of one event in one month, and that is known."""
    is_known = one.first < date.max and (one.first.month, one.first.day) != (1, 1)
    months = [(tie.first.year, tie.first.month) for tie in (one, other)]
    return is_known and one.entry == other.entry != "" and months[0] == months[1]


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
    alike = len(few & many)
    if alike < min(SAME, SAME_YEARS) * len(few):
        return False
    years, others = _years(one), _years(other)
    common = len(years & others)
    share = SAME_YEARS if common > 1 else SAME
    return (common > 0 or not years or not others) and alike >= share * len(few)


def _years(tie: Tie) -> frozenset[int]:
    """The year of a tie and those that its sentence names."""
    return (frozenset({tie.first.year}) - {date.max.year}) | _named_years(tie.text)


@lru_cache(maxsize=1000)  # each sentence is held against all that were told before it
def _named_years(text: str) -> frozenset[int]:
    return frozenset(map(int, NAMED_YEAR.findall(text)))
