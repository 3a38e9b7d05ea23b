"""The built-in pack, and the files made from it with the wheel, so that the first look-up is fast."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from trotskyism_cli.pack.fingerprint import content_fingerprint, stat_fingerprint

PACKAGE = Path(__file__).parent.parent
SHIPPED = PACKAGE / "_content"  # only in a wheel; a checkout has `content` beside the package
LIBRARY, ANSWERS, PROGRAM_MARK = "library.sqlite", "answers.sqlite", "program.mark"

Mark = Callable[..., str]  # of a folder and file suffixes


def built_in_folder() -> Path:
    """The folder of the built-in pack."""
    beside = PACKAGE.parent / "content"
    return SHIPPED if SHIPPED.is_dir() or not beside.is_dir() else beside


def mark_of(folder: Path) -> str:
    """Fingerprint of a pack's files.

    For the pack in a wheel, of their contents, as every installation writes the files anew.
    """
    return _mark(folder)(folder)


def mark_of_answers(program: str, files: str) -> str:
    """Fingerprint for prebuilt answers, from those of the program and of the pack."""
    return f"{program} {files}"


def mark_of_program(mark: Mark = stat_fingerprint) -> str:
    """Fingerprint of the program's own files.

    In a wheel, the one that is stored there, as its files only change together.
    """
    with suppress(OSError):
        return (SHIPPED / PROGRAM_MARK).read_text(encoding="ascii")
    return mark(PACKAGE, (".py",))


def _mark(folder: Path) -> Mark:
    return content_fingerprint if folder == SHIPPED else stat_fingerprint


def shipped(folder: Path, name: str) -> Path | None:
    """A file made from the pack when the wheel was built; None for any other pack."""
    return folder / name if folder == SHIPPED else None
