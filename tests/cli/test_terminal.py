"""A quiz and the menu in a real terminal: keys pressed, and the screen that a person would see."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL
from tests.cli.terminal_for_tests import AS_STARTED, Terminal
from tests.conftest import ROOT
from tests.every_for_tests import every

pytestmark = pytest.mark.long

ARROW_DOWN, CTRL_C, CTRL_D = "\x1b[B", "\x03", "\x04"


@pytest.fixture(params=[80, 40])
def columns(request: pytest.FixtureRequest) -> int:
    """The widths that everything must read well at."""
    return int(request.param)


@pytest.fixture
def small(environment: dict[str, str]) -> dict[str, str]:
    """The environment of a run with a small pack, for what does not depend on the content."""
    return {**environment, "TROTSKYISM_PACK": SMALL}


@pytest.fixture
def quiz(small: dict[str, str], columns: int) -> Iterator[Terminal]:
    terminal = Terminal(["quiz", "-n", "2", "--seed", "1"], small, columns)
    yield terminal
    terminal.process.close(force=True)


def test_a_number_answers_at_once_and_the_explanation_follows(quiz: Terminal) -> None:
    quiz.wait_for("? pass")
    quiz.press("1")
    shown = quiz.wait_for("r read the entry")

    assert "Right." in shown or "Wrong." in shown
    assert "(right)" in shown


def test_arrow_keys_choose_and_the_end_is_a_summary(quiz: Terminal) -> None:
    for _ in range(2):
        quiz.wait_for("? pass")
        quiz.press(ARROW_DOWN)
        quiz.press("\r")
        quiz.wait_for("r read the entry")
        quiz.press(" ")
    shown = quiz.end()

    assert "Score: " in shown
    assert "/2 (" in shown
    assert quiz.process.exitstatus == 0


@pytest.mark.parametrize(("keys", "code"), [("q", 0), (CTRL_D, 0), (CTRL_C, 130)], ids=["q", "Ctrl-D", "Ctrl-C"])
def test_leaving_shows_the_score_so_far(quiz: Terminal, keys: str, code: int) -> None:
    quiz.wait_for("? pass")
    quiz.press("?")
    quiz.wait_for("r read the entry")
    quiz.press(" ")
    quiz.wait_for("2/")
    quiz.wait_for("? pass")
    quiz.press(keys)

    assert "Score: 0/1 (0%)" in quiz.end()
    assert quiz.process.exitstatus == code


def test_no_line_is_wider_than_the_terminal_and_no_word_is_broken(quiz: Terminal, columns: int) -> None:
    shown = quiz.wait_for("? pass")

    assert max(map(len, shown.splitlines())) <= columns


@pytest.mark.parametrize(
    ("response", "keys"),
    [
        ("several", [" ", ARROW_DOWN, " ", "3", "\r"]),
        ("match", ["1", "2", "3", "4"]),  # the last, if there are but three, means nothing
        ("order", ["2", "1", "3", "5", "4", "6"]),
        ("typed", ["L", "e", "n", "i", "n", "\r"]),
    ],
)
def test_every_response_is_answered_with_keys(
    small: dict[str, str], of_several: str, columns: int, response: str, keys: list[str]
) -> None:
    own = {**small, "TROTSKYISM_PACK": of_several} if response == "several" else small
    terminal = Terminal(["quiz", "-n", "1", "--seed", "4", "--response", response], own, columns)
    terminal.wait_for("1/1")
    for key in keys:
        time.sleep(0.15)  # a prompt for each key
        terminal.press(key)
    terminal.wait_for("to the score")
    terminal.press("\r")
    shown = terminal.end()

    assert "Score: " in shown
    assert "/1 (" in shown
    assert max(map(len, shown.splitlines())) <= columns


def test_an_exam_ends_when_its_time_is_over(small: dict[str, str]) -> None:
    terminal = Terminal(["quiz", "-n", "5", "--exam", "--time-limit", "0.05"], small, 80, program=AS_STARTED)
    terminal.wait_for("Time left: 0:0")

    shown = terminal.end()
    assert "Not answered in time." in shown
    assert "Time is up: 0 of 5 answered. What was not reached counts as not answered." in shown
    assert "Score: 0/5 (0%)" in shown
    assert terminal.process.exitstatus == 0


def test_the_menu_opens_and_leaves(environment: dict[str, str]) -> None:
    terminal = Terminal([], environment, 80, program=AS_STARTED)
    shown = terminal.wait_for("Leave")
    terminal.press(ARROW_DOWN * 5)
    terminal.press("\r")
    terminal.end()

    assert "Take a quiz" in shown
    assert terminal.process.exitstatus == 0


def test_the_menu_is_interrupted(environment: dict[str, str]) -> None:
    terminal = Terminal([], environment, 80)
    terminal.wait_for("Leave")
    terminal.press(CTRL_C)
    terminal.end()

    assert terminal.process.exitstatus == 130


@pytest.mark.parametrize("pager", ["no-such-program", "'", "no-such-program -x"])
def test_a_pager_that_does_not_exist_swallows_nothing(environment: dict[str, str], pager: str) -> None:
    terminal = Terminal(["show", "trotsky", "all"], {**environment, "PAGER": pager}, 80, lines=24)
    terminal.wait_for("Leon Trotsky")
    terminal.wait_for("Sources")
    terminal.end()

    assert terminal.process.exitstatus == 0


def test_no_title_of_a_chapter_is_cut_in_the_menu(environment: dict[str, str]) -> None:
    terminal = Terminal([], environment, 40, lines=60)
    terminal.wait_for("Leave")
    terminal.press(ARROW_DOWN * 3 + "\r")
    terminal.wait_for("Which chapter?")
    shown = terminal.wait_for("corrected")
    terminal.press(CTRL_C)
    terminal.end()

    assert "Introduction: Trotsky, Lenin and Stalin" in " ".join(shown.split())


@pytest.mark.parametrize("plain", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}, {}], ids=str)
def test_the_menu_in_plain_text_is_numbered_lines(environment: dict[str, str], plain: dict[str, str]) -> None:
    terminal = Terminal([] if plain else ["--plain"], {**environment, **plain}, 40)
    terminal.wait_for("6) Leave\r\nNumber: ")
    terminal.press("seven\r")
    terminal.wait_for("Answer with a number from 1 to 6, or q: ")
    terminal.press("1\r")
    terminal.wait_for("A name, a question or a date: ")
    terminal.press("xyzzyqwv\r")
    terminal.wait_for("Nothing in the book is called")
    terminal.wait_for("Number: ")
    terminal.press("4\r")
    terminal.wait_for("1) ")
    terminal.wait_for("Number: ")
    terminal.press("1\r")
    if "TERM" not in plain and shutil.which("less", path=environment["PATH"]):  # it is read as on any other terminal
        terminal.wait_for("q quits")
        terminal.press("\x1b")
    terminal.wait_for("Back")
    terminal.press("b\r")
    terminal.wait_for("6) Leave\r\nNumber: ")
    terminal.press("2\r")
    terminal.wait_for("1/10")
    terminal.press("q\r")
    terminal.wait_for("No question was answered.")
    terminal.press("\x04")
    shown = terminal.end()

    assert not set("╭│╰─↑❯") & set(shown)
    assert terminal.process.exitstatus == 0


@pytest.mark.parametrize("less", [None, "-i", "-M -PMmine", "-E"])
def test_what_is_long_goes_through_the_pager_that_says_its_keys(environment: dict[str, str], less: str | None) -> None:
    if shutil.which("less", path=environment["PATH"]) is None:
        pytest.skip("this machine has no less")
    own = {} if less is None else {"LESS": less}
    terminal = Terminal(["show", "trotsky", "all"], {**environment, **own}, 80, lines=24)
    shown = terminal.wait_for("/ finds, q quits")
    terminal.press("q")
    terminal.end()

    assert shown.startswith("Leon Trotsky")
    assert "ESC" not in shown
    assert shown.splitlines()[-1].startswith("Leon Trotsky  line ")
    assert terminal.process.exitstatus == 0


@pytest.mark.parametrize("asked", [[], ["--plain"]], ids=["drawn", "--plain"])
def test_esc_leaves_the_pager(environment: dict[str, str], asked: list[str]) -> None:
    if shutil.which("less", path=environment["PATH"]) is None:
        pytest.skip("this machine has no less")
    terminal = Terminal(["show", "trotsky", "all", *asked], environment, 80, 24, AS_STARTED)
    terminal.wait_for("/ finds, q quits")
    terminal.press("\x1bOB")  # an arrow, which begins with the same code
    terminal.wait_for("line 24 of")
    terminal.press("\x1b")
    shown = terminal.end()

    assert "ESC" not in shown
    assert terminal.process.exitstatus == 0


@pytest.mark.parametrize("arrow", ["\x1b[C", "\x1bOC"])
def test_the_arrow_to_the_right_turns_the_page(environment: dict[str, str], arrow: str) -> None:
    if shutil.which("less", path=environment["PATH"]) is None:
        pytest.skip("this machine has no less")
    terminal = Terminal(["show", "trotsky", "all"], environment, 80, lines=24)
    terminal.wait_for("/ finds, q quits")
    terminal.press(arrow)
    terminal.wait_for("line 46 of")
    terminal.press("q")
    terminal.end()

    assert terminal.process.exitstatus == 0


def test_esc_in_what_is_looked_for_goes_back_to_the_page_and_no_key_after_a_message_is_lost(
    environment: dict[str, str],
) -> None:
    if shutil.which("less", path=environment["PATH"]) is None:
        pytest.skip("this machine has no less")
    terminal = Terminal(["show", "trotsky", "all"], environment, 80, lines=24)
    terminal.see("q quits")
    terminal.press("/a name")
    terminal.see("/a name")
    terminal.press("\x1b")
    terminal.see("line 23 of")
    terminal.press("/qqqqq\r")
    terminal.see("not found (press RETURN)")
    terminal.press("\x1b")
    terminal.see("line 23 of")
    terminal.press("/qqqqq\r")
    terminal.see("not found (press RETURN)")
    terminal.press(" ")
    terminal.see("line 46 of")
    terminal.press("\x1b")
    terminal.end()

    assert terminal.process.exitstatus == 0


def test_the_help_of_the_pager_names_its_keys_and_no_others(environment: dict[str, str]) -> None:
    if shutil.which("less", path=environment["PATH"]) is None:
        pytest.skip("this machine has no less")
    terminal = Terminal(["show", "trotsky", "all"], environment, 40, lines=24)
    terminal.wait_for("q quits")
    terminal.press("h")
    terminal.wait_for("Space on, q quits")
    terminal.press("\x1bOB")
    shown = terminal.wait_for("24/")
    terminal.press("q")
    terminal.end()

    assert "SUMMARY" not in shown
    assert shown.splitlines()[-1].startswith("Leon Trotsky  24/")


@pytest.mark.parametrize("plain", [{"TERM": "dumb"}, {}], ids=["dumb", "--plain"])
def test_plain_text_on_a_terminal_is_broken_between_words(environment: dict[str, str], plain: dict[str, str]) -> None:
    terminal = Terminal(["show", "healy", *([] if plain else ["--plain"])], {**environment, **plain}, 40)
    shown = terminal.end()
    words = set(" ".join(shown.split()).split())

    assert "head in turn of the Club, the Socialist Labour League" in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= 40
    assert "\x1b" not in shown
    assert {"International", "trotskyism"} <= words


def test_a_test_to_print_is_broken_for_the_terminal_that_it_is_read_on(small: dict[str, str]) -> None:
    narrow, wide = (Terminal(["export", "text", "-n", "2"], small, columns).end() for columns in (40, 80))

    assert max(map(len, narrow.splitlines())) <= 40 < max(map(len, wide.splitlines()))
    # A word that is longer than a line, such as the path of the checkout, is broken too; a heading is underlined as far
    # as its line goes.
    same, other = ("".join(each.replace("=", "").split()) for each in (narrow, wide))
    assert same == other


def test_messages_are_broken_between_words(environment: dict[str, str]) -> None:
    shown = Terminal(["show", "xyzzyqwv"], environment, 40).end()

    assert max(map(len, shown.splitlines())) <= 40
    assert "is near it, and no text has it." in " ".join(shown.split())


def test_the_library_says_that_it_is_compiled_if_that_takes_long(environment: dict[str, str], tmp_path: Path) -> None:
    slow = tmp_path / "sitecustomize.py"  # as on a machine that is slow
    slow.write_text("import time, trotskyism_cli.pack.reading.reader as r\nold = r.load_pack\n")
    with slow.open("a") as file:
        file.write("def load(*given):\n    time.sleep(3)\n    return old(*given)\nr.load_pack = load\n")
    settings = {**environment, "TROTSKYISM_PACK": SMALL, "TROTSKYISM_CACHE": str(tmp_path / "new")}
    settings["PYTHONPATH"] = f"{tmp_path}:{ROOT}"
    terminal = Terminal(["show", "danton"], settings, 80, program=AS_STARTED)
    terminal.wait_for("Preparing the library, once …")
    shown = terminal.end()

    assert "Preparing" not in shown
    assert shown.startswith("Georges Danton")


def test_a_plain_quiz_on_a_terminal_breaks_its_lines_between_words(small: dict[str, str], tmp_path: Path) -> None:
    def words(columns: int) -> list[str]:
        own = {**small, "TROTSKYISM_DATA": str(tmp_path / str(columns))}
        terminal = Terminal(["quiz", "--plain", "-n", "1", "--seed", "4"], own, columns, 60)
        terminal.see("pass")
        terminal.press("1\r")
        return terminal.end().split()

    assert words(24) == words(200)


@pytest.mark.parametrize("words", [["quiz", "--bogus"], ["search", "-n", "several", "adler"]], ids=["option", "number"])
def test_errors_of_usage_break_no_word_in_a_narrow_terminal(small: dict[str, str], words: list[str]) -> None:
    shown = Terminal(words, small, 40).end()

    assert every(len(each.rstrip()) < 40 or each.endswith(" ") for each in shown.splitlines())
    assert re.search("There is no option|is no whole number", " ".join(shown.split()))


def test_what_is_reported_breaks_between_words(small: dict[str, str]) -> None:
    narrow, wide = (Terminal(["pack", "check"], small, columns).end() for columns in (24, 200))

    assert narrow.split() == wide.split()


def test_a_plain_study_of_a_name_opens_no_pager(environment: dict[str, str], tmp_path: Path) -> None:
    own = {**environment, "TROTSKYISM_DATA": str(tmp_path)}
    terminal = Terminal(["study", "kautsky", "--plain"], own, 80, 24, AS_STARTED)
    terminal.see("to pass")

    assert "q quits" not in terminal.words()
    terminal.process.close(force=True)


@pytest.mark.parametrize(
    "words",
    [
        ["show", "stalinn"],
        ["show", "kronstdt", "rebelion"],
        ["links", "stalinn"],
        ["compare", "stalinn", "trotsky"],
        ["timeline", "stalinn"],
    ],
    ids=" ".join,
)
def test_how_a_name_was_read_stays_above_a_full_screen(environment: dict[str, str], words: list[str]) -> None:
    rows = Terminal(words, environment, 80, lines=24).end().split("\n")  # with what has gone off at the top

    assert rows[0].startswith("Read “")
    assert len(rows) == 24
