"""The log of reviews, from which everything else is computed, and the memories that the schedule computes.

Reviews are only ever added; the database itself refuses anything else, except in a reset. Both belong to a pack: packs
have separate progress in one file.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.learning.recall.signs import Sign
from trotskyism_cli.learning.record.database import MANY, Database, move_aside, open_database, reading
from trotskyism_cli.learning.record.memory_table import MemoryTable
from trotskyism_cli.learning.record.past_reviews import PastReviews
from trotskyism_cli.learning.record.rows import understood
from trotskyism_cli.learning.record.sign_table import SignTable, Tell
from trotskyism_cli.learning.record.trace_table import TraceTable

if TYPE_CHECKING:  # a first question is asked before any review is read
    from trotskyism_cli.learning.record.arrivals import Arrival
    from trotskyism_cli.learning.review import Review

UNWATCHED = "name = 'reviews_are_never_replaced'"
# All indices but that of the unique id; also the partial ones, whose condition is tested for each row.
UNSORTED = "type = 'index' AND tbl_name IN ('reviews', 'asked') AND sql IS NOT NULL"

Learn = Callable[[str, Sequence[Sign]], Memory | None]  # e.g. schedule.remembered


def set_aside(folder: Path, mark: str) -> Path:
    """Rename a damaged file by adding a mark, and return its path. ProgressError if that fails."""
    return move_aside(path_in(folder), mark)


def arrivals_in(path: Path) -> "list[Arrival]":
    """Every review of every pack in another such file, e.g. a backup, which is left as it is."""
    from trotskyism_cli.learning.record.arrivals import arrival_of
    from trotskyism_cli.learning.review import reviews_from

    try:
        with reading(path) as database, understood(path):  # reviews have the same form in every version
            rows = database.rows("SELECT data FROM reviews ORDER BY pack, time, id")
            found: list[Arrival] = []
            for start in range(0, len(rows), MANY):
                some = [data for (data,) in rows[start : start + MANY]]
                reviews = reviews_from(map(json.loads, some))
                found += (arrival_of(each, data.encode()) for each, data in zip(reviews, some, strict=True))
            return found
    except ProgressError as error:
        if not error.damaged:
            raise
        raise ProgressError(f"{path} is damaged; nothing was imported from it.") from error


def open_log(folder: Path, pack: str, merged_into: Mapping[str, str] | None = None) -> "Log":
    """The log of a pack (an id), created if there is none. ProgressError, with what to do next, if that fails.

    `merged_into` is that of `Pack`: answers about a fact that was merged into another count for the other.
    """
    return Log(open_database(path_in(folder)), pack, merged_into)


class Log(PastReviews):
    """An open log. Every method raises ProgressError if the file fails, and then changes nothing."""

    def __init__(self, database: Database, pack: str, merged_into: Mapping[str, str] | None = None) -> None:
        super().__init__(database, pack, merged_into)
        self.traces = TraceTable(database, pack)
        self._memories = MemoryTable(database, pack)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing more can be read or written."""
        self._database.close()

    def wait(self, *, patiently: bool) -> None:
        """Set whether to wait from now on while another program has locked the file."""
        self._database.wait(patiently=patiently)

    def append(self, review: "Review", learn: Learn | None = None) -> None:
        """Store a review for good. With `learn`, recompute the memories of its facts in the same transaction."""
        from trotskyism_cli.learning.record.arrivals import (
            arrival_of,  # not needed before the first question
        )

        arrival = arrival_of(review)
        with self._database.writing():
            self._insert([arrival])
            self._learn_again([arrival], learn)

    def keep(self, review: "Review", memories: Mapping[str, Memory | None]) -> None:
        """Store a review for good and, in the same transaction, the memories that it changed; None deletes one."""
        from trotskyism_cli.learning.record.arrivals import arrival_of  # see above

        with self._database.writing():
            self._insert([arrival_of(review)])
            table = self._memories_in(review.pack)
            table.forget([fact for fact, memory in memories.items() if memory is None])
            table.remember([memory for memory in memories.values() if memory is not None])

    def merge(self, reviews: "Iterable[Review]", learn: Learn | None = None) -> int:
        """Store reviews made elsewhere, all or none, except those already there. Return how many were new.

        Each goes to the pack that it names. With `learn`, the memories of their facts are recomputed.
        """
        from trotskyism_cli.learning.record.arrivals import arrival_of  # see above

        return self.take_in(list(map(arrival_of, reviews)), learn)

    def take_in(self, arrived: "Sequence[Arrival]", learn: Learn | None = None) -> int:
        """Store reviews given as arrivals, all or none; see `merge`."""
        with self._database.writing(linked=len(arrived) <= MANY):
            new = self._unknown(arrived)
            self._insert(new)
            self._learn_again(new, learn)
        return len(new)

    def memories(self) -> dict[str, Memory]:
        """The memory of each fact that was ever asked."""
        return self._memories.all()

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        """The memories of those of the facts that were ever asked."""
        return self._memories.of(facts)

    def own_memories(self, facts: Iterable[str] | None = None) -> dict[str, Memory]:
        """The memories of those of the facts (None: all) that were ever asked, due as is best for this learner.

        A due time is that of the fact's trace once its answers were taken in (see `kept_pupil`), before that the
        schedule's.
        """
        return self._memories.own(facts)

    def adopt(self, learn: Learn) -> None:
        """Replace the memories of facts that were merged into others by memories from the reviews of both."""
        left = self._memories.facts() & self.merged_into.keys()
        if not left:
            return
        with self._database.writing():
            self._memories.forget(left)
            self._learn_facts(self.pack, {self.merged_into[former] for former in left}, learn)

    @property
    def is_current(self) -> bool:
        """Whether signs and memories were computed by this version of the model; else see `bring_up_to_date`."""
        return self.signs.are_current() and self._memories.are_current()

    def bring_up_to_date(self, learn: Learn, tell: Tell | None = None) -> None:
        """Recompute the signs of every review, and the memories from these.

        `tell` is called with the progress.
        """
        with self._database.writing(), understood(self.path):
            if not self.signs.are_current():
                self.signs.read_anew(tell)
        if not self._memories.are_current():
            self.rebuild(learn)

    def rebuild(self, learn: Learn) -> int:
        """Recompute all memories of the pack from its reviews. Return how many there are."""
        with self._database.writing():
            self._read_signs()
            self._memories.forget_all()
            self._database.change("DELETE FROM pupils WHERE pack = ?", self.pack)
            with understood(self.path):
                memories = [memory for fact, signs in self.signs.all() if (memory := learn(fact, signs)) is not None]
            self._memories.remember(memories)
            self._memories.note_shape()
        return len(memories)

    def reset(self, topic: str | None = None, learn: Learn | None = None) -> int:
        """Delete the reviews of the pack, or of one of its topics, for good. Return how many there were.

        For a topic: with `learn`, the memories of facts that were also asked under other topics are recomputed.
        """
        chosen, values = ("", (self.pack,)) if topic is None else (" AND r.topic = ?", (self.pack, topic))
        which = f"FROM reviews r WHERE r.pack = ?{chosen}"
        with self._database.writing():
            asked = f"SELECT DISTINCT a.fact FROM asked a WHERE a.review IN (SELECT r.number {which})"
            facts = {self.merged_into.get(fact, fact) for (fact,) in self._database.rows(asked, *values)}
            [(count,)] = self._database.rows(f"SELECT count(*) {which}", *values)
            self._database.change("INSERT INTO resets VALUES (?)", self.pack)
            self._database.change(f"DELETE FROM reviews WHERE number IN (SELECT r.number {which})", *values)
            self._database.change("DELETE FROM resets")
            self._database.change("DELETE FROM pupils WHERE pack = ?", self.pack)
            if topic is None:
                self._memories.forget_all()
            elif learn is not None:
                self._learn_facts(self.pack, facts, learn)
        return int(count)

    def backup(self, target: Path) -> None:
        """Copy the whole file, with every pack, while it is in use. ProgressError if the target exists."""
        self._database.backup(target)

    def _unknown(self, arrived: "Sequence[Arrival]") -> "list[Arrival]":
        """The reviews that the log does not have, each once."""
        found = {each.id: each for each in reversed(arrived)}
        if self._database.rows("SELECT 1 FROM reviews LIMIT 1"):
            for (known,) in self._database.rows_in("SELECT id FROM reviews WHERE id IN", found):
                del found[known]
        return list(reversed(found.values()))

    def _insert(self, arrived: "Sequence[Arrival]") -> None:
        from trotskyism_cli.learning.record.arrivals import COLUMNS  # see above

        [(last,)] = self._database.rows("SELECT ifnull(max(number), 0) FROM reviews")
        # The reviews are new and get new numbers: none can replace another. Checking each would take long, and so would
        # updating every index for each, if they are more than the log has.
        put_off = [UNWATCHED, *([UNSORTED] if len(arrived) > last else [])] if len(arrived) > MANY else []
        with self._database.without(put_off):
            values = ", ".join("CAST(? AS TEXT)" if name == "data" else "?" for name in COLUMNS)
            statement = f"INSERT INTO reviews ({', '.join(COLUMNS)}) VALUES ({values})"
            self._database.change_many(statement, map(itemgetter(slice(len(COLUMNS))), arrived))
            self.signs.insert(enumerate(arrived, start=last + 1))

    def _read_signs(self) -> None:
        if not self.signs.are_current():
            with understood(self.path):
                self.signs.read_anew()

    def _learn_again(self, new: "Sequence[Arrival]", learn: Learn | None) -> None:
        """Recompute the memories of the facts of new reviews, and of the facts of reviews that they undo."""
        if learn is None:
            return
        touched = defaultdict[str, set[str]](set)
        for each in new:
            facts = touched[each.pack]
            for fact, _ in each.signs:
                facts.add(fact)
            if each.undoes:
                query = "SELECT a.pack, a.fact FROM asked a JOIN reviews r ON r.number = a.review WHERE r.id = ?"
                for pack, fact in self._database.rows(query, each.undoes):
                    touched[pack].add(fact)
        for pack, asked in touched.items():
            merged_into = self.merged_into if pack == self.pack else {}
            self._learn_facts(pack, {merged_into.get(fact, fact) for fact in asked}, learn, many=len(new) > MANY)

    def _learn_facts(self, pack: str, facts: Collection[str], learn: Learn, *, many: bool = False) -> None:
        """Recompute the memories of some facts; after `many` answers it is faster to read the signs of all facts."""
        self._read_signs()
        table = self.signs if pack == self.pack else SignTable(self._database, pack, {})
        found = table.all() if many or len(facts) > MANY else table.of(facts)
        with understood(self.path):
            memories = [memory for fact, signs in found if fact in facts and (memory := learn(fact, signs)) is not None]
        kept = self._memories_in(pack)
        kept.forget(facts)
        kept.remember(memories)

    def _memories_in(self, pack: str) -> MemoryTable:
        return self._memories if pack == self.pack else MemoryTable(self._database, pack)
