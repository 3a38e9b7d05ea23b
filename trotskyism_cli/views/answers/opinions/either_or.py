"""Answer an either-or question by both, where the book tells both of the one person."""

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import OR
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.words.spelling import Term
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice, by_time
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.answers.opinions.dispute import disputed
from trotskyism_cli.views.answers.opinions.relation_of_two import BELONGING
from trotskyism_cli.views.questions.direct import TOLD, Direct, told_in
from trotskyism_cli.views.questions.hits import sentences
from trotskyism_cli.views.questions.line_match import Wanted, said_in

EITHER = ("one", "other")


def either_asked(pack: StoredPack, query: Query, wanted: Wanted) -> Direct | None:
    """Answer that somebody was the one as well as the other, in order of time; None if only one is told.

    For two bodies, tell when he joined and left them. A dispute over the choice answers too.
    """
    if query.is_either_or and (ties := _belonged(pack, query)):
        return told_in(pack, ties)
    if query.is_either_or and (issue := _disputed_over(pack, query, wanted)):
        return disputed(pack, issue)
    if not wanted.either or len(wanted.named) != 1 or len(query.entries) != 1:
        return None
    person = pack.entries[next(iter(query.entries))]
    if person.kind is not Kind.PERSON:
        return None
    told = [fact for term in wanted.either if (fact := _telling(pack, person, wanted, term))]
    return told_in(pack, sorted(told, key=by_time)) if len({each.id for each in told}) > 1 else None


def _telling(pack: StoredPack, person: Entry, wanted: Wanted, term: Term) -> Fact | None:
    """Return the most important fact about a person that says one of the two ideas."""
    asked = Wanted((term.itself,), wanted.named)
    known = (fact for fact in pack.known_facts(person) if fact.voice is Voice.FACT)
    told = ((fact, said_in(asked, fact_sentence(pack, fact), person.id)) for fact in known)
    return max((fact for fact, said in told if said.together), key=lambda fact: fact.importance, default=None)


def _disputed_over(pack: StoredPack, query: Query, wanted: Wanted) -> Entry | None:
    """Return the dispute that asks the same either-or about the one named thing."""
    named = [pack.entries[each] for each in query.entries]
    if len(wanted.named) != 1 or any(each.kind is Kind.PERSON for each in named) or not wanted.ideas:
        return None
    for issue in pack.argued_about():
        asks = sentences(issue.summary)[0]
        is_open = asks.endswith("?") and f" {OR} " in asks
        if is_open and said_in(wanted, asks).together:
            return issue
    return None


def _belonged(pack: StoredPack, query: Query) -> list[Fact]:
    """Return the facts that tie the one person to the bodies of an either-or question.

    Empty if the question says anything else.
    """
    of_kind = {each: pack.entries[each].kind for each in query.entries}
    people = [each for each, kind in of_kind.items() if kind is Kind.PERSON]
    bodies = [each for each, kind in of_kind.items() if kind is Kind.ORGANISATION]
    if (
        len(people) != 1
        or len({query.entries[each] for each in bodies}) < len(EITHER)
        or len(bodies) + 1 < len(of_kind)
    ):
        return []
    if query.further_terms(frozenset()):
        return []
    known = (fact for fact in pack.known_facts(pack.entries[people[0]]) if fact.target in bodies)
    ties = [fact for fact in known if BELONGING & {*pack.relations[fact.relation].words}]
    weighty = sorted(ties, key=lambda fact: -fact.importance)[:TOLD]
    return sorted(weighty, key=by_time) if len({fact.target for fact in ties}) > 1 else []
