"""Answer when somebody was born or died and how old he was, by facts, else by the years in his summary.

Of many people the book has only these years: `a leader of the opposition (1872–1952)`.
"""

from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.person_meant import only_person
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.killing import KILLED_WORDS
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.questions.direct import Direct, is_said
from trotskyism_cli.views.wording.margins import year_in_words, years_said

BEING_BORN = frozenset("birth birthdate birthday birthyear born".split())
DYING = KILLED_WORDS | frozenset("age died die death old".split())
_LIVED = lazy_regex(r"(?P<begun>(?:c\. )?(?P<born>\d{4})(?:/\d\d)?)–(?P<died>\d{4})")
_BORN = lazy_regex(r"born (?P<born>\d{4})")


class Years(NamedTuple):
    """The first and the last year of a life, 0 if not told.

    `about` is the first year in words, if it is not sure.
    """

    born: int
    died: int
    about: str = ""

    def told(self, name: str) -> str:
        """Say from when to when somebody lived, as a sentence."""
        if not self.died:
            return f"{name} was born in {self.born}."
        return f"{name} lived from {self.about or self.born} to {self.died}."


Bounds = tuple[int, int]  # first and last possible day, as ordinals


class Lifetime(NamedTuple):
    """When somebody was born and died (None if not told), and the sentence that tells each."""

    born: Bounds | None
    died: Bounds | None
    of_birth: str
    of_death: str

    @property
    def told(self) -> str:
        """Both sentences; the same one only once."""
        return " ".join(dict.fromkeys((self.of_birth, self.of_death)))


def life_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer when the one named person was born or died by the years in his summary, if no fact has the date."""
    person = only_person(pack, query) if query.asks_for == "when" and not query.date else None
    asked = BEING_BORN | (DYING - {"old", "age"})
    is_of_birth = BEING_BORN.intersection(query.words)
    if person is None or not asked.intersection(query.words) or not query.is_only_names_or(asked):
        return None
    if _row(pack, person, BEING_BORN if is_of_birth else DYING):
        return None
    years = _years_said(person)
    if years is None or not (is_of_birth or years.died):
        return None
    return Direct(years.told(person.name), entries=(person.id,))


def age_of(pack: StoredPack, query: Query) -> Direct | None:
    """Answer how old somebody became, or was in a year, with what is told of birth and death."""
    person = only_person(pack, query) if {"how", "old"} <= {*query.words} else None
    if person is None:
        return None
    rows = [row for words in (BEING_BORN, DYING) if (row := _row(pack, person, words))]
    years = _years_of(rows) if len(rows) > 1 else _years_said(person)
    if years is None:
        return None
    told = [fact_sentence(pack, fact) for fact in rows] if len(rows) > 1 else [years.told(person.name)]
    facts = tuple(fact.id for fact in rows) if len(rows) > 1 else ()
    whole = Direct(" ".join(told), "", facts, (person.id,))
    year = query.when.year if query.when else _year_of_clause(pack, person, query)
    if year and years.born <= year and (not years.died or year <= years.died):
        if years.about:
            return whole
        age = year - years.born
        text = f"In {year} {person.name} was {age - 1} or {age} years old."
        return Direct(text, told[0], facts[:1], (person.id,))
    if year or not query.is_only_names_or(DYING):
        return None  # asked how old he was when something else happened
    if not years.died:
        return None
    if years.about:
        return whole
    died_at = _died_at(person, _age_at_death(rows, years))
    return Direct(f"{person.name} {died_at}.", " ".join(told), facts, (person.id,))


def _age_at_death(rows: list[Fact], years: Years) -> str:
    """Return the age at which somebody died: one of two numbers, if not both days are known."""
    age = years.died - years.born
    days = [fact.object for fact in rows if isinstance(fact.object, Date)]
    if len(days) < 2 or not all(day.is_exact_day for day in days):
        return f"{age - 1} or {age}"
    born, died = (day.first for day in days)
    return str(age - ((died.month, died.day) < (born.month, born.day)))


def _years_of(rows: list[Fact]) -> Years:
    """Return the years of a fact of birth and a fact of death."""
    born, died = (fact.object for fact in rows if isinstance(fact.object, Date))
    is_sure = all(day.first.year == day.last.year and day.is_sure for day in (born, died))
    return Years(born.first.year, died.last.year, "" if is_sure else f"about {born.first.year}")


def lifetime_of(pack: StoredPack, person: Entry) -> Lifetime | None:
    """Return the bounds of somebody's birth and death; None if his birth is not told."""
    born, died = (_row(pack, person, words) for words in (BEING_BORN, DYING))
    years = _years_said(person)
    if born is None and (years is None or years.about):
        return None
    lived = years.told(person.name) if years else ""
    return Lifetime(
        _bounds(born, years.born if years else 0),
        _bounds(died, years.died if years else 0),
        fact_sentence(pack, born) if born else lived,
        fact_sentence(pack, died) if died else lived,
    )


def _bounds(row: Fact | None, year: int) -> Bounds | None:
    """Return the first and the last possible day of a fact, else of a year; None without either."""
    if row and isinstance(row.object, Date):
        return row.object.first.toordinal(), row.object.last.toordinal()
    return (date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()) if year else None


def _row(pack: StoredPack, person: Entry, words: frozenset[str]) -> Fact | None:
    """Return the fact that dates a birth or a death: its relation has one of these words."""
    for fact in pack.known_facts(person):
        relation = pack.relations[fact.relation]
        if isinstance(fact.object, Date) and words.intersection((*relation.words, *plain(relation.says).split())):
            return fact
    return None


def _years_said(person: Entry) -> Years | None:
    """Return the years of a life that stand in brackets in a summary."""
    said = years_said(person)
    if lived := _LIVED.fullmatch(said):
        born, begun = lived["born"], year_in_words(lived["begun"])
        return Years(int(born), int(lived["died"]), begun if begun != born else "")
    alone = _BORN.fullmatch(said)
    return Years(int(alone["born"]), 0) if alone else None


def _died_at(person: Entry, age: str) -> str:
    """Say at which age somebody died, as the sentence goes on after the name."""
    pronoun = {"m": "he", "f": "she"}.get(person.gender)
    return f"was {age} when {pronoun} died" if pronoun else f"died at the age of {age}"


def _year_of_clause(pack: StoredPack, person: Entry, query: Query) -> int:
    """Return the year of the deed in a when-clause, or 0: `how old was he when he became war commissar`."""
    further = [term for term in query.further_terms(DYING) if term.word != "old"]
    if not further or "when" not in query.words:
        return 0
    for fact in person.facts:
        words = plain(fact_sentence(pack, fact)).split()
        begun = fact.date.start if fact.date and pack.is_known(fact) else None
        if begun and all(is_said(each.itself, words) for each in further):
            return begun.year
    return 0
