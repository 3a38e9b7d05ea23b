"""What the cards of two entries say side by side, for those who answer few of the same questions."""

import re

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.comparisons.cards_beside import IN_SHORT, WHY, cards_beside
from trotskyism_cli.views.comparisons.comparison import (
    LIFE_ITSELF,
    ONE_SIDED,
    SILENT,
    STATED,
    WHAT_IT_IS,
    Answer,
    ComparedRow,
)


def _rows(library: Library, left: str, right: str) -> dict[str, ComparedRow]:
    return {row.question: row for row in cards_beside(library, left, right)}


@pytest.mark.parametrize(
    ("left", "right", "labels"),
    [
        ("revolution-of-1905", "october-revolution", [IN_SHORT, "Date", "Place", "Outcome", WHY]),
        ("state-capitalism", "bureaucratic-collectivism", ["Meaning", WHY, "Supporters"]),
        ("my-life", "revolution-betrayed", [IN_SHORT, "Published", WHY]),
        ("kadets", "socialist-revolutionaries", ["Meaning", "Founded", "Led by"]),
        ("lev-sedov", "mercader", [IN_SHORT]),
    ],
)
def test_what_either_is_stands_first_and_then_what_both_have(
    library: Library, left: str, right: str, labels: list[str]
) -> None:
    rows = cards_beside(library, left, right)
    both = [row.question for row in rows if row.rank in (WHAT_IT_IS, STATED)]

    assert [label for label in both if label in labels] == labels
    assert both[0] == labels[0]
    assert every(SILENT not in (*row.left, *row.right) for row in rows if row.rank in (WHAT_IT_IS, STATED))


def test_what_only_one_has_stands_below_with_a_dash(library: Library) -> None:
    rows = cards_beside(library, "february-revolution", "october-revolution")
    ranks = [row.rank for row in rows]
    lone = next(row for row in rows if row.question == "Led by")

    assert ranks == sorted(ranks)
    assert (lone.rank, lone.left) == (ONE_SIDED, (SILENT,))
    assert "Lenin" in lone.right[0].text


def test_two_of_different_kinds_have_no_row_that_only_one_has(library: Library) -> None:
    rows = cards_beside(library, "entrism", "transitional-programme")

    assert [row.question for row in rows] == [IN_SHORT, WHY, "About"]


def test_when_somebody_was_born_is_one_of_the_days_of_life(library: Library) -> None:
    rows = _rows(library, "lev-sedov", "mercader")

    assert rows["Died"].rank == rows["Born"].rank == LIFE_ITSELF


def test_what_an_idea_is_in_history_does_not_begin_with_somebody_left_unnamed(library: Library) -> None:
    rows = _rows(library, "permanent-revolution", "socialism-in-one-country")

    told = [each.text for row in rows.values() for each in (*row.left, *row.right)]
    assert none(re.match(r"(In [\d–]+ )?(he|she|they)\b", each, re.IGNORECASE) for each in told)


def test_nothing_is_told_again_that_is_known_of_both(library: Library) -> None:
    alone = _rows(library, "frida-kahlo", "sedova")["Life"].left[0]
    known = ComparedRow(1, "In 1937", (), (), both=(Answer(alone.text),))
    again = {row.question: row for row in cards_beside(library, "frida-kahlo", "sedova", (known,))}

    assert alone.text not in [each.text for row in again.values() for each in row.left]
