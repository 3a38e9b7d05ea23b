"""A row that is cut says how much more there is."""

from trotskyism_cli.screen.entries.cards import row_lines
from trotskyism_cli.views.cards.rows import Cell, Row


def test_a_cut_row_of_lines_says_how_many_more_there_are() -> None:
    lines = row_lines(Row("Offices", "politics", (Cell("leader"), Cell("chairman")), joined=False, further=9), None)

    assert len(lines) == 2
    assert "".join(span.text for span in lines[-1]).endswith("chairman · and 9 more")
