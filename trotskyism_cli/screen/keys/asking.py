"""A question on a terminal answered with a typed line; Esc leaves it, as everywhere else."""

import os
import sys

ESCAPE = b"\x1b"
MOST = 1024  # bytes of a line
BACK = "\b\b  \b\b"  # erases the `^[` that the terminal shows for an Esc


def typed_line(question: str) -> str:
    """The typed line without its end; EOFError on end of input, Ctrl-D or Esc."""
    try:
        import termios
    except ImportError:  # not on Windows
        return input(question)
    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    settings = termios.tcgetattr(keyboard)
    settings[6][termios.VEOL] = ESCAPE  # an Esc ends a line too
    try:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, settings)  # before the question appears
        sys.stdout.write(question)
        sys.stdout.flush()
        typed = os.read(keyboard, MOST)
    finally:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, before)
    if typed.endswith(ESCAPE):
        termios.tcflush(keyboard, termios.TCIFLUSH)  # the rest of an arrow key is not for the shell
        sys.stdout.write(f"{BACK}\n")
    if not typed or typed.endswith(ESCAPE):
        raise EOFError
    return typed.decode(errors="replace")
