"""The order of importance of happenings in a span, for when there is no room for all."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from trotskyism_cli.library.bodies.countries import body_of_congress
from trotskyism_cli.library.bodies.descent import wholes_of
from trotskyism_cli.library.bodies.lifespan import ENDED
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Kind
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.views.happenings.crowding import Weighed, crowded
from trotskyism_cli.views.happenings.row import Happening, last_day, lasts_long
from trotskyism_cli.views.wording.surnames import surname

FOUNDING = "founding"  # type of event
# KEY: bonus for the first entry of a chapter. The others are declared below. MUCH: sum of importances at which what the
# book knows counts fully (as 1). CHAPTER: bonus for each chapter that tells of it, for at most CHAPTERS. CLOSELY: a tie
# to an essential entry. FOUNDED: a foundation. Deducted: NUMBERED for a numbered meeting, OF_WORK for a work, OF_BODY
# for an organisation's date (twice for its end), PART for the first part of something, CROWDED for each happening of
# its year. NEAR: bonus for an event named after an organisation of the first chapter.
KEY = 4
OF_CHIEF = 4  # bonus for the death of an essential person
DEATH, SPEECH, WAR = "death", "speech", "war"  # types of event
STATE = "state body"  # type of organisation
# Bonus for the foundation of a state body and the outbreak of a war that outlasted the years (OUTBREAK); deduction for
# a speech and for the beginning of an office of years (ONLY_BEGAN).
OF_STATE, OF_SPEECH, ONLY_BEGAN, OUTBREAK = 2, 1.5, 4, 2
MUCH, CHAPTER, CHAPTERS, CLOSELY, FOUNDED, NUMBERED, OF_WORK, OF_BODY = 20, 0.5, 4, 0.5, 2, 1.5, 0.5, 1
GENERATION, THIRDS, OF_A_THIRD = 30, 3, 2  # years; parts of a longer span, and happenings of each told in any case
PART, CROWDED, NEAR = 2, 0.75, 1.5


def by_weight(
    pack: StoredPack,
    happenings: Sequence[Happening],
    years: tuple[int, int] = (0, 0),
    key: Sequence[str] = (),
) -> tuple[Happening, ...]:
    """Turning points first, then by weight; each happening weighs less the more is told of its year.

    Of several years, the weightiest notable happening of the first and of the last year comes before all else; of more
    than a generation, also the two weightiest of each third that has no turning point. The
    weight counts the importance of the entry and its fact, the chapters that tell of it, how much the book knows, and
    ties to essential entries. Foundations count more; numbered meetings, works and first parts of something count less.
    `key` are a chapter's entries in the order of learning: the earlier, the more each counts.
    """
    first = {own_id: KEY * (1 - place / len(key)) for place, own_id in enumerate(key)}
    wholes = {each.entry: each.first for each in happenings if not lasts_long(each.when)}  # something long has a bar
    near = _chief_names(pack)

    def weight(each: Happening) -> tuple[float, float]:
        is_part = any(wholes.get(whole) == each.first for whole in wholes_of(pack, each.entry))
        is_outbreak = pack.entries[each.entry].type == WAR and 0 < years[1] < last_day(each.when).year
        more = OUTBREAK * is_outbreak - PART * is_part
        return float(each.is_turn), _weight(pack, each, near) + more + first.get(each.entry, 0)

    ordered = crowded_happenings(happenings, weight, lambda years: CROWDED * (years == 0))
    ends = [_of_year(ordered, year) for year in (years if years[0] < years[1] else ())]
    return tuple(dict.fromkeys((*(each for each in ends if each), *_of_thirds(ordered, years), *ordered)))


def _of_thirds(ordered: Sequence[Happening], years: tuple[int, int]) -> Iterator[Happening]:
    """The first happenings of each third of a long span; none of a third with a turning point, which is told anyway."""
    for first, end in thirds_of(years):
        within = [each for each in ordered if first <= each.year < end]
        if not any(each.is_turn for each in within):
            yield from within[:OF_A_THIRD]


def thirds_of(years: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """First year of each third of a span, and the year after its last; none of a span of a generation or less."""
    length = years[1] - years[0] + 1
    if GENERATION < length < date.max.year // 2:
        yield from pairwise(years[0] + length * part // THIRDS for part in range(THIRDS + 1))


def _of_year(ordered: Sequence[Happening], year: int) -> Happening | None:
    """First notable happening of a year; None if it is a turning point, which has its place anyway."""
    first = next((each for each in ordered if each.year == year and each.rank >= NOTABLE), None)
    return None if first is None or first.is_turn else first


def _chief_names(pack: StoredPack) -> re.Pattern[str]:
    """Pattern for the names of organisations in the pack's first chapter."""
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
    more = FOUNDED * (entry.type == FOUNDING) - NUMBERED * bool(body_of_congress(happening.text))
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
    """Return whether an event is the death of an essential person, by name and date."""
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
    """Happenings by rank and weight; each chosen one takes `less(years)` from those that many years away.

    What lasted long takes nothing from others.
    """
    weights = ((each, weight(each)) for each in happenings)
    weighed = [Weighed(each.year, heavy, rank, crowds=not lasts_long(each.when)) for each, (rank, heavy) in weights]
    return crowded(happenings, weighed, less)
