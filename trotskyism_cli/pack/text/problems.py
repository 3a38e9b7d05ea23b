"""Problems of a pack: what is wrong, where, and how to mend it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from trotskyism_cli.message_text import counted


class Position(NamedTuple):
    """A place in a file of the pack. Line and column count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One fault. Prints as `file:line:column: what is wrong; how to mend it`."""

    position: Position
    message: str

    def __str__(self) -> str:
        return f"{self.position}: {self.message}"


# Messages about something missing, which are reported once however often it is mentioned.
_MISSING = ("there is no ", "unknown key ")


def merge_repeated(problems: Iterable[Problem]) -> list[Problem]:
    """Sort the problems; of equal ones about something missing, keep the first and count the others."""
    alike: dict[str, list[Problem]] = defaultdict(list)
    for problem in sorted(set(problems)):
        missing = problem.message.startswith(_MISSING)
        alike[problem.message if missing else str(problem)].append(problem)
    return sorted(
        Problem(
            first.position, f"{first.message} (and in {counted(len(more), 'more place')})" if more else first.message
        )
        for first, *more in alike.values()
    )
