"""A quiz from the shelf: the same as when it was made, until another takes its place."""

from pathlib import Path

from tests.items_for_tests import an_item
from trotskyism_cli.learning.study.kept_items import KeptItems
from trotskyism_cli.library.library import open_library

SMALL = Path(__file__).parents[2] / "packs" / "french-revolution"
FIRST, SECOND = [an_item(id=f"first-{each}") for each in range(3)], [an_item(id="second")]


def test_a_quiz_comes_back_for_its_seed_only(tmp_path: Path) -> None:
    KeptItems(open_library(SMALL, tmp_path)).put("quiz -n 3", 7, FIRST)
    shelved = KeptItems(open_library(SMALL, tmp_path))

    assert shelved.get("quiz -n 3", 7) == FIRST
    assert not shelved.get("quiz -n 3", 8)
    assert not shelved.get("quiz -n 4", 7)


def test_a_shorter_quiz_leaves_nothing_of_the_longer_one(tmp_path: Path) -> None:
    shelved = KeptItems(open_library(SMALL, tmp_path))
    shelved.put("quiz", 1, FIRST)
    shelved.put("quiz", 2, SECOND)

    assert shelved.get("quiz", 2) == SECOND


def test_a_quiz_that_lies_ready_comes_until_it_is_used_up(tmp_path: Path) -> None:
    shelved = KeptItems(open_library(SMALL, tmp_path))
    shelved.keep_next("quiz", 5, FIRST)

    assert shelved.next_seed("quiz") == shelved.next_seed("quiz") == 5
    assert shelved.get("quiz", 5) == FIRST
    shelved.drop_next("quiz")
    assert shelved.next_seed("quiz") is None
