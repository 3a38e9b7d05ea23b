"""The log of reviews, which everything else is computed from, and the memories that the schedule makes of it.

The log is only ever added to; the database itself refuses all else, outside of a reset. Both belong to a pack: packs
keep separate progress in one file.
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
# All but that by which an id is there once. Those of a few rows only, too: of each row it is asked whether it is one.
UNSORTED = "type = 'index' AND tbl_name IN ('reviews', 'asked') AND sql IS NOT NULL"

Learn = Callable[[str, Sequence[Sign]], Memory | None]  # such as schedule.remembered


def set_aside(folder: Path, mark: str) -> Path:
    """Give a damaged file another name beside its own, with a mark, and return it. ProgressError if that fails."""
    return move_aside(path_in(folder), mark)


def arrivals_in(path: Path) -> "list[Arrival]":
    """Every review of every pack in another such file, such as a backup, which stays as it is."""
    from trotskyism_cli.learning.record.arrivals import arrival_of
    from trotskyism_cli.learning.review import reviews_from

    try:
        with reading(path) as database, understood(path):  # of any version: they all have the same reviews
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


def open_log(folder: Path, pack: str, heirs: Mapping[str, str] | None = None) -> "Log":
    """The log of a pack (an id), made if there is none. ProgressError, with what to do next, if that cannot be.

    `heirs` are those of `Pack.heirs`: what was answered about a fact that was merged into another counts for that.
    """
    return Log(open_database(path_in(folder)), pack, heirs)


class Log(PastReviews):
    """An open log. Every method raises ProgressError if the file fails; nothing is then half done."""

    def __init__(self, database: Database, pack: str, heirs: Mapping[str, str] | None = None) -> None:
        super().__init__(database, pack, heirs)
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
        """Whether to wait from now on while another program keeps the file locked."""
        self._database.wait(patiently=patiently)

    def append(self, review: "Review", learn: Learn | None = None) -> None:
        """Keep a review for good. With `learn`, the memories of what it asked for are made anew in the same step."""
        from trotskyism_cli.learning.record.arrivals import (
            arrival_of,  # a first question is asked before any review is kept
        )

        arrival = arrival_of(review)
        with self._database.writing():
            self._insert([arrival])
            self._learn_again([arrival], learn)

    def keep(self, review: "Review", memories: Mapping[str, Memory | None]) -> None:
        """Keep a review for good and, in the same step, the memories that it changed; None forgets a fact."""
        from trotskyism_cli.learning.record.arrivals import arrival_of  # see above

        with self._database.writing():
            self._insert([arrival_of(review)])
            table = self._memories_in(review.pack)
            table.forget([fact for fact, memory in memories.items() if memory is None])
            table.remember([memory for memory in memories.values() if memory is not None])

    def merge(self, reviews: "Iterable[Review]", learn: Learn | None = None) -> int:
        """Keep reviews made elsewhere, all or none; those already there are skipped. Returns how many were new.

        Each goes to the pack that it names. With `learn`, the memories of what they asked for are made anew.
        """
        from trotskyism_cli.learning.record.arrivals import arrival_of  # see above

        return self.take_in(list(map(arrival_of, reviews)), learn)

    def take_in(self, arrived: "Sequence[Arrival]", learn: Learn | None = None) -> int:
        """Keep reviews that are ready to be kept, all or none; see `merge`."""
        with self._database.writing(linked=len(arrived) <= MANY):
            new = self._unknown(arrived)
            self._insert(new)
            self._learn_again(new, learn)
        return len(new)

    def memories(self) -> dict[str, Memory]:
        """The memory of each fact that was ever asked for."""
        return self._memories.all()

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        """The memories of those of the facts that were ever asked for."""
        return self._memories.of(facts)

    def own_memories(self, facts: Iterable[str] | None = None) -> dict[str, Memory]:
        """The memories of those of the facts (None: of all) that were ever asked for, due as is best for this learner.

        That is known once their answers were taken in (see `kept_pupil`), and till then as the schedule has it.
        """
        return self._memories.own(facts)

    def adopt(self, learn: Learn) -> None:
        """Give the memories of facts that were merged into others to those, made anew from the reviews of both."""
        left = self._memories.facts() & self.heirs.keys()
        if not left:
            return
        with self._database.writing():
            self._memories.forget(left)
            self._learn_facts(self.pack, {self.heirs[former] for former in left}, learn)

    @property
    def is_current(self) -> bool:
        """Whether what is made of the reviews is what this program makes of them; else see `bring_up_to_date`."""
        return self.signs.are_current() and self._memories.are_current()

    def bring_up_to_date(self, learn: Learn, tell: Tell | None = None) -> None:
        """Read every review anew for what it says of the memory, and make the memories anew of that.

        `tell` is called with how far it is.
        """
        with self._database.writing(), understood(self.path):
            if not self.signs.are_current():
                self.signs.read_anew(tell)
        if not self._memories.are_current():
            self.rebuild(learn)

    def rebuild(self, learn: Learn) -> int:
        """Make all memories of the pack anew from its reviews. Returns how many there are."""
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
        """Forget the reviews of the pack, or of one topic of it, for good. Returns how many there were.

        Of a topic: with `learn`, the memories of facts that were asked for elsewhere too are made anew.
        """
        chosen, values = ("", (self.pack,)) if topic is None else (" AND r.topic = ?", (self.pack, topic))
        which = f"FROM reviews r WHERE r.pack = ?{chosen}"
        with self._database.writing():
            asked = f"SELECT DISTINCT a.fact FROM asked a WHERE a.review IN (SELECT r.number {which})"
            facts = {self.heirs.get(fact, fact) for (fact,) in self._database.rows(asked, *values)}
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
        """Copy the whole file, every pack in it, while it is in use. ProgressError if the target is there already."""
        self._database.backup(target)

    def _unknown(self, arrived: "Sequence[Arrival]") -> "list[Arrival]":
        """Those of the reviews that the log does not have, each once."""
        found = {each.id: each for each in reversed(arrived)}
        if self._database.rows("SELECT 1 FROM reviews LIMIT 1"):
            for (known,) in self._database.rows_in("SELECT id FROM reviews WHERE id IN", found):
                del found[known]
        return list(reversed(found.values()))

    def _insert(self, arrived: "Sequence[Arrival]") -> None:
        from trotskyism_cli.learning.record.arrivals import COLUMNS  # see above

        [(last,)] = self._database.rows("SELECT ifnull(max(number), 0) FROM reviews")
        # They are new, and numbered anew by SQLite: none can replace another. To watch each takes long, and so does it,
        # where the log is the shorter one, to put each in its place in every index.
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
        """Make the memories anew of what new reviews ask for, and of what they undo."""
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
            heirs = self.heirs if pack == self.pack else {}
            self._learn_facts(pack, {heirs.get(fact, fact) for fact in asked}, learn, many=len(new) > MANY)

    def _learn_facts(self, pack: str, facts: Collection[str], learn: Learn, *, many: bool = False) -> None:
        """Make the memories of some facts anew; with `many` answers it is quicker to read those of all facts."""
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
