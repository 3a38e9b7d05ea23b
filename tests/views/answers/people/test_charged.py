"""Whether somebody was an agent of others is answered by what came of the charge, where it was false."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("was zinoviev a spy", "condemned to death on invented charges"),
        ("was bukharin a traitor", "condemned on invented charges"),
        ("was tukhachevsky a german spy", "invented charge"),
        ("was trotsky a spy for germany", "were fabricated"),
        ("was lenin a german agent", "Disputed."),
    ],
)
def test_a_charge_is_answered_by_what_came_of_it(library: Library, question: str, told: str) -> None:
    assert told in answer_to(library, question)


def test_who_was_an_agent_is_told_so(library: Library) -> None:
    answer = answer_to(library, "was mark zborowski an agent")
    assert "Soviet agent" in answer
    assert "invented" not in answer


@pytest.mark.parametrize("question", ["was stalin a spy", "was trotsky an agent of the okhrana", "was kerensky a spy"])
def test_what_was_not_charged_is_not_told(library: Library, question: str) -> None:
    assert answer_to(library, question) == ""
