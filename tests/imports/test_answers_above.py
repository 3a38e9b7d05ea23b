"""Answers that stand above their questions are read so where that is certain; where it is not, nothing is read."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, read, told

_OPTIONS = "A) Milk\nB) Honey\nC) Silk\n"
_BEES = f"1. What do bees make?\n{_OPTIONS}"
_WORMS = f"2. What do silkworms make?\n{_OPTIONS}"
_COWS = f"3. What do cows give?\n{_OPTIONS}"
_ABOVE = f"Answer: B\n{_BEES}\nAnswer: C\n{_WORMS}\nAnswer: A\n{_COWS}"


def key_of(text: str) -> list[str]:
    return [right for answer in keys(read(text, "t.txt")).values() for right in answer]


@pytest.mark.parametrize(
    "text",
    [
        _ABOVE,
        _ABOVE.replace("Answer: B\n", "Animals, class 4b\n\nAnswer: B\n", 1),
        _ABOVE.replace("\nAnswer", "Answer"),
        "\n".join(f"[{line}]" if line.startswith("Answer") else line for line in _ABOVE.split("\n")),
        f"{_ABOVE}\nAnswers: see above each question\n",
        f"{_ABOVE}\nEnd of the test\n",
        _ABOVE.replace("1. ", "").replace("2. ", "").replace("3. ", "").replace("Answer: ", "Key: "),
        _ABOVE.replace("Answer: B", "Answer: Honey"),
        _ABOVE.replace("Answer: B", "Answer: B) Honey"),
        _ABOVE.replace("A)", "①")
        .replace("B)", "②")
        .replace("C)", "③")
        .replace(": B", ": ②")
        .replace(": C", ": ③")
        .replace(": A", ": ①"),
        _ABOVE.replace("C) Silk\n\n", "C) Silk,\nspun\n\n"),
    ],
)
def test_each_answer_is_that_of_the_question_below_it(text: str) -> None:
    assert [right.partition(",")[0] for right in key_of(text)] == ["Honey", "Silk", "Milk"]
    assert "its answers stand above their questions" in told(read(text, "t.txt"))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Lösung: b\n1. Ungerade?\na) 2\nb) 3\nc) 4\n\nLösung: c\n2. Gerade?\na) 3\nb) 5\nc) 6\n", ["3", "6"]),
        ("Ответ: Б\n1. Нечётное?\nА) 2\nБ) 3\nВ) 4\nОтвет: В\n2. Чётное?\nА) 3\nБ) 5\nВ) 6\n", ["3", "6"]),
    ],
)
def test_also_in_other_languages(text: str, right: list[str]) -> None:
    assert key_of(text) == right


@pytest.mark.parametrize(
    "text",
    [
        f"Answer: B\n{_BEES}\nAnswer: C\n{_WORMS}\n{_COWS}",
        f"Answer: B\n{_BEES}\nAnswer: D\n{_WORMS}\nAnswer: A\n{_COWS}",
        f"Answer: B\n\n{_BEES}Answer: C\n\n{_WORMS}Answer: A\n\n{_COWS}",
        f"Answer: B\n{_BEES}\nAnswer: C\n{_WORMS}\nAnswer: A\n{_COWS}\nAnswer: A\n",
        f"4. What lays eggs?\nAnswer: B\n{_BEES}\nAnswer: C\n{_WORMS}",
        f"{_BEES}\nAnswer: C\n{_WORMS}\nAnswer: A\n{_COWS}",
    ],
)
def test_where_it_is_not_certain_nothing_is_read(text: str) -> None:
    reading = read(text, "t.txt")

    assert not reading.questions
    assert any("may stand above their questions, or below" in each for each in left_out(reading).values())


@pytest.mark.parametrize(
    "text",
    [
        f"{_BEES}Answer: B\n\n{_WORMS}Answer: C\n\n{_COWS}Answer: A\n",
        f"{_BEES}\nAnswer: B\n{_WORMS}\nAnswer: C\n{_COWS}\nAnswer: A\n",
        f"Answer: A\n{_BEES}Answer: B\n\n{_WORMS}Answer: C\n\n{_COWS}Answer: A\n",
        f"{_BEES}Answer: B\n{_WORMS}Answer: C\n{_COWS}Answer: A\n",
    ],
)
def test_answers_below_their_questions_stay_there(text: str) -> None:
    assert key_of(text) == ["Honey", "Silk", "Milk"]
