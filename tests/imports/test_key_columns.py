"""Keys in columns whose heads are not known, or that only tick the options beside them."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, read
from trotskyism_cli.errors import AppError

_TWO = "Who led?;Lenin;Trotsky;Stalin;{}\nWhen?;1905;1912;1917;{}\n"


@pytest.mark.parametrize(
    "head",
    ["Quella giusta", "Nr. der richtigen", "Номер верного", "Korrekt svar nr.", "La buena", "Lsg.", "Réponse exacte"],
)
@pytest.mark.parametrize("said", [("B", "C"), ("2", "3"), ("Trotsky", "1917")])
def test_a_head_with_a_word_for_right_is_that_of_the_key(head: str, said: tuple[str, str]) -> None:
    reading = read(f"Question;Option 1;Option 2;Option 3;{head}\n{_TWO.format(*said)}", "t.csv")

    assert keys(reading) == {2: ["Trotsky"], 3: ["1917"]}


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("Anzahl richtig", ("2", "3")),
        ("Richtig?", ("B", "x")),
        ("Pupil", ("B", "C")),
        ("Right answers by Ann", ("B", "C")),
    ],
)
def test_what_counts_or_says_something_else_is_no_key(head: str, said: tuple[str, str]) -> None:
    reading = read(f"Question;Option 1;Option 2;Option 3;{head}\n{_TWO.format(*said)}", "t.csv")

    assert 3 not in keys(reading) or head == "Richtig?"
    assert 3 in left_out(reading)


@pytest.mark.parametrize("head", ["x", "Vrai {}", "Vero {}", "ok?"])
@pytest.mark.parametrize(("tick", "none"), [("x", ""), ("1", "0"), ("TRUE", "FALSE")])
def test_ticks_beside_options_say_which_are_right(head: str, tick: str, none: str) -> None:
    heads = ";".join(f"Option {number};{head.format(number)}" for number in (1, 2, 3))
    rows = f"Who led?;Lenin;{none};Trotsky;{tick};Stalin;{none}\nWhen?;1905;{none};1912;{none};1917;{tick}\n"

    assert keys(read(f"Question;{heads}\n{rows}", "t.csv")) == {2: ["Trotsky"], 3: ["1917"]}


@pytest.mark.parametrize("head", ["Note", "Chosen", "Votes", "Gewählt"])
def test_ticks_under_other_words_say_nothing(head: str) -> None:
    reading = read(f"Question;Option 1;{head};Option 2;{head}\nQ?;x;0;y;1\nR?;x;1;y;0\n", "t.csv")

    assert not reading.questions


@pytest.mark.parametrize("head", ["Hint", "Source"])
@pytest.mark.parametrize(("key", "said"), [("Correct answer", "31"), ("Answer", "CA"), ("Key", "31")])
def test_hints_beside_answers_that_are_numbers_or_letters_are_no_options(head: str, key: str, said: str) -> None:
    heads = ";".join(f"{head} {mark}" for mark in ("ABC" if said == "CA" else "123"))

    assert not read(f"Question;{heads};{key}\nWhich?;a;b;c;{said[0]}\nWhat?;d;e;f;{said[1]}\n", "t.csv").questions


@pytest.mark.parametrize(
    ("heads", "yes", "no"),
    [
        ("Č.;Otázka;Možnosť;Pravda", "x", ""),
        ("ID;Question;Option;Is correct", "TRUE", "FALSE"),
        ("Nr;Pregunta;Respuesta;Es correcta", "Sí", "No"),
        ("Nr;Question;Choice;Right/Wrong", "right", "wrong"),
    ],
)
def test_a_row_for_each_option_says_whether_it_is_right(heads: str, yes: str, no: str) -> None:
    reading = read(f"{heads}\n1;Who led?;Lenin;{no}\n1;Who led?;Trotsky;{yes}\n1;Who led?;Stalin;{no}\n", "t.csv")

    assert keys(reading) == {2: ["Trotsky"]}


def test_one_option_in_each_row_and_no_further_ones_is_no_choice() -> None:
    reading = read("Question;Option;Is correct\nWho led?;Lenin;maybe\nWhen?;1905;often\n", "t.csv")

    assert not reading.questions
    assert len(left_out(reading)) == 2


def test_letters_that_were_encoded_twice_are_refused() -> None:
    text = "Question;A;B;Réponse\nQui ?;Zoé;Noé;A\n"

    assert keys(read(text, "t.csv")) == {2: ["Zoé"]}
    with pytest.raises(AppError, match="encoded twice"):
        read(text.encode().decode("latin-1").encode(), "t.csv")
