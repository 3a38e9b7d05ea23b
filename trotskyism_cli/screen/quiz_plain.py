"""A sitting in plain text: numbered prompts, one line of input a question. For pipes, scripts and screen readers."""

from dataclasses import dataclass
from typing import TextIO

from trotskyism_cli.items.model import Response
from trotskyism_cli.learning.manner import CONFIDENCE_WORDS
from trotskyism_cli.learning.replies import hint, read_reply
from trotskyism_cli.learning.session import Command, Question, Reply, Result
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.plain import plain_text
from trotskyism_cli.screen.questions import question_document, time_left

HOW_SURE = f"How sure are you? {', '.join(f'{level} {words}' for level, words in CONFIDENCE_WORDS.items())}\n"


@dataclass(frozen=True, slots=True)
class PlainFace:
    """Reads lines from `source` and writes to `target`.

    With `ask_again` (somebody is typing) a line that is no answer is asked for once more; otherwise it passes the
    question, so that one line always answers one question.
    """

    source: TextIO
    target: TextIO
    ask_again: bool

    def show(self, document: Document) -> None:
        self._say("\n" + plain_text(document))

    def ask(self, question: Question, result: Result, left: float | None) -> Reply | None:
        clock = "" if left is None else f"{time_left(left)}\n"
        help_line = "" if question.item.response is Response.CHOICE else f"{hint(question.item)}\n"
        gap = "\n" if question.number > 1 else ""
        self._say(f"{gap}{clock}{plain_text(question_document(question))}{help_line}")
        while line := self.source.readline():
            reply = read_reply(question.item, line)
            if reply is not None:
                return reply
            self._say(hint(question.item) + "\n")
            if not self.ask_again:
                return Command.PASS
        return None

    def ask_confidence(self) -> int | None:
        self._say(HOW_SURE)
        while line := self.source.readline():
            if line.strip() in map(str, CONFIDENCE_WORDS):
                return int(line)
            if not self.ask_again:
                return None
            self._say(HOW_SURE)
        return None

    def pause(self) -> bool:
        return True

    def _say(self, text: str) -> None:
        self.target.write(text)
        self.target.flush()
