"""Answer a repeated look-up from what was kept, before anything else is loaded.

It knows no option: the typed words are the key. Whatever else an answer depends on (the book, the program, the screen,
the day) is in the key too, or in marks that are compared.
"""

import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from trotskyism_cli.cli.command_names import COMMANDS, LOOK_UPS
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.looked_up import note
from trotskyism_cli.learning.place import path_in, user_data
from trotskyism_cli.library.answer_cache import KeptAnswer, keep_answers, kept_answer
from trotskyism_cli.library.built_in import ANSWERS, built_in_folder, mark_of, mark_of_answers, mark_of_program, shipped
from trotskyism_cli.library.user_folders import cache_file
from trotskyism_cli.pack.folder import PACK_FILE
from trotskyism_cli.screen.lines import is_long

# Commands whose answers are the same tomorrow; what others say may depend on the day.
TIMELESS = frozenset(("show", "search", "list", "quote", "summary", "compare", "tree", "links"))


def answered_again(words: Sequence[str]) -> bool:
    """Print the answer kept for these words. Return whether there is one."""
    answer = kept(words)
    if answer is None or (answer.told and sys.stderr.isatty()):  # there, it is broken between words
        return False
    if answer.entry and sys.stdout.isatty() and _learns():
        return False
    sys.stderr.write(answer.told)
    if not (answer.title and sys.stdout.isatty() and _paged(answer)):
        sys.stdout.write(answer.text)
    if answer.entry:
        _note(answer)
    return True


def keep(key: str, answer: KeptAnswer) -> None:
    """Keep an answer under a key that was made before it was printed."""
    if file := _file():
        keep_answers(file, _marks(), [([key], answer)])


def kept(words: Sequence[str]) -> KeptAnswer | None:
    """The answer kept for these words; None if there is none."""
    if not may_keep(words):
        return None
    files = filter(None, (shipped(pack_folder(), ANSWERS), _file()))
    return next(filter(None, (kept_answer(file, _marks(), asked(words)) for file in files)), None)


def may_keep(words: Sequence[str]) -> bool:
    """Return whether an answer to these words may be kept: not with options, nor where colours are forced."""
    if not words or words[0].startswith("-") or "FORCE_COLOR" in os.environ:
        return False
    return COMMANDS.get(words[0], LOOK_UPS[0]) in LOOK_UPS  # what is no command may be a name or a question


def asked(words: Sequence[str]) -> str:
    """The key of a command line: its words, and what else its answer depends on."""
    day = "" if words[0] in TIMELESS else time.strftime("%Y-%m-%d")
    return "\0".join((*map(_environment, ("COLUMNS", "LINES", "ACCESSIBLE")), *_terminal(), day, *words))


def _terminal() -> Sequence[str]:
    if not sys.stdout.isatty():
        return ("",)
    size = os.get_terminal_size(sys.stdout.fileno())
    reads = "read" if sys.stdin.isatty() else ""
    return (str(size.columns), str(size.lines), reads, *map(_environment, ("TERM", "COLORTERM", "NO_COLOR")))


def _environment(name: str) -> str:
    return os.environ.get(name, "")


def _paged(answer: KeptAnswer) -> bool:
    """Show an answer that was drawn for the pager in it. Return whether it was."""
    lines = _environment("LINES")
    height = int(lines) if lines.isdecimal() else os.get_terminal_size(sys.stdout.fileno()).lines
    if not is_long(answer.text, height):
        return False
    from trotskyism_cli.screen.output.pager import page_if_long  # what fits on the screen needs none

    return page_if_long(answer.text, answer.title, height, styled="\x1b" in answer.text)


def pack_folder() -> Path:
    """The folder of the pack, unless `--pack` comes before the command."""
    named = named_folder("TROTSKYISM_PACK") or built_in_folder()
    return named.parent if named.name == PACK_FILE else named


def named_folder(variable: str) -> Path | None:
    """The folder named by an environment variable; None if there is none."""
    named = _environment(variable)
    return Path(named) if named else None


@lru_cache(maxsize=1)
def _file() -> Path | None:
    return cache_file(pack_folder(), "answers")


@lru_cache(maxsize=1)
def _marks() -> str:
    folder = pack_folder()
    _taken[folder] = mark_of(folder)
    return mark_of_answers(mark_of_program(), _taken[folder])


_taken: dict[Path, str] = {}  # of a pack of thousands of files a mark takes as long as a look-up


def taken_mark(folder: Path) -> str:
    """The mark just taken of a pack, for whoever opens its library next; empty if there is none."""
    return _taken.pop(folder, "")


def _learns() -> bool:
    """Return whether there is a learner's file: then a card on a terminal also says what is known of it."""
    with suppress(ProgressError):
        return path_in(_data()).exists()
    return False


def _data() -> Path:
    return named_folder("TROTSKYISM_DATA") or user_data()


def _note(answer: KeptAnswer) -> None:
    """Remember what was looked up, as the command does, for `study --looked-up`."""
    with suppress(ProgressError):
        note(_data(), answer.pack, answer.entry)
