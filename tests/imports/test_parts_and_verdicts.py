"""Tests in parts, with words on what to do between their questions, and statements with what they are beside them."""

from typing import Any

import pytest
import yaml

from tests.every_for_tests import every
from tests.imports.reading_for_tests import CASES, key, left_out, options, read, read_case, said_of
from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.answers.numbering import without_number
from trotskyism_cli.imports.foreign import Choice

READINGS: dict[str, Any] = yaml.safe_load((CASES / "parts/readings.yaml").read_text(encoding="utf-8"))
READ = {name: expected for name, expected in READINGS.items() if expected}


@pytest.mark.parametrize("name", READ)
def test_a_file_is_read_as_a_person_reads_it(name: str) -> None:
    reading = read_case(f"parts/{name}")
    stems = [without_number(each.stem) if reading.numbered else each.stem for each in reading.questions]

    assert [
        {"stem": stem, "options": options(each) if isinstance(each.answer, Choice) else [], "right": key(each)}
        for stem, each in zip(stems, reading.questions, strict=True)
    ] == READ[name]["questions"]
    assert [each.explanation for each in reading.questions if each.explanation] == READ[name].get("explanations", [])


@pytest.mark.parametrize("name", [name for name, expected in READINGS.items() if not expected])
def test_a_file_that_is_not_certain_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="in none of the formats"):
        read_case(f"parts/{name}")


@pytest.mark.parametrize("line", ["Part II", "Turn the page", "Choose two.", "Bitte wenden!", "Parte seconda"])
def test_a_line_that_explains_nothing_is_told_of(line: str) -> None:
    reading = read(f"1. Even?\nA) 1\nB) 2\nAnswer: B\n{line}\n2. Odd?\nA) 1\nB) 2\nAnswer: A\n", "t.txt")

    assert [each.explanation for each in reading.questions] == ["", ""]
    assert f"“{line}” tells what to do, or heads a part of the test, and was passed over" in said_of(reading)


@pytest.mark.parametrize(
    "line", ["Choose the base first, as all that follows in the proof rests on it.", "Part of it is odd."]
)
def test_a_sentence_that_begins_like_an_instruction_explains(line: str) -> None:
    reading = read(f"1. Even?\nA) 1\nB) 2\nAnswer: B\n{line}\n2. Odd?\nA) 1\nB) 2\nAnswer: A\n", "t.txt")

    assert reading.questions[0].explanation == line


def test_letters_directly_below_the_last_options_may_be_a_key_or_its_own_answer() -> None:
    reading = read_case("parts/27-en-marks-and-answer.txt")

    assert every("its answer is not certain" in why for why in left_out(reading).values())
    assert list(left_out(reading)) == [1, 6]


def test_what_stands_beside_a_statement_and_in_the_key_must_agree() -> None:
    assert "not certain" in left_out(read_case("parts/29-en-verdicts-and-key.txt"))[1]


@pytest.mark.parametrize("answer", ["a) Nile b) Danube", "Two:\na) Nile\nb) Danube", "Two:\ni. Nile\nii. Danube"])
def test_an_answer_with_lettered_parts_is_left_out(answer: str) -> None:
    reading = read(f"Q: Name two rivers.\nA: {answer}\n\nQ: Who led?\nA: Trotsky\n", "t.txt")

    assert "an answer of several parts" in left_out(reading)[1]
    assert [key(each) for each in reading.questions] == [["Trotsky"]]


def test_an_answer_with_the_number_of_another_question_is_not_taken() -> None:
    reading = read("Q1: Sign of gold?\nA2: Fe\n\nQ2: Sign of iron?\nA2: Fe\n", "t.txt")

    assert left_out(reading)[1].startswith("the answer below it has another number")
    assert [key(each) for each in reading.questions] == [["Fe"]]
