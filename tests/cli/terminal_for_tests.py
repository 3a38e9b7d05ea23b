"""A program in a terminal of its own: keys pressed, and the screen that a person would see."""

import contextlib
import os
import signal
import sys
import termios
import time
from collections.abc import Callable, Mapping
from typing import Any

import pexpect
import pyte
from pexpect.fdpexpect import fdspawn

from tests.cli.conftest import ReadyProgram, heed_ctrl_c, ready_program

PATIENCE = 30  # seconds after which a screen will never come
AS_STARTED = (sys.executable, "-m", "trotskyism_cli")  # the program in a new process, as a user starts it
ALSO_ABOVE = 3  # how a screen is erased together with what has left it


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

    def kill(self, sign: int) -> None:
        os.kill(self._process, sign)

    def close(self, *, force: bool = False) -> None:
        """Close the terminal and wait for the end of the run."""
        if self.closed:
            return
        super().close()
        if force and not self.flag_eof:
            self.kill(signal.SIGKILL)
        self.exitstatus = self._ready.ended(self._process)


class _Screen(pyte.Screen):
    """A screen that keeps the lines which leave it at its top.

    `pyte.HistoryScreen` also turns pages; for that it looks at every use of its attributes, and is twice as slow.
    """

    def __init__(self, columns: int, lines: int) -> None:
        self.above: list[Mapping[int, Any]] = []
        super().__init__(columns, lines)

    def index(self) -> None:
        top, bottom = self.margins or (0, self.lines - 1)
        if self.cursor.y == bottom:
            self.above.append(self.buffer[top])
        super().index()

    def reset(self) -> None:
        super().reset()
        self.above.clear()

    def erase_in_display(self, how: int = 0, *args: Any, **options: Any) -> None:
        super().erase_in_display(how, *args, **options)
        if how == ALSO_ABOVE:
            self.above.clear()

    def text(self, *, whole: bool = False) -> str:
        """What stands in the window, or on the whole screen: with what has left it."""
        lines = [*(self.above if whole else ()), *(self.buffer[y] for y in range(self.lines))]
        return "\n".join("".join(line[x].data for x in range(self.columns)).rstrip() for line in lines)


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
        self._screen = _Screen(columns, lines)
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
        return self._screen.text()

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
        return self._screen.text(whole=True)
