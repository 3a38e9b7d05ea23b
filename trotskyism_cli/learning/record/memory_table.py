"""The table of memories in the learner's file, computed by the schedule from the reviews."""

from collections.abc import Iterable
from datetime import datetime

from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall.signs import SHAPE
from trotskyism_cli.learning.record.database import Database, Row, marks
from trotskyism_cli.learning.record.rows import instant, understood

_SHAPE_OF = "memories of "  # followed by the id of a pack, in the table `shapes`
_MEMORY = ", ".join(Memory._fields)


class MemoryTable:
    """The memories of one pack's facts. Make changes within `Database.writing`."""

    def __init__(self, database: Database, pack: str) -> None:
        self._database = database
        self._pack = pack

    def are_current(self) -> bool:
        """Whether the memories were computed from signs of the current SHAPE."""
        found = self._database.rows("SELECT value FROM shapes WHERE name = ?", f"{_SHAPE_OF}{self._pack}")
        return found == [(SHAPE,)]

    def note_shape(self) -> None:
        """Record that all memories were computed from signs of the current SHAPE."""
        self._database.change("INSERT OR REPLACE INTO shapes VALUES (?, ?)", f"{_SHAPE_OF}{self._pack}", SHAPE)

    def all(self) -> dict[str, Memory]:
        """The memory of each fact that was ever asked."""
        return self._by_fact(self._database.rows(f"SELECT {_MEMORY} FROM memories WHERE pack = ?", self._pack))

    def own(self, facts: Iterable[str] | None = None) -> dict[str, Memory]:
        """The memories of the facts (None: all), due as their traces say where that is known."""
        columns = ", ".join("coalesce(nullif(t.due, ''), m.due)" if n == "due" else f"m.{n}" for n in Memory._fields)
        query = f"SELECT {columns} FROM memories m LEFT JOIN traces t USING (pack, fact) WHERE m.pack = ?"
        if facts is None:
            return self._by_fact(self._database.rows(query, self._pack))
        return self._by_fact(self._database.rows_in(f"{query} AND m.fact IN", sorted(set(facts)), self._pack))

    def of(self, facts: Iterable[str]) -> dict[str, Memory]:
        """The memories of those of the facts that were ever asked."""
        query = f"SELECT {_MEMORY} FROM memories WHERE pack = ? AND fact IN"
        return self._by_fact(self._database.rows_in(query, sorted(set(facts)), self._pack))

    def facts(self) -> set[str]:
        """The facts that have a memory."""
        return {fact for (fact,) in self._database.rows("SELECT fact FROM memories WHERE pack = ?", self._pack)}

    def remember(self, memories: Iterable[Memory]) -> None:
        """Store memories, replacing those of the same facts."""
        rows = [(self._pack, *_columns(memory)) for memory in memories]
        query = f"INSERT OR REPLACE INTO memories (pack, {_MEMORY}) VALUES (?, {marks(Memory._fields)})"
        self._database.change_many(query, rows)
        # The due times of the traces are out of date now.
        again = [(row[0], row[1]) for row in rows]
        self._database.change_many("UPDATE traces SET due = '' WHERE pack = ? AND fact = ?", again)

    def forget(self, facts: Iterable[str]) -> None:
        """Delete the memories of some facts."""
        rows = [(self._pack, fact) for fact in facts]
        self._database.change_many("DELETE FROM memories WHERE pack = ? AND fact = ?", rows)

    def forget_all(self) -> None:
        """Delete every memory."""
        self._database.change("DELETE FROM memories WHERE pack = ?", self._pack)

    def _by_fact(self, rows: Iterable[Row]) -> dict[str, Memory]:
        with understood(self._database.path):
            return {memory.fact: memory for memory in map(_memory, rows)}


def _columns(memory: Memory) -> tuple[object, ...]:
    return tuple(instant(value) if isinstance(value, datetime) else value for value in memory)


def _memory(row: Row) -> Memory:
    fact, stability, difficulty, last, due, *counts = row
    return Memory(fact, stability, difficulty, datetime.fromisoformat(last), datetime.fromisoformat(due), *counts)
