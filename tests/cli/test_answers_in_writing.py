"""What is said of answers that are written: in a pipe, on paper, and in the list of all questions."""

import re

from tests.cli.conftest import Run


def test_all_ways_are_named_in_which_questions_are_answered_instead(run: Run) -> None:
    said = run("quiz", "legend", "--response", "several").err

    assert said.startswith(
        "The chapter “The struggle after Lenin, 1922–1929” has no question with several right answers;"
    )
    assert "--response typed" in said
    assert "--response several" not in said


def test_a_line_in_a_pipe_that_is_no_answer_is_said_to_be_none(run: Run) -> None:
    said = run("quiz", "-n", "1", "--seed", "3", given="zzz\n").out

    assert "“zzz” is no answer, and each line is for one question.\n" in said
    assert "Passed." in said


def test_orders_and_pairs_are_answered_by_letters(run: Run) -> None:
    orders = run("questions", "-n", "2", "--seed", "3", "--response", "order").out
    pairs = run("questions", "-n", "2", "--seed", "3", "--response", "match").out

    dated = r"[a-z]: [^;\n]*\d{4}[^;\n]*(?:; [a-z]: [^;\n]*\d{4}[^;\n]*)+"
    assert len(re.findall(rf"^Answer: (?:[a-z](?:, [a-z])+|{dated})$", orders, re.MULTILINE)) == 2
    assert len(re.findall(r"^Answer: 1 [a-z](?:, \d [a-z])+$", pairs, re.MULTILINE)) == 2


def test_the_answers_on_paper_are_set_off_from_the_last_question(run: Run) -> None:
    assert "\n\n\fTrotskyism: answers\n" in run("export", "text", "-n", "2", "--seed", "3").out
