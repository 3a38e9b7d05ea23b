"""A pack of more records than are kept in memory is read, checked and compiled as if it were small."""

import pickle
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.conftest import ENTRIES, MakePack
from tests.printers_for_tests import PRINTERS
from trotskyism_cli.errors import PackError
from trotskyism_cli.library.compiled.compile import compile_pack
from trotskyism_cli.library.store import SCHEMA
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import LargePack, Pack
from trotskyism_cli.pack.reading import disk_backed
from trotskyism_cli.pack.reading.disk_backed import DiskBackedRecords
from trotskyism_cli.pack.reading.reader import load_pack, read_pack
from trotskyism_cli.pack.totals import totals

TABLES = "records kinds mentions heirs moments days names vocabulary passages passage_index_data".split()


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hardly any record is kept in memory."""
    monkeypatch.setattr(disk_backed, "KEPT", 2)


@pytest.mark.usefixtures("few")
def test_records_come_back_in_their_order_from_wherever_they_are() -> None:
    records: DiskBackedRecords[tuple[int, str]] = DiskBackedRecords()
    for number in range(9):
        records.put(f"r{number}", (number, "x" * number))
    assert list(records) == [f"r{number}" for number in range(9)]
    assert [records[f"r{number}"][0] for number in (8, 0, 4, 4, 1)] == [8, 0, 4, 4, 1]
    assert list(records.values()) == [(number, "x" * number) for number in range(9)]
    assert records.settled() is records
    assert "r9" not in records
    assert records.get("r9") is None


def test_a_few_records_are_a_dict() -> None:
    records: DiskBackedRecords[int] = DiskBackedRecords()
    records.put("one", 1)
    assert records.settled() == {"one": 1}
    assert type(records.settled()) is dict


def test_a_large_pack_is_the_same_as_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    small = load_pack(PRINTERS)
    monkeypatch.setattr(disk_backed, "KEPT", 2)
    large = load_pack(PRINTERS)
    assert isinstance(large, LargePack)
    assert dict(large.facts) == small.facts
    assert totals(large) == totals(small)
    assert _rows(large) == _rows(small)


def test_a_large_pack_is_checked_in_few_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = len(load_pack(PRINTERS).entries)
    read: list[object] = []

    def load(file: BinaryIO) -> object:
        read.append(pickle.Unpickler(file).load())
        return read[-1]

    monkeypatch.setattr(pickle, "load", load)
    monkeypatch.setattr(disk_backed, "KEPT", entries - 1)  # too few for a second pass, enough for what an entry names
    assert isinstance(load_pack(PRINTERS), LargePack)
    assert entries <= len([each for each in read if isinstance(each, Entry)]) <= 3 * entries


def _rows(pack: Pack) -> dict[str, list[object]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA)
        compile_pack(pack, connection)
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def test_a_large_pack_has_the_same_problems(make_pack: MakePack, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = ENTRIES.replace("marat", "marat.", 1).replace("born:", "dorn:", 1)
    folder = make_pack(
        entries=f"{wrong}\n  - {{id: nobody, kind: person, name: N, summary: S, confused_with: [noone]}}\n"
    )
    problems = read_pack(folder).problems
    assert len(problems) > 2
    monkeypatch.setattr(disk_backed, "KEPT", 1)
    assert read_pack(folder).problems == problems


@pytest.mark.usefixtures("few")
def test_without_a_place_for_temporary_files_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(PackError, match="temporary files"):
        load_pack(PRINTERS)
