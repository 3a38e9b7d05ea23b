"""The course of a sitting, the same in a terminal and in plain text: ask, judge, tell, and at the end sum up."""

from collections.abc import Callable
from typing import Protocol

from trotskyism_cli.learning.manner import Manner
from trotskyism_cli.learning.session import Command, Question, Reply, Result, Sitting
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.questions import feedback_document, review_document, undone_document

Finish = Callable[[Result], Document]
Clock = Callable[[], float]  # seconds, from any beginning


class Face(Protocol):
    """How a sitting meets the learner."""

    def show(self, document: Document) -> None:
        """Show a document."""

    def ask(self, question: Question, result: Result, left: float | None) -> Reply | None:
        """Put a question; `left` is the time that is left in seconds. None if there is nobody to answer any more."""

    def ask_confidence(self) -> int | None:
        """How sure the learner is, from 1 to 3; None if there is nobody to answer any more."""

    def pause(self) -> bool:
        """Let the feedback be read; False to stop."""


def sit(session: Sitting, face: Face, manner: Manner, finish: Finish, clock: Clock) -> Result:
    """Ask until the questions, the time or the learner's patience end; what was answered by then counts."""
    end = None if manner.seconds is None else clock() + manner.seconds
    while (question := session.ask()) is not None:
        began = clock()
        left = None if end is None else end - began
        reply = face.ask(question, session.result(), left) if left is None or left > 0 else None
        late = end is not None and clock() >= end
        if reply is None or reply is Command.STOP or late:
            break
        if reply is Command.UNDO:
            face.show(undone_document(session.undo()))
            continue
        seconds = clock() - began
        confidence = face.ask_confidence() if manner.confidence and reply is not Command.PASS else None
        feedback = session.answer(None if isinstance(reply, Command) else reply, confidence, seconds)
        if not manner.exam:
            face.show(feedback_document(feedback))
            if session.ask() is not None and not face.pause():
                break
    if manner.exam and session.result().asked:
        face.show(review_document(session.result()))
    face.show(finish(session.result()))
    return session.result()
