"""From a pack to the rows of the library: its records, who names whom, when things were, and what they are found by."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from trotskyism_cli.library.codec import Stored, encode
from trotskyism_cli.library.forms import root, skeleton, sound_of_plain, words_of
from trotskyism_cli.library.name_table import name_rows
from trotskyism_cli.library.passages import Passage, passages
from trotskyism_cli.library.store import CALLED, FIELDS
from trotskyism_cli.pack.dates import Calendar, Date, Precision, gregorian_to_julian
from trotskyism_cli.pack.model import EntryRef, Fact, Kind
from trotskyism_cli.pack.pack import Pack

# The fields of a pack that are not collections of records.
HEAD = ("id", "name", "subject", "version", "language", "licence", "article", "synonyms", "released")


def compile_pack(pack: Pack, connection: sqlite3.Connection) -> None:
    """Fill the empty tables of a library, in few passes and without a list of anything: a pack may be very large."""

    def insert(table: str, rows: Iterable[tuple[object, ...]], values: int) -> None:
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * values)})", rows)

    head = json.dumps({name: getattr(pack, name) for name in HEAD}, ensure_ascii=False)
    insert("records", [("pack", pack.id, 0, head)], 4)
    for place, entry in enumerate(pack.entries.values()):
        insert("records", [("entry", entry.id, place, encode(entry))], 4)
        called = CALLED.join(entry.names)
        insert("kinds", [(entry.id, entry.kind, entry.type, entry.importance, called)], 5)
        insert("names", name_rows(pack, entry), 4)
        insert("mentions", (row for fact in entry.facts for row in _mentions(fact)), 3)
        insert("heirs", ((former, fact.id) for fact in entry.facts for former in fact.formerly), 2)
        dated = [(fact, fact.date) for fact in entry.facts if fact.date and not fact.negated]
        weighed = ((fact.id, when, entry.importance + fact.importance) for fact, when in dated)
        insert("moments", (row for each in weighed for row in _moments(*each)), 4)
        insert("days", (row for fact, when in dated for row in _days(fact.id, when)), 3)
        spans = ((fact.id, fact.object) for fact in entry.facts if entry.kind is Kind.EVENT and not fact.negated)
        insert("days", (row for own, when in spans if isinstance(when, Date) for row in _ends(own, when)), 3)
    for place, quote in enumerate(pack.quotes.values()):
        insert("records", [("quote", quote.id, place, encode(quote))], 4)
        mentioned = [("speaker", quote.speaker), *(("quote-about", entry) for entry in quote.about)]
        mentioned += [("quote-from", quote.work)] if quote.work else []
        insert("mentions", ((*each, quote.id) for each in mentioned), 3)
        if quote.when:
            insert("moments", _moments(quote.id, quote.when, 2 * quote.importance), 4)
            insert("days", _days(quote.id, quote.when), 3)
    for topic in pack.topics:
        insert("mentions", (("topic", entry, topic.id) for entry in topic.entries), 3)
    asked = ((each.about[0].partition(".")[0], each.id) for each in pack.questions.values() if each.about)
    insert("mentions", (("question", *each) for each in asked), 3)
    others: dict[str, Iterable[Stored]] = {
        "question": pack.questions.values(),
        "source": pack.sources.values(),
        "relation": pack.relations.values(),
        "topic": pack.topics,
    }
    for collection, records in others.items():
        insert("records", ((collection, each.id, place, encode(each)) for place, each in enumerate(records)), 4)
    _index(connection, passages(pack))


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


def _days(own_id: str, when: Date) -> Iterator[tuple[int, int, str]]:
    """Days of the year, in New Style and, for what is shown in both calendars, in Old Style too."""
    for part in when.parts:
        if part.start is None or not part.is_single or part.start.precision is not Precision.DAY:
            continue
        yield part.first.month, part.first.day, own_id
        if part.calendar is not Calendar.PLAIN:
            _, month, day = gregorian_to_julian(part.first)
            yield month, day, own_id


def _ends(own_id: str, when: Date) -> Iterator[tuple[int, int, str]]:
    """The first and the last day of what took several."""
    points = (when.start, when.end) if when.is_span else ()
    yield from (
        (point.first.month, point.first.day, own_id) for point in points if point and point.precision is Precision.DAY
    )


def _index(connection: sqlite3.Connection, found: Iterator[Passage]) -> None:
    """Passages by weight, so that the first rows of any word are its most important ones."""
    counts: Counter[str] = Counter()
    connection.execute(
        "CREATE TEMP TABLE unsorted (kind TEXT, owner TEXT, text TEXT, weight REAL, record TEXT, subject TEXT, "
        "names TEXT, hints TEXT, answers TEXT)"  # as in Passage
    )
    connection.executemany(
        "INSERT INTO unsorted VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((*fields, " ".join(answers)) for *fields, answers in found),
    )
    in_order = connection.execute("SELECT * FROM unsorted ORDER BY weight DESC, rowid")
    for number, (kind, owner, text, weight, record, subject, names, hints, answers) in enumerate(in_order, start=1):
        words = words_of(text)
        row = number, kind, owner, record, subject, " ".join(words), answers, weight, text if kind == "topic" else ""
        connection.execute("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        fields = ((number * FIELDS + field, each) for field, each in enumerate((row[5], names, hints)) if each)
        connection.executemany("INSERT INTO passage_index (rowid, words) VALUES (?, ?)", fields)
        counts.update({*words, *names.split()})
    connection.execute("DROP TABLE unsorted")
    vocabulary = ((word, sound_of_plain(word), skeleton(word), root(word), word[::-1], n) for word, n in counts.items())
    connection.executemany("INSERT INTO vocabulary VALUES (?, ?, ?, ?, ?, ?)", vocabulary)
