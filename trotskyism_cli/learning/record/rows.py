"""Values in the rows of the learner's file: how times are written, and errors from values that cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from trotskyism_cli.learning.record.database import damaged


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Turn errors while reading rows that only this program writes into the ProgressError of a damaged file."""
    try:
        yield
    except (LookupError, TypeError, ValueError, OverflowError) as error:
        raise damaged(path, "an answer in it cannot be read") from error


def instant(moment: datetime) -> str:
    """A time in UTC as text; the order of such texts is that of the times."""
    return (moment if moment.tzinfo is UTC else moment.astimezone(UTC)).isoformat(timespec="microseconds")
