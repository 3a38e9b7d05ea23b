"""A mapping of records by id with bounded memory: those not used lately are kept in a temporary file."""

import pickle
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO, TypeVar

from trotskyism_cli.errors import PackError
from trotskyism_cli.pack.dates import Date, parse_date
from trotskyism_cli.pack.model import Entry, Fact
from trotskyism_cli.pack.relation import Relation

KEPT = 4000  # records in memory

Record = TypeVar("Record")


class DiskBackedRecords(Mapping[str, Record]):
    """Records in the order they were put; each is written to the file at most once."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}  # offset of each record in the file; -1 if it was never written
        self._kept: OrderedDict[str, Record] = OrderedDict()
        self._file: BinaryIO | None = None

    def put(self, own_id: str, record: Record) -> None:
        """Add a record. Raises PackError if a temporary file is needed and cannot be written."""
        self._places[own_id] = -1
        self._keep(own_id, record)

    def settled(self) -> Mapping[str, Record]:
        """The records; as a plain dict if all are in memory."""
        return self if self._file else dict(self._kept)

    def __getitem__(self, own_id: str) -> Record:
        if own_id in self._kept:
            return self._kept[own_id]
        place = self._places[own_id]
        assert self._file is not None  # a record that is not in memory is in the file
        try:
            self._file.seek(place)
            record: Record = pickle.load(self._file)
        except OSError as error:
            raise _no_room(error) from error
        self._keep(own_id, record)
        return record

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, own_id: object) -> bool:
        return own_id in self._places

    def _keep(self, own_id: str, record: Record) -> None:
        self._kept[own_id] = record
        if len(self._kept) > KEPT:
            oldest, least = self._kept.popitem(last=False)
            if self._places[oldest] < 0:
                self._places[oldest] = self._write(least)

    def _write(self, record: Record) -> int:
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the records, and has no name
            place = self._file.seek(0, 2)
            Pickler(self._file, pickle.HIGHEST_PROTOCOL).dump(record)
        except OSError as error:
            raise _no_room(error) from error
        return place


def _by_values(record: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    return lambda value: (record, tuple(value))


class Pickler(pickle.Pickler):
    """Pickles a record as its class and values, and a date as its text, which halves the time to load it."""

    dispatch_table = {  # noqa: RUF012 - so it is declared there
        Date: lambda value: (parse_date, (value.text,)),
        **{record: _by_values(record) for record in (Entry, Fact, Relation)},
    }


def _no_room(error: OSError) -> PackError:
    why = error.strerror or error
    return PackError(f"a pack of this size needs room for temporary files ({why}); free some, or set TMPDIR")
