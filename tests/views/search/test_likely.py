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
    ],
)
def test_a_line_without_the_deed_is_not_likely(library: Library, question: str) -> None:
    view = view_of(library, question)
    assert view.direct is None
    assert view.untold != LIKELY


def test_a_line_with_the_deed_is_likely(library: Library) -> None:
    view = view_of(library, "when did trotsky meet diego rivera")
    assert view.untold == LIKELY
