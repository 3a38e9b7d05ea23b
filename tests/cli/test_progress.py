"""`progress`: the learner's own data, through the real program."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Ended, Run
from tests.reviews_for_tests import a_review, replay
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.record.log import open_log

PACK = str(Path(__file__).parents[1] / "packs" / "french-revolution")


@pytest.fixture
def program(run: Run, tmp_path: Path) -> Run:
    """The program with a small pack; `data=` names a folder for progress within the test's own."""

    def start(*words: str, given: str = "", data: str = "data", **changed: str) -> Ended:
        return run("--pack", PACK, "--data-dir", str(tmp_path / data), *words, given=given, **changed)

    return start


def answer(program: Run, seed: int, data: str = "data") -> None:
    assert program("quiz", "-n", "3", "--seed", str(seed), given="1\n2\n?\n", data=data).code == 0


def test_alone_it_says_where_how_many_and_since_when(program: Run, tmp_path: Path) -> None:
    path = path_in(tmp_path / "data")
    before = program("progress")
    assert "Nothing is kept yet" in before.out
    assert not path.exists()

    answer(program, 1)
    out = program("progress").out
    assert str(path) in out
    assert "3 answers in 1 session since " in out


def test_every_answer_is_kept_with_all_that_was_asked(program: Run) -> None:
    words = ("questions", "-n", "3", "--seed", "1", "--response", "choice", "--json")
    bank = [json.loads(line) for line in program(*words).out.splitlines()]
    answer(program, 1)
    kept = [json.loads(line) for line in program("progress", "export").out.splitlines()]

    assert [review["item"] for review in kept] == [item["id"] for item in bank]
    assert [review["stem"] for review in kept] == [item["stem"] for item in bank]
    assert [review["options"] for review in kept] == [item["options"] for item in bank]
    assert [review["chosen"] for review in kept] == [[0], [1], []]
    assert [review["credit"] for review in kept] == [
        float(item["answer_index"] == place) for item, place in zip(bank, (0, 1, None), strict=True)
    ]
    assert len({review["id"] for review in kept}) == 3
    assert len({review["session"] for review in kept}) == 1
    assert {review["seconds"] for review in kept} == {None}  # nobody sat there
    assert {review["pack"] for review in kept} == {"french-revolution"}


def test_two_machines_come_to_the_same(program: Run, tmp_path: Path) -> None:
    answer(program, 1, data="desk")
    answer(program, 2, data="lap")
    for data in ("desk", "lap"):
        assert program("progress", "export", "-o", str(tmp_path / data) + ".jsonl", data=data).code == 0

    assert "3 new answers" in program("progress", "import", str(tmp_path / "desk.jsonl"), data="lap").out
    assert "0 new answers" in program("progress", "import", str(tmp_path / "desk.jsonl"), data="lap").out
    given = (tmp_path / "lap.jsonl").read_text()
    assert "3 new answers" in program("progress", "import", "-", data="desk", given=given).out

    exported = [program("progress", "export", data=data).out for data in ("desk", "lap")]
    assert exported[0] == exported[1]
    assert len(exported[0].splitlines()) == 6


def test_an_import_with_a_bad_line_names_it_and_imports_nothing(program: Run, tmp_path: Path) -> None:
    answer(program, 1, data="desk")
    lines = program("progress", "export", data="desk").out.splitlines()
    (tmp_path / "bad.jsonl").write_text("\n".join([lines[0], "nonsense", lines[1]]))

    ended = program("progress", "import", str(tmp_path / "bad.jsonl"))

    assert ended.code == 1
    assert ended.err.startswith("line 2 is no review")
    assert program("progress", "export").out == ""


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_imported_is_told(program: Run, tmp_path: Path, name: str) -> None:
    ended = program("progress", "import", str(tmp_path / name))

    assert ended.code == 1
    assert "cannot be read" in ended.err


def test_an_export_never_writes_over_a_file_unasked_nor_over_the_progress(program: Run, tmp_path: Path) -> None:
    answer(program, 1)
    target, own = tmp_path / "notes.txt", path_in(tmp_path / "data")
    target.write_text("mine")

    assert program("progress", "export", "-o", str(target)).code == 2
    assert target.read_text() == "mine"
    assert program("progress", "export", "-o", str(target), "--force").err == f"Written: {target}\n"
    assert len(target.read_text().splitlines()) == 3
    assert program("progress", "export", "-o", str(own), "--force").code == 2
    assert "3 answers" in program("progress").out


def test_a_backup_put_in_the_place_of_the_file_brings_everything_back(program: Run, tmp_path: Path) -> None:
    answer(program, 1)
    copy = tmp_path / "copy.sqlite3"
    assert program("progress", "backup", str(copy)).code == 0
    again = program("progress", "backup", str(copy))
    assert again.code == 1
    assert "is there already" in again.err

    (tmp_path / "back").mkdir()
    copy.rename(path_in(tmp_path / "back"))
    assert program("progress", "export", data="back").out == program("progress", "export").out
    assert program("progress", "backup").code == 0
    assert len(list((tmp_path / "data").glob("progress-backup-*.sqlite3"))) == 1


def test_a_backup_is_put_back_by_importing_it_also_after_a_loss(program: Run, tmp_path: Path) -> None:
    answer(program, 1)
    copy, path = tmp_path / "copy.sqlite3", path_in(tmp_path / "data")
    assert program("progress", "backup", str(copy)).code == 0
    exported, before = program("progress", "export").out, copy.read_bytes()

    assert "0 new answers" in program("progress", "import", str(copy)).out
    path.write_bytes(b"nonsense" * 500)
    told = program("progress", "export")
    assert told.code == 1
    assert "progress reset" in told.err
    assert "progress import" in told.err
    assert program("progress", "reset", "--yes").code == 0
    assert "3 new answers" in program("progress", "import", str(copy)).out
    assert program("progress", "export").out == exported
    with open_log(tmp_path / "data", "french-revolution") as log:
        assert log.memories() == replay(log.reviews())
    assert copy.read_bytes() == before


@pytest.mark.parametrize(("what", "said"), [("theirs", "another program"), ("damaged", "damaged"), ("newer", "newer")])
def test_a_database_that_cannot_be_imported_is_told(program: Run, tmp_path: Path, what: str, said: str) -> None:
    file = tmp_path / "given.sqlite3"
    answer(program, 1)
    if what != "theirs":
        assert program("progress", "backup", str(file)).code == 0
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99" if what == "newer" else "CREATE TABLE recipes (bread TEXT)")
    connection.close()
    if what == "damaged":
        file.write_bytes(file.read_bytes()[:9000])
    before = file.read_bytes()

    ended = program("progress", "import", str(file))

    assert ended.code == 1
    assert said in ended.err
    assert len(ended.err.splitlines()) == 1
    assert str(file) in ended.err
    assert file.read_bytes() == before
    assert "3 answers" in program("progress").out


def test_an_import_that_waits_for_its_pipe_keeps_nobody_from_answering(
    program: Run, tmp_path: Path, environment: dict[str, str]
) -> None:
    answer(program, 1, data="desk")
    words = ["--pack", PACK, "--data-dir", str(tmp_path / "data"), "progress", "import", "-"]
    lines = program("progress", "export", data="desk").out.encode()
    importing = subprocess.Popen(
        [sys.executable, "-m", "trotskyism_cli", *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
    assert importing.stdin
    importing.stdin.write(lines)
    importing.stdin.flush()
    asked = program("quiz", "-n", "1", "--seed", "2", given="1\n")
    out, _ = importing.communicate(timeout=60)

    assert asked.err == ""
    assert b"3 new answers" in out
    assert "4 answers in 2 sessions" in program("progress").out


def test_a_reset_asks_first_and_keeps_a_backup(program: Run, tmp_path: Path) -> None:
    answer(program, 1)

    for given in ("n\n", ""):
        assert program("progress", "reset", given=given).code != 0
    assert "3 answers" in program("progress").out
    assert list((tmp_path / "data").glob("*before-reset*")) == []

    assert program("progress", "reset", given="y\n").code == 0
    assert "Nothing is kept yet" in program("progress").out
    [kept] = (tmp_path / "data").glob("progress-before-reset-*.sqlite3")
    (tmp_path / "back").mkdir()
    kept.rename(path_in(tmp_path / "back"))
    assert "3 answers" in program("progress", data="back").out
    assert program("progress", "reset", "--yes").code == 1  # nothing left to forget


def test_a_reset_of_a_chapter_leaves_the_others(program: Run) -> None:
    answer(program, 1)
    answer(program, 2)
    topics = [json.loads(line)["topic"] for line in program("progress", "export").out.splitlines()]
    gone = topics[0]

    assert program("progress", "reset", gone, "--yes").code == 0
    left = [json.loads(line)["topic"] for line in program("progress", "export").out.splitlines()]
    assert left == [topic for topic in topics if topic != gone]
    assert program("progress", "reset", "sourdough", "--yes").code == 1


def test_what_is_known_can_be_computed_anew_and_is_then_the_same(program: Run, tmp_path: Path) -> None:
    answer(program, 1)
    answer(program, 2)
    with open_log(tmp_path / "data", "french-revolution") as log:
        before = log.memories()
        log.rebuild(lambda fact, signs: None)
        assert log.memories() == {}

    assert "facts" in program("progress", "rebuild").out
    with open_log(tmp_path / "data", "french-revolution") as log:
        assert log.memories() == before != {}


@pytest.mark.parametrize("command", ["", "export", "import", "backup", "reset", "rebuild"])
def test_every_command_shows_two_examples(run: Run, command: str) -> None:
    out = run("progress", *command.split(), "--help").out

    assert out.split("Examples:")[1].count("trotskyism ") >= 2


def test_what_is_computed_anew_is_due_as_it_was(program: Run, tmp_path: Path) -> None:
    with open_log(tmp_path / "data", "french-revolution") as log:
        for number in range(3):
            fact = ("danton.born",) if number else ("marat.born",)
            log.append(a_review(number, facts=fact, pack="french-revolution"), remembered)

    def due_days() -> dict[str, object]:
        assert program("stats").code == 0
        with open_log(tmp_path / "data", "french-revolution") as log:
            return {fact: memory.due for fact, memory in log.own_memories().items()}

    usual = due_days()
    assert program("progress", "rebuild").code == 0
    assert due_days() == usual


def test_what_is_for_a_class_is_not_taken_in_and_told_what_it_is(program: Run, tmp_path: Path) -> None:
    answer(program, 1)
    file = tmp_path / "fox.json"
    assert program("progress", "export", "--class", "fox", "-o", str(file)).code == 0
    file.write_text(json.dumps(json.loads(file.read_text()), indent=2))  # as the page of a class test writes it
    ended = program("progress", "import", str(file))

    assert ended.code == 1
    assert len(ended.err.splitlines()) == 1
    assert f"{file} is what a learner hands in to a class" in ended.err
    assert ended.err.rstrip().endswith(f"class report {file}")
