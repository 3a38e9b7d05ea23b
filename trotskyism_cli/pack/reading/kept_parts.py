"""What was worked out of parts of a pack, kept as bytes: of a part that has not changed it is not worked out again.

Beside each value stands a mark of all that it depends on, the program among it; one with another mark is no value.
"""

import io
import pickle
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from trotskyism_cli.pack import model, question
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.reading.spill import Pickler
from trotskyism_cli.pack.relation import ObjectType, Relation
from trotskyism_cli.pack.text.places import Notes

MOST_BYTES = 64 * 1024 * 1024  # of all together; of a pack that has more, nothing is kept
# All that may come out of the bytes: whatever else may have got among them, it is never run.
_KNOWN = {
    (each.__module__, each.__name__): each
    for each in (
        *(model.Entry, model.Fact, model.Complete, model.DatedName, model.Citation, model.EntryRef, model.Number),
        *(model.Quote, model.Topic, model.Source, model.Kind, model.Voice, model.Origin, model.Attribution),
        *(question.Question, question.Option, question.Pair, parse_date, Notes),
        *(Relation, ObjectType),
    )
}


class Marked(NamedTuple):
    """A value as bytes, with its mark."""

    mark: str
    data: bytes


class KeptParts:
    """Values by name: those `found`, of earlier days, and those `added` today; both have all that were asked for."""

    def __init__(self, found: Mapping[str, Marked], program: str) -> None:
        self._found, self._program = found, program.encode()
        self.added: dict[str, Marked] = {}
        self.asked: set[str] = set()
        self.is_full = False
        self._bytes = 0

    def mark(self, *parts: bytes) -> str:
        """The mark of what depends on these parts of a pack."""
        whole = blake2b(self._program, digest_size=16)
        for part in parts:
            whole.update(b"%d:%b" % (len(part), part))
        return whole.hexdigest()

    def find(self, name: str, mark: str) -> Any | None:
        """The value of this name; None if there is none with this mark."""
        self.asked.add(name)
        found = self._found.get(name)
        if found is None or found.mark != mark:
            return None
        try:
            return _Unpickler(io.BytesIO(found.data)).load()
        except Exception:  # anything may have become of bytes on a disk
            return None

    def add(self, name: str, mark: str, value: Any) -> None:
        """Keep a value for another day."""
        if self.is_full:
            return
        packed = io.BytesIO()
        Pickler(packed, pickle.HIGHEST_PROTOCOL).dump(value)
        self.added[name] = Marked(mark, packed.getvalue())
        self._bytes += packed.tell()
        if self._bytes > MOST_BYTES:
            self.is_full = True
            self.added.clear()


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """The class, or function, of this name; KeyError for anything but the records of a pack."""
        return _KNOWN[module, name]
