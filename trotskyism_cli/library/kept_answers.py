"""Answers as they were printed, kept beside the library: the same words need not be answered twice.

An answer is kept with the marks of what it was made from; once the book or the program has changed, it is none. The
file may be deleted at any time, and whatever is wrong with it is passed over: the answer is then worked out again.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

MOST = 2_000  # answers that are kept
LONGEST = 200_000  # letters of one of them

# Damaged, no database at all, or one of other tables: it is deleted, and made anew the next time. What else may fail,
# such as a file that another program writes or that nobody may, is let be.
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
    """What was printed, and what was told beside it on stderr.

    With the title of what was drawn on a terminal, the id of the pack, and that of the entry if one was shown.
    """

    text: str
    told: str = ""
    title: str = ""
    pack: str = ""
    entry: str = ""


def kept_answer(path: Path, marks: str, asked: str) -> KeptAnswer | None:
    """The answer to these words, if it is kept and still true."""
    with suppress(sqlite3.Error, OSError, UnicodeEncodeError), closing(_connect(path, "ro")) as connection:
        query = """SELECT text, told, title, pack, entry FROM answers JOIN questions ON answer = number
            WHERE asked = ? AND marks = ?"""
        row = connection.execute(query, (asked, marks)).fetchone()
        return KeptAnswer(*row) if row else None
    return None


def keep_answers(
    path: Path, marks: str, answers: Iterable[tuple[Iterable[str], KeptAnswer]], *, most: int = MOST
) -> None:
    """Keep answers, each with all the words that it answers.

    Those of another book or another program go, and the oldest ones of more than `most`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(_connect(path, "rwc")) as connection, connection:
            connection.executescript(_SCHEMA)
            connection.execute("DELETE FROM answers WHERE marks <> ?", (marks,))
            connection.execute(_FORGET)  # before their numbers are given to others
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
