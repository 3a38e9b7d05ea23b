"""Answers that a line below them takes back."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, read, said_of

_ASKED = (
    "{0}Who led the Red Army?\nA. Lenin\nB. Trotsky\nC. Zinoviev\nAnswer: A\n{2}"
    "{1}Who wrote it?\nA. Marx\nB. Mill\nAnswer: A\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Correction: B",
        "(should be B)",
        "Korrektur: B ist richtig!",
        "*** question cancelled, key wrong ***",
        "B!",
        "No, it is (b).",
        "(Trotsky)",
        "Erreur : la bonne est B",
        "Исправлено: Б",
        "Explanation: Correction, it is B.",
        "Comment: this should be B",
        "As the book has it.\nErratum: B",
    ],
)
@pytest.mark.parametrize("numbers", [("1. ", "2. "), ("1. ", "\n2. "), ("", "\n")])
def test_an_answer_that_is_taken_back_leaves_its_question_out(line: str, numbers: tuple[str, str]) -> None:
    reading = read(_ASKED.format(*numbers, f"{line}\n"), "t.txt")

    assert [*keys(reading).values()] == [["Marx"]]
    assert "below its answer seems to take that back" in left_out(reading)[1]


def test_a_correction_at_the_end_or_below_a_blank_line_takes_back_too() -> None:
    assert [*keys(read(_ASKED.format("1. ", "2. ", "") + "\nErratum: it is B.\n", "t.txt"))] == [1]
    assert [*keys(read(_ASKED.format("1. ", "2. ", "\nCorrection: B\n"), "t.txt"))] == [8]


@pytest.mark.parametrize(
    "line",
    [
        "Explanation: B is wrong, for he came from Odessa, and C led the Comintern.",
        "A leader he was.",
        "It is A, as the book says.",
        "He had a 5 b pencil.",
        "Points: 2",
        "Source: part B",
    ],
)
def test_what_explains_an_answer_does_not_take_it_back(line: str) -> None:
    reading = read(_ASKED.format("1. ", "2. ", f"{line}\n"), "t.txt")

    assert [*keys(reading).values()] == [["Lenin"], ["Marx"]]


@pytest.mark.parametrize("stem", ["What is vitamin B?", "Plan B was wrong, for it was that of", "2. Vitamin B is"])
def test_the_next_question_takes_no_answer_back(stem: str) -> None:
    reading = read(_ASKED.format("", "", f"{stem}\nA. this\nB. that\nAnswer: B\n"), "t.txt")

    assert [*keys(reading).values()] == [["Lenin"], ["that"], ["Marx"]]


def test_what_may_belong_to_the_next_question_is_told() -> None:
    reading = read(_ASKED.format("1. ", "2. ", "Now choose the antonym.\n"), "t.txt")

    assert [each.explanation for each in reading.questions] == ["Now choose the antonym.", ""]
    assert "“Now choose the antonym.” stands below an answer, and was taken for what explains" in said_of(reading)
    assert said_of(read(_ASKED.format("1. ", "2. ", "Explanation: He led it.\n"), "t.txt")) == ""


@pytest.mark.parametrize(
    ("remark", "left"),
    [
        ("Correction: 1 is b", [1]),
        ("(2 must be b - sorry!)", [4]),
        ("Erratum, see the board", [1, 4]),
        ("Well done", []),
    ],
)
def test_a_correction_below_the_key_takes_back_what_it_names(remark: str, left: list[int]) -> None:
    text = f"1. Who led?\na) Trotsky\nb) Lenin\n2. Who wrote?\na) Marx\nb) Mill\n\nAnswers\n1. a\n2. a\n{remark}\n"

    assert sorted(left_out(read(text, "t.txt"))) == left
