"""The course of a sitting, the same in a terminal and in plain text: ask, judge, tell, and at the end sum up."""

from collections.abc import Callable
from typing import Protocol

from trotskyism_cli.learning.manner import Manner
from trotskyism_cli.learning.session import Command, Feedback, Question, Reply, Result, Sitting
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.questions import feedback_document, review_document, undone_document

Finish = Callable[[Result], Document]
Remark = Callable[[Feedback], Document | None]
Clock = Callable[[], float]  # seconds, from any beginning


class Face(Protocol):
    """How a sitting meets the learner."""

    def show(self, document: Document) -> None:
        """Show a document."""

    def ask(self, question: Question, result: Result, left: float | None) -> Reply | None:
        """Put a question; `left` is the time that is left in seconds. None if there is nobody to answer any more."""

    def ask_confidence(self) -> int | None:
        """How sure the learner is, from 1 to 3; None if there is nobody to answer any more, or who would say it."""

    def pause(self) -> bool:
        """Let the feedback be read; False to stop."""


def sit(
    session: Sitting,
    face: Face,
    manner: Manner,
    finish: Finish,
    clock: Clock,
    remark: Remark = lambda _: None,
) -> Result:
    """Ask until the questions, the time or the learner's patience end; what was answered by then counts.

    `remark` may add to the feedback. An interruption ends the sitting as anything else does, and then goes on: whoever
    started the program is to know.
    """
    end = None if manner.seconds is None else clock() + manner.seconds
    interruption = None
    try:
        while _ask_one(session, face, manner, clock, end, remark):
            pass
    except KeyboardInterrupt as interrupted:
        interruption = interrupted
    if manner.exam and session.result().asked:
        face.show(review_document(session.result()))
    face.show(finish(session.result()))
    if interruption is not None:
        raise interruption
    return session.result()


def _ask_one(session: Sitting, face: Face, manner: Manner, clock: Clock, end: float | None, remark: Remark) -> bool:
    """Put one question and tell what the answer was worth; False if the sitting is over."""
    question = session.ask()
    if question is None:
        return False
    began = clock()
    left = None if end is None else end - began
    reply = face.ask(question, session.result(), left) if left is None or left > 0 else None
    late = end is not None and clock() >= end
    if reply is None or reply is Command.STOP or late:
        return False
    if reply is Command.UNDO:
        face.show(undone_document(session.undo()))
        return True
    seconds = clock() - began
    confidence = face.ask_confidence() if manner.confidence and reply is not Command.PASS else None
    feedback = session.answer(None if isinstance(reply, Command) else reply, confidence, seconds)
    if manner.exam:
        return True
    face.show(feedback_document(feedback))
    if (further := remark(feedback)) is not None:
        face.show(further)
    return session.ask() is None or face.pause()
