"""The terminal interface of a sitting: arrow or number keys, immediate feedback, and a way out at any time."""

import time
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.answering.grading import Chosen, Written, in_words, wants_year
from trotskyism_cli.learning.answering.quiz_settings import CONFIDENCE_WORDS
from trotskyism_cli.learning.answering.replies import read_recalled, read_reply
from trotskyism_cli.learning.answering.session import Command, Feedback, Question, Reply, Result
from trotskyism_cli.screen.document import Document, Line, Paragraph, Span, line
from trotskyism_cli.screen.keys.cells import wrap, wrap_items
from trotskyism_cli.screen.keys.choosing import Ask, Choice, Done, Keys, around
from trotskyism_cli.screen.keys.prompts import Limit, ask, ask_text, erase_above, forget_keys, print_line, size
from trotskyism_cli.screen.questions.passage_view import passage_lines
from trotskyism_cli.screen.questions.progress_bar import progress_line, time_left
from trotskyism_cli.screen.questions.sitting import Move

if TYPE_CHECKING:  # what draws documents is loaded when the first is shown, after the first question
    from rich.console import Console

KEYS = {
    Response.CHOICE: "↑ ↓ Enter or a number",
    Response.SEVERAL: "numbers or Space mark · Enter answers",
    Response.ORDER: "↑ ↓ Enter or a number · b one back",
    Response.MATCH: "↑ ↓ Enter or a number · b one back",
    Response.TYPED: "type the answer, then Enter",
}
RECALL = "try to answer, in thought or in writing; Enter shows the options"
TYPED_YEAR = "type the year, then Enter"
FURTHER = " · ? pass · q stop"
UNDO, UNDO_TYPED = " · u take back the last", " · u and Enter take back the last"
ABOVE = 4  # lines above the feedback: rule, progress bar, blank lines
BELOW = 3  # lines below it, for the keys
HEAD = 3  # lines above a question: rule, progress bar, blank line
GAPS = 2  # lines below a question and below its options
READ = ("enter", "space", "right", "n")  # keys that go on
MOVES = {  # further keys after the feedback; each text begins with its key
    Move.READ: "r read the entry",
    Move.SOURCE: "s source",
    Move.CLAIM: "c count it as right",
    Move.UNDO: "u take back",
}


class TerminalFace:
    """A sitting with key prompts between documents. In an exam nothing shows what was right."""

    def __init__(self, *, exam: bool = False) -> None:
        self._exam = exam
        self._limit: Limit | None = None
        self._begun = False
        self._stem_is_shown = False
        self._stem, self._said = "", ""
        self._whole: Document | None = None  # the full feedback, if it was shortened to fit

    @cached_property
    def _console(self) -> "Console":
        from trotskyism_cli.screen.output.terminal import make_console

        return make_console()

    def show(self, document: Document) -> None:
        print_line(_rule())
        self._show(document)

    def report(self, document: Document) -> None:
        from trotskyism_cli.screen.output.terminal import show

        show(document, self._console, pages=True, then="to the end")

    def _show(self, document: Document) -> None:
        from trotskyism_cli.screen.output.terminal import show

        show(document, self._console)

    def ask(self, question: Question, result: Result, left: float | None, *, undo: bool) -> Reply | None:
        if not self._begun:
            forget_keys()
            self._begun = True
        print_line(_rule())
        print_line(progress_line(question, result, size().columns, exam=self._exam))
        print_line(())
        self._limit = None if left is None else Limit(time.monotonic() + left, Command.LATE, time_left)
        item = question.item
        try:
            reply = self._read_first(item, undo=undo) or (
                self._typed(item, undo=undo) if item.response is Response.TYPED else self._chosen(item, undo=undo)
            )
        except EOFError:
            return Command.STOP
        if reply is Command.STOP and item.passage is None and not self._stem_is_shown:
            erase_above(HEAD)  # a progress bar with nothing below would look like a question
        self._stem = "" if self._stem_is_shown or self._exam else item.stem
        said = "Not answered in time." if reply is Command.LATE else "Passed."
        self._said = said if isinstance(reply, Command) else f"Your answer: {in_words(item, reply)}"
        if reply is Command.LATE or (self._exam and reply is not Command.STOP):
            self._show(Document((Paragraph(line(Span(item.stem, "strong"))), Paragraph(line(self._said)))))
            print_line(())
        return reply

    def ask_confidence(self) -> int | Command | None:
        words = tuple(words.capitalize() for words in CONFIDENCE_WORDS.values())
        told = "How sure are you?" if self._exam else f"{self._said.removesuffix('.')}. How sure are you?"
        keys = "↑ ↓ Enter or a number · Esc leaves it unsaid · q stop"
        asked = Ask(self._stem, words, keys, {"q": Command.STOP}, escape=Done(None), told=told)
        try:
            sure = ask(Choice(asked), self._limit)
        except EOFError:
            return None
        if isinstance(sure, Command):
            return sure
        return sure + 1 if isinstance(sure, int) else None

    def tell(self, feedback: Feedback) -> None:
        from trotskyism_cli.screen.output.terminal import height
        from trotskyism_cli.screen.questions.feedback import BRIEFEST, drawn_feedback

        stem = not self._stem_is_shown
        room = self._console.height - ABOVE - BELOW
        drawn = [drawn_feedback(feedback, brevity, stem=stem, passage=False) for brevity in range(BRIEFEST + 1)]
        shown = next((each for each in drawn if height(each, self._console) <= room), drawn[-1])
        self._whole = None if shown == drawn[0] else drawn[0]
        self._show(shown)

    def rest(self) -> bool:
        forget_keys()
        print_line(())
        forward: dict[str, object] = dict.fromkeys(READ, True)
        try:
            goes_on = ask(Keys({**forward, "q": False}, "Enter when you have read it · q stop")) is True
        except EOFError:
            return False
        if goes_on:
            self._console.clear()  # so that the lesson does not stand above its question
        return goes_on

    def pause(self, offered: Collection[Move], *, last: bool) -> Move:
        forget_keys()  # keys pressed before the feedback appeared were not meant for it
        print_line(())
        keys = f"Enter {'to the score' if last else 'next'}{' · a all reasons' if self._whole else ''}"
        keys += "".join(f" · {words}" for move, words in MOVES.items() if move in offered) + " · q stop"
        meanings: Mapping[str, object] = {
            **dict.fromkeys(READ, Move.NEXT),
            **{words[0]: move for move, words in MOVES.items() if move in offered},
            "q": Move.STOP,
            **({"a": self._whole} if self._whole else {}),
        }
        try:
            while isinstance(move := ask(Keys(meanings, keys)), Document):
                self.report(move)
        except EOFError:
            return Move.STOP
        return move if isinstance(move, Move) else Move.STOP

    def _read_first(self, item: Item, *, undo: bool) -> Command | None:
        """Show the passage of a question, if any; return STOP or LATE if the learner does not go on from it.

        The passage stays above the question. If both do not fit on the screen, it waits until the passage was read.
        """
        height, width = size()
        if not (drawn := passage_lines(item.passage, width - 1)):
            return None
        for each in drawn:
            print_line(each)
        print_line(())
        below = len(wrap(item.stem, width - 1)) + sum(len(wrap(each, width - 6)) for each in item.options)
        below += len(wrap_items(_keys(item, undo=undo), width - 1)) + GAPS
        if len(drawn) + 1 + below <= height:
            return None
        meanings: dict[str, object] = {**dict.fromkeys(READ), "q": Command.STOP}
        said = ask(Keys(meanings, "Enter when you have read it · q stop"), self._limit)
        return said if isinstance(said, Command) else None

    def _chosen(self, item: Item, *, undo: bool) -> Reply:
        head, tried = self._head(item), ""
        if item.covered:
            said = self._recalled(head, undo=undo)
            if isinstance(said, Command):
                return said
            tried = str(said).strip()
        asked = Ask(
            head,
            item.options,
            _keys(item, undo=undo),
            {"?": Command.PASS, "q": Command.STOP, **({"u": Command.UNDO} if undo else {})},
            told=f"You wrote: {tried}" if tried else "",
        )
        said = ask(_model(item, asked), self._limit)
        if isinstance(said, tuple):
            return Chosen(said)
        return Chosen((said,)) if isinstance(said, int) else said if isinstance(said, Command) else Command.STOP

    def _recalled(self, head: str, *, undo: bool) -> object:
        """Ask for the answer before the options are shown. Return what was written (may be empty) or a command."""

        def accept(text: str) -> Done:
            command = read_recalled(text)
            return Done(text if command is None or (command is Command.UNDO and not undo) else command)

        return ask_text(around(head, f"{RECALL}{UNDO_TYPED if undo else ''}{FURTHER}"), accept, None, self._limit)

    def _typed(self, item: Item, *, undo: bool) -> Reply:
        stem, keys = self._head(item), _keys(item, undo=undo)

        def accept(text: str) -> Done | None:
            reply = read_reply(item, text)
            return None if reply is None or (reply is Command.UNDO and not undo) else Done(reply)

        said = ask_text(around(stem, keys), accept, None, self._limit)
        return said if isinstance(said, Command | Written) else Command.STOP

    def _head(self, item: Item) -> str:
        """The stem to show in the prompt; empty if the window is so low that it must be printed above instead."""
        height, width = size()
        lines = len(wrap(item.stem, width - 1)) + sum(len(wrap(each, width - 6)) for each in item.prompts)
        self._stem_is_shown = lines + max((len(wrap(each, width - 6)) for each in item.options), default=1) > (
            height - ABOVE
        )
        if self._stem_is_shown:
            self._show(Document((Paragraph(line(Span(item.stem, "strong"))),)))
        return "" if self._stem_is_shown else item.stem


def _keys(item: Item, *, undo: bool) -> str:
    undo_key = (UNDO_TYPED if item.response is Response.TYPED else UNDO) if undo else ""
    keys = TYPED_YEAR if wants_year(item) else KEYS[item.response]
    return f"{keys}{undo_key}{FURTHER}"


def _model(item: Item, asked: Ask) -> Choice:
    """The prompt model for an item."""
    if item.response is Response.CHOICE:
        return Choice(asked)
    from trotskyism_cli.screen.keys.choosing_several import Match, Order, Several  # rarely needed

    if item.response is Response.MATCH:
        return Match(asked, prompts=item.prompts)
    return Several(asked) if item.response is Response.SEVERAL else Order(asked)


def _rule() -> Line:
    """A line across the terminal."""
    return line(Span("─" * size().columns, "kind"))
