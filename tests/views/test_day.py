"""What is told of a day, without that day in each of its sentences."""

import pytest

from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.views.day import without_date


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 7 November 1917 the printers struck.", "The printers struck."),
        ("The printers struck on 7 November 1917.", "The printers struck."),
        ("Late on 7 November 1917 the printers struck.", "Late that day the printers struck."),
        ("Early on 7 November 1917, the printers struck.", "Early that day, the printers struck."),
    ],
)
def test_a_date_goes_only_where_a_sentence_is_left(text: str, told: str) -> None:
    assert without_date(text, parse_date("1917-11-07")) == told
