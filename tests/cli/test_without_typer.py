"""Commands of plain words, answered without Typer: the same to the letter as those that Typer reads."""

from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Run, modules_loaded
from tests.cli.test_replay import pack_and_cache_in
from tests.conftest import ROOT
from tests.reviews_for_tests import a_review
from trotskyism_cli.cli.command_names import COMMANDS, LOOK_UPS
from trotskyism_cli.cli.without_typer import WORDS
from trotskyism_cli.learning.sharing.exchange import written

# Each command that does without Typer as it is meant, and each way in which it is refused.
LINES = (
    "show marat",
    "show maratt",
    "show marat life",
    "show nobody at all",
    "show",
    "marat",
    "showw marat",
    "who was marat",
    "search xqzvw",
    "search",
    "list people",
    "list nothing",
    "list people places",
    "people",
    "quote by marat",
    "quote xqzvw",
    "timeline marat",
    "timeline 1650",
    "summary 1",
    "summary xqzvw",
    "compare marat danton",
    "compare marat",
    "tree marat",
    "links marat danton",
    "on 1793",
    "on 31 february 1793",
    "14 july 1789",
    "find marat",
    "help",
    "study marat",
    "study xqzvw",
    "quiz marat",
    "quiz xqzvw",
    "progress rebuild",
    "progress rebuild now",
    "progress import",
    "progress import no-such-file",
    "progress imports",
)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A pack and a cache for lines that are asked in one test each."""
    return pack_and_cache_in(tmp_path_factory.mktemp("directly"))


@pytest.mark.long
@pytest.mark.parametrize("line", LINES)
def test_it_says_what_typer_does(run: Run, settings: dict[str, str], line: str) -> None:
    by_typer = run("--plain", *line.split(), **settings)  # in a pipe, all is plain

    assert run(*line.split(), **settings) == by_typer


@pytest.mark.parametrize("line", ["show marat", "showw marat", "search who was marat", "on 1793"])
def test_it_says_of_another_pack_what_typer_does(run: Run, settings: dict[str, str], line: str) -> None:
    own = {name: value for name, value in settings.items() if name != "TROTSKYISM_PACK"}
    by_typer = run("--plain", "--pack", SMALL, *line.split(), **own)

    assert run("--pack", SMALL, *line.split(), **own) == by_typer


@pytest.mark.parametrize("folder", ["no-such-folder", " ", ""])
def test_it_says_of_a_folder_without_a_pack_what_typer_does(run: Run, folder: str) -> None:
    by_typer = run("--plain", "--pack", folder, "show", "marat", TROTSKYISM_PACK=SMALL)

    assert run("--pack", folder, "show", "marat", TROTSKYISM_PACK=SMALL) == by_typer


@pytest.mark.parametrize("line", ["study marat", "flashcards"])
def test_it_takes_the_same_answers_as_typer(run: Run, settings: dict[str, str], tmp_path: Path, line: str) -> None:
    learner, other = ({**settings, "TROTSKYISM_DATA": str(tmp_path / name)} for name in ("learner", "other"))
    by_typer = run("--plain", *line.split(), given="1\n\n?\nu\n2\nq\n", **learner)
    directly = run(*line.split(), given="1\n\n?\nu\n2\nq\n", **other)

    assert directly == by_typer
    assert run("progress", "export", **other).out.count("\n") == run("progress", "export", **learner).out.count("\n")


def test_it_takes_in_the_same_answers_as_typer(run: Run, settings: dict[str, str], tmp_path: Path) -> None:
    learner, other = ({**settings, "TROTSKYISM_DATA": str(tmp_path / name)} for name in ("learner", "other"))
    answers = tmp_path / "answers.jsonl"
    answers.write_text("".join(written([a_review(1), a_review(2)])), encoding="utf-8")
    by_typer = run("--plain", "progress", "import", str(answers), **learner)

    assert run("progress", "import", str(answers), **other) == by_typer
    assert run("progress", "export", **other) == run("progress", "export", **learner)


@pytest.fixture
def watched(shared_cache: Path) -> dict[str, str]:
    """Settings by which a process tells what it loads."""
    return {
        "TROTSKYISM_PACK": SMALL,
        "TROTSKYISM_CACHE": str(shared_cache),
        "PYTHONPROFILEIMPORTTIME": "1",
        "PYTHONPATH": str(ROOT),
    }


@pytest.mark.parametrize(
    ("line", "is_loaded"),
    [
        ("show danton life", False),
        (f"--pack {SMALL} show danton life", False),
        ("study", False),
        ("quiz", False),
        ("progress rebuild", False),
        ("quiz -n 1", True),
    ],
)
def test_typer_is_loaded_for_options_alone(run: Run, watched: dict[str, str], line: str, is_loaded: bool) -> None:
    assert bool(modules_loaded(run(*line.split(), **watched).err) & {"typer", "click"}) is is_loaded


@pytest.mark.parametrize("line", ["timeline marat", "search who was marat"])
def test_cards_are_loaded_for_entries_alone(run: Run, watched: dict[str, str], line: str) -> None:
    loaded = modules_loaded(run(*line.split(), **watched).err)

    assert "trotskyism_cli.screen.document" in loaded
    assert loaded.isdisjoint(
        {"trotskyism_cli.screen.entries.cards", "trotskyism_cli.views.cards.entry", "calendar", "shutil"}
    )


def test_every_look_up_is_known() -> None:
    others = {"quiz", "study", "progress import", "progress rebuild"}

    assert {name for name, module in COMMANDS.items() if module in LOOK_UPS} == set(WORDS) - others
