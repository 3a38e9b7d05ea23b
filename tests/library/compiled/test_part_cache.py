"""What is kept of the parts of a pack saves work, and never changes what comes out."""

import contextlib
import json
import os
import pickle
import sqlite3
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ENTRIES, RELATIONS, MakePack
from tests.printers_for_tests import PRINTERS
from trotskyism_cli.errors import PackError
from trotskyism_cli.library.compiled import part_cache, vocabulary
from trotskyism_cli.library.compiled.compile import compile_pack
from trotskyism_cli.library.compiled.filling import fill_of
from trotskyism_cli.library.compiled.part_cache import remembered
from trotskyism_cli.library.compiled.passages import Passages, named_in
from trotskyism_cli.library.forms import sound_of_plain
from trotskyism_cli.library.library import open_library
from trotskyism_cli.library.store import SCHEMA, write_store
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack, read_pack
from trotskyism_cli.pack.text import nodes
from trotskyism_cli.pack.text.problems import Problem

Edit = Callable[[list[dict[str, Any]], int], object]
Tables = dict[str, list[tuple[object, ...]]]


def tables(file: Path) -> Tables:
    """All that is in a library, in its order, but for the marks of what it was made from."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name <> 'marks'")
        columns = {name: "*" if "WITHOUT ROWID" in sql else "rowid, *" for name, sql in found if "VIRTUAL" not in sql}
        return {
            name: connection.execute(f"SELECT {shown} FROM {name} ORDER BY 1, 2").fetchall()
            for name, shown in columns.items()
        }


def anew(folder: Path, file: Path) -> Tables | str:
    """A pack compiled from nothing, or what is wrong with it."""
    file.unlink(missing_ok=True)
    try:
        write_store(file, {}, fill_of(folder))
    except PackError as error:
        return str(error)
    return tables(file)


def with_what_is_kept(folder: Path, cache: Path) -> Tables | str:
    """The same pack, compiled with what is kept in the cache."""
    try:
        open_library(folder, cache)
    except PackError as error:
        return str(error)
    (file,) = cache.glob("library-*.sqlite")
    return tables(file)


def edited(file: Path, edit: Callable[[list[dict[str, Any]]], object], within: str) -> None:
    """Edit the records of a file."""
    content = yaml.safe_load(file.read_bytes())
    edit(content[within])
    file.write_text(json.dumps(content), "utf-8")  # which is YAML too


def _set(key: str, value: str) -> Edit:
    return lambda records, place: records[place % len(records)].update({key: value})


EDITS: dict[str, Edit] = {
    "a name": _set("name", "Quite Another Name"),
    "a form that is searched": _set("search", "a form of somebody"),
    "an article": _set("article", "a"),
    "a kind": _set("type", "something"),
    "a weight": _set("importance", "1"),
    "a summary": _set("summary", "Said in other words."),
    "a day": lambda records, place: records[place % len(records)]["facts"][0].update({"when": "1850-01-07"}),
    "a fact less": lambda records, place: records[place % len(records)]["facts"].pop(),
    "an entry less": lambda records, place: records.pop(place % len(records)),
    "another order": lambda records, place: records.insert(0, records.pop(place % len(records))),
    "an id twice": lambda records, place: records.extend([records[place % len(records)]]),
    "a dangling id": _set("confused_with", "nobody-at-all"),
    "nothing": lambda records, place: None,
}
WORDINGS: dict[str, Edit] = {
    "a wording": lambda records, place: records[place % len(records)].update({"says": "{subject} and {object}"}),
    "words to find": _set("words", "somehow"),
    "a relation less": lambda records, place: records.pop(place % len(records)),
}


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from([*EDITS, *WORDINGS]), st.integers(0, 30)), min_size=1, max_size=4))
def test_a_pack_that_is_edited_compiles_to_what_it_does_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int]]
) -> None:
    place = tmp_path_factory.mktemp("edited")
    folder, cache = place / "pack", place / "cache"
    copytree(PRINTERS, folder)
    for name, part in _in_two_files().items():
        (folder / f"{name}.yaml").write_text(part, "utf-8")
    first = with_what_is_kept(folder, cache)
    assert isinstance(first, dict)
    assert first == anew(folder, place / "anew")
    for name, number in edits:
        records = "relations" if name in WORDINGS else "entries"
        file = folder / ("more.yaml" if number % 2 and name in EDITS else f"{records}.yaml")
        before = file.read_bytes()
        with contextlib.suppress(IndexError):  # no fact is left to edit
            edited(file, partial(_edit, name, number), records)
        found = with_what_is_kept(folder, cache)
        assert found == anew(folder, place / "anew")
        if isinstance(found, str):  # it has problems, which the next edit mends
            file.write_bytes(before)


def _edit(name: str, number: int, records: list[dict[str, Any]]) -> object:
    return {**EDITS, **WORDINGS}[name](records, number)


@cache
def _in_two_files() -> dict[str, str]:
    whole = yaml.safe_load((PRINTERS / "entries.yaml").read_bytes())["entries"]
    return {name: json.dumps({"entries": part}) for name, part in (("entries", whole[::2]), ("more", whole[1::2]))}


def test_a_file_that_has_not_changed_is_not_parsed_again(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library(make_pack(), tmp_path / "cache")
    parsed: list[str] = []
    parse = nodes.parse

    def noted(data: bytes, file: str) -> tuple[nodes.Node | None, list[Problem]]:
        parsed.append(file)
        return parse(data, file)

    monkeypatch.setattr(nodes, "parse", noted)
    folder = make_pack(entries=ENTRIES.replace("A journalist.", "A physician."))
    assert open_library(folder, tmp_path / "cache").search("physician")
    assert sorted(parsed) == ["entries.yaml", "pack.yaml"]
    parsed.clear()
    os.utime(folder / "entries.yaml", (1, 1))  # as a checkout of another branch, and back, would
    open_library(folder, tmp_path / "cache")
    assert sorted(parsed) == ["pack.yaml"]


def test_what_another_program_worked_out_is_not_taken(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_pack()
    with remembered(folder, tmp_path) as kept:
        assert kept
        kept.add("one", kept.mark(b"bytes"), ["value"])
    with remembered(folder, tmp_path) as kept:
        assert kept
        assert kept.find("one", kept.mark(b"bytes")) == ["value"]
        assert kept.find("one", kept.mark(b"by", b"tes")) is None
    monkeypatch.setattr(part_cache, "stat_fingerprint", lambda *_: "of another program")
    with remembered(folder, tmp_path) as kept:
        assert kept
        assert kept.find("one", kept.mark(b"bytes")) is None


def test_problems_of_a_pack_are_those_of_reading_it_anew(make_pack: MakePack, tmp_path: Path) -> None:
    more = "entries:\n  - {id: desmoulins, kind: person, name: Camille Desmoulins, summary: A journalist,\n"
    more += '     facts: [{id: born, born: "1760", source: book}]}\n'
    open_library(make_pack(more=more), tmp_path / "cache")
    for wrong in (
        more.replace("desmoulins", "marat"),  # an id that a file has which is kept
        more.replace("born: ", "dorn: "),
        more.replace("1760", "1760-13"),
        f"{more}: {{",
    ):
        folder = make_pack(more=wrong)
        with remembered(folder, tmp_path / "cache") as kept:
            found = read_pack(folder, kept).problems
        assert found == read_pack(folder).problems != []


@pytest.mark.parametrize(
    "wrong",
    [
        {"more": RELATIONS},  # each id a second time
        {"relations": RELATIONS.replace("label: born, ", "label: born, lable: born, ")},
        {"relations": RELATIONS.replace("{subject} was born", "{nobody} was born")},
        {"relations": f"{RELATIONS}extracts: []\n"},
        {"relations": f"{RELATIONS}    : {{"},
    ],
    ids=["twice", "a key", "a wording", "another list", "no YAML"],
)
def test_problems_of_relations_are_those_of_reading_them_anew(
    wrong: Mapping[str, str], make_pack: MakePack, tmp_path: Path
) -> None:
    open_library(make_pack(), tmp_path / "cache")
    folder = make_pack(**wrong)
    for _ in range(2):  # also when something was kept of it
        with remembered(folder, tmp_path / "cache") as kept:
            found = read_pack(folder, kept).problems
        assert found == read_pack(folder).problems != []


DAMAGES: Mapping[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "no database": lambda file: file.write_bytes(b"not a database" * 100),
    "cut short": lambda file: file.write_bytes(file.read_bytes()[:5000]),
    "another table": lambda file: _executed(
        file, "DROP TABLE kept; CREATE TABLE kept (x); INSERT INTO kept VALUES (1)"
    ),
    "other bytes": lambda file: _executed(file, "UPDATE kept SET data = x'8004950b'"),
}


def _executed(file: Path, script: str) -> None:
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.executescript(script)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=list(DAMAGES))
def test_what_is_damaged_is_worked_out_anew(
    make_pack: MakePack, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    open_library(make_pack(), tmp_path / "cache")
    (file,) = (tmp_path / "cache").glob("parts-*")
    damage(file)
    folder = make_pack(entries=ENTRIES.replace("A journalist.", "A physician."))
    assert with_what_is_kept(folder, tmp_path / "cache") == anew(folder, tmp_path / "anew")


class _Runs:
    def __init__(self, file: Path) -> None:
        self._file = file

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self._file,)


def test_what_is_kept_is_never_run(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack()
    open_library(folder, tmp_path / "cache")
    (file,) = (tmp_path / "cache").glob("parts-*")
    with contextlib.closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE kept SET data = ?", (pickle.dumps(_Runs(tmp_path / "run")),))
    (folder / "pack.yaml").touch()
    assert with_what_is_kept(folder, tmp_path / "cache") == anew(folder, tmp_path / "anew")
    assert not (tmp_path / "run").exists()


def test_a_pack_with_too_much_to_keep_is_compiled_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trotskyism_cli.pack.reading.part_cache.MOST_BYTES", 2000)
    assert with_what_is_kept(PRINTERS, tmp_path / "cache") == anew(PRINTERS, tmp_path / "anew")
    assert not list((tmp_path / "cache").glob("parts-*"))


def test_of_a_pack_that_lost_a_file_nothing_of_it_is_kept(make_pack: MakePack, tmp_path: Path) -> None:
    more = "entries:\n  - {id: danton, kind: person, name: Georges Danton, summary: A lawyer,\n"
    more += '     facts: [{id: born, born: "1759", source: book}]}\n'
    folder = make_pack(more=more)
    open_library(folder, tmp_path / "cache")
    (folder / "more.yaml").unlink()
    open_library(folder, tmp_path / "cache")
    (file,) = (tmp_path / "cache").glob("parts-*")
    with contextlib.closing(sqlite3.connect(file)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM kept")}
    files = {"file:entries.yaml", "file:sources.yaml", "relations:relations.yaml"}
    assert names == {*files, "entry:marat", "entry:friend-of-the-people", "words"}


def test_of_words_that_were_there_before_it_is_not_worked_out_again_what_is_like_them(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library(make_pack(), tmp_path / "cache")
    heard: list[str] = []

    def noted(word: str) -> str:
        heard.append(word)
        return sound_of_plain(word)

    monkeypatch.setattr(vocabulary, "sound_of_plain", noted)
    folder = make_pack(entries=ENTRIES.replace("A journalist.", "A physician."))
    found = with_what_is_kept(folder, tmp_path / "cache")
    assert heard == ["physician"]
    assert found == anew(folder, tmp_path / "anew")
    with remembered(folder, tmp_path / "cache") as kept:  # which has the words of this pack, and no others
        assert kept
        assert isinstance(found, dict)
        assert sorted(kept.find(vocabulary.KEPT, kept.mark()) or ()) == [word for word, *_ in found["vocabulary"]]


def test_what_an_entry_is_found_by_depends_on_the_names_alone_of_those_that_it_names(built_in: Pack) -> None:
    """Else what is kept of it would outlive a change."""
    bare = {each.id: _named_only(each) for each in built_in.entries.values()}
    whole = Passages(built_in)
    for entry in built_in.entries.values():
        named = {each: bare[each] for fact in entry.facts for each in named_in(fact)}
        alone = Passages(built_in._replace(entries={**named, entry.id: entry}))
        assert list(alone.of_entry(entry)) == list(whole.of_entry(entry))


def _named_only(entry: Entry) -> Entry:
    return entry._replace(id="", summary="", confused_with=(), significance="", facts=(), complete=())


def test_a_pack_is_compiled_without_a_place_to_keep_anything() -> None:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA)
        compile_pack(load_pack(PRINTERS), connection)
        assert connection.execute("SELECT count(*) FROM passages").fetchone() > (40,)
