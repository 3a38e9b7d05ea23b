"""Run a pager in a pseudo-terminal, so that Esc alone can be translated into another key.

A pager takes Esc as the start of a longer key code and waits. Only timing tells the Esc key from an arrow key's code,
and only a program in between can measure it.
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
RETURN, WAITS = b"\r", "(press RETURN)"  # less waits for RETURN after a message and swallows any other key
TAIL = 512  # bytes of output kept, enough to hold the last line
WAIT = 0.05  # seconds after Esc in which the rest of a key's code arrives
MOST = 65536  # bytes read at once
# Shifting the wrapped text sideways would cut words, so left and right turn pages instead.
_STYLE = re.compile(rb"\x1b\[[\x30-\x3f]*[\x40-\x7e]|\x1b[@-Z=>]|[\x00-\x1f]")
TURNS = {b"\x1b[C": b" ", b"\x1bOC": b" ", b"\x1b[D": b"b", b"\x1bOD": b"b"}


def relay(command: Sequence[str], text: bytes, escape: bytes, environment: dict[str, str], foot: str = "") -> None:
    """Run a command that reads `text` and the terminal's keys; Esc is replaced by the keys `escape`.

    This applies only while the screen's last line ends in `foot`; while the user types a line, Esc returns to the page.
    OSError if no pseudo-terminal is available.
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
        os.close(ours)  # a process still running loses its terminal
        process.wait()
        feeder.join()


def _feed(process: "subprocess.Popen[bytes]", text: bytes) -> None:
    with suppress(OSError):  # the user may quit early
        process.communicate(text)


def _pass_on(keyboard: int, screen: int, ours: int, leaving: tuple[bytes, str], before: list[Any]) -> None:
    """Copy keys and output between the two terminals until either side ends.

    `before` are the real terminal's settings. `leaving` is the pair of the keys that replace Esc and the foot of a
    page; a second Esc in a row is always replaced.
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
    """The keys typed, completed to a whole key code; a lone Esc at the end cancels what was typed before it."""
    if not typed.endswith(ESCAPE):
        return typed
    if select.select([keyboard], [], [], WAIT)[0]:
        return typed + _read(keyboard)
    _write(ours, typed.removesuffix(ESCAPE) + INTERRUPT)
    time.sleep(WAIT)  # the interrupt would discard what follows at once
    return ESCAPE


def _ends(shown: bytes, foot: str) -> bool:
    """Return whether the output ends in this text, ignoring styles."""
    return _STYLE.sub(b"", shown).rstrip().endswith(foot.encode())


def _read(source: int) -> bytes:
    """The bytes available; empty once the other side is gone."""
    with suppress(OSError):
        return os.read(source, MOST)
    return b""


def _write(target: int, data: bytes) -> None:
    with suppress(OSError):
        while data:
            data = data[os.write(target, data) :]


def _suspend(keyboard: int, before: list[Any]) -> None:
    """Give the terminal back to the shell, with its original settings, until the program is resumed."""
    now = termios.tcgetattr(keyboard)
    termios.tcsetattr(keyboard, termios.TCSADRAIN, before)
    os.kill(0, signal.SIGTSTP)
    termios.tcsetattr(keyboard, termios.TCSADRAIN, now)


@contextmanager
def _raw(keyboard: int) -> Iterator[list[Any]]:
    """Put the terminal into raw mode without echo; yields its previous settings."""
    before = termios.tcgetattr(keyboard)
    tty.setraw(keyboard, termios.TCSADRAIN)
    try:
        yield before
    finally:
        with suppress(termios.error):  # it may be gone
            termios.tcsetattr(keyboard, termios.TCSADRAIN, before)


@contextmanager
def _resizing(screen: int, ours: int) -> Iterator[None]:
    """Keep the pseudo-terminal's size equal to the terminal's."""
    before = signal.signal(signal.SIGWINCH, lambda *_: _resize(screen, ours))
    try:
        yield
    finally:
        signal.signal(signal.SIGWINCH, before)


def _resize(screen: int, ours: int) -> None:
    with suppress(OSError):
        fcntl.ioctl(ours, termios.TIOCSWINSZ, fcntl.ioctl(screen, termios.TIOCGWINSZ, b"\0" * 8))
