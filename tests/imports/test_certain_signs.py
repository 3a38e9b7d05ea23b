"""Signs that say what is right, or several answers, and those that may say something else."""

import pytest

from tests.imports.reading_for_tests import key, keys, left_out, options, read, said_of
from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.foreign import Choice


@pytest.mark.parametrize("answer", ["1 cup – 2 cups", "1 kg - 2 kg", "1,5 h – 2 h", "1.5 kg – 2.5 kg"])
def test_a_span_with_units_is_an_answer_and_no_key(answer: str) -> None:
    text = f"1. What do you need?\nAnswer: water\n2. How much?\nAnswer: {answer}\n3. How hot?\nAnswer: 90 °C\n"

    assert keys(read(text, "t.txt")) == {1: ["water"], 3: [answer], 5: ["90 °C"]}


def test_a_key_in_one_line_is_read_as_before() -> None:
    asked = "1. The capital of Peru?\n2. Of Chile?\n3. Of Cuba?\n"

    for said in ("1 Lima – 2 Santiago – 3 Havana", "1. Lima – 2. Santiago – 3. Havana"):
        assert keys(read(f"{asked}Answers: {said}\n", "t.txt")) == {1: ["Lima"], 2: ["Santiago"], 3: ["Havana"]}


@pytest.mark.parametrize("bullet", ["", "- "])
@pytest.mark.parametrize(
    "options",
    [
        (("*Titanic*", "Olympic"), ("Homer", "Virgil"), ("*Homo*", "Primates")),  # titles
        (("quick", "**not** quick"), ("**run** away", "house"), ("tree", "to **be**")),
        (("It is", "**Careful:** belonging to it"), ("**Careful:** its", "it is"), ("who is", "**Note:** who has")),
        (("tree *rare*", "bush"), ("herb *rare*", "moss"), ("fern *rare*", "palm")),
    ],
)
def test_emphasis_of_words_is_no_mark_of_what_is_right(options: tuple[tuple[str, str], ...], bullet: str) -> None:
    text = "\n".join(
        f"{number}. Which is it?\n{bullet}A. {one}\n{bullet}B. {other}\n"
        for number, (one, other) in enumerate(options, start=1)
    )

    with pytest.raises(UsageError, match="no key"):
        read(text, "t.md")


@pytest.mark.parametrize("stars", ["*", "**"])
def test_one_whole_option_of_each_question_in_stars_is_the_right_one(stars: str) -> None:
    text = (
        f"1. The largest ocean?\nA. Arctic\nB. {stars}Pacific{stars}\n\n"
        f"2. The smallest?\nA. {stars}Arctic{stars}\nB. Pacific\n"
    )
    reading = read(text, "t.md")

    assert [key(each) for each in reading.questions] == [["Pacific"], ["Arctic"]]
    assert [options(each) for each in reading.questions] == [["Arctic", "Pacific"]] * 2


def test_where_a_key_says_what_is_right_stars_around_an_option_do_not() -> None:
    text = (
        "1. A novel by Dickens?\nA. *Emma*\nB. Hard Times\n\n2. A film?\nA. Paris\nB. *Psycho*\n\nAnswers: 1. B 2. B\n"
    )
    reading = read(text, "t.md")

    assert [key(each) for each in reading.questions] == [["Hard Times"], ["Psycho"]]
    assert options(reading.questions[0]) == ["Emma", "Hard Times"]


@pytest.mark.parametrize(
    ("said", "accepted"),
    [
        ("365 | 366", ["365", "366"]),
        ("(Jane) Austen", ["Jane Austen", "Austen"]),
        ("film | movie", ["film", "movie"]),
        ("car / automobile", ["car", "automobile"]),
        ("E=mc^2 | E = mc²", ["E=mc^2", "E = mc²"]),
        ("truck / (big) lorry", ["truck", "big lorry", "lorry"]),
    ],
)
def test_alternatives_are_accepted_each_in_files_of_every_form(said: str, accepted: list[str]) -> None:
    for text, name in (
        (f"1. What is it?\nAnswer: {said}\n2. What else?\nAnswer: moon\n", "t.txt"),
        (f"1. What is it?\n2. What else?\n\nAnswers\n1. {said}\n2. moon\n", "t.txt"),
        (f"Question;Answer\nWhat is it?;{said}\nWhat else?;moon\n", "t.csv"),
        (f"Q: What is it?\nA: {said}\n\nQ: What else?\nA: moon\n", "t.md"),
    ):
        reading = read(text, name)
        assert key(reading.questions[0]) == accepted, text
        assert f"its answer “{said}” was taken as" in said_of(reading)


@pytest.mark.parametrize("said", ["granite/basalt", "June/Jun."])
def test_what_may_be_several_answers_is_kept_and_told(said: str) -> None:
    for text, name in (
        (f"1. Which rock is it?\nAnswer: {said}\n2. What else?\nAnswer: moon\n", "t.txt"),
        (f"Question;Answer\nWhich rock is it?;{said}\nWhat else?;moon\n", "t.csv"),
        (f"Q: Which rock is it?\nA: {said}\n\nQ: What else?\nA: moon\n", "t.md"),
    ):
        reading = read(text, name)
        assert key(reading.questions[0]) == [said]
        assert "was kept as one" in said_of(reading)


def test_answers_with_a_semicolon_are_left_out_in_tables_and_lists_alike() -> None:
    for text, name in (
        ("1. What is frozen?\nAnswer: ice; frost\n2. What else?\nAnswer: moon\n", "t.txt"),
        ("Question,Answer\nWhat is frozen?,ice; frost\nWhat else?,moon\n", "t.csv"),
    ):
        assert "may be one answer, or several" in " ".join(left_out(read(text, name)).values())


@pytest.mark.parametrize(
    ("said", "accepted"),
    [
        ("red/yellow/blue (any one)", ["red", "yellow", "blue"]),
        ("water (accept ice / steam)", ["water", "ice", "steam"]),
        ("Versailles (accept Versailles, France)", ["Versailles", "Versailles, France"]),
        ("5 km (= 5000 m)", ["5 km", "5000 m"]),
        ("km/h", ["km/h"]),
        ("1 / 2", ["1 / 2"]),
        ("(-1; 4)", ["(-1; 4)"]),
    ],
)
def test_a_remark_in_brackets_may_give_further_answers(said: str, accepted: list[str]) -> None:
    reading = read(f"1. What is it?\nAnswer: {said}\n2. What else?\nAnswer: moon\n", "t.txt")

    assert key(reading.questions[0]) == accepted


def test_feedback_of_respondus_stands_with_the_option_above_it() -> None:
    text = (
        "Type: MC\n1) Who wrote it?\n~ It is of 1845.\n*a. Poe\n@ Right.\nb. Whitman\n@ He wrote Leaves of Grass.\n"
        "c. Dickinson\n\n2) When?\n@ No: look again.\n*a. 1845\nb. 1846\n"
    )
    reading = read(text, "t.txt")

    first = reading.questions[0].answer
    assert isinstance(first, Choice)
    assert [each.note for each in first.options] == ["Right.", "He wrote Leaves of Grass.", ""]
    assert "“It is of 1845.”" in said_of(reading)
    assert "what is said to those who are wrong was left out: “No: look again.”" in said_of(reading)


def test_feedback_in_a_row_of_each_answer_goes_to_that() -> None:
    text = (
        "question,answer,correct,feedback\nGold?,Ag,0,That is silver.\nGold?,Au,1,From aurum.\n"
        "Iron?,Fe,1,\nIron?,Ir,0,That is iridium.\n"
    )
    reading = read(text, "t.csv")

    notes = [[each.note for each in q.answer.options] for q in reading.questions if isinstance(q.answer, Choice)]
    assert notes == [["That is silver.", "From aurum."], ["", "That is iridium."]]
    assert [each.explanation for each in reading.questions] == ["", ""]


def test_a_column_of_tolerances_makes_ranges() -> None:
    text = "Frage;Antwort;Toleranz\nWie groß ist g?;9,81;±0,05\nWer war es?;Newton;\nWie viel?;100;5 %\n"
    reading = read(text, "t.csv")

    assert keys(reading) == {2: ["9.81", "9.76..9.86"], 3: ["Newton"]}
    assert "in percent" in left_out(reading)[4]
    assert "9.76 to 9.86" in said_of(reading)


@pytest.mark.parametrize("said", ["(not) guilty", "(a) spring", "f (x)"])
def test_other_words_in_brackets_cannot_be_left_out(said: str) -> None:
    reading = read(f"Question;Answer\nWhat is it?;{said}\nWhat else?;moon\n", "t.csv")

    assert [each for each in key(reading.questions[0]) if each != said] == []
