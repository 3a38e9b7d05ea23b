"""The file of a compiled pack: one SQLite database in the user's cache folder, which anybody may delete at any time.

It carries the marks of what it was made from. On any difference it is built anew beside the old one and put in its
place in one step, so that two programs at once, or a crash, can never leave half of one. If the folder cannot be
written, the library is built in memory and everything still works.
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
-- views that take long to work out, as they are drawn: only the library of a wheel has some
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
# Made when the tables are full: rows that come in no order would each alter another page of an index.
INDEXES = """
CREATE INDEX records_in_order ON records (collection, position);
CREATE INDEX kinds_in_groups ON kinds (kind);
CREATE INDEX mentions_of ON mentions (how, "to");
-- what somebody has said something about, the most important first
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
CACHE = 32_000  # KiB of the file in memory while it is made: the keys of a large pack come in no order
FIELDS, WORDS, NAMES = 4, 0, 1  # how many a passage may have, and which of them are its words and its names
CALLED = " / "  # between the names by which an entry is called
# The condition of a query for passages that they have words in a row, in any inflection; its value is a `phrase`. Who
# looks for a text in all passages reads each of them: this finds by key those that may have it.
HOLDING = f"number IN (SELECT rowid / {FIELDS} FROM passage_index WHERE passage_index MATCH ?)"

Row = tuple[Any, ...]  # what is in it, the query says


class Store:
    """An open library file, to read from; a row is read when it is asked for.

    A file that turns out to be damaged is built anew by `mend`, and the query asked again.
    """

    def __init__(self, connection: sqlite3.Connection, mend: Callable[[], sqlite3.Connection]) -> None:
        self._connection = connection
        self._mend = mend

    def rows(self, query: str, *values: object) -> list[Row]:
        """The rows of a query."""
        try:
            return self._connection.execute(query, values).fetchall()
        except UnicodeEncodeError:  # bytes on a command line that are no text are nowhere in the book
            return []
        except sqlite3.DatabaseError as error:
            if isinstance(error, (sqlite3.ProgrammingError, sqlite3.InterfaceError)):
                raise
            self._connection = self._mend()
            return self._connection.execute(query, values).fetchall()

    def column(self, query: str, *values: object) -> list[str]:
        """The first column of a query's rows, as text."""
        return [row[0] for row in self.rows(query, *values)]

    def numbers(self, query: str, *values: object) -> list[int]:
        """The first column of a query's rows, as numbers."""
        return [row[0] for row in self.rows(query, *values)]

    @cached_property
    def head(self) -> dict[str, Any]:
        """What the pack says of itself: its id, its name and so on."""
        head: dict[str, Any] = json.loads(self.column("SELECT data FROM records WHERE collection = 'pack'")[0])
        return head

    @cached_property
    def heirs(self) -> dict[str, str]:
        """The fact that each fact of earlier days was merged into."""
        return dict(self.rows("SELECT former, fact FROM heirs"))

    def page(self, what: str, entry: str) -> Any:
        """The view of an entry that was worked out when the library was made, as JSON has it; None if none was."""
        found = self.column("SELECT data FROM pages WHERE what = ? AND entry = ?", what, entry)
        return json.loads(found[0]) if found else None

    def matches(self, form: str, limit: int, within: tuple[int, int] | None = None) -> list[int]:
        """The rows of the passage index that have a word or phrase, in any inflection: the most important first.

        `within` are the first and the last row to look at.
        """
        query = "SELECT rowid FROM passage_index WHERE passage_index MATCH ?"
        if within is None:
            return self.numbers(f"{query} LIMIT ?", phrase(form), limit)
        return self.numbers(f"{query} AND rowid BETWEEN ? AND ? LIMIT ?", phrase(form), *within, limit)


def phrase(form: str) -> str:
    """Words to be found in a row: in double quotes nothing that somebody types is read as an operator."""
    return f'"{form.replace(chr(34), " ")}"'


class Page(NamedTuple):
    """A view of an entry of nothing but tuples, texts and numbers."""

    what: str
    entry: str
    view: object


def add_pages(path: Path, pages: Iterable[Page]) -> None:
    """Add views to a library that nobody has opened yet."""
    rows = ((page.what, page.entry, json.dumps(page.view, ensure_ascii=False)) for page in pages)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany("INSERT INTO pages VALUES (?, ?, ?)", rows)


Fill = Callable[[sqlite3.Connection], None]  # fills the empty tables of a store
Filling = Callable[[Path, Path | None], contextlib.AbstractContextManager[Fill]]  # of a pack's folder, and the cache
Meanwhile = Callable[[], contextlib.AbstractContextManager[None]]


def write_store(path: Path, marks: Mapping[str, str], fill: Fill) -> None:
    """Write a store to a new file, as `open_store` takes it for ready."""
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
    """The store of a pack with these marks: the file that is `ready`, the one in the cache, or a new one.

    A new one is made by `filling`, and `meanwhile` entered while it is. PackError if the pack has problems.
    """
    path = cache_file(folder, "library", cache)

    def build() -> sqlite3.Connection:
        with meanwhile(), filling(folder, cache) as fill:
            return (path and _rebuild(path, marks, fill)) or _in_memory(marks, fill)

    return Store((ready and _open(ready, marks)) or (path and _open(path, marks)) or build(), build)


def _open(path: Path, marks: Mapping[str, str]) -> sqlite3.Connection | None:
    """The file, if it is whole and carries the marks."""
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
        pass  # cut short, or no database at all: as good as none
    connection.close()
    return None


def _rebuild(path: Path, marks: Mapping[str, str], fill: Fill) -> sqlite3.Connection | None:
    """A new file in the place of the old one; None if the folder cannot be written."""
    import tempfile  # only who builds a library pays for this import

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
    # Nothing is lost if this file is: it needs neither a journal nor a wait for the disk.
    connection.executescript(
        f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{CACHE};{SCHEMA}"
    )
    with connection:
        fill(connection)
        connection.executemany("INSERT INTO marks VALUES (?, ?)", _all(marks).items())
    connection.executescript(INDEXES)


def _all(marks: Mapping[str, str]) -> dict[str, str]:
    return {**marks, "schema": str(SCHEMA_VERSION)}
