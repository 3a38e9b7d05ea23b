"""Numbered statements, gaps and questions without options: read only where the file says what is right."""

import pytest

from tests.every_for_tests import every
from tests.imports.reading_for_tests import key, keys, left_out, options, read, said_of
from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.new_pack import new_pack


def stems(test: str) -> list[str]:
    """The questions as they come into a pack."""
    return [each.stem for each in new_pack("x", "t.txt", read(test, "t.txt")).questions]


@pytest.mark.parametrize(
    ("test", "right"),
    [
        ("Write T or F.\n\n_____ 1. It flows.\n_____ 2. It burns.\n\nANSWERS: 1. T  2. F\n", ["True", "False"]),
        ("1. Hij stroomt. juist / onjuist\n2. Hij brandt. juist / onjuist\n\nAntwoorden\n1. juist\n2. onjuist\n", None),
        ("1. T / F   It flows.\n2. T / F   It burns.\n\nAnswer key:\n1) T\n2) F – it does not\n", ["True", "False"]),
        ("1. T   F   It flows.\n2. T   F   It burns.\n\nKey\n1. T\n2. F\n", ["True", "False"]),
        ("Vrai ou faux ?\n1. Elle coule.\n2. Elle brûle.\n\nCorrigé : 1V 2F\n", ["True", "False"]),
        ("1. Es fließt. (R)\n2. Es brennt. (F)\n3. Es ist nass. (R)\n", ["True", "False", "True"]),
        ("判断题\n1. 水会流。（ ）\n2. 水会烧。（ ）\n\n答案：1. √ 2. ×\n", ["True", "False"]),
        ("1. Corre. ( ) V  ( ) F\n2. Arde. ( ) V  ( ) F\n\nRespuestas: 1. V  2. F\n", ["True", "False"]),
        ("1. Она течёт.\n2. Она горит.\n\nОтветы: 1 – верно, 2 – неверно\n", ["True", "False"]),
    ],
)
def test_statements_are_judged_as_the_file_says(test: str, right: list[str] | None) -> None:
    reading = read(test, "t.txt")

    assert [one for each in reading.questions for one in key(each)] == (right or ["True", "False"])
    assert {tuple(options(each)) for each in reading.questions} == {("True", "False")}
    assert every(len(stem.split()) < 4 and "/" not in stem and "(" not in stem for stem in stems(test))
    assert left_out(reading) == {}


@pytest.mark.parametrize(
    ("test", "right"),
    [
        ("1. It lies in ____.\n2. He led ____ men.\n\nFacit\n1. Rome\n2. 349\n", {1: ["Rome"], 2: ["349"]}),
        ("1. Who led?\nAnswer: Trotsky\n2. It flows.\nAnswer: True\n", {1: ["Trotsky"], 3: ["True"]}),
        ("1. Who? (Lenin)\n2. Where? (Rome)\n3. How many? (Four)\n", {1: ["Lenin"], 2: ["Rome"], 3: ["Four"]}),
        ("Name: ____\n\n1- Who?\n2- Where?\n\nKey\n1- Lenin\n2- in Rome\n", {3: ["Lenin"], 4: ["in Rome"]}),
    ],
)
def test_what_is_typed(test: str, right: dict[int, list[str]]) -> None:
    assert keys(read(test, "t.txt")) == right


@pytest.mark.parametrize(
    ("key_", "said"),
    [
        ("1. Rome\n2. B", "the answer “B” may name an option, or have parts"),
        ("1. Rome\n2. a) one b) two", "may name an option, or have parts"),
        ("1. Rome\n2. Paris?", "seems to be in doubt: “Paris?”"),
        ("1. Rome\n2. Paris\n2. Lyon", "its answer is not certain: “Paris or Lyon”"),
        ("1. Rome", "what is right is not said"),
        ("1. Rome\n2. Paris\n\nErratum: 2 is Lyon", "its answer is not certain"),
        ("1. Rome\n2. one two three four five six seven eight nine", "nobody would type"),
    ],
)
def test_what_is_not_certain_is_left_out_and_named(key_: str, said: str) -> None:
    reading = read(f"1. Where is it?\n2. Where was it?\n\nAnswers\n{key_}\n", "t.txt")

    assert keys(reading) == {1: ["Rome"]}
    assert said in left_out(reading)[2]


def test_several_gaps_are_left_out() -> None:
    reading = read("1. From ____ to ____.\n2. In ____.\n\nKey\n1. Rome, Paris\n2. Lyon\n", "t.txt")

    assert keys(reading) == {2: ["Lyon"]}
    assert "several gaps" in left_out(reading)[1]


@pytest.mark.parametrize(
    "test",
    [
        "1. How is it spelt? (three words)\n2. How do you say it? (one word)\n3. How do you sign it? (two words)\n",
        "1. Milk (2 litres)\n2. Bread (one loaf)\n3. Eggs (six)\n",
        "1. Who? (2 points)\n2. Where? (3 points)\n3. When? (1 point)\n",
        "1. Write about dogs.\n2. Write about cats.\n\nAnswers will vary.\n",
        "1. Who?\n§ Lenin\n§ Trotsky\n2. When?\n§ 1905\n§ 1917\n\nAnswers\n1. Lenin\n2. 1917\n",
        "1. It flows.\n2. It burns.\n",
    ],
)
def test_what_may_be_no_answer_is_none(test: str) -> None:
    with pytest.raises(UsageError, match="none of the formats"):
        read(test, "t.txt")


def test_what_stands_in_brackets_and_what_is_passed_over_is_told() -> None:
    reading = read("TRIVIA\n\n1. Who? (Lenin)\n2. Where? (Rome)\n3. When? (1917)\n", "t.txt")

    assert "“TRIVIA” belongs to no question" in said_of(reading)
    assert "in brackets behind its questions was taken for their answers" in said_of(reading)


@pytest.mark.parametrize(
    "test",
    [
        "1. Which is round?\nball\nbox\n2. Which is square?\nball\nbox\n\nAnswers\n1. ball\n2. box\n",
        "1. Capital?\n   <a> Rome\n   <b> Paris\n2. River?\n   <a> Po\n   <b> Rhine\n\nAnswers\n1. a\n2. b\n",
    ],
)
def test_lines_that_may_be_options_are_no_part_of_questions(test: str) -> None:
    with pytest.raises(UsageError, match="none of the formats"):
        read(test, "t.txt")


def test_an_answer_that_stands_in_the_question_is_left_out() -> None:
    reading = read("1. Which? ball / box\n2. What? a book or a ball\n\nAnswers\n1. ball\n2. rule\n", "t.txt")

    assert keys(reading) == {2: ["rule"]}
    assert "the answer “ball” stands in the question" in left_out(reading)[1]


def test_two_parts_that_are_numbered_anew() -> None:
    parts = "Part A: True or false\n1. It flows.\n2. It burns.\n\nPart B\n1. In ____.\n2. By ____.\n\n"
    reading = read(f"{parts}Answers\nPart A\n1. True\n2. False\nPart B\n1. Rome\n2. Lenin\n", "t.txt")

    assert keys(reading) == {2: ["True"], 3: ["False"], 6: ["Rome"], 7: ["Lenin"]}


def test_numbers_with_a_bracket_are_no_labels_of_options() -> None:
    asked = "1) It lies in ____.\n2) It flows to ____.\n3) It has ____ bridges.\n\nKey:\n1) Rome\n2) Ostia\n3) 9\n"

    assert keys(read(asked, "t.txt")) == {1: ["Rome"], 2: ["Ostia"], 3: ["9"]}


def test_an_answer_that_is_neither_of_two_is_no_answer() -> None:
    reading = read("1. It flows. T F\n2. It burns. T F\n\nAnswers: 1. T 2. NG\n", "t.txt")

    assert keys(reading) == {1: ["True"]}
    assert "the answer “NG” is neither true nor false" in left_out(reading)[2]
