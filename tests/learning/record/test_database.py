"""The learner's file itself: made, recognised, shared, copied, put aside."""

import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.reviews_for_tests import a_review
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.record import database
from trotskyism_cli.learning.record.database import open_database
from trotskyism_cli.learning.record.log import Log, arrivals_in, open_log, set_aside
from trotskyism_cli.learning.record.migrations import APPLICATION_ID, MIGRATIONS


def killed(folder: Path, then: str = "pass") -> Path:
    """The file of a program that kept answers, did something more, and was killed: some of it stands in the log."""
    keep = (
        "import os, sys; from pathlib import Path; from tests.reviews_for_tests import a_review;"
        " from trotskyism_cli.learning.record.log import open_log; log = open_log(Path(sys.argv[1]), 'tiny');"
        f" log.merge(a_review(each) for each in range(100, 140)); {then}; os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", keep, str(folder)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path_in(folder).with_name(path_in(folder).name + "-wal").stat().st_size
    return path_in(folder)


def test_a_new_file_says_whose_it_is_and_writes_through_to_the_disk(tmp_path: Path) -> None:
    opened = open_database(tmp_path / "deep" / "down" / "file")

    names = ("application_id", "user_version", "journal_mode", "synchronous", "foreign_keys")
    values = [opened.rows(f"PRAGMA {name}")[0][0] for name in names]
    opened.close()
    assert values == [APPLICATION_ID, len(MIGRATIONS), "wal", 3, 1]


def test_ten_programs_that_make_the_file_at_once_share_it(tmp_path: Path) -> None:
    make = (
        "import sys; from pathlib import Path; from tests.reviews_for_tests import a_review;"
        " from trotskyism_cli.learning.record.log import open_log; sys.stdin.readline();"
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


@pytest.mark.parametrize("when", [1, 2, 3])
def test_a_file_that_another_program_makes_between_two_looks_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: int
) -> None:
    look, looks = database._pragma, []

    def look_slowly(connection: sqlite3.Connection, name: str) -> int:
        seen = look(connection, name)
        looks.append(name)
        if len(looks) == when:
            with open_log(tmp_path, "tiny") as log:
                log.append(a_review(1))
        return seen

    monkeypatch.setattr(database, "_pragma", look_slowly)

    with open_log(tmp_path, "tiny") as log:
        assert log.count() == 1


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


def test_a_file_of_an_older_version_that_may_not_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_log(tmp_path, "tiny").close()
    before = path_in(tmp_path).read_bytes()
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE notes (text TEXT)",)))
    connect = sqlite3.connect

    def only_to_read(place: object, **options: object) -> sqlite3.Connection:
        return connect(str(place) if options.get("uri") else f"{path_in(tmp_path).as_uri()}?mode=ro", uri=True)

    monkeypatch.setattr(sqlite3, "connect", only_to_read)
    with pytest.raises(ProgressError, match="older version"):
        open_log(tmp_path, "tiny")

    assert path_in(tmp_path).read_bytes() == before


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


def test_a_newer_file_is_left_as_it_is_also_when_a_killed_program_left_its_log_beside(tmp_path: Path) -> None:
    path = killed(tmp_path, "import sqlite3; sqlite3.connect(log.path).execute('PRAGMA user_version = 99')")
    log = path.with_name(path.name + "-wal")
    before = path.read_bytes(), log.read_bytes()

    with pytest.raises(ProgressError, match="newer version"):
        open_log(tmp_path, "tiny")
    with pytest.raises(ProgressError, match="newer version"):
        arrivals_in(path)

    assert (path.read_bytes(), log.read_bytes()) == before


def test_another_file_is_read_with_the_log_beside_it_and_stays_as_it_is(tmp_path: Path) -> None:
    path = killed(tmp_path)
    before = path.read_bytes()

    assert len(arrivals_in(path)) == 40
    assert path.read_bytes() == before


def test_a_copy_is_read_in_all_its_packs_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    with open_log(tmp_path / "data", "tiny") as log:
        log.merge([a_review(1), a_review(2, undoes="r1"), a_review(3, pack="other")])
        log.backup(copy)
    before = copy.read_bytes()

    assert [review.id for review in arrivals_in(copy)] == ["r3", "r1", "r2"]
    assert copy.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"data", "copy.sqlite3"}


USES: dict[str, Callable[[Log], object]] = {
    "reviews": lambda log: list(log.reviews()),
    "every": lambda log: list(log.every()),
    "reviews of a fact": lambda log: list(log.reviews_of("f3")),
    "memories": Log.memories,
    "sessions": Log.sessions,
    "count": Log.count,
    "merge": lambda log: log.merge([a_review(9999, facts=("f3",))], remembered),
    "rebuild": lambda log: log.rebuild(remembered),
    "reset": lambda log: log.reset("theory", remembered),
}


def damages(data: bytes, count: int) -> Iterator[bytes]:
    """The same data with one letter changed, or many, anywhere."""
    chance = random.Random(1917)
    for _ in range(count):
        changed = bytearray(data)
        for _ in range(chance.choice([1, 3, 30, 300])):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        yield bytes(changed)


def test_whatever_is_damaged_is_told_as_damage(tmp_path: Path) -> None:
    with open_log(tmp_path / "sound", "tiny") as log:
        log.merge((a_review(number, facts=(f"f{number % 9}",)) for number in range(90)), remembered)
    told = 0
    for number, data in enumerate(damages(path_in(tmp_path / "sound").read_bytes(), 30)):
        for name, use in USES.items():
            folder = tmp_path / f"{number} {name}"
            folder.mkdir()
            path_in(folder).write_bytes(data)
            try:
                with open_log(folder, "tiny") as log:
                    use(log)
            except ProgressError:
                told += 1

    assert told > 30


@pytest.mark.parametrize(
    ("place", "value", "read"),
    [
        ("reviews.data", "{", USES["every"]),
        ("reviews.data", "[]", USES["every"]),
        ("reviews.data", '{"time": "2026-11-23T08:30:00+00:00"}', USES["every"]),
        ("reviews.data", b"\xff", USES["every"]),
        ("reviews.time", "yesterday", USES["sessions"]),
        ("memories.due", "tomorrow", USES["memories"]),
        ("memories.last", b"\xff", USES["memories"]),
    ],
)
def test_a_value_that_this_program_never_writes_is_damage(
    tmp_path: Path, place: str, value: str | bytes, read: Callable[[Log], object]
) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.append(a_review(1), remembered)
    table, column = place.split(".")
    with sqlite3.connect(path_in(tmp_path)) as connection:
        connection.execute("DROP TRIGGER reviews_are_never_changed")
        connection.execute(f"UPDATE {table} SET {column} = CAST(? AS TEXT)", (value,))
    connection.close()

    with open_log(tmp_path, "tiny") as log, pytest.raises(ProgressError) as caught:
        read(log)
    assert caught.value.damaged
