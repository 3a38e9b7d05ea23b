"""Zip archives that are the same bytes for the same files, whenever and wherever they are made."""

import io
import zipfile
from collections.abc import Collection, Iterable

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive can name
READABLE = 0o644 << 16
UNIX = 3


def zipped(files: Iterable[tuple[str, bytes]], stored: Collection[str] = ()) -> bytes:
    """An archive of files: their names, and what is in them; those named in `stored` are not made smaller."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = READABLE
            entry.create_system = UNIX
            archive.writestr(entry, data)
    return made.getvalue()
