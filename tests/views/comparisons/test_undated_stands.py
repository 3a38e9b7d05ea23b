"""How two stood to the same person: none of them seems to have done so at a time of which nothing is known."""

import pytest

from tests.printers_for_tests import more_printers
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.library.ties.comparison import compare
from trotskyism_cli.views.comparisons.comparison import Answer, ComparedRow, comparison_view

RELATIONS = """
  - {id: allied-with, label: allied with, inverse_label: allied with, subject: [person], object: [person],
     symmetric: true, says: "{subject} was an ally of {object}", part: politics, row: Allies, words: [allied]}
"""
PERSON = """
  - id: {0}
    kind: person
    name: {0}
    importance: 2
    summary: A printer.
    facts:
      - {{id: stood, {1}, source: kern-book}}
"""
STANDS = {
    "brandt": "allied-with: adler, text: Brandt was an ally of Adler until their break over the press in 1849–50.",
    "conrad": "allied-with: adler, text: Conrad was an ally of Adler.",
    "dorn": 'allied-with: adler, when: "1851"',
    "frank": "opposed: adler, text: Frank opposed Adler.",
}


@pytest.fixture(scope="module")
def allies(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The made-up field of the printers, with some who stood by Adler or against her."""
    folder = tmp_path_factory.mktemp("allies") / "pack"
    people = "".join(PERSON.format(name, said).rstrip() for name, said in STANDS.items())
    return open_library(more_printers(folder, RELATIONS, people, ", ".join(STANDS)), folder.parent)


def _row(library: Library, left: str, right: str) -> ComparedRow | None:
    view = comparison_view(library.pack, left, right, compare(library, left, right))
    return next((row for row in view.rows if row.question == "Anna Adler"), None)


def test_who_was_an_ally_before_he_broke_is_not_one_beside_a_later_opponent(allies: Library) -> None:
    row = _row(allies, "ebert", "brandt")

    assert row
    assert row.left == (Answer("Opposed", "1852"),)
    assert row.right == (Answer("Allied", "until 1849–50"),)


def test_an_ally_of_no_known_time_does_not_stand_beside_an_opponent_of_a_known_year(allies: Library) -> None:
    assert _row(allies, "ebert", "conrad") is None


def test_two_of_known_times_or_of_none_stand_beside_one_another(allies: Library) -> None:
    dated, undated = _row(allies, "ebert", "dorn"), _row(allies, "conrad", "frank")

    assert dated
    assert dated.right == (Answer("Allied", "1851"),)
    assert undated
    assert (undated.left, undated.right) == ((Answer("Allied"),), (Answer("Opposed"),))
