"""What answers of each form are worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.items_for_tests import an_item
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.answering.grading import Answer, Chosen, Written, fits, grade

LETTERS = ("A", "B", "C", "D")
SEVERAL = an_item(response=Response.SEVERAL, options=LETTERS, answer=(0, 2))
ORDER = an_item(response=Response.ORDER, options=LETTERS, answer=(2, 0, 3, 1))
MATCH = an_item(response=Response.MATCH, prompts=("x", "y", "z"), options=LETTERS, answer=(3, 0, 1))
NAME = an_item(
    response=Response.TYPED, options=(), answer=(), accepted=("Grigory Zinoviev", "Zinoviev"), rivals=("Zinovieff",)
)
YEAR = an_item(response=Response.TYPED, options=(), answer=(), accepted=("1917",))


@pytest.mark.parametrize(
    ("item", "answer", "credit"),
    [
        (SEVERAL, Chosen((2, 0)), 1),
        (SEVERAL, Chosen((0,)), 0.5),
        (SEVERAL, Chosen((0, 1)), 0),
        (SEVERAL, Chosen((0, 1, 2, 3)), 0),
        (SEVERAL, Chosen((0, 1, 2)), 0.5),
        (ORDER, Chosen((2, 0, 3, 1)), 1),
        (ORDER, Chosen((2, 0, 1, 3)), pytest.approx(2 / 3)),
        (ORDER, Chosen((1, 3, 0, 2)), 0),
        (MATCH, Chosen((3, 0, 1)), 1),
        (MATCH, Chosen((3, 1, 0)), pytest.approx(1 / 3)),
        (NAME, Written("  grigory ZINOVIEV "), 1),
        (NAME, Written("Kamenev"), 0),
        (YEAR, Written("1917"), 1),
        (YEAR, Written("1918"), 0),
    ],
)
def test_the_worth_of_an_answer(item: Item, answer: Answer, credit: float) -> None:
    assert grade(item, answer).credit == credit


def test_a_slip_of_the_pen_passes_and_is_said_to_be_one() -> None:
    assert grade(NAME, Written("Zinovev")).near
    assert grade(NAME, Written("Zinovev")).correct
    assert not grade(NAME, Written("Zinoviev")).near


def test_a_slip_that_leads_to_another_name_does_not_pass() -> None:
    assert not grade(NAME, Written("Zinovief")).correct


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (SEVERAL, Chosen(())),
        (SEVERAL, Chosen((1, 1))),
        (SEVERAL, Chosen((4,))),
        (ORDER, Chosen((0, 1))),
        (MATCH, Chosen((0, 1, 2, 3))),
        (MATCH, Written("A")),
        (NAME, Written(" ")),
        (NAME, Chosen((0,))),
    ],
)
def test_an_answer_of_another_form_does_not_fit(item: Item, answer: Answer) -> None:
    assert not fits(item, answer)


@given(st.permutations(range(4)), st.permutations(range(4)))
def test_an_order_is_worth_something_between_nothing_and_all(right: list[int], given_order: list[int]) -> None:
    item = an_item(response=Response.ORDER, options=LETTERS, answer=tuple(right))
    credit = grade(item, Chosen(tuple(given_order))).credit

    assert 0 <= credit <= 1
    assert (credit == 1) == (right == given_order)


@pytest.mark.parametrize(
    ("said", "credit"),
    [("3", 1), ("2.5", 1), ("3,5", 1), ("3.51", 0), ("2.4", 0), ("-3", 0), ("three", 1), ("35", 0), ("", 0)],
)
def test_a_range_of_numbers_accepts_what_lies_in_it(said: str, credit: float) -> None:
    item = an_item(response=Response.TYPED, options=(), option_notes=(), answer=(), accepted=("3", "2.5..3.5"))
    assert grade(item, Written(said)).credit == credit


def test_a_wrong_option_may_be_worth_a_part() -> None:
    item = an_item(credits=(0.5, 1.0, 0.0))
    assert [grade(item, Chosen((place,))).credit for place in range(3)] == [0.5, 1.0, 0.0]
    assert not grade(item, Chosen((0,))).correct


@pytest.mark.parametrize(
    ("accepted", "said", "credit"),
    [("2.5", "2,5", 1), ("2.5", "25", 0), ("-3", "3", 0), ("-3", "−3", 1), ("1500", "1,500", 1), ("1.5", "1,500", 0)],
)
def test_numbers_are_compared_as_numbers(accepted: str, said: str, credit: float) -> None:
    item = an_item(response=Response.TYPED, options=(), option_notes=(), answer=(), accepted=(accepted,))
    assert grade(item, Written(said)).credit == credit
