"""Whose kin a line tells of: that of the person asked, and not another one's."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("did trotsky have a brother-in-law", "Lev Kamenev"),
        ("did kamenev have a brother-in-law", "Trotsky's brother-in-law"),
        ("who was trotsky's brother-in-law", "Lev Kamenev"),
        ("did lenin have a brother", "Lenin's elder brother Alexander"),
        ("who was lenin's brother", "Lenin's elder brother Alexander"),
        ("did trotsky have a sister", "two sisters, Elizaveta and Olga"),
        ("who was kamenev's wife", "Olga, the wife of Lev Kamenev"),
    ],
)
def test_the_kin_of_somebody_is_told(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


@pytest.mark.parametrize(
    "question",
    [
        "did lenin have a brother-in-law",
        "who was lenin's brother-in-law",
        "did stalin have a brother-in-law",
        "did kamenev have a brother",
        "did lenin have a son",
    ],
)
def test_the_kin_of_another_is_no_answer(library: Library, question: str) -> None:
    view = view_of(library, question)
    assert view.direct is None
    assert view.hits[0].id in library.query(question).entries
