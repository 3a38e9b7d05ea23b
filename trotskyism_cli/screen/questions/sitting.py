"""The course of a sitting, the same for both interfaces: ask, judge, give feedback, and sum up at the end."""

from collections.abc import Callable, Collection, Sequence
from enum import Enum
from typing import NamedTuple, Protocol

from trotskyism_cli.learning.answering.grading import Written
from trotskyism_cli.learning.answering.quiz_settings import Manner
from trotskyism_cli.learning.answering.session import Command, Feedback, Question, Reply, Result, Sitting
from trotskyism_cli.screen.document import Document, count_words

Clock = Callable[[], float]  # seconds since any fixed moment
A_LOOK = 0.5  # seconds: a page left sooner was not read; in plain text nobody waits


class Move(Enum):
    """What a learner may do after the feedback."""

    NEXT = "next"
    STOP = "stop"
    UNDO = "undo"
    CLAIM = "claim"
    READ = "read"
    SOURCE = "source"


class Face(Protocol):
    """The user interface of a sitting."""

    def show(self, document: Document) -> None:
        """Show a document."""

    def ask(self, question: Question, result: Result, left: float | None, *, undo: bool) -> Reply | None:
        """Ask a question; `left` is the time left in seconds, `undo` says whether an answer can be taken back.

        Returns LATE if time ran out meanwhile, None at the end of the input.
        """

    def ask_confidence(self) -> int | Command | None:
        """The learner's confidence from 1 to 3, or STOP or LATE; None if it is not given."""

    def tell(self, feedback: Feedback) -> None:
        """Show the feedback on an answer."""

    def report(self, document: Document) -> None:
        """Show a document that may be longer than a screen, from its beginning."""

    def rest(self) -> bool:
        """Wait until what is shown has been read; False to stop."""

    def pause(self, offered: Collection[Move], *, last: bool) -> Move:
        """Wait until the feedback has been read; `last` if no question follows.

        Returns what the learner does next: go on, stop, or one of the `offered` moves.
        """


class Assistant(NamedTuple):
    """What a sitting shows besides questions, supplied by the command.

    `finish`: the summary at the end. `remark`: an addition to feedback. `read` and `sources`: an entry or sources on
    request. `title`: a chapter's title by id. `lesson`: the pages about a fact.
    """

    finish: Callable[[Result], Document]
    remark: Callable[[Feedback], Document | None]
    read: Callable[[Feedback], None]
    sources: Callable[[Feedback], Document]
    title: Callable[[str], str]
    lesson: Callable[[str], Sequence[Document]]


def sit(session: Sitting, face: Face, manner: Manner, assistant: Assistant, clock: Clock) -> Result:
    """Run a sitting until the questions, the time or the learner's patience end; answers given by then count.

    On KeyboardInterrupt the sitting is summed up as usual, then the exception is raised again for the caller.
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
        from trotskyism_cli.screen.questions.questions import review_document  # not needed for a first question

        face.report(review_document(result, assistant.title))
    face.show(assistant.finish(result))
    if interruption is not None:
        raise interruption
    return result


def _unreached(session: Sitting) -> int:
    """Number of questions that were still to come."""
    question = session.ask()
    return 0 if question is None else question.total - session.result().asked


def _ask_one(
    session: Sitting, face: Face, manner: Manner, assistant: Assistant, clock: Clock, end: float | None
) -> Move | Command:
    """Show lessons that are due, ask one question and give feedback. NEXT, or why the sitting is over: STOP or LATE."""
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
    if isinstance(sure, Command):  # the answer itself counts
        if not manner.exam:
            face.tell(feedback)
        # If that was the last question, the time sufficed.
        return sure if sure is Command.LATE and session.ask() is not None else Move.STOP
    return Move.NEXT if manner.exam else _tell(session, face, assistant, feedback)


def _reply(session: Sitting, question: Question, face: Face, clock: Clock, left: float | None) -> Reply:
    """The reply to a question; STOP if there is none, LATE if time is up."""
    if left is not None and left <= 0:
        return Command.LATE
    began = clock()
    reply = face.ask(question, session.result(), left, undo=session.can_undo) or Command.STOP
    if left is None or reply in (Command.STOP, Command.LATE) or clock() - began < left:
        return reply
    from trotskyism_cli.screen.questions.questions import too_late_document  # not needed for a first question

    face.show(too_late_document())
    return Command.LATE


def _tell(session: Sitting, face: Face, assistant: Assistant, feedback: Feedback) -> Move:
    """Give feedback, and serve the learner's requests until they go on (NEXT) or stop (STOP)."""
    from trotskyism_cli.screen.questions.questions import (
        claimed_document,  # loaded only after the first question
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
                offered.remove(move)  # the sources are on the screen now
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
    """Return whether a typed answer was rejected: lists of accepted answers are never complete."""
    return isinstance(feedback.said, Written) and not feedback.correct


def _undo(session: Sitting, face: Face, *, stands: bool) -> None:
    from trotskyism_cli.screen.questions.questions import undone_document  # as above

    face.show(undone_document(session.undo(), stands=stands))
