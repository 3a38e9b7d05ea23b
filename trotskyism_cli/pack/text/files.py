"""Find the files of a pack on disk, within bounds, and read them as bytes. Does not interpret them.

A file is read when its content is needed, so that a pack of many files needs no more memory than one of them.

The bounds keep the time for any folder bounded: `MAX_FILES` files, `MAX_FILE_BYTES` in one, `MAX_PACK_BYTES` in all. A
link that leads out of the folder is not followed.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from trotskyism_cli.pack.fingerprint import paths_in
from trotskyism_cli.pack.text.problems import Position, Problem

MAX_FILES = 20_000
MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_PACK_BYTES = 512 * 1024 * 1024


class PackFile(NamedTuple):
    """A file of a pack: its name relative to the folder, with forward slashes, and its content or path."""

    name: str
    content: bytes | Path

    @property
    def data(self) -> bytes:
        """The content. Raises OSError if it cannot be read."""
        return self.content if isinstance(self.content, bytes) else self.content.read_bytes()


def find_files(folder: Path) -> tuple[list[PackFile], list[Problem]]:
    """All files of a pack in order of their names, and a problem for each that cannot be used."""
    files: list[PackFile] = []
    problems: list[Problem] = []
    total = 0
    for path in _paths(folder):
        name = path.relative_to(folder).as_posix()
        if len(files) >= MAX_FILES:
            problems.append(Problem(Position(name), f"more than {MAX_FILES} files; put entries together in fewer"))
            break
        size, fault = _size(path)
        fault = _fault(path, folder) or fault or _over(total, size)
        if fault:
            problems.append(Problem(Position(name), fault))
            continue
        total += size
        files.append(PackFile(name, path))
    return files, problems


def _paths(folder: Path) -> Iterator[Path]:
    return map(Path, paths_in(folder))


def _fault(path: Path, folder: Path) -> str:
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        return "a link that leads out of the pack; put the file itself here"
    if path.is_symlink() and not path.exists():
        return "a link to nothing; delete it"
    if path.is_dir():
        return "a folder with the name of a file; rename it without .yaml"
    if not path.is_file():
        return "not an ordinary file; delete it"
    return ""


def _size(path: Path) -> tuple[int, str]:
    """Size of a file in bytes, or why it cannot be read."""
    try:
        return path.stat().st_size, ""
    except OSError as error:
        return 0, unreadable(error)


def _over(total: int, size: int) -> str:
    if size > MAX_FILE_BYTES:
        return f"{size // 2**20} MB; a file may have {MAX_FILE_BYTES // 2**20} MB at most, split it"
    if total + size > MAX_PACK_BYTES:
        return f"brings the pack over {MAX_PACK_BYTES // 2**20} MB; split the pack"
    return ""


def unreadable(error: OSError) -> str:
    """Message for a file that cannot be read."""
    return f"cannot be read ({error.strerror}); mend its permissions"
