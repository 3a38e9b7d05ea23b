"""From a pack to the rows of the library: its records, who names whom, when things were, and what they are found by."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from trotskyism_cli.library.codec import Stored, encode
from trotskyism_cli.library.forms import root, skeleton, sound, words_of
from trotskyism_cli.library.names import name_rows
from trotskyism_cli.library.passages import Passage, passages
from trotskyism_cli.library.store import FIELDS
from trotskyism_cli.pack.dates import Calendar, Date, Precision, gregorian_to_julian
from trotskyism_cli.pack.model import EntryRef, Pack

# The fields of a pack that are not collections of records.
HEAD = ("id", "name", "subject", "version", "language", "licence", "article", "synonyms", "released")


def compile_pack(pack: Pack, connection: sqlite3.Connection) -> None:
    """Fill the empty tables of a library."""
    connection.executemany("INSERT INTO records VALUES (?, ?, ?, ?)", _records(pack))
    connection.executemany("INSERT INTO kinds VALUES (?, ?)", ((each.id, each.kind) for each in pack.entries.values()))
    connection.executemany("INSERT INTO mentions VALUES (?, ?, ?)", _mentions(pack))
    connection.executemany("INSERT INTO heirs VALUES (?, ?)", pack.heirs.items())
    connection.executemany("INSERT INTO moments VALUES (?, ?, ?)", _moments(pack))
    connection.executemany("INSERT INTO days VALUES (?, ?, ?)", _days(pack))
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", name_rows(pack))
    _index(connection, passages(pack))


def _records(pack: Pack) -> Iterator[tuple[str, str, int, str]]:
    yield "pack", pack.id, 0, json.dumps({name: getattr(pack, name) for name in HEAD}, ensure_ascii=False)
    collections: dict[str, Iterable[Stored]] = {
        "entry": pack.entries.values(),
        "quote": pack.quotes.values(),
        "question": pack.questions.values(),
        "source": pack.sources.values(),
        "relation": pack.relations.values(),
        "topic": pack.topics,
    }
    for collection, records in collections.items():
        yield from ((collection, record.id, place, encode(record)) for place, record in enumerate(records))


def _mentions(pack: Pack) -> Iterator[tuple[str, str, str]]:
    for fact in pack.facts.values():
        if isinstance(fact.object, EntryRef):
            yield "object", fact.object.id, fact.id
        yield from (("holder", holder, fact.id) for holder in fact.according_to)
        for how, target in (("about", fact.about), ("corrects", fact.corrects), ("where", fact.where)):
            if target:
                yield how, target, fact.id
    for quote in pack.quotes.values():
        yield "speaker", quote.speaker, quote.id
        yield from (("quote-about", entry, quote.id) for entry in quote.about)
    for topic in pack.topics:
        yield from (("topic", entry, topic.id) for entry in topic.entries)


def _moments(pack: Pack) -> Iterator[tuple[int, int, str]]:
    for own_id, when in _dated(pack):
        if when.start or when.end:
            yield when.first.toordinal(), when.last.toordinal(), own_id


def _days(pack: Pack) -> Iterator[tuple[int, int, str]]:
    """Days of the year, in New Style and, for what is shown in both calendars, in Old Style too."""
    for own_id, when in _dated(pack):
        if when.start is None or when.is_span or when.start.precision is not Precision.DAY:
            continue
        yield when.first.month, when.first.day, own_id
        if when.calendar is not Calendar.PLAIN:
            _, month, day = gregorian_to_julian(when.first)
            yield month, day, own_id


def _dated(pack: Pack) -> Iterator[tuple[str, Date]]:
    """Facts and quotations with their dates."""
    for fact in pack.facts.values():
        if fact.date and not fact.negated:
            yield fact.id, fact.date
    yield from ((quote.id, quote.when) for quote in pack.quotes.values() if quote.when)


def _index(connection: sqlite3.Connection, found: Iterator[Passage]) -> None:
    """Passages by weight, so that the first rows of any word are its most important ones."""
    counts: Counter[str] = Counter()
    rows: list[tuple[object, ...]] = []
    fields: list[tuple[int, str]] = []
    for number, each in enumerate(sorted(found, key=lambda passage: -passage.weight), start=1):
        words = words_of(each.text)
        rows.append((number, each.kind, each.owner, each.record, each.subject, " ".join(words)))
        rows[-1] += (" ".join(each.answers), each.weight, each.text if each.kind == "topic" else "")
        texts = (" ".join(words), each.names, each.hints)
        fields += [(number * FIELDS + field, text) for field, text in enumerate(texts) if text]
        counts.update({*words, *each.names.split()})
    connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO passage_index (rowid, words) VALUES (?, ?)", fields)
    vocabulary = ((word, sound(word), skeleton(word), root(word), word[::-1], n) for word, n in counts.items())
    connection.executemany("INSERT INTO vocabulary VALUES (?, ?, ?, ?, ?, ?)", vocabulary)
