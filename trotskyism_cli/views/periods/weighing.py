"""What matters most of some years, where there is no room for all that happened."""

import re
from collections.abc import Callable, Sequence

from trotskyism_cli.library.bodies.countries import body_that_met
from trotskyism_cli.library.bodies.descent import wholes_of
from trotskyism_cli.library.bodies.lifespan import ENDED
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Kind
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.views.happenings.crowding import Weighed, crowded
from trotskyism_cli.views.happenings.row import Happening, lasts_long
from trotskyism_cli.views.wording.surnames import surname

FOUNDING = "founding"  # type of an event
# Of some years: what the book knows of something, if it is as much as ever counts; each chapter that tells of it, and
# how many count; a tie to what one must know; a founding, a numbered meeting, a work, a body that began or, twice, one
# that ended; the first part of something; what is told of its year; and that it is named after a body that the pack
# begins with. Of a chapter, that it is what the chapter tells of first.
KEY = 4
OF_CHIEF = 4  # that it is the death of somebody whom one must know
DEATH, SPEECH = "death", "speech"  # types of events
STATE = "state body"  # type of an organisation
# The beginning of what governs matters more; what was only said at a session, and that an office of years began, less.
OF_STATE, OF_SPEECH, ONLY_BEGAN = 2, 1.5, 4
MUCH, CHAPTER, CHAPTERS, CLOSELY, FOUNDED, NUMBERED, OF_WORK, OF_BODY = 20, 0.5, 4, 0.5, 2, 1.5, 0.5, 1
PART, CROWDED, NEAR = 2, 0.75, 1.5


def by_weight(
    pack: StoredPack,
    happenings: Sequence[Happening],
    years: tuple[int, int] = (0, 0),
    key: Sequence[str] = (),
) -> tuple[Happening, ...]:
    """The turning points of some years, then what matters most first, and each the less, the more is told of its year.

    Before all else of several years what matters most in the first and in the last, if one should know it.

    It matters by its own importance and that of what is known of its day, the chapters that tell of it, what the book
    knows of it, and whether it is tied to what one must know. The founding of something matters more; a meeting that
    has only its number, a work, and the first part of something that is told, less. `key` are the entries of a chapter,
    in the order in which they should be learnt: the earlier, the more each matters.
    """
    first = {own_id: KEY * (1 - place / len(key)) for place, own_id in enumerate(key)}
    wholes = {each.entry: each.first for each in happenings}
    near = _chief_names(pack)

    def weight(each: Happening) -> tuple[float, float]:
        is_part = any(wholes.get(whole) == each.first for whole in wholes_of(pack, each.entry))
        return float(each.is_turn), _weight(pack, each, near) - PART * is_part + first.get(each.entry, 0)

    ordered = crowded_happenings(happenings, weight, lambda years: CROWDED * (years == 0))
    ends = [_of_year(ordered, year) for year in (years if years[0] < years[1] else ())]
    return tuple(dict.fromkeys((*(each for each in ends if each), *ordered)))


def _of_year(ordered: Sequence[Happening], year: int) -> Happening | None:
    """The first that one should know of a year; of which a turning point has its place in any case."""
    first = next((each for each in ordered if each.year == year and each.rank >= NOTABLE), None)
    return None if first is None or first.is_turn else first


def _chief_names(pack: StoredPack) -> re.Pattern[str]:
    """What finds the names of the bodies with which a pack begins."""
    chief = (pack.entries[each] for topic in pack.topics[:1] for each in topic.entries)
    names = [each.name for each in chief if each.kind is Kind.ORGANISATION]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b" if names else r"(?!)")


def _weight(pack: StoredPack, happening: Happening, near: re.Pattern[str]) -> float:
    entry = pack.entries[happening.entry]
    facts = (*entry.facts, *pack.facts_with_object(entry.id))
    known = min(sum(fact.importance for fact in facts), MUCH) / MUCH
    told = CHAPTER * min(len(pack.mentions("topic", entry.id)), CHAPTERS)
    others = {each for fact in facts for each in fact.ends} - {entry.id}
    tied = CLOSELY * any(pack.entries[each].importance >= ESSENTIAL for each in others)
    more = FOUNDED * (entry.type == FOUNDING) - NUMBERED * bool(body_that_met(happening.text))
    more -= OF_WORK * (entry.kind is Kind.WORK) + OF_BODY * (entry.kind is Kind.ORGANISATION)
    more -= OF_BODY * (
        entry.kind is Kind.ORGANISATION and not ENDED.isdisjoint(pack.relations[happening.fact.relation].words)
    )
    is_begun = entry.kind is Kind.ORGANISATION and ENDED.isdisjoint(pack.relations[happening.fact.relation].words)
    more += OF_STATE * (entry.type == STATE and is_begun) - OF_SPEECH * (entry.type == SPEECH)
    more -= ONLY_BEGAN * (entry.kind is Kind.PERSON and lasts_long(happening.when))
    more += OF_CHIEF * _is_death_of_chief(pack, happening)
    more += NEAR * (entry.kind is Kind.EVENT and bool(near.search(entry.name)))
    return entry.importance + happening.fact.importance + known + told + tied + more


def _is_death_of_chief(pack: StoredPack, happening: Happening) -> bool:
    """Whether an event is the death of somebody whom one must know: by his name and his last day."""
    event = pack.entries[happening.entry]
    if event.kind is not Kind.EVENT or event.type != DEATH:
        return False
    query = "SELECT fact FROM moments WHERE first = ? AND last = ?"
    when = next(iter(happening.when.parts))
    on_that_day = pack.store.column(query, when.first.toordinal(), when.last.toordinal())
    return any(
        fact.object == happening.when
        and pack.relations[fact.relation].role == Role.DIED
        and pack.is_known(fact)
        and person.importance >= ESSENTIAL
        and surname(person) in event.name
        for fact in (pack.facts[each] for each in on_that_day if "." in each)
        for person in (pack.entries[fact.subject],)
        if person.kind is Kind.PERSON
    )


def crowded_happenings(
    happenings: Sequence[Happening],
    weight: Callable[[Happening], tuple[float, float]],
    less: Callable[[int], float],
) -> list[Happening]:
    """By rank and weight; what is told takes `less` of so many years from the weight of what is so far from it.

    What lasted takes nothing.
    """
    weights = ((each, weight(each)) for each in happenings)
    weighed = [Weighed(each.year, heavy, rank, crowds=not lasts_long(each.when)) for each, (rank, heavy) in weights]
    return crowded(happenings, weighed, less)
