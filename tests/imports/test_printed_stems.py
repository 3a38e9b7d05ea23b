"""Lists and dates within the questions of a printed test, options that slide into them, and marks without a text."""

import pytest

from tests.every_for_tests import every
from tests.imports.reading_for_tests import keys, left_out, options, read, said_of

_FIRST = "1. Who?\n{}a) Lenin\n{}b) Trotsky\n{}c) Kirov\n"
_LAST = "3. Where?\n{}a) Omsk\n{}b) Tomsk\n{}c) Kazan\n"
_WAYS = ["star", "behind", "said", "below"]


def _test(stem: str, way: str = "star", second: str = "{}a) only 1\n{}b) only 2\n{}c) both\n") -> str:
    """Three questions of which B is right, said in one of the ways; the second has this stem."""
    blocks = [_FIRST, f"{stem}\n{second}", _LAST]
    marks = ("", "*", "") if way == "star" else ("",) * 3
    blocks = [block.format(*marks) for block in blocks]
    if way == "behind":
        blocks = ["\n".join(f"{line} *" if line.startswith("b)") else line for line in b.split("\n")) for b in blocks]
    if way == "said":
        blocks = [f"{block}Answer: b\n" for block in blocks]
    return "\n".join(blocks) + ("\nAnswers\n1. b\n2. b\n3. b\n" if way == "below" else "")


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize(
    "stem",
    [
        "2. Look at the two.\n1) It is flat.\n2) It boils.\nWhich are true?",
        "2. Look at the two.\n1. It is flat.\n2. It boils.\n3. It is hot.\nWhich are true?",
        "2. Which are true?\n1) It is flat.\n2) It boils.",
        "2. Which are true?\n\n1) It is flat.\n2) It boils.\n\n1) It is dry.\n2) It is old.",
        "2. What began on\n1. September 1939?",
        "2. What began on\n25. October 1917?",
        "2. Which are true?\nI) It is flat.\nII) It boils.\nIII) XV",
        "2. Which are true?\n  I. It is flat.\n  II. It boils.",
    ],
)
def test_lists_and_dates_in_a_question_stay_in_it(stem: str, way: str) -> None:
    reading = read(_test(stem, way), "t.txt")

    assert list(keys(reading).values()) == [["Trotsky"], ["only 2"], ["Tomsk"]]
    assert reading.questions[1].stem.removeprefix("2. ") == " ".join(stem.removeprefix("2. ").split())
    assert every(len(options(each)) == 3 for each in reading.questions)
    assert reading.left_out == []


def test_a_list_in_the_first_and_in_the_last_question_stays_in_it() -> None:
    text = _test("2. When?", "said").replace("Who?", "Who?\n1) He wrote.\n2) He spoke.")
    reading = read(text.replace("Where?", "Where?\n1) They met.\n2) They parted."), "t.txt")

    assert [each.stem for each in reading.questions] == [
        "1. Who? 1) He wrote. 2) He spoke.",
        "2. When?",
        "3. Where? 1) They met. 2) They parted.",
    ]


@pytest.mark.parametrize("way", _WAYS)
def test_a_numbered_passage_that_may_be_the_question_is_named(way: str) -> None:
    reading = read(_test("Read:\n1. Boil the water.\n2. Add the tea.\n\n2. What comes first?", way), "t.txt")

    assert list(keys(reading).values()) == [["Trotsky"], ["Tomsk"]]
    assert len(left_out(reading)) == 1


@pytest.mark.parametrize("way", _WAYS)
def test_a_question_without_options_before_another_is_none_of_its_lines(way: str) -> None:
    text = _test("2. Write it down.\n\n3. When?", way).replace("3. Where?", "4. Where?")
    reading = read(text.replace("2. b\n3. b\n", "3. b\n4. b\n"), "t.txt")

    assert [each.stem.split()[-1] for each in reading.questions] == ["Who?", "When?", "Where?"]


def test_parts_numbered_anew_are_no_lists() -> None:
    text = _test("2. When?", "said").replace("3. Where?", "Part II\n\n1. Where?") + "\n2. How?\na) a\nb) d\nAnswer: b\n"

    assert len(read(text, "t.txt").questions) == 4


@pytest.mark.parametrize("first", ["a, 35", "35", "a35", "A 35"])
def test_a_first_option_without_its_label_is_no_part_of_the_question(first: str) -> None:
    reading = read(_test("2. How much?", second=first + "\n{}b) 20\n{}c) 30\n{}d) 15\n"), "t.txt")

    assert list(keys(reading).values()) == [["Trotsky"], ["Tomsk"]]
    assert list(left_out(reading)) == [6]


@pytest.mark.parametrize("empty", ["**a. **", "**a)**", "*a)", "a) *", "a) ✓"])
def test_a_mark_without_a_text_is_no_option(empty: str) -> None:
    mark = "**b) {}**" if empty.startswith("**") else "b) {} ✓" if "✓" in empty else "*b) {}"
    blocks = (
        f"1. Who?\na) Lenin\n{mark.format('Trotsky')}\nc) Kirov\n",
        f"2. When?\n{empty}\nb) 1512\nc) 1482\n",
        f"3. Where?\na) Omsk\n{mark.format('Tomsk')}\nc) Kazan\n",
    )
    reading = read("\n".join(blocks), "t.txt")

    assert list(keys(reading).values()) == [["Trotsky"], ["Tomsk"]]
    assert list(left_out(reading)) == [6]


def test_pairs_to_match_are_named_once_and_leave_the_keys_of_others_alone() -> None:
    text = _test("2. Match.\n1. Fe    a) O\n2. O     b) Fe\n\n3. When?", "below").replace("3. Where?", "4. Where?")
    reading = read(text.replace("2. b\n3. b\n", "2. 1-b, 2-a\n3. b\n4. b\n"), "t.txt")

    assert list(keys(reading).values()) == [["Trotsky"], ["only 2"], ["Tomsk"]]
    assert list(left_out(reading)) == [6]


def test_what_stands_above_all_questions_is_told() -> None:
    reading = read("Instructions:\n1. Read.\n2. Write neatly.\n\n" + _test("2. When?", "said"), "t.txt")

    assert len(reading.questions) == 3
    assert "1. Read." in said_of(reading)


def test_a_passage_that_is_taken_for_an_explanation_is_told() -> None:
    text = _test("2. When?", "said").replace("3. Where?", "Read:\n1. Boil it.\n\n3. Where?")

    assert "“Read:” stands apart" in said_of(read(text, "t.txt"))


def test_a_question_without_options_and_answer_explains_no_other() -> None:
    text = _test("2. When?", "said").replace("3. Where?", "3. Where? [B]\nA, here B, there\n\n4. Why?")
    reading = read(text, "t.txt")

    assert [each.explanation for each in reading.questions] == ["", "", ""]
    assert list(left_out(reading)) == [13]


@pytest.mark.parametrize("letters", ["ABC", "abc", "АБВ", "αβγ", "أبج"])
@pytest.mark.parametrize("bracket", ["({})", "[{}]"])
def test_the_key_in_brackets_stands_at_the_end_of_all_a_question_has(letters: str, bracket: str) -> None:
    first, second, third = list(letters)
    said = bracket.format(second)
    options_ = f"{first}) one\n{second}) two\n{third}) three\n"
    text = f"1. Who? {said}\n{options_}\n2. Look.\n1) It is flat.\n2) It boils.\nWhich? {said}\n{options_}\n"
    reading = read(f"{text}3. When? {said}\n{options_}\n4. Where?\n{options_}", "t.txt")

    assert list(keys(reading).values()) == [["two"]] * 3
    assert reading.questions[1].stem.endswith("Look. 1) It is flat. 2) It boils. Which?")
    assert len(left_out(reading)) == 1


def test_the_names_of_parts_may_stand_in_the_key() -> None:
    parts = "Part {0}\n\n1. Who{0}?\na) Lenin\nb) Trotsky\n\n2. When{0}?\na) 1917\nb) 1905\n\n"
    text = parts.format(1) + parts.format(2) + "Answer key\n\nPart 1\n1. b\n2. a\n\nPart 2\n1. a\n2. b\n"

    assert list(keys(read(text, "t.txt")).values()) == [["Trotsky"], ["1917"], ["Lenin"], ["1905"]]


@pytest.mark.parametrize("word", ["(correct)", "(правильно)", "（正确）", "[richtig]", "(correta)", "(正解)"])
def test_a_word_in_brackets_may_say_which_option_is_right(word: str) -> None:
    blocks = (
        f"1. Who?\na) Lenin\nb) Trotsky {word}\nc) Kirov\n",
        f"2. When?\na) 1917 {word}\nb) 1905\nc) 1924\n",
        "3. Where?\na) Omsk (不正确)\nb) Tomsk (incorrect)\nc) Kazan\n",
    )
    reading = read("\n".join(blocks), "t.txt")

    assert [each for each in keys(reading).values() if each] == [["Trotsky"], ["1917"]]


@pytest.mark.parametrize("word", ["Key", "Anahtar", "Antwoordmodel"])
def test_the_word_for_a_key_may_stand_before_one_answer(word: str) -> None:
    reading = read(_test("2. When?", "said").replace("Answer", word), "t.txt")

    assert list(keys(reading).values()) == [["Trotsky"], ["only 2"], ["Tomsk"]]
