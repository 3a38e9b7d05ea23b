"""A question that takes for granted what the book does not tell gets no answer."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "doer"),
    [
        ("why did trotsky support hitler", "Leon Trotsky"),
        ("why did hitler support trotsky", "Adolf Hitler"),
        ("why did trotsky murder stalin", "Leon Trotsky"),
        ("why did trotsky defend stalin", "Leon Trotsky"),  # Lenin asked him to defend others against him
        ("why did trotsky leave the fourth international", "Leon Trotsky"),  # his widow did
        ("why did lenin join the bolsheviks", "Vladimir Lenin"),  # Trotsky did, in whose reason Lenin is named
    ],
)
def test_what_another_did_is_no_reason_why_somebody_did_it(library: Library, question: str, doer: str) -> None:
    view = view_of(library, question)

    assert view.direct is None
    assert view.header == f"That {doer} did that is not told here; nearest:"
    assert view.hits


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("why did stalin murder trotsky", "could not rely"),
        ("why did trotsky join the bolsheviks", "because he saw in Lenin's April Theses"),
        ("why did trotsky join lenin", "because he saw in Lenin's April Theses"),
        ("why did bukharin oppose stalin", "Group around Bukharin, Rykov and Tomsky"),  # named with him in a row
        ("why did sedova leave the fourth international", "because it still regarded"),
        ("why did kamenev oppose lenin", "Kamenev opposed the April Theses"),
    ],
)
def test_what_he_did_himself_is_answered(library: Library, question: str, told: str) -> None:
    assert told in answer_to(library, question)


@pytest.mark.parametrize("whom", ["the gestapo", "the rotary", "the wehrmacht"])
def test_without_that_to_which_it_was_done_a_question_is_another_one(library: Library, whom: str) -> None:
    assert answer_to(library, f"why did trotsky join {whom}") == ""


@pytest.mark.parametrize(
    "question",
    [
        "when did trotsky become general secretary",
        "when did lenin become general secretary",
        "when did bukharin become president of the comintern",
    ],
)
def test_what_somebody_never_became_is_said_not_to_be_told(library: Library, question: str) -> None:
    view = view_of(library, question)

    assert view.direct is None
    assert view.header.startswith("That ")
    assert view.header.endswith(" became that is not told here; nearest:")


@pytest.mark.parametrize("question", ["how did stalin die in mexico", "when did trotsky lead the cheka"])
def test_what_another_did_may_not_be_it(library: Library, question: str) -> None:
    view = view_of(library, question)

    assert view.direct is None
    assert "this may be it" not in view.header


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("when did stalin become general secretary", "From 3 April 1922 Stalin was General Secretary"),
        ("when did zinoviev become chairman of the comintern", "from March 1919"),
        ("when did trotsky become a bolshevik", "in the summer of 1917"),
    ],
)
def test_what_somebody_became_is_told(library: Library, question: str, told: str) -> None:
    assert told in answer_to(library, question)


@pytest.mark.parametrize("question", ["when did pablo become a trotskyist", "when did healy become a trotskyist"])
def test_what_many_are_is_not_denied(library: Library, question: str) -> None:
    assert "became that is not told" not in view_of(library, question).header
