"""The file of a compiled pack: an SQLite database in the user's cache folder.

It may be deleted at any time. It has the marks of what it was made from; if they differ, it is built anew beside the
old one and replaces it in one step, so that neither two processes nor a crash can leave half a file. If the folder
cannot be written, the library is built in memory.
"""

import contextlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from trotskyism_cli.library.user_folders import cache_file

SCHEMA_VERSION = 12

SCHEMA = """
CREATE TABLE marks (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- the records of the pack, whole
CREATE TABLE records (
    collection TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (collection, id)) WITHOUT ROWID;
-- what one looks through all entries for: called are all its names, with signs between them
CREATE TABLE kinds (
    entry TEXT PRIMARY KEY, kind TEXT NOT NULL, type TEXT NOT NULL, importance INTEGER NOT NULL, called TEXT NOT NULL
    ) WITHOUT ROWID;
-- which records name which: from is a fact, a quote, a topic or a question; to is an entry, or a fact for corrections
CREATE TABLE mentions (how TEXT NOT NULL, "to" TEXT NOT NULL, "from" TEXT NOT NULL);
-- which fact each fact of earlier days was merged into
CREATE TABLE heirs (former TEXT PRIMARY KEY, fact TEXT NOT NULL) WITHOUT ROWID;
-- when: Gregorian days as ordinals, and the days of the year in both calendars; of what is too much to be told, the
-- weightiest is
CREATE TABLE moments (first INTEGER NOT NULL, last INTEGER NOT NULL, fact TEXT NOT NULL, weight INTEGER NOT NULL);
CREATE TABLE days (month INTEGER NOT NULL, day INTEGER NOT NULL, fact TEXT NOT NULL);
-- the days that sentences write out beside the date of their facts: as ordinals, and as dates are written
CREATE TABLE written (
    first INTEGER NOT NULL, last INTEGER NOT NULL, fact TEXT NOT NULL, day TEXT NOT NULL, weight INTEGER NOT NULL);
-- how it is found
CREATE TABLE names (form TEXT NOT NULL, entry TEXT NOT NULL, how TEXT NOT NULL, weight INTEGER NOT NULL);
CREATE TABLE vocabulary (
    word TEXT PRIMARY KEY, sound TEXT NOT NULL, skeleton TEXT NOT NULL, root TEXT NOT NULL, backwards TEXT NOT NULL,
    passages INTEGER NOT NULL) WITHOUT ROWID;
-- precomputed views that are slow to make; only the library in a wheel has any
CREATE TABLE pages (
    what TEXT NOT NULL, entry TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (what, entry)) WITHOUT ROWID;
-- the number of a passage tells its weight: the most important is the first
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, owner TEXT NOT NULL, record TEXT NOT NULL, subject TEXT NOT NULL,
    words TEXT NOT NULL, answers TEXT NOT NULL, weight REAL NOT NULL, shown TEXT NOT NULL);
-- a row for each field of each passage: its number is that of the passage times FIELDS, plus that of the field
CREATE VIRTUAL TABLE passage_index USING fts5 (
    words, content='', columnsize=0,
    tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc' tokenchars '+#'");
"""
# Made after the tables are filled, which is faster.
INDEXES = """
CREATE INDEX records_in_order ON records (collection, position);
CREATE INDEX kinds_in_groups ON kinds (kind);
CREATE INDEX mentions_of ON mentions (how, "to");
-- the entries that a fact is about, the most important first
CREATE TABLE argued_about AS SELECT entry, position FROM kinds
    JOIN records ON collection = 'entry' AND id = entry
    WHERE entry IN (SELECT "to" FROM mentions WHERE how = 'about') ORDER BY importance DESC, position;
CREATE INDEX moments_in_order ON moments (first, last, weight);
CREATE INDEX moments_by_weight ON moments (weight DESC);
CREATE INDEX moments_by_end ON moments (last);
CREATE INDEX moments_of_facts ON moments (fact);
CREATE INDEX written_in_order ON written (first, last, weight);
CREATE INDEX written_of_facts ON written (fact);
CREATE INDEX days_of_the_year ON days (month, day);
CREATE INDEX names_by_form ON names (how, form, weight DESC, entry);
CREATE INDEX vocabulary_by_sound ON vocabulary (sound);
CREATE INDEX vocabulary_by_skeleton ON vocabulary (skeleton);
CREATE INDEX vocabulary_by_root ON vocabulary (root);
CREATE INDEX vocabulary_backwards ON vocabulary (backwards);
CREATE INDEX passages_by_subject ON passages (subject);
CREATE INDEX passages_by_record ON passages (record);
CREATE INDEX quotations ON passages (kind) WHERE kind = 'quote';
"""
CACHE = 32_000  # KiB of page cache while the file is made
FIELDS, WORDS, NAMES = 4, 0, 1  # index rows reserved per passage, and those of its words and its names
CALLED = " / "  # separates the names of an entry
# SQL condition: passages with words in a row, in any inflection; its parameter is a `phrase`. Uses the index instead
# of reading all passages.
HOLDING = f"number IN (SELECT rowid / {FIELDS} FROM passage_index WHERE passage_index MATCH ?)"

Row = tuple[Any, ...]  # columns depend on the query


class Store:
    """An open library file for reading.

    If the file turns out to be damaged, `mend` builds it anew and the query is repeated.
    """

    def __init__(self, connection: sqlite3.Connection, mend: Callable[[], sqlite3.Connection]) -> None:
        self._connection = connection
        self._mend = mend

    def rows(self, query: str, *values: object) -> list[Row]:
        """Rows of a query."""
        try:
            return self._connection.execute(query, values).fetchall()
        except UnicodeEncodeError:  # invalid bytes from the command line cannot occur in the book
            return []
        except sqlite3.DatabaseError as error:
            if isinstance(error, (sqlite3.ProgrammingError, sqlite3.InterfaceError)):
                raise
            self._connection = self._mend()
            return self._connection.execute(query, values).fetchall()

    def column(self, query: str, *values: object) -> list[str]:
        """First column of the rows as text."""
        return [row[0] for row in self.rows(query, *values)]

    def numbers(self, query: str, *values: object) -> list[int]:
        """First column of the rows as numbers."""
        return [row[0] for row in self.rows(query, *values)]

    @cached_property
    def head(self) -> dict[str, Any]:
        """The pack's own fields: id, name and so on."""
        head: dict[str, Any] = json.loads(self.column("SELECT data FROM records WHERE collection = 'pack'")[0])
        return head

    @cached_property
    def merged_into(self) -> dict[str, str]:
        """For each former fact id, the fact that it was merged into."""
        return dict(self.rows("SELECT former, fact FROM heirs"))

    def page(self, what: str, entry: str) -> Any:
        """The precomputed view of an entry, decoded from JSON; None if there is none."""
        found = self.column("SELECT data FROM pages WHERE what = ? AND entry = ?", what, entry)
        return json.loads(found[0]) if found else None

    def matches(self, form: str, limit: int, within: tuple[int, int] | None = None) -> list[int]:
        """Index rows that contain a word or phrase in any inflection, the most important first.

        `within` are the first and last row to search.
        """
        query = "SELECT rowid FROM passage_index WHERE passage_index MATCH ?"
        if within is None:
            return self.numbers(f"{query} LIMIT ?", phrase(form), limit)
        return self.numbers(f"{query} AND rowid BETWEEN ? AND ? LIMIT ?", phrase(form), *within, limit)


def phrase(form: str) -> str:
    """Quote words for FTS5, to be found in a row and never read as operators."""
    return f'"{form.replace(chr(34), " ")}"'


class Page(NamedTuple):
    """A precomputed view of an entry, made of tuples, strings and numbers only."""

    what: str
    entry: str
    view: object


def add_pages(path: Path, pages: Iterable[Page]) -> None:
    """Add precomputed views to a library file that is not open elsewhere."""
    rows = ((page.what, page.entry, json.dumps(page.view, ensure_ascii=False)) for page in pages)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany("INSERT INTO pages VALUES (?, ?, ?)", rows)


Fill = Callable[[sqlite3.Connection], None]  # fills empty tables
# takes the pack's folder and the cache folder
Filling = Callable[[Path, Path | None], contextlib.AbstractContextManager[Fill]]
Meanwhile = Callable[[], contextlib.AbstractContextManager[None]]


def write_store(path: Path, marks: Mapping[str, str], fill: Fill) -> None:
    """Write a store to a new file, which `open_store` accepts as `ready`."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        _write(connection, marks, fill)


def open_store(
    folder: Path,
    marks: Mapping[str, str],
    filling: Filling,
    cache: Path | None = None,
    *,
    meanwhile: Meanwhile = contextlib.nullcontext,
    ready: Path | None = None,
) -> Store:
    """Open the store of a pack with these marks: the file `ready`, else the one in the cache, else a new one.

    A new one is filled by `filling`, inside the context `meanwhile`. Raises PackError if the pack has problems.
    """
    path = cache_file(folder, "library", cache)

    def build() -> sqlite3.Connection:
        with meanwhile(), filling(folder, cache) as fill:
            return (path and _rebuild(path, marks, fill)) or _in_memory(marks, fill)

    return Store((ready and _open(ready, marks)) or (path and _open(path, marks)) or build(), build)


def _open(path: Path, marks: Mapping[str, str]) -> sqlite3.Connection | None:
    """Open the file if it is sound and has the marks; else None."""
    try:
        if not path.is_file():
            return None
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    except (OSError, sqlite3.Error):
        return None
    try:
        if dict(connection.execute("SELECT name, value FROM marks")) == _all(marks):
            return connection
    except sqlite3.Error:
        pass  # truncated, or not a database
    connection.close()
    return None


def _rebuild(path: Path, marks: Mapping[str, str], fill: Fill) -> sqlite3.Connection | None:
    """Build a new file in place of the old one; None if the folder cannot be written."""
    import tempfile  # imported only to build a library

    unfinished = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
        os.close(handle)
        with contextlib.closing(sqlite3.connect(unfinished)) as connection:
            _write(connection, marks, fill)
        Path(unfinished).replace(path)
        return _open(path, marks)
    except (OSError, sqlite3.OperationalError):
        return None
    finally:
        if unfinished:
            with contextlib.suppress(OSError):
                Path(unfinished).unlink(missing_ok=True)


def _in_memory(marks: Mapping[str, str], fill: Fill) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    _write(connection, marks, fill)
    return connection


def _write(connection: sqlite3.Connection, marks: Mapping[str, str], fill: Fill) -> None:
    # A cache may be lost: no journal, and no wait for the disk.
    connection.executescript(
        f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{CACHE};{SCHEMA}"
    )
    with connection:
        fill(connection)
        connection.executemany("INSERT INTO marks VALUES (?, ?)", _all(marks).items())
    connection.executescript(INDEXES)


def _all(marks: Mapping[str, str]) -> dict[str, str]:
    return {**marks, "schema": str(SCHEMA_VERSION)}
