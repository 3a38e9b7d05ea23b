"""Tables of questions: a key only where the file says it, and every row accounted for."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_for_tests import every
from tests.imports.reading_for_tests import CASES, key, keys, left_out, options, read, read_case, said_of
from trotskyism_cli.errors import AppError
from trotskyism_cli.imports.answers.keys import Offered, key_of
from trotskyism_cli.imports.foreign import Choice, Unfit
from trotskyism_cli.imports.tables.table import read_table

HEAD = "question,option_1,option_2,option_3,answer\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("c02-answer-plus-wrong.csv", {2: ["Pita"]}),
        ("c03-quizizz.csv", {2: ["Pita"]}),
        ("c04-kahoot.csv", {2: ["Pita"]}),
        ("c06-sep.csv", {3: ["Pita"]}),
        ("c07-utf16.tsv", {2: ["Pita"]}),
        ("c09-several.csv", {line: ["Pita", "Naan"] for line in range(2, 7)}),
        ("c12-apos.csv", {2: ["'-ism'"]}),
        ("c13-newline.csv", {2: ["Pita"]}),
        ("c14-names.csv", {2: ["Pita"]}),
        ("c15-optA.csv", {2: ["Pita"], 3: ["Challah"], 4: ["Brioche"]}),
        ("c16-gap.csv", {2: ["Challah"], 3: ["Brioche"]}),
        ("c17-pipe.csv", {2: ["Pita"]}),
    ],
)
def test_the_tables_of_teachers_and_quiz_programs(name: str, expected: dict[int, list[str]]) -> None:
    reading = read_case(f"csv/{name}")

    assert keys(reading) == expected
    assert reading.left_out == []


def test_an_answer_that_is_none_of_the_options_gives_no_key() -> None:
    reading = read_case("csv/c01-answer-not-an-option.csv")

    assert reading.questions == []
    assert list(left_out(reading)) == [2, 3, 4]
    assert "“a bakers” is none of the 3 options; did you mean “A baker”?" in left_out(reading)[2]


@pytest.mark.parametrize(("name", "fault"), [("c08-quote.csv", 2), ("c08b-quote-in-the-middle.csv", 3)])
def test_a_quotation_mark_that_is_not_closed_costs_its_own_row_alone(name: str, fault: int) -> None:
    reading = read_case(f"csv/{name}")
    rows = len((CASES / "csv" / name).read_text().splitlines()) - 1

    assert left_out(reading) == {fault: "a quotation mark is not closed; close it, or delete it"}
    assert len(reading.questions) == rows - 1


def test_letters_are_never_replaced() -> None:
    with pytest.raises(AppError, match=r":2: not UTF-8; .*--encoding: windows-1252"):
        read_case("csv/c06b-latin1.csv")
    assert keys(read_case("csv/c06b-latin1.csv", "windows-1252")) == {2: ["Éclair"]}
    assert keys(read((HEAD + "Кто?,Ленин,Маркс,Кант,Ленин\n").encode("cp1251"), "q.csv", "cp1251")) == {2: ["Ленин"]}
    with pytest.raises(AppError, match="There is no encoding 'latin-99'"):
        read("x", "q.csv", "latin-99")
    with pytest.raises(AppError, match="no encoding of text"):
        read("x", "q.csv", "rot13")
    with pytest.raises(AppError, match="utf-16-le"):
        read((HEAD + "Who?,a,b,c,1\n").encode("utf-16-le"), "q.csv")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Who?,1,2,3,2", ["2"]),  # the number and the text are the same option
        ("Who?,a. Marx,b. Kant,c. Hume,b", ["Kant"]),
        ("Who?,Marx,Kant,Hume,B. Kant", ["Kant"]),
        ("Who?,Marx,Kant,Hume,(c)", ["Hume"]),
        ("Who?,Marx,Kant,Hume,#2", ["Kant"]),
        ("Who?,Marx,Kant,Hume,marx ; HUME", ["Marx", "Hume"]),
        ('Who?,"Marx, Karl",Kant,Hume,"Marx, Karl"', ["Marx, Karl"]),
        ("Who?,'=Marx,Kant,Hume,1", ["=Marx"]),
    ],
)
def test_a_cell_that_says_one_thing_is_a_key(row: str, said: list[str]) -> None:
    assert keys(read_table(HEAD + row + "\n")) == {2: said}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Who?,3,1,2,1", "can mean more than one option"),
        ("Who?,B,A,C,A", "can mean more than one option"),
        ("Who?,Marx,,Hume,2", "option 2 is empty or not there"),
        ("Who?,Marx,Kant,Hume,7", "option 7 is empty or not there"),
        ("Who?,Marx,Kant,Hume,", "which option is right is not said"),
        ("Who?,Marx,Kant,Hume,Marx and somebody", "none of the 3 options"),
        ("Who?,Marx,Kant,Hume,A. Kant", "none of the 3 options"),
        (",Marx,Kant,Hume,1", "no question"),
        ("Who, then?,Marx,Kant,Hume,1,more", "7 cells under 5 heads"),
        (f'Who?,"{"a" * 140_000}",Kant,Hume,1', "characters"),
    ],
)
def test_a_cell_that_says_none_or_two_is_named(row: str, said: str) -> None:
    reading = read_table(f"{HEAD}{row}\nWho else?,Marx,Kant,Hume,1\n")

    assert keys(reading) == {3: ["Marx"]}
    assert said in left_out(reading)[2]


def test_two_columns_that_name_different_options_are_no_key() -> None:
    head = "question,option 1,option 2,right,answer\n"
    reading = read_table(head + "Who?,Marx,Kant,1,Kant\nWho else?,Marx,Kant,2,Kant\n")

    assert keys(reading) == {3: ["Kant"]}
    assert "name different options as right" in left_out(reading)[2]


def test_other_ways_to_answer() -> None:
    head = "Question,Question Type,Option 1,Option 2,Option 3,Correct Answer\n"
    rows = [
        'Which are flat?,Checkbox,Pita,Naan,Brioche,"1,2"',
        "The flat one is …,Fill-in-the-Blank,Pita,pitta,,",
        "Matzo is flat.,True or False,,,,TRUE",
        "What do you think?,Poll,Pita,Naan,,",
        "Write about bread.,Open-Ended,,,,",
    ]
    reading = read_table(head + "\n".join(rows))

    assert keys(reading) == {2: ["Pita", "Naan"], 3: ["Pita", "pitta"], 4: ["True"]}
    assert "“Poll”" in left_out(reading)[5]
    assert list(left_out(reading)) == [5, 6]


def test_sheets_of_questions_and_answers_are_typed() -> None:
    assert keys(read_table("Term,Definition\nPita,A flat loaf\n")) == {2: ["Pita"]}
    assert keys(read_table("Question;Answer\nWhich loaf is flat?;Pita\nMatzo rises.;false\n")) == {
        2: ["Pita"],
        3: ["False"],
    }


def test_a_title_above_the_heads_is_passed_over_and_said() -> None:
    reading = read_table("Quiz of the week\n\n" + HEAD + "Who?,Marx,Kant,Hume,1\n")

    assert keys(reading) == {4: ["Marx"]}
    assert "passed over" in reading.changes[0].what


def test_a_table_without_the_columns_is_told_what_they_are() -> None:
    with pytest.raises(AppError, match="name them so"):
        read("a,b\n1,2\n", "q.csv")


@given(st.lists(st.lists(st.text(alphabet='ab,;"1\n\r ', max_size=6), min_size=5, max_size=5), max_size=6))
def test_the_sum_of_a_table_is_its_rows(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    reading = read_table(HEAD + out.getvalue())
    filled = [row for row in rows if any(cell.strip() for cell in row)]

    assert len(reading.questions) + len(reading.left_out) == len(filled)


@given(st.text(max_size=120) | st.text(alphabet='a1,;|\t"\n\r', max_size=80))
def test_any_text_after_heads_is_read(text: str) -> None:
    for question in read_table(HEAD + text).questions:
        if isinstance(question.answer, Choice):
            assert 0 < len(key(question)) <= len(options(question))


@given(st.lists(st.text(alphabet="ab12 ,", min_size=1, max_size=4), min_size=3, max_size=4, unique=True), st.data())
def test_a_text_that_is_read_as_key_is_that_option(texts: list[str], data: st.DataObject) -> None:
    offered = [Offered(number, text) for number, text in enumerate(texts, start=1)]
    wanted = data.draw(st.integers(0, len(texts) - 1))
    try:
        found = key_of([texts[wanted]], offered)
    except Unfit:
        return  # two readings, or a text of blanks: no key rather than a wrong one
    assert wanted in found


@pytest.mark.parametrize(
    "heads",
    [
        "Frage;Antwort 1;Antwort 2;Richtige Antwort",
        "Question;Réponse A;Réponse B;Bonne réponse",
        "Pregunta;Opción 1;Opción 2;Respuesta correcta",
        "Вопрос;Вариант 1;Вариант 2;Правильный ответ",
        "Q;OptionA;Option_B;Answer Key",
        "question;A;B;correct answer (number or letter)",
    ],
)
def test_heads_in_the_words_of_other_sheets(heads: str) -> None:
    assert keys(read_table(f"{heads}\nWer?;Marx;Kant;2\n")) == {2: ["Kant"]}


@pytest.mark.parametrize(
    ("heads", "others"),
    [
        ("Question #,Question Text", []),
        ("Question,Question Text", ["Question"]),
        ("Question Title,Question Text", ["Question Title"]),
    ],
)
def test_of_several_columns_with_questions_the_likeliest_is_asked(heads: str, others: list[str]) -> None:
    reading = read_table(f"{heads},Option 1,Option 2,Answer\n1,Who?,Marx,Kant,2\n")

    assert [(question.stem, key(question)) for question in reading.questions] == [("Who?", ["Kant"])]
    assert [change.what for change in reading.changes] == [f"not taken over: the columns {each}" for each in others]


def test_several_answers_are_no_key_unless_they_say_the_same() -> None:
    reading = read_table("question,answer,answer,answer\nWho?,Marx,Kant,Hume\nWhere?,Rome,rome,\n")

    assert keys(reading) == {3: ["Rome"]}
    assert "“Marx” and “Kant” and “Hume” under heads that all mean the answer" in left_out(reading)[2]


@pytest.mark.parametrize(
    ("heads", "said"),
    [("1,2,3", "2"), ("a),b),c)", "b)"), ("(A),(B),(C)", "B"), ("А,Б,В", "б"), ("А,Б,В", "2")],
)
def test_letters_and_numbers_alone_are_heads_of_options(heads: str, said: str) -> None:
    reading = read_table(f"question,{heads},answer\nWho?,Marx,Kant,Hume,{said}\n")

    assert keys(reading) == {2: ["Kant"]}
    assert options(reading.questions[0]) == ["Marx", "Kant", "Hume"]


@pytest.mark.parametrize("said", ["2", "b", "b)", "Б"])
def test_a_letter_or_number_alone_is_not_typed_where_unknown_columns_may_be_options(said: str) -> None:
    reading = read_table(f"question,pick one,pick two,answer\nWho?,Marx,Kant,{said}\nWhere?,,,{said}\n")

    assert keys(reading) == {3: [said]}
    assert "may stand for one of pick one, pick two" in left_out(reading)[2]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        ("Falsche Antwort 1,Falsche Antwort 2", "Kant,Hume"),
        ("incorrect_answers", "Kant; Hume"),
        ("Wrong answers", '"Kant, Hume"'),
        ("Неправильный ответ 1,Неправильный ответ 2", "Kant,Hume"),
    ],
)
def test_wrong_answers_are_options(heads: str, cells: str) -> None:
    reading = read_table(f"question,answer,{heads}\nWho?,Marx,{cells}\n")

    assert keys(reading) == {2: ["Marx"]}
    assert options(reading.questions[0]) == ["Marx", "Kant", "Hume"]


@pytest.mark.parametrize(
    ("head", "said", "expected"),
    [
        ("correct index", "012", {2: ["Marx"], 3: ["Kant"], 4: ["Hume"]}),
        ("answer", "012", {}),  # from 1, with a slip, it fits as well
        ("answer", "013", {3: ["Marx"], 4: ["Hume"]}),  # the 0 is a slip
        ("answer_index", "123", {2: ["Marx"], 3: ["Kant"], 4: ["Hume"]}),
        ("answer_index", "121", {}),
    ],
)
def test_numbers_count_from_0_only_if_a_0_is_among_them(head: str, said: str, expected: dict[int, list[str]]) -> None:
    rows = "".join(f"Who {place}?,Marx,Kant,Hume,{each}\n" for place, each in enumerate(said))
    reading = read_table(f"question,option 1,option 2,option 3,{head}\n{rows}")

    assert keys(reading) == expected
    assert len(reading.left_out) == 3 - len(expected)


@pytest.mark.parametrize("heads", ["question,type,answer", "question,tags,Answer (True/False)"])
def test_what_is_true_or_false_is_not_typed(heads: str) -> None:
    rows = "".join(f"Is it {each}?,TF,{each}\n" for each in ("TRUE", "F", "T", "Richtig", "falsch"))

    assert list(keys(read_table(f"{heads}\n{rows}")).values()) == [["True"], ["False"], ["True"], ["True"], ["False"]]


def test_numbers_are_those_of_heads_that_begin_with_0() -> None:
    reading = read_table("question,option 0,option 1,option 2,answer\nA?,x,y,z,0\nB?,x,y,z,1\n")

    assert keys(reading) == {2: ["x"], 3: ["y"]}


ANSWERS = "question,option 1,option 2,option 3,answer\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (["option2", "Option 1", "0", "2"], {2: ["y"], 3: ["x"], 5: ["y"]}),
        (["2", "0", "1st", "2.0"], {2: ["y"], 4: ["x"], 5: ["y"]}),
        (["2", "0", "y", "b"], {4: ["y"], 5: ["y"]}),  # from 0 or from 1: the numbers fit both
        (["2", "0", "1"], {}),
        (["1", "0", "1", "z"], {5: ["z"]}),
    ],
)
def test_a_stray_0_shifts_no_other_row(said: list[str], expected: dict[int, list[str]]) -> None:
    reading = read_table(ANSWERS + "".join(f"Q{each}?,x,y,z,{each}\n" for each in said))

    assert keys(reading) == expected
    assert len(reading.left_out) == len(said) - len(expected)


def test_how_a_count_from_0_can_be_said_is_told() -> None:
    rows = "".join(f"Row {place}?,w,x,y,z,{each}\n" for place, each in enumerate("131210223211"))
    table = f"Question,Option1,Option2,Option3,Option4,Answer\n{rows}"

    assert every("call its column “answer (0 = first)”" in said for said in left_out(read_table(table)).values())
    assert keys(read_table(table.replace("Answer", "Answer index")))[7] == ["w"]
    assert keys(read_table(table.replace("Answer", "Answer (0 = first)")))[7] == ["w"]
    assert keys(read_table(table.replace("Answer", "Answer (1 = first)").replace(",0\n", ",2\n")))[3] == ["y"]
    assert keys(read_table(table.replace(",0\n", ",4\n")))[7] == ["z"]


@pytest.mark.parametrize(
    ("heads", "said", "expected"),
    [
        ("1 2 3", "вБ", ["z", "y"]),
        ("1 2 3", "ВСА", ["y", "z", "x"]),
        ("1 2 3", "АВ", ["x"]),  # the third or, as a Latin letter, the second
        ("a b c", "ВА", ["y", "x"]),
        ("а б в", "ВБ", ["z", "y"]),
    ],
)
def test_cyrillic_letters_are_keys(heads: str, said: str, expected: list[str]) -> None:
    named = ";".join(f"Вариант {each}" for each in heads.split())
    rows = "".join(f"Кто {place}?;x;y;z;{each};да\n" for place, each in enumerate(said))
    reading = read_table(f"Вопрос;{named};Ответ;Пояснение\n{rows}")

    assert [key[0] for key in keys(reading).values()] == expected
    assert ["Cyrillic" in each for each in left_out(reading).values()] == [True] * (len(said) - len(expected))
    assert {question.explanation for question in reading.questions} == {"да"}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Otázka,Možnost A,Možnost B,Správná odpověď\nKdo?,Lenin,Trockij,B\n", ["Trockij"]),
        ("질문,보기1,보기2,정답\n누구?,레닌,트로츠키,2\n", ["트로츠키"]),
        ("प्रश्न,विकल्प 1,विकल्प 2,सही उत्तर\nकौन?,लेनिन,ट्रॉट्स्की,2\n", ["ट्रॉट्स्की"]),
        ("Питання,Варіант А,Варіант Б,Правильна відповідь\nХто?,Ленін,Троцький,Б\n", ["Троцький"]),
        ("题目,选项A,选项B,答案\n谁?,列宁,托洛茨基,B\n", ["托洛茨基"]),
        ("問題,選択肢1,選択肢2,正解\n誰?,レーニン,トロツキー,2\n", ["トロツキー"]),
        ("Soru,A,B,Doğru Cevap\nKim?,Lenin,Troçki,B\n", ["Troçki"]),
        ("Pytanie,Odpowiedź A,Odpowiedź B,Poprawna odpowiedź\nKto?,Lenin,Trocki,B\n", ["Trocki"]),
        ("السؤال,أ,ب,الإجابة\nمن؟,لينين,تروتسكي,ب\n", ["تروتسكي"]),
        ("Pergunta,Alternativa A,Alternativa B,Gabarito\nQuem?,Lenin,Trotsky,B\n", ["Trotsky"]),
        ("Pergunta,Alternativa A,Alternativa B,Gabarito\nQuem?,Lenin,Trotsky,Alternativa B\n", ["Trotsky"]),
        ("Vraag,Optie A,Optie B,Juiste antwoord\nWie?,Lenin,Trotski,B\n", ["Trotski"]),
        ("Otázka,Možnosť A,Možnosť B,Správna odpoveď\nKto?,Lenin,Trockij,B\n", ["Trockij"]),
        ("Kérdés,A válasz,B válasz,Helyes válasz\nKi?,Lenin,Trockij,B\n", ["Trockij"]),
        ("Ερώτηση,Επιλογή Α,Επιλογή Β,Επιλογή Γ,Σωστή απάντηση\nΠοιος,x,y,z,Γ\n", ["z"]),
        ("ΕΡΩΤΗΣΗ,ΑΠΑΝΤΗΣΗ 1,ΑΠΑΝΤΗΣΗ 2,ΣΩΣΤΗ ΑΠΑΝΤΗΣΗ\nΠοιος,x,y,Β\n", ["y"]),
        ("Întrebare,Varianta A,Varianta B,Răspuns corect\nCine?,Lenin,Troțki,B\n", ["Troțki"]),
        ("Intrebare,Raspuns 1,Raspuns 2,Raspuns corect\nCine?,Lenin,Troțki,2\n", ["Troțki"]),
        ("Fråga,Alternativ A,Alternativ B,Rätt svar\nVem?,Lenin,Trotskij,B\n", ["Trotskij"]),
        ("Vraag,Antwoord A,Antwoord B,Correct antwoord\nWie?,Lenin,Trotski,B\n", ["Trotski"]),
        ("Spørgsmål,Svar 1,Svar 2,Rigtigt svar\nHvem?,Lenin,Trotskij,2\n", ["Trotskij"]),
        ("Spørsmål,Svaralternativ A,Svaralternativ B,Fasit\nHvem?,Lenin,Trotskij,B\n", ["Trotskij"]),
        ("Kysymys,Vaihtoehto A,Vaihtoehto B,Oikea vastaus\nKuka?,Lenin,Trotski,B\n", ["Trotski"]),
        ("Soal,Pilihan A,Pilihan B,Kunci Jawaban\nSiapa?,Lenin,Trotsky,B\n", ["Trotsky"]),
        ("Câu hỏi,Đáp án A,Đáp án B,Đáp án đúng\nAi?,Lenin,Trotsky,B\n", ["Trotsky"]),
        ("Câu hỏi,A,B,Đáp án\nAi?,Lenin,Trotsky,B\n", ["Trotsky"]),
        ("שאלה,תשובה א,תשובה ב,תשובה נכונה\nמי?,לנין,טרוצקי,ב\n", ["טרוצקי"]),
        ("Pitanje,Odgovor A,Odgovor B,Točan odgovor\nTko?,Lenin,Trocki,B\n", ["Trocki"]),
        ("Soru,A) Seçenek,B) Seçenek,Doğru cevap\nKim?,Lenin,Troçki,B\n", ["Troçki"]),
        ("प्रश्न,क,ख,उत्तर\nकौन?,लेनिन,ट्रॉट्स्की,ख\n", ["ट्रॉट्स्की"]),
        ("문제,①,②,정답\n누구?,레닌,트로츠키,②\n", ["트로츠키"]),
        ("سوال,گزینه ۱,گزینه ۲,پاسخ صحیح\nکه؟,لنین,تروتسکی,۲\n", ["تروتسکی"]),
        ("Ερώτηση,1,2,Σωστή\nΠοιος,x,y,2\n", ["y"]),
        ("Câu hỏi,A,B,Đúng\nAi?,x,y,B\n", ["y"]),
        ("Frage,Antwort Á,x,y\nstatement,Reponse A,Réponse B,RÉPONSE\nQui ?,Lenin,Trotski,B\n", ["Trotski"]),
        ("Question,Correct Answer 1,Correct Answer 2,Wrong Answer 1\nWho?,A,B,C\n", ["A", "B"]),
        ("Question,Option 1,Option 2,Option 3,Correct Answer 1,Correct Answer 2\nWho?,A,B,C,1,3\n", ["A", "C"]),
        ("Question,A,A correct,B,B correct\nWho?,Lenin,0,Trotsky,1\n", ["Trotsky"]),
        ("statement,true/false\nThe sun is hot,TRUE\n", ["True"]),
        ("Question,True,False\nThe moon is cheese?,,x\n", ["False"]),
    ],
)
def test_heads_of_other_languages_and_programs(table: str, expected: list[str]) -> None:
    assert list(keys(read_table(table)).values()) == [expected]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        *((said, ["p", "r"]) for said in ("A und C", "a et c", "1 and 3", "A,C", "A;C", "A/C", "AC", "A & C", "A и C")),
        *(
            (said, ["p", "r"])
            for said in ("Option A, Option C", "A) p; C) r", "p;r", "p|r", "p and r", "p und r", "A、C")
        ),
        *((said, ["p", "r"]) for said in ("- p\n- r", "p\nr", "(A) (C)", "A와 C")),
        ("A, B and C", ["p", "q", "r"]),
    ],
)
def test_several_right_options_in_one_cell(said: str, expected: list[str]) -> None:
    assert keys(read_table(f'{ANSWERS}Which?,p,q,r,"{said}"\n')) == {2: expected}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("p,q,r", "A or C"),
        ("p,q,r", "p;s"),
        ("p,q,r", "A;E"),
        ("a;c,a,c", "a;c x"),
        ("A,C,B", "A;C"),  # the first and the third by their letters, the first and the second by their words
        ("1,3,2", "1 and 3"),
        ("p and q,p,q", "P and Q"),
    ],
)
def test_several_that_can_be_read_in_two_ways_or_none_are_named(options: str, said: str) -> None:
    reading = read_table(f'{ANSWERS}Which?,{options},"{said}"\n')

    assert reading.questions == []
    assert said in left_out(reading)[2]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("b", "“b”, a Latin letter that may stand for the Cyrillic one"),
        ("D", "“D”, a Latin letter, but those of its options are Cyrillic"),
    ],
)
def test_a_letter_of_another_script_than_the_heads_is_named_as_such(said: str, reason: str) -> None:
    assert reason in left_out(read_table(f"Вопрос,А,Б,В,Г,Ответ\nКто?,w,x,y,z,{said}\n"))[2]


def test_the_letters_before_all_options_of_a_row_are_left_out() -> None:
    reading = read_table(ANSWERS + "Who?,a) Lenin,b) Trotsky,c) Radek,b) Trotsky\nWhen?,A. 1905,1917,B. 1921,1917\n")

    assert [options(question) for question in reading.questions] == [
        ["Lenin", "Trotsky", "Radek"],
        ["A. 1905", "1917", "B. 1921"],
    ]
    assert [(change.line, change.what[:27]) for change in reading.changes] == [(2, "the letters or numbers writ")]


def test_a_letter_as_key_without_options_is_left_out() -> None:
    assert len(read_table(ANSWERS + "Who?,,,,a\n").left_out) == 1


@pytest.mark.parametrize(
    "cell",
    ['"[""Lenin"", ""Stalin""]"', "\"['Lenin', 'Stalin']\"", "Lenin;Stalin", '"Lenin\nStalin"', '"Lenin, Stalin"'],
)
def test_wrong_answers_in_one_cell(cell: str) -> None:
    reading = read(f"question,correct_answer,incorrect_answers\nWho led?,Trotsky,{cell}\n", "t.csv")

    assert options(reading.questions[0]) == ["Trotsky", "Lenin", "Stalin"]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('"A. Lenin\nB. Trotsky\nC. Stalin"', "B"),
        ('"[""Lenin"", ""Trotsky"", ""Stalin""]"', "Trotsky"),
        ("a) Lenin; b) Trotsky; c) Stalin", "b"),
        ("Lenin|Trotsky|Stalin", "2"),
    ],
)
def test_options_in_one_cell(cell: str, said: str) -> None:
    reading = read(f"Question,Choices,Answer\nWho led?,{cell},{said}\n", "t.csv")

    assert options(reading.questions[0]) == ["Lenin", "Trotsky", "Stalin"]
    assert keys(reading) == {2: ["Trotsky"]}


def test_options_in_one_cell_with_commas_may_be_one() -> None:
    reading = read('Question,Choices,Answer\nWhere?,"Moscow, Russia, Paris, France",B\n', "t.csv")

    assert left_out(reading) == {2: "one option alone; write each option into a column of its own"}


def test_numbers_of_options_in_one_cell_may_count_from_0() -> None:
    rows = "".join(f"Which is {said}?,\"['p', 'q', 'r', 's']\",{said}\n" for said in (0, 1, 3))
    unclear = read(f"question,choices,answer\n{rows}", "t.csv")

    assert unclear.questions == []
    assert every("counted from 0 or from 1" in each for each in left_out(unclear).values())
    assert keys(read(f"question,choices,answer index\n{rows}", "t.csv")) == {2: ["p"], 3: ["q"], 4: ["s"]}
    assert read(f"question,choices,answer\n{rows.replace(',0', ',2')}", "t.csv").questions == []
    assert keys(read(f"question,choices,answer\n{rows.replace(',0', ',4')}", "t.csv")) == {2: ["s"], 3: ["p"], 4: ["r"]}


def test_rows_that_ask_nothing_are_told_once() -> None:
    empty = ",,,,20,\n" * 3
    heads = "Question,Answer 1,Answer 2,Answer 3,Time limit,Correct answer\n"
    reading = read(f"{heads}Who?,Lenin,Trotsky,Stalin,20,2\n{empty}When?,1917,1905,1924,20,1\n", "t.csv")

    assert keys(reading) == {2: ["Trotsky"], 6: ["1917"]}
    assert reading.left_out == []
    assert "3 rows from here on without question, options and answer: passed over" in said_of(reading)
