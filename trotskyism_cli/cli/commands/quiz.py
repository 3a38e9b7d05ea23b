"""`quiz` and `questions`: questions of the bank, asked or printed."""

import json
from typing import Annotated

import typer

from trotskyism_cli.cli.actions.quiz import USUAL, QuizRequest
from trotskyism_cli.cli.actions.quiz import run as run_quiz
from trotskyism_cli.cli.commands.options import LONGEST, Kinds, Seed, Topics, Trivia, a_number
from trotskyism_cli.cli.commands.question_options import Count, DifficultyOption, Responses
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.sittings.selection import Selection, chapter_with_more, stream
from trotskyism_cli.items.model import Response
from trotskyism_cli.learning.answering.quiz_settings import Manner
from trotskyism_cli.message_text import counted

app = typer.Typer()


@app.command()
def quiz(
    ctx: typer.Context,
    topic: Topics = None,
    number: Count = USUAL.number,
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
) -> None:
    """Ask questions one by one, with the explanation after each; stop at any time and see the score so far.

    On a terminal: arrow keys or numbers; the last line names the keys. Piped, or with --plain: one line of input a
    question (the number of an option, its letter or its text; ? to pass, q to stop).

    Examples:

      trotskyism quiz

      trotskyism quiz founding-the-fourth -n 5 --difficulty hard

      trotskyism quiz --exam --time-limit 10 --confidence

      trotskyism quiz --missed
    """
    wanted = QuizRequest(
        number=number,
        kinds=tuple(kind or ()),
        difficulty=difficulty or "",
        trivia=trivia,
        responses=tuple(dict.fromkeys((*(response or ()), *([Response.TYPED] if typed else [])))),
        manner=Manner(confidence or marks, marks, exam, None if time_limit is None else 60 * time_limit),
        missed=missed,
        seed=seed,
        retry=retry,
    )
    run_quiz(ctx.obj, topic or (), wanted)


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
    items, made = stream(context.library, chosen), 0
    if as_json:
        for item in items:  # each is written when it is made
            made += 1
            context.write(json.dumps(item.as_json(), ensure_ascii=False) + "\n")
    else:
        from trotskyism_cli.screen.questions.questions import items_document

        every = list(items)
        made = len(every)
        context.show(items_document(every, with_reasons=reasons))
    if made < number and (more := chapter_with_more(context.library, chosen, made, "questions")):
        context.tell(f"{counted(made, 'question')}.{more}")
