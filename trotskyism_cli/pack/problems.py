"""What is wrong with a pack, where, and how to mend it."""

from typing import NamedTuple


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
