"""The commands that the program prints for somebody to run: they run as they stand."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT
from tests.every_for_tests import every

REVOLUTION = ROOT / "tests" / "packs" / "french-revolution"
PRINTED = re.compile(r"trotskyism (?=-|[a-z]+\b).*?(?=  |$)", re.MULTILINE)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack whose path has a blank in it."""
    return shutil.copytree(REVOLUTION, tmp_path_factory.mktemp("packs") / "my pack")


@pytest.mark.parametrize("words", [(), ("list",), ("search", "robespierre"), ("stats",)])
def test_every_command_printed_runs_as_it_stands(run: Run, pack: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    given = ("--pack", str(pack), "--data-dir", str(tmp_path / "my data"))
    printed = PRINTED.findall(run(*given, *words).out)

    assert printed
    for line in printed:
        again = shlex.split(line)[1:]
        assert again[:4] == list(given)
        assert run(*again).code == 0


def test_a_quiz_says_where_to_read_in_this_pack(run: Run, tmp_path: Path) -> None:
    pack = str(REVOLUTION)
    told = run("--pack", pack, "quiz", "-n", "2", "--seed", "1", given="?\n?\n").out
    printed = [shlex.split(line)[1:] for line in PRINTED.findall(told)]

    assert {tuple(words[:2]) for words in printed} == {("--pack", pack)}
    assert {words[2] for words in printed} == {"show", "quiz"}
    assert every(run(*words).code == 0 for words in printed)


@pytest.mark.parametrize("words", [("show", "xyzzyqwv"), ("summary", "nothing"), ("history", "7"), ("quote", "xyzzy")])
def test_what_is_not_found_is_looked_for_further_in_the_same_pack(run: Run, pack: Path, words: tuple[str, ...]) -> None:
    (further,) = PRINTED.findall(run("--pack", str(pack), *words).err)

    assert shlex.split(further)[1:3] == ["--pack", str(pack)]


def test_what_the_environment_says_is_not_said_again(run: Run, pack: Path) -> None:
    shown = run("search", "robespierre", TROTSKYISM_PACK=str(pack)).out

    assert " read one: trotskyism show robespierre\n" in shown


def test_a_book_names_no_folder_of_this_machine(run: Run) -> None:
    pack = str(REVOLUTION)
    book = run("--pack", pack, "export", "book").out

    assert pack not in book
    assert "trotskyism " not in book
