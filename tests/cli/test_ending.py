"""How a process of the program ends: at once after plain words, with all that was written; and what it did not load."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, modules_loaded
from tests.conftest import ROOT

MEASURED = """
import atexit, sys
atexit.register(print, "taken apart")
if sys.argv.pop(1) == "measured":
    sys.setprofile(lambda *_: None)
from trotskyism_cli.__main__ import main
main()
"""


def started(
    environment: dict[str, str], *options: str, words: str, **changed: str
) -> "subprocess.CompletedProcess[str]":
    """A process of its own, as a user starts one: the program that is ready for tests loads everything beforehand."""
    command = [sys.executable, "-P", *options, *words.split()]
    own = {**environment, "PYTHONPATH": str(ROOT), **changed}
    return subprocess.run(command, env=own, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(("words", "code"), [("show marat", 0), ("show zzyzx", 1), ("links", 2), ("zzyzx", 1)])
def test_a_process_ends_with_its_code(environment: dict[str, str], words: str, code: int) -> None:
    done = started(environment, "-m", "trotskyism_cli", words=words, TROTSKYISM_PACK=SMALL)

    assert done.returncode == code
    assert (done.stdout != "") == (code == 0)
    assert (done.stderr != "") == (code != 0)


def test_an_answer_that_is_not_told_ends_with_1(environment: dict[str, str]) -> None:
    done = started(environment, "-c", MEASURED, "alone", words="search how did marat die", TROTSKYISM_PACK=SMALL)

    assert done.returncode == 1
    assert "not told here" in done.stdout
    assert "taken apart" not in done.stdout


def test_only_who_measures_a_look_up_waits_until_all_is_taken_apart(environment: dict[str, str]) -> None:
    alone, measured = (
        started(environment, "-c", MEASURED, how, words="show marat", TROTSKYISM_PACK=SMALL)
        for how in ("alone", "measured")
    )

    assert alone.returncode == measured.returncode == 0
    assert measured.stdout == f"{alone.stdout}taken apart\n"


@pytest.mark.parametrize(
    ("words", "used", "unused"),
    [
        (
            "on 14 july 1789",
            "views.days.day",
            ("views.periods.period", "views.bodies.spans", "library.countries", "library.naming"),
        ),
        (
            "search who was marat",
            "views.search.answer_or_hits",
            ("views.search.without_answer", "views.search.settled", "views.search.nearest"),
        ),
    ],
)
def test_a_look_up_loads_what_it_uses(
    environment: dict[str, str], tmp_path: Path, words: str, used: str, unused: tuple[str, ...]
) -> None:
    asked = {"TROTSKYISM_PACK": SMALL, "TROTSKYISM_CACHE": str(tmp_path / "cache")}  # where no answer is kept
    started(environment, "-m", "trotskyism_cli", words="list", **asked)  # so that the pack is compiled
    done = started(environment, "-X", "importtime", "-m", "trotskyism_cli", words=words, **asked)
    loaded = {module.removeprefix("trotskyism_cli.") for module in modules_loaded(done.stderr)}

    assert done.returncode == 0
    assert used in loaded
    assert not loaded.intersection({*unused, "platformdirs", "yaml"})
