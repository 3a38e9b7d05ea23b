"""Whether somebody was to blame: what he answered, and what others said of it, of that alone which is asked."""

import pytest

from tests.every_for_tests import every
from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (
            "was trotsky responsible for kronstadt",
            ("had thought it necessary and bore responsibility", "shared the responsibility", "critics on the Left"),
        ),
        ("did trotsky bear responsibility for kronstadt", ("bore responsibility for it",)),
        ("was trotsky guilty of the kronstadt massacre", ("reproached Trotsky with the bloody suppression",)),
        ("was stalin responsible for the great purge", ("chiefly responsible for it",)),
        ("was stalin responsible for the murder of kirov", ("Robert Conquest held that he had",)),
        ("was zinoviev responsible for the murder of kirov", ("moral complicity",)),
        ("was stalin responsible for the defeat in china", ("for whose defeat Trotsky blamed Stalin's policy",)),
        ("is stalin to blame for the defeat of the chinese revolution", ("Trotsky blamed Stalin above all",)),
    ],
)
def test_it_is_told_who_took_the_blame_and_who_laid_it(library: Library, question: str, lines: tuple[str, ...]) -> None:
    told = answer_to(library, question)
    assert every(line in told for line in lines)


@pytest.mark.parametrize(
    "question",
    [
        "was stalin responsible for lenins death",  # he was blamed for a missed funeral
        "was trotsky to blame for his own defeat",
        "was bukharin responsible for the defeat in china",
        "was lenin guilty of treason",
    ],
)
def test_the_blame_for_something_else_is_no_answer(library: Library, question: str) -> None:
    view = view_of(library, question)
    assert view.direct is None
    assert view.header
