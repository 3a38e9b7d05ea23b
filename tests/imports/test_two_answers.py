"""Questions of which a file says twice what is right: with the question, and in a key below."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, read, said_of

_ASKED = (
    "1. Who led the Red Army?\na) Lenin\nb) Trotsky\n{}\n\n2. When did he leave Alma-Ata?\na) 1929\nb) 1933\n{}\n\n"
)


@pytest.mark.parametrize(
    "key",
    [
        "Answer key: 1. b 2. b",
        "Answer key\n1. b\n2. b",
        "Answers: 1B 2B",
        "Answers\n1\t2\nb\tb",
        "KEY\n1. Trotsky\n2. 1933",
    ],
)
def test_answers_that_contradict_each_other_are_left_out(key: str) -> None:
    reading = read(_ASKED.format("Answer: b", "Answer: a") + key + "\n", "t.txt")

    assert keys(reading) == {1: ["Trotsky"]}
    assert left_out(reading) == {6: "two answers that are not the same, one with it and one in the key below; keep one"}


@pytest.mark.parametrize(("word", "key"), [("Lösung", "Lösungen: 1b, 2b"), ("Ответ", "Ключ: 1b, 2b")])
def test_they_do_in_other_languages_too(word: str, key: str) -> None:
    reading = read(_ASKED.format(f"{word}: b", f"{word}: a") + key + "\n", "t.txt")

    assert keys(reading) == {1: ["Trotsky"]}
    assert [*left_out(reading)] == [6]


def test_answers_that_agree_are_read() -> None:
    reading = read(_ASKED.format("Answer: b", "Answer: a") + "Answer key: 1. b 2. a\n", "t.txt")

    assert keys(reading) == {1: ["Trotsky"], 6: ["1929"]}
    assert reading.changes == []


def test_a_key_that_names_no_option_is_told() -> None:
    reading = read(_ASKED.format("Answer: b", "Answer: a") + "Answer key\n1. b\n2. Omsk\n", "t.txt")

    assert keys(reading) == {1: ["Trotsky"], 6: ["1929"]}
    assert "the key below says “Omsk” of it" in said_of(reading)


def test_a_letter_in_brackets_behind_a_question_is_an_answer_beside_a_key() -> None:
    text = "1. The Red Army was led by (b)\na) Lenin\nb) Trotsky\n2. He left Alma-Ata in (a)\na) 1929\nb) 1933\n"
    reading = read(f"{text}Answers: 1b 2b\n", "t.txt")

    assert keys(reading) == {1: ["Trotsky"]}
    assert "two answers that are not the same" in left_out(reading)[4]


@pytest.mark.parametrize("key", ["Answers: 1b, 2b", "Answers: 1. Trotsky, 2. 1933"])
def test_a_key_beside_boxes_that_are_ticked_is_compared(key: str) -> None:
    boxes = "1. Who led?\n[ ] Lenin\n[x] Trotsky\n\n2. When did he leave?\n[x] 1929\n[ ] 1933\n\n"
    reading = read(f"{boxes}{key}\n", "t.txt")

    assert keys(reading) == {1: ["Trotsky"]}
    assert left_out(reading) == {5: "its mark and the key below do not say the same; keep one"}
    assert [*keys(read(f"{boxes}Answers: 1b, 2a\n", "t.txt"))] == [1, 5]


def test_a_number_may_name_an_option_or_be_its_text() -> None:
    text = (
        "1. How many congresses had the Comintern under Lenin?\n1) 2\n2) 3\n3) 4\nAnswer: 3\n"
        "2. How many Internationals were founded until 1938?\n1) 3\n2) 5\n3) 4\nAnswer: 4\n"
    )
    reading = read(text, "t.txt")

    assert reading.questions == []
    assert "the answer “3” names an option, and is the text of another" in left_out(reading)[1]
    assert keys(read(text.replace("Answer: 4", "Answer: 2"), "t.txt")) == {1: ["4"], 6: ["5"]}


def test_a_letter_that_names_one_option_and_is_the_text_of_another_is_no_answer() -> None:
    text = (
        "1. Which letter is a vowel?\na) B\nb) A\nc) D\nAnswer: A\n2. Which comes first?\na) C\nb) B\nc) D\nAnswer: B\n"
    )
    reading = read(text, "t.txt")

    assert keys(reading) == {6: ["B"]}  # by its letter and by its text
    assert left_out(reading) == {
        1: "the answer “A” names an option, and is the text of another; write the letter and the text"
    }


@pytest.mark.parametrize(("answer", "read_as"), [("A", {1: ["B"]}), ("a", {})])
def test_other_answers_with_letters_as_large_say_that_it_is_one(answer: str, read_as: dict[int, list[str]]) -> None:
    text = "1. Which letter is a vowel?\na) B\nb) A\nc) D\nAnswer: A\n2. Who led?\na) Trotsky\nb) Lenin\nAnswer: {}\n"

    assert keys(read(text.format(answer), "t.txt")) == {**read_as, 6: ["Trotsky"]}
