"""Keeping answers while the file is not always to be had: said once, and tried again."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.reviews_for_tests import a_review, replay
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.learning.recall.reading import taken_in
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.record import database
from trotskyism_cli.learning.record.database import Database
from trotskyism_cli.learning.record.keeper import Keeper
from trotskyism_cli.learning.record.log import Log, open_log
from trotskyism_cli.learning.review import Review

Keep = Callable[[Keeper, Review], None]


def as_a_quiz(keeper: Keeper, review: Review) -> None:
    keeper.keep(review)


def as_study(keeper: Keeper, review: Review) -> None:
    keeper.keep(review, taken_in(keeper.memories_of(review.facts), review))


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Log]:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    with open_log(tmp_path, "tiny") as log:
        yield log


@pytest.mark.parametrize("keep", [as_a_quiz, as_study])
def test_answers_that_could_not_be_kept_are_kept_with_the_next_and_that_is_said_once(
    log: Log, tmp_path: Path, keep: Keep
) -> None:
    told: list[str] = []
    keeper = Keeper(log, remembered, told.append)
    with closing(sqlite3.connect(path_in(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        keep(keeper, a_review(1))
        keep(keeper, a_review(2))
        other.execute("ROLLBACK")
        keep(keeper, a_review(3))
        other.execute("BEGIN IMMEDIATE")
        keep(keeper, a_review(4))
        other.execute("ROLLBACK")
    keeper.close()

    assert [review.id for review in log.reviews()] == ["r1", "r2", "r3", "r4"]
    assert log.memories() == replay(log.reviews())
    assert len(told) == 1
    assert "cannot be kept at the moment" in told[0]


def test_what_waits_to_be_kept_is_known_to_the_sitting(log: Log, tmp_path: Path) -> None:
    keeper = Keeper(log, remembered, lambda _: None)
    with closing(sqlite3.connect(path_in(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        as_study(keeper, a_review(1))

        assert keeper.memories_of(a_review(1).facts) == replay([a_review(1)])
        assert not log.memories()


@pytest.mark.parametrize("keep", [as_a_quiz, as_study])
def test_an_answer_that_could_not_be_kept_can_be_taken_back(log: Log, tmp_path: Path, keep: Keep) -> None:
    keeper = Keeper(log, remembered, lambda _: None)
    with closing(sqlite3.connect(path_in(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        keep(keeper, a_review(1))
        other.execute("ROLLBACK")
    keeper.append(a_review(2, undoes="r1"))

    assert not list(log.reviews())
    assert not keeper.memories_of(a_review(1).facts)


@pytest.mark.parametrize("keep", [as_a_quiz, as_study])
def test_while_the_file_stays_locked_nobody_waits_again_and_at_the_end_it_is_told_how_much_is_lost(
    log: Log, tmp_path: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    waits: list[bool] = []
    monkeypatch.setattr(Database, "wait", lambda _, *, patiently: waits.append(patiently))
    keeper = Keeper(log, remembered, told.append)
    with closing(sqlite3.connect(path_in(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for number in range(3):
            keep(keeper, a_review(number))
        keeper.close()
        other.execute("ROLLBACK")

    assert set(waits[:-2]) == {False}
    assert waits[-2]  # once more, at the end
    assert told[1:] == ["3 answers could not be kept."]


def test_who_could_keep_all_again_is_told_of_no_loss(log: Log, tmp_path: Path) -> None:
    told: list[str] = []
    keeper = Keeper(log, remembered, told.append)
    with closing(sqlite3.connect(path_in(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        as_study(keeper, a_review(1))
        other.execute("ROLLBACK")
    keeper.close()

    assert len(told) == 1
