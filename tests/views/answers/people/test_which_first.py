"""Which of two came first is computed from their days, and is told only where these are sure."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who was older trotsky or lenin", "Vladimir Lenin was older than Leon Trotsky."),
        ("was trotsky older than lenin", "Vladimir Lenin was older than Leon Trotsky."),
        ("who was younger, stalin or trotsky", "Leon Trotsky was younger than Joseph Stalin."),
        ("who was born first lenin or stalin", "Vladimir Lenin was older than Joseph Stalin."),
        ("who died first lenin or plekhanov", "Georgi Plekhanov died before Vladimir Lenin."),
        ("who lived longer trotsky or stalin", "Joseph Stalin lived longer than Leon Trotsky."),
        (
            "which came first the february revolution or the october revolution",
            "The February Revolution came before the October Revolution.",
        ),
    ],
)
def test_which_of_two_came_first_is_computed(library: Library, question: str, told: str) -> None:
    assert answer_to(library, question).startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "who was older trotsky or the comintern",  # not two people
        "who was older",
        "who died first in exile trotsky or martov",  # something else is asked
        "who was older in 1917 lenin or trotsky",
    ],
)
def test_of_nothing_else_it_is_computed(library: Library, question: str) -> None:
    assert " than " not in answer_to(library, question)
    assert " before " not in answer_to(library, question)
