"""`quiz`: ask questions of the bank one by one."""

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.sittings.interface import assistant_of, face_of, open_book
from trotskyism_cli.cli.sittings.progress_beside import with_last_attempt
from trotskyism_cli.cli.sittings.recording import recording
from trotskyism_cli.cli.sittings.selection import (
    Selection,
    chapter_with_more,
    meant,
    select,
    then_next,
    usual_responses,
    with_seed,
)
from trotskyism_cli.errors import UsageError
from trotskyism_cli.invocation import command
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.answering.quiz_settings import Manner
from trotskyism_cli.learning.answering.session import Result, Session, entries_to_read
from trotskyism_cli.message_text import counted
from trotskyism_cli.screen.document import Document, Paragraph, line
from trotskyism_cli.screen.output.progress_line import at_work
from trotskyism_cli.screen.questions.sitting import sit


class QuizRequest(NamedTuple):
    """Which questions are wanted and how they are asked: the options of `quiz`. No `responses` means the usual ones."""

    number: int = 10
    kinds: tuple[str, ...] = ()
    difficulty: str = ""
    trivia: bool = False
    responses: tuple[Response, ...] = ()
    manner: Manner = Manner()
    missed: bool = False
    seed: int | None = None
    retry: str = ""


USUAL = QuizRequest()


def run(context: AppContext, words: Sequence[str], wanted: QuizRequest = USUAL) -> None:
    """Ask questions on the chapter or entry that the words name, or on everything."""
    open_book(context)
    chosen = Selection(
        count=wanted.number,
        seed=wanted.seed or 0,
        topics=tuple(word.encode(errors="replace").decode() for word in words),  # bytes that are no text
        kinds=wanted.kinds,
        difficulty=wanted.difficulty,
        trivia=wanted.trivia,
        responses=wanted.responses or usual_responses(wanted.kinds),
    )
    if chosen.topics:
        topics, _ = meant(context.library, " ".join(chosen.topics))
        context.tell(_said_of_number(context, chosen.topics, topics))
    if wanted.retry and wanted.seed is None:
        raise UsageError("--retry needs the --seed of those questions; the end of a quiz prints the whole command.")
    if wanted.missed:
        with context.open_log() as log:
            chosen = replace(chosen, missed=log.missed())
        if not chosen.missed:
            context.show(Document((Paragraph(line("Nothing missed: what you answered last, you answered right.")),)))
            return
    if wanted.seed is None:
        chosen = with_seed(context.library, chosen)
    with at_work("Making questions …"):
        numbered = list(enumerate(select(context.library, chosen), start=1))
    if len(numbered) < wanted.number and not wanted.retry:
        more = chapter_with_more(context.library, chosen, len(numbered), "quiz")
        context.tell(f"You asked for {wanted.number:,}; the book has {counted(len(numbered), 'such question')}.{more}")
    again = _numbers(wanted.retry, len(numbered)) if wanted.retry else {place for place, _ in numbered}
    _put(context, [(place, item) for place, item in numbered if place in again], chosen, wanted.manner)


def _said_of_number(context: AppContext, words: tuple[str, ...], topics: set[str]) -> str:
    """A note that a lone number was read as a chapter, since a number of questions may have been meant."""
    if len(words) != 1 or not words[0].isdecimal() or not topics:
        return ""
    title = context.library.pack.topic(next(iter(topics))).title
    return f"About chapter {words[0]}, {title}. For so many questions: {command('quiz', '-n', words[0])}"


def _numbers(text: str, count: int) -> set[int]:
    """Parse `2,5` into numbers. UsageError if one of them is no number of a question."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts or not all(part.isdigit() and 1 <= int(part) <= count for part in parts):
        raise UsageError(f"--retry takes numbers from 1 to {count}, with commas between them; not “{text}”.")
    return {int(part) for part in parts}


def _kind(chosen: Selection, manner: Manner) -> str:
    """The kind of session (see `history.KINDS`); an exam that others may sit too also carries its seed."""
    from trotskyism_cli.learning.progress.history import EXAM, exam_with  # an ordinary first question does without

    if not manner.exam:
        return "quiz"
    return EXAM if chosen.by_chance else exam_with(chosen.seed)


def _put(context: AppContext, numbered: Sequence[tuple[int, Item]], chosen: Selection, manner: Manner) -> None:
    """Ask items in a sitting. Each comes with its number in the whole selection."""
    library, began = context.library, datetime.now(UTC)

    def finish(result: Result) -> Document:
        from trotskyism_cli.screen.questions.questions import result_document  # a first question does without

        to_read = [library.pack.entries[each] for each in entries_to_read(library.pack, result.missed)]
        missed = ",".join(str(numbered[feedback.question.number - 1][0]) for feedback in result.missed)
        again = command("quiz", "--missed") if chosen.missed else command(*chosen.words, "--retry", missed)
        shown = result_document(result, to_read, again, manner, recorder.too_fast)
        return with_last_attempt(context, shown, result, began)

    items = [item for _, item in numbered]
    with recording(context, timed=sys.stdin.isatty(), kind=_kind(chosen, manner)) as recorder:
        sit(
            Session(items, then_next(context, chosen, recorder.keep), None if manner.exam else recorder.take_back),
            face_of(context, exam=manner.exam),
            manner,
            assistant_of(context, finish),
            time.monotonic,
        )
