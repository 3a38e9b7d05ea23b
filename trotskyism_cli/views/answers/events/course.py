"""Answer how something came about, by several facts."""

from collections.abc import Iterable

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import NOTABLE, Fact, Kind, Voice, by_time
from trotskyism_cli.views.questions.all_said import words_asked_for
from trotskyism_cli.views.questions.direct import TOLD, Direct, told_in, words_said
from trotskyism_cli.views.wording.about_somebody import takes_part

CAUSES = frozenset("after since for over against because from".split())
TELLING = 12  # words of a telling sentence, at least


def course_of(pack: StoredPack, query: Query, facts: Iterable[Fact]) -> Direct | None:
    """Tell how something came about by its most important facts, for which no fact gives the reason."""
    known = [fact for fact in facts if fact.voice is Voice.FACT and fact.importance >= NOTABLE]
    telling = [fact for fact in known if len(words_said(pack, fact)) >= TELLING]
    about = [fact for fact in telling if _is_about(pack, fact, query)]
    most = max((fact.importance for fact in about), default=0)
    weighty = [fact for fact in about if fact.importance == most]
    best = sorted(weighty, key=lambda fact: not CAUSES & {*words_said(pack, fact)})[: TOLD - 1]
    return told_in(pack, sorted(best, key=by_time)) if best else None


def _is_about(pack: StoredPack, fact: Fact, query: Query) -> bool:
    """True if a fact is about an entry of the question.

    A fact about a work is mostly about something else. One that ties one of two named entries to a third says nothing
    of the two.
    """
    is_of_work = pack.entries[fact.subject].kind is Kind.WORK and fact.subject not in query.entries
    is_of_third = bool(fact.target) and fact.target not in query.entries and len(set(query.entries.values())) > 1
    if is_of_third and words_asked_for(pack, fact, query):
        return False
    if is_of_third and not all(takes_part(pack, fact, each) for each in query.entries):
        return False
    return bool({fact.subject, fact.target} & query.entries.keys()) and not is_of_work
