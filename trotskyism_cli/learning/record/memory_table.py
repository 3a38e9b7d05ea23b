"""The memories that the schedule made of the reviews, as the learner's file keeps them."""

from collections.abc import Iterable
from datetime import datetime

from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall.signs import SHAPE
from trotskyism_cli.learning.record.database import Database, Row, marks
from trotskyism_cli.learning.record.rows import instant, understood

_SHAPE_OF = "memories of "  # and the id of a pack, in the table of shapes
_MEMORY = ", ".join(Memory._fields)


class MemoryTable:
    """The memories of one pack's facts. Changes belong within `Database.writing`."""

    def __init__(self, database: Database, pack: str) -> None:
        self._database = database
        self._pack = pack

    def are_current(self) -> bool:
        """Whether they were made of what this program finds in the reviews."""
        found = self._database.rows("SELECT value FROM shapes WHERE name = ?", f"{_SHAPE_OF}{self._pack}")
        return found == [(SHAPE,)]

    def note_shape(self) -> None:
        """All were made anew of what this program finds in the reviews."""
        self._database.change("INSERT OR REPLACE INTO shapes VALUES (?, ?)", f"{_SHAPE_OF}{self._pack}", SHAPE)

    def all(self) -> dict[str, Memory]:
        """The memory of each fact that was ever asked for."""
        return self._by_fact(self._database.rows(f"SELECT {_MEMORY} FROM memories WHERE pack = ?", self._pack))

    def own(self, facts: Iterable[str] | None = None) -> dict[str, Memory]:
        """The memory of each of the facts (None: of all), due when its trace says so, where that was found."""
        columns = ", ".join("coalesce(nullif(t.due, ''), m.due)" if n == "due" else f"m.{n}" for n in Memory._fields)
        query = f"SELECT {columns} FROM memories m LEFT JOIN traces t USING (pack, fact) WHERE m.pack = ?"
        if facts is None:
            return self._by_fact(self._database.rows(query, self._pack))
        return self._by_fact(self._database.rows_in(f"{query} AND m.fact IN", sorted(set(facts)), self._pack))

    def of(self, facts: Iterable[str]) -> dict[str, Memory]:
        """The memories of those of the facts that were ever asked for."""
        query = f"SELECT {_MEMORY} FROM memories WHERE pack = ? AND fact IN"
        return self._by_fact(self._database.rows_in(query, sorted(set(facts)), self._pack))

    def facts(self) -> set[str]:
        """The facts that have a memory."""
        return {fact for (fact,) in self._database.rows("SELECT fact FROM memories WHERE pack = ?", self._pack)}

    def remember(self, memories: Iterable[Memory]) -> None:
        """Keep memories in the place of those that the same facts had."""
        rows = [(self._pack, *_columns(memory)) for memory in memories]
        query = f"INSERT OR REPLACE INTO memories (pack, {_MEMORY}) VALUES (?, {marks(Memory._fields)})"
        self._database.change_many(query, rows)
        # When each is due was found by answers before these.
        again = [(row[0], row[1]) for row in rows]
        self._database.change_many("UPDATE traces SET due = '' WHERE pack = ? AND fact = ?", again)

    def forget(self, facts: Iterable[str]) -> None:
        """Forget some facts."""
        rows = [(self._pack, fact) for fact in facts]
        self._database.change_many("DELETE FROM memories WHERE pack = ? AND fact = ?", rows)

    def forget_all(self) -> None:
        """Forget every fact."""
        self._database.change("DELETE FROM memories WHERE pack = ?", self._pack)

    def _by_fact(self, rows: Iterable[Row]) -> dict[str, Memory]:
        with understood(self._database.path):
            return {memory.fact: memory for memory in map(_memory, rows)}


def _columns(memory: Memory) -> tuple[object, ...]:
    return tuple(instant(value) if isinstance(value, datetime) else value for value in memory)


def _memory(row: Row) -> Memory:
    fact, stability, difficulty, last, due, *counts = row
    return Memory(fact, stability, difficulty, datetime.fromisoformat(last), datetime.fromisoformat(due), *counts)
