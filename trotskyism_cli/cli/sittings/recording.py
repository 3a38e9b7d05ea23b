"""Keep the answers of a sitting: here they get their time and their ids."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.answering.session import Feedback
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.record.keeper import Keeper
from trotskyism_cli.learning.record.kept_pupil import take_in
from trotskyism_cli.learning.record.log import Learn, Log, open_log
from trotskyism_cli.library.library import Library

if TYPE_CHECKING:  # a first question is asked before any review is kept
    from trotskyism_cli.learning.review import Review

ENDED = 128  # what a shell adds to the number of the signal that ended a program


def new_id() -> str:
    """A new unique id."""
    return os.urandom(16).hex()


@contextmanager
def recording(context: AppContext, *, timed: bool, kind: str) -> Iterator["Recorder"]:
    """The recorder of a sitting of some kind (see `history.KINDS`).

    If answers cannot be kept, that is said once and the sitting goes on. Seconds are kept only if it is `timed`: those
    of answers from a pipe tell nothing.
    """
    with ending_in_order(), log_or_makeshift(context) as log, keeping(log, context, remembered) as keeper:
        yield Recorder(keeper, context.library, timed=timed, kind=kind)


class Recorder:
    """Keeps the answers of one sitting, and takes the last one back."""

    def __init__(self, keeper: Keeper, library: Library, *, timed: bool, kind: str) -> None:
        self._keeper = keeper
        self._library = library
        self._timed = timed
        self._session = f"{kind}-{new_id()}"
        self._kept: list[Review] = []

    def keep(self, feedback: Feedback) -> None:
        """Keep an answer."""
        from trotskyism_cli.learning.review import review_of

        told = feedback if self._timed else feedback._replace(seconds=None)
        review = review_of(told, self._library.pack, self._session, new_id(), datetime.now().astimezone())
        self._kept.append(review)
        self._keeper.keep(review)

    @property
    def too_fast(self) -> int:
        """How many answers came faster than anybody reads a question, and so tell nothing."""
        from trotskyism_cli.learning.recall.schedule import rate  # a first question does without

        return sum(rate(review) is None for review in self._kept)

    def take_back(self) -> None:
        """Take back the last answer that was kept."""
        from trotskyism_cli.learning.review import correction_of

        if self._kept:
            self._keeper.keep(correction_of(self._kept.pop(), new_id(), datetime.now().astimezone()))


@contextmanager
def keeping(log: Log, context: AppContext, learning: Learn) -> Iterator[Keeper]:
    """The keeper of a sitting's answers. At the end it tries once more to store what could not be stored."""
    keeper = Keeper(log, learning, context.tell)
    try:
        yield keeper
    finally:
        keeper.close()
        with suppress(ProgressError):
            take_in(log)


@contextmanager
def log_or_makeshift(context: AppContext) -> Iterator[Log]:
    """The learner's log; if it cannot be used, this is said, and a log in memory takes its place for the sitting."""
    try:
        log = context.open_log()
    except ProgressError as error:
        from tempfile import TemporaryDirectory  # only here: every session would wait for it

        context.tell(f"{error}\nNothing that you answer now is kept.")
        with (
            TemporaryDirectory() as folder,
            open_log(Path(folder), context.library.pack_id, context.library.store.merged_into) as makeshift,
        ):
            yield makeshift
        return
    with log:
        yield log


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Let a termination signal unwind the program, so that a prompt restores the terminal."""

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(ENDED + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
