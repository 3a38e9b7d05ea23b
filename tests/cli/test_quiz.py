"""Quizzes and the bank, through the real program."""

import json
import re

import pytest

from tests.cli.conftest import Run


def test_a_piped_quiz_follows_the_contract(run: Run) -> None:
    ended = run("quiz", "-n", "3", "--seed", "1", given="1\n?\nb\n")
    lines = ended.out.splitlines()

    assert ended.code == 0
    assert [line for line in lines if re.fullmatch(r"\d/\d", line)] == ["1/3", "2/3", "3/3"]
    assert re.fullmatch(r"Score: [0-2]/3 \(\d+%\)", lines[-1])
    assert lines[1].endswith("?")
    assert lines[2].startswith("1) ")


def test_the_right_answers_give_full_marks_by_text_letter_or_number(run: Run) -> None:
    bank = [json.loads(line) for line in run("questions", "-n", "3", "--seed", "5", "--json").out.splitlines()]
    ways = [
        bank[0]["options"][bank[0]["answer_index"]],
        "abcde"[bank[1]["answer_index"]],
        str(bank[2]["answer_index"] + 1),
    ]

    ended = run("quiz", "-n", "3", "--seed", "5", given="\n".join(ways))

    assert ended.out.endswith("Score: 3/3 (100%)\n")


@pytest.mark.parametrize(
    ("given", "score"), [("", "0/0 (0%)"), ("q\n", "0/0 (0%)"), ("?\n", "0/1 (0%)"), ("?\nq\n?\n", "0/1 (0%)")]
)
def test_leaving_early_keeps_what_was_answered(run: Run, given: str, score: str) -> None:
    ended = run("quiz", "-n", "4", "--seed", "1", given=given)

    assert ended.code == 0
    assert ended.out.endswith(f"Score: {score}\n")


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

    for line in run("questions", "-n", "60", "--json").out.splitlines():
        item = json.loads(line)
        assert set(item) == keys
        assert len(item["options"]) == len(item["option_notes"]) == len(item["certificates"])
        assert all(set(certificate) == {"option", "rule", "premises"} for certificate in item["certificates"])


def test_a_topic_an_entry_and_a_kind_narrow_the_bank(run: Run) -> None:
    by_topic = [json.loads(line) for line in run("questions", "kadets", "-n", "5", "--json").out.splitlines()]
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
