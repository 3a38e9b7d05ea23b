"""Whether something was right no line answers, but the dispute over it does."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "dispute"),
    [
        ("was the kronstadt rising justified", "issue-kronstadt"),
        ("was the suppression of kronstadt a mistake", "issue-kronstadt"),
        ("was trotsky right about china", "issue-china-1925-27"),
        ("was the october revolution a mistake", "issue-october-coup-or-revolution"),
        ("was lenin right about brest-litovsk", "issue-brest-litovsk"),
    ],
)
def test_a_question_of_judgement_is_answered_by_the_dispute(library: Library, question: str, dispute: str) -> None:
    view = view_of(library, question)
    assert view.direct
    assert view.direct.text.startswith("Disputed.")
    assert view.hits[0].id == dispute


@pytest.mark.parametrize("question", ["was trotsky right", "was frida kahlo right about mexico", "was 1905 a mistake"])
def test_what_is_in_no_dispute_is_answered_by_none(library: Library, question: str) -> None:
    assert not answer_to(library, question).startswith("Disputed.")


@pytest.mark.parametrize("question", ["was trotsky a murderer", "was lenin a murderer"])
def test_who_was_murdered_was_no_murderer(library: Library, question: str) -> None:
    assert answer_to(library, question) == ""


def test_a_murderer_was_one(library: Library) -> None:
    assert "murderer" in answer_to(library, "was mercader a murderer")


@pytest.mark.parametrize("question", ["was stalin right", "was lenin right", "was trotsky right", "was lenin wrong"])
def test_a_right_or_a_right_side_is_no_judgement(library: Library, question: str) -> None:
    view = view_of(library, question)
    assert view.direct is None
    assert "may be it" not in view.header


def test_the_right_of_a_party_is_no_judgement(library: Library) -> None:
    assert "Right Opposition" in answer_to(library, "was bukharin on the right or the left of the party")
