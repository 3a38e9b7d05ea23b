"""Printed tests as teachers write them: numbers, options and keys of many kinds, and what is never guessed."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, options, read, said_of
from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.new_pack import new_pack


@pytest.mark.parametrize(
    ("line", "stem"),
    [
        ("1. I ___ (a. am b. is c. are) a pupil.", "1. I ___ a pupil."),
        ("1. Water (a. freezes b. boils c. melts) at 100 °C.", "1. Water ___ at 100 °C."),
        ("1. Lenin (a. led / b. left / c. lost) the party.", "1. Lenin ___ the party."),
    ],
)
def test_a_sentence_goes_on_behind_options_in_brackets(line: str, stem: str) -> None:
    reading = read(f"{line}\n2. He (a. am b. is c. are) here.\n\nAnswers: 1. a 2. b\n", "t.txt")

    assert reading.questions[0].stem == stem
    assert [text for each in reading.questions for text in options(each)][2] in ("are", "melts", "lost")
    assert options(reading.questions[1]) == ["am", "is", "are"]
    assert reading.questions[1].stem == "2. He ___ here."


def test_a_bracket_that_closes_only_in_the_last_option_leaves_the_question_out() -> None:
    reading = read("1. He a. am b. is c. are) here.\n2. She is a. tall b. small c. old\n\nKey: 1. b 2. a\n", "t.txt")

    assert keys(reading) == {2: ["tall"]}
    assert "closes a bracket that it does not open" in left_out(reading)[1]


def test_a_last_option_that_may_hold_the_rest_of_its_sentence_is_told() -> None:
    asked = "1. It is (a) a river (b) a lake (c) a plain in Asia.\n2. He is (a) in (b) out.\n\nKey: 1. a 2. b\n"
    reading = read(asked, "t.txt")

    assert "“a plain in Asia.”, its last option, may hold the rest of the sentence" in said_of(reading)
    assert "“out.”" not in said_of(reading)


ROMAN = 'I. "Amo" means\n  (i) I love\n  (ii) I hate\nII. "Vici" means\n  (i) I saw\n  (ii) I conquered\n\n'


@pytest.mark.parametrize("key", ["KEY: I (i); II (ii)", "KEY\nI. (i)\nII. (ii)", "Answers: I – i, II – ii"])
def test_questions_in_roman_numbers(key: str) -> None:
    assert keys(read(ROMAN + key, "t.txt")) == {1: ["I love"], 4: ["I conquered"]}


def test_questions_with_a_letter_before_their_numbers() -> None:
    asked = "А1. Кто основал армию?\n1) Ленин\n2) Троцкий\nА2. Когда?\n1) 1918\n2) 1917\n\nКлючи:\nА1 – 2\nА2 – 1\n"

    assert keys(read(asked, "t.txt")) == {1: ["Троцкий"], 4: ["1918"]}


ASKED = "1. Who led?\nA. Lenin\nB. Trotsky\n2. When?\nA. 1905\nB. 1917\n\n"


@pytest.mark.parametrize(
    "key",
    [
        "Answers\n1/ B\n2/ A",
        "Key\nQuestion\t1\t2\nAnswer\tB\tA",
        "Lösungsschlüssel\n| Frage | 1 | 2 |\n|---|---|---|\n| Antwort | B | A |",
        "Key: 2. A, 1. B",
        "Answer key (Form A): 1. B  2. A",
        "Griglia di correzione\n1   2\nB   A",
        "Answers\n01. B\n02. A",
    ],
)
def test_keys_in_further_ways(key: str) -> None:
    assert keys(read(ASKED + key, "t.txt")) == {1: ["Trotsky"], 4: ["1905"]}


def test_a_key_above_the_questions_under_a_title_that_ends_with_its_word() -> None:
    assert keys(read(f"TEACHER COPY - ANSWERS\n1. B\n2. A\n\nQUIZ\n\n{ASKED}", "t.txt")) == {
        7: ["Trotsky"],
        10: ["1905"],
    }


@pytest.mark.parametrize("word", ["Ans. (b) Trotsky", "Answer:\nb", "Answer (b) Trotsky"])
def test_answers_with_their_text_or_in_the_next_line(word: str) -> None:
    asked = f"1. Who led?\n(a) Lenin\n(b) Trotsky\n{word}\n2. Who else?\n(a) Lenin\n(b) Trotsky\n{word}\n"

    assert [*keys(read(asked, "t.txt")).values()] == [["Trotsky"], ["Trotsky"]]


@pytest.mark.parametrize(
    ("test", "right"),
    [
        (
            "問1　誰ですか。\nア　月\nイ　星\n\n問2　何ですか。\nア　水\nイ　火\n\n解答\n問1　イ\n問2　ア\n",
            ["星", "水"],
        ),
        ("۱- پایتخت؟\nالف) تهران\nب) قم\n\n۲- رود؟\nالف) نیل\nب) راین\n\nپاسخ‌نامه\n۱- ب\n۲- الف\n", ["قم", "نیل"]),
        ("1- ما؟\nأ) قمر\nب) نجم\n\n2- من؟\nأ) علي\nب) عمر\n\nمفتاح الإجابة:\n1- ب\n2- أ\n", ["نجم", "علي"]),
        ("Q1: Who?\n- Lenin\n- Trotsky ✓\n\nQ2: When?\n- 1917 ✓\n- 1905\n", ["Trotsky", "1917"]),
        ("1. Who?\n- Lenin\n- **Trotsky**\n\n2. When?\n- **1917**\n- 1905\n", ["Trotsky", "1917"]),
        ("1. Who?\n□ Lenin\n■ Trotsky\n2. When?\n■ 1917\n□ 1905\n", ["Trotsky", "1917"]),
        ("__B__ 1. Who?\n  A. Lenin\n  B. Trotsky\n__A__ 2. When?\n  A. 1917\n  B. 1905\n", ["Trotsky", "1917"]),
    ],
)
def test_tests_of_many_lands(test: str, right: list[str]) -> None:
    assert [one for each in keys(read(test, "t.txt")).values() for one in each] == right


@pytest.mark.parametrize(
    "text",
    [
        "1. Who?\n- **Lenin**\n- **Trotsky**\n- Stalin\n\n2. When?\n- **1917**\n- 1905\n",
        "Fruits:\n- apple\n- **pear**\nRoots:\n- **beet**\n- leek\n",
    ],
)
def test_bullets_in_bold_are_no_options_if_several_are_or_nothing_is_asked(text: str) -> None:
    with pytest.raises(UsageError, match="none of the formats"):
        read(text, "t.txt")


def test_an_answer_said_by_somebody_in_a_text_is_part_of_the_question() -> None:
    text = "1. In the text\nTom: What is it?\nAnswer: it depends, said Ann.\nWhich?\nA. Yes\nB. No\nAnswer: B\n"
    reading = read(f"{text}2. Who asks?\nA. Tom\nB. Ann\nAnswer: A\n", "t.txt")

    assert keys(reading) == {1: ["No"], 8: ["Tom"]}
    assert left_out(reading) == {}


@pytest.mark.parametrize(
    "test",
    [
        "Correction: the answer to question 2 is B\n\n" + ASKED + "Answers: 1. B 2. A\n",
        ASKED.replace("\n\n", "\nErratum 2: B\n\n3. Where?\nA. Here\nB. There\n\n") + "Answers: 1. B 2. A 3. A\n",
        ASKED + "Answers: 1. B 2. A\nErratum: 2 is B\n",
        "1. Who led?\nA. Lenin\n*B. Trotsky\n2. When?\n*A. 1905\nB. 1917\n\nCorrección: 2 es B\n",
    ],
)
def test_a_correction_anywhere_puts_its_key_in_doubt(test: str) -> None:
    reading = read(test, "t.txt")

    assert ["Trotsky"] in keys(reading).values()
    assert ["1905"] not in keys(reading).values()
    assert len(left_out(reading)) == 1


def test_a_key_with_a_number_that_no_question_has_may_be_shifted_from_there_on() -> None:
    reading = read(
        "1. One?\na) x\nb) y\n3. Two?\na) x\nb) y\n4. Three?\na) x\nb) y\n\nKey\n1. a\n2. b\n3. a\n", "t.txt"
    )

    assert keys(reading) == {1: ["x"]}


@pytest.mark.parametrize(("letter", "said"), [("В", "Cyrillic"), ("Г", "Cyrillic")])
def test_a_key_in_letters_of_another_alphabet_is_said_to_be_in_one(letter: str, said: str) -> None:
    reading = read(f"1. Кто?\nA) он\nB) она\nC) оно\n2. Когда?\nA) да\nB) нет\n\nОтветы: 1. {letter}  2. А\n", "t.txt")

    assert keys(reading) == {5: ["да"]}
    assert f"in {said} letters; its options have Latin ones" in left_out(reading)[1]


def test_a_word_that_says_wrong_is_taken_off_where_another_says_right() -> None:
    reading = read("1. Which?\na) He go. (incorrect)\nb) He goes. (correct)\n2. Who?\na) I (correct)\nb) it\n", "t.txt")

    assert [options(each) for each in reading.questions] == [["He go.", "He goes."], ["I", "it"]]


def test_numbers_and_points_are_no_part_of_questions() -> None:
    test = "Zad. 1. (0-1) Kto?\na) on\nb) ona\nOdp. a\n\nZad. 2. (2 pkt) Kiedy?\na) dziś\nb) jutro\nOdp. c\n"
    made = new_pack("x", "t.txt", read(test, "t.txt"))

    assert [each.stem for each in made.questions] == ["Kto?"]
    assert [each.what for each in made.changes] == [
        "the number before its question, “Zad. 1.”, was left out",
        "points beside its questions, as “(0-1)”, were left out",
    ]


@pytest.mark.parametrize(
    ("asked", "said", "right"),
    [
        ("3. Write the past tense of lead.", "led", {7: ["led"]}),
        ("3. He led ____ men.", "9", {7: ["9"]}),
        ("3. He led men.", "9", {}),
        ("3. Where? Rome / Paris", "Rome", {}),
        ("3. Where?", "ii", {}),
        ("3. Where?", "×", {}),
    ],
)
def test_a_question_without_options_among_others(asked: str, said: str, right: dict[int, list[str]]) -> None:
    reading = read(f"{ASKED.rstrip()}\n{asked}\n\nAnswers\n1. B\n2. A\n3. {said}\n", "t.txt")

    assert keys(reading) == {1: ["Trotsky"], 4: ["1905"]} | right
    assert [*left_out(reading)] == ([] if right else [7])


def test_another_way_of_correcting_is_known_by_the_number_it_names() -> None:
    reading = read(f"Achtung: Korrektur zu Frage 2: richtig ist B\n\n{ASKED}Lösung: 1B, 2A\n", "t.txt")

    assert keys(reading) == {3: ["Trotsky"]}
    assert "Korrektur zu Frage 2" in left_out(reading)[6]
