"""The file `shelf-…` beside the library: a cache of texts that are slow to make, by drawer and key.

It is in the user's cache folder and may be deleted at any time. It is emptied if the marks of what it was made from
differ. If it cannot be written, it is kept in memory.
"""

import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from trotskyism_cli.library.store import Row, Store
from trotskyism_cli.library.user_folders import cache_file

SCHEMA = """
CREATE TABLE IF NOT EXISTS marks (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (
    drawer TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (drawer, key, number)) WITHOUT ROWID;
"""
AT_ONCE = 500  # keys per query
PATIENCE = 10.0  # seconds to wait for another process to finish writing

Texts = Iterable[tuple[str, str, int, str]]  # drawer, key, number (the order of reading), text


class TextCache:
    """An open text cache."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def texts(self, drawer: str, keys: Collection[str]) -> dict[str, list[str]]:
        """The texts in a drawer for each key that has any, in order of their numbers."""
        found: dict[str, list[str]] = {}
        wanted = list(keys)
        for start in range(0, len(wanted), AT_ONCE):
            part = wanted[start : start + AT_ONCE]
            places = ",".join("?" * len(part))
            query = f"SELECT key, data FROM texts WHERE drawer = ? AND key IN ({places}) ORDER BY key, number"
            for key, data in self._rows(query, drawer, *part):
                found.setdefault(key, []).append(data)
        return found

    def drawer(self, drawer: str) -> list[str]:
        """All texts of a drawer, in order of their numbers."""
        query = "SELECT data FROM texts WHERE drawer = ? ORDER BY number"
        return [data for (data,) in self._rows(query, drawer)]

    def has(self, drawer: str) -> bool:
        """Return whether a drawer has any text."""
        query = "SELECT 1 FROM texts WHERE drawer = ? LIMIT 1"
        return bool(self._rows(query, drawer))

    def _rows(self, query: str, *values: str) -> list[Row]:
        """Rows of a query; none if the file is damaged or busy for too long."""
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            return []

    def put(self, texts: Texts) -> None:
        """Put texts into the cache, all or none; they replace those with the same drawer, key and number."""
        rows = list(texts)
        with contextlib.suppress(sqlite3.DatabaseError), self._connection:  # e.g. a full disk: then nothing is cached
            self._connection.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?)", rows)


def open_text_cache(store: Store, marks: Mapping[str, str]) -> TextCache:
    """Open the text cache for a library file.

    It holds only texts made with the library's marks and these `marks`.
    """
    wanted = {**dict(store.rows("SELECT name, value FROM marks")), **marks}
    file = next((row[2] for row in store.rows("PRAGMA database_list") if row[1] == "main"), "")
    path = _beside(Path(file)) if file else None
    if path:
        with contextlib.suppress(sqlite3.Error, OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            return _opened(str(path), wanted)
    return _opened(":memory:", wanted)


def _beside(library: Path) -> Path | None:
    """Path of the text cache of a library; None if there is no cache folder.

    For a library shipped with the program it is in the cache folder, else beside the library.
    """
    if library.name.startswith("library-"):
        return library.with_name(library.name.replace("library-", "shelf-", 1))
    return cache_file(library.parent, "shelf")


def _opened(path: str, marks: Mapping[str, str]) -> TextCache:
    try:
        return TextCache(_connected(path, marks))
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        Path(path).unlink(missing_ok=True)  # damaged, and can be made again
        return TextCache(_connected(path, marks))


def _connected(path: str, marks: Mapping[str, str]) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE)
    try:
        # A cache may be lost, so do not wait for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(SCHEMA)
        with connection:
            if dict(connection.execute("SELECT name, value FROM marks")) != dict(marks):
                connection.execute("DELETE FROM texts")
                connection.execute("DELETE FROM marks")
                connection.executemany("INSERT INTO marks VALUES (?, ?)", marks.items())
    except sqlite3.Error:
        connection.close()
        raise
    return connection
