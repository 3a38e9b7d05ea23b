"""The learner's file itself: made, recognised, shared, copied, put aside."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reviews_for_tests import a_review
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning import database
from trotskyism_cli.learning.database import open_database, path_in
from trotskyism_cli.learning.log import open_log, set_aside
from trotskyism_cli.learning.migrations import APPLICATION_ID, MIGRATIONS


def test_a_new_file_says_whose_it_is_and_writes_through_to_the_disk(tmp_path: Path) -> None:
    opened = open_database(tmp_path / "deep" / "down" / "file")

    names = ("application_id", "user_version", "journal_mode", "synchronous", "foreign_keys")
    values = [opened.rows(f"PRAGMA {name}")[0][0] for name in names]
    opened.close()
    assert values == [APPLICATION_ID, len(MIGRATIONS), "wal", 2, 1]


def test_ten_programs_that_make_the_file_at_once_share_it(tmp_path: Path) -> None:
    make = (
        "import sys; from pathlib import Path; from tests.reviews_for_tests import a_review;"
        " from trotskyism_cli.learning.log import open_log; sys.stdin.readline();"
        " open_log(Path(sys.argv[1]), 'tiny').append(a_review(int(sys.argv[2])))"
    )
    programs = [
        subprocess.Popen([sys.executable, "-c", make, str(tmp_path), str(number)], stdin=subprocess.PIPE)
        for number in range(10)
    ]
    for program in programs:
        assert program.stdin
        program.stdin.close()  # all begin at about the same time

    assert [program.wait(timeout=60) for program in programs] == [0] * 10
    with open_log(tmp_path, "tiny") as log:
        assert log.count() == 10


def test_a_later_version_of_the_program_leads_the_file_on_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.append(a_review(1))
    later = (*MIGRATIONS, ("ALTER TABLE memories ADD COLUMN note TEXT", "CREATE TABLE notes (text TEXT)"))
    monkeypatch.setattr(database, "MIGRATIONS", later)

    for _ in range(2):
        with open_log(tmp_path, "tiny") as log:
            assert list(log.reviews()) == [a_review(1)]

    monkeypatch.undo()
    with pytest.raises(ProgressError, match="newer version"):
        open_log(tmp_path, "tiny")


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.append(a_review(1))
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE notes (text TEXT)", "CREATE nonsense")))
    with pytest.raises(ProgressError):
        open_log(tmp_path, "tiny")

    monkeypatch.undo()
    with open_log(tmp_path, "tiny") as log:
        assert list(log.reviews()) == [a_review(1)]


def test_a_program_that_writes_for_too_long_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    with open_log(tmp_path, "tiny") as log:
        other = sqlite3.connect(path_in(tmp_path), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProgressError, match="Another program"):
            log.append(a_review(1))
        other.execute("ROLLBACK")
        other.close()

        log.append(a_review(1))
        assert log.count() == 1


def test_a_reader_does_not_keep_anybody_from_writing(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as reading, open_log(tmp_path, "tiny") as writing:
        writing.merge(a_review(number) for number in range(1200))
        read = reading.reviews()
        next(read)
        writing.append(a_review(5000))
        reading.append(a_review(5001))

        assert len(list(read)) == 1199


def test_a_copy_is_whole_and_never_takes_the_place_of_anything(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.append(a_review(1))
        log.backup(tmp_path / "copy.sqlite3")
        with pytest.raises(ProgressError, match="there already"):
            log.backup(tmp_path / "copy.sqlite3")
        with pytest.raises(ProgressError):
            log.backup(tmp_path / "nowhere" / "copy.sqlite3")

    (tmp_path / "back").mkdir()
    (tmp_path / "copy.sqlite3").rename(path_in(tmp_path / "back"))
    with open_log(tmp_path / "back", "tiny") as log:
        assert list(log.every()) == [a_review(1)]


def test_a_file_put_aside_keeps_all_that_belongs_to_it(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.append(a_review(1))
        aside = set_aside(tmp_path, "old")  # while it is open, the answer is still in the write-ahead log

        assert {path.name for path in tmp_path.iterdir()} == {aside.name, f"{aside.name}-wal", f"{aside.name}-shm"}


def test_a_reset_forgets_a_topic_or_everything_of_one_pack(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as tiny, open_log(tmp_path, "other") as other:
        tiny.merge([a_review(1), a_review(2, topic="rest"), a_review(3, topic="rest", facts=("a",))])
        other.append(a_review(4, pack="other"))

        assert tiny.reset("rest") == 2
        assert [review.id for review in tiny.every()] == ["r1"]
        assert list(tiny.reviews_of("a")) == []
        assert tiny.reset() == 1
        assert tiny.memories() == {}
        assert [review.id for review in other.every()] == ["r4"]

    with sqlite3.connect(path_in(tmp_path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("DELETE FROM reviews")  # the permission ended with the reset
