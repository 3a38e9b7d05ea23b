"""The first screen of what one must know, read as a person would: in 80 columns, and in 40."""

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.screen.cards import card_document
from trotskyism_cli.screen.terminal import THEME, show
from trotskyism_cli.views.entry import span_of

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"\b\d{{1,2}} (?:{MONTHS}) \d{{4}}")


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library(AppContext().folder)


def _central(library: Library) -> list[str]:
    return [entry.id for entry in library.pack.entries.values() if entry.importance == 3]


def _screen(library: Library, entry: str, width: int) -> list[str]:
    target = io.StringIO()
    console = Console(file=target, theme=THEME, markup=False, width=width, highlight=False, color_system=None)
    show(card_document(library.pack, library.card(entry)), console)
    return target.getvalue().splitlines()


def test_an_entry_that_one_must_know_fits_a_screen_with_room_for_the_prompt(library: Library) -> None:
    long = {entry: len(lines) for entry in _central(library) if len(lines := _screen(library, entry, 80)) > 23}

    assert long == {}


def test_it_says_when_and_why(library: Library) -> None:
    for own_id in _central(library):
        entry, shown = library.pack.entries[own_id], " ".join(_screen(library, own_id, 80))
        assert span_of(library.pack, library.card(own_id)) in shown
        assert entry.summary[:40] in " ".join(shown.split())
        if entry.kind in (Kind.EVENT, Kind.WORK, Kind.CONCEPT):
            assert "Why it matters" in shown, own_id


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_too_wide_and_no_word_is_cut(library: Library, width: int) -> None:
    for own_id in _central(library):
        lines = _screen(library, own_id, width)
        assert max(map(cell_len, lines)) <= width, own_id
        words = set(re.findall(r"\w+", " ".join(lines)))
        wide = set(re.findall(r"\w+", " ".join(_screen(library, own_id, 400))))
        assert words <= wide, (own_id, words - wide)


def test_no_line_says_a_date_twice_or_speaks_of_a_text_that_the_reader_has_not_got(library: Library) -> None:
    for own_id in _central(library):
        for line in _screen(library, own_id, 80):
            dates = DATE.findall(line)
            assert len(dates) == len(set(dates)), line
            assert "the article" not in line.lower(), line
