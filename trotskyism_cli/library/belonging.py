"""What belongs to a body or a country: the events of its life, and how closely each of them belongs to it."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from trotskyism_cli.library.descent import leads_on, parts_of, wholes_of
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Entry, Fact, Kind, Pack
from trotskyism_cli.pack.wording import capital, fact_sentence

# How closely an event belongs: it is named after the body or tied to it by a fact, told of it at once or by one who led
# it, told of it in what one should know, or only named with it.
ITS_OWN, CLOSE, TOLD, NAMED = 4, 3, 2, 0
BODIES = (Kind.ORGANISATION, Kind.PLACE)  # to which events belong
SHORTEST = 3  # letters of a name that is looked for in a text
# What follows tells of others: why, against or by whom, and what came after.
_ADDED = re.compile(r"[.;] |,? (?:against|because|by|on the view|that|to (?=[a-z])|under|which|who|with)\b")
_LONGER = re.compile(r"\b[A-Z][\w-]* $")  # before a name that is only the end of one
LEADING, ENDED = frozenset(("leader", "chairman", "founder")), frozenset(("ended",))  # words of relations

Life = tuple[date, date]


def events_of(library: Library, own_id: str) -> dict[str, int]:
    """The events that belong to a body in its time, or that took place in a country; and how closely."""
    pack = library.pack
    if pack.entries[own_id].kind is Kind.PLACE:
        return _events_in(library, own_id)
    found: dict[str, int] = {}
    for each in (own_id, *carried_on(pack, own_id)):
        for event, weight in _tied(library, each):
            found[event] = max(found.get(event, 0), weight)
    for event in _under_leaders(library, own_id):
        found[event] = max(found.get(event, 0), CLOSE)
    first, last = life_of_body(pack, own_id)
    days = {event: when for event in found if (when := day_of(pack.entries[event]))}
    return {each: found[each] for each, when in days.items() if when.first <= last and when.last >= first}


def _events_in(library: Library, own_id: str) -> dict[str, int]:
    """The events of a country and of the places in it, while they lay in it; of its bodies; and what is part of those.

    What is known to have been elsewhere belongs to it only if it is named after it.
    """
    pack = library.pack
    places = places_in(pack, own_id)
    found: dict[str, int] = {}
    for place, time in places.items():
        for event, weight in _tied(library, place):
            if weight > NAMED and _is_within(day_of(pack.entries[event]), time):
                found[event] = max(found.get(event, 0), weight)
    for event in _named_after(library, bodies_of(library, own_id)):
        found.setdefault(event, TOLD)
    near = [event for event in found if found[event] == ITS_OWN]
    more = [part for event in near for part in (*parts_of(pack, event), *wholes_of(pack, event))]
    own = pack.entries[own_id]
    name = _pattern(own, _names(pack, own))
    known = dict.fromkeys(more, CLOSE) | found
    return {
        each: weight
        for each, weight in known.items()
        if not _is_elsewhere(pack, each, own, places) or name.search(pack.entries[each].name)
    }


def _is_within(when: Date | None, time: Life) -> bool:
    return when is not None and when.first <= time[1] and when.last >= time[0]


def _is_elsewhere(pack: Pack, event: str, own: Entry, places: Collection[str]) -> bool:
    """Whether an event is said to have been in another country, or in a place that lies in one."""
    held = (fact.target for fact in pack.entries[event].facts if fact.target and pack.is_known(fact))
    homes = [pack.entries[each] for each in held if pack.entries[each].kind is Kind.PLACE]
    return bool(homes) and all(
        home.id not in places and (home.type == own.type or any(_lies_in(pack, fact) for fact in home.facts))
        for home in homes
    )


def _named_after(library: Library, bodies: Iterable[str]) -> Iterator[str]:
    """The events whose name or first words have the name of a body, which there was already."""
    pack = library.pack
    said: dict[str, tuple[Date, str]] = {}
    for event in library.store.column("SELECT entry FROM kinds WHERE kind = ?", Kind.EVENT):
        entry = pack.entries[event]
        if when := day_of(entry):
            said[event] = when, f"{entry.name} / {_opening(entry)}"
    for body in dict.fromkeys(bodies):
        own = pack.entries[body].names
        known = {name for each in own for name in (each, each.partition(" (")[0]) if len(name) >= SHORTEST}
        names = re.compile(rf"\b(?:{'|'.join(map(_in_any_place, sorted(known)))})(?!\w)")
        begun = first_day(pack, body)
        for event, (when, told) in said.items():
            found = (not _LONGER.search(told[: each.start()]) for each in names.finditer(told))
            if any(found) and when.last >= begun:
                yield event


def places_in(pack: Pack, place: str) -> dict[str, Life]:
    """A place and those that lie in it, near or far, and in which time they did."""
    found: dict[str, Life] = {place: (date.min, date.max)}
    waiting = [place]
    while waiting:
        whole = waiting.pop()
        for fact in pack.facts_with_object(whole):
            if _lies_in(pack, fact) and fact.subject not in found:
                first, last = found[whole]
                time = (max(first, fact.when.first), min(last, fact.when.last)) if fact.when else (first, last)
                found[fact.subject] = time
                waiting.append(fact.subject)
    return found


def _lies_in(pack: Pack, fact: Fact) -> bool:
    places = [each for each in (fact.subject, fact.target) if each and pack.entries[each].kind is Kind.PLACE]
    return len(places) == len((fact.subject, fact.target)) and not fact.negated


def carried_on(pack: Pack, body: str) -> tuple[str, ...]:
    """The bodies that a body founded with others, and lived on in."""
    facts = (fact for fact in pack.entries[body].facts if leads_on(pack, fact) and fact.date and fact.target)
    return tuple(
        fact.target
        for fact in facts
        if fact.date and first_day(pack, fact.target).year == fact.date.first.year and _goes_on(pack, body, fact.date)
    )


def _goes_on(pack: Pack, body: str, when: Date) -> bool:
    return life_of_body(pack, body)[1] > when.last


def life_of_body(pack: Pack, body: str) -> Life:
    """From its first day to its last; of what only turned into another one, to that day.

    What is only said to have had a leader, or to have been expelled, lived as long as that.
    """
    entry = pack.entries[body]
    known = [fact for fact in entry.facts if fact.date and pack.is_known(fact)]
    ended = [fact.object.last for fact in known if isinstance(fact.object, Date) and _says(pack, fact, ENDED)]
    turned = [fact for fact in known if leads_on(pack, fact)]
    ended += [fact.date.last for fact in turned if fact.date and pack.relations[fact.relation].inverse_functional]
    if not ended and turned:
        ended = [*_lived(pack, body), *(fact.date.last for fact in turned[:1] if fact.date)]
    return first_day(pack, body), max(ended, default=date.max)


def _lived(pack: Pack, body: str) -> list[date]:
    """The days of what it did itself, and the last ones of those who led it."""
    own = [fact for fact in pack.entries[body].facts if not pack.relations[fact.relation].tree]
    led = [fact for fact in pack.facts_with_object(body) if _led(pack, fact)]
    return [fact.when.last for fact in (*own, *led) if fact.when and fact.when.end and pack.is_known(fact)]


def day_of(entry: Entry) -> Date | None:
    """When an event took place, so far as it is known for certain."""
    known = (fact.object for fact in entry.facts if not (fact.negated or fact.according_to or fact.corrects))
    return next((when for when in known if isinstance(when, Date)), None)


def day_begun(pack: Pack, body: str) -> Date | None:
    """When a body began, so far as it is known; of one that another turned into, when that did."""
    dated = [fact for fact in pack.entries[body].facts if not _says(pack, fact, ENDED)]
    days = [fact.object for fact in dated if isinstance(fact.object, Date)]
    turned = [fact.date for fact in pack.facts_with_object(body) if leads_on(pack, fact) and fact.date]
    return min(days or turned, key=lambda day: day.first, default=None)


def first_day(pack: Pack, body: str) -> date:
    """The first day of a body, `date.min` if nobody knows it."""
    return begun.first if (begun := day_begun(pack, body)) else date.min


def _led(pack: Pack, fact: Fact) -> bool:
    return _says(pack, fact, LEADING) and pack.is_known(fact)


def _says(pack: Pack, fact: Fact, words: frozenset[str]) -> bool:
    return not words.isdisjoint(pack.relations[fact.relation].words)


def _tied(library: Library, own_id: str) -> Iterator[tuple[str, int]]:
    """Events that are tied to an entry by a fact on either side, are named after it, or are told of it."""
    pack = library.pack
    entry = pack.entries[own_id]
    direct = [fact.subject for fact in pack.facts_with_object(own_id) if not fact.negated]
    direct += [fact.target for fact in entry.facts if fact.target and not fact.negated]
    yield from ((each, ITS_OWN) for each in direct if pack.entries[each].kind is Kind.EVENT)
    for fact in pack.facts_that("holder", own_id):
        when = day_of(pack.entries[fact.subject])
        if when and fact.when and fact.when.first == when.first and pack.entries[fact.subject].kind is Kind.EVENT:
            yield fact.subject, CLOSE
    named = _names(pack, entry)
    names = _pattern(entry, named)
    for event in library.store.column("SELECT entry FROM kinds WHERE kind = ?", Kind.EVENT):
        if names.search(" / ".join((pack.entries[event].name, *pack.entries[event].aliases))):
            yield event, ITS_OWN
    is_place = entry.kind is Kind.PLACE  # where much is only said to be near, or to have come from
    for kind, subject, record in _passages_with(library, entry, named):
        told = pack.entries[subject]
        if told.kind is not Kind.EVENT:
            continue
        if kind == "summary" and names.search(_opening(told) if is_place else told.summary):
            yield subject, CLOSE
        elif kind == "fact" and not (fact := pack.facts[record]).negated and names.search(fact_sentence(pack, fact)):
            is_telling = fact.importance >= NOTABLE and not fact.according_to and not is_place
            yield subject, TOLD if is_telling else NAMED


def bodies_of(library: Library, place: str) -> Iterator[str]:
    """The bodies that were founded in a place or near it, or are said at once to belong to it."""
    pack = library.pack
    for each, time in places_in(pack, place).items():
        found = [fact.subject for fact in pack.facts_with_object(each) if not fact.negated]
        bodies = (body for body in found if pack.entries[body].kind is Kind.ORGANISATION)
        yield from (body for body in bodies if each == place or _is_within(day_begun(pack, body), time))
    entry = pack.entries[place]
    named = _names(pack, entry)
    names = _pattern(entry, named)
    for kind, subject, _ in _passages_with(library, entry, named):
        told = pack.entries[subject]
        is_body = kind == "summary" and told.kind is Kind.ORGANISATION
        if is_body and names.search(f"{told.name} / {_opening(told)}"):
            yield subject


def _opening(entry: Entry) -> str:
    """The first words on what an entry was, without what is added to them."""
    return _ADDED.split(entry.summary, maxsplit=1)[0]


def _passages_with(library: Library, entry: Entry, names: Iterable[str]) -> list[tuple[str, str, str]]:
    """The facts and summaries that may name an entry: the kind of passage, its subject and its record."""
    is_place = entry.kind is Kind.PLACE
    said = [f"%{plain(_root(name) if is_place else name)}%" for name in names]
    named = " OR ".join(["words LIKE ?"] * len(said))
    query = f"SELECT kind, subject, record FROM passages WHERE kind IN ('fact', 'summary') AND ({named})"
    return [(str(kind), str(subject), str(record)) for kind, subject, record in library.store.rows(query, *said)]


def _pattern(entry: Entry, names: Iterable[str]) -> re.Pattern[str]:
    """What finds these names of an entry in a text, as they are written; of a country also those of its people.

    After “in” these are only a part of the name of another place: “in French Indochina”.
    """
    found = sorted(names, key=len, reverse=True)
    if entry.kind is not Kind.PLACE:
        return re.compile(rf"\b(?:{'|'.join(map(_in_any_place, found))})(?!\w)")
    own = [name for name in found if name in entry.names]
    people = [re.escape(name) for name in found if name not in own]
    people += [f"{re.escape(_root(name))}(?:ese|ians?|ans?|s)?" for name in found]
    return re.compile(
        rf"\b(?:{'|'.join(map(_in_any_place, own))}|(?<!\bin )(?:{'|'.join(people)}))(?!\w| border| frontier)"
    )


def _in_any_place(name: str) -> str:
    """A name of several words may begin small within a sentence."""
    first = rf"[{name[0]}{name[0].lower()}]" if " " in name and name[0].isalpha() else re.escape(name[0])
    return first + re.escape(name[1:])


def _names(pack: StoredPack, entry: Entry) -> list[str]:
    """The names by which a text may speak of an entry; of a body without those in which another one has its own."""
    if entry.kind is Kind.PERSON:
        return [entry.name.rpartition(" ")[2]]
    bare = (name.partition(" (")[0] for name in entry.names)  # of which country or faction it is, few say
    more = map(capital, entry.search) if entry.kind is Kind.PLACE else ()
    found = {name: f" {plain(name)}" for name in (*entry.names, *bare, *more) if len(name) >= SHORTEST}
    others = "SELECT ' ' || form FROM names JOIN kinds USING (entry) WHERE kind = ? AND entry <> ?"
    taken = pack.store.column(others, entry.kind, entry.id) if len(found) > 1 else []
    return [
        entry.name,
        *(name for name, own in found.items() if name != entry.name and not any(each.endswith(own) for each in taken)),
    ]


def _root(name: str) -> str:
    """The name of a country without what the name of its people has not."""
    return name.rstrip("aeiouy") if name.isascii() and " " not in name else name


def _under_leaders(library: Library, body: str) -> Iterator[str]:
    """What one must know of the lives of those who led a body, in the time when they led it."""
    pack = library.pack
    for fact in pack.facts_with_object(body):
        if not (_led(pack, fact) and fact.date and fact.date.end):
            continue
        for event, weight in _tied(library, fact.subject):
            when = day_of(pack.entries[event])
            in_time = when and fact.date.first <= when.first and when.last <= fact.date.last
            if in_time and weight >= CLOSE and pack.entries[event].importance >= ESSENTIAL:
                yield event
