"""The command `study`, as Typer reads it."""

from typing import Annotated

import typer

from trotskyism_cli.cli.actions.study import USUAL, StudyRequest
from trotskyism_cli.cli.actions.study import run as run_study
from trotskyism_cli.cli.commands.options import LONGEST, AsJson, a_number
from trotskyism_cli.cli.help.completion import chapter_names

app = typer.Typer(add_completion=False)


@app.command()
def study(
    ctx: typer.Context,
    chapter: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CHAPTER]", help="Read this chapter, then be asked about it.", autocompletion=chapter_names
        ),
    ] = None,
    minutes: Annotated[
        float, typer.Option("--minutes", "-m", min=0.5, max=LONGEST, help="Ask for so long.", callback=a_number)
    ] = USUAL.minutes,
    new: Annotated[
        int | None,
        typer.Option("--new", min=0, help="At most so many new facts; with --exam, each day."),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", "-t", help="Only this chapter; may be repeated.", autocompletion=chapter_names),
    ] = None,
    looked: Annotated[
        bool, typer.Option("--looked-up", help="Only what you looked up in the last two weeks and do not know yet.")
    ] = False,
    test: Annotated[
        bool,
        typer.Option("--test", help="Ask without showing first; at the beginning, 20 questions that find your level."),
    ] = False,
    model: Annotated[bool, typer.Option("--model", help="Show what your answers tell of your memory.")] = False,
    plan: Annotated[bool, typer.Option("--plan", help="Show what would be asked, and why.")] = False,
    exam: Annotated[
        str, typer.Option("--exam", metavar="YYYY-MM-DD", help="The load a day until then, and what you will remember.")
    ] = "",
    confidence: Annotated[bool, typer.Option("--confidence", help="Say how sure you are each time.")] = False,
    as_json: AsJson = False,
) -> None:
    """Ask what gains you most for the minute, and show new facts before they are asked.

    Answer as in a quiz; the last line names the keys: u takes the last answer back, q stops. Every answer is kept at
    once. A fact is asked once in a sitting, and once more in another form if you got it wrong; it comes back when your
    chance to know it has fallen so far that asking gains most for the minute (--model says how far that is).

    Examples:

      trotskyism study --minutes 5

      trotskyism study left opposition

      trotskyism study --test --new 10

      trotskyism study --exam 2027-05-12

      trotskyism study --looked-up

    With the day of an exam in TROTSKYISM_EXAM (2027-05-12), what is asked is what will be known on that day.
    """
    wanted = StudyRequest(
        minutes=minutes,
        new=new,
        topics=topic or (),
        looked_up=looked,
        test=test,
        model=model,
        plan=plan,
        exam=exam,
        confidence=confidence,
        as_json=as_json,
    )
    run_study(ctx.obj, chapter or (), wanted)
