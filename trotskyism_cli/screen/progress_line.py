"""One line on what takes long: said after a while, and wiped away when it is done."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from typing import TextIO

PATIENCE = 0.5  # seconds that one waits without a word
DIM, WIPED = "\x1b[2m{}\x1b[0m", "\r\x1b[K"


@contextmanager
def said_after(seconds: float, text: str, stream: TextIO) -> Iterator[None]:
    """Say the text on a terminal, if what is done here takes longer than so many seconds. A pipe is told nothing."""
    if not stream.isatty():
        yield
        return
    line = _Line(text, stream)
    timer = Timer(seconds, line.say)
    timer.daemon = True  # an interruption need not wait for it
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        line.wipe()


class _Line:
    """The line; once wiped it is never said, however late the clock."""

    def __init__(self, text: str, stream: TextIO) -> None:
        self._text = text
        self._stream = stream
        self._lock = Lock()
        self._is_said = self._is_over = False

    def say(self) -> None:
        with self._lock:
            if not (self._is_said or self._is_over):
                self._is_said = True
                self._write(DIM.format(self._text))

    def wipe(self) -> None:
        with self._lock:
            self._is_over = True
            if self._is_said:
                self._write(WIPED)

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # a terminal that was closed meanwhile
            self._stream.write(text)
            self._stream.flush()
