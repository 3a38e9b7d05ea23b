"""Where answers may stand above their questions, nothing is read."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, read

_OPTIONS = "A) Milk\nB) Honey\nC) Silk\n"
_BEES = f"1. What do bees make?\n{_OPTIONS}"
_WORMS = f"2. What do silkworms make?\n{_OPTIONS}"
_COWS = f"3. What do cows give?\n{_OPTIONS}"


def key_of(text: str) -> list[str]:
    return [right for answer in keys(read(text, "t.txt")).values() for right in answer]


@pytest.mark.parametrize(
    "text",
    [
        f"Answer: B\n{_BEES}\nAnswer: C\n{_WORMS}\nAnswer: A\n{_COWS}",
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
