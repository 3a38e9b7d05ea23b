"""Tests as a copied page gives them: its edge in a question, two questions in one line, letters that are stretched."""

import pytest

from tests.imports.reading_for_tests import keys, options, read, said_of
from trotskyism_cli.imports.new_pack import new_pack


@pytest.mark.parametrize(
    "edge", ["Geography 7 – Page 2", "Page 2 of 5", "Geographie        Seite 2", "Тест, стр. 2", "第 2 页", "p. 2/5"]
)
def test_the_edge_of_a_page_is_no_part_of_a_question(edge: str) -> None:
    second = "2. Through Rome?\nA) Po\nB) Tiber\n\nAnswers: 1B 2B\n"
    text = f"1. Which flows through Paris?\n\n{edge}\n\nA) Rhine\nB) Seine\n\n{second}"
    reading = read(text, "t.txt")

    assert reading.questions[0].stem == "1. Which flows through Paris?"
    assert keys(reading) == {1: ["Seine"], 8: ["Tiber"]}
    assert f"“{' '.join(edge.split())}” stands at the edge of a page" in said_of(reading)


def test_what_else_stands_apart_is_a_part_of_the_question() -> None:
    first = "1. Look at it.\n\nThe river on page 2 is long\n\nA) Rhine\nB) Seine\n\n"
    text = f"{first}2. Rome?\nA) Po\nB) Tiber\n\nAnswers: 1B 2B\n"

    assert read(text, "t.txt").questions[0].stem == "1. Look at it. The river on page 2 is long"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1. Who found it? A) Ann B) Bob 2. Who sold it? A) Ann B) Bob\n3. Who has it? A) Ann B) Bob\n", 1),
        ("1. Who?\nA. Ann\nB. Bob 2. Whose?\nA. Ann\nB. Bob\n3. Whom?\nA. Ann\nB. Bob\n", 3),
    ],
)
def test_a_question_that_begins_within_a_line_is_counted(text: str, line: int) -> None:
    reading = read(f"{text}\nAnswers: 1 A 2 A 3 A\n", "t.txt")

    assert len(reading.questions) + len(reading.left_out) == 3
    assert (line, "question 2 of the key begins within a line") in [
        (each.line, each.reason) for each in reading.left_out
    ]


def test_a_letter_of_arabic_may_be_stretched() -> None:
    offered = "أ- أخضر\nب- أزرق\nجـ- أحمر\n"
    reading = read(f"1- ما لون السماء؟\n{offered}2- ما لون العشب؟\n{offered}\nالإجابات: 1- ب ، 2- أ\n", "t.txt")

    assert [options(each) for each in reading.questions] == [["أخضر", "أزرق", "أحمر"]] * 2
    assert [*keys(reading).values()] == [["أزرق"], ["أخضر"]]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("correct", "not correct"), ("richtig", "nicht richtig"), ("correcta", "no correcta"), ("верно", "не верно")],
)
def test_no_word_stays_beside_a_wrong_option(right: str, wrong: str) -> None:
    one = "1. Which is a root?\nA) Carrot ({0})\nB) Apple ({1})\nC) Pear ({1})\n\n"
    two = "2. Which is a fruit?\nA) Leek ({1})\nB) Plum ({0})\nC) Kale ({1})\n"
    reading = read((one + two).format(right, wrong), "t.txt")

    assert [options(each) for each in reading.questions] == [["Carrot", "Apple", "Pear"], ["Leek", "Plum", "Kale"]]
    assert [*keys(reading).values()] == [["Carrot"], ["Plum"]]


def test_other_words_beside_options_stay() -> None:
    one = "1. Which is a bank?\nA) Left (of the Rhine)\nB) Other (right side)\n\n"
    reading = read(f"{one}2. Which is one?\nA) Po (not long)\nB) Tiber\n\nAnswers: 1B 2B\n", "t.txt")

    assert [options(each) for each in reading.questions] == [
        ["Left (of the Rhine)", "Other (right side)"],
        ["Po (not long)", "Tiber"],
    ]


def test_a_form_of_google_to_be_printed_loses_what_it_tells_beside_questions() -> None:
    reading = read(
        "Seasons\n* Indicates required question\n\n1. Which comes after spring? *\n1 point\nMark only one oval.\n"
        "( ) Winter\n(x) Summer\n\n2. Which are in autumn? *\n2 points\nCheck all that apply.\n"
        "[x] October\n[x] November\n[ ] May\n",
        "t.txt",
    )
    made = new_pack("try-0000", "t.txt", reading)

    assert [each.stem for each in made.questions] == ["Which comes after spring?", "Which are in autumn?"]
    assert keys(reading) == {4: ["Summer"], 10: ["October", "November"]}
