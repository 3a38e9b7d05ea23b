"""The keys of a table name options in one way: by texts, by letters or by numbers; another way is left out, named."""

import pytest

from tests.imports.reading_for_tests import key, keys, left_out, options, read

HEADS = "Question;A;B;C;D;Key\n"
WORDS = "One?;Lenin;Trotsky;Stalin;Radek;{}\nTwo?;red;white;green;blue;{}\n"


def read_after(said: tuple[str, str], row: str) -> tuple[list[str], str]:
    """The key of a row below two others, and why it was left out."""
    reading = read(HEADS + WORDS.format(*said) + row, "t.csv")
    assert {2, 3} <= keys(reading).keys()
    return keys(reading).get(4, []), left_out(reading).get(4, "")


@pytest.mark.parametrize(
    "row",
    [
        "3 + 0?;4;5;6;7;3",
        "5 - 3?;3;4;5;6;2",
        "Argon?;Al;Ag;Ar;Au;A",
        "0,65 x 2?;1,2;1,4;2,4;0,8;1,3",
        "A triangle?;;5;4;6;3",
    ],
)
def test_among_texts_a_letter_or_number_that_is_no_text_is_no_place(row: str) -> None:
    found, why = read_after(("Trotsky", "red"), row)

    assert not found
    assert "read as text it is none of the options; as a place it would be" in why


@pytest.mark.parametrize("row", ["Sides of a square?;5;4;6;3;5", "4 - 1?;5;3;1;0;5"])
def test_among_numbers_of_columns_a_number_beyond_them_is_no_text(row: str) -> None:
    found, why = read_after(("2", "1"), row)

    assert not found
    assert "read as a place it is none of the options; as text it would be “5”" in why


@pytest.mark.parametrize(
    ("said", "row", "expected"),
    [
        (("Trotsky", "red"), "1 + 1?;2;5;6;7;Option A", "2"),
        (("B", "A"), "7 x 8?;54;48;56;63;56", "56"),
        (("B", "A"), "Which?;w;x;y;z;y", "y"),
        (("2", "1"), "Who?;Marx;Engels;Bebel;Kautsky;Bebel", "Bebel"),
        (("Trotsky", "A"), "Who?;Marx;Engels;Bebel;Kautsky;C", "Bebel"),
    ],
)
def test_what_can_be_meant_in_one_way_alone_stays(said: tuple[str, str], row: str, expected: str) -> None:
    assert read_after(said, row)[0] == [expected]


@pytest.mark.parametrize("said", ["B) 4", "D: 3", "C. 2", "A/2", "D; 4", "C 1", "D / 1", "2, C"])
def test_a_letter_and_a_number_are_not_two_keys(said: str) -> None:
    found, why = read_after(("B", "A"), f'Corners?;8;3;4;2;"{said}"')

    assert not found
    assert "none of the 4 options" in why


@pytest.mark.parametrize("said", ["B) 3", "B; 3", "B 3", "B / 3", "B: 3"])
def test_a_letter_and_the_text_of_its_option_are_one_key(said: str) -> None:
    (question,) = read(f'{HEADS}Corners?;8;3;4;2;"{said}"\n', "t.csv").questions

    assert key(question) == ["3"]


@pytest.mark.parametrize(
    ("option", "answer"),
    [
        ("Choix", "Bonne réponse"),
        ("Auswahl", "Korrekte Antwort"),
        ("Scelta", "Soluzione"),
        ("الاختيار", "الإجابة الصحيحة"),
        ("Opcja", "Prawidłowa"),
        ("Keuze", "Oplossing"),
        ("Şık", "Cevap Anahtarı"),
        ("Ответ", "Ключ"),
    ],
)
def test_options_by_the_words_of_more_languages(option: str, answer: str) -> None:
    heads = ";".join(["Question", *(f"{option} {each}" for each in "ABC"), answer])
    reading = read(f"{heads}\nWho?;Lenin;Trotsky;Stalin;AB\nWhen?;1905;1917;1924;B\n", "t.csv")

    assert keys(reading) == {2: ["Lenin", "Trotsky"], 3: ["1917"]}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("الإجابة الصحيحة", "إجابة خاطئة"),
        ("正确答案", "错误答案"),
        ("正确答案", "干扰项"),
        ("正解", "不正解"),
        ("정답", "오답"),
        ("सही उत्तर", "गलत उत्तर"),
        ("תשובה נכונה", "תשובה שגויה"),
        ("Σωστή απάντηση", "Λάθος"),
        ("Bonne réponse", "Distracteur"),
        ("Jawaban benar", "Pengecoh"),
        ("Certa", "Errada"),
    ],
)
def test_wrong_options_by_the_words_of_more_languages(right: str, wrong: str) -> None:
    (question,) = read(f"Question,{right},{wrong} 1,{wrong} 2\nWho?,Trotsky,Lenin,Radek\n", "t.csv").questions

    assert options(question) == ["Trotsky", "Lenin", "Radek"]
    assert key(question) == ["Trotsky"]


def test_distractors_that_the_key_names_by_letters_are_all_options() -> None:
    heads = "Question,Distractor 1,Distractor 2,Distractor 3,Distractor 4,Key\n"
    rows = "Who?,Lenin,Trotsky,Stalin,Radek,B\nPrime?,3,1,2,0,C\nTwo?,Bebel,Marx,Dan,Kun,AB\nNone?,5,7,8,6,E\n"
    reading = read(heads + rows, "t.csv")

    assert keys(reading) == {2: ["Trotsky"], 3: ["2"], 4: ["Bebel", "Marx"]}
    assert "“E” is none of the 4 options" in left_out(reading)[5]


def test_numbers_beside_distractors_stay_right_answers() -> None:
    rows = "1 + 1?,2,3,4,5\n2 + 2?,4,3,2,5\n"
    reading = read(f"Question,Correct answer,Distractor 1,Distractor 2,Distractor 3\n{rows}", "t.csv")

    assert keys(reading) == {2: ["2"], 3: ["4"]}


@pytest.mark.parametrize("letters", ["abvg", "абвг"])
def test_letters_in_the_order_of_serbian(letters: str) -> None:
    heads = ",".join(["Pitanje", *(f"{each})" for each in letters), "Tačan odgovor"])
    rows = f"Who?,Lenin,Trotsky,Stalin,Radek,{letters[2]}\nWhen?,1905,1917,1924,1940,{letters[3]}\nAnd?,w,x,y,z,d\n"
    reading = read(f"{heads}\n{rows}", "t.csv")

    assert keys(reading) == {2: ["Stalin"], 3: ["1940"]}
    assert list(left_out(reading)) == [4]


def test_two_answers_of_aiken_that_differ_are_none() -> None:
    block = "Who wrote it?\nA. Lenin\nB. Trotsky\n"
    reading = read(f"{block}ANSWER: A\nANSWER: B\n\n{block}ANSWER: B\nANSWER: B\n", "t.txt")

    assert keys(reading) == {7: ["Trotsky"]}
    assert "not the same" in left_out(reading)[1]
