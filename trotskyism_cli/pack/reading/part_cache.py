"""Cache for the parts of a pack, as bytes, so that unchanged files are not parsed again.

Each value has a mark: a hash of all that it depends on, including the program. A value with another mark is ignored.
"""

import io
import pickle
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from trotskyism_cli.pack import model, question
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.reading.disk_backed import Pickler
from trotskyism_cli.pack.relation import ObjectType, Relation
from trotskyism_cli.pack.text.places import Notes

MOST_BYTES = 64 * 1024 * 1024  # limit for all values together; a larger pack is not cached
# The only classes and functions that unpickling may use: tampered bytes never run other code.
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
    """A pickled value with its mark."""

    mark: str
    data: bytes


class PartCache:
    """Cached values by name: those `found` from earlier runs, and those `added` in this one.

    `asked` are the names looked up.
    """

    def __init__(self, found: Mapping[str, Marked], program: str) -> None:
        self._found, self._program = found, program.encode()
        self.added: dict[str, Marked] = {}
        self.asked: set[str] = set()
        self.is_full = False
        self._bytes = 0

    def mark(self, *parts: bytes) -> str:
        """Hash of these parts of a pack and of the program."""
        whole = blake2b(self._program, digest_size=16)
        for part in parts:
            whole.update(b"%d:%b" % (len(part), part))
        return whole.hexdigest()

    def find(self, name: str, mark: str) -> Any | None:
        """The cached value of this name; None if there is none with this mark."""
        self.asked.add(name)
        found = self._found.get(name)
        if found is None or found.mark != mark:
            return None
        try:
            return _Unpickler(io.BytesIO(found.data)).load()
        except Exception:  # bytes on a disk may be damaged in any way
            return None

    def add(self, name: str, mark: str, value: Any) -> None:
        """Cache a value for later runs."""
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
        """The class or function of this name. Raises KeyError for anything but a pack's records."""
        return _KNOWN[module, name]
