"""A part of a pack, usable like a small pack: some entries, what they mention, and questions about them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from trotskyism_cli.library.compiled.codec import decode_entry, decode_question
from trotskyism_cli.library.records import ReadTogether, Records, StoredPack
from trotskyism_cli.library.store import Store
from trotskyism_cli.pack.model import Entry

Record = TypeVar("Record")
_PLACE = "SELECT position FROM records WHERE collection = ? AND id = ?"


class _Some(ReadTogether[Record]):
    """The records with given ids only, in the order of the ids."""

    def __init__(self, records: ReadTogether[Record], ids: Sequence[str]) -> None:
        self._records = records
        self.store = records.store
        self._ids = dict.fromkeys(ids)

    def read(self, own_ids: Iterable[str]) -> None:
        """Read those of these records that are in the part in one query."""
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
    """The part of a pack made of some entries, the entries they mention, and the questions about them.

    Other records are those of the whole pack. The records read belong to the part, so that taking many parts in turn
    needs no more memory than one.
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
    return pack._replace(
        entries=_Some(every, ids),
        questions=_Some(asked, questions),
        topics=pack.topics.some(topics),
    )


def entries_in_row(pack: StoredPack, start: int, count: int) -> list[str]:
    """Ids of `count` entries from a position on. Authors put similar entries side by side."""
    query = "SELECT id FROM records WHERE collection = 'entry' AND position >= ? AND position < ? ORDER BY position"
    return pack.store.column(query, start, start + count)


def place_of(pack: StoredPack, entry: str) -> int:
    """Position of an entry in its pack."""
    return next(iter(pack.store.numbers(_PLACE, "entry", entry)), 0)


def _named_by(entry: Entry) -> Iterator[str]:
    for fact in entry.facts:
        yield from (*fact.ends, *fact.according_to, *((fact.where,) if fact.where else ()))


def _in_order(store: Store, collection: str, ids: Iterable[str]) -> list[str]:
    """The ids that exist, each once, in pack order."""
    places = {each: store.numbers(_PLACE, collection, each) for each in dict.fromkeys(ids)}
    return sorted((each for each, place in places.items() if place), key=lambda each: places[each])
