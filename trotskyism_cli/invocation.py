"""The commands that the program prints for somebody to run: they run as they stand, with the options of this run."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from trotskyism_cli import PROGRAM

_given: list[str] = []  # of the one command line that a process has
# Whether somebody types at a prompt of the program's own what would else be typed in a shell.
_at_prompt = ContextVar("at_prompt", default=False)


def remember_options(options: Iterable[str]) -> None:
    """Keep the options that were given before the command, such as `--pack DIR`: every command printed repeats them."""
    _given[:] = options


def remembered_options() -> tuple[str, ...]:
    """The options that are kept."""
    return tuple(_given)


@contextmanager
def at_prompt() -> Iterator[None]:
    """While somebody types at a prompt of the program's own, commands are named as they are typed there."""
    before = _at_prompt.set(True)
    try:
        yield
    finally:
        _at_prompt.reset(before)


def command(*words: str) -> str:
    """`trotskyism show lenin`, with the options of this run, quoted for a shell; `show lenin` at our own prompt."""
    return " ".join(words) if _at_prompt.get() else _quoted((PROGRAM, *_given, *words))


def bare_command(*words: str) -> str:
    """`trotskyism show lenin` without the options of this run: for what names its own folder."""
    return _quoted((PROGRAM, *words))


def _quoted(words: Iterable[str]) -> str:
    import shlex  # a question is put without any command

    return shlex.join(words)
