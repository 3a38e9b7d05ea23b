"""Select the strongest ties between two entries over all times, and drop repetition."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from trotskyism_cli.pack.dates import NAMED_YEAR
from trotskyism_cli.views.ties.tie import Tie, TieGroup

WEIGHTY_ENOUGH = 7  # least weight of the first deed
OF_ITS_YEAR, OF_ITS_EVENT = 3, 2  # deduction for each other tie of its year, and of its event or work
OF_ITS_BODY = 4  # deduction if another tie lists the same people
COURSE = 3  # least years of a tie that sums up
SAME = 0.54  # least share of common content words for a repetition
SEVERAL = 2  # people that identify a happening of a year
# Least share of new content words of a tie that adds something: for the same years, and for others.
NEW, NEW_OF_YEAR = 0.5, 0.35
QUOTED = "“"
SAME_YEARS = 0.4  # SAME for ties with two common years


def told_once(groups: Iterable[TieGroup], *, both_ends: bool = True) -> tuple[list[Tie], list[Tie]]:
    """The ties by strength, each happening once; and separately those that repeat one of them.

    First come the last thing that happened between the two, the tie that sums up all, the first thing (only with
    `both_ends`, and unless the summing up covers it) and the main dispute. Every other tie weighs less the more is told
    of its year or event already.
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
        """Rank beside the ties told already, with deductions for the same year, event or list of people.

        An event named after three people ranks at least just below the best tie that lists them.
        """
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
    """The event or work of a tie with its year; a tie of none counts by its own text."""
    return (tie.entry or tie.text, tie.first.year)


def _course(ties: Sequence[Tie]) -> Tie | None:
    """The tie that sums up the longest time between two; None if none covers some years."""
    found = [tie for tie in ties if tie.is_between and tie.deed and tie.years >= COURSE]
    return max(found, key=lambda tie: tie.years, default=None)


def _quarrel(ties: Sequence[Tie]) -> Tie | None:
    """The tie that best tells the main dispute of two, the earliest of several; None if there is none."""
    found = [tie for tie in ties if tie.quarrel and tie.first < date.max]
    return min(found, key=lambda tie: (-tie.quarrel, tie.day), default=None)


def _ends(ties: Sequence[Tie]) -> tuple[Tie | None, Tie | None]:
    """The last deed between two, unless something much weightier follows it, and the first deed of some weight."""
    deeds = sorted((tie for tie in ties if tie.deed), key=lambda tie: (tie.first.year, -tie.deed))
    first = next((tie for tie in deeds if tie.deed >= WEIGHTY_ENOUGH), None)
    last = next((tie for tie in deeds if tie.first.year == deeds[-1].first.year), None)
    later = (tie.rank for tie in ties if last and last.first.year <= tie.first.year < date.max.year)
    if last and max(later, default=last.rank) > last.rank + OF_ITS_YEAR:
        last = None
    return last, first


def each_once(groups: Iterable[TieGroup]) -> list[TieGroup]:
    """The groups without repetition. A tie that adds something to an event moves to the event's group."""
    groups = list(groups)
    kept, again = told_once(groups)
    moved: dict[Tie, str] = {}
    dropped: set[Tie] = set()
    for tie in sorted(again, key=lambda tie: -tie.rank):
        same = [each for each in kept if _is_of_one_happening(tie, each) or _tells_the_same(tie, each)]
        if twin := next((each for each in same if _is_one_alliance(tie, each)), None):
            if tie.years > twin.years and not (tie.deed or twin.deed):  # it covers more years
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
    """Cut a tie that repeats another to its last part, if that tells what one of the two did later."""
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
    """Return whether a tie only paraphrases a quotation of the same day."""
    is_of_day = tie.first == quote.first and (tie.first.month, tie.first.day) != (1, 1)
    return is_of_day and tie.deed == 0 and len(tie.words & quote.words) >= SAME_YEARS * len(tie.words)


def _is_one_alliance(one: Tie, other: Tie) -> bool:
    """Return whether two ties are about the same alliance of several people."""
    is_of_several = one.people == other.people and len(one.people) >= SEVERAL
    return is_of_several and one.is_alliance and other.is_alliance


def _adds(tie: Tie, same: Iterable[Tie]) -> bool:
    """Return whether a tie has enough words that no tie of the same happening has.

    Fewer are enough for a tie of another year; none are needed for a quotation or another known month.
    """
    same = list(same)
    if QUOTED in tie.text or all(_is_other_month(tie, each) for each in same):
        return True
    new = tie.words.difference(*(each.words for each in same))
    is_later = not _years(tie) <= set[int]().union(*map(_years, same))
    return len(new) > (NEW_OF_YEAR if is_later else NEW) * len(tie.words)


def _is_other_month(one: Tie, other: Tie) -> bool:
    """Return whether two ties are of different known months of one year."""
    is_known = all((tie.first.month, tie.first.day) != (1, 1) for tie in (one, other))
    return is_known and one.first.year == other.first.year and one.first.month != other.first.month


def _is_of_one_month(one: Tie, other: Tie) -> bool:
    """Return whether two ties are about one event in the same known month."""
    is_known = one.first < date.max and (one.first.month, one.first.day) != (1, 1)
    months = [(tie.first.year, tie.first.month) for tie in (one, other)]
    return is_known and one.entry == other.entry != "" and months[0] == months[1]


def without_repeated(kept: Sequence[Tie], again: Iterable[Tie]) -> list[Tie]:
    """Ties among the repeating ones (`again`) that are of another happening than all of those kept."""
    return [tie for tie in again if not any(_is_of_one_happening(tie, each) for each in kept)]


def _is_of_one_happening(one: Tie, other: Tie) -> bool:
    """Return whether two ties are of one year and of the same happening.

    That is an event named after one of the two, or one known by the same several people.
    """
    if one.first.year != other.first.year or one.first == date.max:
        return False
    fewer, more = sorted((one.people, other.people), key=len)
    return bool(one.happening and one.happening == other.happening) or (len(fewer) >= SEVERAL and fewer <= more)


def _tells_the_same(one: Tie, other: Tie) -> bool:
    """Return whether two ties share most of their words and a year; with two common years fewer words are enough."""
    few, many = sorted((one.words, other.words), key=len)
    alike = len(few & many)
    if alike < min(SAME, SAME_YEARS) * len(few):
        return False
    years, others = _years(one), _years(other)
    common = len(years & others)
    share = SAME_YEARS if common > 1 else SAME
    return (common > 0 or not years or not others) and alike >= share * len(few)


def _years(tie: Tie) -> frozenset[int]:
    """A tie's year and those in its sentence."""
    return (frozenset({tie.first.year}) - {date.max.year}) | _named_years(tie.text)


@lru_cache(maxsize=1000)  # compared with all earlier sentences
def _named_years(text: str) -> frozenset[int]:
    return frozenset(map(int, NAMED_YEAR.findall(text)))
