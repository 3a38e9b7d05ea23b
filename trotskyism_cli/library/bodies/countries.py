"""What belongs to a country or another place: places in it, its organisations and its events."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from heapq import nlargest

from trotskyism_cli.library.bodies.descent import parts_of, wholes_of
from trotskyism_cli.library.bodies.lifespan import Life, event_date, first_day, founding_date, is_leadership
from trotskyism_cli.library.bodies.naming import (
    CLOSE,
    ITS_OWN,
    NAMED,
    SHORTEST,
    TOLD,
    TREATY,
    connected_events,
    defining_words,
    may_name,
    name_pattern,
    passages_with,
    pattern,
)
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.limits import BODIES, EVENTS
from trotskyism_cli.library.names.name_table import entries_called
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.numerals import numbered
from trotskyism_cli.library.words.substring_search import entries_mentioning
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import ESSENTIAL, Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence

WEEKS = timedelta(weeks=4)  # how long before its first organisation a country may have begun to exist
_NONE = frozenset[str]()
_WORD = lazy_regex(r"\w+")
_LONGER = lazy_regex(r"\b[A-Z][\w-]* $")  # before a name that is only the last part of a longer one
_IN_PLACE = lazy_regex(r"\b(?:at|in) ([A-Z]\w+(?: [A-Z]\w+)*)")
# Where something was from a year on: `from 1939, upon the war, in New York`.
_FROM_YEAR = lazy_regex(r"\bfrom (?:[A-Z]\w+ )?(?P<year>\d{4})\b(?P<where>(?:(?! from (?:[A-Z]\w+ )?\d{4})[^;])*)")
_MEETING = lazy_regex(r"\d+ (?:[A-Z][a-z]+ )?(?:Congress|Conference) of [^;]+$")


def events_in(library: Library, own_id: str) -> dict[str, int]:
    """The events of a place and of its organisations, with their closeness.

    Places that lie in it count while they did, and so do parts of its own events. An event known to have been elsewhere
    counts only if its name contains the place. A place within a country, such as a town, has only what happened there,
    not what its organisations did elsewhere.
    """
    pack = library.pack
    places, bodies = places_in(pack, own_id), bodies_of(library, own_id)
    begun = min((day for body in bodies if (day := first_day(pack, body)) > date.min), default=date.max) - WEEKS
    found: dict[str, int] = {}
    for place, time in places.items():
        for event, weight in connected_events(library, place):
            when = event_date(pack.entries[event])
            if weight > NAMED and (_is_within(when, time) or _led_to(pack.entries[event], begun, time)):
                found[event] = max(found.get(event, 0), weight)
    own = pack.entries[own_id]
    if not is_within_country(pack, own):
        for event in (*_named_after(library, bodies), *_named_after_leaders(library, bodies)):
            found.setdefault(event, TOLD)
    near = [event for event in found if found[event] == ITS_OWN]
    more = [part for event in near for part in (*parts_of(pack, event), *wholes_of(pack, event))]
    name = pattern(pack, own)
    known = dict.fromkeys(more, CLOSE) | found
    pack.entries.read(known)
    weights = {each: weight + pack.entries[each].importance for each, weight in known.items()}
    weightiest = nlargest(EVENTS, known, key=weights.__getitem__)
    return {
        each: weight
        for each, weight in known.items()
        if each in weightiest
        if name.search(pack.entries[each].name)
        or not (_is_elsewhere(pack, each, own, places) or _is_of_others(library, each, bodies))
    }


def is_within_country(pack: Pack, place: Entry) -> bool:
    """Return whether a place lies in one of another type, e.g. a town in a country."""
    wholes = (pack.entries[fact.target] for fact in place.facts if fact.target and _lies_in(pack, fact))
    return any(whole.type != place.type for whole in wholes)


def _led_to(event: Entry, begun: date, time: Life) -> bool:
    """Return whether an essential event preceded a country, not long before its first organisation was founded."""
    when = event_date(event)
    return event.importance >= ESSENTIAL and when is not None and begun <= when.last and when.first < time[0]


def _named_after_leaders(library: Library, bodies: Iterable[str]) -> Iterator[str]:
    """Events named after leaders of these organisations, from the start of their leadership on."""
    pack = library.pack
    since: dict[str, date] = {}
    for body in bodies:
        for fact in pack.facts_with_object(body):
            if is_leadership(pack, fact) and fact.date:
                name = pack.entries[fact.subject].name.rpartition(" ")[2]
                since[name] = min(fact.date.first, since.get(name, date.max))
    if not since:
        return
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, since))})\b")
    for event in entries_mentioning(pack.store, Kind.EVENT, map(plain, since), ("summary",), EVENTS):
        named, when = names.search(pack.entries[event].name), event_date(pack.entries[event])
        if named and when and since[named[0]] <= when.first:
            yield event


def _is_of_others(library: Library, event: str, bodies: Collection[str]) -> bool:
    """Return whether an event was only a meeting here of an organisation from elsewhere."""
    met = body_of_congress(library.pack.entries[event].name)
    owners = entries_called(library.store, plain(met), Kind.ORGANISATION) if met else []
    return bool(owners) and not any(each in bodies for each in owners)


def body_of_congress(event: str) -> str:
    """Name of the organisation whose numbered congress or conference the event is, judging by its name.

    Else empty.
    """
    return event.partition(" of ")[2].removeprefix("the ") if _MEETING.match(numbered(event)) else ""


def _is_within(when: Date | None, time: Life) -> bool:
    return when is not None and when.first <= time[1] and when.last >= time[0]


def _is_elsewhere(pack: StoredPack, event: str, own: Entry, places: Collection[str]) -> bool:
    """Return whether an event is known to have taken place in another country, or in a place in one."""
    if pack.entries[event].type == TREATY:
        return False
    held = (fact.target for fact in pack.known_facts(pack.entries[event]) if fact.target)
    homes = [pack.entries[each] for each in pack.of_kind(Kind.PLACE, held)]
    return bool(homes) and all(_is_other_place(pack, home, own, places) for home in homes)


def _is_other_place(pack: Pack, home: Entry, own: Entry, places: Collection[str]) -> bool:
    """Return whether `home` is outside `places`, and either of the same type as `own` or in another place."""
    return home.id not in places and (home.type == own.type or any(_lies_in(pack, fact) for fact in home.facts))


def _named_after(library: Library, bodies: Iterable[str]) -> Iterator[str]:
    """Events, later than an organisation's foundation, whose name or first words contain its name."""
    pack = library.pack
    called = {body: _called(pack.entries[body]) for body in bodies}
    every = sorted({plain(name) for names in called.values() for name in names})
    said: dict[str, tuple[Date, str]] = {}
    for entry in pack.entries.several(entries_mentioning(pack.store, Kind.EVENT, every, ("summary",), EVENTS)):
        if when := event_date(entry):
            said[entry.id] = when, f"{entry.name} / {defining_words(entry)}"
    by_word = _by_word((event, told) for event, (_, told) in said.items())
    for body, own in called.items():
        having = {name: _with_words_of(name, by_word) for name in own}
        known = sorted(name for name, events in having.items() if events)
        if not known:  # compiling a pattern is slow
            continue
        names = re.compile(rf"\b(?:{'|'.join(map(name_pattern, known))})(?!\w)")
        begun = first_day(pack, body)
        for event in sorted(set[str]().union(*having.values())):
            when, told = said[event]
            found = (not _LONGER.search(told[: each.start()]) for each in names.finditer(told))
            if any(found) and when.last >= begun:
                yield event


def _called(body: Entry) -> set[str]:
    """Names of an organisation that are long enough to search for, with and without a suffix in brackets."""
    names = {name for each in body.names for name in (each, each.partition(" (")[0])}
    return {name for name in names if len(name) >= SHORTEST}


def _by_word(said: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    """The events by each word of the text about them."""
    found = defaultdict[str, set[str]](set)
    for event, told in said:
        for word in _WORD.findall(told):
            found[word].add(event)
    return found


def _with_words_of(name: str, by_word: Mapping[str, set[str]]) -> set[str]:
    """Events whose text has all words of a name; the first may begin with a small letter."""
    first, *further = _WORD.findall(name) or [""]
    begun = by_word.get(first, _NONE) | by_word.get(f"{first[:1].lower()}{first[1:]}", _NONE)
    return set(begun).intersection(*(by_word.get(word, _NONE) for word in further))


def places_in(pack: Pack, place: str) -> dict[str, Life]:
    """A place and all places in it, direct and indirect, each with the time it lay there."""
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


@lru_cache(maxsize=8)  # several parts of one screen need them
def bodies_of(library: Library, place: str) -> tuple[str, ...]:
    """The most important organisations of a place.

    Those founded in it (or in a place in it), and those whose name or opening words name it.
    """
    found = dict.fromkeys(_bodies_of(library, place))
    chief = nlargest(BODIES, found, key=lambda body: library.pack.entries[body].importance)
    return tuple(each for each in found if each in chief)


def _bodies_of(library: Library, place: str) -> Iterator[str]:
    pack = library.pack
    for each, time in places_in(pack, place).items():
        found = [fact.subject for fact in pack.facts_with_object(each) if not fact.negated]
        bodies = (body for body in found if pack.entries[body].kind is Kind.ORGANISATION)
        yield from (body for body in bodies if _is_tied_to(pack, body, place, each, time))
    near = passages_with(library, pack.entries[place])
    summed_up = [subject for kind, subject, _ in near if kind == "summary"]
    every = pack.of_kind(Kind.ORGANISATION, summed_up)
    for body in pack.entries.several([each for each in summed_up if each in every]):
        if _is_said_of(pack, body, pack.entries[place]):
            yield body.id


def is_body_of(library: Library, body: Entry, place: Entry) -> bool:
    """Return whether an organisation is one of `bodies_of` a place, without searching for the others."""
    pack = library.pack
    places = places_in(pack, place.id)
    tied = (fact.target for fact in body.facts if fact.target in places and not fact.negated)
    if any(_is_tied_to(pack, body.id, place.id, each, places[each]) for each in tied):
        return True
    return may_name(pack, place, body.summary) and _is_said_of(pack, body, place)


def _is_tied_to(pack: Pack, body: str, place: str, within: str, time: Life) -> bool:
    """Return whether an organisation connected with a place inside `place` was founded while that lay there."""
    return within == place or _is_within(founding_date(pack, body), time)


def _is_said_of(pack: StoredPack, body: Entry, place: Entry) -> bool:
    """Return whether the name or first words of an organisation's text name a place."""
    return bool(pattern(pack, place).search(f"{body.name} / {defining_words(body)}"))


def begun_abroad(library: Library, country: Entry, body: str) -> bool:
    """Return whether an organisation is said to have been founded in a place in another country."""
    pack = library.pack
    begun = founding_date(pack, body)
    founded = (fact for fact in pack.entries[body].facts if begun and fact.object == begun)
    named = _places_named(library, next((fact_sentence(pack, fact) for fact in founded), ""))
    inside = places_in(pack, country.id)
    return bool(named) and all(
        each not in inside and any(_lies_in(pack, fact) for fact in pack.entries[each].facts) for each in named
    )


def ended_elsewhere(library: Library, place: Entry, end: Fact) -> bool:
    """Return whether an organisation is said to have ended in another place, or to have moved to one before its end."""
    pack = library.pack
    named = _places_named(library, fact_sentence(pack, end)) or _went_to(library, end)
    inside = places_in(pack, place.id)
    return bool(named) and all(_is_other_place(pack, pack.entries[each], place, inside) for each in named)


def _went_to(library: Library, end: Fact) -> list[str]:
    """Last place before its end to which an organisation is said to have moved; empty if none is known."""
    facts = library.pack.known_facts(library.pack.entries[end.subject])
    told = (each for fact in facts for each in _FROM_YEAR.finditer(fact_sentence(library.pack, fact)))
    places = {int(each["year"]): _places_named(library, each["where"])[:1] for each in told}
    last = end.date.last.year if end.date else 0
    return places[max(known)] if (known := [year for year in places if places[year] and year <= last]) else []


def _places_named(library: Library, text: str) -> list[str]:
    """The places that a text names after "in" or "at"."""
    names = _IN_PLACE.findall(text)
    return [each for name in names for each in entries_called(library.store, plain(name), Kind.PLACE)]
