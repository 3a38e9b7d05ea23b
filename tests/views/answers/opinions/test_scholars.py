"""What historians say of something is answered by the dispute over it."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "dispute"),
    [
        ("what do historians say about the october revolution", "issue-october-coup-or-revolution"),
        ("how do scholars see kronstadt", "issue-kronstadt"),
        ("what do historians think of lenin's testament", "issue-testament"),
        ("what do historians say about the moscow trials", "issue-terror"),
    ],
)
def test_what_scholars_say_is_told_by_the_dispute(library: Library, question: str, dispute: str) -> None:
    view = view_of(library, question)
    assert view.direct
    assert view.direct.text.startswith("Disputed.")
    assert dispute in view.direct.entries


@pytest.mark.parametrize("question", ["what do historians say about coyoacán", "what did pipes say about kronstadt"])
def test_nothing_else_is(library: Library, question: str) -> None:
    assert not answer_to(library, question).startswith("Disputed. Bolsheviks")


def test_of_somebody_the_lives_are_told(library: Library) -> None:
    assert "Isaac Deutscher's life of Trotsky" in answer_to(library, "what do historians think of trotsky")
