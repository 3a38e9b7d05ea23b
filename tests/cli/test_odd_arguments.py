"""What nobody should type, and somebody will: no words, no dates, no numbers, bytes that are no text, a full disk."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT, MakePack

FULL = f"{sys.executable} -m trotskyism_cli %s > /dev/full"
NO_TEXT = b"\xff".decode(errors="surrogateescape")


@pytest.mark.parametrize("words", ["--help", "show lenin", "list --json", "pack info", "quiz -n 1"])
def test_a_full_disk_is_said_in_one_line(environment: dict[str, str], words: str) -> None:
    done = subprocess.run(
        ["sh", "-c", FULL % words], capture_output=True, text=True, env=environment, input="", timeout=60, check=False
    )

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("The output could not be written: No space left")
    assert "Traceback" not in done.stderr


LOADING = """
import signal, sys
class Slow:
    def find_spec(self, name, path=None, target=None):
        if name == "trotskyism_cli.cli.app":
            signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Slow())
from trotskyism_cli.__main__ import main
main()
"""


def test_an_interruption_while_the_program_is_loaded(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADING], capture_output=True, text=True, env=environment, timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (130, "Interrupted.\n")


COMMANDS = ("show", "search", "quote", "timeline", "summary", "quiz", "tree", "links", "on")


@pytest.mark.parametrize(
    ("command", "odd"), [*((each, NO_TEXT) for each in COMMANDS), ("show", "%"), ("search", "\U0001f6a9")]
)
def test_what_has_no_letters_names_nothing(run: Run, command: str, odd: str) -> None:
    ended = run(command, odd)

    assert ended.code == 1
    assert ended.out == ""
    assert len(ended.err.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        *(("quiz", "--time-limit", value) for value in ("nan", "inf", "1e308", "-1")),
        ("study", "--minutes", "nan"),
    ],
)
def test_a_length_of_time_is_a_number(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == 2


NO_DATES = ("31 february 1917", "10/25/1917", "1917-13-01", "1917 1918", "31 november", "0", "13/13", "7/0")


@pytest.mark.parametrize("text", NO_DATES)
def test_a_date_that_is_none_is_not_taken_for_its_year(run: Run, text: str) -> None:
    assert run("on", *text.split()).code == 1


@pytest.mark.parametrize("text", NO_DATES[:2])
def test_nor_is_it_where_an_option_wants_one(run: Run, text: str) -> None:
    ended = run("timeline", "--from", text)

    assert ended.code == 2
    assert f"“{text}” is not a date with a year" in ended.err


def test_a_chapter_goes_by_its_number_in_the_list_of_chapters(run: Run) -> None:
    listed = [row.split("\t")[:2] for row in run("summary").out.splitlines()[1:]]

    for number, title in (listed[0], listed[2], listed[-1]):
        assert run("summary", number).out.startswith(f"{title} (chapter)")
        assert run("summary", "Chapter", number).out == run("summary", number).out
    assert run("summary", "0").code == run("summary", str(len(listed) + 1)).code == 1


def test_one_unknown_name_is_not_taken_for_a_missing_second(run: Run) -> None:
    assert "called “xyzzyqwv”. No name is near it. Look in all" in run("links", "xyzzyqwv").err


@pytest.mark.parametrize(
    ("name", "further"),
    [
        ("xyz", "No name is near it, and no text has it. Try other words, or see: trotskyism list"),
        ("qq", "No name is near it, and no text has it. Try other words, or see: trotskyism list"),
        ("kamen", "\nDid you mean: Lev Kamenev?"),
        ("troksyism", '\nDid you mean: Trotskyism, "Trotskyism" (the word)?'),
    ],
)
def test_only_a_name_that_is_near_is_suggested(run: Run, name: str, further: str) -> None:
    ended = run("show", name)

    assert ended.code == 1
    assert ended.err.rstrip("\n").endswith(further)


@pytest.mark.parametrize("command", [("pack",), ("export",), ("progress",)])
def test_help_cuts_no_description_short(run: Run, command: tuple[str, ...]) -> None:
    assert "..." not in run(*command, "--help").out.partition("Commands:")[2]


@pytest.mark.parametrize("command", ["show", "search"])
def test_a_long_word_is_repeated_in_part(run: Run, command: str) -> None:
    assert f"“{'a' * 59}…”" in run(command, "a" * 5000).err


def test_a_file_is_no_folder_for_progress(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert run("--data-dir", str(tmp_path / "file"), "progress", "export").err == (
        f"{tmp_path / 'file'} is not a folder. Choose another folder for your progress: --data-dir DIR\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("links", "bastille"), "Read about it: "),
        (("quote",), "This pack has no quotations. See what there is: "),
        (("links", "robespierre", "to", "brumaire"), "Read about it: "),
        (("timeline", "--to", "1600"), "Nothing with a date matches. See all dates: "),
    ],
)
def test_what_is_not_there_leads_elsewhere(run: Run, words: tuple[str, ...], said: str) -> None:
    ended = run(*words, TROTSKYISM_PACK=str(ROOT / "tests" / "packs" / "french-revolution"))

    assert ended.code == 1
    assert said in ended.err


@pytest.mark.parametrize(
    ("command", "nothing"), [("show", "   "), *((each, "") for each in ("search", "show", "tree", "links", "compare"))]
)
def test_no_words_are_wrong_usage(run: Run, command: str, nothing: str) -> None:
    ended = run(command, nothing)

    assert ended.code == 2
    assert ended.err == f"There is nothing to look for; give some words: trotskyism {command} WORDS\n"


@pytest.mark.parametrize("words", [("show", "robespierre", "--json"), ("pack", "check")])
def test_the_file_pack_yaml_stands_for_its_folder(run: Run, words: tuple[str, ...]) -> None:
    folder = ROOT / "tests" / "packs" / "french-revolution"

    assert run("--pack", str(folder / "pack.yaml"), *words).out == run("--pack", str(folder), *words).out != ""
    assert run("--pack", str(folder / "topics.yaml"), *words).err == (
        f"{folder / 'topics.yaml'} is not a folder; give the folder that holds pack.yaml\n"
    )


@pytest.mark.parametrize("command", ["compare", "links"])
def test_two_names_of_one_entry(run: Run, command: str) -> None:
    ended = run(command, "lenin", "and", "ulyanov")

    assert ended.code == 2
    assert f"Both names mean Vladimir Lenin; name another: trotskyism {command} " in ended.err
    assert run(command, "trotskyism and stalinism").code == 0


def test_a_retry_without_its_seed_would_ask_other_questions(run: Run) -> None:
    ended = run("quiz", "--retry", "2,5")

    assert ended.code == 2
    assert "--seed" in ended.err


@pytest.mark.parametrize("command", ["export", "import", "pack", "study", "search"])
def test_help_has_two_examples_and_only_its_own_options(run: Run, command: str) -> None:
    shown = run(command, "--help").out

    assert len(re.findall(r"^(?:Try)? +trotskyism ", shown, re.MULTILINE)) >= 2
    assert "-completion" not in shown


@pytest.mark.parametrize(
    "words", [("quiz", "--help"), ("export", "gift", "--help"), ("quiz", "-n", "0"), ("export", "nix")]
)
def test_help_and_errors_of_usage_are_the_same_lines_everywhere(run: Run, words: tuple[str, ...]) -> None:
    plain, drawn = run(*words), run(*words, FORCE_COLOR="1")
    bare = re.sub(r"\x1b\[[0-9;]*m", "", drawn.out + drawn.err)

    assert "╭" not in plain.out + plain.err + bare
    assert bare.split() == (plain.out + plain.err).split()
    assert plain.code == drawn.code == (0 if "--help" in words else 2)


def test_help_says_what_the_arguments_are(run: Run) -> None:
    assert "In any spelling; no quotes needed." in run("show", "--help").out
    assert "One of: people, organisations, " in run("list", "--help").out


@pytest.mark.parametrize(
    ("group", "typed", "meant"), [("pack", "chekc", "did you mean check?"), ("export", "gitf", "Did you mean: gift")]
)
def test_a_misspelt_command_of_a_group_is_mended_once(run: Run, group: str, typed: str, meant: str) -> None:
    ended = run(group, typed)

    assert ended.code == 2
    assert ended.err.count(meant) == 1


def test_what_a_broken_pack_holds_is_said_with_what_is_left_out(run: Run, make_pack: MakePack) -> None:
    folder = str(make_pack(topics="topics:\n  - {id: t, title: T, order: 1, summary: S., entries: [nobody]}\n"))

    ended = run("pack", "info", folder)

    assert ended.code == 1
    assert "\nEntries: " in ended.out
    assert ended.err == f"Not counted: what 2 problems spoiled. See: trotskyism pack check {folder}\n"


def test_what_a_pack_holds_is_said_in_words_and_by_relation_only_if_asked(run: Run) -> None:
    told = run("pack", "info").out
    by_relation = run("pack", "info", "--relations").out

    assert len(told.splitlines()) < 12
    assert re.search(r"^Entries: \d+ \(\d+ people, \d+ organisations, ", told, re.MULTILINE)
    assert "split-from" not in told
    assert re.search(r"^\d+\tsplit from\tsplit-from$", by_relation, re.MULTILINE)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("compare", "Two names are missing. For example: trotskyism compare trotskyism stalinism"),
        ("show", "A name is missing. For example: trotskyism show miliukov"),
        ("import q.gift", "--output is missing. For example: trotskyism import exam.gift -o my-exam"),
        ("list --by born", "--by: “born” is not one of “name”, “time”, “author”. See: trotskyism list --help"),
        ("list --bla", "There is no option “--bla”; did you mean --plain or --by? See: trotskyism list --help"),
        ("quiz --topic", "There is no option “--topic”. See: trotskyism quiz --help"),
        ("quiz -n 0", "-n or --number: 0 is not from 1 to 100000. See: trotskyism quiz --help"),
        ("quiz -n x", "-n or --number: “x” is no whole number. See: trotskyism quiz --help"),
        ("pack chek", "There is no command “chek”; did you mean check or schema? See: trotskyism pack --help"),
        ("class", "Missing command. See: trotskyism class --help"),
        ("export gift -n", "Option “-n” needs a value."),
        ("--pack field show", "A name is missing. For example: trotskyism --pack field show miliukov"),
    ],
)
def test_what_is_typed_wrongly_is_told_in_one_line(run: Run, typed: str, told: str) -> None:
    ended = run(*typed.split())

    assert (ended.code, ended.out, ended.err) == (2, "", f"{told}\n")


@pytest.mark.parametrize(
    "question", ["what is the third estate?", "what is the fourth estate?", "what is a guillotine?"]
)
def test_a_question_after_show_ends_in_no_failure(run: Run, question: str) -> None:
    ended = run("show", question)

    assert ended.code == 1
    assert "Traceback" not in ended.err
