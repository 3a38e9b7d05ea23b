"""Entries looked up lately: a small text file beside the log, with a line for each look-up.

A look-up only appends a line, which is fast; reading the file removes old lines.
"""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from trotskyism_cli.learning.place import path_in

NAME = "looked-up"
LATELY = timedelta(days=14)
MOST = 500  # lines kept when the file is cut
LONG = 64 * 1024  # bytes from which the file is cut


def note(folder: Path, pack: str, entry: str, now: float | None = None) -> None:
    """Append a look-up at `now` (seconds since 1970) for those who study, i.e. who have a file of progress.

    A folder that cannot be written is ignored.
    """
    if not path_in(folder).exists():
        return
    line = f"{int(time.time() if now is None else now)} {pack} {entry}\n".encode()
    with suppress(OSError):
        handle = os.open(folder / NAME, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
        try:
            os.write(handle, line)  # in one call, so that lines of two programs do not mix
        finally:
            os.close(handle)


def looked_up(folder: Path, pack: str, now: datetime) -> tuple[str, ...]:
    """The entries of a pack that were looked up in the last fourteen days, each once, latest first."""
    try:
        text = (folder / NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    lines = text.splitlines()
    if len(text) > LONG:
        _cut(folder / NAME, lines[-MOST:])
    found: dict[str, None] = {}
    for line in reversed(lines):
        parts = line.split(" ")
        if len(parts) == 3 and parts[1] == pack and _is_late(parts[0], now):
            found.setdefault(parts[2], None)
    return tuple(found)


def _is_late(seconds: str, now: datetime) -> bool:
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) < 12):
        return False
    return now.timestamp() - int(seconds) <= LATELY.total_seconds()


def _cut(path: Path, lines: Sequence[str]) -> None:
    part = path.with_name(f".{NAME}.part")
    with suppress(OSError):
        part.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        part.replace(path)
