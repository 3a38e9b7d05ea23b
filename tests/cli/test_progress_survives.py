"""What was answered is never lost: the real program, killed, crowded, damaged, out of room, and left in mid-sentence.

TROTSKYISM_KILLS sets how many times it is killed (200 in the full check).
"""

import json
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import Run, heed_ctrl_c
from tests.cli.terminal_for_tests import Terminal
from tests.conftest import CONTENT
from tests.reviews_for_tests import a_review, replay
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.learning.record.log import open_log

pytestmark = pytest.mark.long

PACK = str(Path(__file__).parents[1] / "packs" / "french-revolution")
PACK_ID = "french-revolution"
KILLS = int(os.environ.get("TROTSKYISM_KILLS", "10"))
SESSION_SECONDS = 1.0  # about the time that a session of QUESTIONS takes, start included
QUESTIONS = 40

Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def settings(environment: dict[str, str], folder: Path) -> dict[str, str]:
    return {**environment, "TROTSKYISM_DATA": str(folder), "TROTSKYISM_PACK": PACK}


@pytest.fixture
def start(settings: dict[str, str], tmp_path: Path) -> Iterator[Start]:
    """Starts a quiz that finds all its answers in its input."""
    answers = tmp_path / "answers"
    answers.write_text("1\n" * 1000)
    started: list[subprocess.Popen[bytes]] = []

    def begin(number: int, seed: int = 1, pack: str = PACK) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-m", "trotskyism_cli", "--pack", pack, "quiz", "-n", str(number), "--seed", str(seed)]
        with answers.open() as given:
            process = subprocess.Popen(words, env=settings, stdin=given, stdout=subprocess.PIPE, bufsize=0)
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def kept(folder: Path) -> int:
    """How many answers the log has."""
    with open_log(folder, PACK_ID) as log:
        return log.count()


def acknowledged(out: bytes) -> int:
    """How many answers somebody saw the worth of."""
    return len(re.findall(rb"^(?:Right[.,:]|Right in part: |Wrong\. )", out, re.MULTILINE))


def is_sound(folder: Path) -> bool:
    with sqlite3.connect(path_in(folder)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return sound and connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_killed_at_any_moment_it_loses_no_answer_that_was_acknowledged(start: Start, folder: Path) -> None:
    chance = random.Random(20)
    before = 0
    for kill in range(KILLS):
        process = start(QUESTIONS, seed=kill)
        assert process.stdout
        read = b""
        if chance.random() < 0.25:  # any moment, also while the file is made or the program starts
            time.sleep(chance.uniform(0, SESSION_SECONDS))
        else:  # a moment near an answer
            wanted = chance.randrange(QUESTIONS)
            while acknowledged(read) < wanted and (more := process.stdout.read(65536)):
                read += more
            time.sleep(chance.uniform(0, 0.005))
        process.kill()
        seen = acknowledged(read + process.stdout.read())

        assert is_sound(folder)
        now = kept(folder)
        assert seen <= now - before <= seen + 1
        before = now
    assert before > KILLS


def test_two_sessions_at_once_lose_nothing(start: Start, folder: Path) -> None:
    started = [start(250, seed=seed, pack=str(CONTENT)) for seed in (1, 2)]
    out = [process.communicate(timeout=240)[0] for process in started]

    assert sum(map(acknowledged, out)) == 500
    with open_log(folder, "trotskyism") as log:
        assert [session.answers for session in log.sessions()] == [250, 250]
        assert log.memories() == replay(log.reviews())
    assert is_sound(folder)


def quiz(run: Run, folder: Path, **changed: str | None) -> tuple[str, str]:
    """A quiz of two questions: what it printed, and what it warned of."""
    ended = run(
        "--pack", PACK, "quiz", "-n", "2", "--seed", "1", given="1\n1\n", TROTSKYISM_DATA=str(folder), **changed
    )
    assert ended.code == 0
    assert "Score: " in ended.out
    return ended.out, ended.err


def damage(path: Path, how: str) -> None:
    data = path.read_bytes()
    if how == "no database":
        path.write_bytes(b"nonsense" * 500)
    elif how == "cut short":
        path.write_bytes(data[: len(data) // 2])
    else:
        page = 4096
        path.write_bytes(data[:page] + bytes(len(data) - page))


@pytest.mark.parametrize("how", ["no database", "cut short", "pages of zeros"])
def test_a_damaged_file_is_left_alone_until_somebody_says_so(run: Run, folder: Path, how: str) -> None:
    quiz(run, folder)
    path = path_in(folder)
    damage(path, how)
    damaged = path.read_bytes()

    _, warning = quiz(run, folder)
    assert warning.count(str(path)) == 1
    assert "progress reset" in warning
    assert path.read_bytes() == damaged
    assert run("--pack", PACK, "progress", TROTSKYISM_DATA=str(folder)).code == 1

    assert run("--pack", PACK, "progress", "reset", "--yes", TROTSKYISM_DATA=str(folder)).code == 0
    assert [file.read_bytes() for file in folder.glob("*damaged-*")] == [damaged]
    assert quiz(run, folder)[1] == ""
    assert kept(folder) == 2


def test_a_file_from_a_newer_version_is_never_touched(run: Run, folder: Path) -> None:
    quiz(run, folder)
    path = path_in(folder)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    newer = path.read_bytes()

    assert "newer version" in quiz(run, folder)[1]
    for words in (("reset", "--yes"), ("rebuild",)):
        ended = run("--pack", PACK, "progress", *words, TROTSKYISM_DATA=str(folder))
        assert ended.code == 1
        assert "newer version" in ended.err
    assert path.read_bytes() == newer
    assert [file.name for file in folder.iterdir()] == [path.name]


def test_a_file_of_another_program_is_never_touched(run: Run, folder: Path) -> None:
    folder.mkdir()
    path = path_in(folder)
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (bread TEXT)")
    connection.close()
    theirs = path.read_bytes()

    assert "another program" in quiz(run, folder)[1]
    assert run("--pack", PACK, "progress", "reset", "--yes", TROTSKYISM_DATA=str(folder)).code == 1
    assert path.read_bytes() == theirs


def test_without_room_the_quiz_goes_on_with_one_warning(settings: dict[str, str], folder: Path, run: Run) -> None:
    quiz(run, folder)
    largest = path_in(folder).stat().st_size + 20_000  # bytes that any file may have: room for an answer or two

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    done = subprocess.run(
        [sys.executable, "-m", "trotskyism_cli", "quiz", "-n", "60", "--seed", "3"],
        input="1\n" * 60,
        capture_output=True,
        text=True,
        env=settings,
        preexec_fn=little_room,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0
    assert "Score: " in done.stdout
    assert done.stderr.count(str(path_in(folder))) == 1
    assert "Traceback" not in done.stderr
    assert "room" in done.stderr
    assert 2 <= kept(folder) < 62
    assert is_sound(folder)
    assert quiz(run, folder)[1] == ""


def test_a_folder_that_cannot_be_a_folder_is_told_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, where a folder should be")

    _, warning = quiz(run, tmp_path / "file" / "data")

    assert warning.count("--data-dir") == 1
    assert len(warning.splitlines()) == 2


def without_privileges(settings: dict[str, str], *words: str, given: str = "") -> "subprocess.CompletedProcess[str]":
    """The program as one who may write only where the permissions say so: of root, who may always, that is taken."""
    taken = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if taken and not shutil.which(taken[0]):
        pytest.skip("root writes everywhere, and this machine has no setpriv")
    program = [*taken, sys.executable, "-m", "trotskyism_cli", *words]
    done = subprocess.run(program, input=given, capture_output=True, text=True, env=settings, timeout=60, check=False)
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("answered", [False, True])
def test_in_a_folder_that_may_not_be_written_the_quiz_goes_on_with_one_warning(
    settings: dict[str, str], run: Run, folder: Path, *, answered: bool
) -> None:
    folder.mkdir()
    if answered:
        quiz(run, folder)
        path_in(folder).chmod(0o400)
    folder.chmod(0o500)

    done = without_privileges(settings, "quiz", "-n", "2", "--seed", "1", given="1\n1\n")

    assert done.returncode == 0
    assert "Score: " in done.stdout
    assert done.stderr.count("--data-dir") == 1


def test_in_a_folder_that_may_not_be_written_everything_can_still_be_read_and_carried_away(
    settings: dict[str, str], run: Run, folder: Path, tmp_path: Path
) -> None:
    quiz(run, folder)
    exported = run("--pack", PACK, "progress", "export", TROTSKYISM_DATA=str(folder)).out
    path_in(folder).chmod(0o400)
    folder.chmod(0o500)
    before = path_in(folder).read_bytes()

    assert "2 answers" in without_privileges(settings, "progress").stdout
    assert without_privileges(settings, "progress", "export").stdout == exported
    assert without_privileges(settings, "progress", "backup", str(tmp_path / "copy")).returncode == 0
    for words in (["history"], ["stats"], ["show", "danton"]):
        assert without_privileges(settings, *words).returncode == 0
    another = json.dumps({**json.loads(exported.splitlines()[0]), "id": "another"})
    for words in (["reset", "--yes"], ["rebuild"], ["import", "-"]):
        refused = without_privileges(settings, "progress", *words, given=another)
        assert refused.returncode == 1
        assert len(refused.stderr.splitlines()) == 1
    assert path_in(folder).read_bytes() == before
    assert [file.name for file in folder.iterdir()] == [path_in(folder).name]


def test_a_file_system_that_may_not_be_written_is_told_once(run: Run) -> None:
    """/proc refuses new files to everybody, root included."""
    if not Path("/proc/self").exists():
        pytest.skip("this machine has no /proc")

    assert quiz(run, Path("/proc/progress"))[1].count("--data-dir") == 1


def test_nobody_needs_a_home(run: Run) -> None:
    ended = run("--pack", PACK, "quiz", "-n", "1", given="1\n", HOME="relative", XDG_DATA_HOME=None)

    assert ended.code == 0
    assert "Score: " in ended.out


def test_a_clock_that_was_set_back_loses_nothing(run: Run, folder: Path) -> None:
    with open_log(folder, PACK_ID) as log:
        log.append(a_review(1, pack=PACK_ID, time=a_review().time.replace(year=2126)))

    assert quiz(run, folder)[1] == ""
    with open_log(folder, PACK_ID) as log:
        times = [review.time for review in log.reviews()]
    assert len(times) == 3
    assert times == sorted(times)
    assert run("--pack", PACK, "progress", "rebuild", TROTSKYISM_DATA=str(folder)).code == 0


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "keys"])
@pytest.mark.parametrize("how", ["Ctrl-C", "Ctrl-D", "SIGTERM", "SIGKILL", "closed terminal"])
def test_an_end_in_the_middle_of_a_prompt_keeps_what_was_answered(
    settings: dict[str, str], folder: Path, how: str, *, plain: bool
) -> None:
    words = ["quiz", "-n", "3", "--seed", "1", *(["--plain"] if plain else [])]
    process = Terminal(words, settings, columns=80).process
    if plain:
        process.expect_exact("1/3")
        process.send("1\n")
        process.expect_exact("2/3")
    else:
        process.expect_exact("q stop")
        process.send("1")
        process.expect_exact("r read the entry")
        process.send(" ")
        process.expect_exact("2/3")
    time.sleep(0.2)  # until the prompt waits
    said = ""
    if how == "closed terminal":
        process.close(force=False)
    else:
        ends = {
            "Ctrl-C": lambda: process.send("\x03"),
            "Ctrl-D": lambda: process.send("\x04"),
            "SIGTERM": lambda: process.kill(signal.SIGTERM),
            "SIGKILL": lambda: process.kill(signal.SIGKILL),
        }
        ends[how]()
        process.expect(pexpect.EOF)
        said = str(process.before)
        process.close()

    assert "Traceback" not in said
    if how in ("Ctrl-C", "Ctrl-D"):
        assert "Score: " in said
        assert process.exitstatus == (130 if how == "Ctrl-C" else 0)
    assert kept(folder) == 1
    assert is_sound(folder)


def test_a_signal_to_end_gives_the_terminal_back_as_it_was(settings: dict[str, str]) -> None:
    words = f"{sys.executable} -m trotskyism_cli quiz -n 3 --seed 1; stty -a; echo ended"
    process = pexpect.spawn(
        "bash",
        ["-c", f"stty echo; {words}"],
        env={**settings, "TERM": "xterm-256color"},
        dimensions=(40, 80),
        encoding="utf-8",
        timeout=30,
        preexec_fn=heed_ctrl_c,
    )
    process.expect_exact("q stop")
    child = subprocess.run(
        ["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=True, env=settings
    ).stdout
    time.sleep(0.2)
    os.kill(int(child), signal.SIGTERM)
    process.expect_exact("ended")

    assert " echo " in str(process.before)
    assert " icanon" in str(process.before)
