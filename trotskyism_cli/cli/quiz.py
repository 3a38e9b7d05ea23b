"""`quiz` and `questions`: the bank, put to somebody or printed."""

import json
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated

import typer

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.face import assistant_of, face_of, open_book
from trotskyism_cli.cli.known import with_last_attempt
from trotskyism_cli.cli.options import LONGEST, Kinds, Plain, Seed, Topics, Trivia, a_number
from trotskyism_cli.cli.recording import recording
from trotskyism_cli.cli.selection import (
    Count,
    DifficultyOption,
    Responses,
    Selection,
    meant,
    select,
    stream,
    then_next,
    usual_responses,
    with_seed,
)
from trotskyism_cli.counting import counted
from trotskyism_cli.errors import UsageError
from trotskyism_cli.invocation import command
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.manner import Manner
from trotskyism_cli.learning.session import Result, Session, entries_to_read
from trotskyism_cli.screen.document import Document, Paragraph, line
from trotskyism_cli.screen.progress_line import at_work
from trotskyism_cli.screen.sitting import sit

app = typer.Typer()


@app.command()
def quiz(
    ctx: typer.Context,
    topic: Topics = None,
    number: Count = 10,
    kind: Kinds = None,
    difficulty: DifficultyOption = None,
    trivia: Trivia = False,
    response: Responses = None,
    typed: Annotated[bool, typer.Option("--typed", help="Write the answers out: names and years.")] = False,
    confidence: Annotated[bool, typer.Option("--confidence", help="Say how sure you are each time.")] = False,
    marks: Annotated[
        bool, typer.Option("--marks", help="With confidence: +1 +2 +3 for right answers, 0 −2 −6 for wrong ones.")
    ] = False,
    exam: Annotated[bool, typer.Option("--exam", help="Feedback only at the end, with a report.")] = False,
    time_limit: Annotated[
        float | None,
        typer.Option(
            "--time-limit",
            min=0.05,
            max=LONGEST,
            metavar="MINUTES",
            help="For all questions together.",
            callback=a_number,
        ),
    ] = None,
    missed: Annotated[bool, typer.Option("--missed", help="Only about what you last answered wrong.")] = False,
    seed: Seed = None,
    retry: Annotated[str, typer.Option("--retry", metavar="2,5", help="Of these questions, only those numbers.")] = "",
    plain: Plain = False,
) -> None:
    """Ask questions one by one, with the explanation after each; stop at any time and see the score so far.

    On a terminal: arrow keys or numbers; the last line names the keys. Piped, or with --plain: one line of input a
    question (the number of an option, its letter or its text; ? to pass, q to stop).

    Examples:

      trotskyism quiz

      trotskyism quiz fourth international -n 5 --kind year

      trotskyism quiz --exam --time-limit 10 --confidence

      trotskyism quiz --missed
    """
    context: AppContext = ctx.obj
    context.plain |= plain
    open_book(context)
    chosen = Selection(
        count=number,
        seed=seed or 0,
        topics=tuple(word.encode(errors="replace").decode() for word in topic or ()),  # bytes that are no text
        kinds=tuple(kind or ()),
        difficulty=difficulty or "",
        trivia=trivia,
        responses=_responses(response, kind, typed=typed),
    )
    if chosen.topics:
        topics, _ = meant(context.library, " ".join(chosen.topics))
        context.tell(_said_of_number(context, chosen.topics, topics))
    if retry and seed is None:
        raise UsageError("--retry needs the --seed of those questions; the end of a quiz prints the whole command.")
    if missed:
        with context.open_log() as log:
            chosen = replace(chosen, missed=log.missed())
        if not chosen.missed:
            context.show(Document((Paragraph(line("Nothing missed: what you answered last, you answered right.")),)))
            return
    if seed is None:
        chosen = with_seed(context.library, chosen)
    with at_work("Making questions …"):
        numbered = list(enumerate(select(context.library, chosen), start=1))
    if len(numbered) < number and not retry:
        context.tell(f"You asked for {number:,}; the book has {counted(len(numbered), 'such question')}.")
    wanted = _numbers(retry, len(numbered)) if retry else {place for place, _ in numbered}
    items = [item for place, item in numbered if place in wanted]
    original = [place for place, _ in numbered if place in wanted]
    manner = Manner(confidence or marks, marks, exam, None if time_limit is None else 60 * time_limit)
    run(context, items, chosen, original, manner, plain=plain)


def _said_of_number(context: AppContext, words: tuple[str, ...], topics: set[str]) -> str:
    """What a lone number was taken for: a chapter, though so many questions may be meant."""
    if len(words) != 1 or not words[0].isdecimal() or not topics:
        return ""
    title = context.library.pack.topic(next(iter(topics))).title
    return f"About chapter {words[0]}, {title}. For so many questions: {command('quiz', '-n', words[0])}"


def _responses(chosen: list[Response] | None, kinds: list[str] | None, *, typed: bool) -> tuple[Response, ...]:
    """The responses wanted: those named, or the usual ones."""
    named = [*(chosen or ()), *([Response.TYPED] if typed else [])]
    return tuple(dict.fromkeys(named)) or usual_responses(kinds or ())


def run(
    context: AppContext,
    items: list[Item],
    chosen: Selection,
    original: list[int],
    manner: Manner = Manner(),  # noqa: B008  a frozen value
    *,
    plain: bool = False,
) -> None:
    """Put items to whoever sits there; `original` are their numbers in what was chosen."""
    library, began = context.library, datetime.now(UTC)

    def finish(result: Result) -> Document:
        from trotskyism_cli.screen.questions import result_document  # a first question does without

        to_read = [library.pack.entries[each] for each in entries_to_read(library.pack, result.missed)]
        missed = ",".join(str(original[feedback.question.number - 1]) for feedback in result.missed)
        again = command("quiz", "--missed") if chosen.missed else command(*chosen.words, "--retry", missed)
        shown = result_document(result, to_read, again, manner)
        return with_last_attempt(context, shown, result, began)

    with recording(context, timed=sys.stdin.isatty(), kind="exam" if manner.exam else "quiz") as recorder:
        sit(
            Session(items, then_next(context, chosen, recorder.keep), None if manner.exam else recorder.take_back),
            face_of(context, plain=plain, exam=manner.exam),
            manner,
            assistant_of(context, finish),
            time.monotonic,
        )


@app.command()
def questions(
    ctx: typer.Context,
    topic: Topics = None,
    number: Count = 10,
    kind: Kinds = None,
    difficulty: DifficultyOption = None,
    trivia: Trivia = False,
    seed: Seed = None,
    response: Responses = None,
    reasons: Annotated[bool, typer.Option("--reasons", help="With what each wrong option really is.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, with certificates.")] = False,
) -> None:
    """Print questions from the bank with their answers and explanations. The same seed gives the same bytes.

    All responses are mixed unless some are named; `--response choice` gives the questions of `quiz` with that seed.

    Examples:

      trotskyism questions -n 20 --seed 7

      trotskyism questions kadets --json -n 100 --response choice
    """
    context: AppContext = ctx.obj
    chosen = Selection(
        count=number,
        seed=0 if seed is None else seed,
        topics=tuple(topic or ()),
        kinds=tuple(kind or ()),
        difficulty=difficulty or "",
        trivia=trivia,
        responses=tuple(response or Response),
    )
    items = stream(context.library, chosen)
    if as_json:
        for item in items:
            context.write(json.dumps(item.as_json(), ensure_ascii=False) + "\n")
    else:
        from trotskyism_cli.screen.questions import items_document

        context.show(items_document(items, with_reasons=reasons))


def _numbers(text: str, count: int) -> set[int]:
    """The numbers in `2,5`; UsageError if one of them is not among the questions."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts or not all(part.isdigit() and 1 <= int(part) <= count for part in parts):
        raise UsageError(f"--retry takes numbers from 1 to {count}, with commas between them; not “{text}”.")
    return {int(part) for part in parts}
