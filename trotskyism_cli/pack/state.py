"""The state of files as a short mark: equal as long as nothing in a folder was changed. Every look-up asks for it."""

import os
import zlib
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = (".yaml", ".yml")


def state_of_files(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> str:
    """A cheap mark of the state of a pack's files, or of others: their names, sizes, times and numbers on the disk."""
    lines = []
    for path in paths_in(folder, suffixes):
        try:
            state = os.stat(path)  # noqa: PTH116 - paths are strings here: objects would double the time
        except OSError:
            continue
        lines.append(f"{path[len(str(folder)) :]}\0{state.st_size}\0{state.st_mtime_ns}\0{state.st_ino}")
    return _mark(lines)


def contents_of_files(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> str:
    """A mark of what is in the files: the same for a copy of the folder elsewhere."""
    lines = []
    for path in paths_in(folder, suffixes):
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            lines.append(f"{path[len(str(folder)) :].replace(os.sep, '/')}\0{zlib.crc32(file.read()):08x}")
    return _mark(lines)


def paths_in(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> Iterator[str]:
    """Everything in the folder with such a name, sorted; hidden folders and linked folders left out."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names + [each for each in folders if each.endswith(suffixes)]):
            if name.endswith(suffixes) and not name.startswith("."):
                yield f"{where}{os.sep}{name}"


def _mark(lines: list[str]) -> str:
    whole = "\n".join(lines).encode("utf-8", "surrogateescape")
    return f"{len(lines)}-{zlib.crc32(whole):08x}-{zlib.adler32(whole):08x}"
