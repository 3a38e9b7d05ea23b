"""The file that caches parts of a pack, in the user's cache folder. It may be deleted at any time.

What cannot be read is made again; what cannot be written is not cached.
"""

import contextlib
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from trotskyism_cli.library.built_in import PACKAGE
from trotskyism_cli.library.user_folders import cache_file
from trotskyism_cli.pack.fingerprint import stat_fingerprint
from trotskyism_cli.pack.reading.part_cache import Marked, PartCache

SCHEMA = "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, mark TEXT NOT NULL, data BLOB NOT NULL)"
PATIENCE = 1.0  # seconds to wait for another process to finish writing


@contextlib.contextmanager
def remembered(folder: Path, cache: Path | None) -> Iterator[PartCache | None]:
    """Context that gives the cached parts of a pack and saves additions at the end.

    None without a cache folder.
    """
    path = cache_file(folder, "parts", cache)
    if path is None:
        yield None
        return
    program = " ".join((sys.version, *(stat_fingerprint(PACKAGE / each, (".py",)) for each in ("pack", "library"))))
    kept = PartCache(_found(path), program)
    yield kept
    if not kept.is_full:
        _keep(path, kept)


def _found(path: Path) -> dict[str, Marked]:
    if path.is_file():
        with contextlib.suppress(sqlite3.Error), contextlib.closing(_connected(path)) as connection:
            rows = connection.execute("SELECT name, mark, data FROM kept")
            return {name: Marked(*values) for name, *values in rows}
    return {}


def _keep(path: Path, kept: PartCache) -> None:
    with contextlib.suppress(sqlite3.Error, OSError):  # e.g. a full disk: then nothing is cached
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(path, kept)
        except sqlite3.OperationalError:  # busy, or not writable
            return
        except sqlite3.DatabaseError:
            path.unlink()  # damaged, and can be made again
            _write(path, kept)


def _write(path: Path, kept: PartCache) -> None:
    with contextlib.closing(_connected(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # a cache may be lost
        connection.execute(SCHEMA)
        with connection:
            gone = [(name,) for (name,) in connection.execute("SELECT name FROM kept") if name not in kept.asked]
            connection.executemany("DELETE FROM kept WHERE name = ?", gone)
            rows = ((name, *marked) for name, marked in kept.added.items())
            connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=PATIENCE)
