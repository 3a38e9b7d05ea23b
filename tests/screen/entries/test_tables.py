"""The chapters on one screen, and what the book holds."""

import pytest

from tests.conftest import ROOT
from tests.screen.test_document import drawn
from trotskyism_cli.pack.model import Kind, Topic
from trotskyism_cli.pack.reading.reader import load_pack
from trotskyism_cli.screen.entries.tables import overview_document, topics_document
from trotskyism_cli.screen.output.plain import plain_text

LONG = "A rather long title of a chapter, "
CHAPTERS = [
    Topic(f"chapter-{number}", f"{LONG if number % 2 else ''}number {number}", number, "S.", "P.")
    for number in range(1, 18)
]


@pytest.mark.parametrize("width", [60, 80, 200])
def test_every_chapter_has_a_line(width: int) -> None:
    _, *rows = drawn(topics_document(CHAPTERS), width).splitlines()

    assert [row.split()[0] for row in rows] == [str(number) for number in range(1, 18)]
    assert len(rows) == 17
    assert rows[2].endswith("  chapter-3")


@pytest.mark.parametrize("width", [20, 40])
def test_a_narrow_terminal_has_numbers_and_titles(width: int) -> None:
    shown = drawn(topics_document(CHAPTERS), width)

    assert max(map(len, shown.splitlines())) <= width
    assert "chapter-1" not in shown
    assert " ".join(shown.split()).count(f"{LONG}number") == 9


def test_a_pipe_has_the_summaries_too() -> None:
    rows = plain_text(topics_document(CHAPTERS), tabbed=True).splitlines()

    assert rows[:2] == ["Number\tTitle\tId\tSummary", f"1\t{CHAPTERS[0].title}\tchapter-1\tS."]


def test_what_there_is_is_counted_with_the_command_that_lists_it() -> None:
    pack = load_pack(ROOT / "tests" / "packs" / "french-revolution")
    shown = plain_text(overview_document(pack, {Kind.PERSON: 10, Kind.PLACE: 0}), tabbed=True)

    assert "\npeople\t10\ttrotskyism list people\nchapters\t1\ttrotskyism summary\n" in shown
    assert "places" not in shown
