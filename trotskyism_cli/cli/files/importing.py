"""`import`: turn other programs' questions into a pack."""

from pathlib import Path
from typing import Annotated

import typer

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.help.completion import import_formats
from trotskyism_cli.cli.saving import save
from trotskyism_cli.errors import AppError, PackError, UsageError
from trotskyism_cli.imports.foreign import Reading
from trotskyism_cli.imports.formats import NAMES, Format, Source, format_of
from trotskyism_cli.imports.identity import digest
from trotskyism_cli.imports.new_pack import new_pack
from trotskyism_cli.imports.report import Report, refused_as_json, report_of
from trotskyism_cli.invocation import bare_command
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.folder import PACK_FILE
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import read_pack
from trotskyism_cli.pack.scaffold import new_id
from trotskyism_cli.screen.output.progress_line import at_work

app = typer.Typer(add_completion=False)

LARGEST = 64 * 1024 * 1024  # bytes of a file


@app.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file: see below for what is read.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder of the new pack.")],
    force: Annotated[
        bool, typer.Option("--force", help="Write over files that are there; of a pack, keep what was learnt.")
    ] = False,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help=f"Where it is not seen: {', '.join(NAMES)}.",
            autocompletion=import_formats,
        ),
    ] = "",
    encoding: Annotated[
        str,
        typer.Option("--encoding", metavar="NAME", help="Of a text that is not UTF-8: windows-1252 …"),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="The report as one JSON document.")] = False,
) -> None:
    """Make a pack of the questions in a file, and report what became of each. The pack passes `pack check`.

    Read are GIFT, Moodle XML and Aiken; tables (CSV, TSV), also those of Kahoot and Quizizz; cards of Anki (text,
    .apkg), Quizlet and hashcards; numbered statements, gaps and lists to match with a key; files of Blackboard,
    Brightspace, OpenOLAT and Respondus; text2qti; QTI 1.2 to 3.0; H5P; lists to tick and mkdocs-quiz in Markdown. What
    a file does not say (a source, a note on a wrong option) is filled in, and waits for you to say it better. A mended
    file, imported over its pack with --force, keeps what was learnt.

    Examples:

      trotskyism import exam.gift -o my-exam

      trotskyism import questions.csv -o my-questions --encoding windows-1252
    """
    context: AppContext = ctx.obj
    with at_work(f"Reading {file.name} …"):
        try:
            found, reading = _read(file, encoding, form)
        except AppError as error:
            if as_json:
                context.print_json(refused_as_json(str(file), str(error)))
            raise
        earlier = _refuse_or_read(output, force=force)
        made = new_pack(_pack_id(output), file.name, reading, earlier)
        kept = _keep(output, made.files, earlier) if made.questions and earlier else []
        if made.questions:
            _write(output, made.files)
    report = report_of(reading, made)
    if as_json:
        context.print_json(report.as_json(str(file), found.name, str(output)))
    else:
        for each, more in report.reasons:
            alike = f" (and {more:,} more for this reason; --json has each)" if more else ""
            context.say(f"{file}:{report.place(each.line)}: left out: {each}{alike}")
        for change in report.changes:
            context.say(f"{file}:{report.place(change.line)}: changed: {change.what}")
    if not made.questions:
        raise AppError(f"No question of {file} fits into a pack; nothing was written.")
    if kept:
        context.tell(f"What stood there and is not in the new pack is kept in {', '.join(map(str, kept))}.")
    _tell(context, output, report)


def _read(file: Path, encoding: str, form: str) -> tuple[Format, Reading]:
    source = Source(_bytes(file), file.name, encoding)
    found = format_of(source, file.suffix.casefold(), form)
    return found, found.read(source)


def _tell(context: AppContext, output: Path, report: Report) -> None:
    read = counted(len(report.made.questions), "question")
    changed = f", {report.changed:,} of them changed" if report.changed else ""
    context.tell(f"{read} of {report.found:,} in {output}{changed}; {len(report.left_out):,} left out.")
    if report.made.warnings:
        points = counted(len(report.made.warnings), "point", "points")
        context.tell(f"{points} of style: {bare_command('pack', 'check', str(output))}")
    wanted = (
        [] if report.responses == ["choice"] else [word for each in report.responses for word in ("--response", each)]
    )
    context.tell(f"Ask them: {bare_command('--pack', str(output), 'quiz', *wanted)}")


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise AppError(f"{file} is larger than {LARGEST // 1024 // 1024} MB; divide it.")
        return file.read_bytes()
    except OSError as error:
        raise AppError(f"{file} cannot be read: {error.strerror}.") from error


def _refuse_or_read(folder: Path, *, force: bool) -> Pack | None:
    """The pack that will be overwritten. UsageError if the folder is not free and `--force` was not given."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder.")
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise UsageError(
            f"{folder} is not empty; choose another folder, or add --force to write over what is there: "
            "of questions that were imported into it before, what was learnt is kept."
        )
    if not (folder / PACK_FILE).is_file():
        return None
    read = read_pack(folder)
    if read.problems:
        raise PackError(
            f"The pack in {folder} has {counted(len(read.problems), 'problem')}, so what was learnt of it cannot be "
            f"kept; mend it first ({bare_command('pack', 'check', str(folder))}), or choose another folder."
        )
    return read.pack


def _pack_id(folder: Path) -> str:
    """An id that depends on the folder alone: the same for each import into it, and different for any other folder."""
    return f"{new_id(folder).rpartition('-')[0]}-{digest(str(folder.resolve()))[:4]}"


def _keep(folder: Path, files: dict[str, str], earlier: Pack) -> list[Path]:
    """Copy files of which something would be lost, such as notes written by hand. The pack ignores the copies."""
    kept = []
    for name, text in files.items():
        path = folder / name
        before = _bytes(path) if path.is_file() else b""
        lost = set(before.splitlines()) - set(text.encode().splitlines())
        if any(not line.startswith(b"version:") for line in lost):
            copy = path.with_name(f"{name}.v{earlier.version}")
            save(copy, [before], force=True)
            kept.append(copy)
    return kept


def _write(folder: Path, files: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError(f"{folder} cannot be made: {error.strerror}. Choose another place.") from error
    for name, text in files.items():
        save(folder / name, [text.encode()], force=True)
