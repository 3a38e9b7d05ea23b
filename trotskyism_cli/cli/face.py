"""How a quiz or a study session meets the learner."""

import sys
from collections.abc import Callable
from functools import partial

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.learning.session import Feedback, Result, entries_to_read
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.lesson import entry_of_lesson, lesson_document
from trotskyism_cli.screen.progress_line import at_work, still_keyboard
from trotskyism_cli.screen.quiz_plain import PlainFace
from trotskyism_cli.screen.sitting import Assistant, Face
from trotskyism_cli.screen.sources import sources_document
from trotskyism_cli.screen.statistics import topic_title


def open_book(context: AppContext) -> None:
    """Open the library before anything is asked: to compile it takes seconds, and the keyboard is to keep still."""
    with at_work("Preparing the book (once for each state of the pack) …"):
        _ = context.library


def assistant_of(
    context: AppContext,
    finish: Callable[[Result], Document],
    remark: Callable[[Feedback], Document | None] = lambda _: None,
) -> Assistant:
    """What is told besides the questions; an entry that is read meanwhile counts as looked up."""
    pack = context.library.pack

    def read(feedback: Feedback) -> None:
        from trotskyism_cli.cli.lookups import look_up  # most sessions never do

        context.write("\r")  # over the key that was pressed
        for entry in entries_to_read(pack, [feedback])[:1]:
            look_up(context, entry)

    def sources(feedback: Feedback) -> Document:
        return sources_document(pack, feedback.question.item.asked_ids)

    taught: set[str] = set()

    def lesson(fact: str) -> Document:
        entry = entry_of_lesson(pack, fact)
        again = entry in taught
        taught.add(entry)
        return lesson_document(pack, fact, again=again)

    return Assistant(finish, remark, read, sources, partial(topic_title, pack), lesson)


def face_of(context: AppContext, *, plain: bool, exam: bool = False) -> Face:
    """How questions meet whoever sits there: with keys on a terminal, else line by line."""
    if context.draws and not plain and sys.stdin.isatty():
        # The arrow-key prompt is imported only where it is used.
        with still_keyboard():
            from trotskyism_cli.screen.quiz_terminal import TerminalFace
            from trotskyism_cli.screen.terminal import make_console

        return TerminalFace(make_console(), exam=exam)
    width = context.width if sys.stdout.isatty() else None
    return PlainFace(sys.stdin, sys.stdout, ask_again=sys.stdin.isatty(), width=width)
