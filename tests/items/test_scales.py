"""Options that are quantities, shares or dates stand in their order in every sitting and on every sheet."""

import random
from itertools import pairwise

import pytest

from tests.every_for_tests import every
from tests.items_for_tests import an_item
from trotskyism_cli.export.variants import shuffled
from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.items.reorder import in_another_order
from trotskyism_cli.items.scales import ascends, places_on_scale
from trotskyism_cli.items.written import questions as written
from trotskyism_cli.items.written import written_item
from trotskyism_cli.pack.pack import Pack


@pytest.mark.parametrize(
    "options",
    [
        ("1903", "1912", "1917"),
        ("At the split of 1903", "In the winter of 1905", "In the summer of 1917"),
        ("About 680", "About 35,000", "About 1,500,000"),
        ("A tenth", "A quarter", "About a third", "A half", "Two thirds"),
    ],
)
def test_what_stands_on_a_scale_stays_in_its_order(options: tuple[str, ...]) -> None:
    item = an_item(options=options, option_notes=options, answer=(1,))

    assert ascends(options)
    assert not ascends(options[::-1])
    assert in_another_order(item, item.answer, 1) == item
    assert shuffled(item, random.Random(1)).options == options


@pytest.mark.parametrize(
    "options",
    [
        ("Lenin", "Trotsky", "Stalin"),
        ("In 1903", "In 1905", "Never"),
        ("The text of 1918", "The speech of 1918", "The letter of 1924"),  # two at one place
        ("Those of 1903 and 1912", "Those of 1918 and 1920", "Those of 1921 and 1923"),
    ],
)
def test_what_stands_on_none_is_put_in_any_order(options: tuple[str, ...]) -> None:
    assert places_on_scale(options) is None
    assert not ascends(options)


def test_the_built_in_questions_have_their_quantities_in_order(built_in: Pack) -> None:
    index = build_index(built_in)
    found = [
        written_item.make_item(index, turn, seed, turn.ways[0])
        for seed in (1, 2)
        for turn in written.turns(index, 0, None, None)
    ]
    scaled = [places for item in found if not item.prompts and (places := places_on_scale(item.options))]

    assert len(scaled) >= 6
    assert every(one < other for places in scaled for one, other in pairwise(places))
