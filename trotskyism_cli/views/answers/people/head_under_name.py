"""Answer who headed a body while it had one of several successive names."""

from trotskyism_cli.library.forms import plain, without_article
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import HEADING
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Fact, Kind, by_time
from trotskyism_cli.pack.wording import sentence
from trotskyism_cli.views.happenings.offices import is_office
from trotskyism_cli.views.questions.direct import TOLD, Direct, told_in, words_said
from trotskyism_cli.views.questions.time_asked import is_sure_then

FIRST = "first"
SOON = 31  # days: who took office later need not have been the first


def office_of_name(pack: StoredPack, query: Query) -> Direct | None:
    """Answer who headed a body while it had the name that the question uses, with years.

    One entry may hold a body and its successors. Heads of the successors did not head the body under its older name.
    """
    bodies = [each for each in query.entries if pack.entries[each].kind is Kind.ORGANISATION]
    if query.asks_for != "who" or len(bodies) != 1 or len(query.entries) != 1 or query.further_terms(HEADING | {FIRST}):
        return None
    if HEADING.isdisjoint(query.words) or {"after", "before"}.intersection(query.words):
        return None
    called = without_article(" ".join(query.words[slice(*query.entries[bodies[0]])]))
    when = next((each.when for each in pack.entries[bodies[0]].dated_names if plain(each.name) == called), None)
    if when is None:
        return None
    known = [fact for fact in pack.facts_with_object(bodies[0]) if pack.is_known(fact) and is_office(pack, fact)]
    held = [fact for fact in known if _was_called_so(pack, fact, called, when)]
    if query.when:
        held = [fact for fact in held if is_sure_then(pack, fact, query)]
    held.sort(key=by_time)
    if FIRST in query.words:  # nobody else can have been before him
        held = [fact for fact in held[:1] if fact.date and abs((fact.date.first - when.first).days) <= SOON]
    if not held:
        return None
    told = told_in(pack, held[:TOLD], dict.fromkeys((bodies[0], *(fact.subject for fact in held[:TOLD]))))
    others = sentence(held[0].note) if len(held) == 1 and held[0].note else ""  # may name predecessor and successor
    return told._replace(further=told.further or others)


def _was_called_so(pack: StoredPack, fact: Fact, called: str, when: Date) -> bool:
    """True if an office falls in the time of a name; without a date, if its sentence has that name."""
    if fact.date:
        return fact.date.first < when.last and when.first < fact.date.last
    return f" {called} " in f" {' '.join(words_said(pack, fact))} "
