"""Read past reviews: those that count (not undone), in order of time, and their sessions."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from trotskyism_cli.learning.answering.parts import BESIDE
from trotskyism_cli.learning.record.database import MANY, Database, marks
from trotskyism_cli.learning.record.rows import instant, understood
from trotskyism_cli.learning.record.sign_table import SignTable

if TYPE_CHECKING:  # a first question is asked before any review is read
    from trotskyism_cli.learning.review import Review

COUNTED = "r.undoes = '' AND NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes <> '' AND u.undoes = r.id)"
IN_ORDER = "ORDER BY r.time, r.id"
EVERY = -1  # in the place of a limit
LATELY = 5  # reviews of a fact that decide the form in which it comes next
LOOKED_AT = 6  # last reviews, of which LATELY probably count


class PastSession(NamedTuple):
    """A session in the log: the times of its first and last answers (UTC), and the sums of its marks."""

    id: str
    began: datetime
    ended: datetime
    answers: int
    right: int
    credit: float


class PastReviews:
    """The reviews of one pack. Every method raises ProgressError if the file fails."""

    def __init__(self, database: Database, pack: str, merged_into: Mapping[str, str] | None = None) -> None:
        self._database = database
        self.pack = pack
        self.merged_into = merged_into or {}
        self.signs = SignTable(database, pack, self.merged_into)

    @property
    def path(self) -> Path:
        """The learner's file."""
        return self._database.path

    def reviews(
        self, topic: str | None = None, since: datetime | None = None, *, session: str | None = None
    ) -> "Iterator[Review]":
        """The reviews that count, in order of time: without corrections and what they undo; `since` is inclusive."""
        wanted = {"r.topic = ?": topic, "r.session = ?": session, "r.time >= ?": since and instant(since)}
        chosen = {clause: value for clause, value in wanted.items() if value is not None}
        where = " AND ".join(["r.pack = ?", COUNTED, *chosen])
        return self._read(f"reviews r WHERE {where}", self.pack, *chosen.values())

    def every(self) -> "Iterator[Review]":
        """All reviews of the pack in order of time, including corrections and what they undo."""
        return self._read("reviews r WHERE r.pack = ?", self.pack)

    def reviews_of(self, fact: str) -> "Iterator[Review]":
        """The reviews that count and asked for a fact, in order of time."""
        return self._reviews_of(fact)

    def lately(self, fact: str) -> "list[Review]":
        """The last few of `reviews_of`."""
        from trotskyism_cli.learning.review import reviews_from  # slow to import, and not needed by look-ups

        source, values = self._asking_for(fact, LOOKED_AT)
        rows = self._database.rows(f"SELECT data FROM {source} {IN_ORDER}", *values)
        with understood(self.path):
            found = [self._inherited(each) for each in reviews_from(json.loads(data) for (data,) in rows)]
        if len(found) < LATELY:
            found = list(self._reviews_of(fact))
        return found[-LATELY:]

    def missed(self) -> tuple[str, ...]:
        """The facts whose last answer was not right, last missed first; not those that a question only rests on."""
        query = (
            "SELECT fact, correct FROM (SELECT a.fact, a.correct, r.time, row_number() OVER"
            " (PARTITION BY a.fact ORDER BY r.time DESC, r.id DESC) AS place"
            " FROM asked a JOIN reviews r ON r.number = a.review"
            f" WHERE a.pack = ? AND a.part <> {BESIDE} AND {COUNTED}) WHERE place = 1 ORDER BY time DESC, fact"
        )
        last: dict[str, bool] = {}
        for fact, correct in self._database.rows(query, self.pack):
            last.setdefault(self.merged_into.get(fact, fact), correct)
        return tuple(fact for fact, correct in last.items() if not correct)

    def asked_since(self, moment: datetime) -> set[str]:
        """The facts asked since a moment by reviews that count, including those too fast to say anything."""
        query = "SELECT DISTINCT a.fact FROM reviews r JOIN asked a ON a.review = r.number WHERE r.pack = ?"
        found = self._database.rows(f"{query} AND r.time >= ? AND {COUNTED}", self.pack, instant(moment))
        return {self.merged_into.get(fact, fact) for (fact,) in found}

    def count(self) -> int:
        """The number of reviews that count."""
        query = f"SELECT count(*) FROM reviews r WHERE r.pack = ? AND {COUNTED}"
        return int(self._database.rows(query, self.pack)[0][0])

    def sessions(self) -> tuple[PastSession, ...]:
        """The sessions with answers that count, in order of time."""
        query = (
            "SELECT r.session, min(r.time), max(r.time), count(*), sum(r.credit = 1), sum(r.credit) FROM reviews r"
            f" WHERE r.pack = ? AND {COUNTED} GROUP BY r.session ORDER BY min(r.time), r.session"
        )
        rows = self._database.rows(query, self.pack)
        with understood(self.path):
            return tuple(
                PastSession(name, datetime.fromisoformat(began), datetime.fromisoformat(ended), answers, right, credit)
                for name, began, ended, answers, right, credit in rows
            )

    def _read(self, source: str, *values: object) -> "Iterator[Review]":
        """The reviews of a query, some at a time: a long log need not fit into memory."""
        from trotskyism_cli.learning.review import review_from

        numbers = [number for (number,) in self._database.rows(f"SELECT r.number FROM {source} {IN_ORDER}", *values)]
        for start in range(0, len(numbers), MANY):
            some = numbers[start : start + MANY]
            query = "SELECT number, data FROM reviews WHERE number IN"
            found: dict[int, str] = dict(self._database.rows_in(query, some))
            with understood(self.path):
                reviews = [self._inherited(review_from(json.loads(found[number]))) for number in some]
            yield from reviews

    def _inherited(self, review: "Review") -> "Review":
        """The review with merged facts replaced by those they were merged into."""
        if review.pack != self.pack or self.merged_into.keys().isdisjoint(review.facts):
            return review
        revisions = dict.fromkeys(review.facts, 1) | dict(zip(review.facts, review.revisions, strict=False))
        merged_into = {self.merged_into.get(fact, fact): revision for fact, revision in revisions.items()}
        return review._replace(facts=tuple(merged_into), revisions=tuple(merged_into.values()))

    def _reviews_of(self, fact: str, most: int = EVERY) -> "Iterator[Review]":
        """The reviews of a fact that count, among its last `most` ones."""
        source, values = self._asking_for(fact, most)
        return self._read(source, *values)

    def _asking_for(self, fact: str, most: int) -> tuple[str, tuple[object, ...]]:
        """Return the FROM and WHERE of a query for these reviews, and its values."""
        facts = [fact, *self.signs.formers.get(fact, ())]
        # Each once, also one that asked for two of the facts. Looking at every review of a long log would be slow.
        asked = f"SELECT DISTINCT review, moment FROM asked WHERE pack = ? AND fact IN ({marks(facts)})"
        last = f"SELECT review FROM ({asked}) ORDER BY moment DESC, review DESC LIMIT ?"
        return f"({last}) a CROSS JOIN reviews r ON r.number = a.review WHERE {COUNTED}", (self.pack, *facts, most)
