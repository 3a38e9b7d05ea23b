"""Lists to match with a key of letters, and what only looks like one."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, read, said_of
from trotskyism_cli.imports.foreign import Match

BESIDE = """Match the countries with their capitals.

1. France      a. Rome
2. Italy       b. Madrid
3. Spain       c. Paris

Answers: 1-c, 2-a, 3-b
"""
BELOW = """Name: ______

Match.
1. cat
2. dog
3. bird

a) barks
b) flies
c) purrs
d) swims

Count.

4. one
5. two

a) eins
b) zwei

Key
1 c
2 a
3 b
4 a
5 b
"""
SHARED = """1. Which is a metal?
a) iron
b) wood
2. Which is a gas?
a) iron
b) neon

{}
3. dog
4. cat
a) miaows
b) barks

Answers: 1a 2b 3b 4a
"""


def test_two_columns_are_matched_by_a_key_of_letters() -> None:
    reading = read(BESIDE, "t.txt")

    assert keys(reading) == {3: ["France: Paris", "Italy: Rome", "Spain: Madrid"]}
    assert reading.questions[0].stem == "Match the countries with their capitals."


def test_two_lists_below_each_other_are_matched_and_what_is_left_is_spare() -> None:
    reading = read(BELOW, "t.txt")
    first = reading.questions[0].answer

    assert keys(reading) == {4: ["cat: purrs", "dog: barks", "bird: flies"], 15: ["one: eins", "two: zwei"]}
    assert isinstance(first, Match)
    assert first.spare == ("swims",)
    assert [each.stem for each in reading.questions] == ["Match.", "Count."]
    assert "Name: ______" in said_of(reading)


@pytest.mark.parametrize("key", ["1-c, 2-a", "1-c, 2-x, 3-b", "1-c, 2-a or b, 3-b"])
def test_a_set_without_one_letter_for_each_is_left_out(key: str) -> None:
    reading = read(BESIDE.replace("1-c, 2-a, 3-b", key), "t.txt")

    assert not reading.questions
    assert reading.left_out


@pytest.mark.parametrize("head", ["Match:", "Part 2", ""])
def test_the_last_of_a_list_in_a_test_does_not_take_the_options_of_all(head: str) -> None:
    reading = read(SHARED.format(head), "t.txt")

    assert keys(reading) == {1: ["iron"], 4: ["neon"]}
    assert list(left_out(reading)) == [9, 10]
    assert "may be to be matched" in left_out(reading)[10]


def test_what_stands_twice_among_the_others_is_offered_once() -> None:
    text = BESIDE.replace("\n\nAnswers", "\n               d. Oslo\n               e. Oslo\n\nAnswers")
    answer = read(text, "t.txt").questions[0].answer

    assert isinstance(answer, Match)
    assert answer.spare == ("Oslo",)


def test_a_question_with_its_options_is_no_list_to_match() -> None:
    reading = read("1. Who?\na) x\nb) y\n2. Which?\na) x\nb) y\nKey: 1a 2b\n", "t.txt")

    assert keys(reading) == {1: ["x"], 4: ["y"]}


def test_statements_with_letters_for_true_and_false_do_not_take_the_options_below_them() -> None:
    text = (
        "1. Gold is a metal.\n2. Wood is one.\nPart B\n"
        "3. Who?\na) x\nb) y\n4. Which?\na) x\nb) y\n\nAnswers: 1. T 2. F 3. a 4. b\n"
    )
    reading = read(text, "t.txt")

    assert keys(reading) == {1: ["True"], 2: ["False"], 4: ["x"], 7: ["y"]}
    assert reading.questions[1].stem == "2. Wood is one."
