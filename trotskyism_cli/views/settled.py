"""What a search shows in the end: of a question always an answer, or what is not told."""

from dataclasses import replace

from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Found
from trotskyism_cli.views.answer_view import AnswerView
from trotskyism_cli.views.found import beside
from trotskyism_cli.views.line_told import line_told
from trotskyism_cli.views.spoken import wanted_by
from trotskyism_cli.views.untold import IN_DOUBT


def settled(pack: StoredPack, found: Found, view: AnswerView) -> AnswerView:
    """What was found, with the line that tells what a question asks as its answer, or with that none does."""
    query = found.query
    if view.direct or not view.hits or not query.is_question:
        return view
    wanted = wanted_by(pack, query)
    told = line_told(pack, query, wanted, view.hits) if not view.untold else None
    if told:
        return replace(view, hits=beside(pack, found, wanted, told), direct=told)
    return replace(view, untold=view.untold or IN_DOUBT)
