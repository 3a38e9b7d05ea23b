"""A look-up that was answered before, answered again: from what is kept, before anything else is loaded.

It knows no command and no option: the words typed are the key, and what it prints is what those commands printed. All
that an answer depends on beside the words is in the key or in the marks: the book, the program, the columns, the day.
"""

import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.looked_up import note
from trotskyism_cli.learning.place import user_data
from trotskyism_cli.library.built_in import ANSWERS, PACKAGE, SHIPPED, built_in_folder, mark_of, shipped
from trotskyism_cli.library.cache import cache_file
from trotskyism_cli.library.printed import Answer, keep_answers, kept_answer
from trotskyism_cli.pack.state import contents_of_files, state_of_files

# Commands whose answers are the same tomorrow; what others say may depend on the day.
TIMELESS = frozenset(("show", "search", "list", "quote", "summary", "compare", "tree", "links"))


def answered_again(words: Sequence[str]) -> bool:
    """Print what is kept for these words of a command line, if anything is."""
    answer = _kept(words) if _may(words) else None
    if answer is None:
        return False
    sys.stderr.write(answer.told)
    sys.stdout.write(answer.text)
    if answer.entry:
        _note(answer)
    return True


def keep(words: Sequence[str], answer: Answer) -> None:
    """Keep what was printed for these words."""
    file = _file() if _may(words) else None
    if file:
        keep_answers(file, _marks(), [([asked(words)], answer)])


def _kept(words: Sequence[str]) -> Answer | None:
    files = filter(None, (shipped(_pack(), ANSWERS), _file()))
    return next(filter(None, (kept_answer(file, _marks(), asked(words)) for file in files)), None)


def _may(words: Sequence[str]) -> bool:
    """Whether an answer can be had: into a pipe, and not where options stand before the command."""
    piped = not (sys.stdout.isatty() or sys.stderr.isatty() or os.environ.get("FORCE_COLOR"))
    return piped and bool(words) and not words[0].startswith("-")


def asked(words: Sequence[str]) -> str:
    """The key of a command line: its words, and what else its answer depends on."""
    day = "" if words[0] in TIMELESS else time.strftime("%Y-%m-%d")
    return "\0".join((os.environ.get("COLUMNS", ""), os.environ.get("ACCESSIBLE", ""), day, *words))


def _pack() -> Path:
    named = os.environ.get("TROTSKYISM_PACK")
    return Path(named) if named else built_in_folder()


@lru_cache(maxsize=1)
def _file() -> Path | None:
    return cache_file(_pack(), "answers")


@lru_cache(maxsize=1)
def _marks() -> str:
    pack = _pack()
    program = contents_of_files if pack == SHIPPED else state_of_files
    return f"{program(PACKAGE, ('.py',))} {mark_of(pack)}"


def _note(answer: Answer) -> None:
    """Remember what was looked up, as the command does, for those who study."""
    named = os.environ.get("TROTSKYISM_DATA")
    with suppress(ProgressError):
        note(Path(named) if named else user_data(), answer.pack, answer.entry)
