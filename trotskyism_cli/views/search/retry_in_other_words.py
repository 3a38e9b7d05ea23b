"""Answer a question by asking it in other words, where nothing answers it as it stands."""

from collections.abc import Callable

from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import SearchResult
from trotskyism_cli.views.answers.founder_or_author import holders_told
from trotskyism_cli.views.answers.missing import ONLY_NEAR
from trotskyism_cli.views.answers.people.belonging import asked_of_being, told_of_being
from trotskyism_cli.views.answers.people.first_holder import first_holders, tells_first
from trotskyism_cli.views.questions.answer_view import AnswerView
from trotskyism_cli.views.questions.line_match import wanted_by
from trotskyism_cli.views.search.likely import LIKELY, with_facts, with_first
from trotskyism_cli.views.search.nearest import merely_named
from trotskyism_cli.views.search.other_wordings import other_wordings


def asked_otherwise(
    pack: StoredPack, found: SearchResult, view: AnswerView, search: Callable[[str], AnswerView]
) -> AnswerView:
    """Replace a `view` without an answer by what another wording of the question finds; else return it.

    `search` returns the view of a wording. If only an uncertain answer is found, it becomes the first hit.
    """
    query = found.query
    likely = None
    for wording in other_wordings(pack, query):
        other = search(wording.text)
        likely = likely or (other if other.untold == wording.unsure == LIKELY else None)
        if other.direct and wording.is_told(other.direct):
            first = with_first(pack, found, view, other.direct, wording.unsure) if wording.unsure else other
            return first._replace(notes=view.notes)
    if told := holders_told(pack, query):
        return view._replace(hits=(), direct=told, untold=None)
    if likely and view.untold != LIKELY:
        return likely._replace(notes=view.notes)
    if person := asked_of_being(pack, query):
        told = told_of_being(pack, query, person)
        hits = [hit for hit in view.hits if hit.id == person.id]  # the line must be about him, not about the body
        near = hits or merely_named(pack, found, wanted_by(pack, query))[:1]
        return view._replace(direct=told, untold=None if told else ONLY_NEAR, hits=() if told else tuple(near))
    is_told = any(tells_first(query, hit.text) for hit in view.hits)
    facts = [] if is_told else first_holders(pack, query)
    return with_facts(pack, found, view, facts) if facts else view
