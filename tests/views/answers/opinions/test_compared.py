"""How two differ is told in whatever words it is asked."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("how is stalinism different from trotskyism", "compare stalinism trotskyism"),
        ("how are mensheviks different from bolsheviks", "compare mensheviks bolsheviks"),
        ("compare trotsky and bukharin on industry", "compare trotsky bukharin"),
        ("stalinism vs trotskyism", "compare stalinism trotskyism"),
    ],
)
def test_two_are_compared(library: Library, question: str, shown: str) -> None:
    assert shown in answer_to(library, question)


def test_one_alone_is_not(library: Library) -> None:
    assert "compare" not in answer_to(library, "how was the left opposition different")


def test_two_words_of_one_entry_are_told_by_that(library: Library) -> None:
    assert "Trotskyite, with the short form Trot" in answer_to(library, "difference between trotskyist and trotskyite")
