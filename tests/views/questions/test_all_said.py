"""Who did something to one of whom much is told: by what ties him to others in the very word of the question."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who broke with trotsky", "Victor Serge, Diego Rivera"),
        ("who broke with stalin", "Bukharin"),
        ("who criticised trotsky", "Victor Serge and Anton Ciliga, reproached Trotsky"),
        ("who founded the workers party", "Max Shachtman"),
    ],
)
def test_who_is_tied_by_what_is_asked_is_told(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


@pytest.mark.parametrize(
    "question",
    [
        "who opposed trotsky",  # many: whom a relation names are not all
        "what caused the october revolution",
        "who expelled trotsky from the party",
    ],
)
def test_what_only_mentions_it_far_down_is_no_answer(library: Library, question: str) -> None:
    assert answer_to(library, question) == ""
