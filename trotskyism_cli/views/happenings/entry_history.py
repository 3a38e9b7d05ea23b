"""What an entry did, was and turned into, as happenings beside the events that it is connected with."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.pack.dates import Date, Precision, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import MINOR, NOTABLE, Entry, EntryRef, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Part, Relation, Role
from trotskyism_cli.pack.wording import capital, fact_plurals, fact_sentence, fact_values, fill
from trotskyism_cli.views.happenings.deed import deed
from trotskyism_cli.views.happenings.row import Happening, last_day, lasts_long, touch
from trotskyism_cli.views.wording.margins import margin_of
from trotskyism_cli.views.wording.sentences import exact_date
from trotskyism_cli.views.wording.surnames import surname
from trotskyism_cli.views.wording.until_death import when_of

ALLIANCE, ALLIED = "alliance", "allied"  # type of event, and word of a relation
TELLING = 4  # least letters of a content word
_DATED_TITLE = lazy_regex(
    r"([A-Z][\w'’-]*(?: (?:(?:a|and|for|in|of|on|the|to) )*[A-Z][\w'’-]*)*) \((\d{4})\)"
)  # of a work


def turned(pack: Pack, own_id: str, moments: Iterable[Moment], happenings: Sequence[Happening]) -> list[Happening]:
    """What an entry turned into, unless the beginning of that is told already, and what it absorbed."""
    found: list[Happening] = []
    for fact in (each.fact for each in moments):
        if fact is None or fact.date is None or not isinstance(fact.object, EntryRef) or fact.negated:
            continue
        relation, target = pack.relations[fact.relation], pack.entries[fact.object.id]
        if relation.tree != "child":
            continue
        if _took_in(relation, target, fact.date) and fact.subject != own_id:
            if target.id == own_id:
                taken = f"{relation.inverse_label} {pack.entries[fact.subject].phrase_at(fact.when)}"
                found.append(Happening(fact.date, capital(taken), own_id, NOTABLE, fact))
            continue
        new = target.name_at(fact.when)
        if not any(each.year == fact.date.first.year and new in each.text for each in (*happenings, *found)):
            told = f"{relation.label} {target.phrase_at(fact.when)}"
            if fact.subject != own_id:
                told = fill(relation.says, fact_values(pack, fact), fact_plurals(pack, fact))
            found.append(Happening(fact.date, capital(told), target.id, NOTABLE, fact))
    return found


def _took_in(relation: Relation, target: Entry, when: Date) -> bool:
    """Return whether a fact is an absorption into something older that may have absorbed others too."""
    is_one_of_many = relation.functional and not relation.inverse_functional
    return is_one_of_many and any(
        isinstance(fact.object, Date) and fact.object.last < when.first for fact in target.facts
    )


def told_once(pack: Pack, happenings: Sequence[Happening]) -> list[Happening]:
    """Drop organisations' dates that an event of the same months tells, and events that repeat a transformation."""
    events = [each for each in happenings if pack.entries[each.entry].kind is Kind.EVENT]
    turns = [each.fact for each in happenings if pack.relations[each.fact.relation].tree == "child"]
    bodies = [each for each in happenings if pack.entries[each.entry].kind is Kind.ORGANISATION]
    same = {
        id(body)
        for body in bodies
        for event in events
        if is_same_time(body.when, event.when) and _tells_of(pack, event, body.entry)
    }
    same |= {id(event) for event in events if any(_is_turn(pack, event, turn) for turn in turns)}
    return [each for each in happenings if id(each) not in same]


def _is_turn(pack: Pack, event: Happening, turn: Fact) -> bool:
    """Return whether an event is a transformation: in its year, named after the first organisation, telling of both."""
    is_of_year = turn.date is not None and turn.date.first.year == event.year
    is_named = any(name in event.text for name in pack.entries[turn.subject].names)
    return is_of_year and is_named and _tells_of(pack, event, turn.target)


def _tells_of(pack: Pack, event: Happening, body: str) -> bool:
    """Return whether an event's name or summary contains the name of an organisation."""
    told = f"{pack.entries[event.entry].name} {pack.entries[event.entry].summary}"
    return any(name in told for name in pack.entries[body].names)


def lifetime(entry: Entry) -> tuple[date, date] | None:
    """From birth to the end of the year of death, if both are known; else None. Only for people."""
    if entry.kind is not Kind.PERSON:
        return None
    days = [fact.object for fact in entry.facts if isinstance(fact.object, Date) and not fact.according_to]
    if len(days) < 2:
        return None
    return min(day.first for day in days), date(max(day.last for day in days).year, 12, 31)


def life_of(pack: Pack, own_id: str, happenings: Sequence[Happening]) -> list[Happening]:
    """What an entry did and was, by its dated facts, without what the given happenings tell."""
    entry = pack.entries[own_id]
    told = {each.entry for each in happenings}
    named = [each for each in happenings if surname(entry) in each.text]
    days = [each.when for each in named]
    own_days = {each.first for each in days}
    found: dict[tuple[str, Date], Happening] = {}
    for fact in entry.facts:
        relation = pack.relations[fact.relation]
        is_of_life = relation.part in (Part.LIFE, Part.POLITICS) and not (fact.negated or fact.according_to)
        is_of_life &= relation.role != Role.NAME or fact.importance >= NOTABLE
        when = exact_date(pack, fact)
        when = when_of(pack, fact) if when == fact.when else when
        if when is None or not is_of_life or fact.target in told or fact.id in pack.corrected:
            continue
        if own_id in told:
            continue
        if works := works_named(fact_sentence(pack, fact), when):
            found |= {(each, day): Happening(day, each, own_id, MINOR, fact) for each, day in works}
            continue
        text = deed(pack, fact, relation)
        if own := _own_idea(pack, entry, fact):
            when, text, fact = own
        is_day = isinstance(fact.object, Date)
        is_event = (is_day and when.first in own_days) or any(is_same_time(when, each) for each in days)
        is_event = is_event or any(is_about_it(text, when, each, entry) for each in named)
        if text and not is_event:
            rank = NOTABLE if fact.importance >= NOTABLE or is_day or lasts_long(when) else MINOR
            found.setdefault((text, when), Happening(when, text, own_id, rank, fact))
    return list(found.values())


def works_named(text: str, when: Date) -> list[tuple[str, Date]]:
    """Works with their years that a sentence lists, if they begin and end its span.

    E.g. `wrote Marxist Economic Theory (1962) and Late Capitalism (1972)`: nothing lasted from 1962 to 1972.
    """
    named = [(title, parse_date(year)) for title, year in _DATED_TITLE.findall(text)] if when.is_span else []
    years = [day.first.year for _, day in named]
    is_of_works = len(named) > 1 and [min(years), max(years)] == [when.first.year, last_day(when).year]
    return [(f"{title} published", day) for title, day in named] if is_of_works else []


def with_death(pack: Pack, own_id: str, happenings: Iterable[Happening]) -> Iterator[Happening]:
    """Add `; died on …` to an event named after somebody who died of it some days later."""
    entry = pack.entries[own_id]
    own = ((fact, pack.relations[fact.relation]) for fact in entry.facts if pack.is_known(fact))
    died = next(
        (fact.object for fact, relation in own if relation.role == Role.DIED and isinstance(fact.object, Date)), None
    )
    for each in happenings:
        is_event = pack.entries[each.entry].kind is Kind.EVENT and surname(entry) in each.text
        if died and is_event and is_same_time(died, each.when) and last_day(each.when) < died.first:
            yield each._replace(text=f"{each.text}; died on {margin_of(died, each.year)}")
        else:
            yield each


def _own_idea(pack: Pack, entry: Entry, fact: Fact) -> tuple[Date, str, Fact] | None:
    """For a fact on an idea that somebody stood for: its origin, if it is his own; else None."""
    idea = pack.entries[fact.target] if fact.target and fact.date else None
    if idea is None or idea.kind is not Kind.CONCEPT or fact.date is None:
        return None
    is_his = any(each.target == entry.id and pack.relations[each.relation].functional for each in idea.facts)
    for each in idea.facts if is_his else ():
        if isinstance(each.object, Date) and pack.is_known(each) and touch(each.object, fact.date):
            return each.object, capital(f"{pack.relations[each.relation].label} {idea.phrase}"), each
    names = "|".join(map(re.escape, idea.names))
    begun = re.match(rf"{re.escape(surname(entry))}'s (?:{names}), (\w+) by ", fact_sentence(pack, fact))
    return (fact.date, capital(f"{idea.name} {begun[1]}"), fact) if begun else None


def allied_once(pack: Pack, own_id: str, happenings: Sequence[Happening]) -> list[Happening]:
    """Tell each alliance of a person once: as an event if that lasted long, else by the fact on how long it did."""
    events = [each for each in happenings if pack.entries[each.entry].type == ALLIANCE and each.entry != own_id]
    again: set[str] = set()
    for fact in (each.fact for each in happenings if each.entry == own_id and each.fact.target):
        if ALLIED not in pack.relations[fact.relation].words:
            continue
        ally = surname(pack.entries[fact.target])
        for event in events:
            if ally in event.text and fact.date and touch(fact.date, event.when):
                again.add(fact.id if lasts_long(event.when) else event.fact.id)
    return [each for each in happenings if each.fact.id not in again]


def is_same_time(deed: Date, event: Date) -> bool:
    """Return whether a deed and an event began in the same month and ended in the same month."""
    if deed.year is not None and deed.is_single and deed.start and deed.start.precision is Precision.YEAR:
        return False
    ends = [(deed.first, event.first), (last_day(deed), last_day(event))]
    return all((one.year, one.month) == (other.year, other.month) for one, other in ends)


def is_about_it(text: str, when: Date, event: Happening, entry: Entry) -> bool:
    """Return whether a text of an event's time has all content words of the event."""
    if when.first > last_day(event.when) or event.when.first > last_day(when):
        return False
    own = {root(word) for word in plain(entry.name).split()}
    words = [{root(word) for word in plain(each).split() if len(word) >= TELLING} - own for each in (text, event.text)]
    return bool(words[1]) and words[1] <= words[0]
