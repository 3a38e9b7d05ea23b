"""Keeping what is answered while somebody sits there: the place where answers get their time and their ids."""

import os
import signal
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.retention import learn
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.log import Learn, Log, open_log
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.review import Review, correction_of, review_of
from trotskyism_cli.learning.session import Feedback
from trotskyism_cli.pack.model import Pack

ENDED = 128  # what a shell adds to the number of the signal that ended a program


def new_id() -> str:
    """An id that nobody else has."""
    return os.urandom(16).hex()


@contextmanager
def recording(context: AppContext, *, timed: bool) -> Iterator["Recorder"]:
    """What keeps the answers of one sitting.

    If they cannot be kept, that is said once, and the sitting goes on. Unless it is `timed`, nobody sits there whose
    seconds could tell anything: answers come from a pipe.
    """
    with ending_in_order():
        keeper = Keeper(context)
        try:
            yield Recorder(keeper, context.library.pack, timed=timed)
        finally:
            keeper.close()


class Recorder:
    """Keeps the answers of one sitting, and takes the last of them back."""

    def __init__(self, keeper: "Keeper", pack: Pack, *, timed: bool) -> None:
        self._keeper = keeper
        self._pack = pack
        self._timed = timed
        self._session = new_id()
        self._kept: list[Review] = []

    def keep(self, feedback: Feedback) -> None:
        """Keep an answer."""
        told = feedback if self._timed else feedback._replace(seconds=None)
        review = review_of(told, self._pack, self._session, new_id(), datetime.now(UTC))
        self._kept.append(review)
        self._keeper.keep(review)

    def take_back(self) -> None:
        """Take back the last answer that was kept."""
        if self._kept:
            self._keeper.keep(correction_of(self._kept.pop(), new_id(), datetime.now(UTC)))


class Keeper:
    """Keeps reviews, and says once if that fails; those that failed are tried again with the next one."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._learn = learn()
        self._waiting: list[Review] = []
        self._warned = False
        self._log: Log | None = None
        try:
            self._log = context.open_log()
        except ProgressError as error:
            self._warn(f"{error}\nNothing that you answer now is kept.")

    def keep(self, review: Review) -> None:
        """Keep a review, and the memories of what it asked for."""
        self._waiting.append(review)
        self._write()

    def close(self) -> None:
        """Close the log, after a last attempt at what could not be kept."""
        if self._waiting:
            self._write()
        if self._log is not None:
            self._log.close()

    def _write(self) -> None:
        if self._log is None:
            return
        try:
            self._log.merge(self._waiting, self._learn)
        except ProgressError as error:
            self._warn(f"{error}\nYour answers cannot be kept at the moment; the questions go on.")
        else:
            self._waiting.clear()

    def _warn(self, text: str) -> None:
        if not self._warned:
            self._context.tell(text)
        self._warned = True


@contextmanager
def log_or_makeshift(context: AppContext) -> Iterator[Log]:
    """The learner's log; if it cannot be used, that is said, and a log takes its place that ends with the sitting."""
    try:
        log = context.open_log()
    except ProgressError as error:
        from tempfile import TemporaryDirectory  # only here: every session would wait for it

        context.tell(f"{error}\nNothing that you answer now is kept.")
        with (
            TemporaryDirectory() as folder,
            open_log(Path(folder), context.library.pack.id, context.library.pack.heirs) as makeshift,
        ):
            yield makeshift
        return
    with log:
        yield log


class ForgivingLog:
    """A log for a study session: what cannot be kept is said once, and the session goes on."""

    def __init__(self, log: Log, context: AppContext) -> None:
        self._log = log
        self._context = context
        self._warned = False

    def keep(self, review: Review, memories: Mapping[str, Memory | None]) -> None:
        """Keep a review and the memories that it changed, if possible."""
        with self._forgiving():
            self._log.keep(review, memories)

    def append(self, review: Review, learn: Learn | None = None) -> None:
        """Keep a review, and make the memories of its facts anew, if possible."""
        with self._forgiving():
            self._log.append(review, learn)

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        """The memories of those of the facts that were ever asked for; none if they cannot be read."""
        with self._forgiving():
            return self._log.memories_of(facts)
        return {}

    @contextmanager
    def _forgiving(self) -> Iterator[None]:
        try:
            yield
        except ProgressError as error:
            if not self._warned:
                self._context.tell(f"{error}\nYour answers cannot be kept at the moment; the questions go on.")
            self._warned = True


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Let a signal to end unwind the program, so that a prompt gives the terminal back as it was."""

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(ENDED + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
