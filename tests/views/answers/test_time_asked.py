"""What is asked of a month is not answered by what is told of another, or of the years around it."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what did trotsky propose in february 1920", "In February 1920 Trotsky proposed to replace the requisition"),
        ("what did stalin propose in december 1924", "In December 1924 Stalin wrote"),
        ("what did trotsky write in october 1923", "In October 1923"),
        ("what did lenin write in 1917", "The State and Revolution"),
        ("who attacked trotsky in may 1940", "David Alfaro Siqueiros"),
    ],
)
def test_what_was_in_a_month_is_told(library: Library, question: str, told: str) -> None:
    assert told in answer_to(library, question)


@pytest.mark.parametrize(
    ("question", "not_told"),
    [
        ("who opposed lenin in april 1917", "From 1903 to 1917"),
        ("who opposed trotsky in january 1918", "Tsaritsyn"),
        ("who attacked trotsky in november 1924", "The Theory of Permanent Revolution"),
        ("what did trotsky propose in march 1920", "In February"),
    ],
)
def test_what_was_in_another_is_not(library: Library, question: str, not_told: str) -> None:
    assert not_told not in answer_to(library, question)


def test_what_was_said_when_something_was_is_not_that(library: Library) -> None:
    assert answer_to(library, "what did stalin say when trotsky died") == ""
