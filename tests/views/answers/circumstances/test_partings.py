"""Why and when two parted: over what, or by what one of the two would not do; and never of another one who left."""

import pytest

from tests.views.answers_for_tests import answer_to
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.search.searching import view_of


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("why did trotsky break with nin", "Andreu Nin refused Trotsky's demand of 1934"),
        ("why did nin split from trotsky", "Andreu Nin refused Trotsky's demand of 1934"),
        ("why did victor serge break with trotsky", "fallen out over Kronstadt, Spain and the Fourth International"),
        ("why did trotsky break with the poum", "fell out over the POUM's part in the Popular Front"),
        ("why did stalin break with bukharin", "over the force used against the peasants"),
    ],
)
def test_what_one_would_not_do_is_a_reason_of_a_parting(library: Library, question: str, answer: str) -> None:
    assert answer in answer_to(library, question)


@pytest.mark.parametrize(
    "question",
    [
        "why did gorter break with lenin",  # whom the book does not have
        "why did lenin break with bogdanov",
        "why did sneevliet break with trotsky",
        "when did pablo leave the fourth international",  # the American section broke with him
    ],
)
def test_the_parting_of_others_is_no_answer(library: Library, question: str) -> None:
    view = view_of(library, question)
    assert view.direct is None
    assert view.notes == ()
    assert view.header.endswith("; nearest:")


def test_a_parting_told_by_its_noun_is_not_said_to_be_missing(library: Library) -> None:
    view = view_of(library, "why did tito break with stalin")
    assert not view.header.startswith("Not told here in these words")
    assert view.direct is not None
    assert "Stalin broke with Tito because" in view.direct.text
