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

_SCHEMA = """
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS answers (
    asked TEXT PRIMARY KEY, marks TEXT NOT NULL, text TEXT NOT NULL, told TEXT NOT NULL, pack TEXT NOT NULL,
    entry TEXT NOT NULL);
"""


class Answer(NamedTuple):
    """What was printed, and what was told beside it on stderr; if an entry was shown, its id and that of its pack."""

    text: str
    told: str = ""
    pack: str = ""
    entry: str = ""


def kept_answer(path: Path, marks: str, asked: str) -> Answer | None:
    """The answer to these words, if it is kept and still true."""
    with suppress(sqlite3.Error, OSError, UnicodeEncodeError), closing(_connect(path, "ro")) as connection:
        query = "SELECT text, told, pack, entry FROM answers WHERE asked = ? AND marks = ?"
        row = connection.execute(query, (asked, marks)).fetchone()
        return Answer(*row) if row else None
    return None


def keep_answers(path: Path, marks: str, answers: Iterable[tuple[str, Answer]]) -> None:
    """Keep answers, each with the words it answers; those of another book or program, and the oldest ones, go."""
    rows = [(asked, marks, *answer) for asked, answer in answers if len(answer.text) <= LONGEST]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(_connect(path, "rwc")) as connection, connection:
            connection.executescript(_SCHEMA)
            connection.execute("DELETE FROM answers WHERE marks <> ?", (marks,))
            connection.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)", rows)
            connection.execute("DELETE FROM answers WHERE rowid <= (SELECT max(rowid) FROM answers) - ?", (MOST,))
    except (sqlite3.OperationalError, OSError, UnicodeEncodeError):
        pass  # another program writes there, or nobody may
    except sqlite3.DatabaseError:  # damaged, or no database at all
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=0.2)
