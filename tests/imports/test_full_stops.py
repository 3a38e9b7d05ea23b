"""A full stop at the end of an option stays, unless all options of its question end with one."""

import pytest

from tests.imports.reading_for_tests import read
from trotskyism_cli.imports.foreign import Choice
from trotskyism_cli.imports.new_pack import new_pack


def offered(*options: str) -> list[str]:
    """The options, as a pack has them, of a question whose first one is right."""
    lines = "".join(f"{letter}) {text}\n" for letter, text in zip("ABC", options, strict=True))
    made = new_pack("try-0000", "t.txt", read(f"Which?\n{lines}ANSWER: A\n", "t.txt"))
    return [each.text for one in made.questions if isinstance(one.answer, Choice) for each in one.answer.options]


@pytest.mark.parametrize(
    "options",
    [
        ["I am here.", "I am here", "I am here;"],
        ["He led them.", "He fled from them.", "He hid them."],
        ["He go.", "He goes.", "He going."],
        ["Apple Inc.", "Apple Ltd.", "Apple Co."],
        ["Wilhelm I.", "Wilhelm II.", "Friedrich III."],
        ["Come here, Anna!", "Come here Anna.", "Come, here Anna;"],
        ["a river", "a lake", "None of these."],
    ],
)
def test_options_are_as_the_file_has_them(options: list[str]) -> None:
    assert offered(*options) == options


def test_stops_that_end_all_options_go() -> None:
    assert offered("led them.", "fled from them.", "hid them all.") == ["led them", "fled from them", "hid them all"]


def test_options_that_differ_in_nothing_are_there_twice() -> None:
    assert offered("I am here.", "I am here.", "I am there") == []
