"""Store answers in the log during a session, and hold those that cannot be stored at the moment."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.record.log import Learn, Log
from trotskyism_cli.message_text import counted

if TYPE_CHECKING:  # a first question is asked before any review is kept
    from trotskyism_cli.learning.review import Review


class Keeper:
    """Stores reviews. A failure is reported once; what failed is tried again with the next answer and at the end.

    After a failure, later attempts do not wait for other programs, until the last one. What is lost then is reported.
    """

    def __init__(self, log: Log, learn: Learn, tell: Callable[[str], None]) -> None:
        self._log = log
        self._learn = learn
        self._tell = tell
        self._waiting: list[Review] = []
        self._unkept: dict[str, Memory | None] = {}  # memories changed by the waiting reviews
        self._warned = False

    def keep(self, review: "Review", memories: Mapping[str, Memory | None] | None = None) -> None:
        """Store a review and the memories that it changed; without `memories`, they are recomputed from the log."""
        if memories is None or self._waiting:
            self.append(review)
            self._unkept |= memories if memories and self._waiting else {}
            return
        try:
            self._log.keep(review, memories)
        except ProgressError as error:
            self._waiting.append(review)
            self._unkept |= memories
            self._warn(error)

    def append(self, review: "Review", learn: Learn | None = None) -> None:
        """Store a review and recompute the memories of its facts."""
        self._waiting.append(review)
        self._write(learn)

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        """The memories of those of the facts that were ever asked, including what could not be stored yet."""
        wanted = set(facts)
        try:
            found = self._log.memories_of(wanted)
        except ProgressError as error:
            self._warn(error)
            found = {}
        for fact in wanted & self._unkept.keys():
            memory = self._unkept[fact]
            if memory is None:
                found.pop(fact, None)
            else:
                found[fact] = memory
        return found

    def lately(self, fact: str) -> "list[Review]":
        """The last few reviews that asked for a fact, in order of time, including what could not be stored yet."""
        try:
            found = self._log.lately(fact)
        except ProgressError as error:
            self._warn(error)
            found = []
        undone = {review.undoes for review in self._waiting}
        waiting = (each for each in self._waiting if fact in each.facts and not each.undoes)
        return [each for each in (*found, *waiting) if each.id not in undone]

    def close(self) -> None:
        """Try a last time to store what is waiting, and report how many answers are lost if that fails."""
        if not self._waiting:
            return
        self._log.wait(patiently=True)
        self._write()
        if lost := sum(-1 if review.undoes else 1 for review in self._waiting):
            self._tell(f"{counted(lost, 'answer')} could not be kept.")

    def _write(self, learn: Learn | None = None) -> None:
        try:
            self._log.merge(self._waiting, learn or self._learn)
        except ProgressError as error:
            self._warn(error)
        else:
            self._waiting.clear()
            self._unkept.clear()
            self._log.wait(patiently=True)

    def _warn(self, error: ProgressError) -> None:
        if not self._warned:
            self._tell(f"{error}\nYour answers cannot be kept at the moment; the questions go on.")
        self._warned = True
        self._log.wait(patiently=False)
