"""The pack that comes with the program, and what a wheel holds made from it, so that nobody waits for it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from trotskyism_cli.pack.state import contents_of_files, state_of_files

PACKAGE = Path(__file__).parent.parent
SHIPPED = PACKAGE / "_content"  # in a wheel; a checkout has it beside the package
LIBRARY, ANSWERS, PROGRAM_MARK = "library.sqlite", "answers.sqlite", "program.mark"

Mark = Callable[..., str]  # of a folder, and of what the names of the files end in


def built_in_folder() -> Path:
    """The folder of the built-in pack."""
    beside = PACKAGE.parent / "content"
    return SHIPPED if SHIPPED.is_dir() or not beside.is_dir() else beside


def mark_of(folder: Path) -> str:
    """The mark of a pack's state; of the one in a wheel, unpacked anew in each place, that of its contents."""
    return _mark(folder)(folder)


def mark_of_answers(program: str, files: str) -> str:
    """The mark of what the program answers out of a pack, from those of both."""
    return f"{program} {files}"


def mark_of_program(mark: Mark = state_of_files) -> str:
    """The mark of the program's own files; of those of a wheel the one in it, since they are only replaced together."""
    with suppress(OSError):
        return (SHIPPED / PROGRAM_MARK).read_text(encoding="ascii")
    return mark(PACKAGE, (".py",))


def _mark(folder: Path) -> Mark:
    return contents_of_files if folder == SHIPPED else state_of_files


def shipped(folder: Path, name: str) -> Path | None:
    """The file of this name that was made from a pack when the wheel was built; None for any other pack."""
    return folder / name if folder == SHIPPED else None
