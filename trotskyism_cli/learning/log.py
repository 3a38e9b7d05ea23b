"""The log of reviews, which everything else is computed from, and the memories that the schedule makes of it.

The log is only ever added to; the database itself refuses all else, outside of a reset. Both belong to a pack: packs
keep separate progress in one file.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.database import MANY, Database, Row, copied, damaged, marks, move_aside, open_database
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.learning.sign_table import SignTable, Tell
from trotskyism_cli.learning.signs import Sign
from trotskyism_cli.learning.trace_table import TraceTable

if TYPE_CHECKING:  # a first question is asked before any review is read
    from trotskyism_cli.learning.review import Review

COUNTED = "r.undoes = '' AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes <> '' AND u.undoes = r.id)"
IN_ORDER = "ORDER BY r.time, r.id"
LATELY = 5  # reviews of a fact by which it is told in which form it comes next

Learn = Callable[[str, Sequence[Sign]], Memory | None]  # such as schedule.remembered


class PastSession(NamedTuple):
    """A sitting as the log has it: when its first and last answers were given (UTC), and what they were worth."""

    id: str
    began: datetime
    ended: datetime
    answers: int
    right: int
    credit: float


def set_aside(folder: Path, mark: str) -> Path:
    """Give a damaged file another name beside its own, with a mark, and return it. ProgressError if that fails."""
    return move_aside(path_in(folder), mark)


def reviews_in(path: Path) -> "list[Review]":
    """Every review of every pack in another such file, such as a backup, which stays as it is."""
    try:
        with copied(path) as database:
            packs = database.rows("SELECT DISTINCT pack FROM reviews ORDER BY pack")
            return [review for (pack,) in packs for review in Log(database, pack).every()]
    except ProgressError as error:
        if not error.damaged:
            raise
        raise ProgressError(f"{path} is damaged; nothing was imported from it.") from error


def open_log(folder: Path, pack: str, heirs: Mapping[str, str] | None = None) -> "Log":
    """The log of a pack (an id), made if there is none. ProgressError, with what to do next, if that cannot be.

    `heirs` are those of `Pack.heirs`: what was answered about a fact that was merged into another counts for that.
    """
    return Log(open_database(path_in(folder)), pack, heirs)


class Log:
    """An open log. Every method raises ProgressError if the file fails; nothing is then half done."""

    def __init__(self, database: Database, pack: str, heirs: Mapping[str, str] | None = None) -> None:
        self._database = database
        self.pack = pack
        self.heirs = heirs or {}
        self.signs = SignTable(database, pack, self.heirs)
        self.traces = TraceTable(database, pack)

    @property
    def path(self) -> Path:
        """The learner's file."""
        return self._database.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing more can be read or written."""
        self._database.close()

    def append(self, review: "Review", learn: Learn | None = None) -> None:
        """Keep a review for good. With `learn`, the memories of what it asked for are made anew in the same step."""
        with self._database.writing():
            self._insert([review])
            self._learn_again([review], learn)

    def keep(self, review: "Review", memories: Mapping[str, Memory | None]) -> None:
        """Keep a review for good and, in the same step, the memories that it changed; None forgets a fact."""
        with self._database.writing():
            self._insert([review])
            self._forget(review.pack, [fact for fact, memory in memories.items() if memory is None])
            self._remember(review.pack, [memory for memory in memories.values() if memory is not None])

    def merge(self, reviews: "Iterable[Review]", learn: Learn | None = None) -> int:
        """Keep reviews made elsewhere, all or none; those already there are skipped. Returns how many were new.

        Each goes to the pack that it names. With `learn`, the memories of what they asked for are made anew.
        """
        arrived = list(reviews)
        with self._database.writing():
            new = self._unknown(arrived)
            self._insert(new)
            self._learn_again(new, learn)
        return len(new)

    def reviews(
        self, topic: str | None = None, since: datetime | None = None, *, session: str | None = None
    ) -> "Iterator[Review]":
        """The reviews that count, in order of time: without corrections and what they undo. `since` is included."""
        wanted = {"r.topic = ?": topic, "r.session = ?": session, "r.time >= ?": since and _instant(since)}
        chosen = {clause: value for clause, value in wanted.items() if value is not None}
        where = " AND ".join(["r.pack = ?", COUNTED, *chosen])
        return self._read(f"reviews r WHERE {where}", self.pack, *chosen.values())

    def every(self) -> "Iterator[Review]":
        """Everything in the log of the pack in order of time, with corrections and what they undo."""
        return self._read("reviews r WHERE r.pack = ?", self.pack)

    def reviews_of(self, fact: str) -> "Iterator[Review]":
        """The reviews that count and asked for a fact, in order of time."""
        return self._reviews_of(self.pack, fact)

    def lately(self, fact: str) -> "list[Review]":
        """The last few of them."""
        return list(self._reviews_of(self.pack, fact, LATELY))

    def missed(self) -> tuple[str, ...]:
        """The facts whose last answer was not right, the one missed last first."""
        query = (
            "SELECT fact, credit FROM (SELECT a.fact, r.credit, r.time, row_number() OVER"
            " (PARTITION BY a.fact ORDER BY r.time DESC, r.id DESC) AS place"
            f" FROM asked a JOIN reviews r ON r.number = a.review WHERE a.pack = ? AND {COUNTED})"
            " WHERE place = 1 ORDER BY time DESC, fact"
        )
        last: dict[str, float] = {}
        for fact, credit in self._database.rows(query, self.pack):
            last.setdefault(self.heirs.get(fact, fact), credit)
        return tuple(fact for fact, credit in last.items() if credit < 1)

    def count(self) -> int:
        """How many reviews count."""
        query = f"SELECT count(*) FROM reviews r WHERE r.pack = ? AND {COUNTED}"
        return int(self._database.rows(query, self.pack)[0][0])

    def memories(self) -> dict[str, Memory]:
        """The memory of each fact that was ever asked for."""
        rows = self._database.rows(f"SELECT {_MEMORY} FROM memories WHERE pack = ?", self.pack)
        return self._memories(rows)

    def memories_of(self, facts: Iterable[str]) -> dict[str, Memory]:
        """The memories of those of the facts that were ever asked for."""
        query = f"SELECT {_MEMORY} FROM memories WHERE pack = ? AND fact IN"
        return self._memories(self._database.rows_in(query, sorted(set(facts)), self.pack))

    def adopt(self, learn: Learn) -> None:
        """Give the memories of facts that were merged into others to those, made anew from the reviews of both."""
        left = list(self.memories_of(self.heirs))
        if not left:
            return
        with self._database.writing():
            self._forget(self.pack, left)
            self._learn_facts(self.pack, {self.heirs[former] for former in left}, learn)

    @property
    def is_current(self) -> bool:
        """Whether what is made of the reviews is what this program makes of them; else see `bring_up_to_date`."""
        return self.signs.are_current()

    def bring_up_to_date(self, tell: Tell | None = None) -> None:
        """Read every review anew for what it says of the memory; `tell` is called with how far it is."""
        with self._database.writing(), _understood(self.path):
            self.signs.read_anew(tell)

    def rebuild(self, learn: Learn) -> int:
        """Make all memories of the pack anew from its reviews. Returns how many there are."""
        with self._database.writing():
            self._read_signs()
            self._database.change("DELETE FROM memories WHERE pack = ?", self.pack)
            self._database.change("DELETE FROM pupils WHERE pack = ?", self.pack)
            with _understood(self.path):
                memories = [memory for fact, signs in self.signs.all() if (memory := learn(fact, signs)) is not None]
            self._remember(self.pack, memories)
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
                self._database.change("DELETE FROM memories WHERE pack = ?", self.pack)
            elif learn is not None:
                self._learn_facts(self.pack, facts, learn)
        return int(count)

    def backup(self, target: Path) -> None:
        """Copy the whole file, every pack in it, while it is in use. ProgressError if the target is there already."""
        self._database.backup(target)

    def sessions(self) -> tuple[PastSession, ...]:
        """The sittings in which something was answered that counts, in order of time."""
        query = (
            "SELECT r.session, min(r.time), max(r.time), count(*), sum(r.credit = 1), sum(r.credit) FROM reviews r"
            f" WHERE r.pack = ? AND {COUNTED} GROUP BY r.session ORDER BY min(r.time), r.session"
        )
        rows = self._database.rows(query, self.pack)
        with _understood(self.path):
            return tuple(
                PastSession(name, datetime.fromisoformat(began), datetime.fromisoformat(ended), answers, right, credit)
                for name, began, ended, answers, right, credit in rows
            )

    def _read(self, source: str, *values: object, most: int = 0) -> "Iterator[Review]":
        """The reviews of a query for their numbers, some at a time: a long log need not fit into memory.

        With `most`, no more than the last so many.
        """
        from trotskyism_cli.learning.review import review_from

        numbers = [number for (number,) in self._database.rows(f"SELECT r.number FROM {source} {IN_ORDER}", *values)]
        numbers = numbers[-most:]
        for start in range(0, len(numbers), MANY):
            some = numbers[start : start + MANY]
            query = "SELECT number, data FROM reviews WHERE number IN"
            found: dict[int, str] = dict(self._database.rows_in(query, some))
            with _understood(self.path):
                reviews = [self._inherited(review_from(json.loads(found[number]))) for number in some]
            yield from reviews

    def _inherited(self, review: "Review") -> "Review":
        """The review as one of the facts that those it asked for were merged into."""
        if review.pack != self.pack or self.heirs.keys().isdisjoint(review.facts):
            return review
        revisions = dict.fromkeys(review.facts, 1) | dict(zip(review.facts, review.revisions, strict=False))
        heirs = {self.heirs.get(fact, fact): revision for fact, revision in revisions.items()}
        return replace(review, facts=tuple(heirs), revisions=tuple(heirs.values()))

    def _memories(self, rows: Iterable[Row]) -> dict[str, Memory]:
        with _understood(self.path):
            return {memory.fact: memory for memory in map(_memory, rows)}

    def _unknown(self, reviews: "Iterable[Review]") -> "list[Review]":
        """Those of the reviews that the log does not have, each once."""
        found: dict[str, Review] = {}
        for review in reviews:
            found.setdefault(review.id, review)
        for (known,) in self._database.rows_in("SELECT id FROM reviews WHERE id IN", found):
            del found[known]
        return list(found.values())

    def _insert(self, reviews: "Sequence[Review]") -> None:
        [(last,)] = self._database.rows("SELECT ifnull(max(number), 0) FROM reviews")
        numbered = list(enumerate(reviews, start=last + 1))
        # They are new, and numbered anew: none can replace another, and to watch each takes most of the time.
        with self._database.without_trigger("reviews_are_never_replaced", when=len(reviews) > MANY):
            self._database.change_many(
                "INSERT INTO reviews (number, id, pack, time, session, topic, undoes, credit, data)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((number, *_found_by(review), json.dumps(review.as_json())) for number, review in numbered),
            )
        self.signs.insert(numbered)

    def _read_signs(self) -> None:
        if not self.signs.are_current():
            with _understood(self.path):
                self.signs.read_anew()

    def _learn_again(self, new: "Iterable[Review]", learn: Learn | None) -> None:
        """Make the memories anew of what new reviews ask for, and of what they undo."""
        if learn is None:
            return
        touched = defaultdict[str, set[str]](set)
        for review in new:
            touched[review.pack].update(review.facts)
            if review.undoes:
                query = "SELECT a.pack, a.fact FROM asked a JOIN reviews r ON r.number = a.review WHERE r.id = ?"
                for pack, fact in self._database.rows(query, review.undoes):
                    touched[pack].add(fact)
        for pack, facts in touched.items():
            heirs = self.heirs if pack == self.pack else {}
            self._learn_facts(pack, {heirs.get(fact, fact) for fact in facts}, learn)

    def _learn_facts(self, pack: str, facts: Collection[str], learn: Learn) -> None:
        self._read_signs()
        table = self.signs if pack == self.pack else SignTable(self._database, pack, {})
        found = table.all() if len(facts) > MANY else table.of(facts)
        with _understood(self.path):
            memories = [memory for fact, signs in found if fact in facts and (memory := learn(fact, signs)) is not None]
        self._forget(pack, facts)
        self._remember(pack, memories)

    def _reviews_of(self, pack: str, fact: str, most: int = 0) -> "Iterator[Review]":
        source = "asked a CROSS JOIN reviews r ON r.number = a.review"
        facts = [fact, *(self.signs.formers.get(fact, ()) if pack == self.pack else ())]
        wanted = f"a.pack = ? AND a.fact IN ({marks(facts)}) AND {COUNTED}"
        if len(facts) > 1:  # a review that asked for two of them is one review
            first = f"SELECT min(b.fact) FROM asked b WHERE b.review = r.number AND b.fact IN ({marks(facts)})"
            return self._read(f"{source} WHERE {wanted} AND a.fact = ({first})", pack, *facts, *facts, most=most)
        return self._read(f"{source} WHERE {wanted}", pack, *facts, most=most)

    def _forget(self, pack: str, facts: Iterable[str]) -> None:
        rows = [(pack, fact) for fact in facts]
        self._database.change_many("DELETE FROM memories WHERE pack = ? AND fact = ?", rows)

    def _remember(self, pack: str, memories: Iterable[Memory]) -> None:
        rows = [(pack, *_columns(memory)) for memory in memories]
        query = f"INSERT OR REPLACE INTO memories (pack, {_MEMORY}) VALUES (?, {marks(Memory._fields)})"
        self._database.change_many(query, rows)


@contextmanager
def _understood(path: Path) -> Iterator[None]:
    """Turns what fails where rows are read that only this module writes into the ProgressError of a damaged file."""
    try:
        yield
    except (LookupError, TypeError, ValueError, OverflowError) as error:
        raise damaged(path, "an answer in it cannot be read") from error


_MEMORY = ", ".join(Memory._fields)


def _found_by(review: "Review") -> tuple[object, ...]:
    """The columns by which a review is found, and what it was worth."""
    when = _instant(review.time)
    return (review.id, review.pack, when, review.session, review.topic, review.undoes, float(review.credit))


def _columns(memory: Memory) -> tuple[object, ...]:
    return tuple(_instant(value) if isinstance(value, datetime) else value for value in memory)


def _memory(row: Row) -> Memory:
    values = dict(zip(Memory._fields, row, strict=True))
    times = {name: datetime.fromisoformat(values[name]) for name in ("last", "due")}
    return Memory(**{**values, **times})


def _instant(moment: datetime) -> str:
    """A time in UTC, so written that the order of the texts is that of the times."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
