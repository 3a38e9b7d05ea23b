"""The edited view of people in a span of time: their lives, and what they did, a line each, the date once."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.walks import Moment
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind, Pack, Part, Role
from trotskyism_cli.pack.wording import listed
from trotskyism_cli.views.happening import NOTABLE, TURNING_POINT, Happening, last_day
from trotskyism_cli.views.life import deed
from trotskyism_cli.views.margins import YEARS, years_said
from trotskyism_cli.views.surnames import surname
from trotskyism_cli.views.telling import first_sentence

LIVES, LIVES_OF_YEARS = 20, 12  # that are drawn at once: of all times, and of a span of years
FEW_YEARS = 2  # of which a life seldom is only a part
GROWN = 12  # years old
WHOLE = "{object}"  # the wording of a relation whose object is a whole sentence


class Life(NamedTuple):
    """A life: from birth to death, either of which may be unknown; `who` says in a sentence who it was.

    `days` are the first days of what is told of it, those known to a month at least.
    """

    entry: str
    name: str
    surname: str
    years: str
    who: str
    first: date | None
    last: date | None
    days: tuple[date, ...] = ()


class Deed(NamedTuple):
    """What somebody did, in words that follow the name."""

    person: str
    told: str
    when: Date
    rank: int
    fact: Fact


def deeds(pack: Pack, moments: Iterable[Moment], start: date, end: date) -> list[Deed]:
    """What people did and were in a span: offices, parties, alliances, exile; birth and death."""
    found = (_deed(pack, moment.fact) for moment in moments if moment.fact)
    return [each for each in found if each and start <= each.when.begin <= end]


def _deed(pack: Pack, fact: Fact) -> Deed | None:
    person, relation = pack.entries[fact.subject], pack.relations[fact.relation]
    is_of_life = relation.part in (Part.LIFE, Part.POLITICS) and relation.role != Role.NAME and relation.says != WHOLE
    if person.kind is not Kind.PERSON or fact.date is None or not is_of_life:
        return None
    if fact.negated or fact.according_to or fact.id in pack.corrected:
        return None
    told = deed(pack, fact, relation)
    if not (isinstance(fact.object, str) and fact.object.startswith(told[:1])):
        told = told[:1].lower() + told[1:]
    joint = " " if isinstance(fact.object, Date | EntryRef) and not relation.label.endswith(" of") else ": "
    weight = min(person.importance, fact.importance)
    rank = min(weight, NOTABLE) - (relation.role == Role.BORN) if isinstance(fact.object, Date) else weight
    return Deed(person.id, f"{joint}{told}", fact.date, max(1, rank), fact) if told else None


def told_of(pack: Pack, found: Iterable[Deed]) -> list[Happening]:
    """Happenings, one for all who did the same at the same time."""
    groups: dict[tuple[str, date, date], list[Deed]] = {}
    for each in found:
        groups.setdefault((each.told, each.when.first, last_day(each.when)), []).append(each)
    happenings = []
    for group in groups.values():
        first = max(group, key=lambda each: each.rank)
        people = list(dict.fromkeys(each.person for each in group))
        names = listed([surname(pack.entries[each]) for each in people])
        happenings.append(Happening(first.when, f"{names}{first.told}", people[0], first.rank, first.fact))
    return happenings


def lives(
    pack: Pack, people: Iterable[str], found: Sequence[Deed], start: date, end: date, *, room: int
) -> tuple[list[Life], int]:
    """The lives of a span: of those who matter most or did something in it; in order of birth; and how many more."""
    done: dict[str, int] = {}
    for each in found:
        done[each.person] = done.get(each.person, 0) + each.rank * (not isinstance(each.fact.object, Date))
    is_of_all = start == date.min and end == date.max
    weighed: list[tuple[tuple[int, int, int], Life]] = []
    for own_id in dict.fromkeys(people):
        person = pack.entries[own_id]
        life = _life(pack, person)
        is_alive = bool(life.first or life.last) and (life.last or date.max) >= start and _is_grown(life, end)
        if is_alive and (is_of_all or done.get(own_id) or person.importance >= TURNING_POINT):
            spoken_of = len(person.facts) + len(pack.facts_with_object(own_id))
            weighed.append(((-person.importance, 0 if is_of_all else -done.get(own_id, 0), -spoken_of), life))
    weighed.sort(key=lambda each: each[0])
    kept = [life for _, life in weighed[: room or (LIVES if is_of_all else LIVES_OF_YEARS)]]
    kept.sort(key=lambda life: (life.first or life.last or date.max, life.name))
    return kept, len(weighed) - len(kept)


def with_days(kept: Iterable[Life], found: Iterable[Deed]) -> Iterator[Life]:
    """The lives with the days of their deeds."""
    days: dict[str, list[date]] = {}
    for each in found:
        days.setdefault(each.person, []).append(each.when.first)
    return (life._replace(days=tuple(sorted(days.get(life.entry, ())))) for life in kept)


def _is_grown(life: Life, end: date) -> bool:
    return life.first is None or end == date.max or life.first.year + GROWN <= end.year


def _life(pack: Pack, person: Entry) -> Life:
    known = (fact for fact in person.facts if isinstance(fact.object, Date) and not (fact.negated or fact.according_to))
    days = {fact.relation: fact.object for fact in known if fact.id not in pack.corrected}
    dated = sorted((when for when in days.values() if isinstance(when, Date)), key=lambda when: when.begin)
    ended = [when for relation, when in days.items() if pack.relations[relation].role == Role.DIED] or dated[1:]
    died = ended[-1] if ended and isinstance(ended[-1], Date) else None
    born = next((when for when in dated if when != died), None)
    years = f"{born.begin.year if born else ''}–{died.begin.year if died else ''}"
    first, last = (born.first if born else None), (last_day(died) if died else None)
    if not (born and died) and (said := years_said(person)):
        years = said
        begun, _, ended_in = said.rpartition(" ")[2].partition("–")
        if "died" not in said:
            first = first or date(int(begun), 1, 1)
        if "died" in said or len(ended_in) == len(begun):
            last = last or date(int(ended_in or begun), 12, 31)
    who = YEARS.sub("", first_sentence(person.summary)).replace("  ", " ").replace(" ,", ",").strip()
    return Life(person.id, person.name, surname(person), years.strip("–") and years, who, first, last)
