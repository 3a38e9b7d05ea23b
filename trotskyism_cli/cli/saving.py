"""Write files whole or not at all, and never over another file unasked."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from trotskyism_cli.errors import AppError, UsageError


def refuse_to_overwrite(path: Path) -> None:
    """UsageError if the path exists, or its folder does not."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file in it.")
    if path.is_file():
        raise UsageError(f"{path} exists; choose another name, or add --force to write over it.")


def deliver(pieces: Iterable[bytes], output: Path | None, *, force: bool) -> None:
    """Write to a file, or to standard output."""
    if output is not None:
        save(output, pieces, force=force)
        return
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)


def save(path: Path, pieces: Iterable[bytes], *, force: bool) -> None:
    """Write a file beside its place and move it there in one step; a failure leaves everything as it was."""
    if path.exists() and not path.is_file() and not path.is_dir():  # a pipe or a device, such as /dev/stdout
        with path.open("wb") as target:
            target.writelines(pieces)
        return
    if not force or path.is_dir():
        refuse_to_overwrite(path)
    unfinished = ""
    try:
        handle, unfinished = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as target:
            target.writelines(pieces)
            target.flush()
            os.fsync(target.fileno())
        Path(unfinished).chmod(0o666 & ~_umask())  # a temporary file is its maker's alone; what was asked for is not
        _put(Path(unfinished), path, force=force)
    except OSError as error:
        raise AppError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
    finally:
        if unfinished:
            with contextlib.suppress(OSError):
                Path(unfinished).unlink(missing_ok=True)


def _put(unfinished: Path, path: Path, *, force: bool) -> None:
    if force:
        unfinished.replace(path.resolve())  # through a link, the file it leads to is the one that is meant
        return
    try:
        path.hardlink_to(unfinished)  # unlike a renaming, it fails if somebody else was quicker
    except FileExistsError:
        refuse_to_overwrite(path)
        raise
    except OSError:  # a file system without links
        refuse_to_overwrite(path)
        unfinished.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
