"""Lines below an option: the rest of it, a remark, the foot of a page, or an option of another kind."""

import pytest

from tests.imports.reading_for_tests import keys, left_out, options, read, said_of

_LONG = "the committee that led the rising of October in Petrograd"


def _test(line: str, option: str = "Lenin", answer: str = "Answers: 1b 2a") -> str:
    """Two questions, with a line below the first option of one and the last of the other."""
    return (
        f"1. Who led the Red Army?\na) {option}\n{line}\nb) Trotsky\nc) Zinoviev\n"
        f"2. When was it founded?\na) 1918\nb) 1917\nc) {option}\n{line}\n{answer}\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "School No. 1 in Nikolaev 1896",
        "Page 1 of 2",
        "- 2 -",
        "[see picture 3]",
        "Rationale: the answer says who was its commissar.",
        "Choose the right answer and write it in the gap",
        "....................",
    ],
)
def test_what_is_no_part_of_an_option_is_passed_over_and_named(line: str) -> None:
    reading = read(_test(line), "t.txt")

    assert [options(each) for each in reading.questions] == [
        ["Lenin", "Trotsky", "Zinoviev"],
        ["1918", "1917", "Lenin"],
    ]
    assert keys(reading) == {1: ["Trotsky"], 6: ["1918"]}
    assert said_of(reading).count(f"“{line}” stands below the options, and was passed over") == 2


@pytest.mark.parametrize(
    ("option", "line"), [("Lenin", "   who led the party"), (_LONG, "under Trotsky"), (_LONG, "   Under Trotsky")]
)
def test_the_rest_of_an_option_is_joined_to_it(option: str, line: str) -> None:
    reading = read(_test(line, option), "t.txt")

    assert options(reading.questions[0])[0] == f"{option} {line.strip()}"
    assert options(reading.questions[1])[2] == f"{option} {line.strip()}"
    assert reading.changes == []


@pytest.mark.parametrize(
    ("option", "line"), [("Lenin", "check your answers before you hand in"), (_LONG, "Lev Trotsky")]
)
def test_what_may_be_the_rest_is_joined_and_named(option: str, line: str) -> None:
    reading = read(_test(line, option), "t.txt")

    assert options(reading.questions[0])[0] == f"{option} {line}"
    assert f"“{line}” stands below an option, and was taken as a part of the option above it" in said_of(reading)


def test_a_bullet_below_an_option_leaves_the_question_out() -> None:
    reading = read(
        "1. Who led?\na) Lenin\nb) Trotsky\n- Zinoviev\n2. When?\na) 1917\nb) 1905\nAnswers: 1b 2a\n", "t.txt"
    )

    assert keys(reading) == {5: ["1917"]}
    assert left_out(reading)[1].startswith("“- Zinoviev” may be a further option")


def test_feedback_of_text2qti_below_an_option_stays_its_own() -> None:
    reading = read("1. Who led?\na) Lenin\n... He led the party.\n*b) Trotsky\n+ So it was.\n- No.\n", "t.txt")

    assert options(reading.questions[0]) == ["Lenin", "Trotsky"]
    assert "passed over" not in said_of(reading)


def test_an_open_question_of_a_second_part_is_named() -> None:
    text = (
        "Часть А.\n\nА1. Кто основал Красную армию?\n1) Ленин\n2) Троцкий\nА2. Когда?\n1) 1918\n2) 1917\n\n"
        "Часть В.\nВ1. Назовите первого наркома.\n\nОтветы: А1 – 2, А2 – 1, В1 – Подвойский\n"
    )
    reading = read(text, "t.txt")

    assert keys(reading) == {3: ["Троцкий"], 6: ["1918"], 11: ["Подвойский"]}


@pytest.mark.parametrize("odd", ["   - [-] Zinoviev", "   - [~] Zinoviev", "   - Zinoviev", "- [x ] Zinoviev"])
def test_another_kind_of_box_or_bullet_leaves_the_question_out(odd: str) -> None:
    margin = odd[: len(odd) - len(odd.lstrip())]
    boxes = f"1. Who led?\n{margin}- [x] Trotsky\n{margin}- [ ] Lenin\n{odd}\n2. When?\n- [x] 1917\n- [ ] 1905\n"
    reading = read(boxes, "t.md")

    assert keys(reading) == {5: ["1917"]}
    assert left_out(reading) == {1: f"“{odd.strip()}” stands among its boxes; write - [x] or - [ ] before each option"}


def test_an_explanation_below_boxes_is_no_part_of_an_option() -> None:
    reading = read("1. Who led?\n   - [x] Trotsky\n   - [ ] Lenin\n   Explanation: he was its commissar.\n", "t.md")

    assert options(reading.questions[0]) == ["Trotsky", "Lenin"]
    assert reading.questions[0].explanation == "he was its commissar."


def test_a_line_at_the_margin_of_the_boxes_is_joined_and_named() -> None:
    page = "1. Who led?\n   - [x] Trotsky\n{}of 1917\n   - [ ] Lenin\n"
    sure, unsure = (read(page.format(" " * margin), "t.md") for margin in (5, 3))

    assert options(sure.questions[0]) == options(unsure.questions[0]) == ["Trotsky of 1917", "Lenin"]
    assert sure.changes == []
    assert said_of(unsure) == "“of 1917” was taken as a part of the option above it"


@pytest.mark.parametrize("name", ["t.txt", "t.tsv"])
def test_a_line_without_a_tab_is_no_part_of_a_card(name: str) -> None:
    reading = read("Lenin\tled the party\nTrotsky\tled the army\nSverdlov\nKamenev\tled the Soviet\n", name)

    assert [each.stem for each in reading.questions] == ["led the party", "led the army", "led the Soviet"]
    assert "a line without a tab" in left_out(reading)[3]
    assert reading.questions[1].changes == ("“Sverdlov” in the line below may be the end of it; see that it is whole",)


def test_a_line_break_within_quotes_is_part_of_a_card() -> None:
    reading = read('Lenin\t"led\nthe party"\nTrotsky\t"led\nthe army"\n', "t.txt")

    assert [each.stem for each in reading.questions] == ["led the party", "led the army"]


def test_tags_that_vanish_from_gift_are_told() -> None:
    told = "it was written in HTML; what a reader of that sees came in"
    tagged = read("What did <p>Iskra</p> call itself? {=a paper ~a book}\n", "t.gift")

    assert tagged.questions[0].stem == "What did Iskra call itself?"
    assert said_of(tagged) == told
    assert read("[html]What did <p>Iskra</p> call itself? {=a paper ~a book}\n", "t.gift").changes == []


@pytest.mark.parametrize("below", ["* Counts double", "\n* Trotsky's train is told of in his life.\n", "= 2 points"])
@pytest.mark.parametrize(("right", "wrong"), [("*a)", "b)"), ("[*]", "[ ]")])
def test_a_note_with_a_star_below_options_is_no_answer_to_type(below: str, right: str, wrong: str) -> None:
    asked = (
        f"1. Who led the Red Army?\n{right} Trotsky\n{wrong} Lenin\n{{}}2. Who wrote it?\n{right} Marx\n{wrong} Mill\n"
    )

    reading = read(asked.format(f"{below}\n"), "t.txt")

    assert [key for line, key in keys(reading).items() if line > 1] == [["Marx"]]
    assert "stands below its options as an answer to type" in left_out(reading)[1]
    assert [*keys(read(asked.format(""), "t.txt")).values()] == [["Trotsky"], ["Marx"]]
