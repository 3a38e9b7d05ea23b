"""Look-ups that are answered again from what is kept: the same to the letter, and never for another book."""

import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Run
from tests.cli.terminal_for_tests import Terminal
from tests.reviews_for_tests import a_review
from trotskyism_cli.cli.prebuilt_answers import prebuilt_answers
from trotskyism_cli.learning.looked_up import NAME
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.learning.record.log import open_log
from trotskyism_cli.library.library import open_library

pytestmark = pytest.mark.long

LINES = (
    "show marat",
    "show marat --json",
    "show marat --sources",
    "show maratt",
    "marat",
    "search who was marat",
    "search revolution --json",
    "list",
    "list people",
    "list events --by name",
    "quote",
    "quote --by marat",
    "timeline 1789-1793",
    "timeline --all",
    "summary",
    "summary 1",
    "compare marat danton",
    "tree marat",
    "links marat",
    "on 1793",
    "on 14 july",
    "show nobody at all",
    "list nothing",
)


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """A pack and a cache of one's own."""
    return pack_and_cache_in(tmp_path)


@pytest.fixture(scope="module")
def settings_of_lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A pack and a cache for lines that are asked in one test each."""
    return pack_and_cache_in(tmp_path_factory.mktemp("lines"))


def pack_and_cache_in(folder: Path) -> dict[str, str]:
    shutil.copytree(SMALL, folder / "pack")
    return {"TROTSKYISM_PACK": str(folder / "pack"), "TROTSKYISM_CACHE": str(folder / "cache")}


def kept(tmp_path: Path) -> list[str]:
    """The words of the answers that are kept."""
    found = next((tmp_path / "cache").glob("answers-*.sqlite"), None)
    if found is None:
        return []
    asked = sqlite3.connect(found).execute("SELECT asked FROM questions").fetchall()
    return [" ".join(filter(None, each.split("\0"))) for (each,) in asked]


@pytest.mark.parametrize("line", LINES)
def test_the_second_answer_is_the_first(run: Run, settings_of_lines: dict[str, str], line: str) -> None:
    elsewhere = {**settings_of_lines, "TROTSKYISM_CACHE": f"{settings_of_lines['TROTSKYISM_CACHE']}-other"}
    first = run(*line.split(), **settings_of_lines)

    assert run(*line.split(), **settings_of_lines) == first
    assert run(*line.split(), **elsewhere) == first


@pytest.mark.parametrize("named", ["", "pack.yaml"])
def test_an_edited_book_is_read_anew(run: Run, settings: dict[str, str], tmp_path: Path, named: str) -> None:
    settings["TROTSKYISM_PACK"] = str(tmp_path / "pack" / named)
    before = run("show", "marat", **settings).out
    assert kept(tmp_path) == ["show marat"]
    (file,) = (each for each in (tmp_path / "pack").rglob("*.yaml") if "id: marat\n" in each.read_text())
    file.write_text(file.read_text().replace("Marat", "Murat"))

    assert run("show", "marat", **settings).out == before.replace("Marat", "Murat")


LOOKED_THROUGH = """
import sys
folder, *sys.argv[1:] = sys.argv[1:]
told = lambda event, values: event == "os.scandir" and values[0] == folder and print("through", file=sys.stderr)
sys.addaudithook(told)
from trotskyism_cli.__main__ import main
main()
"""


def test_the_files_of_a_pack_are_looked_through_once(
    run: Run, environment: dict[str, str], settings: dict[str, str], tmp_path: Path
) -> None:
    run("show", "marat", **settings)  # so that it is compiled
    for words in (["show", "danton"], ["--pack", settings["TROTSKYISM_PACK"], "show", "danton"]):
        line = [sys.executable, "-c", LOOKED_THROUGH, str(tmp_path / "pack"), *words]
        done = subprocess.run(line, env=environment | settings, capture_output=True, text=True, check=True)
        assert (done.stdout[:14], done.stderr) == ("Georges Danton", "through\n")


def test_chance_and_errors_are_not_kept(run: Run, settings: dict[str, str], tmp_path: Path) -> None:
    run("quote", "--random", **settings)
    run("show", "xqzvw", **settings)
    run("quiz", "-n", "1", **settings)

    assert kept(tmp_path) == []


def test_a_look_up_answered_again_is_noted_too(run: Run, settings: dict[str, str], tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    path_in(data).touch()
    for _ in range(2):
        run("show", "marat", **settings, TROTSKYISM_DATA=str(data))

    assert [line.split()[1:] for line in (data / NAME).read_text().splitlines()] == [["french-revolution", "marat"]] * 2


def test_a_damaged_file_of_answers_is_replaced(run: Run, settings: dict[str, str], tmp_path: Path) -> None:
    first = run("show", "marat", **settings)
    (file,) = (tmp_path / "cache").glob("answers-*.sqlite")
    file.write_bytes(b"no database" * 500)

    assert run("show", "marat", **settings) == first
    assert run("show", "marat", **settings) == first
    run("show", "danton", **settings)
    assert "show danton" in kept(tmp_path)


def test_without_a_cache_everything_is_answered(run: Run, settings: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    nowhere = {**settings, "TROTSKYISM_CACHE": str(tmp_path / "file" / "cache")}

    assert run("show", "marat", **nowhere) == run("show", "marat", **settings)


def test_what_is_answered_beforehand_is_what_the_program_prints(
    run: Run, shared_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TROTSKYISM_PACK", SMALL)
    monkeypatch.setenv("TROTSKYISM_CACHE", str(shared_cache))
    found = [(list(lines), answer) for lines, answer in prebuilt_answers(open_library(Path(SMALL), shared_cache))]
    lines = [line for lines, _ in found for line in lines]

    assert ("show", "jean-paul", "marat") in lines
    assert ("Maximilien", "Robespierre") in lines
    assert len(lines) == len(set(lines))
    for asked, answer in found[1::7]:  # the first are the names to complete
        for line in asked[:3]:
            ended = run(*line, TROTSKYISM_PACK=SMALL)
            assert (ended.out, ended.err) == (answer.text, answer.told)


@pytest.mark.parametrize("line", ["show marat", "list", "timeline", "on 1793", "summary 1", "list people"])
def test_on_a_terminal_too(environment: dict[str, str], settings: dict[str, str], tmp_path: Path, line: str) -> None:
    def drawn(columns: int) -> str:
        shown = Terminal(line.split(), {**environment, **settings, "PAGER": "no such pager"}, columns, 200).end()
        return shown.replace("Preparing the library, once …", "").strip()

    wide, narrow = drawn(80), drawn(40)

    assert len(kept(tmp_path)) == 2
    assert (drawn(80), drawn(40)) == (wide, narrow)


@pytest.mark.parametrize("line", ["timeline", "links marat danton"])
def test_a_screen_of_another_height_is_filled_anew(
    environment: dict[str, str], settings: dict[str, str], tmp_path: Path, line: str
) -> None:
    for lines in (60, 30, 60):
        Terminal(line.split(), {**environment, **settings, "PAGER": "no such pager"}, 80, lines).end()

    assert len(kept(tmp_path)) == 2


def test_a_long_answer_is_paged_again(environment: dict[str, str], settings: dict[str, str], tmp_path: Path) -> None:
    for _ in range(2):
        terminal = Terminal(["timeline", "--all"], {**environment, **settings}, 80, 8)
        terminal.wait_for("q quits")
        terminal.press("q")
        terminal.end()

    assert len(kept(tmp_path)) == 1


def test_a_terminal_that_is_closed_on_an_open_page_leaves_nothing_for_a_pipe(
    environment: dict[str, str], run: Run, settings: dict[str, str], tmp_path: Path
) -> None:
    deaf = ("sh", "-c", f'trap "" HUP; exec "{sys.executable}" -m trotskyism_cli "$@"', "sh")  # lives longer than it
    terminal = Terminal(["timeline", "--all"], {**environment, **settings}, 80, 8, deaf)
    terminal.wait_for("q quits")
    terminal.process.ptyproc.fileobj.close()
    terminal.process.ptyproc.wait()

    assert kept(tmp_path) == []
    assert "\x1b" not in run("timeline", "--all", **settings).out


def test_what_is_kept_for_a_pipe_is_never_paged(run: Run, settings: dict[str, str], tmp_path: Path) -> None:
    first = run("timeline", "--all", **settings)
    (file,) = (tmp_path / "cache").glob("answers-*.sqlite")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE answers SET title = 'A page', text = text || text")

    assert run("timeline", "--all", **settings).out == first.out * 2


def test_a_learner_is_told_anew_what_is_known(
    environment: dict[str, str], settings: dict[str, str], tmp_path: Path
) -> None:
    folder, now = tmp_path / "data", datetime.now(UTC)
    surroundings = {**environment, **settings, "TROTSKYISM_DATA": str(folder)}
    before = Terminal(["show", "danton"], surroundings, 80).end()
    with open_log(folder, "french-revolution") as log:
        for number, days in enumerate((90, 80, 50, 1)):  # so often was it right that it is firm
            log.keep(a_review(number, pack="french-revolution", facts=("danton.born",), time=now - timedelta(days)), {})

    assert "You know" not in before
    assert "You know 1 of " in Terminal(["show", "danton"], surroundings, 80).end()


def test_a_file_of_answers_of_another_shape_is_replaced(run: Run, settings: dict[str, str], tmp_path: Path) -> None:
    run("show", "marat", **settings)
    (file,) = (tmp_path / "cache").glob("answers-*.sqlite")
    with sqlite3.connect(file) as connection:
        connection.executescript("DROP TABLE answers; CREATE TABLE answers (number INTEGER, marks TEXT)")
    for _ in range(2):
        run("show", "danton", **settings)

    assert kept(tmp_path) == ["show danton"]
