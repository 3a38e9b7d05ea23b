"""What a question is answered with, as one text."""

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.questions.answer_view import AnswerView
from trotskyism_cli.views.search.searching import view_of


def answer_to(library: Library, question: str) -> str:
    """What the book answers to a question; empty if it has no sure answer."""
    return answer_in(view_of(library, question))


def answer_in(view: AnswerView) -> str:
    """The answer that a view has; empty if it has none that is sure."""
    direct = view.direct
    return f"{direct.text} {direct.further}".strip() if direct else ""
