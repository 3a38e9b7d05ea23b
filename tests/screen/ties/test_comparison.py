"""Two entries side by side, as they are drawn: rows in the order of their numbers, and a mark wherever one is cut."""

import re

import pytest

from tests.every_for_tests import none
from tests.screen.test_document import drawn
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties.comparison import compare
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.ties.comparison import comparison_document
from trotskyism_cli.views.comparisons.comparison import Answer, ComparedRow, ComparisonView, comparison_view
from trotskyism_cli.views.comparisons.shared_matters import more_told

PAIRS = [("lenin", "trotsky"), ("trotskyism", "stalinism"), ("trotsky", "stalin"), ("bolsheviks", "mensheviks")]


def _drawn(library: Library, pair: tuple[str, str], width: int) -> str:
    view = comparison_view(library.pack, *pair, compare(library, *pair))
    return drawn(comparison_document(view, SCREEN), width)


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("pair", PAIRS)
def test_rows_are_numbered_in_the_order_in_which_they_stand(
    library: Library, pair: tuple[str, str], width: int
) -> None:
    shown = _drawn(library, pair, width)
    numbers = [int(found) for found in re.findall(r"^(\d+) (?!more)", shown, re.MULTILINE)]

    assert numbers[0] == 1
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russia was a workers' state with a bureaucratic twist, so that the unions must protect the workers from "
            "their state and get them to protect it.",
            "twist …",
        ),
        ("Russia was a workers' state with a twist.", "twist."),
    ],
)
def test_an_answer_that_is_cut_is_marked_so_even_where_a_clause_ends(text: str, told: str) -> None:
    question = ComparedRow(1, "What are unions for?", (Answer(text),), (Answer("Nothing."),))
    others = [question._replace(number=number) for number in range(2, 9)]
    view = ComparisonView(("one", "other"), "One", "Other", (question, *others), 8)

    assert told in " ".join(drawn(comparison_document(view, 9), 80).split())


@pytest.mark.parametrize("lines", range(11, 20))
def test_no_answer_is_cut_to_leave_lines_empty_beside_another(lines: int) -> None:
    text = (
        "Kautsky, anarchists and left Communists held the view early; James, Dunayevskaya and Cliff worked it out "
        "within the Trotskyist movement."
    )
    beside = "Rizzi gave it its name in 1939, and the party of Shachtman made it its doctrine in the second year."
    rows = [ComparedRow(number, "Since when?", (Answer(text),), (Answer(beside),)) for number in range(1, 9)]
    shown = drawn(comparison_document(ComparisonView(("one", "other"), "One", "Other", tuple(rows), 8), lines), 80)

    assert "view early …" not in shown
    assert "Trotskyist movement." in " ".join(shown.split())


@pytest.mark.parametrize("lines", range(14, 40))
def test_a_row_less_is_shown_rather_than_an_answer_cut(lines: int) -> None:
    text = "It decided whom they should follow: the liberals in 1905 and 1917, and the Kuomintang in China in 1924–27."
    rows = [ComparedRow(number, "Why?", (Answer(text),), (Answer("Nothing."),)) for number in range(1, 9)]
    shown = drawn(comparison_document(ComparisonView(("one", "other"), "One", "Other", tuple(rows), 8), lines), 80)

    assert "follow …" not in shown
    assert lines - 5 <= shown.count("\n") <= lines


def test_a_shared_sentence_of_what_neither_body_did_compares_nothing(library: Library) -> None:
    _, tied = more_told(library, "international-committee", "united-secretariat", ())
    told = [answer.text for row in tied for answer in row.both]

    assert told
    assert none("adopted new statutes" in each for each in told)


def test_a_row_does_not_say_the_same_of_one_year_in_other_words(library: Library) -> None:
    _, tied = more_told(library, "international-committee", "united-secretariat", ())
    row = next(row for row in tied if row.question == "In 1963")

    assert any("reunited and elected a United Secretariat" in answer.text for answer in row.both)
    assert none("joined to form the United Secretariat" in answer.text for answer in row.both)
