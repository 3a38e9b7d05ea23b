"""A program between the terminal and its user: it runs in a terminal of its own, and Esc alone is another key to it.

A pager waits after Esc for a further key. Only the time tells the key from the beginning of an arrow's code, and only
who stands between can wait for so long.
"""

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
import tty
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Any

ESCAPE, INTERRUPT, SUSPEND, REPAINT = b"\x1b", b"\x03", b"\x1a", b"\x0c"
RETURN, WAITS = b"\r", "(press RETURN)"  # how less waits after a message, and would take a key for no more than that
TAIL = 512  # bytes of what was shown last that hold the last line
WAIT = 0.05  # seconds after Esc in which the rest of a key's code arrives
MOST = 65536  # bytes read at once
# Text is wrapped: to shift it sideways would cut its words, so these arrows turn pages.
_STYLE = re.compile(rb"\x1b\[[\x30-\x3f]*[\x40-\x7e]|\x1b[@-Z=>]|[\x00-\x1f]")
TURNS = {b"\x1b[C": b" ", b"\x1bOC": b" ", b"\x1b[D": b"b", b"\x1bOD": b"b"}


def relay(command: Sequence[str], text: bytes, escape: bytes, environment: dict[str, str], foot: str = "") -> None:
    """Run a command that reads a text and keys of the terminal; `escape` are the keys that Esc stands for.

    They are given to it only if its last line ends in `foot`: in a line that one types Esc goes back to the page.
    OSError if no further terminal can be had.
    """
    keyboard, screen = sys.stdin.fileno(), sys.stdout.fileno()
    ours, its = pty.openpty()
    try:
        with suppress(termios.error):
            termios.tcsetattr(its, termios.TCSANOW, termios.tcgetattr(keyboard))
        _resize(screen, ours)
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=its,
            stderr=its,
            env=environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(its, termios.TIOCSCTTY, 0),
        )
    except OSError:
        os.close(ours)
        raise
    finally:
        os.close(its)
    feeder = Thread(target=_feed, args=(process, text), daemon=True)
    feeder.start()
    try:
        with _resizing(screen, ours), _raw(keyboard) as before:
            _pass_on(keyboard, screen, ours, (escape, foot), before)
    finally:
        os.close(ours)  # if it still runs, its terminal is gone
        process.wait()
        feeder.join()


def _feed(process: "subprocess.Popen[bytes]", text: bytes) -> None:
    with suppress(OSError):  # who quits has read enough
        process.communicate(text)


def _pass_on(keyboard: int, screen: int, ours: int, leaving: tuple[bytes, str], before: list[Any]) -> None:
    """Hand on what is typed and what is shown, until either side ends; `before` are the terminal's own settings.

    `leaving` are the keys that Esc stands for on a page, and how the last line of that ends; a second Esc always does.
    """
    escape, foot = leaving
    last, was_back = b"", False
    while True:
        ready, _, _ = select.select([keyboard, ours], [], [])
        if ours in ready:
            shown = _read(ours)
            if not shown:
                return
            _write(screen, shown)
            last = (last + shown)[-TAIL:]
        if keyboard in ready:
            typed = _read(keyboard)
            if not typed:
                return
            keys = _whole_keys(keyboard, ours, typed)
            was_back = keys == ESCAPE and not was_back and not (typed == ESCAPE and _ends(last, foot))
            if was_back:
                continue
            if keys not in (ESCAPE, RETURN) and _ends(last, WAITS):
                _write(ours, RETURN)
            if keys == SUSPEND:
                _suspend(keyboard, before)
                keys = REPAINT
            _write(ours, escape if keys == ESCAPE else TURNS.get(keys, keys))


def _whole_keys(keyboard: int, ours: int, typed: bytes) -> bytes:
    """What was typed, with the rest of a key's code; of Esc, which ends what is being typed, nothing but that."""
    if not typed.endswith(ESCAPE):
        return typed
    if select.select([keyboard], [], [], WAIT)[0]:
        return typed + _read(keyboard)
    _write(ours, typed.removesuffix(ESCAPE) + INTERRUPT)
    time.sleep(WAIT)  # what comes with it would be thrown away
    return ESCAPE


def _ends(shown: bytes, foot: str) -> bool:
    """Whether what was shown ends in a text, whatever its looks."""
    return _STYLE.sub(b"", shown).rstrip().endswith(foot.encode())


def _read(source: int) -> bytes:
    """What has come; nothing once the other side is gone."""
    with suppress(OSError):
        return os.read(source, MOST)
    return b""


def _write(target: int, data: bytes) -> None:
    with suppress(OSError):
        while data:
            data = data[os.write(target, data) :]


def _suspend(keyboard: int, before: list[Any]) -> None:
    """Let the shell have the terminal, as it was before, until it gives it back."""
    now = termios.tcgetattr(keyboard)
    termios.tcsetattr(keyboard, termios.TCSADRAIN, before)
    os.kill(0, signal.SIGTSTP)
    termios.tcsetattr(keyboard, termios.TCSADRAIN, now)


@contextmanager
def _raw(keyboard: int) -> Iterator[list[Any]]:
    """Every key comes at once and unseen; yields the settings of the terminal as they were."""
    before = termios.tcgetattr(keyboard)
    tty.setraw(keyboard, termios.TCSADRAIN)
    try:
        yield before
    finally:
        with suppress(termios.error):  # it may be gone
            termios.tcsetattr(keyboard, termios.TCSADRAIN, before)


@contextmanager
def _resizing(screen: int, ours: int) -> Iterator[None]:
    """As long as the terminal is drawn larger and smaller, so is the other."""
    before = signal.signal(signal.SIGWINCH, lambda *_: _resize(screen, ours))
    try:
        yield
    finally:
        signal.signal(signal.SIGWINCH, before)


def _resize(screen: int, ours: int) -> None:
    with suppress(OSError):
        fcntl.ioctl(ours, termios.TIOCSWINSZ, fcntl.ioctl(screen, termios.TIOCGWINSZ, b"\0" * 8))
