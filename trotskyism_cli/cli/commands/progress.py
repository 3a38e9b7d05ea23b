"""`trotskyism progress …`: the learner's own data, to see, to carry to another machine, to keep safe, to forget."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from trotskyism_cli.cli.actions.progress_import import run as run_progress_import
from trotskyism_cli.cli.actions.progress_rebuild import run as run_progress_rebuild
from trotskyism_cli.cli.commands.options import Force, Output
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.saving import deliver
from trotskyism_cli.errors import NotFoundError, ProgressError, UsageError
from trotskyism_cli.invocation import command
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.record.log import set_aside
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.screen.lines import wrapped

app = typer.Typer(add_completion=False, suggest_commands=False)  # Click suggests

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


@app.callback(invoke_without_command=True)
def progress(ctx: typer.Context) -> None:
    """Say where your answers are kept, how many, and since when; export, import, copy or forget them.

    Examples:

      trotskyism progress

      trotskyism progress export -o answers.jsonl
    """
    if ctx.invoked_subcommand is not None:
        return
    context: AppContext = ctx.obj
    path = path_in(context.data_folder)
    if not path.exists():
        _say_nothing_is_kept(context, path)
        return
    with context.open_log() as log:
        sessions = log.sessions()
        if not sessions:
            _say_nothing_is_kept(context, path)
            return
        began = parse_date(f"{sessions[0].began.astimezone():%Y-%m-%d}")
        kept = f"{counted(log.count(), 'answer')} in {counted(len(sessions), 'session')} since {date_short(began)}"
        asked = f"{counted(len(log.memories()), 'fact')} asked"
        where = f"Your progress is kept in {path}"
        if sys.stdout.isatty() and len(where) > context.width:  # a path is copied whole
            where = f"Your progress is kept in:\n{path}"
        told = f"{kept}; {asked}." if len(kept) + len(asked) < 60 else f"{kept}\n{asked}"
        told = wrapped(told, context.width) if sys.stdout.isatty() else told
        context.write(f"{where}\n{told}\n")


def _say_nothing_is_kept(context: AppContext, path: Path) -> None:
    context.say(f"Nothing is kept yet. Your answers will be in {path}\nBegin: {command('quiz')}")


@app.command()
def export(
    ctx: typer.Context,
    output: Output = None,
    pseudonym: Annotated[
        str,
        typer.Option(
            "--class", metavar="NAME", help="For a teacher's `class report`, under this name; only about this book."
        ),
    ] = "",
    force: Force = False,
) -> None:
    """Print every answer as JSON, one a line, for `progress import` on another machine or for your own programs.

    Examples:

      trotskyism progress export -o answers.jsonl

      trotskyism progress export | head -1

      trotskyism progress export --class Robin -o robin.json
    """
    from trotskyism_cli.learning.sharing.exchange import written
    from trotskyism_cli.learning.sharing.handed_in import written as handed_in

    context: AppContext = ctx.obj
    with context.open_log() as log:
        if output is not None and output.resolve() == log.path.resolve():
            raise UsageError(f"{output} is your progress itself; name another file.")
        lines = handed_in(log.reviews(), log.pack, pseudonym) if pseudonym else written(log.every())
        deliver((line.encode() for line in lines), output, force=force)
    if output is not None:
        context.tell(f"{'For your teacher' if pseudonym else 'Written'}: {output}")


@app.command(name="import")
def import_(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="From `progress export` or `progress backup`; - for standard input.")
    ],
) -> None:
    """Add the answers in a file to yours. Those that you have already are skipped: importing twice changes nothing.

    So a backup is put back, too; after a reset, if nothing else is to be there.

    Examples:

      trotskyism progress import answers.jsonl

      ssh laptop trotskyism progress export | trotskyism progress import -
    """
    run_progress_import(ctx.obj, [str(file)])


@app.command()
def backup(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="A new file; else one beside your data.")] = None,
) -> None:
    """Copy your data to a new file, also while a session is open. To get answers back from it: `progress import FILE`.

    Examples:

      trotskyism progress backup

      trotskyism progress backup /media/stick/progress.sqlite3
    """
    context: AppContext = ctx.obj
    target = file or _beside(context, "backup")
    with context.open_log() as log:
        log.backup(target)
    context.say(f"Copied to {target}")


@app.command()
def reset(
    ctx: typer.Context,
    topic: Annotated[
        list[str] | None, typer.Argument(metavar="TOPIC…", help="Only the answers about a chapter.")
    ] = None,
    yes: Yes = False,
) -> None:
    """Forget your answers, all or those about one chapter, after keeping a backup. A damaged file is kept beside.

    Examples:

      trotskyism progress reset

      trotskyism progress reset kadets --yes
    """
    context: AppContext = ctx.obj
    try:
        _reset(context, " ".join(topic or ()), yes=yes)
    except ProgressError as error:
        if not error.damaged:
            raise
        context.tell(str(error))
        if not yes and not typer.confirm("Begin anew, and keep the damaged file beside?", err=True):
            raise UsageError("Nothing was changed.") from error
        kept = set_aside(context.data_folder, f"damaged-{_stamp()}")
        context.open_log().close()
        context.say(f"The damaged file is now {kept}")


@app.command()
def rebuild(ctx: typer.Context) -> None:
    """Compute anew, from your answers, what you know and when it is due. Nothing is lost by it.

    Examples:

      trotskyism progress rebuild

      trotskyism --pack my-pack progress rebuild
    """
    run_progress_rebuild(ctx.obj)


def _reset(context: AppContext, words: str, *, yes: bool) -> None:
    topic = _topic(context, words) if words else None
    with context.open_log() as log:
        count = sum(1 for _ in log.reviews(topic))
        what = f"{counted(count, 'answer')}{f' about “{topic}”' if topic else ''}"
        if not count:
            raise NotFoundError(f"There is nothing to forget: {what}.")
        if not yes and not typer.confirm(f"Forget {what}, after keeping a backup?", err=True):
            raise UsageError("Nothing was changed.")
        kept = _beside(context, "before-reset")
        log.backup(kept)
        log.reset(topic, remembered)
    context.say(f"Forgotten: {what}. As it was: {kept}")


def _topic(context: AppContext, words: str) -> str:
    """The id of the named chapter, even if the pack no longer has it."""
    with context.open_log() as log:
        if any(log.reviews(topic=words)):
            return words
    return context.chapter(words).id


def _beside(context: AppContext, what: str) -> Path:
    return path_in(context.data_folder).with_name(f"progress-{what}-{_stamp()}.sqlite3")


def _stamp() -> str:
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
