"""Columns called the same but for numbers or letters, in the languages of teachers."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, options, read, said_of

_ROWS = "Capital?;Bursa;Izmir;Ankara;{}\nRiver?;Nile;Rhine;Oka;{}\n"


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("Cevap", "Doğru cevap"),
        ("الإجابة", "الإجابة الصحيحة"),
        ("پاسخ", "پاسخ صحیح"),
        ("उत्तर", "सही उत्तर"),
        ("답", "정답"),
        ("答え", "正解"),
        ("答案", "正确答案"),
        ("Trả lời", "Đáp án đúng"),
        ("Vastus", "Õige vastus"),
        ("Jibu", "right"),
        ("Cevap", "right"),
        ("Svar", "Facit"),
        ("Vastus", "Võti"),
    ],
)
@pytest.mark.parametrize(("marks", "said"), [("123", ("Ankara", "Nile")), ("123", ("3", "1")), ("ABC", ("C", "A"))])
def test_numbered_answers_beside_a_key_are_options(answer: str, key: str, marks: str, said: tuple[str, str]) -> None:
    heads = ";".join(["Question", *(f"{answer} {mark}" for mark in marks), key])

    reading = read(f"{heads}\n{_ROWS.format(*said)}", "t.csv")

    assert options(reading.questions[0]) == ["Bursa", "Izmir", "Ankara"]
    assert keys(reading) == {2: ["Ankara"], 3: ["Nile"]}


@pytest.mark.parametrize("answer", ["Cevap", "答案", "उत्तर", "Svar", "Answer", "Antwort"])
def test_numbered_answers_without_a_key_have_none(answer: str) -> None:
    reading = read(f"Question;{answer} 1;{answer} 2;{answer} 3\nCapital?;Bursa;Izmir;Ankara\n", "t.csv")

    assert not reading.questions
    assert "which option is right is not said" in left_out(reading)[2]


@pytest.mark.parametrize("answer", ["Doğru cevap", "Right answer", "Õige vastus", "正确答案", "Correct"])
def test_numbered_answers_that_are_called_right_are_all_accepted(answer: str) -> None:
    reading = read(f"Question;{answer} 1;{answer} 2\nCapital of Germany?;Berlin;East Berlin\n", "t.csv")

    assert keys(reading) == {2: ["Berlin", "East Berlin"]}


@pytest.mark.parametrize(("head", "marks"), [("Prop.", "ABC"), ("Pozycja", "123")])
def test_unknown_numbered_heads_are_options_where_the_key_names_them(head: str, marks: str) -> None:
    heads = ";".join(["Question", *(f"{head} {mark}" for mark in marks), "Key"])

    reading = read(f"{heads}\n{_ROWS.format('C', 'A')}", "t.csv")

    assert keys(reading) == {2: ["Ankara"], 3: ["Nile"]}
    assert "were taken as options, since its answers name them" in said_of(reading)


def test_unknown_numbered_heads_are_none_beside_numbers_that_may_be_answers() -> None:
    reading = read(f"Question;Source 1;Source 2;Source 3;Answer\n{_ROWS.format('3', '1')}", "t.csv")

    assert not reading.questions


@pytest.mark.parametrize(
    ("heads", "true", "false"),
    [
        ("Pitanje;Točno/Netočno", "Točno", "Netočno"),
        ("Afirmación;V o F", "Verdadero", "Falso"),
        ("Утверждение;Верно/Неверно", "Верно", "Неверно"),
        ("Утверждение;В/Н", "В", "Н"),
        ("Aussage;R/F", "R", "F"),
        ("Afirmație;A/F", "A", "F"),
        ("سؤال;درست/نادرست", "درست", "نادرست"),
        ("Küsimus;Õige/Vale", "Õige", "Vale"),
        ("Stelling;juist/fout", "juist", "fout"),
        ("Zdanie;Prawda/Fałsz", "tak", "nie"),
    ],
)
def test_statements_with_dashes_are_judged_in_the_words_of_their_heads(heads: str, true: str, false: str) -> None:
    reading = read(f"{heads}\nCapital – Zagreb;{true}\nRiver – Rhine;{false}\nSum – 9;{true}\n", "t.csv")

    assert [each.stem for each in reading.questions] == ["Capital – Zagreb", "River – Rhine", "Sum – 9"]
    assert keys(reading) == {2: ["True"], 3: ["False"], 4: ["True"]}


def test_an_answer_that_does_not_judge_a_statement_as_the_others_do_is_left_out() -> None:
    rows = "".join(f"It is {number}.;{'yes' if number % 2 else 'no'}\n" for number in range(8))

    reading = read(f"Statement;Answer\n{rows}It is 9.;perhaps\n", "t.csv")

    assert len(reading.questions) == 8
    assert "does not say whether a statement is true" in left_out(reading)[10]
