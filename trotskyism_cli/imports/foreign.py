"""Questions as other programs keep them, and what of a file did not fit."""

import re
from dataclasses import dataclass

_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ue000-\uf8ff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ForeignOption:
    """An option with what its author said of it, which may be nothing."""

    text: str
    right: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class ForeignQuestion:
    """A question to choose from. `line` is where it stands in its file; `category` and `explanation` may be empty."""

    line: int
    stem: str
    options: tuple[ForeignOption, ...]
    category: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something in a file that has no place in a pack, and why."""

    line: int
    reason: str


Read = tuple[list[ForeignQuestion], list[Misfit]]


def tidy(text: str) -> str:
    """Text in one line, without characters that nobody sees."""
    return " ".join(_UNSHOWN.sub(" ", text).split())


def bare_note(option: str, note: str) -> str:
    """What is said of an option without its text, with which it begins where this program exported it."""
    return note.removeprefix("Right: ").removeprefix(option).lstrip(":. ")
