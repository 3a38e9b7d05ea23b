"""Tables with a row for each answer, with a second column for the key, or with marks beside each option."""

import pytest

from tests.imports.reading_for_tests import key, keys, left_out, options, read, said_of


@pytest.mark.parametrize(
    "table",
    [
        "Question,Option,Correct?\nWho led?,Lenin,No\nWho led?,Trotsky,Yes\nWho led?,Stalin,No\n",
        "id,question,answer,is_correct\n1,Who led?,Lenin,0\n1,Who led?,Trotsky,1\n1,Who led?,Stalin,0\n",
        "Question,Answer,Points\nWho led?,Lenin,0\nWho led?,Trotsky,1\nWho led?,Stalin,0\n",
        "Question;Réponse;Correcte\nWho led?;Lenin;non\n;Trotsky;oui\n;Stalin;non\n",
        "Frage;Antwort;Fraktion;Richtig\nWho led?;Lenin;x;0\nWho led?;Trotsky;x;1\nWho led?;Stalin;x;0\n",
        "Kapitel\tFrage\tOption\tRichtig?\n1\tWho led?\tLenin\tnein\n1\tWho led?\tTrotsky\tja\n1\tWho led?\tStalin\t\n",
        "Question,Answer,Fraction\nWho led?,Lenin,-50%\nWho led?,Trotsky,100%\nWho led?,Stalin,0%\n",
    ],
)
def test_rows_of_one_question_are_its_options(table: str) -> None:
    reading = read(table, "t.csv")

    assert [(each.stem, options(each), key(each)) for each in reading.questions] == [
        ("Who led?", ["Lenin", "Trotsky", "Stalin"], ["Trotsky"])
    ]
    assert "rows with the same question were read as one" in said_of(reading)


def test_rows_say_how_much_each_answer_earns() -> None:
    table = "Question,Answer,Points\nWho?,Lenin,1\nWho?,Trotsky,2\nWhen?,1917,1\nWhere?,here,0\nWhere?,there,0\n"
    reading = read(table, "t.csv")

    assert keys(reading) == {2: ["Trotsky"], 4: ["1917"]}
    assert reading.questions[0].answer.options[0].credit == 50  # type: ignore[union-attr]
    assert left_out(reading)[5].startswith("no answer is said to be right")


@pytest.mark.parametrize(
    "table",
    [
        "Question,Answer\nWho?,Lenin\nWho?,Trotsky\nWhen?,1917\n",
        "Question,Answer,Chosen by\nWho?,Lenin,3\nWho?,Trotsky,2\nWhen?,1917,1\n",
        "Question,Answer,Correct,is_true\nWho?,Lenin,1,0\nWho?,Trotsky,0,1\nWhen?,1917,1,1\n",
    ],
)
def test_of_rows_no_answer_is_taken_that_is_not_said_to_be_right(table: str) -> None:
    reading = read(table, "t.csv")

    assert keys(reading) == {4: ["1917"]}
    assert list(left_out(reading)) == [2]


def test_an_answer_alone_in_its_row_that_is_said_to_be_wrong_is_none() -> None:
    reading = read("question,answer,is_correct\nWho?,Lenin,0\nWhen?,1917,1\n", "t.csv")

    assert keys(reading) == {3: ["1917"]}


def test_a_question_that_stands_twice_ends_no_other() -> None:
    reading = read("Question,Answer\nWho?,Lenin\nWho?,Lenin\nTwo?,one\nTwo?,two\nTrue?,true\n", "t.csv")

    assert keys(reading) == {2: ["Lenin"], 3: ["Lenin"], 6: ["True"]}
    assert left_out(reading)[4].startswith("it has different answers in lines 4, 5")


@pytest.mark.parametrize("heads", ["Answer,Answer 2", "Answer,Answer2", "Correct 1,Correct 2", "Correct,Correct 2"])
def test_a_second_column_of_the_key_is_no_option(heads: str) -> None:
    reading = read(f"Question,A,B,C,{heads}\nTwo?,x,y,z,A,C\nOne?,x,y,z,B,\nSame?,x,y,z,B,y\n", "t.csv")

    assert [options(each) for each in reading.questions] == [["x", "y", "z"]] * 3
    assert keys(reading) == {2: ["x", "z"], 3: ["y"], 4: ["y"]}
    assert "each of these was taken as right" in said_of(reading)


@pytest.mark.parametrize(
    "heads", ["Answer (old),Answer (new)", "Key,Key (2025)", "Correct,Wrong answer", "Answer letter,Answer"]
)
def test_two_columns_that_differ_are_no_key(heads: str) -> None:
    reading = read(f"Question,Option A,Option B,Option C,{heads}\nWho?,x,y,z,A,C\n", "t.csv")

    assert reading.questions == []
    assert list(left_out(reading)) == [2]


def test_a_key_with_letter_and_text() -> None:
    rows = "Who?,x,y,z,A,x\nWhich?,x,y,z,A,y\n"
    reading = read(f"Question,Option A,Option B,Option C,Answer letter,Answer text\n{rows}", "t.csv")

    assert keys(reading) == {2: ["x"]}
    assert left_out(reading) == {3: "“A” and “y” name different options as right; let both say the same"}


def test_two_options_of_one_name_have_no_key() -> None:
    reading = read("Question,Option A,Option A,Option B,Answer\nWho?,x,y,z,A\n", "t.csv")

    assert left_out(reading) == {2: "two columns are both called option 1; give each option a head of its own"}


@pytest.mark.parametrize(
    "table",
    [
        "question,choice_a,choice_b,choice_c,is_a_correct,is_b_correct,is_c_correct\nWho?,x,y,z,0,1,0\n",
        "question,option1,correct1,option2,correct2,option3,correct3\nWho?,x,FALSE,y,TRUE,z,FALSE\n",
        "Question,Answer1,Score1,Answer2,Score2,Answer3,Score3\nWho?,x,0,y,1,z,0\n",
        "Question,A,B,C,A ok,B ok,C ok\nWho?,x,y,z,,x,\n",
        "Type,Title,Correct,Choice,Choice,Choice\nMCQ,Who?,2,x,y,z\n",
    ],
)
def test_marks_beside_options(table: str) -> None:
    (question,) = read(table, "t.csv").questions

    assert (options(question), key(question)) == (["x", "y", "z"], ["y"])


@pytest.mark.parametrize(
    "table",
    [
        "Affirmation,Vrai/Faux\nUn.,V\nDeux.,Faux\n",
        "Enunciado;Verdadero o Falso\nUno.;V\nDos.;F\n",
        "Frage;Typ;Antwort\nEins.;WF;wahr\nZwei.;WF;falsch\n",
    ],
)
def test_true_and_false_in_other_languages(table: str) -> None:
    assert keys(read(table, "t.csv")) == {2: ["True"], 3: ["False"]}


@pytest.mark.parametrize(
    "heads", ["Answer,Answer 2,Answer 3,Answer 4,Correct", "Answer,Answer 2,Answer 3,Answer 4,Key"]
)
def test_answers_of_which_one_has_no_number_are_no_list_of_what_is_right(heads: str) -> None:
    reading = read(f"Question,{heads}\nWho?,a,b,c,d,2\n", "t.csv")

    assert reading.questions == []
    assert list(left_out(reading)) == [2]


def test_options_that_are_all_called_answer() -> None:
    reading = read("Question,Answer,Answer,Answer,Correct\nWho?,x,y,z,2\nWhen?,1905,1917,1921,1921\n", "t.csv")

    assert [options(each) for each in reading.questions] == [["x", "y", "z"], ["1905", "1917", "1921"]]
    assert keys(reading) == {2: ["y"], 3: ["1921"]}


@pytest.mark.parametrize(
    "table",
    [
        "Galdera,A,B,C,Erantzun zuzena\nNor?,x,y,z,B\n",
        "Swali,Chaguo A,Chaguo B,Chaguo C,Jibu sahihi\nNani?,x,y,z,B\n",
        "প্রশ্ন,ক,খ,গ,সঠিক উত্তর\nকে?,x,y,z,খ\n",
        "Հարց,Ա,Բ,Գ,Ճիշտ պատասխան\nՈ՞վ,x,y,z,Բ\n",
        "კითხვა,ა,ბ,გ,სწორი პასუხი\nვინ?,x,y,z,ბ\n",
        "質問;選択肢A;選択肢B;選択肢C;答え\n誰?;x;y;z;Ｂ\n",
        "Pregunta|A|B|C|Clave\n¿Quién?|x|y|z|B\n",
    ],
)
def test_heads_in_further_languages(table: str) -> None:
    (question,) = read(table, "t.csv").questions

    assert (options(question), key(question)) == (["x", "y", "z"], ["y"])


@pytest.mark.parametrize("head", ["Antworten", "Answers", "Respuestas", "Варианты ответов"])
def test_all_options_in_one_column(head: str) -> None:
    (question,) = read(f'Question,{head},Correct answer\nWho?,"A) x; B) y; C) z",B\n', "t.csv").questions

    assert (options(question), key(question)) == (["x", "y", "z"], ["y"])
