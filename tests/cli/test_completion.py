"""What a shell offers on Tab, with the script that is installed."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Run
from tests.conftest import ROOT
from trotskyism_cli.cli.command_names import COMMANDS
from trotskyism_cli.cli.completed import OF_NAMES
from trotskyism_cli.cli.help.shells import BASH, FILES, FOLDERS

pytestmark = pytest.mark.long

Tab = Callable[..., list[str]]
VARIABLE = "_TROTSKYISM_COMPLETE"
SCRIPT = """
source "$COMPLETION"
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 ))
_trotskyism_completion trotskyism
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def installed(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """The environment of somebody who has the program under its name."""
    _in_path(tmp_path, f"#!{sys.executable}\nfrom trotskyism_cli.__main__ import main\n\nmain()\n")
    return {**environment, "PATH": f"{tmp_path / 'bin'}:{environment['PATH']}", "PYTHONPATH": str(ROOT)}


@pytest.fixture
def tab(run: Run, environment: dict[str, str], tmp_path: Path) -> Tab:
    """What bash offers for a line: `tab("show", "dan")`.

    The program is asked beforehand for what the script will ask it: to start it anew at each key takes long.
    """
    if shutil.which("bash") is None:
        pytest.skip("this machine has no bash")
    file, asked, answer = (tmp_path / name for name in ("completion.sh", "asked", "answer"))
    named = {"complete_func": "_trotskyism_completion", "prog_name": "trotskyism", "autocomplete_var": VARIABLE}
    file.write_text(BASH % named)
    asks = " ".join(f'"${name}"' for name in ("COMP_WORDS", "COMP_CWORD", VARIABLE))
    _in_path(tmp_path, f"#!/bin/sh\nprintf '%s\\n' {asks} > '{asked}'\ncat '{answer}'\n")
    (tmp_path / "notes.txt").touch()
    (tmp_path / "folder").mkdir()

    def press(*words: str, pack: str = SMALL) -> list[str]:
        typed = {"COMP_WORDS": "\n".join(("trotskyism", *words)), "COMP_CWORD": f"{len(words)}"}
        typed[VARIABLE] = "complete_bash"
        answer.write_text(run(TROTSKYISM_PACK=pack, **typed).out, encoding="utf-8")
        settings = {**environment, "PATH": f"{tmp_path / 'bin'}:{environment['PATH']}", "COMPLETION": str(file)}
        line = ["bash", "-c", SCRIPT, "bash", "trotskyism", *words]
        done = subprocess.run(line, capture_output=True, text=True, env=settings, cwd=tmp_path, timeout=60, check=False)
        assert asked.read_text(encoding="utf-8") == "".join(f"{value}\n" for value in typed.values())
        assert done.stderr == ""
        return done.stdout.split()

    return press


def _in_path(place: Path, text: str) -> None:
    """Make a program that is called as ours."""
    folder = place / "bin"
    folder.mkdir()
    program = folder / "trotskyism"
    program.write_text(text)
    program.chmod(0o755)


def test_kinds_are_offered_for_lists_and_questions(tab: Tab) -> None:
    assert tab("list", "e") == ["events"]
    assert tab("timeline", "--kind", "") == "people organisations events concepts works places".split()
    assert tab("quiz", "--kind", "yea") == ["year"]
    assert tab("quiz", "--response", "") == "choice several order match typed".split()


def test_speakers_are_offered_for_quotations_and_parts_behind_a_name(tab: Tab) -> None:
    speakers = tab("quote", "--by", "", pack="")

    assert {"lenin", "stalin", "trotsky"} <= {*speakers}
    assert "alexandria" not in speakers
    assert "politics" in tab("show", "danton", "")
    assert "politics" not in tab("show", "")


def test_a_name_of_several_words_is_completed_from_what_stands_before(tab: Tab) -> None:
    assert tab("show", "october", "rev", pack="") == ["revolution"]
    assert tab("show", "fourth", "int", pack="") == ["international"]
    assert tab("show", "zzz", "rev", pack="") == []


def test_of_all_names_people_are_offered_first_by_importance(tab: Tab) -> None:
    offered = tab("compare", "lenin", "", pack="")

    assert {"trotsky", "stalin"} <= set(offered[:6])
    assert "abc-of-communism" not in offered
    assert "stalin" in tab("compare", "lenin", "st", pack="")


def test_of_the_orders_of_a_list_those_are_offered_that_fit_its_kind(tab: Tab) -> None:
    assert tab("list", "people", "--by", "") == ["name", "time"]
    assert tab("list", "works", "--by", "") == ["name", "time", "author"]


def test_nothing_is_said_while_a_library_is_made_for_a_completion(run: Run) -> None:
    asked = {VARIABLE: "complete_bash", "COMP_WORDS": "trotskyism show dan", "COMP_CWORD": "2"}
    shown = run(TROTSKYISM_PACK=SMALL, **asked)

    assert shown.out.split() == ["danton"]
    assert shown.err == ""


def test_chapters_are_offered_for_what_has_chapters(tab: Tab) -> None:
    assert tab("summary", "") == tab("quiz", "") == tab("study", "--topic", "") == ["revolution"]


def test_entries_are_offered_for_names_with_or_without_a_command(tab: Tab) -> None:
    assert tab("show", "dan") == tab("dan") == ["danton"]
    assert tab("sh") == ["show"]
    assert tab("on", "no") == ["november"]


def test_commands_are_offered_before_anything_else_is_loaded(run: Run) -> None:
    def offered(typed: str, shell: str = "bash") -> list[str]:
        asked = {"COMP_WORDS": f"trotskyism {typed}", "COMP_CWORD": "1", "_TYPER_COMPLETE_ARGS": f"trotskyism {typed}"}
        return run(TROTSKYISM_PACK="/no/such/pack", **asked, **{VARIABLE: f"complete_{shell}"}).out.split()

    assert offered("") == list(COMMANDS)
    assert offered("su") == ["summary"]
    assert "summary" in offered("su", "fish")
    assert offered("--pl") == ["--plain"]


def test_names_are_offered_after_the_commands_that_take_them(tab: Tab, run: Run) -> None:
    def offered(command: str) -> str:  # as the script of bash asks, without a shell for each
        asked = {VARIABLE: "complete_bash", "COMP_WORDS": f"trotskyism {command} dan", "COMP_CWORD": "2"}
        return run(TROTSKYISM_PACK=SMALL, **asked).out.strip()

    assert tab("show", "dan") == ["danton"]  # from now on the names are kept
    assert {each for each in COMMANDS if offered(each) == "danton"} - {"export"} >= OF_NAMES
    assert tab("show", "DAN") == tab("compare", "robespierre", "dan") == ["danton"]
    assert tab("show", "--dan") == tab("show", "danx") == tab("list", "dan") == []
    assert "danton" in tab("show", "")


def test_names_that_are_kept_are_those_of_the_pack(tab: Tab, tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "pack")
    assert tab("show", "dan", pack=str(tmp_path / "pack")) == ["danton"]
    for file in (tmp_path / "pack").rglob("*.yaml"):
        file.write_text(file.read_text().replace("danton", "danilo"))

    assert tab("show", "dan", pack=str(tmp_path / "pack")) == ["danilo"]
    assert tab("--pack", str(tmp_path / "pack"), "show", "dan") == ["danilo"]
    assert tab("show", "dan") == ["danton"]


def test_the_pack_that_is_named_is_heeded(tab: Tab) -> None:
    assert "robespierre" not in tab("show", "ro", pack="")
    assert tab("--pack", SMALL, "show", "rob", pack="") == ["robespierre"]
    assert tab("--pack", "nowhere", "show", "rob", pack="") == []


def offered(run: Run, *words: str, shell: str = "bash", pack: str = "") -> list[str]:
    """What a shell is answered, without a shell: `words` are as they stand in the line."""
    asked = {"COMP_WORDS": "\n".join(("trotskyism", *words)), "COMP_CWORD": f"{len(words)}"}
    asked |= {"_TYPER_COMPLETE_ARGS": " ".join(("trotskyism", *words)), VARIABLE: f"complete_{shell}"}
    return run(TROTSKYISM_PACK=pack, **asked).out.strip().splitlines()


@pytest.mark.parametrize("word", ["lenin's", "Lenin'", 'len"in'])
def test_bash_is_offered_nothing_behind_a_quote_within_a_word(run: Run, word: str) -> None:
    assert offered(run, "show", word) == []
    assert offered(run, "show", word, shell="fish") != []


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ('"october r', "october revolution"),
        ("'October r", "October revolution"),
        ("october\\ r", "october\\ revolution"),
        ("what\\ is\\ to", "what\\ is\\ to\\ be\\ done"),
    ],
)
def test_a_name_in_quotes_is_completed_as_a_whole(run: Run, word: str, said: str) -> None:
    assert said in offered(run, "show", word)
    assert said in offered(run, "quiz", word)
    assert said.replace("\\", "") in offered(run, "show", word, shell="fish")


@pytest.mark.parametrize("command", [("quiz",), ("questions",), ("export", "pdf"), ("stats",)])
def test_a_topic_is_a_chapter_or_an_entry_and_goes_on_as_it_began(run: Run, command: tuple[str, ...]) -> None:
    begun = offered(run, *command, "fo")

    assert begun[0] == "founding-the-fourth"
    assert "fourth-international" in begun
    assert offered(run, *command, "fourth", "int") == ["international"]
    assert offered(run, *command, "left", "op") == ["opposition"]
    assert offered(run, *command, "permanent", "rev") == ["revolution"]
    assert offered(run, *command, "zzz", "int") == []


def test_the_title_of_a_chapter_goes_on_as_it_began(run: Run) -> None:
    assert offered(run, "summary", "fourth", "int") == []
    assert offered(run, "summary", "the", "re", pack=SMALL) == ["revolution"]


def test_capitals_stay_for_shells_that_compare_them(run: Run) -> None:
    for _ in range(2):  # the second time from what is kept
        assert offered(run, "show", "Joaqu", shell="zsh") == ["_arguments '*: :((\"Joaquin-maurin\"))'"]


def test_formats_are_offered_for_an_import(run: Run) -> None:
    assert offered(run, "import", "x.csv", "--format", "mo") == ["moodle"]


def test_cyrillic_names_complete(tab: Tab) -> None:
    assert "Троцкий" in tab("show", "Троц", pack="")
    assert "троцкий" in tab("троцк", pack="")


@pytest.mark.parametrize("words", [("show", "zzz"), ("list", "x"), ("summary", "zzz"), ("quiz", "--kind", "zzz")])
def test_files_are_not_offered_where_none_is_meant(tab: Tab, words: tuple[str, ...]) -> None:
    assert tab(*words) == []


def test_files_are_offered_where_one_is_meant(tab: Tab) -> None:
    assert "notes.txt" in tab("import", "no")
    assert "notes.txt" in tab("export", "book", "-o", "")
    assert "folder" in tab("--pack", "fo")


@pytest.mark.parametrize(
    ("shell", "action", "words", "said"),
    [
        ("zsh", "", "trotskyism list ev", "_arguments '*: :((\"events\"))'"),
        ("zsh", "", "trotskyism show zzz", ""),
        ("zsh", "", "trotskyism import n", "_files"),
        ("fish", "get-args", "trotskyism list ev", "events"),
        ("fish", "get-args", "trotskyism import n", ""),
        ("fish", "get-args", "trotskyism show dan", "danton"),
        ("zsh", "", "trotskyism show dan", "_arguments '*: :((\"danton\"))'"),
    ],
)
def test_other_shells(installed: dict[str, str], run: Run, shell: str, action: str, words: str, said: str) -> None:
    asked = {VARIABLE: f"complete_{shell}", "_TYPER_COMPLETE_ARGS": words, "_TYPER_COMPLETE_FISH_ACTION": action}
    asked["TROTSKYISM_PACK"] = SMALL
    settings = {**installed, **asked}
    done = subprocess.run(["trotskyism"], capture_output=True, text=True, env=settings, timeout=60, check=False)
    again = run(**asked)  # from what is kept

    assert done.stdout.strip() == said
    assert done.stderr == ""
    assert not {FILES, FOLDERS} & set(done.stdout.split())
    assert (again.out, again.err) == (done.stdout, "")
