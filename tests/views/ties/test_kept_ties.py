"""The ties of an entry on a page of the library: the same as those that are worked out."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.every_for_tests import every
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.store import Page, Store, add_pages
from trotskyism_cli.views.ties import kept_ties
from trotskyism_cli.views.ties.kept_ties import TIES, all_ties, kinds_tied, pages_of_ties


def with_pages(library: Library, file: Path, *pages: Page) -> Library:
    """The same library in another file, with some pages."""
    [own] = [row[2] for row in library.store.rows("PRAGMA database_list")]
    shutil.copy(own, file)
    add_pages(file, pages)
    return Library(Store(sqlite3.connect(file), lambda: sqlite3.connect(file)))


@pytest.mark.parametrize("entry", ["parvus", "kronstadt", "permanent-revolution", "mexico"])
def test_a_page_says_what_is_worked_out_without_one(library: Library, tmp_path: Path, entry: str) -> None:
    worked_out = all_ties(library, entry).kinds

    kept = with_pages(library, tmp_path / "kept.sqlite", Page(TIES, entry, worked_out))

    assert kept.store.page(TIES, entry) is not None
    assert kinds_tied(kept, entry) == kinds_tied(library, entry) == worked_out


def test_entries_of_which_much_is_told_have_a_page(printers: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not list(pages_of_ties(printers))

    monkeypatch.setattr(kept_ties, "MUCH", 5)
    pages = list(pages_of_ties(printers))

    assert 0 < len(pages) < len(printers.pack.entries)
    assert every(page.view == all_ties(printers, page.entry).kinds for page in pages)
