"""A shelf beside the library: texts that took long to make, kept by key in the user's cache folder.

Like the library it may be deleted at any time, and carries the marks of what it was made from: on any difference it is
emptied. Where it cannot be written, it is kept in memory.
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
AT_ONCE = 500  # keys in one query
PATIENCE = 10.0  # seconds for another program to finish writing

Texts = Iterable[tuple[str, str, int, str]]  # drawer, key, number (they are read in its order), text


class Shelf:
    """An open shelf."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def texts(self, drawer: str, keys: Collection[str]) -> dict[str, list[str]]:
        """The texts under each key that has any, in the order of their numbers."""
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
        """All texts of a drawer, in the order of their numbers."""
        query = "SELECT data FROM texts WHERE drawer = ? ORDER BY number"
        return [data for (data,) in self._rows(query, drawer)]

    def has(self, drawer: str) -> bool:
        """Whether there is anything in a drawer."""
        query = "SELECT 1 FROM texts WHERE drawer = ? LIMIT 1"
        return bool(self._rows(query, drawer))

    def _rows(self, query: str, *values: str) -> list[Row]:
        """The rows of a query; none where the file is damaged, or busy for too long."""
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            return []

    def put(self, texts: Texts) -> None:
        """Put texts on the shelf, in the place of those with the same key and number, all or none."""
        rows = list(texts)
        with contextlib.suppress(sqlite3.DatabaseError), self._connection:  # a full disk costs time, nothing else
            self._connection.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?)", rows)


def open_shelf(store: Store, marks: Mapping[str, str]) -> Shelf:
    """The shelf beside the file of a library; it holds what belongs to that library and to further marks."""
    wanted = {**dict(store.rows("SELECT name, value FROM marks")), **marks}
    file = next((row[2] for row in store.rows("PRAGMA database_list") if row[1] == "main"), "")
    path = _beside(Path(file)) if file else None
    if path:
        with contextlib.suppress(sqlite3.Error, OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            return _opened(str(path), wanted)
    return _opened(":memory:", wanted)


def _beside(library: Path) -> Path | None:
    """Where the shelf of a library belongs: of one that came with the program, in the cache; None if there is none."""
    if library.name.startswith("library-"):
        return library.with_name(library.name.replace("library-", "shelf-", 1))
    return cache_file(library.parent, "shelf")


def _opened(path: str, marks: Mapping[str, str]) -> Shelf:
    try:
        return Shelf(_connected(path, marks))
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        Path(path).unlink(missing_ok=True)  # damaged: nothing in it is missed
        return Shelf(_connected(path, marks))


def _connected(path: str, marks: Mapping[str, str]) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE)
    try:
        # Nothing is lost if this file is: no wait for the disk.
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
