"""What is longer than the screen is read in the user's pager, whatever else the user has told it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.every_for_tests import every
from trotskyism_cli.screen.output.pager import FLAGS, page, pager_command, prompt, takes_styles

AT_LARGE = "?e(end):?lbline %lb of 439:?pB%pB%...  ?e:Space on, .b back, / finds, q quits"


@pytest.fixture
def programs(tmp_path: Path) -> Mapping[str, str]:
    """The environment of somebody who has less and more."""
    for name in ("less", "more"):
        (tmp_path / name).write_text("#!/bin/sh\ncat > /dev/null\n")
        (tmp_path / name).chmod(0o755)
    return {"PATH": str(tmp_path)}


def test_less_is_told_everything_whatever_its_own_variable_says(programs: Mapping[str, str]) -> None:
    command = pager_command({**programs, "LESS": "-i -PMmine"}, "Leon Trotsky")

    assert command[:5] == ["less", *FLAGS]
    assert {each[:3] for each in command[5:]} == {"-P=", "-Ps", "-Pm", "-PM"}
    assert every("/ finds, q quits" in each for each in command[5:])
    assert every("Leon Trotsky" in each for each in command[6:])
    assert takes_styles(command)


def test_the_own_words_of_a_pager_stay(programs: Mapping[str, str]) -> None:
    named = f"{programs['PATH']}/less"

    assert pager_command({**programs, "PAGER": f"{named} -S"}, "")[:2] == [named, "-S"]
    assert pager_command({**programs, "PAGER": "more -d"}, "") == ["more", "-d"]
    assert not takes_styles(["more", "-d"])


@pytest.mark.parametrize("named", ["no-such-program", "'", "no-such-program -x"])
def test_a_pager_that_does_not_exist_is_none(programs: Mapping[str, str], named: str) -> None:
    assert pager_command({**programs, "PAGER": named}, "") == []


def test_no_sign_of_a_title_is_obeyed_by_the_prompt() -> None:
    told = prompt("What Is to Be Done? 100%: “Ramón”", width=120)

    assert told.startswith('What Is to Be Done\\? 100\\%\\: "Ramon"  ?e(end)')
    assert prompt("Милюков").startswith("?e(end)")


def test_a_dash_stays_a_dash_and_a_narrow_prompt_is_only_the_line() -> None:
    assert prompt("1917–1924").startswith("1917-1924  ")
    assert prompt("1917–1924", 77, 20) == "?e(end):?lb%lb/77:?pB%pB\\%...  q"


@pytest.mark.parametrize(
    ("width", "title", "told"),
    [
        (20, "", "?e(end):?lb%lb/439:?pB%pB%...  q"),
        (40, "Russian Social...  ", "?e(end):?lb%lb/439:?pB%pB%...  q quits"),
        (80, "Russian Social...  ", AT_LARGE),
        (120, "Russian Social Democratic Labour Party of the Bolsheviks, and...  ", AT_LARGE),
    ],
)
def test_of_a_long_title_the_beginning_is_kept_and_the_whole_is_told(width: int, title: str, told: str) -> None:
    found = prompt("Russian Social Democratic Labour Party of the Bolsheviks, and of all others too", 439, width)

    assert found.replace("\\", "") == title + told


@pytest.mark.parametrize(
    ("title", "name"),
    [("Trotskyism and Stalinism", "Trotskyism and..."), ("Bolshevik-Leninists", "Bolshevik-Leninists"),
     ("Antiparliamentarianism", "Antiparliamentar...")],
)  # fmt: skip
def test_a_narrow_prompt_keeps_the_name_of_the_page(title: str, name: str) -> None:
    told = prompt(title, 389, 40).replace("\\.", ".")

    assert told == f"{name}  ?e(end):?lb%lb/389:?pB%pB\\%...  q quits"


def test_a_narrow_prompt_of_a_card_says_how_to_go_on_as_long_as_there_is_more() -> None:
    told = prompt("Lenin's Testament", 36, 40).replace("\\.", ".")

    assert told == "Lenin's...  ?e(end):?lb%lb/36:?pB%pB\\%...  ?e:Space on, .q quits"


def test_a_pager_that_is_left_early_is_no_error(tmp_path: Path) -> None:
    page("line\n" * 100_000, ["true"])
    page("a word", ["sh", "-c", f"cat > '{tmp_path / 'read'}'"])

    assert (tmp_path / "read").read_text() == "a word"


@pytest.mark.parametrize(("own", "given"), [(None, "1"), ("0", "0")])
def test_less_is_let_write_and_run_nothing_unless_the_user_lets_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: str | None, given: str
) -> None:
    monkeypatch.delenv("LESSSECURE", raising=False)
    if own is not None:
        monkeypatch.setenv("LESSSECURE", own)
    page("a word", ["sh", "-c", f"cat > /dev/null; printf %s \"$LESSSECURE\" > '{tmp_path / 'given'}'"])

    assert (tmp_path / "given").read_text() == given


def test_a_page_before_something_else_says_what_q_goes_on_to() -> None:
    told = prompt("Legend", 158, 80, "to the questions")

    assert told.endswith("  ?e:Space on, ./ finds, q goes on to the questions")
    assert "q quits" not in prompt("Legend", 158, 80, "to the questions")
