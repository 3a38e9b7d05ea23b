"""Who can stand in for whom: entries of one time and one weight, or of one company."""

from dataclasses import replace

import pytest

from tests.items.conftest import with_entry
from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.items.options.plausibility import belong_together, nearness, plausible, years_between
from trotskyism_cli.pack.pack import Pack


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("zinoviev", "kamenev", True),
        ("cannon", "brutus", False),  # of 509 BC, known from the caption of a picture
        ("kadets", "socialist-revolutionaries", True),
    ],
)
def test_what_is_of_another_time_is_no_alternative(built_in: Pack, one: str, other: str, may: bool) -> None:
    if not {one, other} <= built_in.entries.keys():
        pytest.skip("the book has no such entry any more")

    assert plausible(build_index(built_in), one, other) is may


def test_years_between_are_none_where_two_lives_overlap(revolution: Pack) -> None:
    index = build_index(revolution)

    assert years_between(index, "danton", "robespierre") == 0
    assert nearness(index, "danton", "robespierre") > nearness(index, "danton", "bastille")


def test_the_obscure_stand_beside_the_important_only_in_one_scene(revolution: Pack) -> None:
    heavy = with_entry(revolution, replace(revolution.entries["danton"], importance=3))
    pack = with_entry(heavy, replace(heavy.entries["babeuf"], importance=1))
    near = with_entry(pack, replace(pack.entries["babeuf"], importance=2))

    assert not belong_together(build_index(pack), "danton", "babeuf")
    assert not plausible(build_index(pack), "danton", "babeuf")
    assert plausible(build_index(near), "danton", "babeuf")
