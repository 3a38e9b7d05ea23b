"""A session as a state machine: what is asked, what an answer is worth, and what a typed line means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.items_for_tests import an_item
from trotskyism_cli.items.model import Response
from trotskyism_cli.learning.answering.grading import Chosen, Written
from trotskyism_cli.learning.answering.replies import read_reply
from trotskyism_cli.learning.answering.session import Command, Session
from trotskyism_cli.screen.questions.questions import score_words

ITEM = an_item(stem="Who wrote it?", options=("Karl Marx", "Leon Trotsky", "Vladimir Lenin", "1917"), answer=(1,))


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("2", Chosen((1,))),
        (" 2) \n", Chosen((1,))),
        ("b", Chosen((1,))),
        ("(B)", Chosen((1,))),
        ("leon  TROTSKY\n", Chosen((1,))),
        ("1917", Chosen((3,))),
        ("?", Command.PASS),
        ("q", Command.STOP),
        ("Quit", Command.STOP),
        ("u", Command.UNDO),
        ("Undo", Command.UNDO),
        ("5", None),
        ("0", None),
        ("e", None),
        ("", None),
        ("Trotsky Leon", None),
    ],
)
def test_what_a_typed_line_means(line: str, reply: object) -> None:
    assert read_reply(ITEM, line) == reply


@pytest.mark.parametrize(
    ("line", "place"), [("1", 0), ("2", 1), ("3", 2), ("3)", 2), ("c", 2), ("12", 2), ("1917", 3), ("5", None)]
)
def test_a_bare_number_is_the_number_of_the_line(line: str, place: int | None) -> None:
    numbers = an_item(stem="How many?", options=("3", "5", "12", "1917"), answer=(0,))

    assert read_reply(numbers, line) == (None if place is None else Chosen((place,)))


def test_a_typed_number_is_the_answer() -> None:
    typed = an_item(stem="How many?", response=Response.TYPED, options=(), answer=(), accepted=("3",))

    assert read_reply(typed, "3") == Written("3")


@given(st.text(max_size=20))
def test_no_line_fails(line: str) -> None:
    read_reply(ITEM, line)


def test_what_is_put_right_after_the_right_answer_was_shown_is_counted_apart() -> None:
    session = Session([ITEM, ITEM, ITEM], take_back=lambda: None)
    session.answer(Chosen((0,)))
    session.undo()
    session.answer(Chosen((1,)))
    session.answer(Chosen((1,)))
    session.undo()
    session.answer(Chosen((1,)))
    session.answer(Chosen((1,)))
    session.undo()
    session.answer(Chosen((2,)))
    result = session.result()

    assert (result.right, result.right_anew) == (2, 1)
    assert score_words(result) == "Score: 2/3 (67%), 1 of them after the right answer was shown"


def test_a_session_counts_what_was_answered() -> None:
    session = Session([ITEM, ITEM, ITEM])
    first = session.ask()

    assert first is not None
    assert (first.number, first.total) == (1, 3)
    assert session.ask() == first, "a question stays open until it is answered"
    assert session.answer(Chosen((1,))).correct
    assert session.answer(None).passed
    result = session.result()
    assert (result.right, result.asked, result.percent) == (1, 2, 50)
    assert [feedback.question.number for feedback in result.missed] == [2]


def test_a_session_ends() -> None:
    session = Session([ITEM])
    session.answer(Chosen((0,)))

    assert session.ask() is None
    with pytest.raises(ValueError, match="no question is open"):
        session.answer(Chosen((0,)))


def test_an_option_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="does not answer"):
        Session([ITEM]).answer(Chosen((8,)))


def test_nothing_answered_is_nought_per_cent() -> None:
    assert Session([ITEM]).result().percent == 0


def test_the_answers_of_a_quiz_stand() -> None:
    session = Session([ITEM])
    session.answer(Chosen((1,)))

    assert session.undo() is None
    assert session.result().asked == 1
