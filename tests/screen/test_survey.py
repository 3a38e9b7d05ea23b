"""A long comparison: its first screen is its beginning, and names what comes after it."""

import pytest

from tests.screen.test_document import drawn
from trotskyism_cli.library.comparison import compare
from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.comparison import comparison_document
from trotskyism_cli.views.comparison import comparison_view

LONG = 30  # letters of what stands nowhere by chance
PAIRS = [
    ("lenin", "trotsky"),
    ("stalin", "trotsky"),
    ("trotskyism", "stalinism"),
    ("bolsheviks", "mensheviks"),
    ("lenin", "martov"),
]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("width", [80, 120])
def test_the_first_screen_is_the_beginning_and_names_what_follows(
    library: Library, pair: tuple[str, str], width: int
) -> None:
    view = comparison_view(library.pack, *pair, compare(library, *pair))
    shown = drawn(comparison_document(view), width).replace("\xa0", " ")
    told, _, rest = shown.partition(" more:")
    first = [row for row in view.rows if f"\n{row.number} {row.question.split()[0]}" in told]

    assert max(map(len, shown.splitlines())) <= width
    assert first
    assert first == list(view.rows[: len(first)])
    assert told.endswith(f"\n{len(view.rows) - len(first)}")
    example = f"compare {' '.join(pair)} {len(first) + 1}"
    assert example in " ".join(" ".join(shown.splitlines()[:23]).split())
    assert f"{len(first) + 1} {view.rows[len(first)].question.split()[0]}" in rest.partition("One row")[0]


@pytest.mark.parametrize("pair", PAIRS)
def test_on_a_narrow_screen_the_rows_are_listed_at_the_end_alone(library: Library, pair: tuple[str, str]) -> None:
    view = comparison_view(library.pack, *pair, compare(library, *pair))
    shown = drawn(comparison_document(view), 40).replace("\xa0", " ")
    told, _, rest = shown.partition("\nRows: ")

    assert " more:" not in shown
    assert max(map(len, shown.splitlines())) <= 40
    assert f"\n{view.rows[-1].number} {view.rows[-1].question.split()[0]}" in told
    listed = " ".join(rest.split())
    assert all(f"{row.number} {row.question.split()[0]}" in listed for row in view.rows)


@pytest.mark.parametrize("pair", PAIRS)
def test_no_answer_is_told_twice_or_cut(library: Library, pair: tuple[str, str]) -> None:
    view = comparison_view(library.pack, *pair, compare(library, *pair))
    words = " ".join(drawn(comparison_document(view), 50).split())

    for row in view.rows:
        for answer in (*row.left, *row.right):
            assert answer.text in words
            assert len(answer.text) < LONG or words.count(answer.text) == 1
        assert len(row.question) < LONG or words.count(row.question) <= 2  # where it is told, and at the foot


def test_a_short_comparison_is_told_at_once(printers: Library) -> None:
    shown = drawn(
        comparison_document(comparison_view(printers.pack, "adler", "ebert", compare(printers, "adler", "ebert"))), 80
    )

    assert "One row" not in shown
    assert shown.count("Should a printer") == 1
