"""What a question is answered with, as one text."""

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import view_of


def answer_to(library: Library, question: str) -> str:
    direct = view_of(library, question).direct
    return f"{direct.text} {direct.further}".strip() if direct else ""
