"""Births and deaths known only from years in a summary: `French historian (1926–2005)`."""

from collections.abc import Iterator
from datetime import date

from trotskyism_cli.library.dates.dates_in_sentences import FEW
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.store import HOLDING, phrase
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.model import MINOR, Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.wording.margins import birth_and_death_said

_TOLD = {Role.BORN: "born", Role.DIED: "died"}


def lives_in_years(pack: StoredPack, first: int, last: int) -> list[Happening]:
    """Births and deaths in a few years (fewer than `FEW`) that no fact dates; empty for a longer span."""
    if not 0 <= last - first < FEW:
        return []
    years = " OR ".join(phrase(f"{year:04}") for year in range(first, last + 1))
    query = f"SELECT DISTINCT subject FROM passages WHERE kind = 'summary' AND {HOLDING} ORDER BY number"
    people = (each for each in pack.entries.several(pack.store.column(query, years)) if each.kind is Kind.PERSON)
    found = (each for person in people for each in _begun_and_ended(pack, person))
    return sorted((each for each in found if first <= each.year <= last), key=lambda each: each.first)


def lives_in_whole_years(pack: StoredPack, first: date, last: date) -> list[Happening]:
    """The same for all calendar years that lie entirely within a span of days."""
    begun, ended = first.year + (first > date(first.year, 1, 1)), last.year - (last < date(last.year, 12, 31))
    return lives_in_years(pack, begun, ended)


def _begun_and_ended(pack: Pack, person: Entry) -> Iterator[Happening]:
    known = {pack.relations[fact.relation].role for fact, _ in pack.known_dates(person)}
    for role, year in birth_and_death_said(person).items():
        figures = year.removeprefix("c. ")
        if role not in known and figures.isdecimal() and (fact := _telling(pack, person, figures)):
            when = parse_date(figures if figures == year else f"{figures}~")
            yield Happening(when, f"{person.name} {_TOLD[role]}", person.id, MINOR, fact)


def _telling(pack: Pack, person: Entry, year: str) -> Fact | None:
    """A fact whose sentence has that year too, else the first known fact."""
    known = pack.known_facts(person)
    return next((fact for fact in known if year in fact_sentence(pack, fact)), next(iter(known), None))
