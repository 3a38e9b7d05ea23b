"""Choose between a direct answer and hits for what a search found.

Beside a direct answer stand few hits or none. Without one, `without_answer` builds the view.
"""

from trotskyism_cli.invocation import command
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Hit, SearchResult
from trotskyism_cli.views.answers.circumstances.quarrel import quarrel_asked, tells_of_parting
from trotskyism_cli.views.answers.direct_answer import is_answer, nearest_answer
from trotskyism_cli.views.answers.missing import COMPANY_UNTOLD
from trotskyism_cli.views.answers.opinions.name import UNTOLD, is_name_asked, is_of_origin, name_told, needs_name
from trotskyism_cli.views.questions.answer_view import AnswerView
from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.questions.hits import shown_hit
from trotskyism_cli.views.questions.line_match import Wanted, wanted_by
from trotskyism_cli.views.search.beside_answer import beside
from trotskyism_cli.views.search.things_without_entry import told_within
from trotskyism_cli.views.search.where_to_begin import start_asked


def answer_view(pack: StoredPack, found: SearchResult) -> AnswerView:
    """Return the direct answer, if there is one, and hits; neither if the book has nothing on the question."""
    return told_within(pack, found.query) or _answer_view(pack, found)


def _answer_view(pack: StoredPack, found: SearchResult) -> AnswerView:
    query = found.query
    wanted = wanted_by(pack, query)
    if opening := start_asked(pack, query):
        chapter = Hit(opening.id, "topic", opening.title, opening.summary or opening.title, (), 0.0, query.forms)
        direct = Direct(
            f"Read first: {opening.title} ({command('summary', opening.id)}).", f"All: {command('summary')}"
        )
        return AnswerView((shown_hit(pack, chapter, wanted),), direct)
    told_of_it = nearest_answer(pack, found)
    if told_of_it is None and query.asks_for == "where":
        from trotskyism_cli.views.answers.people.whereabouts import whereabouts_asked  # few ask where somebody was

        told_of_it = whereabouts_asked(pack, query)
    if query.asks_for == "who":
        from trotskyism_cli.views.answers.people.company import is_company_asked  # nor for company

        if is_company_asked(pack, query):
            return _of_company(pack, found, wanted, told_of_it)
    if is_name_asked(query) and not (told_of_it and is_of_origin(query)):
        named = name_told(pack, found)
        if named or needs_name(query):
            return _of_name(pack, found, wanted, named)
    quarrel = quarrel_asked(pack, query, wanted)
    is_sure = quarrel is None or (told_of_it and tells_of_parting(f"{told_of_it.text} {told_of_it.further}"))
    if told_of_it and is_sure and is_answer(pack, found, told_of_it):
        return AnswerView(beside(pack, found, wanted, told_of_it), told_of_it)
    from trotskyism_cli.views.search.without_answer import without_answer  # not needed for an answer

    return without_answer(pack, found, wanted, told_of_it, quarrel)


def _of_company(pack: StoredPack, found: SearchResult, wanted: Wanted, told_of_it: Direct | None) -> AnswerView:
    """Answer who shared somebody's lot: "who was shot with him".

    If nobody is told of, say so, and show who he is.
    """
    from trotskyism_cli.views.answers.people.company import company_asked, is_told_with_another  # few ask for it

    person = pack.entries[next(iter(found.query.entries))]
    is_told = told_of_it is not None and is_told_with_another(person, told_of_it.text)
    told = told_of_it if is_told else company_asked(pack, found)
    if told:
        return AnswerView(beside(pack, found, wanted, told), told)
    from trotskyism_cli.views.search.nearest import merely_named

    return AnswerView(merely_named(pack, found, wanted), untold=COMPANY_UNTOLD)


def _of_name(pack: StoredPack, found: SearchResult, wanted: Wanted, told: Direct | None) -> AnswerView:
    """Show what is told of a name; if nothing is, say so and show what bears the name."""
    if told:
        return AnswerView(beside(pack, found, wanted, told), told)
    from trotskyism_cli.views.search.nearest import merely_named  # not needed for an answer

    return AnswerView(merely_named(pack, found, wanted), untold=UNTOLD)
