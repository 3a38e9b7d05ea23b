"""The learner's database file: find, recognise and migrate it, and write to it so that nothing is lost.

The only module of the learner's file that knows SQLite. Any error of such a file becomes a ProgressError that says what
to do next; a file that is damaged, or of a newer version, is left as it is.

What is committed is on the disk: the write-ahead log is synchronised at every commit (`synchronous = EXTRA`; `NORMAL`
would do so only now and then, and a power cut could lose the last answers; `FULL` is the same with a write-ahead log,
but does not synchronise the folder where a file system does not support such a log).
"""

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from trotskyism_cli.errors import ProgressError
from trotskyism_cli.invocation import command
from trotskyism_cli.learning.record.migrations import APPLICATION_ID, MIGRATIONS

MANY = 500  # values in one query; SQLite limits their number
PATIENCE = 10.0  # seconds to wait for another program that writes
A_MOMENT = 0.05  # seconds
PAGE = 8 * 1024  # bytes, for a new file: holds several reviews of some hundred bytes
SPACIOUS = 64 * 1024  # KiB of cache while much is written

ELSEWHERE = "Choose another folder for your progress: --data-dir DIR"
NOTHING_READ = "Nothing was read from it; name another file."

Row = tuple[Any, ...]  # the columns of a query


class Database:
    """An open file. `rows` reads; call `change` and `change_many` within `writing` only."""

    def __init__(self, connection: sqlite3.Connection, path: Path, advice: str = "") -> None:
        self._connection = connection
        self.path = path
        self._advice = advice or ELSEWHERE

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def rows(self, query: str, *values: object) -> list[Row]:
        """All rows of a query at once: an open reader would keep later answers from being written."""
        with explained(self.path, self._advice):
            return self._connection.execute(query, values).fetchall()

    def rows_in(self, query: str, keys: Iterable[object], *values: object) -> list[Row]:
        """All rows of a query that ends in `IN`, for any number of keys; the other values come before them."""
        wanted, found = list(keys), list[Row]()
        for start in range(0, len(wanted), MANY):
            some = wanted[start : start + MANY]
            found += self.rows(f"{query} ({marks(some)})", *values, *some)
        return found

    def wait(self, *, patiently: bool) -> None:
        """Set whether to wait from now on for another program that writes."""
        self._connection.execute(f"PRAGMA busy_timeout = {round(1000 * PATIENCE) if patiently else 0}")

    def change(self, statement: str, *values: object) -> int:
        """Make one change; return the number of the row added last."""
        return self._connection.execute(statement, values).lastrowid or 0

    def change_many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Make the same change with the values of each row."""
        self._connection.executemany(statement, rows)

    @contextlib.contextmanager
    def without(self, chosen: Sequence[str]) -> Iterator[None]:
        """Within `writing`: drop some triggers and indices and recreate them at the end, which speeds up many changes.

        They are chosen by clauses about `sqlite_master`. Other programs do not see the change.
        """
        if not chosen:
            yield
            return
        made = self.rows(f"SELECT type, name, sql FROM sqlite_master WHERE {' OR '.join(chosen)}")
        for kind, name, _ in made:
            self.change(f"DROP {kind} {name}")
        self.change(f"PRAGMA cache_size = {-SPACIOUS}")
        yield
        for _, _, statement in made:
            self.change(statement)

    @contextlib.contextmanager
    def writing(self, *, linked: bool = True) -> Iterator[None]:
        """A transaction, all or nothing; other programs that write wait for it.

        `linked=False` turns off the checks of foreign keys: for many rows that refer to rows of the same transaction.
        """
        with explained(self.path), _links(self._connection, looked_for=linked), _step(self._connection):
            yield

    def backup(self, target: Path) -> None:
        """Copy the file while it is in use. ProgressError if the target exists, which is left alone."""
        with explained(target, "Choose another place for the copy."):
            target.open("xb").close()
            try:
                with contextlib.closing(sqlite3.connect(target)) as copy:
                    self._connection.backup(copy)
            except BaseException:
                target.unlink(missing_ok=True)
                raise


def marks(values: Iterable[object]) -> str:
    """Question marks for the values of a statement, separated by commas."""
    return ", ".join("?" for _ in values)


def move_aside(path: Path, mark: str) -> Path:
    """Rename a database and the files of SQLite beside it; return the new path. ProgressError if that fails."""
    with explained(path):
        for ending in ("-wal", "-shm", ""):
            file = path.with_name(path.name + ending)
            if file.exists():
                file.rename(path.with_name(f"{path.name}.{mark}{ending}"))
    return path.with_name(f"{path.name}.{mark}")


def open_database(path: Path) -> Database:
    """The database at a path, created if there is none. ProgressError if that fails.

    A file that is not writable can still be read; each change is then a ProgressError.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if _log_of(path).exists():
            # Closing a writable connection would write the log even into a file that is not ours: check first.
            with contextlib.closing(_reading(path)) as connection:
                _recognise(connection, path)
        try:
            connection = _ready(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None), path, _prepare)
        except sqlite3.OperationalError as error:
            if _primary(error) not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN) or not path.is_file():
                raise
            connection = _ready(_reading(path), path, _prepare_to_read)
    return Database(connection, path)


def _ready(
    connection: sqlite3.Connection, path: Path, prepare: Callable[[sqlite3.Connection, Path], None]
) -> sqlite3.Connection:
    try:
        prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def reading(path: Path) -> Iterator[Database]:
    """Another file of progress, of any version, to read from; it is left as it is."""
    with explained(path, NOTHING_READ), contextlib.closing(_reading(path)) as connection:
        _recognise(connection, path, NOTHING_READ)
        yield Database(connection, path, NOTHING_READ)


def _reading(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, and no files beside the database unless another program is writing."""
    how = "mode=ro" if _log_of(path).exists() else "immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", timeout=PATIENCE, isolation_level=None, uri=True)


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = _recognise(connection, path)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA page_size = {PAGE}")
    _use_write_ahead_log(connection)
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA fullfsync = ON")  # macOS, where a plain fsync does not reach the disk
    if version < len(MIGRATIONS):
        _migrate(connection, path)


def _prepare_to_read(connection: sqlite3.Connection, path: Path) -> None:
    if _recognise(connection, path) < len(MIGRATIONS):
        raise ProgressError(f"{path} is of an older version and cannot be brought up to date: it may not be written.")


def _recognise(connection: sqlite3.Connection, path: Path, advice: str = ELSEWHERE) -> int:
    """The version of the file; ProgressError if it is not ours, or newer than this program. Write nothing."""
    # In this order: another program may be creating the file, and half of its commit must not be seen.
    filled = _pragma(connection, "schema_version")
    owner = _pragma(connection, "application_id")
    version = _pragma(connection, "user_version")
    if owner != APPLICATION_ID and (owner or filled):
        raise ProgressError(f"{path} belongs to another program. {advice}")
    if version > len(MIGRATIONS):
        raise ProgressError(
            f"{path} was written by a newer version of this program and is left as it is. Upgrade this one."
            f" Or else: {advice}"
        )
    return version


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Turn on the write-ahead log, with which readers and a writer do not wait for each other.

    Of a file that stays busy all the time, the file is used as it is: only others may have to wait.
    """
    for _ in range(int(PATIENCE / A_MOMENT)):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # SQLite does not wait by itself if two programs do this at once.
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(A_MOMENT)
        else:
            return


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    with _step(connection):
        # Another program may have done it while this one waited.
        for migration in MIGRATIONS[_recognise(connection, path) :]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@contextlib.contextmanager
def _links(connection: sqlite3.Connection, *, looked_for: bool) -> Iterator[None]:
    """Switch the checks of foreign keys off for a while, if not `looked_for`; works only outside a transaction."""
    if looked_for:
        yield
        return
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


@contextlib.contextmanager
def _step(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def explained(path: Path, advice: str = ELSEWHERE) -> Iterator[None]:
    """Turn errors of the system or SQLite into a ProgressError; `advice` says what to do where nothing else helps."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as error:
        raise _meaning(path, error, advice) from error
    except UnicodeDecodeError as error:  # from an error message of SQLite that quotes the file
        raise damaged(path, error) from error
    except FileExistsError as error:
        if not path.parent.is_dir():
            raise ProgressError(f"{path.parent} is not a folder. {advice}") from error
        raise ProgressError(f"{path} is there already and is left as it is. Name another file.") from error
    except OSError as error:
        raise ProgressError(f"{path}: {error.strerror or error}. {advice}") from error


def damaged(path: Path, why: object) -> ProgressError:
    """The error for a file with contents that this program never writes."""
    return ProgressError(
        f"Your progress is damaged and is left as it is: {path} ({why}). Begin anew (the damaged file is kept beside):"
        f" {command('progress', 'reset')}. If you have a backup, then: {command('progress', 'import', 'BACKUP')}",
        damaged=True,
    )


def _primary(error: sqlite3.Error) -> int:
    """The primary code of an error of SQLite."""
    # An error of Python's own has no code: it is about text that is not UTF-8.
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)) & 0xFF


def _meaning(path: Path, error: sqlite3.Error, advice: str) -> ProgressError:
    code = _primary(error)
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return damaged(path, error)
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        advice = f"Make room on the disk. Or: {advice}"
    elif code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        advice = "Another program has been writing to it for long; end that first."
    return ProgressError(f"{path}: {error}. {advice}")
