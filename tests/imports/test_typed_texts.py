"""Texts as people type them: Aiken, Respondus, and lists to tick."""

import pytest

from tests.imports.reading_for_tests import keys, read, told
from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.new_pack import new_pack

LISTS = (
    "# Quiz\n\n### Who led?\n\n- [ ] Lenin\n- [x] Trotsky\n  himself\n\nHe did so from 1918.\n\n"
    "**When?**\n* [ ] 1905\n* [X] 1917\n* [x] 1918\n\n1. No key?\n   - [ ] a\n   - [ ] b\n"
)


def test_lists_to_tick_below_questions_are_choices() -> None:
    reading = read(LISTS, "page.md")

    assert keys(reading) == {3: ["Trotsky himself"], 11: ["1917", "1918"], 16: []}
    assert {each.category for each in reading.questions} == {"Quiz"}
    assert "passed over: “He did so from 1918.”" in told(reading)
    assert [each.reason for each in new_pack("own", "page.md", reading).misfits] == ["no option is right"]


def test_a_list_of_things_to_do_is_no_quiz() -> None:
    with pytest.raises(UsageError):
        read("# Shopping\n\nBuy:\n- [x] milk\n- [ ] bread\n", "list.md")


def test_aiken_in_cyrillic_letters() -> None:
    bank = "Кто?\nА) Ленин\nБ) Троцкий\nВ) Сталин\nОтвет: Б\n\nХто?\nА. x\nБ. y\nПравильна відповідь: А, Б\n\n"
    reading = read(f"{bank}Wer?\nA. x\nB. y\nRichtige Antwort: B\n", "t.txt")

    assert keys(reading) == {1: ["Троцкий"], 7: ["x", "y"], 12: ["y"]}


def test_an_answer_of_aiken_without_a_question_is_named() -> None:
    assert "“ANSWER: B” belongs to no question" in told(read("Who?\nA) x\nB) y\nANSWER: B\nANSWER: B\n", "t.txt"))


def test_respondus_stars_the_right_letter() -> None:
    assert keys(read("1) Who led?\na. Lenin\n*b. Trotsky\n\n2) When?\na. 1905\n*b. 1917\n", "t.txt")) == {
        1: ["Trotsky"],
        5: ["1917"],
    }
