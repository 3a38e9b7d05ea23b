"""`stats` and `history`: what the learner has done and achieved."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from trotskyism_cli.cli.commands.options import AsJson, Force, Topics
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.saving import save
from trotskyism_cli.cli.sittings.progress_beside import kept_log, today_of
from trotskyism_cli.cli.sittings.strangers import tell_of_strangers
from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.learning.days import day_of
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.progress.history import past_sessions
from trotskyism_cli.learning.progress.statistics import chapter_of, survey
from trotskyism_cli.learning.record.kept_pupil import take_in
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.study.supply import Supply
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.output.progress_line import at_work
from trotskyism_cli.screen.progress.history import history_document, session_document
from trotskyism_cli.screen.progress.machine_progress import past_record, session_record, statistics_record
from trotskyism_cli.screen.progress.statistics import nothing_yet, statistics_document

app = typer.Typer()

HERE = None  # the time zone of this computer, as `datetime.astimezone` takes it


@app.command()
def stats(
    ctx: typer.Context,
    topic: Topics = None,
    as_json: AsJson = False,
    svg: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Write a picture to share.")] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page to share.")] = None,
    force: Force = False,
) -> None:
    """Show your progress: accuracy, what stays, days, what is due, how firm it is, and what you mix up.

    A fact is known when it is not due and would still be remembered, nine times in ten, three weeks after it was last
    asked; it is learning when it was asked before, and new when it was not.

    Examples:

      trotskyism stats

      trotskyism stats fourth international --svg progress.svg
    """
    context: AppContext = ctx.obj
    chapter = context.chapter(" ".join(topic)) if topic else None
    title = chapter.title if chapter else context.library.pack.name
    every, memories = _kept(context)
    tell_of_strangers(context, {fact for review in every for fact in review.facts})
    reviews = [review for review in every if any(map(context.library.pack.holds, review.facts))]
    chapters = _askable(context) if reviews or as_json else {}
    if chapter:
        counted = [each for each in reviews if chapter_of(each, chapters) == chapter.id]
        reviews = counted or [each for each in reviews if each.topic == chapter.id]  # asked for it, if of another
        chapters = {fact: own for fact, own in chapters.items() if own == chapter.id}
    if not reviews and not as_json:
        shown = nothing_yet(title, chapter.id if chapter else "")
    else:
        now = datetime.now().astimezone()
        with at_work("Counting your answers …"):
            found = survey(reviews, memories, chapters, now, HERE)
        if as_json:
            context.print_json(statistics_record(context.library.pack, found))
            return
        supply = Supply(context.library)
        askables = [each for each in supply.askables if each.fact in chapters]
        returning = today_of(context, found.ahead.today, supply, askables, memories)
        today = day_of(now, HERE)
        shown = statistics_document(context.library.pack, found, today, title, returning, is_night=today < now.date())
    wanted = [(path, made) for path, made in ((svg, _svg), (html, _page)) if path is not None]
    if not wanted:
        context.show(shown)
    for path, made in wanted:
        save(path, [made(shown, title).encode()], force=force)
        context.tell(f"Written: {path}")


def _svg(shown: Document, title: str) -> str:
    from trotskyism_cli.screen.output.sharing import svg  # Rich is imported only where something is drawn

    return svg(shown, title)


def _page(shown: Document, title: str) -> str:
    from trotskyism_cli.screen.output.sharing import page  # see above

    return page(shown, title)


def _kept(context: AppContext) -> tuple[list[Review], Mapping[str, Memory]]:
    with kept_log(context) as log:
        if log is None:
            return [], {}
        take_in(log)
        return list(log.reviews()), log.own_memories()


def _askable(context: AppContext) -> dict[str, str]:
    """The chapter of each fact that can be asked, in reading order."""
    with at_work("Finding out what can be asked; this is done once …"):
        every = Supply(context.library).askables
    return {each.fact: each.topic for each in sorted(every, key=lambda each: each.chapter)}


@app.command()
def history(
    ctx: typer.Context,
    number: Annotated[
        int | None, typer.Argument(metavar="N", min=1, help="The number of a session, to see its answers.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List past sessions, the latest first; or show one of them with its answers.

    Examples:

      trotskyism history

      trotskyism history 3
    """
    context: AppContext = ctx.obj
    pack = context.library.pack
    with kept_log(context) as log:
        every = list(log.reviews()) if log else []
    tell_of_strangers(context, {fact for review in every for fact in review.facts})
    sessions = past_sessions(every)
    if number is not None and number > len(sessions):
        there = f"the last one is number {len(sessions)}" if sessions else "there is none yet"
        raise NotFoundError(f"There is no session {number}; {there}. See all of them: {command('history')}")
    if as_json:
        records = [past_record(each) for each in sessions]
        context.print_json(records if number is None else session_record(sessions[number - 1]))
    elif number is not None:
        context.show(session_document(pack, sessions[number - 1], HERE))
    elif sessions:
        context.show(history_document(pack, sessions, HERE))
    else:
        context.show(nothing_yet("Past sessions"))
