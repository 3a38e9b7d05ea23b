"""The signs in the learner's file: what a review says about each fact that it asked for.

A file of an earlier version has none, or signs of another SHAPE; then they are recomputed from the reviews.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from trotskyism_cli.learning.recall.signs import SHAPE, Sign
from trotskyism_cli.learning.record.database import MANY, Database, Row

if TYPE_CHECKING:  # most who open the file keep no review
    from trotskyism_cli.learning.record.arrivals import Arrival

UNDONE = "SELECT r.number FROM reviews u JOIN reviews r ON r.id = u.undoes WHERE u.undoes <> ''"
STANDS = (
    "NOT EXISTS (SELECT 1 FROM reviews u WHERE u.undoes <> ''"
    " AND u.undoes = (SELECT id FROM reviews r WHERE r.number = asked.review))"
)
_VALUES = itemgetter(slice(2, None))
_SIGN = ", ".join(Sign._fields)

Tell = Callable[[int, int], None]  # number done, and number of all
Signed = tuple[str, int, Sign]  # fact, number of the review, and its sign


class SignTable:
    """The signs of one pack's facts; `merged_into` is that of `Pack`. Make changes within `Database.writing`."""

    def __init__(self, database: Database, pack: str, merged_into: Mapping[str, str]) -> None:
        self._database = database
        self._pack = pack
        self._merged_into = merged_into
        self.formers: dict[str, list[str]] = {}
        for former, heir in merged_into.items():
            self.formers.setdefault(heir, []).append(former)

    def insert(self, numbered: "Iterable[tuple[int, Arrival]]") -> None:
        """Store the signs of reviews of any pack, each given with its number."""
        # In the order of the reviews: sorting by fact costs more than it saves. Binding an int is much faster than
        # binding a bool.
        rows = (
            (each.pack, fact, number, moment, rating, revision, int(sure), int(correct), guess, part)
            for number, each in numbered
            for fact, (moment, rating, revision, sure, correct, guess, part) in each.signs
        )
        query = f"INSERT INTO asked (pack, fact, review, {_SIGN}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        self._database.change_many(query, rows)

    def are_current(self) -> bool:
        """Whether the signs in the file are of the current SHAPE, and none is missing."""
        shape = self._database.rows("SELECT value FROM shapes WHERE name = 'signs'")
        return shape == [(SHAPE,)] and not self._database.rows(
            "SELECT 1 FROM asked WHERE rating = -1 AND rating < 0 LIMIT 1"
        )

    def read_anew(self, tell: Tell | None = None) -> None:
        """Recompute the signs of all reviews that have none, or all if the SHAPE has changed."""
        from trotskyism_cli.learning.recall.reading import signs_of  # slow to import, and rarely needed
        from trotskyism_cli.learning.review import review_from

        database = self._database
        if database.rows("SELECT value FROM shapes WHERE name = 'signs'") not in ([], [(SHAPE,)]):
            database.change("UPDATE asked SET rating = -1")
        numbers = [
            number for (number,) in database.rows("SELECT DISTINCT review FROM asked WHERE rating = -1 AND rating < 0")
        ]
        values = ", ".join(f"{name} = ?" for name in Sign._fields)
        for start in range(0, len(numbers), MANY):
            some = numbers[start : start + MANY]
            rows = []
            for number, data in database.rows_in("SELECT number, data FROM reviews WHERE number IN", some):
                review = review_from(json.loads(data))
                rows += [(*sign, review.pack, fact, number) for fact, sign in signs_of(review)]
            database.change_many(f"UPDATE asked SET {values} WHERE pack = ? AND fact = ? AND review = ?", rows)
            if tell is not None:
                tell(start + len(some), len(numbers))
        database.change("INSERT OR REPLACE INTO shapes VALUES ('signs', ?)", SHAPE)

    def all(self) -> Iterator[tuple[str, list[Sign]]]:
        """Every fact of the pack that was asked, and its signs in order of time."""
        query = f"SELECT fact, review, {_SIGN} FROM asked WHERE pack = ? AND rating > 0 AND review NOT IN ({UNDONE})"
        return self._by_fact(self._database.rows(f"{query} ORDER BY fact", self._pack))

    def of(self, facts: Collection[str]) -> Iterator[tuple[str, list[Sign]]]:
        """Those of some facts that were asked, and the signs of each in order of time."""
        wanted = [*facts, *(former for fact in facts for former in self.formers.get(fact, ()))]
        query = f"SELECT fact, review, {_SIGN} FROM asked WHERE pack = ? AND rating > 0 AND {STANDS} AND fact IN"
        return self._by_fact(self._database.rows_in(query, wanted, self._pack))

    def since(self, number: int) -> list[Signed]:
        """The signs of reviews with higher numbers that were not undone, in order of time."""
        query = f"SELECT fact, review, {_SIGN} FROM asked WHERE pack = ? AND review > ?"
        rows = self._database.rows(f"{query} AND rating > 0 AND {STANDS} ORDER BY moment, review", self._pack, number)
        return [(self._merged_into.get(fact, fact), review, Sign(*values)) for fact, review, *values in rows]

    def _by_fact(self, rows: Sequence[Row]) -> Iterator[tuple[str, list[Sign]]]:
        """Group rows by fact, or its heir; a review of two facts that are one now counts once."""
        if not any(row[0] in self._merged_into for row in rows):
            return ((fact, self._in_order(list(group))) for fact, group in groupby(rows, itemgetter(0)))
        found = defaultdict[str, dict[int, Row]](dict)
        # where a fact was both asked for and rested on, the first counts
        for row in sorted(rows, key=itemgetter(-1), reverse=True):
            found[self._merged_into.get(row[0], row[0])][row[1]] = row
        return ((fact, self._in_order(list(each.values()))) for fact, each in found.items())

    def _in_order(self, rows: list[Row]) -> list[Sign]:
        rows.sort(key=itemgetter(2, 1))
        if len({row[2] for row in rows}) < len(rows):
            ids = self._ids([row[1] for row in rows])
            rows.sort(key=lambda row: (row[2], ids[row[1]]))
        return list(map(Sign._make, map(_VALUES, rows)))

    def _ids(self, numbers: Sequence[int]) -> dict[int, str]:
        """The ids of reviews, which order answers of the same time: they are the same on every machine."""
        return dict(self._database.rows_in("SELECT number, id FROM reviews WHERE number IN", numbers))
