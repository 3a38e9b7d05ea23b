"""The supply of questions: what is made once is there at once the next time."""

from pathlib import Path

import pytest

from trotskyism_cli import items
from trotskyism_cli.items.making.on_demand import WantedItems
from trotskyism_cli.learning.study.supply import BATCH, Supply
from trotskyism_cli.library.library import Library, open_library

SMALL = Path(__file__).parents[2] / "packs" / "french-revolution"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library(SMALL, tmp_path / "cache")


def no_machine(_: object, __: object) -> None:
    raise AssertionError("questions were made anew")


def test_what_comes_out_of_the_stock_is_what_was_made(library: Library) -> None:
    stock, wanted = Supply(library), WantedItems(library.pack)
    fact = stock.askables[0].fact

    assert list(stock.askables) == wanted.askables()
    further = [item for item in wanted.authors_items if fact in item.asked_ids]
    assert list(stock.items(fact)) == [*further, *wanted.about([fact], 1917)]


def test_the_second_session_makes_nothing(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Supply(library)
    assert not first.is_ready
    facts = [*(askable.fact for askable in first.askables[:40]), "nobody.nothing"]
    made = [first.items(fact, facts[place:]) for place, fact in enumerate(facts)]
    monkeypatch.setattr(WantedItems, "__init__", no_machine)
    second = Supply(library)

    assert second.is_ready
    assert second.askables == first.askables
    assert [second.items(fact) for fact in facts] == made
    assert made[-1] == (), "also what cannot be asked is remembered"
    assert sum(map(bool, made)) > 30


def test_questions_are_made_for_the_facts_that_come_next_too(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    stock = Supply(library)
    facts = [askable.fact for askable in stock.askables]
    stock.items(facts[0], facts[1:])
    monkeypatch.setattr(WantedItems, "about", no_machine)

    assert any(stock.items(fact) for fact in facts[1:BATCH])


def test_another_program_empties_the_shelf(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Supply(library).askables
    newer = tmp_path / "__init__.py"
    newer.touch()
    monkeypatch.setattr(items, "__file__", str(newer))

    assert not Supply(library).is_ready


def test_a_cache_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    stock = Supply(open_library(SMALL, tmp_path / "cache"))

    assert any(stock.items(askable.fact) for askable in stock.askables)


def test_a_damaged_shelf_is_made_anew(tmp_path: Path) -> None:
    library = open_library(SMALL, tmp_path / "cache")
    assert Supply(library).askables
    (shelf,) = (tmp_path / "cache").glob("shelf-*")
    shelf.write_bytes(b"no database at all" * 100)

    assert Supply(library).askables
    assert Supply(library).is_ready
