"""Every key of a quiz, a study session and the menu, in a real terminal."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import PASSAGE, SMALL, Run
from tests.cli.terminal_for_tests import Terminal
from tests.cli.test_study import learn
from tests.every_for_tests import every

pytestmark = pytest.mark.long

DOWN, UP, LEFT, ESCAPE, ENTER = "\x1b[B", "\x1b[A", "\x1b[D", "\x1b", "\r"
CTRL_C, CTRL_Z = "\x03", "\x1a"
STOPS, QUESTION, FEEDBACK = "Stop here? q stops", "? pass", "r read the entry"

Start = Callable[..., Terminal]


@pytest.fixture
def environment(environment: dict[str, str]) -> dict[str, str]:
    """With a small pack, for what does not depend on the content."""
    return {**environment, "TROTSKYISM_PACK": SMALL}


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Start]:
    """Starts the program: `start("quiz", columns=40)`."""
    begun: list[Terminal] = []

    def make(*words: str, columns: int = 80, lines: int = 24, **changed: str) -> Terminal:
        begun.append(Terminal(list(words), {**environment, **changed}, columns, lines))
        return begun[-1]

    yield make
    for terminal in begun:
        terminal.process.close(force=True)


def a_quiz(start: Start, response: str = "choice", number: int = 2, **size: int) -> Terminal:
    terminal = start("quiz", "-n", str(number), "--seed", "4", "--response", response, **size)
    terminal.see(f"1/{number}")
    terminal.see(QUESTION)
    return terminal


def test_what_stood_above_a_question_goes_when_the_quiz_is_stopped_at_it(start: Start) -> None:
    quiz = a_quiz(start)
    quiz.press("1")
    quiz.see(FEEDBACK)
    quiz.press(ENTER)
    quiz.see("2/2")
    quiz.press("q")
    quiz.see("Score")

    assert "2/2" not in quiz.see("Score")


def test_escape_asks_and_enter_goes_on(start: Start) -> None:
    quiz = a_quiz(start)
    quiz.press(ESCAPE)
    quiz.see(STOPS)
    quiz.press(ENTER)
    shown = quiz.see_gone(STOPS)

    assert "1/2" in shown
    assert "Score" not in shown


def test_escape_and_enter_at_once_end_nothing(start: Start) -> None:
    quiz = a_quiz(start)
    quiz.press(ESCAPE + ENTER)
    quiz.press("1")

    assert "Score" not in quiz.see(FEEDBACK)


@pytest.mark.parametrize("response", ["choice", "typed"])
def test_after_escape_no_key_answers_by_mistake(start: Start, response: str) -> None:
    quiz = a_quiz(start, response)
    quiz.press(ESCAPE)
    quiz.see(STOPS)
    quiz.press(f"2x?{ESCAPE}")
    time.sleep(0.5)
    quiz.press("\x7f")
    shown = quiz.see("Enter goes on")
    assert FEEDBACK not in shown
    assert "2x" not in shown
    quiz.press(ENTER)
    quiz.see_gone(STOPS)
    quiz.press("?\r")

    assert "Passed." in quiz.see(FEEDBACK)


def test_escape_and_q_stop(start: Start) -> None:
    quiz = a_quiz(start)
    quiz.press(ESCAPE)
    quiz.see(STOPS)
    quiz.press("q")

    assert "No question was answered." in quiz.end()


@pytest.mark.parametrize("key", ["b", "x", LEFT, "\x7f", "9", "u"])
def test_other_keys_leave_a_question_as_it_is(start: Start, key: str) -> None:
    quiz = a_quiz(start)
    quiz.press(key + DOWN + DOWN)

    assert " » 3)" in quiz.see("» 3)")


def test_the_feedback_keeps_the_options_and_fits(start: Start) -> None:
    quiz = a_quiz(start)
    quiz.press("1")
    shown = quiz.see(FEEDBACK)

    assert every(f" {number}) " in shown for number in (1, 2, 3))
    assert shown.count("✓") >= 1
    assert "1/2" in shown
    assert "u take back" in shown


def test_an_entry_and_its_sources_are_read_from_the_feedback(start: Start) -> None:
    quiz = start("quiz", "-n", "1", "--seed", "4", lines=60, PAGER="cat")
    quiz.see(QUESTION)
    quiz.press("1")
    quiz.see("to the score")
    assert "s source" in quiz.see("to the score")
    quiz.press("s")
    quiz.see("• ")
    assert "s source" not in quiz.see("to the score").rpartition("• ")[2]
    quiz.press("s")  # they stand there already
    quiz.press("r")
    quiz.see("trotskyism show ")  # the card of the entry
    quiz.see("to the score")
    quiz.press(ENTER)

    assert "Score: " in quiz.end()


def test_an_exam_shows_no_count_of_right_answers(start: Start, run: Run) -> None:
    quiz = start("quiz", "-n", "3", "--seed", "4", "--exam")
    for number in (1, 2, 3):
        quiz.see(f"{number}/3 {number - 1} answered")
        shown = quiz.see(QUESTION)
        assert "right" not in shown
        quiz.press("1")
    report = quiz.see("q goes on to the end")
    quiz.press("q")
    shown = quiz.end()

    assert "Right, by chapter" in report
    assert "Score: " in shown


def test_figures_and_the_blank_mark_several(start: Start, of_several: str) -> None:
    quiz = start("quiz", "-n", "1", "--response", "several", TROTSKYISM_PACK=of_several)
    quiz.see(QUESTION)
    quiz.press(ENTER)
    quiz.see("Nothing is marked yet")
    quiz.press("13")
    quiz.see("» [x] 3)")
    quiz.press("3" + UP + " ")
    shown = quiz.see("» [x] 2)")

    assert "[x] 1)" in shown
    assert "[ ] 3)" in shown
    quiz.press(ENTER)
    quiz.see("to the score")


@pytest.mark.parametrize("back", ["b", LEFT, ESCAPE])
def test_numbers_stay_with_their_options_in_order_and_a_step_back_gives_the_last_free(start: Start, back: str) -> None:
    quiz = a_quiz(start, "order", 1)
    before = [line.split(") ")[1] for line in quiz.now().splitlines() if line.lstrip(" »")[1:3] == ") "]
    quiz.press("2")
    quiz.see("→ 1")
    after = [line.split(") ")[1] for line in quiz.now().splitlines() if line.lstrip(" »")[1:3] == ") "]
    quiz.press(back)
    shown = quiz.see_gone("→ 1")

    assert [each.partition(" →")[0].rstrip() for each in after] == [each.rstrip() for each in before]
    assert "Which comes first?" in shown


def test_a_step_back_in_match(start: Start) -> None:
    quiz = a_quiz(start, "match", 1)
    quiz.press("1")
    quiz.see("» b)")
    quiz.press("b")
    quiz.see("» a)")
    quiz.press(ESCAPE)

    assert "» a)" in quiz.see(STOPS)


def test_what_is_pasted_is_no_choice_but_can_be_a_written_answer(start: Start) -> None:
    quiz = a_quiz(start)
    quiz.press("\x1b[200~1234\nq\x1b[201~" + DOWN)
    assert "1/2" in quiz.see("» 2)")

    written = a_quiz(start, "typed", 1)
    written.press("\x1b[200~Maximilien\nRobespierre \x1b]0;x\x07\x1b[201~")
    assert "Maximilien Robespierre" in written.see("Robespierre")
    written.press(ENTER)
    written.see("to the score")


def test_escape_keeps_what_was_written(start: Start) -> None:
    quiz = a_quiz(start, "typed", 1)
    quiz.press("Dan" + ESCAPE)
    quiz.see(STOPS)
    quiz.press(ENTER)
    quiz.see_gone(STOPS)
    quiz.press("ton")
    quiz.see("Danton")


@pytest.mark.parametrize("response", ["choice", "several", "order", "match", "typed"])
@pytest.mark.parametrize(("columns", "lines"), [(20, 10), (40, 12)])
def test_a_small_window_is_enough(start: Start, response: str, columns: int, lines: int, of_several: str) -> None:
    pack = of_several if response == "several" else SMALL
    keys = {"choice": "1", "several": "1" + ENTER, "order": "123456", "match": "1111", "typed": "1789" + ENTER}
    quiz = start(
        "quiz", "-n", "1", "--seed", "4", "--response", response, columns=columns, lines=lines, TROTSKYISM_PACK=pack
    )
    quiz.see("stop")
    quiz.press(keys[response])
    quiz.see("to the score")
    quiz.press(ENTER)

    assert "Score: " in " ".join(quiz.end().split())
    assert quiz.process.exitstatus == 0


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (40, 24), (20, 10)])
def test_a_passage_is_read_before_the_question_and_stays_above_it(
    start: Start, columns: int, lines: int, on_a_passage: str
) -> None:
    quiz = start("quiz", "-n", "1", "--kind", "written", columns=columns, lines=lines, TROTSKYISM_PACK=on_a_passage)
    if columns < 80:
        quiz.see("read it · q")
        assert QUESTION not in quiz.words()
        quiz.press(ENTER)
    shown = quiz.see(QUESTION if columns > 20 else "» 1)")
    if columns == 80:
        assert "“in the year 1 they did" in shown
        assert shown.count("│ ") >= 8
    quiz.press("1")
    quiz.see("to the score")
    quiz.press(ENTER)
    told = " ".join(each.removeprefix("│ ") for each in quiz.end().splitlines())

    assert " ".join(told.split()).count(f"“{PASSAGE}” (Georges Danton, 1793)") == 1
    assert "Score: " in told
    assert quiz.process.exitstatus == 0


def test_a_quiz_is_left_from_a_passage(start: Start, on_a_passage: str) -> None:
    quiz = start("quiz", "-n", "1", "--kind", "written", columns=40, TROTSKYISM_PACK=on_a_passage)
    quiz.see("read it · q")
    quiz.press("q")

    assert "No question was answered." in quiz.end()


def test_a_window_made_smaller_and_larger_in_a_question(start: Start) -> None:
    quiz = a_quiz(start)
    words = quiz.words()
    for columns, lines in ((40, 24), (20, 10), (100, 30)):
        quiz.resize(columns, lines)
        quiz.press(DOWN)
        quiz.see("»")
    quiz.press(UP)
    shown = quiz.see(QUESTION)

    assert max(map(len, shown.splitlines())) <= 100
    assert set(" ".join(shown.split()).split()) <= {*words.split(), "»"}  # no half words
    quiz.press("1")
    quiz.see(FEEDBACK)


def test_an_answer_is_taken_back_in_study(start: Start) -> None:
    study = start("study", "--new", "2", "--test")
    study.see(QUESTION)
    study.press("?")
    study.see("u take back")
    study.press("u")
    study.see("Taken back")
    study.see(QUESTION)
    study.press("?")
    study.see("u take back")
    study.press(ENTER)
    study.see("u take back the last")
    study.press("q")

    assert "1 question answered" in study.end()


def test_the_options_of_what_was_met_are_shown_when_the_answer_was_tried(start: Start, tmp_path: Path) -> None:
    learn(tmp_path / "data", "danton.born")
    study = start("study", "--new", "0", TROTSKYISM_DATA=str(tmp_path / "data"))
    shown = study.see("Enter shows the options")
    assert "»" not in shown
    study.press("In 1759")
    study.see("In 1759")
    study.press(ENTER)
    study.see("You wrote: In 1759")
    study.see("↑ ↓ Enter or a number")
    study.press("1")
    study.see(FEEDBACK)


def test_an_answer_is_taken_back_in_a_quiz_and_counts_no_more(start: Start, run: Run) -> None:
    quiz = a_quiz(start, number=1)
    quiz.press("1")
    quiz.see("u take back")
    quiz.press("u")
    quiz.see("Taken back: your answer")
    quiz.see(QUESTION)
    quiz.press("2")
    quiz.see(FEEDBACK)
    quiz.press(ENTER)

    assert "/1 (" in quiz.end()
    assert "1 answer" in run("progress", TROTSKYISM_PACK=SMALL).out


def test_a_written_answer_that_was_refused_can_be_counted_as_right(start: Start, run: Run) -> None:
    quiz = a_quiz(start, "typed", 1)
    quiz.press("whoever it was" + ENTER)
    quiz.see("c count it as right")
    quiz.press("c")
    shown = quiz.see("Counted as right; what stands above no longer holds. Enter to the score")  # keys are heeded again
    assert "count it as right" not in shown
    quiz.press(ENTER)

    ended = quiz.end()
    assert "1 answer came faster than one can read the question" in ended
    assert "Score: 1/1 (100%), 1 of them after the right answer was shown" in ended
    assert "Not counted: 1 answer, faster than one can read." in run("stats", TROTSKYISM_PACK=SMALL).out


def test_an_answer_that_was_chosen_is_never_counted_as_right_on_demand(start: Start) -> None:
    quiz = a_quiz(start, number=2)
    for _ in range(2):
        quiz.press("1")
        assert "count it as right" not in quiz.see(FEEDBACK)
        quiz.press(ENTER)


def test_reasons_that_did_not_fit_the_window_are_shown_when_asked_for(start: Start) -> None:
    roomy, low = a_quiz(start, number=1), a_quiz(start, number=1, lines=14)
    for quiz in (roomy, low):
        quiz.press("1")
    whole, cut = roomy.see("to the score"), low.see("a all reasons")
    low.press("a")
    last = whole[: whole.index("Enter to the score")].split()[-4:]

    assert "a all reasons" not in whole
    assert len(cut.split()) < len(whole.split())
    low.see(" ".join(last))
    low.press("q")
    low.see("to the score")


def test_stopping_before_the_first_answer_is_said_as_it_is(start: Start) -> None:
    study = start("study", "--new", "2", "--test")
    study.see(QUESTION)
    study.press("q")
    shown = study.end()

    assert "No question was answered; nothing has changed." in shown
    assert shown.count("No question was answered") == 1
    assert "Done" not in shown


def test_confidence_can_be_left_unsaid(start: Start) -> None:
    quiz = start("quiz", "-n", "1", "--seed", "4", "--confidence")
    quiz.see(QUESTION)
    quiz.press("1")
    quiz.see("How sure are you?")
    quiz.press(ESCAPE)
    quiz.see("to the score")


@pytest.mark.parametrize("back", ["q", "b", LEFT, ESCAPE])
def test_every_step_back_of_the_menu(environment: dict[str, str], back: str) -> None:
    menu = Terminal([], {**environment, "TROTSKYISM_PACK": "", "PAGER": "cat"}, 80, 60)
    menu.see("q or Esc leaves")
    menu.press("4")
    menu.see("Which chapter?")
    menu.press("3" + ENTER)
    menu.see("» 3)")
    menu.press("14")
    menu.see("» 14)")
    menu.press(back)
    menu.see("What next?")
    menu.press("1")
    menu.see("Enter looks it up")
    menu.press("q" + ESCAPE)
    menu.see("What next?")
    menu.press(back if back in ("q", ESCAPE) else "6")
    menu.end()

    assert menu.process.exitstatus == 0


def test_a_quiz_that_is_stopped_goes_back_to_the_menu(start: Start) -> None:
    menu = start(lines=60)
    menu.see("What next?")
    menu.press("2")
    menu.see(QUESTION)
    menu.press("q")
    menu.see("No question was answered.")
    menu.see("Enter: menu")
    menu.press("\r")  # one Enter too many begins no quiz
    menu.see("» 2) Take a quiz")
    menu.press(CTRL_C)
    menu.end()

    assert menu.process.exitstatus == 130


def test_a_session_is_put_aside_and_taken_up_again(environment: dict[str, str]) -> None:
    bash = shutil.which("bash", path=environment["PATH"])
    if bash is None:
        pytest.skip("this machine has no bash")
    shell = Terminal(["--norc", "-i"], {**environment, "PS1": "shell> "}, 80, 40, program=(bash,))
    shell.see("shell>")
    shell.press(f"{sys.executable} -m trotskyism_cli quiz -n 1 --seed 4\r")
    shell.see(QUESTION)
    shell.press(CTRL_Z)
    shell.see("Stopped")
    shell.press("fg\r")
    shell.see("fg")
    shell.see(QUESTION)
    shell.press("1")
    shell.see("to the score")
    shell.press(ENTER)
    shell.see("Score: ")
    shell.press("exit\r")
    shell.end()


AT_WORK = """
import pathlib, select, sys
from trotskyism_cli.screen.output.progress_line import at_work

with at_work("Making …"):
    print("at work", flush=True)
    while not pathlib.Path(sys.argv[1]).exists():
        pass
print("left over:", len(select.select([sys.stdin], [], [], 0)[0]), flush=True)
print("echo:", sys.stdin.readline().strip(), flush=True)
"""


def test_keys_pressed_while_something_is_made_are_neither_echoed_nor_kept(
    environment: dict[str, str], tmp_path: Path
) -> None:
    terminal = Terminal(["-c", AT_WORK, str(tmp_path / "done")], environment, 80, program=(sys.executable,))
    terminal.see("at work")
    terminal.see("Making …")
    terminal.press(f"abc{DOWN}xyz\r")
    time.sleep(1)  # the kernel hands keys on in its own time
    (tmp_path / "done").touch()
    shown = terminal.see("left over: 0")
    terminal.press("seen\r")
    after = terminal.see("echo: seen")

    assert "xyz" not in shown
    assert "Making" not in shown
    assert after.count("seen") == 2  # echoed again
    terminal.end()


def looked_up(start: Start, words: str, **changed: str) -> Terminal:
    """The menu, in which something was looked up."""
    menu = start(lines=60, **changed)
    menu.see("What next?")
    menu.press("1")
    menu.see("Enter looks it up")
    menu.press(words + ENTER)
    return menu


def test_after_a_look_up_the_menu_is_one_line(start: Start) -> None:
    menu = looked_up(start, "danton")
    menu.see("Enter: menu · q leaves")
    menu.press(ENTER)
    menu.see("» 1) Look something up")
    menu.press("q")
    menu.end()

    assert menu.process.exitstatus == 0


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("1794", "Manifesto of the Plebeians published"),
        ("5 april 1794", "5 April 1794"),
        ("when did danton die", "died on 5 April 1794"),
        ("danton and robespierre", "no direct tie"),
        ("danton --sources", "Sources"),
        ("shwo danton", "Did you mean: show danton"),
    ],
)
def test_the_menu_looks_up_whatever_the_command_line_does(start: Start, words: str, shown: str) -> None:
    looked_up(start, words, PAGER="cat").see(shown)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("xqzw", "Nothing in the book is called “xqzw”. No name is near it, and no text has it."),
        ("tree", "A name is missing. For example: tree "),
        ("compare danton", "give a second one: compare danton NAME"),
    ],
)
def test_the_menu_answers_below_what_was_typed_in_the_words_of_its_prompt(start: Start, words: str, said: str) -> None:
    menu = looked_up(start, words)
    menu.see(said)

    answered = menu.words().rpartition(f"» {words} ")[2]
    assert said in answered
    assert "trotskyism" not in answered


def test_the_menu_stays_after_an_answer_that_is_none(start: Start) -> None:
    menu = looked_up(start, "why did danton marry")
    menu.see("opens, words ask, Enter leaves")
    menu.press(ENTER)
    menu.see("Enter: menu · q leaves")
    menu.press("q")
    menu.end()

    assert menu.process.exitstatus == 0
