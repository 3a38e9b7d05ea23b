"""A quiz in plain text: numbered prompts, one line of input a question. For pipes, scripts and screen readers."""

from collections.abc import Callable, Iterable
from typing import TextIO

from trotskyism_cli.learning.replies import hint, read_reply
from trotskyism_cli.learning.session import Command, Question, Reply, Result, Sitting
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.plain import plain_text
from trotskyism_cli.screen.questions import feedback_document, question_document

Finish = Callable[[Result], Document]


def run_plain(session: Sitting, source: TextIO, target: TextIO, finish: Finish, *, ask_again: bool) -> Result:
    """Ask until the questions or the input end; what was answered by then counts.

    With `ask_again` (somebody is typing) a line that is no answer is asked for once more; otherwise it passes the
    question, so that one line always answers one question.
    """
    while (question := session.ask()) is not None:
        _write(target, question_document(question))
        reply = _read(question, source, target, ask_again=ask_again)
        if reply is None or reply is Command.STOP:
            break
        feedback = session.answer(None if isinstance(reply, Command) else reply)
        _write(target, feedback_document(feedback))
        target.write("\n")
    _write(target, finish(session.result()))
    return session.result()


def _read(question: Question, source: TextIO, target: TextIO, *, ask_again: bool) -> Reply | None:
    """The reply to a question; None at the end of the input."""
    for line in _lines(source):
        reply = read_reply(question.item, line)
        if reply is not None:
            return reply
        target.write(hint(question.item) + "\n")
        target.flush()
        if not ask_again:
            return Command.PASS
    return None


def _lines(source: TextIO) -> Iterable[str]:
    return iter(source.readline, "")


def _write(target: TextIO, document: Document) -> None:
    target.write(plain_text(document))
    target.flush()
