"""Papers as chat assistants, forms and copied pages have them, with what is right said in ways of their own."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, options, read, said_of
from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.new_pack import new_pack

REASONED = """1. Which is a halogen?
A. Sodium
B. Chlorine
C. Iron
Answer: {}

2. Which is a metal?
A. Neon
B. Argon
C. Iron
Answer: C
"""
UNKEYED = """1. Largest continent?
A) Africa
B) Asia
2. Smallest continent?
A) Australia
B) Asia
{}
"""


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("B, because it is in group 17", "because it is in group 17"),
        ("B - it is in group 17", "it is in group 17"),
        ("B – Chlorine stands below fluorine.", "stands below fluorine"),
        ("B (it is in group 17)", "it is in group 17"),
        ("B) Chlorine (see page 12)", "see page 12"),
        ("B. Chlorine – below fluorine", "below fluorine"),
    ],
)
def test_a_reason_behind_the_letter_is_no_part_of_the_answer(answer: str, reason: str) -> None:
    reading = read(REASONED.format(answer), "t.txt")

    assert keys(reading)[1] == ["Chlorine"]
    assert reason in f"Chlorine {reading.questions[0].explanation}"


@pytest.mark.parametrize(
    "answer",
    [
        "B - iron was once thought so",
        "B - not C as in the old key",
        "B, but C was the answer of the old key",
        "B. Lithium",
        "B - some say it is lighter than A",
        "B, because the key is wrong here",
        "B - Lithium salt",
    ],
)
def test_what_names_another_option_or_may_be_one_is_no_reason(answer: str) -> None:
    reading = read(REASONED.format(answer), "t.txt")

    assert list(left_out(reading)) == [1]


@pytest.mark.parametrize("answer", ["Option B", "Chlorine.", "B Chlorine", "letter B", "B (1 pt)", "B [2 points]"])
def test_an_answer_may_be_called_an_option_or_end_with_a_stop(answer: str) -> None:
    assert keys(read(REASONED.format(answer), "t.txt"))[1] == ["Chlorine"]


@pytest.mark.parametrize(
    "key",
    [
        "Answer Key\n1. B) Asia\n2. A) Australia",
        "\n**Answers:**\n- 1: B\n- 2: A",
        "\n**Answer Key:**\n*   Question 1: B) Asia\n*   Question 2: A) Australia",
        "\nQuiz 5 Answer Key\n1. B Asia\n2. A Australia",
        "\nAnswers\n1. B) Asia\nIt has 30 percent of the land.\n2. A) Australia\nA country too.",
    ],
)
def test_a_key_may_stand_close_have_a_title_or_reasons_in_it(key: str) -> None:
    reading = read(UNKEYED.format(key), "t.txt")

    assert keys(reading) == {1: ["Asia"], 4: ["Australia"]}


def test_a_reason_in_a_key_that_takes_an_answer_back_leaves_it_out() -> None:
    reading = read(UNKEYED.format("\nAnswers\n1. B\nCorrection: should be A\n2. A"), "t.txt")

    assert keys(reading) == {4: ["Australia"]}
    assert list(left_out(reading)) == [1]


@pytest.mark.parametrize("second", [1, 3])
@pytest.mark.parametrize("key", ["Answers: {}a, {}b", "Answers\n{}. a\n{}. b"])
def test_each_part_may_have_its_key_below_it(key: str, second: int) -> None:
    parts = "".join(
        f"Part {at}\n{number}. France?\na) Paris{at}\nb) Lyon{at}\n{number + 1}. Italy?\na) Turin{at}\nb) Rome{at}\n\n"
        f"{key.format(number, number + 1)}\n\n"
        for at, number in ((1, 1), (2, second))
    )
    reading = read(parts, "t.txt")

    assert [*keys(reading).values()] == [["Paris1"], ["Rome1"], ["Paris2"], ["Rome2"]]


def test_a_key_of_one_part_that_lacks_a_number_is_not_shifted() -> None:
    text = UNKEYED.format("Answers: 1b\n") + UNKEYED.format("Answers: 1b 2a")
    reading = read(text, "t.txt")

    assert not {line: key for line, key in keys(reading).items() if line < 5 and key != ["Asia"]}


def test_an_answer_may_stand_behind_the_last_option() -> None:
    text = "1. France? a. Paris b. Lyon Answer: a\n2. Italy? a. Turin b. Rome Answer: b\n"
    reading = read(text, "t.txt")

    assert keys(reading) == {1: ["Paris"], 2: ["Rome"]}
    assert options(reading.questions[1]) == ["Turin", "Rome"]


def test_options_without_letters_may_be_answered_by_the_text_of_one() -> None:
    bullets = (
        "1. Which is a gas?\n• helium\n• iron\nAnswer: helium\n2. Which is a metal?\n• helium\n• iron\nAnswer: iron\n"
    )
    form = bullets.replace("• ", "").replace("Answer", "Correct answer").replace("gas?", "gas? (1 Point)")

    assert keys(read(bullets, "t.txt")) == keys(read(form, "t.txt")) == {1: ["helium"], 5: ["iron"]}
    assert options(read(form, "t.txt").questions[0]) == ["helium", "iron"]


def test_a_question_in_two_lines_does_not_lend_one_as_an_option() -> None:
    broken = "1. Which of these, found in\nthe air, is a gas?\nhelium\niron\nAnswer: helium\n"

    with pytest.raises(UsageError, match="seems to be a quiz"):
        read(f"{broken}2. Which is a metal?\nneon\niron\nAnswer: iron\n", "t.txt")


@pytest.mark.parametrize("summary", ["Answer", "Show answer"])
@pytest.mark.parametrize("said", ["**B. Asia**", "**Answer: B**", "B"])
def test_an_answer_may_be_hidden_behind_a_summary(summary: str, said: str) -> None:
    hidden = f"\n<details>\n<summary>{summary}</summary>\n\n{said}\n\n</details>\n"
    text = f"### 1. Largest?\nA. Africa\nB. Asia\n{hidden}\n### 2. Continent?\nA. Peru\nB. Asia\n{hidden}"

    assert [*keys(read(text, "t.md")).values()] == [["Asia"], ["Asia"]]


def test_two_columns_with_one_blank_are_parted_where_their_letters_go_on() -> None:
    text = (
        "1. Largest?\na. Earth c. Mars\nb. Jupiter d. Venus\n"
        "2. Painter?\na. Bach (b. 1685) c. 1700\nb. Dürer\nKey: 1b 2b\n"
    )
    reading = read(text, "t.txt")

    assert options(reading.questions[0]) == ["Earth", "Jupiter", "Mars", "Venus"]
    assert keys(reading)[1] == ["Jupiter"]


def test_an_option_with_a_letter_of_another_script_is_not_joined_to_the_one_above() -> None:
    text = "1. Столица?\nA) Лион\nБ) Париж\nB) Ницца\nОтвет: B\n\n2. Италия?\nА) Рим\nБ) Милан\nВ) Турин\nОтвет: А\n"
    reading = read(text, "t.txt")

    assert "script" in left_out(reading)[1]
    assert keys(reading) == {7: ["Рим"]}


def test_a_label_may_have_a_blank_before_its_colon() -> None:
    reading = read(
        "Q1) Noun?\nA : a thing\nB : an act\nAns : A\nQ2) Verb?\nA : a thing\nB : an act\nAns : B\n", "t.txt"
    )

    assert [options(each) for each in reading.questions] == [["a thing", "an act"]] * 2
    assert keys(reading) == {1: ["a thing"], 5: ["an act"]}


@pytest.mark.parametrize(
    ("stem", "bare"),
    [
        ("1️⃣ What is 7 × 8?", "What is 7 × 8?"),
        ("1. Ocean? *\n   1 point", "Ocean?"),
        ("1. Sea?\nDifficulty: easy", "Sea?"),
    ],
)
def test_what_stands_around_a_question_is_no_part_of_it(stem: str, bare: str) -> None:
    second = stem.replace("1️⃣", "2️⃣").replace("1.", "2.")
    text = f"{stem}\nA) one\nB) two\nAnswer: B\n\n{second}\nA) three\nB) two\nAnswer: B\n"
    made = new_pack("p", "t.txt", read(text, "t.txt"))

    assert [each.stem for each in made.questions] == [bare, bare]


def test_a_copied_page_is_read_as_it_was_seen() -> None:
    text = (
        "1. France?&nbsp;\na) Paris<br>\nb) Lyon &amp; Nice<br>\nAnswer: a\n"
        "2. Italy?\na) Turin<br>\nb) Rome<br>\nAnswer: b\n"
    )
    reading = read(text, "t.txt")

    assert options(reading.questions[0]) == ["Paris", "Lyon & Nice"]
    assert keys(reading) == {1: ["Paris"], 5: ["Rome"]}


@pytest.mark.parametrize("said", ["9.81 ± 0.05", "9.81 (± 0.05)", "9.81 +/- 0.05"])
def test_a_tolerance_is_a_range(said: str) -> None:
    reading = read(f"1. What is g?\nAnswer: {said}\n\n2. What is c?\nAnswer: 299792\n", "t.txt")

    assert keys(reading)[1] == ["9.81", "9.76..9.86"]
    assert "was taken as a range" in said_of(reading)


def test_a_tolerance_beside_a_unit_is_not_typed() -> None:
    reading = read("1. What is g?\nAnswer: 9.81 ± 0.05 m/s²\n\n2. What is c?\nAnswer: 299792\n", "t.txt")

    assert "tolerance" in left_out(reading)[1]


def test_columns_t_and_f_say_whether_a_statement_is_true() -> None:
    reading = read("Statement,T,F\nGold is a metal,x,\nWood is a metal,,x\n", "t.csv")

    assert keys(reading) == {2: ["True"], 3: ["False"]}


CLOZE = (
    '<quiz><question type="cloze"><questiontext format="html"><text><![CDATA[<p>{}</p>]]></text></questiontext>'
    "</question></quiz>"
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("In {1:SHORTANSWER:=Paris#Yes~%50%Lyon} it is.", ["Paris"]),
        ("In {1:MC:Lyon~=Paris} it is.", ["Paris"]),
        ("Pi is {1:NUMERICAL:=3.14:0.01}.", ["3.14", "3.13..3.15"]),
        (r"In {:SA:=A\}B} it is.", ["A}B"]),
    ],
)
def test_one_gap_in_a_text_of_moodle_is_asked(text: str, right: list[str]) -> None:
    reading = read(CLOZE.replace("{}", text), "t.xml")

    assert list(keys(reading).values()) == [right]
    assert "_____" in reading.questions[0].stem


@pytest.mark.parametrize(
    "text", ["{1:SA:=a} and {1:SA:=b}", "{1:SA:=a}", "In {1:MR:=a~=b~c} it is.", "In {1:SA:=a*} it is.", "none"]
)
def test_other_gaps_of_moodle_are_left_out(text: str) -> None:
    reading = read(CLOZE.replace("{}", text), "t.xml")

    assert not reading.questions
    assert len(reading.left_out) == 1


def test_a_gap_may_have_its_kind_by_another_name() -> None:
    text = "Type: MC\n1) Capital?\n*a) Paris\nb) Lyon\n\nType: FIB\n2) Spain has ___.\na) Madrid\n"

    assert keys(read(text, "t.txt")) == {2: ["Paris"], 7: ["Madrid"]}
