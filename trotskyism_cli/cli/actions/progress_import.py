"""`progress import`: add answers from a file to those in the log."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import NotFoundError, ProgressError
from trotskyism_cli.invocation import command
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.record.log import arrivals_in
from trotskyism_cli.message_text import counted
from trotskyism_cli.screen.output.progress_line import at_work

if TYPE_CHECKING:  # who looks at answers of this machine alone reads none of another
    from trotskyism_cli.learning.record.arrivals import Arrival

DATABASE = b"SQLite format 3\0"  # how a backup begins
STANDARD_INPUT = "-"


def run(context: AppContext, words: Sequence[str]) -> None:
    """Add the answers in the named file. NotFoundError if it cannot be read."""
    file = Path(*words)
    gc.disable()  # a long log is many small things, none of them in a circle: to look for circles takes half the time
    try:
        arrived = _arrivals_in(file)  # all of them, before anything is opened to write: a pipe may take its time
    except OSError as error:
        raise NotFoundError(f"{file} cannot be read: {error.strerror}") from error
    except ProgressError as error:
        from trotskyism_cli.learning.sharing.handed_in import was_handed_in  # only to say what a file is that is no log

        if not was_handed_in(file):
            raise
        remedy = f"For a teacher's report on it: {command('class', 'report', str(file))}"
        raise ProgressError(f"{file} is what a learner hands in to a class, and no log of answers. {remedy}") from error
    with context.open_log() as log, at_work("Importing answers …"):
        count = log.take_in(arrived, remembered)
    context.say(f"{counted(count, 'new answer')} imported from {file}")


def _arrivals_in(file: Path) -> "list[Arrival]":
    from trotskyism_cli.learning.sharing.exchange import read

    if str(file) == STANDARD_INPUT:
        return list(read(sys.stdin.buffer))
    with file.open("rb") as source:
        if not source.peek(len(DATABASE)).startswith(DATABASE):
            return list(read(source))
    return arrivals_in(file)
