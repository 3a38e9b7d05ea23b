"""What is wrong with a pack, where, and how to mend it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from trotskyism_cli.counting import counted


class Position(NamedTuple):
    """A place in a file of the pack; line and column count from 1, or are 0 for the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One fault: prints as `file:line:column: what is wrong; how to mend it`."""

    position: Position
    message: str

    def __str__(self) -> str:
        return f"{self.position}: {self.message}"


# What is missing is missing once, however often it is named.
_MISSING = ("there is no ", "unknown key ")


def causes(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in order; of those that say the same of something missing, the first, and how many more."""
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
