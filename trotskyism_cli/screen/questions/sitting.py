"""The course of a sitting, the same in a terminal and in plain text: ask, judge, tell, and at the end sum up."""

from collections.abc import Callable, Collection, Sequence
from enum import Enum
from typing import NamedTuple, Protocol

from trotskyism_cli.learning.answering.grading import Written
from trotskyism_cli.learning.answering.manner import Manner
from trotskyism_cli.learning.answering.session import Command, Feedback, Question, Reply, Result, Sitting
from trotskyism_cli.screen.document import Document, count_words

Clock = Callable[[], float]  # seconds, from any beginning
A_LOOK = 0.5  # seconds: who goes on sooner has read nothing, and in plain text nobody waits


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

        LATE if it ran out meanwhile; None if there is nobody to answer any more.
        """

    def ask_confidence(self) -> int | Command | None:
        """How sure the learner is, from 1 to 3, or STOP or LATE; None if there is nobody who would say it."""

    def tell(self, feedback: Feedback) -> None:
        """What became of an answer."""

    def report(self, document: Document) -> None:
        """Show what may be longer than a screen, from its beginning."""

    def rest(self) -> bool:
        """Let what is shown be read; False to stop."""

    def pause(self, offered: Collection[Move], *, last: bool) -> Move:
        """Let the feedback be read; `last` says that no question is to follow.

        Besides going on and stopping, the learner may do what is `offered`.
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
    after: Move | Command = Move.NEXT
    try:
        while after is Move.NEXT:
            after = _ask_one(session, face, manner, assistant, clock, end)
    except KeyboardInterrupt as interrupted:
        interruption = interrupted
    result = session.result()
    if after is Command.LATE:
        result = result._replace(unreached=_unreached(session), counts=manner.exam)
    if manner.exam and result.asked:
        from trotskyism_cli.screen.questions.questions import review_document  # a first question does without

        face.report(review_document(result, assistant.title))
    face.show(assistant.finish(result))
    if interruption is not None:
        raise interruption
    return result


def _unreached(session: Sitting) -> int:
    """How many questions were still to come."""
    question = session.ask()
    return 0 if question is None else question.total - session.result().asked


def _ask_one(
    session: Sitting, face: Face, manner: Manner, assistant: Assistant, clock: Clock, end: float | None
) -> Move | Command:
    """Put one question and tell what the answer was worth: NEXT, or why the sitting is over, STOP or LATE."""
    while (fact := session.lesson()) is not None:
        for page in assistant.lesson(fact):
            began = clock()
            face.show(page)
            if not face.rest():
                return Move.STOP
            if (looked := clock() - began) > A_LOOK:
                session.read(count_words(page), looked)
    question = session.ask()
    if question is None:
        return Move.STOP
    began = clock()
    reply = _reply(session, question, face, clock, None if end is None else end - began)
    if reply is Command.STOP or reply is Command.LATE:
        return Move.STOP if reply is Command.STOP else reply
    if reply is Command.UNDO:
        _undo(session, face, stands=manner.exam)
        return Move.NEXT
    seconds = clock() - began
    sure = face.ask_confidence() if manner.confidence and reply is not Command.PASS else None
    confidence = None if isinstance(sure, Command) else sure
    feedback = session.answer(None if isinstance(reply, Command) else reply, confidence, seconds)
    if isinstance(sure, Command):  # what was answered counts
        if not manner.exam:
            face.tell(feedback)
        # Who answered the last question in time had all the time that was needed.
        return sure if sure is Command.LATE and session.ask() is not None else Move.STOP
    return Move.NEXT if manner.exam else _tell(session, face, assistant, feedback)


def _reply(session: Sitting, question: Question, face: Face, clock: Clock, left: float | None) -> Reply:
    """What is answered to a question; STOP if nobody does, and LATE if there is no time left for it."""
    if left is not None and left <= 0:
        return Command.LATE
    began = clock()
    reply = face.ask(question, session.result(), left, undo=session.can_undo) or Command.STOP
    if left is None or reply in (Command.STOP, Command.LATE) or clock() - began < left:
        return reply
    from trotskyism_cli.screen.questions.questions import too_late_document  # a first question does without

    face.show(too_late_document())
    return Command.LATE


def _tell(session: Sitting, face: Face, assistant: Assistant, feedback: Feedback) -> Move:
    """What the answer was worth, and what the learner wants to know of it; whether to go on, NEXT or STOP."""
    from trotskyism_cli.screen.questions.questions import (
        claimed_document,  # what draws is loaded after the first question
    )

    face.tell(feedback)
    if (remark := assistant.remark(feedback)) is not None:
        face.show(remark)
    offered = {Move.READ, Move.SOURCE}
    while True:
        further = {Move.UNDO, *([Move.CLAIM] if _can_be_claimed(feedback) else [])} if session.can_undo else set[Move]()
        match move := face.pause(offered | further, last=session.ask() is None):
            case Move.READ:
                assistant.read(feedback)
            case Move.SOURCE:
                face.show(assistant.sources(feedback))
                offered.remove(move)  # they stand there now
            case Move.UNDO:
                _undo(session, face, stands=False)
                return Move.NEXT
            case Move.CLAIM:
                session.undo()
                feedback = session.answer(feedback.said, feedback.confidence, feedback.seconds, claimed=True)
                face.show(claimed_document())
            case Move.STOP | Move.NEXT:
                return move


def _can_be_claimed(feedback: Feedback) -> bool:
    """Whether an answer was refused that was written: no list of what is accepted is complete."""
    return isinstance(feedback.said, Written) and not feedback.correct


def _undo(session: Sitting, face: Face, *, stands: bool) -> None:
    from trotskyism_cli.screen.questions.questions import undone_document  # as above

    face.show(undone_document(session.undo(), stands=stands))
