"""Files as they come from Respondus, from chat assistants, and from tests with all answers at their end."""

import json

import pytest

from tests.imports.reading_for_tests import keys, left_out, read, said_of
from tests.imports.test_other_formats import h5p
from trotskyism_cli.imports.foreign import Choice, Match, Typed

RESPONDUS = """Type: MC
1) Who led?
a) Lenin
*b) Trotsky

Title: Years
Points: 2
2) When?
*a) 1917
b) 1905
@ It was.

Type: MR
3) Which two?
*a) Lenin
*b) Trotsky
c) Nicholas

Type: E
4) Explain.

Type: F
5) Year, e.g. in words?
a) 1917
b) nineteen seventeen

Type: MT
6) Match.
a) Lenin = Ulyanov
b) Trotsky = Bronstein
"""


def test_the_form_of_respondus() -> None:
    reading = read(RESPONDUS, "t.txt")
    two, year, pairs = (question.answer for question in reading.questions[2:])

    assert keys(reading) == {
        2: ["Trotsky"],
        8: ["1917"],
        14: ["Lenin", "Trotsky"],
        23: ["1917", "nineteen seventeen"],
        28: ["Lenin: Ulyanov", "Trotsky: Bronstein"],
    }
    assert isinstance(two, Choice)
    assert two.several
    assert isinstance(year, Typed)
    assert isinstance(pairs, Match)
    assert "an essay" in left_out(reading)[20]


@pytest.mark.parametrize("mark", ["*b) Trotsky", "*b. Trotsky", "*b)Trotsky", "b) Trotsky ✓", "b. Trotsky (correct)"])
def test_marks_of_what_is_right(mark: str) -> None:
    reading = read(f"1) Who led?\na) Lenin\n{mark}\n\n2) When?\na) 1905, e.g.\n{mark}\n", "t.txt")

    assert keys(reading) == {1: ["Trotsky"], 5: ["Trotsky"]}


GIFT = "Who led? {=Trotsky ~Lenin}\n\nWhen? {=1917 ~1905}\n"
AIKEN = "Who led?\nA. Lenin\nB. Trotsky\nANSWER: B\n"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (f"Sure! Here it is:\n\n```gift\n{GIFT}```\n\nDo you want more?\n", "t.gift", {4: ["Trotsky"], 6: ["1917"]}),
        (
            f"```\n{GIFT}```\nand\n```\nWhere? {{=here ~there}}\n```\n",
            "t.txt",
            {2: ["Trotsky"], 4: ["1917"], 8: ["here"]},
        ),
        (f"```\n{AIKEN}```\n", "t.txt", {2: ["Trotsky"]}),
        (f"~~~text\n{AIKEN}", "t.txt", {2: ["Trotsky"]}),
        ("```csv\nQuestion,A,B,Answer\nWho?,x,y,B\n```\n", "t.csv", {3: ["y"]}),
        (
            '```xml\n<?xml version="1.0"?>\n<quiz><question type="truefalse"><questiontext><text>Hot.</text>'
            '</questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text>'
            "</answer></question></quiz>\n```\n",
            "t.xml",
            {3: ["True"]},
        ),
    ],
)
def test_fences_around_a_file_come_off(text: str, name: str, expected: dict[int, list[str]]) -> None:
    reading = read(text, name)

    assert keys(reading) == expected
    assert "lines of ``` around its questions" in said_of(reading)
    assert keys(read(text, name, form="gift" if name == "t.gift" else "")) == expected


def test_fences_within_questions_stay() -> None:
    reading = read("1. What does it print?\n```\nprint(1)\n```\n*a) 1\nb) 2\n", "t.txt")

    assert [each.stem for each in reading.questions] == ["What does it print? print(1)"]
    assert said_of(reading) == ""


@pytest.mark.parametrize(
    "end",
    ["Answers:\n1. B\n2. A\n", "Respuestas: 1b 2a", "Answer key: 1) B, 2) A.", "Key\n1 B\n2 A\n", "答案：\n1. B\n2. A"],
)
def test_a_key_at_the_end_of_a_test(end: str) -> None:
    test = "1. Who led?\na. Lenin\nb. Trotsky\n\n2. When?\na. 1917\nb. 1905\n\n3. Where?\na. x\nb. y\n\n"
    reading = read(f"{test}{end}", "t.txt", form="aiken")

    assert keys(reading) == {1: ["Trotsky"], 5: ["1917"]}
    assert list(left_out(reading)) == [9]


def test_a_key_at_the_end_is_none_for_numbers_that_stand_twice() -> None:
    part = "1. Who?\na) x\nb) y\n\n2. When?\na) x\nb) y\n\n"

    assert read(f"{part}{part}Answers: 1b 2a\n", "t.txt", form="aiken").questions == []


def test_what_stands_above_the_first_question_is_told() -> None:
    text = "Exam. Group B\n\n1. Who?\na) x\nb) y\n\n2. When?\na) x\nb) y\n\nRespuestas: 1b 2a\n"
    reading = read(text, "t.txt")

    assert [each.stem for each in reading.questions] == ["1. Who?", "2. When?"]
    assert "“Exam. Group B”" in said_of(reading)


def test_signs_of_full_width() -> None:
    reading = read("1、谁？\nA、列宁\nB、托洛茨基\n答案：B\n\n2、何时？\nA．1905\nB．1917\n答案：B\n", "t.txt")

    assert keys(reading) == {1: ["托洛茨基"], 6: ["1917"]}


def test_alternatives_of_a_flashcard_of_h5p() -> None:
    cards = {"cards": [{"text": "Capital?", "answer": "Kyiv/Kiev"}, {"text": "River?", "answer": "Dnipro"}]}
    dialog = {"dialogs": [{"text": "Capital?", "answer": "Kyiv/Kiev"}]}

    assert keys(read(h5p("H5P.Flashcards", cards), "t.h5p")) == {1: ["Kyiv", "Kiev"], 2: ["Dnipro"]}
    assert keys(read(h5p("H5P.Dialogcards", dialog), "t.h5p")) == {1: ["Kyiv/Kiev"]}


@pytest.mark.parametrize(
    ("cardinality", "right", "worth", "fits"),
    [
        ("single", "A", {"A": 0, "B": 1}, False),
        ("single", "A", {"A": 1, "B": 0.5}, True),
        ("single", "A", {"A": 0, "B": 0}, True),
        ("multiple", "A", {"A": 1, "B": 1}, False),
        ("multiple", "A", {"A": 1, "B": -1}, True),
    ],
)
def test_two_keys_of_qti_that_differ(cardinality: str, right: str, worth: dict[str, float], fits: bool) -> None:
    entries = "".join(f'<mapEntry mapKey="{key}" mappedValue="{value}"/>' for key, value in worth.items())
    text = (
        '<assessmentItem identifier="i"><responseDeclaration identifier="R" baseType="identifier" '
        f'cardinality="{cardinality}"><correctResponse><value>{right}</value></correctResponse>'
        f'<mapping>{entries}</mapping></responseDeclaration><itemBody><choiceInteraction responseIdentifier="R">'
        '<prompt>Which?</prompt><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b'
        "</simpleChoice></choiceInteraction></itemBody></assessmentItem>"
    )
    reading = read(text, "t.xml")

    assert keys(reading) == ({1: ["a"]} if fits else {})
    assert json.dumps(left_out(reading)).count("name different answers") == (not fits)


def test_questions_in_markdown_as_chat_assistants_write_them() -> None:
    first = "### 1. Who led?\n\nA. Lenin\nB. Trotsky\n\n**Answer: B**\n\n"
    text = f"# Quiz\n\n{first}**2. When?**\n\nA. 1905\nB. **1917**\n\n**Answer:** B\n"
    reading = read(text, "t.md")

    assert [(each.stem, each.line) for each in reading.questions] == [("1. Who led?", 3), ("2. When?", 10)]
    assert "“Quiz”" in said_of(reading)
    assert list(keys(reading).values()) == [["Trotsky"], ["1917"]]


@pytest.mark.parametrize("separator", ["\t", ","])
def test_cards_of_questions_with_options(separator: str) -> None:
    cards = [("Who led? A) Lenin B) Trotsky", "B"), ("When? A) 1905 B) 1917", "A")]
    reading = read("".join(f"{front}{separator}{back}\n" for front, back in cards), "t.csv")

    assert [each.stem for each in reading.questions] == [front for front, _ in cards]
