"""A cache of printed answers beside the library, so that the same words need not be answered twice.

An answer is stored with the marks of what it was made from, and ignored once the book or program has changed. The file
may be deleted at any time. Errors with it are ignored: the answer is then worked out again.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

MOST = 2_000  # number of answers kept
LONGEST = 200_000  # characters; a longer answer is not kept

# Damaged, no database, or other tables: the file is deleted, and made again next time. Other errors, e.g. a file
# that is busy or not writable, are ignored.
_UNUSABLE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)

_SCHEMA = """
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS answers (
    number INTEGER PRIMARY KEY, marks TEXT NOT NULL, text TEXT NOT NULL, told TEXT NOT NULL, title TEXT NOT NULL,
    pack TEXT NOT NULL, entry TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS questions (asked TEXT PRIMARY KEY, answer INTEGER NOT NULL) WITHOUT ROWID;
"""
_FORGET = "DELETE FROM questions WHERE answer NOT IN (SELECT number FROM answers)"


class KeptAnswer(NamedTuple):
    """A printed answer: `text` went to stdout, `told` to stderr.

    `title` is the title of what was drawn on a terminal; `pack` and `entry` are the ids of the pack and the entry
    shown.
    """

    text: str
    told: str = ""
    title: str = ""
    pack: str = ""
    entry: str = ""


def kept_answer(path: Path, marks: str, asked: str) -> KeptAnswer | None:
    """The stored answer to these words, if it is still valid; else None."""
    with suppress(sqlite3.Error, OSError, UnicodeEncodeError), closing(_connect(path, "ro")) as connection:
        query = """SELECT text, told, title, pack, entry FROM answers JOIN questions ON answer = number
            WHERE asked = ? AND marks = ?"""
        row = connection.execute(query, (asked, marks)).fetchone()
        return KeptAnswer(*row) if row else None
    return None


def keep_answers(
    path: Path, marks: str, answers: Iterable[tuple[Iterable[str], KeptAnswer]], *, most: int = MOST
) -> None:
    """Store answers, each with all the words that it answers.

    Drops those of another book or program, and the oldest beyond `most`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(_connect(path, "rwc")) as connection, connection:
            connection.executescript(_SCHEMA)
            connection.execute("DELETE FROM answers WHERE marks <> ?", (marks,))
            connection.execute(_FORGET)  # before SQLite reuses their numbers
            for asked, answer in answers:
                if len(answer.text) <= LONGEST:
                    row = connection.execute("INSERT INTO answers VALUES (NULL, ?, ?, ?, ?, ?, ?)", (marks, *answer))
                    lines = ((each, row.lastrowid) for each in asked)
                    connection.executemany("INSERT OR REPLACE INTO questions VALUES (?, ?)", lines)
            connection.execute("DELETE FROM answers WHERE number <= (SELECT max(number) FROM answers) - ?", (most,))
            connection.execute(_FORGET)
    except (OSError, UnicodeEncodeError):
        pass
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) in _UNUSABLE:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=0.2)
