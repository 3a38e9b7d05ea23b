"""Reproducible zip archives: the same files always give the same bytes."""

import io
import zipfile
from collections.abc import Collection, Iterable

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip archive can record
READABLE = 0o644 << 16
UNIX = 3


def zipped(files: Iterable[tuple[str, bytes]], stored: Collection[str] = ()) -> bytes:
    """A zip archive of (name, content) pairs; files named in `stored` are not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = READABLE
            entry.create_system = UNIX
            archive.writestr(entry, data)
    return made.getvalue()
