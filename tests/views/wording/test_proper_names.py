"""Names as they are written, of however many words and initials, and no more than a name."""

import re

import pytest

from trotskyism_cli.views.wording.proper_names import IN_A_ROW, NAME


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in 1940 James P. Cannon and C.L.R. James met", ["James P. Cannon", "C.L.R. James"]),
        ("he met Élisée Reclus. Then he left", ["Élisée Reclus", "Then"]),
        ("the friend of Liam O’Flaherty in St. Petersburg", ["Liam O’Flaherty", "St. Petersburg"]),
    ],
)
def test_a_name_is_found_whole(text: str, names: list[str]) -> None:
    assert re.findall(NAME, text) == names


def test_a_list_of_names_has_more_than_two() -> None:
    assert re.search(f"{IN_A_ROW}{NAME}", "in it Lev Kamenev, Grigory Zinoviev, and Georgy Pyatakov fell")
    assert not re.search(f"{IN_A_ROW}{NAME}", "in it Lev Kamenev and Grigory Zinoviev fell")
