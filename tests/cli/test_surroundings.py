"""Whatever surrounds the program: no home, no colour, a narrow terminal, a closed pipe, a changing or a broken pack."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Run
from tests.conftest import MakePack

pytestmark = pytest.mark.long

PROGRAM = [sys.executable, "-m", "trotskyism_cli"]


@pytest.mark.parametrize(
    "changed",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"TERM": "dumb"},
        {"COLUMNS": "20"},
        {"COLUMNS": "20", "FORCE_COLOR": "1"},
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"HOME": None, "TROTSKYISM_CACHE": None},
        {"HOME": "/dev/null/home", "TROTSKYISM_CACHE": "/dev/null/cache"},
        {"TROTSKYISM_CACHE": "/dev/null"},
        {"ACCESSIBLE": "1", "FORCE_COLOR": "1"},
    ],
    ids=lambda changed: " ".join(f"{name}={value}" for name, value in changed.items()),
)
def test_look_ups_and_quizzes_work_anywhere(run: Run, tmp_path: Path, changed: dict[str, str | None]) -> None:
    # Without HOME the account's own folders would be meant, and a test must not write there.
    folders = {name: str(tmp_path / name) for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME")}
    changed = {**folders, **changed} if changed.get("HOME", "") is None else changed
    assert run("show", "danton", TROTSKYISM_PACK=SMALL, **changed).code == 0
    assert "Score: " in run("quiz", "-n", "1", "--seed", "1", given="1\n", TROTSKYISM_PACK=SMALL, **changed).out


def test_colour_is_forced_or_forbidden(run: Run) -> None:
    assert "\x1b[" in run("show", "kamenev", FORCE_COLOR="1").out
    assert "\x1b[" not in run("show", "kamenev").out
    assert not re.search(r"\x1b\[[34]\dm", run("show", "kamenev", FORCE_COLOR="1", NO_COLOR="1").out)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_cache_that_may_not_be_written(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)

    assert run("show", "danton", TROTSKYISM_PACK=SMALL, TROTSKYISM_CACHE=str(folder)).code == 0


def test_a_damaged_cache_is_built_anew(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    assert run("show", "danton", TROTSKYISM_PACK=SMALL, TROTSKYISM_CACHE=str(folder)).code == 0
    for file in folder.iterdir():
        file.write_bytes(b"SQLite format 3\0" + b"nonsense" * 50)

    assert run("show", "danton", TROTSKYISM_PACK=SMALL, TROTSKYISM_CACHE=str(folder)).code == 0


def test_a_truncated_cache_is_built_anew(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "truncated"
    assert run("show", "danton", TROTSKYISM_PACK=SMALL, TROTSKYISM_CACHE=str(folder)).code == 0
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])

    assert run("show", "danton", TROTSKYISM_PACK=SMALL, TROTSKYISM_CACHE=str(folder)).code == 0
    assert run("search", "danton", "born", TROTSKYISM_PACK=SMALL, TROTSKYISM_CACHE=str(folder)).code == 0


def test_a_reader_that_closes_the_pipe_early(environment: dict[str, str]) -> None:
    line = f"{' '.join(PROGRAM)} list --json | head -1; exit ${{PIPESTATUS[0]}}"

    done = subprocess.run(["bash", "-c", line], capture_output=True, env=environment, check=False, timeout=60)

    assert done.stdout == b"{\n"
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.parametrize("words", ["show kamenev", "quiz -n 2 --seed 1", "search putilov", ""])
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream(environment: dict[str, str], words: str, closed: str) -> None:
    line = f"{' '.join(PROGRAM)} {words} {closed}"

    done = subprocess.run(["bash", "-c", line], capture_output=True, env=environment, check=False, timeout=60)

    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_two_programs_compile_the_same_library_at_once(environment: dict[str, str], tmp_path: Path) -> None:
    settings = {**environment, "TROTSKYISM_CACHE": str(tmp_path / "shared"), "TROTSKYISM_PACK": SMALL}
    started = [
        subprocess.Popen([*PROGRAM, "show", "danton"], env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]

    ended = [(process.communicate(timeout=60), process.returncode) for process in started]

    assert {code for _, code in ended} == {0}
    assert len({out for (out, _), _ in ended}) == 1
    assert sorted(path.name.split("-")[0] for path in (tmp_path / "shared").iterdir()) == [
        "answers",
        "library",
        "parts",
    ]


def test_content_edited_between_two_commands(run: Run, make_pack: MakePack) -> None:
    folder = make_pack()
    assert "A journalist." in run("--pack", str(folder), "show", "marat").out

    entries = folder / "entries.yaml"
    entries.write_text(entries.read_text().replace("A journalist.", "A physician."))

    assert "A physician." in run("--pack", str(folder), "show", "marat").out


def test_a_broken_pack_is_named_at_its_place_and_works_again_when_mended(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(SMALL, folder)
    file = folder / "entries.yaml"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace("\n    gender:", "\n    jender:", 1), encoding="utf-8")

    broken = run("--pack", str(folder), "show", "danton")

    assert broken.code == 1
    assert broken.err.startswith("entries.yaml:7:")
    assert "did you mean 'gender'?" in broken.err
    file.write_text(whole, encoding="utf-8")
    assert run("--pack", str(folder), "show", "danton").code == 0


def test_a_pack_that_is_not_there(run: Run) -> None:
    ended = run("--pack", "nowhere", "show", "kamenev")

    assert ended.code == 1
    assert "pack new" in ended.err
    assert len(ended.err.splitlines()) == 1


def test_pack_new_makes_a_pack_that_passes_the_check(run: Run, tmp_path: Path) -> None:
    folder = str(tmp_path / "mine")

    assert run("pack", "new", folder).code == 0
    assert run("pack", "check", folder).code == 0
    assert run("--pack", folder, "show", "danton").code == 0
    assert run("pack", "new", folder).code == 2


def test_pack_check_of_a_sound_pack(run: Run) -> None:
    ended = run("pack", "check")

    assert ended.code == 0
    assert ended.out.startswith("No problems: ")


def test_markup_and_escape_sequences_in_a_pack_are_shown(run: Run, make_pack: MakePack) -> None:
    entry = "id: a, kind: work, name: '[bold]A[/bold]', summary: 'S [/x] \u202e'"
    text = f"entries:\n  - {{{entry}, facts: [{{id: f, workforce: 5, source: book}}]}}\n"
    folder = make_pack(entries=text)

    for changed in ({}, {"FORCE_COLOR": "1"}):
        shown = run("--pack", str(folder), "show", "a", **changed).out
        assert "[bold]A[/bold]" in shown
        assert "[/x]" in shown
        assert "\u202e" not in shown
