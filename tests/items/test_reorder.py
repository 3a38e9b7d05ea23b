"""Options in another order: the same question, whose answer is no longer where it was."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_for_tests import every
from tests.items_for_tests import an_item
from trotskyism_cli.items.model import Certificate, Item, Response, Rule
from trotskyism_cli.items.reorder import in_another_order


def _item(count: int, right: int, response: Response = Response.CHOICE) -> Item:
    options = tuple(f"option {letter}" for letter in "abcdef"[:count])
    return an_item(
        options=options,
        answer=(right,),
        response=response,
        option_notes=tuple(f"note on {option}" for option in options),
        certificates=tuple(
            Certificate(place, Rule.KEY if place == right else Rule.STATED, (option,))
            for place, option in enumerate(options)
        ),
        credits=tuple(1.0 if place == right else place / 100 for place in range(count)),
    )


@given(st.integers(2, 6), st.data(), st.integers(0, 50))
def test_only_the_order_is_another(count: int, data: st.DataObject, turn: int) -> None:
    before = _item(count, data.draw(st.integers(0, count - 1)))
    key = (data.draw(st.integers(0, count - 1)),)
    item = in_another_order(before, key, turn)

    assert item.answer != key
    assert item.key == before.key
    assert sorted(item.options) == sorted(before.options)
    for place, option in enumerate(item.options):
        was = before.options.index(option)
        assert item.option_notes[place] == before.option_notes[was]
        assert item.credits[place] == before.credits[was]
        assert item.certificates[place].option == place
        assert item.certificates[place].premises == (option,)
    assert item == in_another_order(before, key, turn)


def test_all_places_have_their_turn() -> None:
    answers = [_item(4, 2).answer]
    for turn in range(60):
        answers.append(in_another_order(_item(4, 2), answers[-1], turn).answer)

    assert every(one != other for one, other in pairwise(answers))
    assert {place for (place,) in answers} == {0, 1, 2, 3}


@pytest.mark.parametrize("options", [("1905", "1917", "1921"), ("1", "2", "3")])
def test_numbers_stay_ascending(options: tuple[str, ...]) -> None:
    item = an_item(options=options)

    assert in_another_order(item, item.answer, 1) == item


def test_what_speaks_of_the_others_stays_last() -> None:
    item = an_item(options=("a", "b", "c", "None of the above"))

    found = [in_another_order(item, item.answer, turn) for turn in range(20)]
    assert {each.options[-1] for each in found} == {"None of the above"}
    assert len({each.options for each in found}) > 1


def test_what_must_be_put_in_order_is_left_alone() -> None:
    item = _item(3, 1, Response.ORDER)

    assert in_another_order(item, item.answer, 1) == item
