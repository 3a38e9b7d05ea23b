"""The letters of the keys of a paper: no letter much oftener than another, and each question as it was."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.every_for_tests import every
from tests.items_for_tests import an_item
from trotskyism_cli.items.making.key_places import AHEAD, with_keys_spread
from trotskyism_cli.items.model import Item, Response


def _item(number: int, key: int) -> Item:
    options = tuple(f"of {number}, {word}" for word in ("one", "two", "three", "four"))
    return an_item(id=f"own-{number}", options=options, answer=(key,), option_notes=options)


@given(st.lists(st.integers(0, 3), min_size=4, max_size=40), st.integers(0, 9))
def test_no_letter_is_far_ahead_and_no_question_changes(keys: list[int], seed: int) -> None:
    items = [_item(number, key) for number, key in enumerate(keys)]
    spread = list(with_keys_spread(items, seed))

    placed = [each.answer[0] for each in spread]
    running = [Counter(placed[:number]) for number in range(len(placed) + 1)]
    assert every(max(seen[key] for key in range(4)) - min(seen[key] for key in range(4)) <= AHEAD for seen in running)
    assert [set(each.options) for each in spread] == [set(each.options) for each in items]
    assert [each.key for each in spread] == [each.key for each in items]
    assert every(each.option_notes == each.options for each in spread)


def test_what_ascends_or_speaks_of_all_others_keeps_its_place() -> None:
    years = [an_item(id=f"y{number}", options=("1903", "1905", "1917"), answer=(2,)) for number in range(6)]
    lumped = [an_item(id=f"n{number}", options=("one", "two", "None of these"), answer=(2,)) for number in range(6)]
    matched = [an_item(id=f"m{number}", response=Response.MATCH) for number in range(6)]

    assert list(with_keys_spread([*years, *lumped, *matched], 1)) == [*years, *lumped, *matched]
