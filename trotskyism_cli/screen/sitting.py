"""The course of a sitting, the same in a terminal and in plain text: ask, judge, tell, and at the end sum up."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple, Protocol

from trotskyism_cli.learning.grading import Written
from trotskyism_cli.learning.manner import Manner
from trotskyism_cli.learning.session import Command, Feedback, Question, Reply, Result, Sitting
from trotskyism_cli.screen.document import Document

Clock = Callable[[], float]  # seconds, from any beginning


class Move(Enum):
    """What a learner may do after the feedback."""

    NEXT = "next"
    STOP = "stop"
    UNDO = "undo"
    CLAIM = "claim"
    READ = "read"
    SOURCE = "source"


class Face(Protocol):
    """How a sitting meets the learner."""

    def show(self, document: Document) -> None:
        """Show a document."""

    def ask(self, question: Question, result: Result, left: float | None, *, undo: bool) -> Reply | None:
        """Put a question. `left` is the time that is left in seconds; `undo` says whether an answer can be taken back.

        None if there is nobody to answer any more.
        """

    def ask_confidence(self) -> int | Command | None:
        """How sure the learner is, from 1 to 3, or STOP; None if there is nobody to answer, or who would say it."""

    def tell(self, feedback: Feedback) -> None:
        """What became of an answer."""

    def report(self, document: Document) -> None:
        """Show what may be longer than a screen, from its beginning."""

    def rest(self) -> bool:
        """Let what is shown be read; False to stop."""

    def pause(self, *, undo: bool, claim: bool, last: bool) -> Move:
        """Let the feedback be read; `last` says that no question is to follow.

        `undo` says whether the answer can be taken back, `claim` whether it can be held to be right all the same.
        """


class Assistant(NamedTuple):
    """What is told besides the questions: at the end, after an answer, and on wish an entry and the sources.

    `title` has the name of a chapter by its id, `lesson` what is to be known of a fact, a page at a time.
    """

    finish: Callable[[Result], Document]
    remark: Callable[[Feedback], Document | None]
    read: Callable[[Feedback], None]
    sources: Callable[[Feedback], Document]
    title: Callable[[str], str]
    lesson: Callable[[str], Sequence[Document]]


def sit(session: Sitting, face: Face, manner: Manner, assistant: Assistant, clock: Clock) -> Result:
    """Ask until the questions, the time or the learner's patience end; what was answered by then counts.

    An interruption ends the sitting as anything else does, and then goes on: whoever started the program is to know.
    """
    end = None if manner.seconds is None else clock() + manner.seconds
    interruption = None
    try:
        while _ask_one(session, face, manner, assistant, clock, end):
            pass
    except KeyboardInterrupt as interrupted:
        interruption = interrupted
    if manner.exam and session.result().asked:
        from trotskyism_cli.screen.questions import review_document  # a first question does without

        face.report(review_document(session.result(), assistant.title))
    face.show(assistant.finish(session.result()))
    if interruption is not None:
        raise interruption
    return session.result()


def _ask_one(
    session: Sitting, face: Face, manner: Manner, assistant: Assistant, clock: Clock, end: float | None
) -> bool:
    """Put one question and tell what the answer was worth; False if the sitting is over."""
    while (fact := session.lesson()) is not None:
        for page in assistant.lesson(fact):
            face.show(page)
            if not face.rest():
                return False
    question = session.ask()
    if question is None:
        return False
    began = clock()
    left = None if end is None else end - began
    undo = session.can_undo
    reply = face.ask(question, session.result(), left, undo=undo) if left is None or left > 0 else None
    late = end is not None and clock() >= end
    if reply is None or reply is Command.STOP or late:
        return False
    if reply is Command.UNDO:
        _undo(session, face, stands=manner.exam)
        return True
    seconds = clock() - began
    sure = face.ask_confidence() if manner.confidence and reply is not Command.PASS else None
    confidence = None if isinstance(sure, Command) else sure
    feedback = session.answer(None if isinstance(reply, Command) else reply, confidence, seconds)
    if isinstance(sure, Command):  # what was answered counts
        if not manner.exam:
            face.tell(feedback)
        return False
    return True if manner.exam else _tell(session, face, assistant, feedback)


def _tell(session: Sitting, face: Face, assistant: Assistant, feedback: Feedback) -> bool:
    """What the answer was worth, and what the learner wants to know of it; False to stop."""
    from trotskyism_cli.screen.questions import claimed_document  # what draws is loaded after the first question

    face.tell(feedback)
    if (further := assistant.remark(feedback)) is not None:
        face.show(further)
    while True:
        undo = session.can_undo
        match face.pause(undo=undo, claim=undo and _can_be_claimed(feedback), last=session.ask() is None):
            case Move.READ:
                assistant.read(feedback)
            case Move.SOURCE:
                face.show(assistant.sources(feedback))
            case Move.UNDO:
                _undo(session, face, stands=False)
                return True
            case Move.CLAIM:
                session.undo()
                feedback = session.answer(feedback.said, feedback.confidence, feedback.seconds, claimed=True)
                face.show(claimed_document())
            case Move.STOP:
                return False
            case Move.NEXT:
                return True


def _can_be_claimed(feedback: Feedback) -> bool:
    """Whether an answer was refused that was written: no list of what is accepted is complete."""
    return isinstance(feedback.said, Written) and not feedback.correct


def _undo(session: Sitting, face: Face, *, stands: bool) -> None:
    from trotskyism_cli.screen.questions import undone_document  # as above

    face.show(undone_document(session.undo(), stands=stands))
