"""Notes of cards that hold options: read as choices, or left out; a letter or a code is never what is to be typed."""

from pathlib import Path

import pytest

from tests.imports.reading_for_tests import key, keys, left_out, options, read
from tests.imports.test_told_of import deck, stems
from trotskyism_cli.imports.foreign import Reading
from trotskyism_cli.imports.new_pack import NewPack, new_pack

SHOWN = {"qfmt": "{{Question}}", "afmt": "{{FrontSide}}<hr>{{Answers}}"}


def made_of(reading: Reading) -> NewPack:
    """The questions as they are when they stand in a pack."""
    return new_pack("p", "t.txt", reading)


@pytest.mark.parametrize(
    ("answers", "right"), [("0 1 0", ["Trotsky"]), ("1 1 0", ["Lenin", "Trotsky"]), ("0 1", []), ("0 0 0", [])]
)
def test_the_add_on_with_a_1_for_each_right_option(tmp_path: Path, answers: str, right: list[str]) -> None:
    fields = dict.fromkeys(("Q_4", "Q_5"), "") | {"Answers": answers, "Sources": "src", "Extra 1": ""}
    first = {"Question": "Who?", "Title": "t", "QType (0=kprim,1=mc,2=sc)": "2"}
    note = first | {"Q_1": "Lenin", "Q_2": "Trotsky", "Q_3": "Stalin"} | fields
    made = made_of(read(deck(tmp_path, [SHOWN], 1, note), "t.apkg"))

    assert [key(each) for each in made.questions] == ([right] if right else [])


@pytest.mark.parametrize(
    "listed",
    [
        "A) Lenin<br>B) Trotzki<br>C) Stalin",
        "<div>Lenin</div><div>Trotzki</div>Stalin",
        "A. Lenin B. Trotzki C. Stalin",
    ],
)
def test_options_in_one_field(tmp_path: Path, listed: str) -> None:
    shown = {"qfmt": "{{Frage}}", "afmt": "{{Richtig}}"}
    note = {"Frage": "Wer?", "Antworten": listed, "Richtig": "B"}
    (question,) = read(deck(tmp_path, [shown], 1, note), "t.apkg").questions

    assert (options(question), key(question)) == (["Lenin", "Trotzki", "Stalin"], ["Trotzki"])


@pytest.mark.parametrize(
    "note",
    [
        "Which led?\tt\t2\tLenin\tTrotsky\tStalin\t\t\t0 1 0\tsrc\t",
        "Which led?\tt\t0\tLenin\tTrotsky\tStalin\t\t\t0 1 0\t\t",
        "¿Nada?\tx\ty\tz\tQ",
        "¿Nada?\talpha\tbeta\tgamma\tQ",
        "Who?\tB\tA) Lenin B) Trotsky",
        "Who?\tB\tLenin\tTrotsky",
        "Who?\t01\tLenin; Trotsky",
    ],
)
@pytest.mark.parametrize("form", ["anki", "quizlet"])
def test_a_code_beside_what_may_be_options_is_no_answer(note: str, form: str) -> None:
    reading = read(f"{note}\nWhen?\t1917\n", "t.txt", form=form)

    assert [each.line for each in reading.questions if each.line == 1] == []
    assert 1 in left_out(reading)


@pytest.mark.parametrize("note", ["What is the symbol of hydrogen?\tH", "How many?\t1", "el perro\tthe dog\ty"])
def test_a_letter_or_number_alone_is_an_answer(note: str) -> None:
    reading = read(f"#separator:tab\n{note}\n", "t.txt")

    assert list(keys(reading).values()) == [[note.split("\t")[1]]]


@pytest.mark.parametrize(
    ("card", "right"),
    [
        ("Who led? A) Lenin B) Trotsky\tB", "Trotsky"),
        ("Who led? (a) Lenin (b) Trotsky\tb", "Trotsky"),
        ("When? 1. 1905 2. 1917\t2", "1917"),
        ("Who? A. Lenin B. Trotsky C. Stalin\tB. Trotsky", "Trotsky"),
    ],
)
def test_options_within_the_question_are_chosen_from(card: str, right: str) -> None:
    made = made_of(read(f"#separator:tab\n{card}\n", "t.txt"))

    assert [key(each) for each in made.questions] == [[right]]
    assert "read as a choice" in made.questions[0].changes[0]


def test_a_letter_that_names_no_option_of_its_question_is_no_answer() -> None:
    made = made_of(read("#separator:tab\nWho? A) Lenin B) Trotsky\tQ\n", "t.txt"))

    assert not made.questions
    assert [each.line for each in made.misfits] == [2]


def test_a_gap_in_a_gap() -> None:
    note = "{{c1::A {{c2::nested}} one}} and {{c3::\\(x^{2}\\)::formula}} then\t\n{{c1::open\t\n"
    reading = read(f"#separator:tab\n{note}", "t.txt")

    assert stems(reading) == [
        ("_____ and \\(x^{2}\\) then", ["A nested one"]),
        ("A _____ one and \\(x^{2}\\) then", ["nested"]),
        ("A nested one and _____ (formula) then", ["\\(x^{2}\\)"]),
    ]


def test_cards_whose_back_shows_the_front_again_are_left_out() -> None:
    cards = (
        "der Hund\tder Hundthe dog\nIn [...] and [year]\tIn Kyiv and 1917 extra\nWho? (Hint)\tWho?: Lenin\ngo\tgoes\n"
    )
    reading = read(f"#separator:tab\n{cards}", "t.txt")

    assert keys(reading) == {5: ["goes"]}
    assert len(left_out(reading)) == 3


@pytest.mark.parametrize(
    "table",
    [
        "Front,Back,First,Second\nWho?,B,Lenin,Trotsky\n",
        "Question,Names,Answer\nWho?,Lenin; Trotsky,B\n",
        "Question,One,Two,Three,Answer\nWho?,Lenin,Trotsky,Stalin,0 1 0\n",
    ],
)
def test_a_code_in_a_table_beside_what_may_be_options_is_no_answer(table: str) -> None:
    reading = read(table, "t.csv")

    assert reading.questions == []
    assert list(left_out(reading)) == [2]


def test_lists_that_belong_to_the_same_words_are_no_answers_in_rows() -> None:
    rows = 'Which is right?,"[""p"", ""q""]",1\nWhich is right?,"[""r"", ""s""]",0\n'
    reading = read(f"Question,Options,Answer index\n{rows}", "t.csv")

    assert keys(reading) == {2: ["q"], 3: ["r"]}


def test_numbers_before_cards_are_named_and_their_heads_are_no_card() -> None:
    reading = read(
        "Lektion\tDeutsch\tEnglisch\n1\tder Hund\tthe dog\n1\tdie Katze\tthe cat\n2\tdas Haus\tthe house\n", "t.tsv"
    )

    assert list(keys(reading)) == [2, 3, 4]
    assert list(left_out(reading)) == [1]
    assert "not taken over: column 1, which has numbers" in [each.what for each in reading.changes]
