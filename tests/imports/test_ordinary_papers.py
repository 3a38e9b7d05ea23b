"""Papers as teachers and chat assistants write them: bullets before letters, verdicts in brackets, slips in the key."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, options, read, said_of
from trotskyism_cli.errors import UsageError

ASKED = "1. Even?\na) 3\nb) 4\nc) 5\n\n2. Odd?\na) 2\nb) 4\nc) 7\n\n3. Prime?\na) 2\nb) 9\nc) 15\n\n"
RIGHT = {1: ["4"], 6: ["7"], 11: ["2"]}


@pytest.mark.parametrize("bullet", ["-", "*", "•", "–"])
@pytest.mark.parametrize("said", ["Answer: {}", "**Answer:** {}", "✅ **Answer: {}**"])
def test_bullets_before_lettered_options_are_none_of_them(bullet: str, said: str) -> None:
    one = (
        f"1. What do leaves take in?\n   {bullet} A) oxygen\n   {bullet} B) carbon dioxide\n\n   {said.format('B')}\n\n"
    )
    two = f"2. Which do they give off?\n   {bullet} A) oxygen\n   {bullet} B) nitrogen\n\n   {said.format('A')}\n"
    reading = read(one + two, "t.md")

    assert keys(reading) == {1: ["carbon dioxide"], 7: ["oxygen"]}
    assert options(reading.questions[0]) == ["oxygen", "carbon dioxide"]


def test_a_star_before_some_letters_marks_these() -> None:
    reading = read("1. Even?\n* a) 4\nb) 5\n\n2. Odd?\na) 2\n* b) 3\n", "t.txt")

    assert keys(reading) == {1: ["4"], 5: ["3"]}


def test_a_key_that_markdown_hides_is_read() -> None:
    asked = "1. Even?\n- A) 3\n- B) 4\n\n2. Odd?\n- A) 3\n- B) 4\n\n"

    assert keys(read(f"{asked}<details><summary>Answers</summary>\n\n1. B\n2. A\n</details>\n", "t.md")) == {
        1: ["4"],
        5: ["3"],
    }


@pytest.mark.parametrize(
    "line",
    ["( {} ) {}", "({}) {}", "[{}] {}", "- ( {} ) {}"],
)
def test_verdicts_before_statements_without_numbers(line: str) -> None:
    said = (("V", "Lisboa fica em Portugal."), ("F", "O Porto é a capital."), ("V", "O Tejo é um rio."))
    text = "Marque V ou F:\n\n" + "\n".join(line.format(*each) for each in said)

    assert keys(read(text, "t.txt")) == {3: ["True"], 4: ["False"], 5: ["True"]}


@pytest.mark.parametrize(
    "text",
    [
        "a) Water boils. (T)\nb) Ice sinks. (F)\nc) Salt melts ice. (T)\n",
        "T  1. Water boils.\nF  2. Ice sinks.\nT  3. Salt melts ice.\n",
    ],
)
def test_verdicts_behind_letters_and_before_numbers(text: str) -> None:
    assert keys(read(text, "t.txt")) == {1: ["True"], 2: ["False"], 3: ["True"]}


def test_boxes_beside_two_words_say_which_is_right() -> None:
    text = "Vero o falso?\n\n1. Bari ha un porto.   V [X]   F [ ]\n2. Asti è al mare.   V [ ]   F [X]\n"
    text += "3. Como ha un lago.  V [x]  F []\n4. Bra è in Puglia.  V [ ]  F [ ]\n"
    reading = read(text, "t.txt")

    assert keys(reading) == {3: ["True"], 4: ["False"], 5: ["True"]}
    assert reading.questions[0].stem == "1. Bari ha un porto."
    assert left_out(reading).keys() == {6}


def test_a_verdict_in_the_line_below_a_statement_is_read_with_its_reason() -> None:
    text = "1. Le Rhin traverse Lyon.\nFaux : il passe à Bâle.\n\n2. Nice est au bord de la mer.\nVrai\n\n"
    reading = read(f"{text}3. Metz est en Bretagne.\nFaux\n", "t.txt")

    assert keys(reading) == {1: ["False"], 4: ["True"], 7: ["False"]}
    assert reading.questions[0].explanation == "il passe à Bâle."


@pytest.mark.parametrize(
    "text",
    [
        "1. Water boils. (T)\n2. Ice sinks. (F)\n3. Salt melts ice. ( )\n4. Iron rusts. (T)\n",
        "( T ) Water boils.\n( F ) Ice sinks.\n(  ) Salt melts ice.\n( T ) Iron rusts.\n",
    ],
)
def test_a_verdict_that_is_missing_leaves_out_that_statement_alone(text: str) -> None:
    reading = read(text, "t.txt")

    assert keys(reading) == {1: ["True"], 2: ["False"], 4: ["True"]}
    assert left_out(reading) == {3: "what is right is not said; write it in the key"}


@pytest.mark.parametrize("key", ["1b 2c 3a 4a 5c", "1. b\n2. c\n3. a\n4. b\n5. a"])
def test_numbers_beyond_the_questions_leave_the_others_their_answers(key: str) -> None:
    reading = read(f"{ASKED}Answers: {key}\n", "t.txt")

    assert keys(reading) == RIGHT
    assert "“5." in said_of(reading)


def test_a_key_of_another_test_is_none() -> None:
    assert not keys(read(f"{ASKED}Answers: 1b 2c 3a 4a 5c 6a 7b\n", "t.txt"))


@pytest.mark.parametrize("footer", ["Page 2 of 3", "- 2 -", "\nPage 2 of 3\n"])
def test_the_foot_of_a_page_is_no_part_of_the_key(footer: str) -> None:
    assert keys(read(f"{ASKED}Answers:\n1. b\n{footer}\n2. c\n3. a\n", "t.txt")) == RIGHT


def test_a_key_that_counts_through_a_doubled_number_says_nothing_after_it() -> None:
    asked = ASKED.replace("3. Prime", "2. Prime") + "3. Round?\na) a ball\nb) a box\nc) a cube\n\n"
    reading = read(f"{asked}Answers: 1b 2c 3b 4a\n", "t.txt")

    assert keys(reading) == {1: ["4"]}
    assert left_out(reading).keys() == {6, 11, 16}


def test_feedback_below_the_last_option_is_no_further_one() -> None:
    text = "1. Even?\na) 3\n*b) 4\n... It is twice two.\n\n2. Odd?\na) 2\nb) 4\n*c) 7\n"
    reading = read(text, "t.txt")

    assert keys(reading) == {1: ["4"], 6: ["7"]}
    assert options(reading.questions[0]) == ["3", "4"]


@pytest.mark.parametrize("mark", ["<-- correct", "<- right", "← correct", "(correct)"])
def test_words_behind_an_option_mark_it(mark: str) -> None:
    reading = read(f"1. Even?\na) 3\nb) 4  {mark}\n\n2. Odd?\na) 5 {mark}\nb) 6\n", "t.txt")

    assert keys(reading) == {1: ["4"], 5: ["5"]}


def test_a_column_that_corrects_an_answer_is_not_passed_over() -> None:
    rows = "Question,A,B,Answer,Corrected answer\nEven?,3,4,B,\nOdd?,5,6,B,A\nPrime?,2,8,A,A\n"
    reading = read(rows, "t.csv")

    assert keys(reading) == {2: ["4"], 4: ["2"]}
    assert "its column “Corrected answer” says “A”" in left_out(reading)[3]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Fill in.\n\n1. Rome is in ____.\n2. Ice is ____.\n\nAnswers: Italy, 0, cold\n",
            "from line 6 on have no numbers",
        ),
        (
            "1. Even?\n   1. 3\n   2. 4\n2. Odd?\n   1. 3\n   2. 4\n\nAnswers: 1: 2, 2: 1\n",
            "“Answers: 1: 2, 2: 1” in line 8",
        ),
        (
            "1. The capital is (Rome).\n2. The sea is (salty).\n",
            "“1. The capital is (Rome).” in line 1. Write below it",
        ),
        ("Rome is old. (T)\nIce sinks. (F)\nSalt melts ice.\nIron rusts? (T)\n", "write behind each"),
    ],
)
def test_a_quiz_that_is_not_read_is_told_what_stands_in_the_way(text: str, told: str) -> None:
    with pytest.raises(UsageError, match="It seems to be a quiz, but") as refused:
        read(text, "t.txt")

    assert told in str(refused.value)


def test_statements_that_belong_to_one_question_are_told_of() -> None:
    with pytest.raises(UsageError, match="from line 2 on, are in no list with numbers"):
        read("1. Which are true?\na) Rome is old. (T)\nb) Ice sinks. (F)\nc) Salt melts ice. (T)\n", "t.txt")


def test_a_text_that_is_no_quiz_is_asked_for_its_format() -> None:
    with pytest.raises(UsageError, match="name one: --format"):
        read("Dear all,\nthe test is on Monday.\n", "t.txt")


def test_boxes_of_which_none_is_ticked_are_named() -> None:
    reading = read("1. Even?\n☐ 3\n☑ 4\n\n2. Odd?\n☑ 3\n☐ 4\n\n3. Prime?\n☐ 3\n☐ 4\n", "t.txt")

    assert left_out(reading) == {9: "none of its boxes is ticked; tick the right one, as ☑ or [x]"}
