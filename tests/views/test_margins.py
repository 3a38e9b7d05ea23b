"""What a sentence leaves out beside its year in the margin."""

import pytest

from trotskyism_cli.views.margins import without_year


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("In 1926 the two joined.", "The two joined."),
        ("In November 1926 the two were expelled.", "In November the two were expelled."),
        ("In 1926 and 1927 the two led it.", "In 1926 and 1927 the two led it."),
        ("In November 1926 and in 1927 the two led it.", "In November 1926 and in 1927 the two led it."),
        ("In 1926–27 the two led it.", "In 1926–27 the two led it."),
        ("From 1926 the two led it.", "From then on the two led it."),
        ("From 1926, when it rained, the two led it.", "From then on, when it rained, the two led it."),
        ("From 1926 to 1928 the two led it.", "From 1926 to 1928 the two led it."),
        ("In 1927 the two led it.", "In 1927 the two led it."),
    ],
)
def test_only_an_opening_in_that_year_alone_is_left_out(text: str, left: str) -> None:
    assert without_year(text, "1926") == left
    assert without_year(text, "") == text
