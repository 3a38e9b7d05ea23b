"""The pack that comes with the program, and what a wheel holds made from it, so that nobody waits for it."""

from collections.abc import Callable
from pathlib import Path

from trotskyism_cli.pack.state import contents_of_files, state_of_files

PACKAGE = Path(__file__).parent.parent
SHIPPED = PACKAGE / "_content"  # in a wheel; a checkout has it beside the package
LIBRARY, ANSWERS = "library.sqlite", "answers.sqlite"

Mark = Callable[..., str]  # of a folder, and of what the names of the files end in


def built_in_folder() -> Path:
    """The folder of the built-in pack."""
    beside = PACKAGE.parent / "content"
    return SHIPPED if SHIPPED.is_dir() or not beside.is_dir() else beside


def mark_of(folder: Path) -> str:
    """The mark of a pack's state; of the one in a wheel, unpacked anew in each place, that of its contents."""
    return _mark(folder)(folder)


def mark_of_answers(folder: Path, mark: Mark | None = None, files: str = "") -> str:
    """The mark of what the program answers out of a pack: of both, each by `mark`, or as `mark_of` does.

    That of the pack's `files` may be known.
    """
    mark = mark or _mark(folder)
    return f"{mark(PACKAGE, ('.py',))} {files or mark(folder)}"


def _mark(folder: Path) -> Mark:
    return contents_of_files if folder == SHIPPED else state_of_files


def shipped(folder: Path, name: str) -> Path | None:
    """The file of this name that was made from a pack when the wheel was built; None for any other pack."""
    return folder / name if folder == SHIPPED else None
