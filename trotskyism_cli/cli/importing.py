"""`import`: other programs' questions as a pack of one's own."""

import re
from pathlib import Path
from typing import Annotated

import typer

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.saving import save
from trotskyism_cli.counting import counted
from trotskyism_cli.errors import AppError, UsageError
from trotskyism_cli.imports.foreign import Misfit, Read
from trotskyism_cli.imports.gift import read_gift
from trotskyism_cli.imports.new_pack import new_pack
from trotskyism_cli.imports.table import read_table
from trotskyism_cli.invocation import bare_command
from trotskyism_cli.screen.progress_line import at_work

app = typer.Typer(add_completion=False)

LARGEST = 32 * 1024 * 1024  # bytes of a file
READERS = {".gift": read_gift, ".txt": read_gift, ".csv": read_table, ".tsv": read_table}


@app.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="GIFT (.gift, .txt) or a table (.csv, .tsv).")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder of the new pack.")],
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there.")] = False,
) -> None:
    """Make a pack of the questions in a file, and report what did not fit. The pack passes `pack check`.

    Taken over are questions to choose from, with one right option or several; what a file does not say (a source, a
    note on a wrong option) is filled in, and waits for you to say it better.

    Examples:

      trotskyism import exam.gift -o my-exam

      trotskyism import questions.csv -o my-questions
    """
    context: AppContext = ctx.obj
    with at_work(f"Reading {file.name} …"):
        questions, misfits = _read(file)
        made = new_pack(_pack_id(output), file.name, questions)
        if made.questions:
            _write(output, made.files, force=force)
    left_out = sorted([*misfits, *made.misfits], key=_by_line)
    for misfit in left_out:
        context.write(f"{file}:{misfit.line}: {misfit.reason}\n")
    if not made.questions:
        raise AppError(f"No question of {file} fits into a pack; nothing was written.")
    context.tell(f"{counted(len(made.questions), 'question')} in {output}; {len(left_out)} left out.")
    context.tell(f"Ask them: {bare_command('--pack', str(output), 'quiz')}")


def _by_line(misfit: Misfit) -> int:
    return misfit.line


def _read(file: Path) -> Read:
    reader = READERS.get(file.suffix.casefold())
    if reader is None:
        raise UsageError(f"{file} is neither GIFT (.gift, .txt) nor a table (.csv, .tsv); name it so.")
    try:
        if file.stat().st_size > LARGEST:
            raise AppError(f"{file} is larger than {LARGEST // 1024 // 1024} MB; divide it.")
        return reader(file.read_bytes().decode("utf-8-sig", errors="replace"))
    except OSError as error:
        raise AppError(f"{file} cannot be read: {error.strerror}.") from error


def _write(folder: Path, files: dict[str, str], *, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder.")
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty; choose another folder, or add --force to write over what is there.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError(f"{folder} cannot be made: {error.strerror}. Choose another place.") from error
    for name, text in files.items():
        save(folder / name, [text.encode()], force=True)


def _pack_id(folder: Path) -> str:
    """An id for the pack, from the name of its folder."""
    return re.sub(r"[^a-z0-9]+", "-", folder.name.casefold()).strip("-") or "imported"
