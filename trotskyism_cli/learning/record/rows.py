"""How the values of this program stand in the rows of the learner's file, and what a row that has none is a sign of."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from trotskyism_cli.learning.record.database import damaged


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Turns what fails where rows are read that only this program writes into the ProgressError of a damaged file."""
    try:
        yield
    except (LookupError, TypeError, ValueError, OverflowError) as error:
        raise damaged(path, "an answer in it cannot be read") from error


def instant(moment: datetime) -> str:
    """A time in UTC, so written that the order of the texts is that of the times."""
    return (moment if moment.tzinfo is UTC else moment.astimezone(UTC)).isoformat(timespec="microseconds")
