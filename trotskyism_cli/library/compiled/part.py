"""A part of a pack: some entries, with what they name and the questions about them. It is read as a small pack is."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from trotskyism_cli.library.compiled.codec import decode_entry, decode_question
from trotskyism_cli.library.records import ReadTogether, Records, StoredPack
from trotskyism_cli.library.store import Store
from trotskyism_cli.pack.model import Entry

Record = TypeVar("Record")
_PLACE = "SELECT position FROM records WHERE collection = ? AND id = ?"


class _Some(ReadTogether[Record]):
    """Of the records of a pack those with some ids, in its order; no others are there."""

    def __init__(self, records: ReadTogether[Record], ids: Sequence[str]) -> None:
        self._records = records
        self._ids = dict.fromkeys(ids)

    def read(self, own_ids: Iterable[str]) -> None:
        """Read at once those of some records that are in the part."""
        self._records.read(each for each in own_ids if each in self._ids)

    def __getitem__(self, own_id: str) -> Record:
        if own_id not in self._ids:
            raise KeyError(own_id)
        return self._records[own_id]

    def __contains__(self, own_id: object) -> bool:
        return own_id in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def part_of(pack: StoredPack, entries: Collection[str]) -> StoredPack:
    """The part of a pack that some entries are, with those that they name, and the questions about them.

    Whatever is asked for by an id beside entries and questions is that of the whole pack. What was read for a part goes
    with it: a program that takes one after the other needs no more memory than for one.
    """
    every = Records(pack.store, "entry", decode_entry)
    asked = Records(pack.store, "question", decode_question)
    questions = _in_order(pack.store, "question", (each for own in entries for each in pack.mentions("question", own)))
    asked.read(questions)
    told = {fact.partition(".")[0] for each in questions for fact in asked[each].evidence if "." in fact}
    wanted = _in_order(pack.store, "entry", {*entries, *told})
    every.read(wanted)
    named = {each for own in wanted for each in _named_by(every[own])}
    ids = _in_order(pack.store, "entry", {*wanted, *named, pack.article})
    every.read(ids)
    topics = _in_order(pack.store, "topic", (each for own in ids for each in pack.mentions("topic", own)))
    return replace(
        pack,
        entries=_Some(every, ids),
        questions=_Some(asked, questions),
        topics=tuple(map(pack.topic, topics)),
    )


def entries_in_row(pack: StoredPack, start: int, count: int) -> list[str]:
    """Ids of the entries of a pack from a place on: authors put side by side what is alike."""
    query = "SELECT id FROM records WHERE collection = 'entry' AND position >= ? AND position < ? ORDER BY position"
    return pack.store.column(query, start, start + count)


def place_of(pack: StoredPack, entry: str) -> int:
    """The place of an entry among those of its pack."""
    return next(iter(pack.store.numbers(_PLACE, "entry", entry)), 0)


def _named_by(entry: Entry) -> Iterator[str]:
    for fact in entry.facts:
        yield from (*fact.ends, *fact.according_to, *((fact.where,) if fact.where else ()))


def _in_order(store: Store, collection: str, ids: Iterable[str]) -> list[str]:
    """Ids of records that there are, each once, in the order of the pack."""
    places = {each: store.numbers(_PLACE, collection, each) for each in dict.fromkeys(ids)}
    return sorted((each for each, place in places.items() if place), key=lambda each: places[each])
