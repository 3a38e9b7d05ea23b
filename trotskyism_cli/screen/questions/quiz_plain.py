"""The plain-text interface of a sitting: numbered prompts, one line of input per question.

For pipes, scripts and screen readers.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TextIO

from trotskyism_cli.items.model import Response
from trotskyism_cli.learning.answering.quiz_settings import CONFIDENCE_WORDS
from trotskyism_cli.learning.answering.replies import hint, read_recalled, read_reply
from trotskyism_cli.learning.answering.session import Command, Feedback, Question, Reply, Result
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.lines import wrapped
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.questions.feedback import told_feedback
from trotskyism_cli.screen.questions.progress_bar import time_left
from trotskyism_cli.screen.questions.questions import options_document, question_document
from trotskyism_cli.screen.questions.sitting import Move

RECALL = "Try to answer first, in thought or in writing; then Enter shows the options. ? to pass, q to stop.\n"
HOW_SURE = f"How sure are you? {', '.join(f'{level} {words}' for level, words in CONFIDENCE_WORDS.items())}\n"


@dataclass(frozen=True, slots=True)
class PlainFace:
    """A sitting that reads lines from `source` and writes to `target`.

    With `ask_again` (somebody is typing) an invalid line is asked for again. Otherwise it passes the question, so that
    each line answers exactly one question. With a `width`, lines are wrapped.
    """

    source: TextIO
    target: TextIO
    ask_again: bool
    width: int | None = None

    def show(self, document: Document) -> None:
        self._say("\n" + plain_text(document))

    def ask(self, question: Question, result: Result, left: float | None, *, undo: bool) -> Reply | None:
        clock = "" if left is None else f"{time_left(left)}\n"
        says_how = self.ask_again or question.item.response is not Response.CHOICE
        help_line = f"{hint(question.item, undo=undo)}\n" if says_how else ""
        gap = "\n" if question.number > 1 else ""
        covered = question.item.covered
        shown = question._replace(item=question.item._replace(options=())) if covered else question
        self._say(f"{gap}{clock}{plain_text(question_document(shown))}{RECALL if covered else help_line}")
        if covered:
            if not (line := self.source.readline()):
                return None
            if (command := read_recalled(line)) is not None:
                return command
            self._say(f"\n{plain_text(options_document(question.item))}{help_line}")
        while line := self.source.readline():
            reply = read_reply(question.item, line)
            if reply is not None:
                return reply
            if not self.ask_again:
                self._say(f"“{line.strip()}” is no answer, and each line is for one question.\n")
            self._say(hint(question.item, undo=undo) + "\n")
            if not self.ask_again:
                return Command.PASS
        return None

    def ask_confidence(self) -> int | Command | None:
        self._say(HOW_SURE)
        while line := self.source.readline():
            if line.strip().casefold() == "q":
                return Command.STOP
            if line.strip() in map(str, CONFIDENCE_WORDS):
                return int(line)
            if not self.ask_again:
                return None
            self._say(HOW_SURE)
        return None

    def tell(self, feedback: Feedback) -> None:
        self.show(told_feedback(feedback))

    def report(self, document: Document) -> None:
        self.show(document)

    def rest(self) -> bool:
        return True

    def pause(self, offered: Collection[Move], *, last: bool) -> Move:
        return Move.NEXT

    def _say(self, text: str) -> None:
        self.target.write(text if self.width is None else wrapped(text, self.width))
        self.target.flush()
