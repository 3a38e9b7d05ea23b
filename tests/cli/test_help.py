"""The first page of help: everything on a screen, in groups."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Run
from tests.cli.terminal_for_tests import AS_STARTED, Terminal
from tests.every_for_tests import every
from trotskyism_cli.cli.command_names import COMMANDS
from trotskyism_cli.cli.help.at_a_glance import EXAMPLES, EXPORT, help_text
from trotskyism_cli.export.registry import FORMATS
from trotskyism_cli.screen.lines import cells


@pytest.mark.parametrize("changed", [{}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}, {"ACCESSIBLE": "1"}], ids=str)
def test_it_fits_on_a_screen_and_names_every_command(run: Run, changed: dict[str, str]) -> None:
    shown = run("--help", **changed).out

    assert len(shown.splitlines()) <= 23
    assert max(len(re.sub("\x1b\\[[0-9;]*m", "", each)) for each in shown.splitlines()) <= 80
    assert set(COMMANDS) <= set(re.findall(r"[a-z]+", shown))
    options = {"--plain", "--pack", "--data-dir", "--version", "--install-completion"}
    assert options <= set(shown.replace(",", " ").split())
    assert every(each in shown for each in EXAMPLES)


@pytest.mark.parametrize("width", [40, 69, 70, 80, 200])
def test_it_is_as_wide_as_the_terminal_and_says_the_same(width: int) -> None:
    shown = help_text(width)

    assert max(map(len, shown.splitlines())) <= width
    assert set(shown.split()) == set(help_text(80).split())


@pytest.mark.parametrize("changed", [{}, {"FORCE_COLOR": "1"}, {"ACCESSIBLE": "1"}], ids=str)
def test_the_formats_fit_on_a_screen_and_none_is_left_out(run: Run, changed: dict[str, str]) -> None:
    shown = run("export", "--help", **changed).out

    assert len(shown.splitlines()) <= 23
    assert max(len(re.sub("\x1b\\[[0-9;]*m", "", each)) for each in shown.splitlines()) <= 80
    assert {form.name for form in FORMATS} | {"book", "graph", "timeline"} <= set(re.findall(r"[a-z0-9-]+", shown))
    assert every(each in shown for each in EXPORT.examples)


def test_bold_letters_add_nothing() -> None:
    assert re.sub("\x1b\\[[0-9;]*m", "", help_text(80, bold=True)) == help_text(80)


@pytest.mark.parametrize("words", EXAMPLES)
def test_the_examples_run(run: Run, words: str) -> None:
    assert run(*words.split()[1:], given="q\n").code == 0


@pytest.mark.parametrize("words", [("show", "danton"), ("list",), ("stats",), ("on", "1794"), ("search", "danton")])
def test_every_command_takes_plain_after_its_name(run: Run, words: tuple[str, ...]) -> None:
    settings = {"TROTSKYISM_PACK": SMALL, "FORCE_COLOR": "1"}

    after, before = run(*words, "--plain", **settings), run("--plain", *words, **settings)

    assert after == before
    assert after.code == 0
    assert "\x1b" not in after.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("quiz", "99"), "There is no chapter or entry “99”. For so many questions: trotskyism quiz -n 99\n"),
        (("quiz", "1"), "About chapter 1, The Revolution. For so many questions: trotskyism quiz -n 1\n"),
        (("compare", "danton"), "Georges Danton is one name; give a second one: trotskyism compare danton NAME\n"),
    ],
)
def test_what_was_nearly_meant_is_said(run: Run, words: tuple[str, ...], said: str) -> None:
    assert run(*words, TROTSKYISM_PACK=SMALL).err == said


def test_a_quiz_says_that_there_are_fewer_questions(run: Run) -> None:
    asked = run("quiz", "danton", "-n", "500", TROTSKYISM_PACK=SMALL)
    (there,) = re.findall(r"^You asked for 500; the book has (\d+) such questions\..*\n$", asked.err)

    assert asked.out.lstrip().startswith(f"1/{there}\n")


def test_where_an_entry_gives_too_few_questions_its_chapter_is_named_with_how_many_it_has(run: Run) -> None:
    quiz = run("quiz", "mercader", "-n", "50", given="q\n").err
    written = run("export", "gift", "mercader", "-n", "50").err
    printed = run("questions", "mercader", "-n", "50").err
    count = ("questions", "founding-the-fourth", "-n", "500", "--json")
    of_chapter, of_choices = (len(run(*count, *how).out.splitlines()) for how in ((), ("--response", "choice")))

    chapter = " The chapter nearest to it has {}: trotskyism {} founding-the-fourth\n"
    more = chapter.format(of_choices, "quiz")
    assert re.fullmatch(rf"You asked for 50; the book has \d+ such questions?\.{more}", quiz)
    more = chapter.format(of_chapter, "export gift")
    assert re.fullmatch(rf"\d+ questions? written\. There are no more that fit\.{more}", written)
    more = chapter.format(of_chapter, "questions")
    assert re.fullmatch(rf"\d+ questions?\.{more}", printed)


@pytest.mark.parametrize("command", [("quiz",), ("export", "gift")])
def test_the_examples_of_the_help_give_as_many_questions_as_they_ask_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    example = rf"trotskyism ({' '.join(command)} [a-z].*)"
    (words,) = re.findall(example, run(*command, "--help").out)

    assert re.search("You asked for|no more that fit", run(*words.split(), given="q\n").err) is None


@pytest.mark.parametrize("command", [*COMMANDS, "export anki", "import gift", "pack new"])
@pytest.mark.parametrize("width", [40, 80])
def test_the_help_of_a_command_is_plain_and_as_wide_as_the_terminal(run: Run, command: str, width: int) -> None:
    shown = run(*command.split(), "--help", COLUMNS=str(width)).out

    assert shown.startswith(("Usage: ", "trotskyism export FORMAT: "))
    lines = [each.rstrip() for each in shown.splitlines() if not each.startswith("Usage: ")]
    assert max(map(cells, lines)) <= width
    assert not set("╭╮╰╯│") & set(shown)
    assert "INTEGER" not in shown
    assert "<=x" not in shown


def test_a_long_help_is_read_in_the_pager(environment: dict[str, str]) -> None:
    terminal = Terminal(["quiz", "--help"], environment, 80, 24, AS_STARTED)
    shown = terminal.see("q quits")

    assert "  line 23 of 41  Space on, b back, / finds, q quits" in shown
    terminal.press("q")
    terminal.end()
    assert terminal.process.exitstatus == 0
