"""Files without heads: what is certain is read, all else is named, and no file is refused whole for a part of it."""

import pytest

from tests.every_for_tests import every
from tests.imports.reading_for_tests import key, keys, left_out, options, read, told
from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.foreign import UnreadableError


def asked(text: str, name: str = "t.txt", form: str = "") -> list[tuple[str, list[str]]]:
    return [(each.stem, key(each)) for each in read(text, name, form=form).questions]


SEMICOLONS = (
    'Who?;Trotsky\nWhen?;"1917; in autumn"\n"Two\nlines?";yes\n{{c1::Lenin}} and {{c1::Trotsky}} led.;\n;only back\n'
)


@pytest.mark.parametrize("form", ["", "anki"])
def test_semicolons_between_sides(form: str) -> None:
    assert asked(SEMICOLONS, form=form) == [
        ("Who?", ["Trotsky"]),
        ("When?", ["1917; in autumn"]),
        ("Two lines?", ["yes"]),
    ]
    assert left_out(read(SEMICOLONS, "t.txt", form=form)) == {
        5: "a card with several gaps at once, c1; number the gaps c1, c2 … so that each is asked alone",
        6: "a card with an empty side; write both sides",
    }


def test_a_card_of_anki_with_one_side_is_told_of_the_separator() -> None:
    assert "#separator:semicolon" in left_out(read("Who is it\nTrotsky\n", "t.txt", form="anki"))[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who led?\tTrotsky\t\nWhen?\t1917\nA dog?\tyes\t\n", [["Trotsky"], ["1917"], ["yes"]]),
        ("Who led?\tTrotsky\nWhen?\t\t\n", [["Trotsky"]]),
        ("la casa\tthe house\nel perro\tthe dog, hound\nsolo\t\n\tonly\nuno\tdos\ttres\n", [["la casa"], ["el perro"]]),
        ("Who led?\tTrotsky\nWho was second?\nWhen?\t1917\n", [["Trotsky"], ["1917"]]),
        ("der Hund = the dog\ndie Katze = the cat\n", [["der Hund"], ["die Katze"]]),
        ("la casa;the house\nel perro;the dog\n", [["la casa"], ["el perro"]]),
        ("Who led?|Trotsky\nWhen?|1917\n", [["Trotsky"], ["1917"]]),
        ("Who led?;Trotsky; Lenin\nWhen?;1917\nWhere?;Riga\n", [["1917"], ["Riga"]]),
        ('Who led?;Trotsky\n"Bad;x\nWhen?;1917\n', [["Trotsky"], ["1917"]]),
        ("Demando;Respondo\nKiu?;Trotsky\nQachon?;1917\n", [["Trotsky"], ["1917"]]),
        ("食べる\tたべる\tto eat\n飲む\tのむ\tto drink\n", []),
    ],
)
def test_cards_that_are_certain_are_read_and_the_others_named(text: str, expected: list[list[str]]) -> None:
    reading = read(text, "t.txt")

    assert [key(each) for each in reading.questions] == expected
    assert len(reading.questions) + len(reading.left_out) == len(text.splitlines())


@pytest.mark.parametrize("heads", ["Término;Definición", "Begriff;Bedeutung", "термін;переклад", "Recto;Verso"])
def test_heads_of_cards_in_other_languages_are_heads(heads: str) -> None:
    assert len(read(f"{heads}\nla casa;the house\nel perro;the dog\n", "t.txt").questions) == 2


@pytest.mark.parametrize("form", ["", "anki"])
def test_a_column_with_the_same_few_values_is_the_topic(form: str) -> None:
    text = "Who led?\tTrotsky\tHistory\nWhen?\t1917\tHistory\n"

    assert [each.category for each in read(text, "t.txt", form=form).questions] == ["History", "History"]
    assert "column 3, which has no head, was taken as the topic" in told(read(text, "t.txt", form=form))


def test_the_topic_may_stand_first_and_tags_last() -> None:
    text = (
        "War\tWho led?\tTrotsky\tred new\nWar\tWhen?\t1917\tred\nPeace\tWhere?\tBrest\tnew\nPeace\tWho?\tJoffe\tnew\n"
    )
    reading = read(text, "t.txt")

    assert [key(each) for each in reading.questions] == [["Trotsky"], ["1917"], ["Brest"], ["Joffe"]]
    assert [each.category for each in reading.questions] == ["War", "War", "Peace", "Peace"]
    assert {tag for each in reading.questions for tag in each.tags} == {"red", "new"}


def test_long_texts_in_a_third_column_are_explanations() -> None:
    text = "Who led?\tTrotsky\tThe commissar of war from 1918\nWhen?\t1917\tIn the autumn of that year\n"

    assert read(text, "t.txt").questions[0].explanation == "The commissar of war from 1918"
    assert "column 3, which has no head, was taken as explanation" in told(read(text, "t.txt"))


@pytest.mark.parametrize(
    "text",
    [
        "Who led?;Lenin;Trotsky;Stalin;B\nWhen?;1905;1917;1921;1917\nWhere?;Kiev;Riga;Minsk;B\n",
        "1,Who led?,Lenin,Trotsky,B\n2,When?,1905,1917,B\n3,Where?,Kiev,Riga,B\n",
        "Who led?;Lenin;Trotsky;B;\nWhen?;1905;1917;B;\nWhere?;Kiev;Riga;B;\n",
        "Who led?;B;Lenin;Trotsky\nWhen?;1917;1905;1917\nWhere?;B;Kiev;Riga\n",
        "Who led?;Lenin;Trotsky;B;1\nWhen?;1905;1917;B;1\nWhere?;Kiev;Riga;B;1\n",
        "Кто?;Lenin;Trotsky;Б\nКогда?;1905;1917;Б\nГде?;Kiev;Riga;Б\n",
        "War\tWho led?\tLenin\tTrotsky\tB\nWar\tWhen?\t1905\t1917\tB\nWar\tWhere?\tKiev\tRiga\tB\n",
    ],
)
@pytest.mark.parametrize("name", ["t.csv", "t.txt"])
def test_options_and_a_letter_without_heads_are_choices(text: str, name: str) -> None:
    reading = read(text, name)

    assert keys(reading) == {1: ["Trotsky"], 2: ["1917"], 3: ["Riga"]}
    assert "Lenin" in options(reading.questions[0])
    assert "it has no heads" in told(reading)


def test_what_follows_the_key_is_the_explanation_if_it_is_long() -> None:
    text = "Who led?;Lenin;Trotsky;B;He did so from 1918\nWhen?;1905;1917;B;In autumn it was\n"

    assert [each.explanation for each in read(text, "t.csv").questions] == ["He did so from 1918", "In autumn it was"]


@pytest.mark.parametrize(
    "text",
    [
        "Lenin led it\tTrue\tHe did until 1924\nMartov led it\tFalse\tHe never did so\n",
        "1;Lenin led it;True\n2;Martov led it;False\n",
        "Lenin led it;wahr\nMartov led it;falsch\n",
    ],
)
def test_statements_that_are_true_or_false_are_judged(text: str) -> None:
    assert asked(text) == [("Lenin led it", ["True"]), ("Martov led it", ["False"])]


@pytest.mark.parametrize("said", ["B", "2", "Trotsky"])
def test_a_note_whose_second_field_may_be_a_key_is_named(said: str) -> None:
    text = f"Who led?\t{said}\tLenin\tTrotsky\tStalin\nWhen?\t1917\tIn 1917\tx\ty\n"

    assert list(left_out(read(text, "t.txt", form="anki"))) == [1]


def test_a_note_of_anki_with_options_and_no_names_of_fields_is_a_choice() -> None:
    reading = read("#separator:tab\n#html:false\nWho led?\tLenin\tTrotsky\tStalin\tB\n", "t.txt")

    assert options(reading.questions[0]) == ["Lenin", "Trotsky", "Stalin"]
    assert keys(reading) == {3: ["Trotsky"]}


@pytest.mark.parametrize("form", ["", "anki"])
def test_numbers_that_may_name_options_or_be_points_are_named(form: str) -> None:
    reading = read("Who led?\tLenin\tTrotsky\tStalin\t2\nWhen?\t1905\t1917\t1921\t1\n", "t.txt", form=form)

    assert reading.questions == []
    assert every("may name one of the others as right; write heads" in each for each in left_out(reading).values())
    assert reading.told == []


def test_a_table_of_two_columns_is_cards_if_it_asks() -> None:
    assert asked("Who led?,Trotsky\nWhen?,1917\n", "t.csv") == [("Who led?", ["Trotsky"]), ("When?", ["1917"])]
    with pytest.raises(UnreadableError, match="--format quizlet"):
        read("Anna,5\nBoris,4\n", "marks.csv")


@pytest.mark.parametrize(
    "text",
    [
        "cases | right values | where\nThe files a | b\n\n- one.gift | right | x\n- two.gift | right\nAnd so on.\n",
        "int a;\nint b;\nfor (;;) { }\n",
        "Lenin was born in 1870; he died in 1924.\nTrotsky was born in 1879; he died in 1940.\n",
    ],
)
def test_what_is_no_cards_is_not_read_as_such(text: str) -> None:
    with pytest.raises(UsageError, match="name one"):
        read(text, "t.txt")


LAST = "a\tb\tc\tWho?\nd\te\tf\tWhen?\n"


def test_a_question_after_its_options_is_not_guessed_at() -> None:
    assert set(left_out(read(LAST, "t.txt"))) == {1, 2}
    with pytest.raises(UnreadableError, match="No columns question"):
        read(LAST, "t.csv")


def test_a_column_with_the_same_in_all_rows_is_no_option() -> None:
    rows = (("Who?", "B", "Lenin", "Trotsky"), ("When?", "A", "1917", "1905"), ("Where?", "A", "Petrograd", "Kazan"))
    text = "".join("\t".join((*row, "easy", "1")) + "\n" for row in (*rows, ("What?", "B", "a strike", "a party")))
    reading = read(text, "t.txt")

    assert [len(options(each)) for each in reading.questions] == [2] * 4
    assert "not taken over: column 5, column 6" in told(reading)


@pytest.mark.parametrize(("who", "when"), [("だれですか。", "いつですか"), ("Ποιος ήταν;", "Πότε ήταν;")])
def test_cards_ask_in_japanese_and_greek(who: str, when: str) -> None:
    reading = read(f"{who}\tTrotsky\n{when}\t1917\n", "t.txt")

    assert [(each.stem, *key(each)) for each in reading.questions] == [(who, "Trotsky"), (when, "1917")]


def test_semicolons_behind_all_cards_are_no_part_of_them() -> None:
    reading = read("Who led the army?\tTrotsky;\nWhen did it begin?\t1918;\n", "t.txt")

    assert [key(each) for each in reading.questions] == [["Trotsky"], ["1918"]]
