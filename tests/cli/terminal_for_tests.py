"""A program in a terminal of its own: keys pressed, and the screen that a person would see."""

import contextlib
import os
import signal
import sys
import termios
import time
from collections.abc import Callable
from typing import Any

import pexpect
import pyte
from pexpect.fdpexpect import fdspawn

from tests.cli.conftest import ReadyProgram, heed_ctrl_c, ready_program

PATIENCE = 30  # seconds after which a screen will never come
AS_STARTED = (sys.executable, "-m", "trotskyism_cli")  # the program in a new process, as a user starts it


class _Forked(fdspawn):  # type: ignore[misc]
    """A run of the ready program in a terminal, as `pexpect` has programs that it started."""

    def __init__(
        self, ready: ReadyProgram, words: list[str], environment: dict[str, str], columns: int, lines: int
    ) -> None:
        ours, theirs = os.openpty()
        super().__init__(ours, timeout=PATIENCE, encoding="utf-8")
        self.setwinsize(lines, columns)
        self._ready = ready
        self._process = ready.start(words, environment, theirs)
        self.exitstatus: int | None = None
        os.close(theirs)

    def setwinsize(self, lines: int, columns: int) -> None:
        termios.tcsetwinsize(self.child_fd, (lines, columns))

    def close(self, *, force: bool = False) -> None:
        """Close the terminal and wait for the end of the run."""
        if self.closed:
            return
        super().close()
        if force and not self.flag_eof:
            os.kill(self._process, signal.SIGKILL)
        self.exitstatus = self._ready.ended(self._process)


class Terminal:
    """A program in a terminal of its own; `screen` is what stands on it now.

    Without a `program` it is ours, forked from the one that is ready (see `ready_program`).
    """

    def __init__(
        self,
        words: list[str],
        environment: dict[str, str],
        columns: int,
        lines: int = 40,
        program: tuple[str, ...] = (),
    ) -> None:
        self._screen = pyte.HistoryScreen(columns, lines, history=2000)
        self._stream = pyte.Stream(self._screen)
        settings = {"TERM": "xterm-256color", **environment}
        ready = None if program else ready_program()
        if ready:
            self.process: Any = _Forked(ready, words, settings, columns, lines)
            return
        program = program or AS_STARTED
        self.process = pexpect.spawn(
            program[0],
            [*program[1:], *words],
            env=settings,
            dimensions=(lines, columns),
            encoding="utf-8",
            timeout=PATIENCE,
            preexec_fn=heed_ctrl_c,
        )
        self.process.delaybeforesend = None
        self.process.ptyproc.delayafterclose = 0.02

    def wait_for(self, text: str) -> str:
        """Read until the text appears; returns the screen."""
        self.process.expect_exact(text)
        self._feed(str(self.process.before) + str(self.process.after))
        return self.screen()

    def see(self, text: str) -> str:
        """Read until the text stands on the screen, wherever its lines break; returns the lines of the screen."""
        return self._until(lambda: text in self.words(), text)

    def see_gone(self, text: str) -> str:
        """Read until the text stands on the screen no more."""
        return self._until(lambda: text not in self.words(), f"no {text}")

    def _until(self, is_so: Callable[[], bool], sought: str) -> str:
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, f"{sought!r} never came:\n{self.now()}"
            with contextlib.suppress(pexpect.TIMEOUT):
                self._feed(self.process.read_nonblocking(65536, timeout=0.1))
        return self.now()

    def now(self) -> str:
        """What stands in the window."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def words(self) -> str:
        """The words of the window, with a blank for every break of a line."""
        return " ".join(self.now().split())

    def resize(self, columns: int, lines: int) -> None:
        """Make the window smaller or larger."""
        self._screen.resize(lines, columns)
        self.process.setwinsize(lines, columns)

    def press(self, keys: str) -> None:
        self.process.send(keys)

    def end(self) -> str:
        """Read to the end of the program; returns everything that is on the screen."""
        self.process.expect(pexpect.EOF)
        self._feed(str(self.process.before))
        self.process.close()
        return self.screen()

    def _feed(self, text: str) -> None:
        self._stream.feed(text)

    def screen(self) -> str:
        above = ["".join(line[x].data for x in range(self._screen.columns)) for line in self._screen.history.top]
        return "\n".join(line.rstrip() for line in [*above, *self._screen.display])
