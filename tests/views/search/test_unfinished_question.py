"""A question that breaks off is answered by nothing: what it names so far is shown."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import lacking, view_of
from trotskyism_cli.views.search.unfinished_question import UNTOLD


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("when did lenin", "lenin"),
        ("what did trotsky", "trotsky"),
        ("in which year did stalin", "stalin"),
        ("did the bolsheviks", "bolsheviks"),
        ("what did lenin and", "lenin"),
    ],
)
def test_what_a_question_names_so_far_is_shown(library: Library, question: str, named: str) -> None:
    view = view_of(library, question)
    assert view.direct is None
    assert view.untold == UNTOLD
    assert [hit.id for hit in view.hits] == [named]


@pytest.mark.parametrize("question", ["who founded the", "why did the", "where was the", "how many", "who was"])
def test_a_question_that_names_nothing_is_to_go_on(library: Library, question: str) -> None:
    assert not view_of(library, question).hits
    assert "does not yet say what it asks about" in lacking(library.query(question), question)


@pytest.mark.parametrize(
    "question",
    [
        "when did lenin die",
        "why did trotsky lose",  # the name of a dispute, with what is asked in it
        "when did the nep begin",
        "what happened in the 1930s",
        "where do i start",
        "what did stalin do in 1924",
    ],
)
def test_a_whole_question_is_answered(library: Library, question: str) -> None:
    assert view_of(library, question).direct
