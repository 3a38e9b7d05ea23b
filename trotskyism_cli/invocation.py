"""Commands that the program prints for the user to run. They work as printed, with this run's options."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from trotskyism_cli import PROGRAM

_given: list[str] = []  # a process has only one command line
# Whether the user types at the program's own prompt rather than in a shell.
_at_prompt = ContextVar("at_prompt", default=False)


def remember_options(options: Iterable[str]) -> None:
    """Remember the options before the command, e.g. `--pack DIR`; every printed command repeats them."""
    _given[:] = options


def remembered_options() -> tuple[str, ...]:
    """The remembered options."""
    return tuple(_given)


@contextmanager
def at_prompt() -> Iterator[None]:
    """Context in which the user types at the program's own prompt; commands are printed accordingly."""
    before = _at_prompt.set(True)
    try:
        yield
    finally:
        _at_prompt.reset(before)


def command(*words: str) -> str:
    """A command as the user would type it, e.g. `trotskyism show lenin` with this run's options.

    At the program's own prompt only `show lenin`.
    """
    return " ".join(words) if _at_prompt.get() else _quoted((PROGRAM, *_given, *words))


def bare_command(*words: str) -> str:
    """`trotskyism show lenin` without this run's options, for commands that name their own folder."""
    return _quoted((PROGRAM, *words))


def _quoted(words: Iterable[str]) -> str:
    """Words quoted for a shell."""
    import shlex  # a question is put without any command

    return shlex.join(words)
