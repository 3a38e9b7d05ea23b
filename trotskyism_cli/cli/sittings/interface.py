"""How a quiz or a study session is shown to the learner."""

import sys
from collections.abc import Callable, Sequence

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.learning.answering.session import Feedback, Result, entries_to_read
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.keys.without_openssl import without_openssl
from trotskyism_cli.screen.output.progress_line import at_work, still_keyboard
from trotskyism_cli.screen.questions.sitting import Assistant, Face


def open_book(context: AppContext) -> None:
    """Open the library before the first question: compiling takes seconds, in which no key must be lost."""
    with at_work("Preparing the book (once for each state of the pack) …"):
        _ = context.library


def assistant_of(
    context: AppContext,
    finish: Callable[[Result], Document],
    remark: Callable[[Feedback], Document | None] = lambda _: None,
    lesson: Callable[[str], Sequence[Document]] = lambda _: (),
) -> Assistant:
    """What a sitting shows besides questions. An entry read meanwhile counts as looked up.

    Each part is loaded when it is shown: a first question needs none of it.
    """

    def read(feedback: Feedback) -> None:
        from trotskyism_cli.cli.actions.show import look_up

        context.write("\r")  # over the key that was pressed
        for entry in entries_to_read(context.library.pack, [feedback])[:1]:
            look_up(context, entry)

    def sources(feedback: Feedback) -> Document:
        from trotskyism_cli.screen.entries.sources import sources_document

        item = feedback.question.item
        return sources_document(context.library.pack, (*item.written_as, *item.asked_ids))

    def title(topic: str) -> str:
        from trotskyism_cli.screen.progress.statistics import topic_title

        return topic_title(context.library.pack, topic)

    return Assistant(finish, remark, read, sources, title, lesson)


def face_of(context: AppContext, *, exam: bool = False) -> Face:
    """How questions are asked: with keys on a terminal, else line by line."""
    if context.draws and sys.stdin.isatty():
        # The arrow-key prompt is imported only where it is used.
        with still_keyboard(), without_openssl():
            from trotskyism_cli.screen.questions.quiz_terminal import TerminalFace

        return TerminalFace(exam=exam)
    from trotskyism_cli.screen.questions.quiz_plain import PlainFace

    width = context.width if sys.stdout.isatty() else None
    return PlainFace(sys.stdin, sys.stdout, ask_again=sys.stdin.isatty(), width=width)
