"""A progress line on stderr during long work, with the keyboard muted.

    with at_work("Making questions …") as line:
        line.tell("Making questions: 20 of 500 …")

Only terminals see it. The line appears after half a second and is erased when the work is done. Keys typed meanwhile
are neither echoed nor left for the next prompt.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

DELAY = 0.5  # seconds: faster work needs no line
ERASE = "\r\x1b[K"
_at_work: list["ProgressLine"] = []


class ProgressLine:
    """The progress line; nothing is written before `show`."""

    def __init__(self, text: str, target: TextIO, *, erases: bool) -> None:
        self._text = text
        self._target = target
        self._erases = erases
        self._shown = False
        self._lock = threading.Lock()

    def tell(self, text: str) -> None:
        """Update the text. Where nothing can be erased, only the first text is ever shown."""
        with self._lock:
            self._text = text
            if self._shown and self._erases:
                self._write(f"{ERASE}{self._fitting()}")

    def show(self) -> None:
        """Write the line."""
        with self._lock:
            self._shown = True
            self._write(self._fitting() if self._erases else f"{self._text}\n")

    def clear(self) -> None:
        """Erase the line."""
        with self._lock:
            if self._shown and self._erases:
                self._write(ERASE)
            self._shown = False

    def _fitting(self) -> str:
        """As much of the text as fits on one line: more could not be erased."""
        try:
            width = os.get_terminal_size(self._target.fileno()).columns - 1
        except (OSError, ValueError):
            width = 79
        return self._text if len(self._text) <= width else f"{self._text[: max(0, width - 1)]}…"

    def _write(self, text: str) -> None:
        self._target.write(text)
        self._target.flush()


@contextmanager
def at_work(text: str, target: TextIO | None = None) -> Iterator[ProgressLine]:
    """Show a progress line (on stderr by default) and mute the keyboard while the block runs."""
    target = target or sys.stderr
    if _at_work:  # nested work shows no second line
        yield ProgressLine(text, target, erases=False)
        return
    line = ProgressLine(text, target, erases=os.environ.get("TERM") not in ("dumb", "unknown", None))
    timer = threading.Timer(DELAY, line.show)
    timer.daemon = True
    if target.isatty():
        timer.start()
    _at_work.append(line)
    try:
        with still_keyboard():
            yield line
    finally:
        _at_work.remove(line)
        timer.cancel()
        if timer.is_alive():
            timer.join()
        line.clear()


@contextmanager
def still_keyboard() -> Iterator[None]:
    """Suppress echo, and discard what was typed at the end; Ctrl-C still interrupts."""
    if os.name != "posix" or sys.stdin is None or not sys.stdin.isatty():
        yield
        return
    import termios  # not on Windows, and not needed for pipes

    number = sys.stdin.fileno()
    if os.tcgetpgrp(number) != os.getpgrp():  # a background process is stopped if it touches the terminal
        yield
        return
    before = termios.tcgetattr(number)
    quiet = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    try:
        termios.tcsetattr(number, termios.TCSANOW, quiet)
        yield
    finally:
        termios.tcsetattr(number, termios.TCSAFLUSH, before)
