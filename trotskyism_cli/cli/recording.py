"""Keeping what is answered while somebody sits there: the place where answers get their time and their ids."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from types import FrameType
from uuid import uuid4

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.log import Log
from trotskyism_cli.learning.review import Review, review_of
from trotskyism_cli.learning.schedule import replay
from trotskyism_cli.learning.session import Feedback

Keep = Callable[[Feedback], None]

ENDED = 128  # what a shell adds to the number of the signal that ended a program


@contextmanager
def recording(context: AppContext, *, timed: bool) -> Iterator[Keep]:
    """Gives a function that keeps the answers of one sitting.

    If they cannot be kept, that is said once, and the sitting goes on. Unless it is `timed`, nobody sits there whose
    seconds could tell anything: answers come from a pipe.
    """
    pack, session = context.library.pack, uuid4().hex
    with ending_in_order():
        keeper = Keeper(context)
        try:

            def keep(feedback: Feedback) -> None:
                told = feedback if timed else replace(feedback, seconds=None)
                keeper.keep(review_of(told, pack, session, uuid4().hex, datetime.now(UTC)))

            yield keep
        finally:
            keeper.close()


class Keeper:
    """Keeps reviews, and says once if that fails; those that failed are tried again with the next one."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
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
            self._log.merge(self._waiting, replay)
        except ProgressError as error:
            self._warn(f"{error}\nYour answers cannot be kept at the moment; the questions go on.")
        else:
            self._waiting.clear()

    def _warn(self, text: str) -> None:
        if not self._warned:
            self._context.tell(text)
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
