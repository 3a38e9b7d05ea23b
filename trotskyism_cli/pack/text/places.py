"""Places of a pack's records in its files, to report problems at their places.

A large pack has a million records, so each place is packed into a few numbers.
"""

import struct
from itertools import islice
from typing import NamedTuple

from trotskyism_cli.pack.folder import PACK_FILE
from trotskyism_cli.pack.text.nodes import Mapping, Scalar
from trotskyism_cli.pack.text.problems import Position
from trotskyism_cli.pack.text.records import ID, Record, RecordReader

_HEAD = struct.Struct("4I")  # number of the file, number of the set of keys, line and column of the record
_PLACE = struct.Struct("2I")  # line and column of one key; those of all keys follow the head
_NUMBER = struct.Struct("I")


class Notes(NamedTuple):
    """Places of one file's records by `kind:id`, and the sets of keys that their second number refers to."""

    sets: dict[bytes, tuple[str, ...]]
    records: dict[str, bytes]


class Places:
    """Positions of records, by `kind:id`, and of their keys."""

    def __init__(self) -> None:
        self._records: dict[str, bytes] = {}
        self._files: dict[str, int] = {}
        self._names: list[str] = []  # names of the files, by number
        self._sets: dict[tuple[str, ...], int] = {}
        self._orders: list[dict[str, int]] = []  # index of each key in its set, by number of the set
        # These suppress problems that only follow from a reported one: the words of unreadable records (one may be
        # the id), whether one of them is an entry, relations with a problem, and whether a whole file is unreadable.
        self.unreadable_words: set[str] = set()
        self.has_unreadable_entry = False
        self.faulty_relations: set[str] = set()
        self.incomplete = False

    def note(self, name: str, record: Record) -> None:
        """Remember the places of a record under `kind:id`."""
        own = record.places.get("id", record.position)
        numbers = [self._file(own.file), self._set(tuple(record.places)), own.line, own.column]
        for place in record.places.values():
            numbers += place[1:]
        self._records[name] = struct.pack(f"{len(numbers)}I", *numbers)

    def _file(self, name: str) -> int:
        if name not in self._files:
            self._files[name] = len(self._names)
            self._names.append(name)
        return self._files[name]

    def _set(self, keys: tuple[str, ...]) -> int:
        if keys not in self._sets:
            self._sets[keys] = len(self._orders)
            self._orders.append({key: order for order, key in enumerate(keys)})
        return self._sets[keys]

    def notes(self, earlier: int) -> Notes:
        """The notes after the first `earlier` ones; all must be of one file."""
        records = dict(islice(reversed(self._records.items()), len(self._records) - earlier))
        used = {note[_NUMBER.size : 2 * _NUMBER.size] for note in records.values()}
        return Notes({each: tuple(self._orders[_NUMBER.unpack(each)[0]]) for each in used}, records)

    def take(self, file: str, notes: Notes) -> bool:
        """Add the notes of a file. False, and no change, if any of its names is taken."""
        if not self._records.keys().isdisjoint(notes.records):
            return False
        size, number = _NUMBER.size, _NUMBER.pack(self._file(file))
        begin = {each: number + _NUMBER.pack(self._set(keys)) for each, keys in notes.sets.items()}
        self._records.update(
            (name, begin[note[size : 2 * size]] + note[2 * size :]) for name, note in notes.records.items()
        )
        return True

    def __len__(self) -> int:
        return len(self._records)

    def note_unreadable(self, node: Mapping) -> None:
        """Note an unreadable record by its words, as one of them may be the id that others mention."""
        texts = (value.text for value in node.values.values() if isinstance(value, Scalar))
        self.unreadable_words.update(word for text in texts for word in text.split())

    def of(self, kind: str, own_id: str) -> Position | None:
        """Position of a record; None if there is none."""
        name = f"{kind}:{own_id}"
        return self.at(name) if name in self._records else None

    def may_be_unreadable(self, wanted: str) -> bool:
        """Return whether an unreadable record may have this id."""
        return wanted in self.unreadable_words or wanted.partition(".")[0] in self.unreadable_words

    def has(self, name: str, key: str) -> bool:
        """Return whether the record `kind:id` has this key in its file."""
        record = self._records.get(name)
        return record is not None and key in self._orders[_HEAD.unpack_from(record)[1]]

    def at(self, name: str, key: str = "") -> Position:
        """Position of a key in the record `kind:id`; else of the record; else of pack.yaml."""
        record = self._records.get(name)
        if record is None:
            return Position(PACK_FILE, 1, 1)
        file, keys, line, column = _HEAD.unpack_from(record)
        order = self._orders[keys].get(key)
        if order is not None:
            line, column = _PLACE.unpack_from(record, _HEAD.size + order * _PLACE.size)
        return Position(self._names[file], line, column)


def identified(record: Record, kind: str, records: RecordReader, places: Places, name: str = "") -> str | None:
    """The id of a record (or its longer `name`), noted with its place.

    None, with a problem reported, if it has none.
    """
    own = record.text("id")
    if not own:
        return None
    if not ID.fullmatch(own):
        records.report(record.places["id"], f"{own!r} is not an id of its own; write it without a dot")
        return None
    key = name or own
    earlier = places.of(kind, key)
    if earlier:
        records.report(record.places["id"], f"the {kind} {key!r} is here a second time (first {earlier}); rename one")
        return None
    places.note(f"{kind}:{key}", record)
    return key
