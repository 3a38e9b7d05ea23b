"""`progress`: the learner's own data, through the real program."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ended, Run
from trotskyism_cli.learning.database import path_in
from trotskyism_cli.learning.log import open_log

PACK = str(Path(__file__).parents[1] / "packs" / "french-revolution")


@pytest.fixture
def program(run: Run, tmp_path: Path) -> Run:
    """The program with a small pack; `data=` names a folder for progress within the test's own."""

    def start(*words: str, given: str = "", data: str = "data") -> Ended:
        return run("--pack", PACK, "--data-dir", str(tmp_path / data), *words, given=given)

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
    assert "3 answers in 1 session since 20" in out


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
    assert program("progress", "export", "-o", str(target), "--force").code == 0
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


def test_a_reset_asks_first_and_keeps_a_backup(program: Run, tmp_path: Path) -> None:
    answer(program, 1)

    for given in ("n\n", ""):
        assert program("progress", "reset", given=given).code != 0
    assert "3 answers" in program("progress").out
    assert list((tmp_path / "data").glob("*before-reset*")) == []

    assert program("progress", "reset", given="y\n").code == 0
    assert "0 answers" in program("progress").out
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
        log.keep_memories(())
        log.rebuild(lambda reviews: {})
        assert log.memories() == {}

    assert "facts" in program("progress", "rebuild").out
    with open_log(tmp_path / "data", "french-revolution") as log:
        assert log.memories() == before != {}


@pytest.mark.parametrize("command", ["", "export", "import", "backup", "reset", "rebuild"])
def test_every_command_shows_two_examples(run: Run, command: str) -> None:
    out = run("progress", *command.split(), "--help").out

    assert out.split("Examples:")[1].count("trotskyism ") >= 2
