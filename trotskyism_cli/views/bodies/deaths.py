"""Murders and executions of notable people in a country, one row each."""

import re
from collections.abc import Collection, Iterator

from trotskyism_cli.library.bodies.countries import places_in
from trotskyism_cli.library.bodies.naming import TOLD, passages_with, pattern
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.words.killing import WAS_KILLED
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE, Entry, Fact, Kind
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.bodies.rows import Row, sentence_of
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.wording.headline import death_in_short
from trotskyism_cli.views.wording.places_named import perhaps_in

_KILLED = lazy_regex(rf"\b{WAS_KILLED}(?! (?:him|her)self\b)")
_KILLERS = lazy_regex(rf"{_KILLED.pattern}[^,;]*? by ([^,;]*)")


def death_rows(library: Library, country: Entry) -> Iterator[Row]:
    """Notable people murdered or executed in a country; one row a day even if there were several."""
    pack, told = library.pack, set[str]()
    places = places_in(pack, country.id)
    found = {place: passages_with(library, pack.entries[place]) for place in places}
    told_of = [(record, subject, place) for place, each in found.items() for _, subject, record in each if record]
    people = pack.of_kind(Kind.PERSON, {subject for _, subject, _ in told_of})
    facts = {record: place for record, subject, place in told_of if subject in people}
    pack.read(facts)
    for fact, place in ((pack.facts[record], place) for record, place in facts.items()):
        day, person = fact.object, pack.entries[fact.subject]
        if not isinstance(day, Date) or pack.relations[fact.relation].role != Role.DIED or not pack.is_known(fact):
            continue
        first, last = places[place]
        is_there = first <= day.first <= last and _is_told_of(library, fact, place, places)
        if person.importance >= NOTABLE and is_there and day.text not in told and (row := _row(library, fact, day)):
            told.add(day.text)
            yield row


def _row(library: Library, fact: Fact, day: Date) -> Row | None:
    person, whole = library.pack.entries[fact.subject], fact._replace(when=day)
    text = fact_sentence(library.pack, fact).replace(f" on {date_words(day)}", "")
    said = sentence_of(library.pack, whole._replace(text=text))
    if said is None or not _KILLED.search(said[1]):
        return None
    happening = Happening(day, said[1], person.id, NOTABLE, fact)
    return Row(happening, person.importance + TOLD, is_sentence=True, short=death_in_short(said[1]))


def _is_told_of(library: Library, fact: Fact, place: str, places: Collection[str]) -> bool:
    """Return whether a death happened in `place`, judging by its sentence.

    The sentence must name the place, or the killers by its name, and the book must name no other place of death.
    """
    pack, text = library.pack, fact_sentence(library.pack, fact)
    killers = _KILLERS.search(text)
    is_in = re.search(rf"\b(?:at|in) {re.escape(pack.entries[place].name)}\b", text)
    if not is_in and not (killers and pattern(pack, pack.entries[place]).search(killers[1])):
        return False
    homes = {each.target for each in pack.entries[fact.subject].facts if each.target and _is_death(library, each)}
    others = (each for each in perhaps_in(pack, text) if each.id not in places)
    is_abroad = any(re.search(rf"\b(?:at|in) {re.escape(other.name)}\b", text) for other in others)
    return homes <= {*places} and not is_abroad


def _is_death(library: Library, fact: Fact) -> bool:
    """Return whether a fact names the place where somebody died."""
    is_place = library.pack.entries[fact.target].kind is Kind.PLACE
    return is_place and "died" in library.pack.relations[fact.relation].words
