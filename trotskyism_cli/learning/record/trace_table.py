"""The stored model of a learner in the file: traces of facts, and up to which review the log was taken in."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from trotskyism_cli.learning.record.database import Database

LAST_ANSWERS = 1_000  # from which the pace is computed


class KeptTrace(NamedTuple):
    """A fact with the number of its answers, the first and the last, and its trace, as JSON values.

    `due` is the due time as `rows.instant` writes it.
    """

    fact: str
    answers: int
    first: Any
    last: Any
    trace: Any
    due: str


class KeptState(NamedTuple):
    """The version of the memory model (`shape`), the number of the last review taken in (`seen`), and JSON values."""

    shape: str
    seen: int
    state: Any


class Taken(NamedTuple):
    """Whether an answer was right, its seconds, and the seconds and words of reading before it; None if unknown."""

    right: bool
    answering: float | None
    reading: float | None = None
    words: int = 0


class TraceTable:
    """The traces of one pack."""

    def __init__(self, database: Database, pack: str) -> None:
        self._database = database
        self._pack = pack

    def state(self) -> KeptState | None:
        """The stored state; None if there is none."""
        rows = self._database.rows("SELECT shape, seen, state FROM pupils WHERE pack = ?", self._pack)
        return KeptState(rows[0][0], rows[0][1], json.loads(rows[0][2])) if rows else None

    def all(self) -> list[KeptTrace]:
        """Every trace. ValueError if they are damaged."""
        query = "SELECT fact, answers, first, last, trace, due FROM traces WHERE pack = ?"
        rows = self._database.rows(query, self._pack)
        values = json.loads(f"[{','.join(text for row in rows for text in row[2:5])}]")
        return [
            KeptTrace._make([*row[:2], *values[3 * place : 3 * place + 3], row[5]]) for place, row in enumerate(rows)
        ]

    def replace(self, traces: Iterable[KeptTrace], gone: Iterable[str], state: KeptState, *, anew: bool) -> None:
        """Store traces, replacing those of the same facts, or all if they were computed `anew`; delete those `gone`."""
        rows = [(self._pack, *each[:2], *(json.dumps(value) for value in each[2:5]), each.due) for each in traces]
        with self._database.writing():
            if anew:
                self._database.change("DELETE FROM traces WHERE pack = ?", self._pack)
            self._database.change_many(
                "DELETE FROM traces WHERE pack = ? AND fact = ?", ((self._pack, fact) for fact in gone)
            )
            self._database.change_many("INSERT OR REPLACE INTO traces VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            values = (self._pack, state.shape, state.seen, json.dumps(state.state))
            self._database.change("INSERT OR REPLACE INTO pupils VALUES (?, ?, ?, ?)", *values)

    def are_behind(self) -> bool:
        """Whether there are reviews that were not taken in yet."""
        seen = self._database.rows("SELECT seen FROM pupils WHERE pack = ?", self._pack)
        return self.last_review() > (seen[0][0] if seen else 0)

    def last_review(self) -> int:
        """The number of the last review; 0 if there is none."""
        # From the last one back, not by the index of packs, which would look at every review.
        query = "SELECT number FROM reviews WHERE +pack = ? ORDER BY number DESC LIMIT 1"
        return next((int(number) for (number,) in self._database.rows(query, self._pack)), 0)

    def undone_since(self, number: int) -> set[str]:
        """The facts whose answers were undone by reviews with higher numbers."""
        query = (
            "SELECT DISTINCT a.fact FROM reviews u JOIN reviews r ON r.id = u.undoes"
            " JOIN asked a ON a.review = r.number WHERE u.undoes <> '' AND u.number > ? AND a.pack = ?"
        )
        return {fact for (fact,) in self._database.rows(query, number, self._pack)}

    def seconds(self) -> list[Taken]:
        """The times of recent answers that were not undone, in order of time, and what was read before each."""
        query = (
            "SELECT credit = 1, json_extract(data, '$.seconds', '$.read_seconds', '$.read_words'), undoes, id"
            " FROM reviews WHERE pack = ? ORDER BY time DESC, id DESC LIMIT ?"
        )
        rows = self._database.rows(query, self._pack, LAST_ANSWERS)
        undone = {undoes for *_, undoes, _ in rows}
        found = ((right, json.loads(data)) for right, data, undoes, name in rows if not undoes and name not in undone)
        taken = [Taken(bool(right), answering, reading, words or 0) for right, (answering, reading, words) in found]
        return taken[::-1]
