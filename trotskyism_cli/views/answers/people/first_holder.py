"""Find the earliest known holder of an office.

He need not have been the first: this is the nearest to an answer, not a sure one.
"""

from collections.abc import Sequence

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.model import Fact, Kind, by_time
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.people.office import offices
from trotskyism_cli.views.questions.direct import TOLD, is_said

FIRST, BECAME = "first", "became"
SOON = 3  # words between `first` and the office
DEPUTY = "deputy"


def first_holders(pack: StoredPack, query: Query) -> list[Fact]:
    """Return the facts by which people held the office, in order of time, for "who was the first X".

    Only the most important people among the holders count. The first of these need not have been the first at all.
    """
    is_first = IS.intersection(query.words[1:2]) and FIRST in query.words[2:4]
    is_asked = query.words[:1] == ("who",) and (is_first or query.words[1:2] == (BECAME,))
    people = [span for each, span in query.entries.items() if pack.entries[each].kind is Kind.PERSON]
    before = {word for span in people for word in query.words[slice(*span)]}  # `the first chairman after Lenin`
    terms = [term.itself for term in query.terms if term.word not in {FIRST, *before}]
    asked = [term for term in terms if term.word not in query.naming]
    if not is_asked or query.date or not terms:
        return []
    dated = [fact for fact in offices(pack) if fact.date]
    held = [fact for fact in dated if fact.target in query.entries and _is_called(pack, fact, asked)]
    held = held or [fact for fact in dated if _is_called(pack, fact, terms)]
    weight = max((pack.entries[fact.subject].importance for fact in held), default=0)
    best = sorted((fact for fact in held if pack.entries[fact.subject].importance == weight), key=by_time)
    return list({fact.subject: fact for fact in reversed(best)}.values())[::-1][:TOLD]


def tells_first(query: Query, text: str) -> bool:
    """True if a line says itself who was the first."""
    words = plain(text).split()
    asked = [term.itself for term in query.terms if term.word not in {*query.naming, FIRST}]
    behind = (words[place + 1 : place + 1 + SOON] for place, word in enumerate(words) if word == FIRST)
    return any(is_said(term, each) for each in behind for term in asked)


def _is_called(pack: StoredPack, fact: Fact, asked: Sequence[Term]) -> bool:
    """True if an office has all words of the question, and is no deputy's."""
    office = fact.object if isinstance(fact.object, str) else ""
    words = plain(f"{fact_sentence(pack, fact)} {office}").split()
    return DEPUTY not in words and all(is_said(term, words) for term in asked)
