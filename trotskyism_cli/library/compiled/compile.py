"""Fill the library's tables from a pack: records, mentions, dates, names and passages."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from trotskyism_cli.library.compiled.codec import Stored, encode
from trotskyism_cli.library.compiled.days_in_sentences import days_beside_date
from trotskyism_cli.library.compiled.index_rows import IndexRows, in_words
from trotskyism_cli.library.compiled.passages import Passages
from trotskyism_cli.library.compiled.vocabulary import likenesses
from trotskyism_cli.library.store import CALLED, FIELDS, Row
from trotskyism_cli.pack.dates import Calendar, Date, Precision, gregorian_to_julian
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.part_cache import PartCache

# The fields of a pack that are not collections of records.
HEAD = (
    "id",
    "name",
    "subject",
    "version",
    "language",
    "licence",
    "article",
    "synonyms",
    "released",
    "course",
    "syllabus",
)
# Passages before they are numbered: the columns of `passages`, then the names and hints they are found by.
UNSORTED = """
CREATE TEMP TABLE unsorted (
    kind TEXT, owner TEXT, record TEXT, subject TEXT, words TEXT, answers TEXT, weight REAL, shown TEXT,
    names TEXT, hints TEXT)
"""
AT_ONCE = 1000  # rows per insert, at least


class _Tables:
    """Tables that are filled side by side, many rows per insert for speed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[Row]] = defaultdict(list)

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Add rows to a table, now or later."""
        waiting = self._waiting[table]
        waiting.extend(rows)
        if len(waiting) >= AT_ONCE:
            self._insert(table, waiting)

    def finish(self) -> None:
        """Insert all rows that are waiting."""
        for table, waiting in self._waiting.items():
            self._insert(table, waiting)

    def _insert(self, table: str, waiting: list[Row]) -> None:
        if waiting:
            values = ", ".join("?" * len(waiting[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({values})", waiting)
            waiting.clear()


def compile_pack(pack: Pack, connection: sqlite3.Connection, kept: PartCache | None = None) -> None:
    """Fill the empty tables of a library in few passes, without holding a very large pack in memory."""
    connection.execute(UNSORTED)
    tables, passages = _Tables(connection), Passages(pack)
    index_rows = IndexRows(pack, passages, kept)
    head = json.dumps({name: getattr(pack, name) for name in HEAD}, ensure_ascii=False)
    tables.add("records", [("pack", pack.id, 0, head)])
    for place, entry in enumerate(pack.entries.values()):
        encoded = encode(entry)
        names, told = index_rows.of_entry(entry, encoded)
        tables.add("records", [("entry", entry.id, place, encoded)])
        tables.add("names", names)
        tables.add("unsorted", told)
        _add_entry(tables, pack, entry)
    for place, quote in enumerate(pack.quotes.values()):
        tables.add("records", [("quote", quote.id, place, encode(quote))])
        mentioned = [("speaker", quote.speaker), *(("quote-about", entry) for entry in quote.about)]
        mentioned += [("quote-from", quote.work)] if quote.work else []
        tables.add("mentions", ((*each, quote.id) for each in mentioned))
        tables.add("unsorted", [in_words(passages.of_quote(quote))])
        if quote.when:
            tables.add("moments", _moments(quote.id, quote.when, 2 * quote.importance))
            tables.add("days", _days(quote.id, quote.when))
    for topic in pack.topics:
        tables.add("mentions", (("topic", entry, topic.id) for entry in topic.entries))
        tables.add("unsorted", map(in_words, passages.of_topic(topic)))
    asked = ((each.about[0].partition(".")[0], each.id) for each in pack.questions.values() if each.about)
    tables.add("mentions", (("question", *each) for each in asked))
    others: dict[str, Iterable[Stored]] = {
        "question": pack.questions.values(),
        "source": pack.sources.values(),
        "relation": pack.relations.values(),
        "topic": pack.topics,
    }
    for collection, records in others.items():
        for place, each in enumerate(records):
            tables.add("records", [(collection, each.id, place, encode(each))])
    tables.finish()
    _index(connection, kept)


def _add_entry(tables: _Tables, pack: Pack, entry: Entry) -> None:
    """Rows for an entry: its kind, the mentions in its facts, and its dates."""
    called = CALLED.join(entry.names)
    tables.add("kinds", [(entry.id, entry.kind, entry.type, entry.importance, called)])
    for fact in entry.facts:
        tables.add("mentions", _mentions(fact))
        tables.add("heirs", ((former, fact.id) for former in fact.formerly))
        if fact.date and not fact.negated:
            tables.add("moments", _moments(fact.id, fact.date, entry.importance + fact.importance))
            tables.add("days", _days(fact.id, fact.date))
        if not fact.negated:
            days = list(days_beside_date(pack, fact))
            tables.add("written", _written(fact.id, days, entry.importance + fact.importance))
            tables.add("days", (row for each in days for row in (*_days(fact.id, each), *_ends(fact.id, each))))
    if entry.kind is Kind.EVENT:
        spans = ((fact.id, fact.object) for fact in entry.facts if not fact.negated)
        tables.add("days", (row for own, when in spans if isinstance(when, Date) for row in _ends(own, when)))


def _mentions(fact: Fact) -> Iterator[tuple[str, str, str]]:
    if isinstance(fact.object, EntryRef):
        yield "object", fact.object.id, fact.id
    yield from (("holder", holder, fact.id) for holder in fact.according_to)
    for how, target in (("about", fact.about), ("corrects", fact.corrects), ("where", fact.where)):
        if target:
            yield how, target, fact.id


def _moments(own_id: str, when: Date, weight: int) -> Iterator[tuple[int, int, str, int]]:
    for part in when.parts:
        if part.start or part.end:
            yield part.first.toordinal(), part.last.toordinal(), own_id, weight


def _written(own_id: str, days: Iterable[Date], weight: int) -> Iterator[tuple[int, int, str, str, int]]:
    yield from ((each.first.toordinal(), each.last.toordinal(), own_id, each.text, weight) for each in days)


def _days(own_id: str, when: Date) -> Iterator[tuple[int, int, str]]:
    """Days of the year, in New Style and, for a date shown in both calendars, in Old Style too."""
    for part in when.parts:
        if part.start is None or not part.is_single or part.start.precision is not Precision.DAY:
            continue
        yield part.first.month, part.first.day, own_id
        if part.calendar is not Calendar.PLAIN:
            _, month, day = gregorian_to_julian(part.first)
            yield month, day, own_id


def _ends(own_id: str, when: Date) -> Iterator[tuple[int, int, str]]:
    """Days of the year of a span's first and last day."""
    points = (when.start, when.end) if when.is_span else ()
    yield from (
        (point.first.month, point.first.day, own_id) for point in points if point and point.precision is Precision.DAY
    )


def _index(connection: sqlite3.Connection, kept: PartCache | None) -> None:
    """Number the passages by weight and index their words.

    The first rows for any word are then the most important.
    """
    counts: Counter[str] = Counter()
    tables = _Tables(connection)
    in_order = connection.execute("SELECT * FROM unsorted ORDER BY weight DESC, rowid")
    for number, (*row, names, hints) in enumerate(in_order, start=1):
        words = row[4]
        tables.add("passages", [(number, *row)])
        fields = enumerate((words, names, hints))
        tables.add("passage_index (rowid, words)", ((number * FIELDS + field, each) for field, each in fields if each))
        counts.update({*words.split(), *names.split()})
    tables.finish()
    connection.execute("DROP TABLE unsorted")
    tables.add(
        "vocabulary",
        ((word, *alike, word[::-1], counts[word]) for word, alike in likenesses(counts, kept)),
    )
    tables.finish()
