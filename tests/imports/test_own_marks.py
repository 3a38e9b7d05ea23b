"""Letters that options have in their texts are left out, in whatever format, and told; what is part of them stays."""

import pytest

from tests.imports.reading_for_tests import read
from trotskyism_cli.imports.foreign import Choice
from trotskyism_cli.imports.new_pack import NewPack, new_pack

MOODLE = (
    "<quiz><question type='multichoice'><questiontext><text>Peru?</text></questiontext>"
    "<answer fraction='0'><text>{}</text></answer><answer fraction='100'><text>{}</text></answer>"
    "<answer fraction='0'><text>{}</text></answer></question></quiz>"
)


def made_of(text: str, name: str) -> NewPack:
    """The pack that is made of a file."""
    return new_pack("try-0000", name, read(text, name))


def offered(made: NewPack) -> list[list[str]]:
    """The options of each of its questions."""
    return [[each.text for each in one.answer.options] for one in made.questions if isinstance(one.answer, Choice)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru? {~A. Cusco =B. Lima ~C. Quito}\n", "t.gift"),
        ("Peru? {~b) Lima =a) Cusco ~c) Quito}\n", "t.gift"),
        (MOODLE.format("A) Cusco", "B) Lima", "C) Quito"), "t.xml"),
        ("### Peru?\n\n- [ ] A. Cusco\n- [x] B. Lima\n- [ ] C. Quito\n", "t.md"),
    ],
)
def test_letters_before_options_go(text: str, name: str) -> None:
    made = made_of(text, name)

    assert [sorted(each) for each in offered(made)] == [["Cusco", "Lima", "Quito"]]
    assert "the letters written before its options were left out" in [c for q in made.questions for c in q.changes]


def test_bold_options_of_markdown_lose_their_letters() -> None:
    made = made_of(
        "**1. Peru?**\n\n- A. Cusco\n- **B. Lima**\n\n**2. Chile?**\n\n- **A. Santiago**\n- B. Arica\n", "t.md"
    )

    assert offered(made) == [["Cusco", "Lima"], ["Santiago", "Arica"]]


@pytest.mark.parametrize(
    "options",
    [
        ("A. Lincoln", "C. Darwin", "B. Franklin"),
        ("A. Cusco", "B. Lima", "Both A and B"),
        ("A. Cusco", "B. Lima", "C. Both A and B"),
        ("A major", "B minor", "C major"),
        ("1. May", "2. May", "3. May"),
    ],
)
def test_other_beginnings_stay(options: tuple[str, str, str]) -> None:
    assert offered(made_of(MOODLE.format(*options), "t.xml")) == [[*options]]


def test_a_question_mark_before_a_question_goes() -> None:
    made = made_of("? Which is even?\n+ 12\n- 11\n\n? Which is odd?\n- 10\n+ 7\n", "t.txt")

    assert [each.stem for each in made.questions] == ["Which is even?", "Which is odd?"]
