"""Tests as teachers print them: labels, numbers, columns and marks of many kinds, and what is not certain in them."""

import pytest

from tests.imports.reading_for_tests import key, keys, left_out, options, read, said_of
from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.papers.printed_marks import chosen_sign

_KEY = "\nAnswers:\n1. B\n2. A\n"
_RIGHT = [["Trotsky"], ["1917"]]


def _test(*options_: str, key_: str = _KEY) -> str:
    asked = (("Who?", "Lenin", "Trotsky", "Stalin"), ("When?", "1917", "1905", "1924"))
    blocks = (
        f"{number}. {stem}\n" + "\n".join(line.format(*texts) for line in options_)
        for number, (stem, *texts) in enumerate(asked, start=1)
    )
    return "\n\n".join(blocks) + "\n" + key_


@pytest.mark.parametrize(
    "label",
    ["{}) ", "({}) ", "[{}] ", "{}: ", "{} - ", "{} – ", "{}.) ", "{}.", "{}.\t", "{})\t", "（{}）", "{}\t", "{} "],
)
@pytest.mark.parametrize("letters", ["ABC", "abc", "АБВ", "αβγ"])
def test_labels_may_be_written_in_many_ways(label: str, letters: str) -> None:
    key_ = f"\nAnswers:\n1. {letters[1]}\n2. {letters[0]}\n"
    lines = (label.format(letter) + f"{{{place}}}" for place, letter in enumerate(letters))
    reading = read(_test(*lines, key_=key_), "t.txt")

    assert list(keys(reading).values()) == _RIGHT
    assert [len(options(each)) for each in reading.questions] == [3, 3]


@pytest.mark.parametrize(
    ("marks", "said"), [("123", "21"), ("①②③", "②①"), (("i", "ii", "iii"), ("ii", "i")), ("أبج", "بأ")]
)
def test_labels_need_not_be_the_letters_of_the_key(marks: str, said: str) -> None:
    lines = (f"{mark}) {{{place}}}" for place, mark in enumerate(marks))
    reading = read(_test(*lines, key_=f"\nAnswers:\n1. {said[0]}\n2. {said[1]}\n"), "t.txt")

    assert list(keys(reading).values()) == _RIGHT


@pytest.mark.parametrize(
    "lines",
    [
        ("A) {0}\tC) {2}", "B) {1}"),
        ("A)\t{0}\tC)\t{2}", "B)\t{1}"),
        ("A) {0}\t\tB) {1}", "C) {2}"),
        ("A - {0}   B - {1}   C - {2}",),
        ("[A] {0}\t[B] {1}\t[C] {2}",),
        ("a) {0} b) {1} c) {2}",),
        ("A. {0} B. {1}", "C. {2}"),
    ],
)
def test_options_may_stand_beside_each_other(lines: tuple[str, ...]) -> None:
    reading = read(_test(*lines), "t.txt")

    assert list(keys(reading).values()) == _RIGHT
    assert options(reading.questions[0]) == ["Lenin", "Trotsky", "Stalin"]


@pytest.mark.parametrize(
    "number", ["({}) ", "{}.) ", "{}.", "#{} ", "№ {}. ", "{} ", "{}\t", "{}.\t", "Q{} ", "____\t{}.\t"]
)
def test_numbers_may_be_written_in_many_ways(number: str) -> None:
    text = _test("a) {0}", "b) {1}", "c) {2}").replace("1. Who", number.format(1) + "Who")
    reading = read(text.replace("2. When", number.format(2) + "When"), "t.txt")

    assert list(keys(reading).values()) == _RIGHT
    assert [each.stem.split()[-1] for each in reading.questions] == ["Who?", "When?"]


@pytest.mark.parametrize(
    "right",
    [
        "*a) {}",
        "* a) {}",
        "*A. {}",
        "a) *{}",
        "a) {}*",
        "a) {} *",
        "a*) {}",
        "**a) {}**",
        "+a) {}",
        "#a) {}",
        ">> a) {}",
    ],
)
@pytest.mark.parametrize("layout", ["{}\n{}", "{}\t\t{}", "{}    {}", "    {}\n    {}"])
def test_a_mark_may_stand_in_many_places(right: str, layout: str) -> None:
    wrong = "A. {}" if "A." in right else "a) {}"
    others = [wrong.replace("a", letter).replace("A", letter.upper()) for letter in "abcd"]
    marked = [right.replace("a", letter).replace("A", letter.upper()) for letter in "abcd"]
    who = [
        others[0].format("Lenin"),
        marked[1].format("Trotsky"),
        others[2].format("Stalin"),
        others[3].format("Kirov"),
    ]
    when = [
        marked[0].format("1917"),
        *(other.format(year) for other, year in zip(others[1:], (1905, 1924, 1940), strict=True)),
    ]
    blocks = [layout.format(*each[:2]) + "\n" + layout.format(*each[2:]) for each in (who, when)]
    reading = read(f"1. Who?\n{blocks[0]}\n\n2. When?\n{blocks[1]}\n", "t.txt")

    assert [key(each) for each in reading.questions] == _RIGHT
    assert options(reading.questions[0]) == ["Lenin", "Trotsky", "Stalin", "Kirov"]


@pytest.mark.parametrize("last", ["D, Kirov", "Kirov", "DKirov", "D Kirov"])
@pytest.mark.parametrize("answers", ["\nAnswers:\n1. C\n2. A\n", ""])
def test_an_option_that_may_hold_a_further_one_is_not_taken(last: str, answers: str) -> None:
    star = "" if answers else "*"
    who = f"1. Who?\nA. Lenin\nB. Stalin\n{star}C. Trotsky\n{last}\n\n"
    reading = read(f"{who}2. When?\n{star}A. 1917\nB. 1905\nC. 1924\nD. 1940\n{answers}", "t.txt")

    assert [key(each) for each in reading.questions] == [["1917"]]
    assert list(left_out(reading)) == [1]


def test_two_options_of_one_line_are_not_taken_as_one() -> None:
    who, when = "a. Lenin   b. Stalin   c. Trotsky   d, Kirov", "a. 1917   b. 1905   c. 1924   d. 1940"
    reading = read(f"1. Who?\n{who}\n\n2. When?\n{when}\n\nKey: 1c, 2a\n", "t.txt")

    assert [key(each) for each in reading.questions] == [["1917"]]
    assert "“Trotsky d, Kirov” may be, or hold, an option without its label" in left_out(reading)[1]


@pytest.mark.parametrize("aside", ["(2 points)", "[1,5 Pkt.]", "Page 2 of 3", "Seite 2/3", "- 2 -"])
def test_points_and_the_foot_of_a_page_are_no_part_of_an_option(aside: str) -> None:
    reading = read(_test("a) {0}", "b) {1}").replace("1905\n", f"1905\n{aside}\n"), "t.txt")

    assert options(reading.questions[1]) == ["1917", "1905"]
    assert f"“{aside}” stands below the options" in said_of(reading)


def test_a_question_without_its_number_is_one_of_its_own() -> None:
    text = "1. Who?\na) Lenin\n*b) Trotsky\n\nWhen?\n*a) 1917\nb) 1905\n\n3. Where?\na) Baku\n*b) Kyiv\n"

    assert [key(each) for each in read(text, "t.txt").questions] == [["Trotsky"], ["1917"], ["Kyiv"]]


@pytest.mark.parametrize("lines", [("A. {0}\tB. {1}",), ("A - {0}   B - {1}",), ("a.\t{0}", "b.\t{1}")])
@pytest.mark.parametrize("number", [". ", ".\t"])
def test_a_test_without_a_key_is_no_deck_of_cards(lines: tuple[str, ...], number: str) -> None:
    with pytest.raises(UsageError, match="questions with options, but no key"):
        read(_test(*lines, key_="").replace(". W", f"{number}W"), "t.txt")


@pytest.mark.parametrize("sign", [";", ","])
@pytest.mark.parametrize("between", ["\n", " ", "   "])
def test_signs_between_options_are_no_part_of_them(sign: str, between: str) -> None:
    reading = read(_test(between.join((f"a) {{0}}{sign}", f"b) {{1}}{sign}", "c) {2}"))), "t.txt")

    assert list(keys(reading).values()) == _RIGHT
    assert options(reading.questions[0]) == ["Lenin", "Trotsky", "Stalin"]


@pytest.mark.parametrize(
    "options_",
    [
        "a) Lenin b) Trotsky Stalin d) Kirov",
        "a) Lenin b) Trotsky c) Stalin dKirov",
        "a) Lenin; b) Trotsky; c) Stalin; Kirov",
    ],
)
def test_of_options_beside_each_other_none_may_lack_its_label(options_: str) -> None:
    text = f"1. Who?\n{options_}\n2. When?\na) 1917 b) 1905 c) 1924 d) 1940\n\nKey: 1b 2a\n"

    assert [key(each) for each in read(text, "t.txt").questions] == [["1917"]]


@pytest.mark.parametrize("text", ["1. Who?\n[a] Lenin\n*[b] Trotsky\n\n2. When?\n[a] 1917\n[b] 1905\n\nKey: 1a 2a\n"])
def test_a_mark_against_the_key_is_not_passed_over(text: str) -> None:
    reading = read(text, "t.txt")

    assert [key(each) for each in reading.questions] == [["1917"]]
    assert "“*” stands beside an option" in left_out(reading)[1]


@pytest.mark.parametrize("bracket", ["（ {} ）", "({})"])
def test_the_key_may_stand_in_brackets_behind_each_question(bracket: str) -> None:
    text = _test("A．{0}   B．{1}   C．{2}", key_="")
    text = text.replace("Who?", f"Who? {bracket.format('B')}").replace("When?", f"When? {bracket.format('A')}")
    reading = read(text, "t.txt")

    assert list(keys(reading).values()) == _RIGHT
    assert [each.stem.split()[-1] for each in reading.questions] == ["Who?", "When?"]


@pytest.mark.parametrize("signs", [["*", "+", ""], ["+", "*", ""]])
def test_of_two_marks_that_are_as_frequent_the_first_is_chosen_in_every_run(signs: list[str]) -> None:
    assert chosen_sign([signs, signs]) == signs[0]


@pytest.mark.parametrize("options_", [("*A) {0}", "B) {1} ✓"), ("A) {0} ✓", "*B) {1}")])
def test_questions_with_a_mark_beside_one_option_and_behind_another_are_left_out(options_: tuple[str, ...]) -> None:
    reading = read(_test(*options_, "C) {2}", key_=""), "t.txt")

    assert not reading.questions
    assert ["“*” stands beside an option" in each for each in left_out(reading).values()] == [True, True]
