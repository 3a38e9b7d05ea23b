"""What stands beside an answer that is to be typed is no part of it: points, remarks, what divides a key."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, read, said_of

GAPS = "1. The capital of Portugal is ____.\n2. The boiling point of water is ____ degrees.\n3. The sea is ____.\n\n"


def test_what_a_key_says_beside_its_answers_is_not_typed() -> None:
    key = "Answers:\n1. Lisbon (not Porto)\n2. 100 / hundred - 1 pt\n3. salty / saline (2 points each)\n"
    reading = read(GAPS + key, "t.txt")

    assert keys(reading) == {1: ["Lisbon"], 2: ["100", "hundred"], 3: ["salty", "saline"]}
    assert reading.questions[0].explanation == "not Porto"
    assert "its answer “Lisbon (not Porto)” was taken as “Lisbon”" in said_of(reading)


@pytest.mark.parametrize(
    "key",
    [
        "1 Lisbon - 2 100 - 3 salty",
        "1. Lisbon – 2. 100 – 3. salty",
        "1) Lisbon / 2) 100 / 3) salty",
        "1 Lisbon • 2 100 • 3 salty",
        "(1) Lisbon (2) 100 (3) salty",
        "1. Lisbon -- 2. 100 -- 3. salty",
    ],
)
def test_what_divides_a_key_is_no_part_of_it(key: str) -> None:
    assert keys(read(f"{GAPS}Answers: {key}\n", "t.txt")) == {1: ["Lisbon"], 2: ["100"], 3: ["salty"]}


@pytest.mark.parametrize("key", ["1b - 2c", "1 b – 2 c", "1. b / 2. c", "(1) b (2) c", "1→b 2→c"])
def test_letters_are_divided_alike(key: str) -> None:
    asked = "1. Even?\na) 3\nb) 4\nc) 5\n\n2. Odd?\na) 2\nb) 4\nc) 7\n\n"

    assert keys(read(f"{asked}Solutions: {key}\n", "t.txt")) == {1: ["4"], 6: ["7"]}


def test_each_of_several_answers_loses_what_stands_beside_it() -> None:
    reading = read(
        "1. What is Na?\nAnswer: sodium (not salt) / natrium (1)\n\n2. What is K?\nAnswer: potassium\n", "t.txt"
    )

    assert keys(reading)[1] == ["sodium", "natrium"]
    assert reading.questions[0].explanation == "not salt"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("1. 5 - 2 - 2. 7 - 3. salty", "5 - 2"),
        ("1. 2 → 4, 2. 7, 3. salty", "2 → 4"),
        ("\n1. Page 4\n2. 7\n3. salty", "Page 4"),
    ],
)
def test_what_looks_like_a_part_of_a_key_may_be_an_answer(key: str, expected: str) -> None:
    assert keys(read(f"{GAPS}Answers: {key}\n", "t.txt")) == {1: [expected], 2: ["7"], 3: ["salty"]}


def test_a_range_of_years_in_a_divided_key_is_one_answer() -> None:
    asked = "1. The war lasted from ____.\n2. It ended in ____.\n3. Its first year: ____.\n\n"
    reading = read(f"{asked}Answers: 1. 1914 - 1918 - 2. Versailles - 3. 1914\n", "t.txt")

    assert keys(reading) == {1: ["1914 - 1918"], 2: ["Versailles"], 3: ["1914"]}


def test_numbers_within_a_statement_are_none_of_questions() -> None:
    reading = read("1. He lived from 44 - 30 BC. (T)\n2. She ruled Egypt. (T)\n3. Rome lost. (F)\n", "t.txt")

    assert reading.questions[0].stem == "1. He lived from 44 - 30 BC."


@pytest.mark.parametrize(
    "said", ["km / h", "1 / 2", "Fe(OH)3", "f (x)", "1914 - 1918", "Saint-Denis", "to be or not to be"]
)
def test_what_may_be_one_answer_stays_whole(said: str) -> None:
    reading = read(f"1. What do you write here?\nAnswer: {said}\n\n2. What else?\nAnswer: green\n", "t.txt")

    assert keys(reading)[1] == [said]


def test_a_remark_behind_a_dash_is_not_certain() -> None:
    reading = read("1. Capital of Spain?\nAnswer: Madrid - well known\n\n2. Of Italy?\nAnswer: Rome\n", "t.txt")

    assert "may be followed by a remark" in left_out(reading)[1]


def test_two_answers_of_a_question_are_not_certain_still() -> None:
    reading = read("1. Capital?\nAnswer: Rome\nAnswer: Milan\n\n2. River?\nAnswer: Po\n", "t.txt")

    assert "its answer is not certain: “Rome or Milan”" in left_out(reading)[1]


def test_an_open_answer_is_none_to_type() -> None:
    asked = "1. Which is even?\na) 3\nb) 4\n\n2. What do you think?\n\n3. Which is odd?\na) 3\nb) 4\n\n"
    reading = read(f"{asked}Key: 1 b - 2 free answer - 3 a\n", "t.txt")

    assert keys(reading) == {1: ["4"], 7: ["3"]}
    assert "stands for an answer that is not known" in left_out(reading)[5]


def test_cells_have_answers_and_remarks_too() -> None:
    rows = (
        "Question,Answer\nCapital of Italy?,Rome / Roma\nWho wrote Emile?,Rousseau (1 pt)\nIce melts at?,0 °C; 32 °F\n"
    )
    reading = read(rows, "t.csv")

    assert keys(reading) == {2: ["Rome", "Roma"], 3: ["Rousseau"]}
    assert "may be one answer, or several" in left_out(reading)[4]


def test_options_in_the_cell_of_an_answer_are_no_text_to_type() -> None:
    rows = "Question;Answer\nCapital of Peru?;a) Cusco b) *Lima c) Quito\nOf Chile?;*a) Santiago b) Arica\n"
    rows += "Of Cuba?;a) Havana b) Mariel\n"
    reading = read(rows, "t.csv")

    assert keys(reading) == {2: ["Lima"], 3: ["Santiago"]}
    assert "several options, and none is marked" in left_out(reading)[4]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("approx. 3.14", ["approx. 3.14", "3.14"]),
        ("about 380,000", ["about 380,000", "380,000"]),
        ("~8849 m", ["~8849 m", "8849 m"]),
        ("between 4 and 6 m", ["between 4 and 6 m", "4..6"]),
        ("120 m (accept 118-122)", ["120 m", "118..122"]),
        ("red / blue / yellow", ["red", "blue", "yellow"]),
        ("Harold (Godwinson)", ["Harold", "Harold Godwinson"]),
        ("Harold (Harold Godwinson)", ["Harold", "Harold Godwinson"]),
        ("Homer (or Homeros)", ["Homer", "Homeros"]),
    ],
)
def test_further_forms_of_an_answer_are_right_and_told(said: str, expected: list[str]) -> None:
    reading = read(f"1. What do you write here?\nAnswer: {said}\n\n2. What else?\nAnswer: green\n", "t.txt")

    assert keys(reading)[1] == expected
    assert f"its answer “{said}” was taken as “{expected[0]}” or" in said_of(reading)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1914 to 1918 (accept 1914-1918)", ["1914 to 1918", "1914-1918"]),
        ("120 m (accept 1-5)", ["120 m", "1-5"]),
        ("iron (a metal)", ["iron"]),
        ("Rome (capital of Italy)", ["Rome"]),
        ("To be, or not to be", ["To be, or not to be"]),
        ("about a boy", ["about a boy"]),
    ],
)
def test_other_remarks_make_no_further_form(said: str, expected: list[str]) -> None:
    reading = read(f"1. What do you write here?\nAnswer: {said}\n\n2. What else?\nAnswer: green\n", "t.txt")

    assert keys(reading)[1] == expected


@pytest.mark.parametrize(
    "said",
    [
        *("large, huge, great", "cold, cool", "have, 've got", "Au|AU"),
        *("Peace or war", "red, blue or yellow", "Krieg oder Frieden", "365 or 366"),
        "Stalin, Trotskyism or Leninism?, 1924",
    ],
)
def test_what_may_be_several_answers_is_told(said: str) -> None:
    reading = read(f'Question,Answer\nWhat is it?,"{said}"\nWhat is 4?,four\n', "t.csv")

    assert keys(reading)[2] == [said]
    assert f"“{said}” was kept as one; if it is several" in said_of(reading)


@pytest.mark.parametrize("said", ["Paris, France", "King, Jr."])
def test_a_name_with_a_comma_is_one_answer(said: str) -> None:
    assert said_of(read(f'Question,Answer\nWhat is it?,"{said}"\nWhat is 4?,four\n', "t.csv")) == ""


@pytest.mark.parametrize(
    "said",
    [
        "any two of: blue, white",
        "any of blue, white",
        "e.g. red",
        "zum Beispiel: rot",
        "any bird",
        "see page 34",
        "own words",
    ],
)
@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("1. The sea is ____.\n2. The sky is ____.\n\nAnswers:\n1. {}\n2. blue\n", "t.txt"),
        ('question,answer\nWhat is the sea?,"{}"\nWhat is the sky?,blue\n', "t.csv"),
    ],
)
def test_what_tells_who_marks_what_to_accept_is_no_answer(said: str, form: str, name: str) -> None:
    reading = read(form.format(said), name)

    assert list(keys(reading).values()) == [["blue"]]
    assert any("tells who marks what to accept" in each for each in left_out(reading).values())


@pytest.mark.parametrize("said", ["Any Human Heart", "One of Us", "Three Sisters", "See you tomorrow"])
def test_a_title_is_an_answer(said: str) -> None:
    assert keys(read(f"1. The book is ____.\n2. The sky is ____.\n\nAnswers:\n1. {said}\n2. blue\n", "t.txt"))[1] == [
        said
    ]
