"""People in a span of time: their lives, and what they did, one line each."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.pack.dates import Date, Precision
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Entry, EntryRef, Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import WHOLE, Part, Relation, Role
from trotskyism_cli.pack.wording import capital, fact_sentence, join_words
from trotskyism_cli.views.happenings.deed import VIOLENT, deed
from trotskyism_cli.views.happenings.row import Happening, days_of, happening_of, last_day
from trotskyism_cli.views.wording.margins import YEARS, first_year_said, years_said
from trotskyism_cli.views.wording.sentences import TELLING, exact_date, first_sentence
from trotskyism_cli.views.wording.surnames import surname

LIVES, LIVES_OF_YEARS = 20, 12  # lives drawn: of all times, and in a span
FEW_YEARS = 2  # a span shorter than this seldom begins or ends a life
GROWN = 12  # age in years
_PART = frozenset(("leader", "participated"))  # words of relations with an event
SOON = 2  # days
_AGAINST = lazy_regex(r" against (.*)")
_NAME = lazy_regex(r"[^\W\d_]+")


class Life(NamedTuple):
    """A life from birth to death, either of which may be unknown; `who` says in a sentence who it was.

    `days` are the first days of his happenings, those known at least to the month.
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
    """What somebody did, in words that follow the name.

    `whole`: the words stand alone, as an event's name. `is_named`: that event is named after the person.
    """

    person: str
    told: str
    when: Date
    rank: int
    fact: Fact
    whole: bool = False
    is_named: bool = False

    @property
    def is_exact(self) -> bool:
        """True if more than the year is known."""
        return bool(self.when.start and self.when.start.precision is not Precision.YEAR)


def deeds(pack: Pack, people: Collection[str], moments: Iterable[Moment], start: date, end: date) -> list[Deed]:
    """What people did and were in a span: offices, parties, alliances, exile, birth and death, events and works."""
    held = [moment.fact for moment in moments if moment.fact]
    own = [each for fact in held if fact.subject in people and (each := _deed(pack, fact))]
    events = [each for each in _events(pack, people, held) if not any(_is_told(pack, each, other) for other in own)]
    named = {each.fact.subject: each for each in events}
    own = [each for each in own if not any(_is_end(pack, each, event) for event in events)]
    own = [named[each.fact.target]._replace(person=each.person) if each.fact.target in named else each for each in own]
    return [each for each in (*own, *_works(pack, people, held), *events) if start <= each.when.begin <= end]


def _is_end(pack: Pack, own: Deed, event: Deed) -> bool:
    """Return whether an event named after the person already tells this death.

    The death may be up to `SOON` days after it.
    """
    is_of_life = pack.relations[own.fact.relation].role == Role.DIED and own.person == event.person
    return is_of_life and event.is_named and 0 <= (own.when.first - event.when.first).days <= SOON


def _works(pack: Pack, people: Collection[str], facts: Iterable[Fact]) -> Iterator[Deed]:
    """Notable works, by the first of their dates."""
    first: dict[str, Fact] = {}
    for fact in facts:
        is_work = pack.entries[fact.subject].kind is Kind.WORK and isinstance(fact.object, Date)
        if is_work and pack.is_known(fact):
            first.setdefault(fact.subject, fact)
    for own_id, fact in first.items():
        work = pack.entries[own_id]
        told = f"{work.phrase} {pack.relations[fact.relation].label}"
        for person in pack.authors(work):
            if person in people and fact.date and work.importance >= NOTABLE:
                is_named = surname(pack.entries[person]) in work.name
                rank = min(work.importance, pack.entries[person].importance)
                yield Deed(person, capital(told) if is_named else f": {told}", fact.date, rank, fact, whole=is_named)


def _events(pack: Pack, people: Collection[str], facts: Iterable[Fact]) -> Iterator[Deed]:
    """Events named after people, or directed against them by name."""
    known = sorted(people, key=lambda each: pack.entries[each].importance)
    named = {surname(pack.entries[each]): each for each in known}  # of two namesakes the more important
    for fact in facts:
        event = pack.entries[fact.subject]
        happening = happening_of(pack, fact) if event.kind is Kind.EVENT else None
        if happening is None:
            continue
        victims = _AGAINST.search(first_sentence(event.summary))
        said = {happening.text: True, victims[1] if victims else "": False}
        found = {
            named[word]: is_named for each, is_named in said.items() for word in _NAME.findall(each) if word in named
        }
        for person, is_named in found.items():
            yield Deed(person, happening.text, happening.when, happening.rank, fact, whole=True, is_named=is_named)


def _is_told(pack: Pack, event: Deed, own: Deed) -> bool:
    """Return whether a deed already tells an event: the person joined what it names, or was expelled."""
    if own.person != event.person or not own.fact.target:
        return False
    is_then = own.when.first <= event.when.last and event.when.first <= own.when.last
    words = {word for word in _NAME.findall(event.told.casefold()) if len(word) >= TELLING}
    target = pack.entries[own.fact.target]
    is_about_it = target.kind is Kind.ORGANISATION and any(name in event.told for name in target.names)
    return is_then and (is_about_it or not words.isdisjoint(pack.relations[own.fact.relation].words))


def _deed(pack: Pack, fact: Fact) -> Deed | None:
    person, relation = pack.entries[fact.subject], pack.relations[fact.relation]
    is_of_life = relation.part in (Part.LIFE, Part.POLITICS) and relation.role != Role.NAME and relation.says != WHOLE
    if person.kind is not Kind.PERSON or fact.date is None or not is_of_life:
        return None
    if fact.negated or fact.according_to or fact.id in pack.corrected or _is_background(pack, fact, relation):
        return None
    told = deed(pack, fact, relation)
    if relation.role == Role.DIED and (violent := VIOLENT.search(fact_sentence(pack, fact))):
        told = violent[1]
    if not (isinstance(fact.object, str) and fact.object.startswith(told[:1])):
        told = told[:1].lower() + told[1:]
    joint = " " if isinstance(fact.object, Date | EntryRef) and not relation.label.endswith(" of") else ": "
    weight = min(person.importance, fact.importance)
    rank = min(weight, NOTABLE) - (relation.role == Role.BORN) if isinstance(fact.object, Date) else weight
    # A month is not made more exact: what several did in it is one row.
    when = _exactly(pack, fact, (exact_date(pack, fact) if fact.date.is_year else None) or fact.date)
    mark = " (disputed)" if fact.voice is Voice.DISPUTED else ""
    return Deed(person.id, f"{joint}{told}{mark}", when, max(1, rank), fact) if told else None


def _is_background(pack: Pack, fact: Fact, relation: Relation) -> bool:
    """Return whether a fact is no happening of its year: birth of somebody outside politics, membership of years."""
    if relation.role == Role.BORN:
        own = (pack.relations[each.relation] for each in pack.entries[fact.subject].facts)
        return not any(each.part == Part.POLITICS and each.says != WHOLE for each in own)
    return "member" in relation.words and fact.date is not None and fact.date.is_span


def _exactly(pack: Pack, fact: Fact, when: Date) -> Date:
    """The date of a deed, or of the event that somebody led or took part in, if that is more exact."""
    took_part = not _PART.isdisjoint(pack.relations[fact.relation].words)
    event = pack.entries[fact.target] if fact.target and took_part else None
    days = [each.object for each in event.facts if not each.according_to] if event and event.kind is Kind.EVENT else []
    known = next((day for day in days if isinstance(day, Date)), None)
    is_within = known and (when.year or when.first.year) == known.first.year and days_of(known) < days_of(when)
    return known if known and is_within else when


def told_of(pack: Pack, found: Iterable[Deed]) -> list[Happening]:
    """Happenings made of deeds, one for all people who did the same at the same time."""
    groups: dict[tuple[str, date, date], list[Deed]] = {}
    for each in found:
        groups.setdefault((each.told, each.when.first, last_day(each.when)), []).append(each)
    happenings = []
    for group in groups.values():
        first = max(group, key=lambda each: each.rank)
        people = list(dict.fromkeys(each.person for each in group))
        names = "" if first.whole else join_words([surname(pack.entries[each]) for each in people])
        happenings.append(Happening(first.when, f"{names}{first.told}", people[0], first.rank, first.fact))
    return happenings


def lives(
    pack: Pack, people: Iterable[str], found: Sequence[Deed], start: date, end: date, *, room: int
) -> tuple[list[Life], list[Life]]:
    """Lives in a span, of the most important people first, split in those shown and the rest; each by birth."""
    done: dict[str, int] = {}
    for each in found:
        is_birth_or_death = isinstance(each.fact.object, Date) and each.fact.subject == each.person
        done[each.person] = done.get(each.person, 0) + each.rank * (not is_birth_or_death)
    is_of_all = start == date.min and end == date.max
    weighed: list[tuple[tuple[int, int, int], Life]] = []
    for own_id in dict.fromkeys(people):
        person = pack.entries[own_id]
        life = _life(pack, person)
        is_alive = bool(life.first or life.last) and (life.last or date.max) >= start and _is_grown(life, end)
        if is_alive and (is_of_all or done.get(own_id) or person.importance >= ESSENTIAL):
            spoken_of = len(person.facts) + len(pack.facts_with_object(own_id))
            weighed.append(((-person.importance, 0 if is_of_all else -done.get(own_id, 0), -spoken_of), life))
    weighed.sort(key=lambda each: each[0])
    found_lives = [life for _, life in weighed]
    shown = room or (LIVES if is_of_all else LIVES_OF_YEARS)
    return sorted(found_lives[:shown], key=_birth), sorted(found_lives[shown:], key=_birth)


def with_days(kept: Iterable[Life], found: Iterable[Deed]) -> Iterator[Life]:
    """Lives completed with the days of their deeds."""
    days: dict[str, list[date]] = {}
    for each in found:
        days.setdefault(each.person, []).append(each.when.first)
    return (life._replace(days=tuple(sorted(days.get(life.entry, ())))) for life in kept)


def lives_told(pack: Pack, found: Iterable[Deed]) -> list[Life]:
    """Lives of all who did something, by birth."""
    people = dict.fromkeys(each.person for each in found)
    return sorted((_life(pack, pack.entries[each]) for each in people), key=_birth)


def _birth(life: Life) -> tuple[date, str]:
    return life.first or life.last or date.max, life.name


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
            first = first or date(first_year_said(person), 1, 1)
        if "died" in said or ended_in:
            last = last or date(int(ended_in or begun), 12, 31)
    who = YEARS.sub("", first_sentence(person.summary)).replace("  ", " ").replace(" ,", ",").strip()
    return Life(person.id, person.name, surname(person), years.strip("–") and years, who, first, last)
