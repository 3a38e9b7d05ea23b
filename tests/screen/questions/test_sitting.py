"""The course of a sitting, by a clock of the test."""

from io import StringIO

import pytest

from tests.items_for_tests import an_item
from trotskyism_cli.learning.answering.grading import Chosen
from trotskyism_cli.learning.answering.quiz_settings import Manner
from trotskyism_cli.learning.answering.session import Command, Question, Reply, Result, Session
from trotskyism_cli.screen.document import Document, Paragraph, Title, line
from trotskyism_cli.screen.questions.questions import result_document
from trotskyism_cli.screen.questions.quiz_plain import PlainFace
from trotskyism_cli.screen.questions.sitting import Assistant, sit


@pytest.mark.parametrize(
    ("exam", "told"),
    [
        (False, "Time is up: 1 of 3 answered.\n"),
        (True, "Time is up: 1 of 3 answered. What was not reached counts as not answered.\n"),
    ],
)
def test_a_quiz_says_that_its_time_is_up(exam: bool, told: str) -> None:
    said = _sat_with_a_clock(exam, 20, 50, 5)

    assert "That came too late to count." in said
    assert told in said
    assert f"Score: {'1/3 (33%)' if exam else '1/1 (100%)'}" in said


def test_an_exam_whose_time_is_up_before_any_answer_is_worth_nothing() -> None:
    assert "Score: 0/3 (0%)" in _sat_with_a_clock(True, 61)


def test_that_nothing_was_answered_in_time_is_said_once() -> None:
    said = _sat_with_a_clock(False, 61)

    assert said.endswith("Time is up: 0 of 3 answered.\n")


def test_the_pages_of_a_card_are_timed_by_their_words() -> None:
    class Taught(Session):
        def __init__(self) -> None:
            super().__init__([an_item()])
            self.cards, self.looked = ["a.x"], list[tuple[int, float]]()

        def lesson(self) -> str | None:
            return self.cards.pop() if self.cards else None

        def read(self, words: int, seconds: float) -> None:
            self.looked.append((words, seconds))

    class Resting(PlainFace):
        def rest(self) -> bool:
            learner.now += next(rests)
            return True

    session, learner, rests = Taught(), Slow((5.0,)), iter((21.0, 0.1, 4.0))
    card = Document((Title("Leon Trotsky", "new"), Paragraph(line("Led the", " Red Army."))))
    pages = [card, Document((Title("Skipped"),)), Document((Title("More"),))]
    assistant = Assistant(
        finish=lambda result: Document(()),
        remark=lambda _: None,
        read=lambda _: None,
        sources=lambda _: Document(()),
        title=str,
        lesson=lambda _: pages,
    )
    sit(session, Resting(learner, StringIO(), ask_again=False), Manner(), assistant, lambda: learner.now)

    assert session.looked == [(6, 21.0), (1, 4.0)]


@pytest.mark.parametrize(
    ("typed", "reply"), [("Trotsky, perhaps\n2\n", Chosen((1,))), ("?\n", Command.PASS), ("", None)]
)
def test_options_that_are_covered_are_shown_when_the_answer_was_tried(typed: str, reply: Reply | None) -> None:
    target, question = StringIO(), Question(an_item(covered=True), 1, 1)
    said = PlainFace(StringIO(typed), target, ask_again=True).ask(question, Result(()), None, undo=False)

    assert said == reply
    first, _, rest = target.getvalue().partition("then Enter shows the options")
    assert "Karl Marx" not in first
    assert ("Karl Marx" in rest) == isinstance(reply, Chosen)


def test_who_answers_the_last_question_in_time_is_not_late() -> None:
    assert "Time is up" not in _sat_with_a_clock(True, 10, 10, 10)


class Slow(StringIO):
    """Somebody who takes a number of seconds for each answer."""

    def __init__(self, seconds: tuple[float, ...]) -> None:
        super().__init__("2\n" * len(seconds))
        self._seconds = iter(seconds)
        self.now = 0.0

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # as that of StringIO itself
        self.now += next(self._seconds)
        return super().readline(size)


def _sat_with_a_clock(exam: bool, *seconds: float) -> str:
    """What is told of three questions that are answered rightly, each in some seconds, a minute for all of them."""
    target, learner = StringIO(), Slow(seconds)
    manner = Manner(exam=exam, seconds=60)
    assistant = Assistant(
        finish=lambda result: result_document(result, [], "", manner),
        remark=lambda _: None,
        read=lambda _: None,
        sources=lambda _: Document(()),
        title=str,
        lesson=lambda _: (),
    )
    sit(
        Session([an_item()] * 3),
        PlainFace(learner, target, ask_again=False),
        manner,
        assistant,
        lambda: learner.now,
    )
    return target.getvalue()
