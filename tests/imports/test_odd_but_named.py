"""What was once read as something else than a person sees, in files of several kinds."""

import io
import zipfile

import pytest

from tests.imports.reading_for_tests import keys, left_out, options, read, said_of


@pytest.mark.parametrize(
    "heads",
    [
        "Resposta correcta;Resposta incorrecta 1;Resposta incorrecta 2",
        "Верен отговор;Грешен отговор 1;Грешен отговор 2",
        "Pravilen odgovor;Napačen odgovor 1;Napačen odgovor 2",
        "სწორი პასუხი;არასწორი პასუხი 1;არასწორი პასუხი 2",
        "Tačan odgovor;Netačan odgovor 1;Netačan odgovor 2",
    ],
)
def test_columns_of_wrong_answers_are_known_by_the_negation_of_the_right_one(heads: str) -> None:
    reading = read(f"Question;{heads}\nWho led?;Trotsky;Lenin;Stalin\n", "t.csv")

    assert options(reading.questions[0]) == ["Trotsky", "Lenin", "Stalin"]
    assert keys(reading) == {2: ["Trotsky"]}


def test_numbers_of_right_answers_are_no_keys() -> None:
    reading = read("Question;Option 1;Option 2;Correct (n)\nWho?;x;y;1\nWhen?;x;y;2\n", "t.csv")

    assert len(left_out(reading)) == 2


@pytest.mark.parametrize("cell", ["1. Lenin; 2. Trotsky; 3. Stalin", "a: Lenin; b: Trotsky; c: Stalin"])
def test_marks_of_options_in_one_cell_are_left_out(cell: str) -> None:
    reading = read(f"Question,Options,Answer\nWho led?,{cell},Trotsky\n", "t.csv")

    assert options(reading.questions[0]) == ["Lenin", "Trotsky", "Stalin"]
    assert keys(reading) == {2: ["Trotsky"]}


def test_dates_with_numbers_in_order_stay_as_they_are() -> None:
    reading = read("Question,Options,Answer\nWhen?,1. May; 2. May; 3. May,2. May\n", "t.csv")

    assert options(reading.questions[0]) == ["1. May", "2. May", "3. May"]


@pytest.mark.parametrize("heads", ["Event\tPeriod", "Question\tOption"])
def test_heads_of_cards_are_none(heads: str) -> None:
    reading = read(f"{heads}\nFirst war\t1914–1918\nSecond war\t1939–1945\nCivil war\t1918–1921\n", "t.txt")

    assert len(reading.questions) == 3
    assert "seems to be the heads" in left_out(reading)[1]


def test_a_sign_of_feedback_without_feedback_is_named() -> None:
    reading = read("::q::Language {=C# ~Java}\n", "t.gift")

    assert keys(reading) == {1: ["C"]}
    assert "“C” was written with # at its end" in said_of(reading)


_ITEM = (
    '<questestinterop><item ident="i"><presentation><material><mattext>Who?</mattext></material>'
    '<response_lid ident="r"><render_choice><response_label ident="a"><material><mattext>Lenin</mattext></material>'
    '</response_label><response_label ident="b"><material><mattext>Trotsky</mattext></material></response_label>'
    '</render_choice></response_lid></presentation><resprocessing><outcomes><decvar maxvalue="100" '
    'varname="SCORE"/></outcomes><respcondition><conditionvar><varequal respident="r">a</varequal></conditionvar>'
    '<setvar action="Set" varname="SCORE">{}</setvar></respcondition></resprocessing></item></questestinterop>'
)


def test_half_the_points_are_not_enough_in_qti() -> None:
    assert "no option earns the whole mark" in left_out(read(_ITEM.format(50), "t.xml"))[1]
    assert keys(read(_ITEM.format(100), "t.xml")) == {1: ["Lenin"]}


def test_right_numbers_beside_wrong_ones_name_no_place() -> None:
    reading = read("Question;Right;Wrong 1;Wrong 2\n10 % of 650?;65;10;6,5\n", "t.csv")

    assert keys(reading) == {2: ["65"]}


def test_options_with_bullets_on_a_card_are_a_choice() -> None:
    reading = read("#separator:tab\n#html:true\nWho led?<br>- Lenin<br>- Trotsky\tTrotsky\n", "t.txt")

    assert options(reading.questions[0]) == ["Lenin", "Trotsky"]
    assert keys(reading) == {3: ["Trotsky"]}


def test_pools_of_blackboard_are_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("imsmanifest.xml", "<manifest/>")
        archive.writestr("res00001.dat", _ITEM.format("SCORE.max"))
        archive.writestr("res00002.dat", "<settings/>")

    assert keys(read(packed.getvalue(), "t.zip")) == {1: ["Lenin"]}


def test_two_languages_are_the_sides_of_cards() -> None:
    reading = read("English;German\nthe dog;der Hund\nthe cat;die Katze\n", "t.csv")

    assert [(each.stem, key) for each, key in zip(reading.questions, keys(reading).values(), strict=True)] == [
        ("the dog", ["der Hund"]),
        ("the cat", ["die Katze"]),
    ]
