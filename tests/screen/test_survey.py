"""A long comparison: what fits a screen of it comes first, in short."""

import pytest

from tests.screen.test_document import drawn
from trotskyism_cli.library.comparison import compare
from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.comparison import comparison_document
from trotskyism_cli.views.comparison import Answer, ComparedRow, ComparisonView, comparison_view

PAIRS = [
    ("lenin", "trotsky"),
    ("stalin", "trotsky"),
    ("trotskyism", "stalinism"),
    ("bolsheviks", "mensheviks"),
    ("lenin", "kautsky"),
]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("width", [80, 120])
def test_the_first_screen_names_the_rows_or_says_how_many_more_there_are(
    library: Library, pair: tuple[str, str], width: int
) -> None:
    view = comparison_view(library.pack, *pair, compare(library, *pair))
    shown = drawn(comparison_document(view), width).splitlines()
    first = " ".join(" ".join(shown[:23]).replace("\xa0", " ").split())

    assert max(map(len, shown)) <= width
    named = [row for row in view.rows if f"{row.number} {row.name.split()[0]}" in first]
    assert named == list(view.rows[: len(named)])
    left = len(view.rows) - len(named)
    assert not left or f"and {left} more" in first
    assert f"compare {' '.join(pair)} {view.rows[0].number}" in first


@pytest.mark.parametrize("pair", PAIRS)
def test_where_it_is_narrow_three_rows_are_told_before_the_others_are_named(
    library: Library, pair: tuple[str, str]
) -> None:
    view = comparison_view(library.pack, *pair, compare(library, *pair))
    shown = drawn(comparison_document(view), 40)
    told, _, named = shown.partition(f"{len(view.rows) - 3} more:")
    others = " ".join(named.partition("\n\n")[0].replace("\xa0", " ").split())

    assert max(map(len, shown.splitlines())) <= 40
    assert [each[0] for each in told.splitlines()[1:] if each[:1].isdecimal()] == ["1", "2", "3"]
    for row in view.rows[3:]:
        assert f"{row.number} {row.name.split()[0]}" in others
    assert f"compare {' '.join(pair)} 4" in others
    assert shown.count("\n1 ") == 1


def test_the_survey_tells_an_answer_and_under_it_what_it_became() -> None:
    early = Answer("One man led the whole rising.", "1918", "1918", is_main=False)
    late = Answer("The party led it, and not the one man.", "A, 1924", "1924", is_later=True)
    other = Answer("Nobody led it.", "B, 1930", "1930")
    rows = [ComparedRow(number, f"Row {number}", "Who led it?", (early, late), (other,)) for number in range(1, 9)]
    shown = drawn(comparison_document(ComparisonView(("a", "b"), "A", "B", tuple(rows), 8)), 80)
    survey = shown.partition("One row")[0]

    assert survey.count("One man led") == survey.count("later: The party led it") > 2
    assert survey.count("B, 1930") == survey.count("A, 1924")


@pytest.mark.parametrize("pair", PAIRS)
def test_at_least_three_rows_have_their_answers_on_the_first_screen(library: Library, pair: tuple[str, str]) -> None:
    view = comparison_view(library.pack, *pair, compare(library, *pair))
    shown = drawn(comparison_document(view), 80).splitlines()[:23]

    for row in view.rows[:3]:
        line = next(each for each in shown if each.startswith(f"{row.number} "))
        assert len(line[20:50].split()) > 0
        assert len(line[50:].split()) > 0
    assert not any("…" in each and each.rstrip().endswith(("the …", "of …", "and …")) for each in shown)


def test_a_short_comparison_is_told_at_once(printers: Library) -> None:
    shown = drawn(
        comparison_document(comparison_view(printers.pack, "adler", "ebert", compare(printers, "adler", "ebert"))), 80
    )

    assert "One row" not in shown
    assert shown.count("Should a printer") == 1
