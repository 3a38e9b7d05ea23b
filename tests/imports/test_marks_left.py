"""Marks that stay at options though a key says what is right are taken off, and told; where they contradict it, not."""

import pytest

from tests.imports.reading_for_tests import read, told
from trotskyism_cli.imports.foreign import Choice
from trotskyism_cli.imports.new_pack import NewPack, new_pack

TOLD = "marks that show which of its options are right were left out of them"
HOT, COLD = "1. Which is hot?\na) {}\nb) {}\nc) {}\n", "2. Which is cold?\na) {}\nb) {}\nc) {}\n"


def made_of(text: str, name: str = "t.txt") -> NewPack:
    """The pack that is made of a file."""
    return new_pack("try-0000", name, read(text, name))


def choices(made: NewPack) -> list[dict[str, bool]]:
    """The options of each choice, with whether they are right."""
    return [{o.text: o.right for o in q.answer.options} for q in made.questions if isinstance(q.answer, Choice)]


BOTH = [{"ice": False, "fire": True, "snow": False}, {"ice": True, "fire": False, "lava": False}]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("ice", "fire (right answer)", "snow"), ("ice [correct]", "fire", "lava")),
        (("ice", "fire ←", "snow"), ("ice ✓", "fire", "lava")),
        (("ice (0)", "fire (1)", "snow (0)"), ("ice (1)", "fire (0)", "lava (0)")),
        (("ice ❌", "fire", "snow ❌"), ("ice", "fire ❌", "lava ❌")),
        (("ice", "fire % right", "snow"), ("ice // correct", "fire", "lava")),
        (("ice (wrong)", "fire", "snow (wrong)"), ("ice", "fire (not right)", "lava")),
    ],
)
def test_marks_that_say_what_the_key_says_go(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    made = made_of(f"{HOT.format(*one)}\n{COLD.format(*two)}\nAnswers: 1b 2a\n")

    assert choices(made) == BOTH


def test_that_marks_were_taken_off_is_told() -> None:
    table = "question,A,B,C,answer\nWhich is hot?,ice,fire (correct),snow,B\nWhich is cold?,ice*,fire,lava,A\n"
    made = made_of(table, "t.csv")

    assert choices(made) == BOTH
    assert [TOLD in each.changes for each in made.questions] == [True, True]


def test_signs_of_chat_assistants_go_on_both_sides() -> None:
    made = made_of(HOT.format("ice ❌", "fire ✅", "snow ❌") + "\n" + COLD.format("ice ✅", "fire ❌", "lava ❌"))

    assert choices(made) == BOTH


def test_a_mark_against_the_key_leaves_the_question_out() -> None:
    made = made_of(
        f"{HOT.format('ice (right answer)', 'fire', 'snow')}\n{COLD.format('a', 'b', 'c')}\nAnswers: 1b 2a\n"
    )

    assert [each.stem for each in made.questions] == ["Which is cold?"]
    assert [misfit.line for misfit in made.misfits] == [1]
    assert "do not say the same" in str(made.misfits[0])


@pytest.mark.parametrize(
    "options",
    [
        ("√2", "1/3", "1/4"),
        ("A*", "BFS", "DFS"),
        ("sin (0)", "cos (0)", "tan (0)"),
        ("spider (not an insect)", "bee", "ant"),
        ("50 % right", "20 % wrong", "all"),
        ("street (right)", "street (left)", "road"),
        ("Horthy (right wing)", "Kun", "Rákosi"),
        ("brine (solution)", "salt", "ice"),
    ],
)
def test_what_may_be_part_of_an_option_stays(options: tuple[str, ...]) -> None:
    made = made_of(
        f"question,A,B,C,answer\nWhich is it?,{','.join(options)},A\nWhich is hot?,ice,fire,snow,B\n", "t.csv"
    )

    assert list(choices(made)[0]) == [*options]


def test_the_word_for_the_answer_is_no_part_of_the_last_option() -> None:
    made = made_of("Q1 Hot? (A) ice (B) fire (C) snow Ans. (B)\nQ2 Cold? (A) ice (B) fire (C) lava Ans. (A)\n")

    assert choices(made) == BOTH


def test_finnish_words_say_what_is_right() -> None:
    made = made_of(
        "1. Suurin järvi?\na) Päijänne\nb) Saimaa (oikein)\n\n2. Milloin?\na) 1917 (oikein)\nb) 1809 (väärin)\n"
    )

    assert choices(made) == [{"Päijänne": False, "Saimaa": True}, {"1917": True, "1809": False}]


def test_comments_are_no_part_of_options() -> None:
    made = made_of(
        "<!-- old: 1 A -->\n1. Hot?\nA. ice\nB. fire <!-- this -->\nC. snow\n<!-- Answer: A -->\nAnswer: B\n\n"
        "2. Cold?\nA. ice\nB. fire\nC. lava\nAnswer: A\n<!-- 3. Wet?\nA. sea\nB. sand\nAnswer: A -->\n",
        "t.md",
    )

    assert choices(made) == BOTH
    assert [each.line for each in made.questions] == [2, 9]


def test_that_comments_are_passed_over_is_told() -> None:
    reading = read("1. Hot?\nA. ice\nB. fire\n<!-- see page 4 -->\nAnswer: B\n", "t.md")

    assert "comments were passed over, as “see page 4”" in told(reading)


def test_a_comment_that_is_asked_about_stays() -> None:
    made = made_of("1. Which is a comment?\nA. <b>hi</b>\nB. <!-- hi -->\nAnswer: B\n")

    assert choices(made) == [{"<b>hi</b>": False, "<!-- hi -->": True}]
