"""The commands that the program prints for somebody to run: they run as they stand, with the options of this run."""

import shlex
from collections.abc import Iterable

PROGRAM = "trotskyism"
_given: list[str] = []  # of the one command line that a process has


def remember_options(options: Iterable[str]) -> None:
    """Keep the options that were given before the command, such as `--pack DIR`: every command printed repeats them."""
    _given[:] = options


def remembered_options() -> tuple[str, ...]:
    """The options that are kept."""
    return tuple(_given)


def command(*words: str) -> str:
    """`trotskyism show lenin`, with the options of this run, quoted for a shell."""
    return shlex.join((PROGRAM, *_given, *words))


def bare_command(*words: str) -> str:
    """The same without the options of this run: for what names its own folder."""
    return shlex.join((PROGRAM, *words))
