"""Above lines that have none of what is asked nothing is promised."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.likely import LIKELY
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    "question",
    [
        "when did trotsky visit china",
        "when did trotsky visit japan",
        "who was the first woman to lead the fourth international",
        "what did trotsky propose in march 1920",
        "what did stalin say when trotsky died",
    ],
)
def test_a_line_without_the_deed_is_not_likely(library: Library, question: str) -> None:
    view = view_of(library, question)
    assert view.direct is None
    assert view.untold != LIKELY


def test_a_line_with_the_deed_is_likely(library: Library) -> None:
    view = view_of(library, "when did trotsky meet diego rivera")
    assert view.untold == LIKELY


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who was the prosecutor at the moscow trials", "the prosecutor, Andrei Vyshinsky"),
        ("who was trotsky's grandson", "Trotsky's grandson Esteban"),
        ("what did the dewey commission conclude", "found him and his son not guilty"),
        ("who proposed the ban on factions", "proposed by Lenin"),
        ("who wrote animal farm", "George Orwell"),
        ("who wrote ten days that shook the world", "John Reed"),
        ("who belonged to the left opposition", "Yevgeni Preobrazhensky"),
    ],
)
def test_a_line_that_has_all_of_it_is_the_answer(library: Library, question: str, told: str) -> None:
    view = view_of(library, question)
    assert view.direct
    assert told in view.direct.text


@pytest.mark.parametrize(
    "question",
    [
        "who was the prosecutor at the dewey commission",
        "what did the dewey commission refuse",
        "who was against nep",  # against what was proposed there
        "who wrote the castle",
        "what did frida kahlo paint for trotsky",  # that she was a painter
        "how many trotskyist internationals are there",  # two groups are counted, and no internationals
        "what happened to trotsky's archive",  # archives that are not his
        "why were factions banned",  # moved by Lenin is no reason
    ],
)
def test_a_line_that_has_another_thing_is_not(library: Library, question: str) -> None:
    assert view_of(library, question).direct is None
