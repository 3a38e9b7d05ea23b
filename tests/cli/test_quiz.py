"""Quizzes and the bank, through the real program."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import PASSAGE, SMALL, Run
from tests.every_for_tests import every


@pytest.fixture
def environment(environment: dict[str, str]) -> dict[str, str]:
    """With a small pack in place of the built-in one, which a test can ask for by `TROTSKYISM_PACK=None`."""
    return {**environment, "TROTSKYISM_PACK": SMALL}


def test_a_piped_quiz_follows_the_contract(run: Run) -> None:
    ended = run("quiz", "-n", "3", "--seed", "1", given="1\n?\nb\n")
    lines = ended.out.splitlines()

    assert ended.code == 0
    assert [line for line in lines if re.fullmatch(r"\d/\d", line)] == ["1/3", "2/3", "3/3"]
    assert re.fullmatch(r"Score: [0-2]/3 \(\d+%\)", lines[-1])
    assert lines[1].endswith("?")
    assert lines[2].startswith("1) ")


def test_the_right_answers_give_full_marks_by_text_letter_or_number(run: Run) -> None:
    words = ("-n", "3", "--seed", "5", "--response", "choice")
    bank = [json.loads(line) for line in run("questions", *words, "--json").out.splitlines()]
    ways = [
        bank[0]["options"][bank[0]["answer_index"]],
        "abcde"[bank[1]["answer_index"]],
        str(bank[2]["answer_index"] + 1),
    ]

    ended = run("quiz", "-n", "3", "--seed", "5", given="\n".join(ways))

    assert ended.out.endswith("Score: 3/3 (100%)\n")


@pytest.mark.parametrize(
    ("given", "score"),
    [
        ("", "No question was answered."),
        ("q\n", "No question was answered."),
        ("?\n", "Score: 0/1 (0%)"),
        ("?\nq\n?\n", "Score: 0/1 (0%)"),
    ],
)
def test_leaving_early_keeps_what_was_answered(run: Run, given: str, score: str) -> None:
    ended = run("quiz", "-n", "4", "--seed", "1", given=given)

    assert ended.code == 0
    assert ended.out.endswith(f"\n{score}\n")


def test_what_was_missed_can_be_tried_again(run: Run) -> None:
    first = run("quiz", "-n", "3", "--seed", "1", given="?\n?\n?\n").out
    stems = re.findall(r"^(.*\?)$", first, re.MULTILINE)

    again = run("quiz", "-n", "3", "--seed", "1", "--retry", "2", given="?\n").out

    assert "--retry 1,2,3" in first
    assert stems[1] in again
    assert stems[0] not in again


def test_the_same_seed_gives_the_same_bytes(run: Run) -> None:
    words = ("questions", "-n", "40", "--seed", "9", "--json")

    assert run(*words).out == run(*words).out != run(*words[:-2], "10", "--json").out


def test_items_follow_the_contract(run: Run) -> None:
    keys = {
        "id",
        "kind",
        "response",
        "topic",
        "difficulty",
        "stem",
        "options",
        "answer_index",
        "explanation",
        "option_notes",
        "evidence_ids",
        "certificates",
    }

    for line in run("questions", "-n", "60", "--json", TROTSKYISM_PACK=None).out.splitlines():
        item = json.loads(line)
        if item["response"] != "choice":
            assert set(item) == keys | {"answer_indices", "prompts", "accepted", "asked"}
            assert item["answer_index"] is None
            continue
        assert set(item) - {"passage"} == keys
        assert len(item["options"]) == len(item["option_notes"]) == len(item["certificates"])
        assert every(set(certificate) == {"option", "rule", "premises"} for certificate in item["certificates"])


def test_every_response_is_answered_line_by_line(run: Run) -> None:
    words = [word for response in ("order", "match", "typed") for word in ("--response", response)]
    bank = [json.loads(line) for line in run("questions", "-n", "30", "--seed", "2", *words, "--json").out.splitlines()]
    answers = [
        item["accepted"][0]
        if item["response"] == "typed"
        else ",".join(str(1 + each) for each in item["answer_indices"])
        for item in bank
    ]

    ended = run("quiz", "-n", "30", "--seed", "2", *words, given="\n".join(answers))

    assert {item["response"] for item in bank} == {"order", "match", "typed"}
    assert ended.out.endswith(f"Score: {len(bank)}/{len(bank)} (100%)\n")


def test_an_answer_right_in_part_earns_a_part(run: Run) -> None:
    words = ("-n", "1", "--seed", "2", "--response", "match")
    right = json.loads(run("questions", *words, "--json").out)["answer_indices"]
    turned = [*right[:-2], right[-1], right[-2]]

    ended = run("quiz", *words, given=" ".join(str(1 + each) for each in turned) + "\n")

    assert f"Right in part: {len(right) - 2} of {len(right)} parts." in ended.out
    assert ended.out.endswith(f"Score: 0/1 ({100 * (len(right) - 2) / len(right):.0f}% with what was right in part)\n")


def test_in_an_exam_an_answer_stands(run: Run) -> None:
    assert "In an exam an answer stands." in run("quiz", "-n", "2", "--seed", "1", "--exam", given="1\nu\n1\n").out


def test_an_exam_says_nothing_before_the_end_and_then_everything(run: Run) -> None:
    ended = run("quiz", "-n", "3", "--seed", "1", "--exam", given="1\n1\n?\n").out
    before, _, after = ended.partition("\nRight, by chapter:\n")
    before, _, score = before.rpartition("\n\n")

    assert ended.endswith(f"\n{score}")
    assert sum(map(int, re.findall(r"^.+: \d of (\d)$", after, re.MULTILINE))) == 3
    assert "Right" not in before
    assert "Wrong" not in before
    assert len(re.findall(r"^(?:Right|Wrong|Passed)\.", after, re.MULTILINE)) == 3
    assert after.count(re.findall(r"^(.*\?)$", before, re.MULTILINE)[0]) == 1


def test_confidence_is_asked_for_and_marked(run: Run) -> None:
    words = ("-n", "2", "--seed", "5", "--response", "choice")
    bank = [json.loads(line) for line in run("questions", *words, "--json").out.splitlines()]
    right, wrong = bank[0]["answer_index"] + 1, bank[1]["answer_index"] % len(bank[1]["options"]) + 2
    wrong = wrong if wrong <= len(bank[1]["options"]) else 1

    ended = run("quiz", *words, "--marks", given=f"{right}\n3\n{wrong}\n2\n")

    assert "Certain: 1 of 1 right (100%)" in ended.out
    assert "Fairly sure: 0 of 1 right (0%)" in ended.out
    assert "Marks: 1 of 6 at most" in ended.out


def test_the_time_that_is_left_is_said(run: Run) -> None:
    assert "Time left: 2:00" in run("quiz", "-n", "2", "--time-limit", "2", given="1\n1\n").out


def test_a_topic_an_entry_and_a_kind_narrow_the_bank(run: Run) -> None:
    by_topic = [json.loads(line) for line in run("questions", "danton", "-n", "5", "--json").out.splitlines()]
    kind = by_topic[0]["kind"]
    by_kind = [json.loads(line) for line in run("questions", "-n", "5", "--kind", kind, "--json").out.splitlines()]

    assert by_topic
    assert {item["kind"] for item in by_kind} == {kind}


@pytest.mark.parametrize(
    "words", [("--kind", "nonsense"), ("--retry", "9"), ("--retry", "x"), ("-n", "0"), ("--seed", "-1")]
)
def test_wrong_usage_ends_with_2(run: Run, words: tuple[str, ...]) -> None:
    assert run("quiz", "-n", "3", *words).code == 2


def test_an_unknown_topic_is_not_found(run: Run) -> None:
    assert run("quiz", "sourdough baking").code == 1


def test_what_was_missed_on_any_day_is_asked_again_until_it_is_right(run: Run) -> None:
    assert "Nothing missed" in run("quiz", "--missed").out
    words = ("-n", "2", "--seed", "5", "--response", "choice")
    bank = [json.loads(line) for line in run("questions", *words, "--json").out.splitlines()]
    run("quiz", *words, given=f"?\n{bank[1]['answer_index'] + 1}\n")

    again = run("quiz", "--missed", "-n", "1", "--seed", "3", given="?\n")

    assert "1/1\n" in again.out
    assert f"Read it: trotskyism show {bank[0]['evidence_ids'][0].partition('.')[0]}" in again.out


def test_a_typed_question_says_how_it_is_answered(run: Run) -> None:
    shown = run("quiz", "-n", "1", "--seed", "1", "--typed", given="?\n").out

    assert "\nType your answer, ? to pass, q to stop.\n" in shown


def test_a_passage_stands_above_its_question_in_plain_text_in_lists_and_in_history(run: Run, on_a_passage: str) -> None:
    above = f"“{PASSAGE}”\n(Georges Danton, 1793)\n"
    stem = "Whom does the speaker of this passage hold"
    pack = ("--pack", on_a_passage)
    asked = run(*pack, "quiz", "-n", "1", "--kind", "written", "--plain", given="?\n")

    assert f"1/1\n{above}{stem}" in asked.out
    assert f"1.\n{above}{stem}" in run(*pack, "questions", "--kind", "written").out
    assert f"1)\n{above}- {stem}" in run(*pack, "history", "1").out
    record = json.loads(run(*pack, "questions", "--kind", "written", "--json").out)
    assert record["passage"] == {"quote": "quote-years", "text": PASSAGE, "attribution": "Georges Danton, 1793"}
    assert stem in record["stem"]
    exam = run(*pack, "quiz", "-n", "1", "--kind", "written", "--exam", "--plain", given="1\n")
    assert exam.out.count(above) == 2


def test_a_kind_that_is_asked_by_other_means_needs_no_further_word(run: Run) -> None:
    asked = run("quiz", "-n", "2", "--kind", "year", given="?\n?\n", TROTSKYISM_PACK=None).out

    assert "Type your answer" in asked
    assert re.search(r"--kind year --retry 1,2$", asked, re.MULTILINE)


def test_it_is_said_how_questions_are_answered_that_are_never_answered_so(run: Run) -> None:
    ended = run("quiz", "--kind", "year", "--response", "order", TROTSKYISM_PACK=None)

    assert ended.code == 1
    told = "The book has no such question to put in order; it has others: --response typed."
    assert ended.err.strip().endswith(told)


def test_the_seed_of_an_exam_is_handed_in_with_it(run: Run, tmp_path: Path) -> None:
    data = ("--data-dir", str(tmp_path))
    run(*data, "quiz", "--exam", "--seed", "7", "-n", "3", given="1\n1\n1\n")
    run(*data, "quiz", "--exam", "-n", "3", given="1\n1\n1\n")
    told = json.loads(run(*data, "progress", "export", "--class", "Robin").out)

    assert [each.get("exam seed") for each in told["answers"]] == [7, 7, 7, None, None, None]
