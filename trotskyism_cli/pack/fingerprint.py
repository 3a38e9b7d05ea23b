"""Fast fingerprints of a folder's files, to notice changes on every look-up.

Each file's own state counts, as editing a file in place does not change the time of its folder.
"""

import os
import zlib
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

SUFFIXES = (".yaml", ".yml")
COMPILED = "__pycache__"  # Python's cache folders hold nothing an author wrote


def stat_fingerprint(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> str:
    """Fingerprint of the files' names, sizes, times and inode numbers, without reading them."""
    lines, begin = [], len(str(folder))
    for entry in _entries_in(str(folder), suffixes):
        try:
            state = entry.stat()
        except OSError:
            continue
        lines.append(f"{entry.path[begin:]}\0{state.st_size}\0{state.st_mtime_ns}\0{state.st_ino}")
    return _mark(lines)


def content_fingerprint(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> str:
    """Fingerprint of the files' names and contents: the same for a copy of the folder elsewhere."""
    lines = []
    for path in paths_in(folder, suffixes):
        with open(path, "rb") as file:  # noqa: PTH123 - paths are strings here: objects would double the time
            lines.append(f"{path[len(str(folder)) :].replace(os.sep, '/')}\0{zlib.crc32(file.read()):08x}")
    return _mark(lines)


def paths_in(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> Iterator[str]:
    """Paths of everything with such a suffix, sorted; hidden and linked folders and `COMPILED` are left out."""
    return (entry.path for entry in _entries_in(str(folder), suffixes))


def _entries_in(folder: str, suffixes: tuple[str, ...]) -> Iterator[os.DirEntry[str]]:
    """Everything with such a suffix, as `os.DirEntry`: fast enough for the thousands of files of a large pack."""
    try:
        with os.scandir(folder) as found:
            entries = sorted((each for each in found if not each.name.startswith(".")), key=attrgetter("name"))
    except OSError:
        return
    yield from (each for each in entries if each.name.endswith(suffixes))
    for each in entries:
        if each.name != COMPILED and each.is_dir(follow_symlinks=False):
            yield from _entries_in(each.path, suffixes)


def _mark(lines: list[str]) -> str:
    whole = "\n".join(lines).encode("utf-8", "surrogateescape")
    return f"{len(lines)}-{zlib.crc32(whole):08x}-{zlib.adler32(whole):08x}"
