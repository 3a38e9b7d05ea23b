"""`study`: what is due, then what is new; what would be asked and why; and the outlook on an exam."""

from dataclasses import replace
from typing import Annotated

import typer

from trotskyism_cli.cli.completion import chapter_names
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.face import open_book
from trotskyism_cli.cli.options import LONGEST, AsJson, Plain, a_number
from trotskyism_cli.cli.recording import log_or_makeshift
from trotskyism_cli.cli.retention import HIGHEST, LOWEST, RETENTION
from trotskyism_cli.cli.study_room import Room, Sitting, room_of
from trotskyism_cli.cli.study_session import hold
from trotskyism_cli.errors import UsageError
from trotskyism_cli.learning import plan as plans
from trotskyism_cli.learning.manner import Manner
from trotskyism_cli.learning.schedule import Settings
from trotskyism_cli.learning.today import KNOWS_MUCH, MANY, MINUTES

app = typer.Typer(add_completion=False)

RETENTION_HELP = (
    f"The chance to remember at which a fact comes back: more is more work. {RETENTION} sets it for every command."
)


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
    ] = MINUTES,
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
    retention: Annotated[
        float,
        typer.Option(
            "--retention",
            envvar=RETENTION,
            min=LOWEST,
            max=HIGHEST,
            help=RETENTION_HELP,
            callback=a_number,
        ),
    ] = Settings().desired_retention,
    plain: Plain = False,
    as_json: AsJson = False,
) -> None:
    """Ask what gains you most for the minute, and show new facts before they are asked.

    Answer as in a quiz; the last line names the keys: u takes the last answer back, q stops. Every answer is kept at
    once. A fact is asked once in a sitting, and once more in another form if you got it wrong; when it comes back
    depends on how well you know it, and on how well you keep things.

    Examples:

      trotskyism study --minutes 5

      trotskyism study left opposition

      trotskyism study --test --new 10

      trotskyism study --exam 2027-05-12

      trotskyism study --looked-up

    With the day of an exam in TROTSKYISM_EXAM (2027-05-12), what is asked is what will be known on that day.
    """
    if plan and exam:
        raise UsageError("--plan and --exam show different things; ask for one of them.")
    if looked and (exam or topic):
        raise UsageError("--looked-up goes with neither --exam nor --topic.")
    if as_json and not (plan or exam):
        raise UsageError("--json goes with --plan or --exam.")
    context: AppContext = ctx.obj
    context.plain |= plain
    open_book(context)
    names = [*(topic or []), *([" ".join(chapter)] if chapter else [])]
    with context.open_log() if plan or exam or model else log_or_makeshift(context) as log:
        room = room_of(context, log, names, Settings(retention))
        if chapter:
            first = room.library.entry_of_chapter(" ".join(chapter))
            is_scattered = bool(room.library.paragraphs(first)) and len(names) == 1
            room = replace(room, first=first, topics=None if is_scattered else room.topics)
        room = replace(room, places=test and len(room.memories) < plans.PLACEMENT)
        if looked:
            from trotskyism_cli.learning.looked_up import looked_up  # most sessions ask of everything

            entries = looked_up(context.data_folder, room.library.pack.id, room.now)
            room = replace(room, entries=entries)
        most = new if new is not None else plans.PLACEMENT if room.places else MANY
        shows = not (test or exam or model) and room.pupil.known_before() < KNOWS_MUCH
        sitting = Sitting(most, minutes, Manner(confidence=confidence), lessons=shows)
        if exam:
            from trotskyism_cli.cli.study_ahead import show_outlook  # as below

            show_outlook(room, exam, new, as_json=as_json)
        elif model:
            from trotskyism_cli.screen.model import model_document  # a session shows none

            answers = sum(not each.undoes for each in log.reviews())
            context.show(model_document(room.pupil, answers))
        elif plan:
            from trotskyism_cli.cli.study_ahead import show_plan  # as above

            show_plan(room, sitting, as_json=as_json)
        else:
            if chapter:
                _read(room, " ".join(chapter))
            hold(room, sitting, plain=plain)


def _read(room: Room, name: str) -> None:
    """Show a chapter before it is asked about."""
    topic = room.library.topic(name)
    if topic is not None:
        from trotskyism_cli.screen.views import reading_document, topic_document  # most sessions begin with a question

        library, first = room.library, room.first
        if first:
            parts = library.paragraphs(first) or {topic.id: (library.sections(topic, first),)}
            document = reading_document(library.pack, first, parts)
        else:
            document = topic_document(library.pack, topic)
        room.context.show(document, then="to the questions")
