"""The shelf of a library that came with the program lies in the cache, and never in the library's own file."""

from pathlib import Path

import pytest

from tests.cli.conftest import SMALL
from trotskyism_cli.library import built_in
from trotskyism_cli.library.built_in import LIBRARY
from trotskyism_cli.library.compiled.filling import fill_of
from trotskyism_cli.library.compiled.text_cache import open_text_cache
from trotskyism_cli.library.library import marks_of, open_library
from trotskyism_cli.library.store import write_store
from trotskyism_cli.library.user_folders import CACHE_VARIABLE
from trotskyism_cli.pack.fingerprint import content_fingerprint


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack as it lies in a wheel, with its library."""
    folder = tmp_path / "_content"
    folder.mkdir()
    for file in Path(SMALL).iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    write_store(folder / LIBRARY, marks_of(content_fingerprint(folder)), fill_of(folder))
    monkeypatch.setattr(built_in, "SHIPPED", folder)
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    return folder


def test_a_shipped_library_is_read_where_it_lies(shipped: Path, tmp_path: Path) -> None:
    assert open_library(shipped).resolve("marat").entry == "marat"
    assert not (tmp_path / "cache").exists()


def test_its_shelf_lies_in_the_cache(shipped: Path, tmp_path: Path) -> None:
    before = (shipped / LIBRARY).read_bytes()
    open_text_cache(open_library(shipped).store, {"of": "a test"}).put([("drawer", "key", 0, "text")])

    assert open_text_cache(open_library(shipped).store, {"of": "a test"}).drawer("drawer") == ["text"]
    assert (shipped / LIBRARY).read_bytes() == before
    assert [each.name.split("-")[0] for each in (tmp_path / "cache").iterdir()] == ["shelf"]


def test_an_edited_pack_is_compiled_into_the_cache(shipped: Path, tmp_path: Path) -> None:
    for file in shipped.glob("*.yaml"):
        file.write_text(file.read_text().replace("Danton", "Dantonet"))

    assert open_library(shipped).resolve("Georges Dantonet").entry == "danton"
    assert sorted(each.name.split("-")[0] for each in (tmp_path / "cache").iterdir()) == ["library", "parts"]


def test_an_edit_that_leaves_the_size_as_it_was_is_seen(shipped: Path) -> None:
    for file in shipped.glob("*.yaml"):
        file.write_text(file.read_text().replace("Georges Danton", "Georges Dantom"))

    assert open_library(shipped).pack.entries["danton"].name == "Georges Dantom"
