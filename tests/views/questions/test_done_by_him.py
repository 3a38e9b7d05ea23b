"""What somebody did, or why, is not told by what another one did who is named beside him."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library


@pytest.mark.parametrize(
    "question",
    [
        "what did lenin write in exile",  # whom Trotsky met, who wrote
        "what did stalin write in exile",  # the title of a book that another one wrote
        "why did trotsky resign",  # the presidium before him did, and Rivera
        "which book did lenin write in hiding",  # what he demanded is no book
    ],
)
def test_what_another_did_is_no_answer(library: Library, question: str) -> None:
    assert answer_to(library, question) == ""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what did trotsky write in exile", "Trotsky wrote his History of the Russian Revolution"),
        ("what did trotsky write in prison", "wrote Results and Prospects there"),
        ("which book did trotsky write in prison", "wrote Results and Prospects there"),
        ("why did rosmer break with trotsky", "over work in the trade unions"),
        ("what did trotsky found", "Trotsky was the founder of the Fourth International"),
    ],
)
def test_what_he_did_himself_is_told(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who followed trotsky", "Mikhail Frunze succeeded Trotsky as People's Commissar for War"),
        ("who came after trotsky", "Mikhail Frunze succeeded Trotsky as People's Commissar for War"),
        ("who took over from trotsky", "Mikhail Frunze succeeded Trotsky as People's Commissar for War"),
        ("who left the fourth international", "Natalia Sedova"),
        ("where is trotsky buried", "his ashes are buried in the garden of his last house at Coyoacán"),
    ],
)
def test_who_it_was_is_told(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


def test_it_is_what_the_line_stands_under(library: Library) -> None:
    assert "Congress of Soviets" not in answer_to(library, "who left the mensheviks")


@pytest.mark.parametrize(
    "question",
    [
        "did trotsky surrender",  # he ordered others to
        "did trotsky resign",  # the presidium before him did
        "who lived with trotsky",  # who wrote lives of him did not
        "who wrote to trotsky",  # nor does it tell what he wrote himself
    ],
)
def test_what_is_tied_otherwise_is_no_answer(library: Library, question: str) -> None:
    assert answer_to(library, question) == ""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("did radek capitulate", "when he capitulated to Stalin"),
        ("did zinoviev surrender", "Zinoviev and Kamenev gave in"),
        ("who allied with stalin", "Joseph Stalin formed an alliance with Grigory Zinoviev"),
        ("who broke with stalin", "broke with Joseph Stalin"),
    ],
)
def test_what_is_tied_as_it_is_asked_is_told(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


@pytest.mark.parametrize(
    "question",
    [
        "who met trotsky",  # a conference met on his initiative
        "who met lenin",  # his theses met with disbelief
        "who left the bolsheviks",  # who left Switzerland when they took power
    ],
)
def test_what_befell_another_thing_is_no_answer(library: Library, question: str) -> None:
    assert answer_to(library, question) == ""
