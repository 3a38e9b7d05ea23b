"""Plain lines are broken between words, and nothing of them is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trotskyism_cli.screen.document import Document, Paragraph, Table, Title, line
from trotskyism_cli.screen.lines import cells, wrapped
from trotskyism_cli.screen.output.plain import plain_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one two three four five", "one two three\nfour five"),
        ("- one two three four five", "- one two three\n  four five"),
        ("12) one two three four", "12) one two\n    three four"),
        ("  one two three four", "  one two three\n  four"),
        ("short", "short"),
        ("two\nlines", "two\nlines"),
        ("a word/that/is/wider/than/all", "a\nword/that/is/wider/than/all"),
        ("革命 不断革命 论", "革命 不断革命\n论"),
    ],
)
def test_lines_are_broken_between_words(text: str, shown: str) -> None:
    assert wrapped(text, 15) == shown


@given(st.text(alphabet="ab é日 \n-", max_size=80), st.integers(1, 40))
def test_no_letter_is_lost(text: str, width: int) -> None:
    told = wrapped(text, width)

    assert told.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")


def test_a_wide_letter_takes_two_columns_and_a_mark_none() -> None:
    assert [cells(text) for text in ("abc", "革命", "Ка\u0301менев")] == [3, 4, 7]


TABLE = Table(("Name", "Said"), ((line("A\tB"), line("one\ntwo  three")), (line("C"), line(""))))


def test_a_pipe_has_one_row_a_line_and_tabs_only_between_cells() -> None:
    table = plain_text(Document((Title("T"), TABLE)), tabbed=True)

    assert table == "T\nName\tSaid\nA B\tone; two three\nC\t\n"


def test_a_table_that_stands_alone_is_all_that_a_pipe_has() -> None:
    document = Document((Title("T"), TABLE._replace(alone=True), Paragraph(line("A hint."))))

    assert plain_text(document, tabbed=True).startswith("Name\tSaid\nA B\t")
    assert "hint" not in plain_text(document, tabbed=True)
    assert plain_text(document) == "T\nA\tB; Said: one; two  three\nC\nA hint.\n"


def test_a_record_is_set_off_and_begins_with_what_it_is_about() -> None:
    rows = ((line("Marat"), line("1743"), line("1793")), (line("Who led?"), line(""), line("Danton")))
    table = Table(("Name", "From", "To"), (*rows, (line("3"), line("x"), line(""))))

    assert plain_text(Document((Title("T"), table))) == (
        "T\n\nMarat\nFrom: 1743\nTo: 1793\n\nWho led?\nTo: Danton\n\nName 3\nFrom: x\n"
    )
