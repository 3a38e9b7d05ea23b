"""What matters most of some years, where there is no room for all that happened."""

from collections.abc import Callable, Sequence

from trotskyism_cli.library.countries import body_that_met
from trotskyism_cli.library.descent import wholes_of
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import ESSENTIAL, Kind
from trotskyism_cli.views.happening import Happening, lasts_long

FOUNDING = "founding"  # type of an event
# Of some years: what the book knows of something, if it is as much as ever counts; each chapter that tells of it, and
# how many count; a tie to what one must know; a founding, a numbered meeting, a work, a body that began or ended; and
# the first part of something; and what is told of its year.
MUCH, CHAPTER, CHAPTERS, CLOSELY, FOUNDED, NUMBERED, OF_WORK, OF_BODY = 20, 0.5, 4, 0.5, 2, 1.5, 0.5, 1
PART, CROWDED = 2, 0.75


def by_weight(pack: StoredPack, happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """The turning points of some years, then what matters most first, and each the less, the more is told of its year.

    It matters by its own importance and that of what is known of its day, the chapters that tell of it, what the book
    knows of it, and whether it is tied to what one must know. The founding of something matters more; a meeting that
    has only its number, a work, and the first part of something that is told, less.
    """
    wholes = {each.entry: each.first for each in happenings}

    def weight(each: Happening) -> tuple[float, float]:
        is_part = any(wholes.get(whole) == each.first for whole in wholes_of(pack, each.entry))
        return float(each.is_turn), _weight(pack, each) - PART * is_part

    return tuple(crowded(happenings, weight, lambda years: CROWDED * (years == 0)))


def _weight(pack: StoredPack, happening: Happening) -> float:
    entry = pack.entries[happening.entry]
    facts = (*entry.facts, *pack.facts_with_object(entry.id))
    known = min(sum(fact.importance for fact in facts), MUCH) / MUCH
    told = CHAPTER * min(len(pack.mentions("topic", entry.id)), CHAPTERS)
    others = {each for fact in facts for each in (fact.subject, fact.target) if each and each != entry.id}
    tied = CLOSELY * any(pack.entries[each].importance >= ESSENTIAL for each in others)
    more = FOUNDED * (entry.type == FOUNDING) - NUMBERED * bool(body_that_met(happening.text))
    more -= OF_WORK * (entry.kind is Kind.WORK) + OF_BODY * (entry.kind is Kind.ORGANISATION)
    return entry.importance + happening.fact.importance + known + told + tied + more


def crowded(
    happenings: Sequence[Happening],
    weight: Callable[[Happening], tuple[float, float]],
    less: Callable[[int], float],
) -> list[Happening]:
    """By rank and weight; what is told takes `less` of so many years from the weight of what is so far from it.

    What lasted takes nothing.
    """
    waiting = [(*weight(each), each) for each in happenings]
    ordered: list[Happening] = []
    while waiting:
        best = max(waiting, key=lambda each: each[:2])
        waiting.remove(best)
        ordered.append(best[2])
        if not lasts_long(best[2].when):
            year = best[2].year
            waiting = [(rank, heavy - less(abs(each.year - year)), each) for rank, heavy, each in waiting]
    return ordered
