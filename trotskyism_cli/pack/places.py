"""Where the records of a pack stand in its files, so that a problem found in the whole can be shown at its place."""

from trotskyism_cli.pack.files import PACK_FILE
from trotskyism_cli.pack.problems import Position
from trotskyism_cli.pack.records import Record


class Places:
    """Positions by kind and id of a record, and by the keys in it."""

    def __init__(self) -> None:
        self._records: dict[str, Position] = {}
        self._keys: dict[str, dict[str, Position]] = {}
        # What follows from a problem that is told already is not told: the words of records that could not be read at
        # all, one of which is the id; the ids of relations with a problem; and whether a whole file could not be read.
        self.lost: set[str] = set()
        self.spoilt: set[str] = set()
        self.incomplete = False

    def note(self, name: str, record: Record) -> None:
        """Remember a record under `kind:id`."""
        self._records[name] = record.places.get("id", record.position)
        self._keys[name] = record.places

    def of(self, kind: str, own_id: str) -> Position | None:
        """Where the record stands; None if there is none."""
        return self._records.get(f"{kind}:{own_id}")

    def is_lost(self, wanted: str) -> bool:
        """Whether something with this id may be there, in a record that could not be read."""
        return wanted in self.lost or wanted.partition(".")[0] in self.lost

    def has(self, name: str, key: str) -> bool:
        """Whether the author wrote this key of the record `kind:id`."""
        return key in self._keys.get(name, {})

    def at(self, name: str, key: str = "") -> Position:
        """Where a key of the record `kind:id` stands, or else the record, or else the pack itself."""
        return self._keys.get(name, {}).get(key) or self._records.get(name) or Position(PACK_FILE, 1, 1)
