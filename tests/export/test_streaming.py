"""Formats that need no more memory for many questions than for few: each is written before the next is made."""

from collections.abc import Iterator

import pytest

from tests.export.samples import ORDINARY, PAPER
from trotskyism_cli.export.registry import FORMATS
from trotskyism_cli.items.model import Item

STREAMED = ("gift", "moodle-xml", "html", "class-test", "csv", "tsv", "anki-update", "quizizz", "json", "mkdocs-quiz")
MANY = 200


@pytest.mark.parametrize("name", STREAMED)
def test_a_question_is_written_before_the_next_is_made(name: str) -> None:
    form = next(each for each in FORMATS if each.name == name)
    made: list[str] = []

    def items() -> Iterator[Item]:
        for number in range(MANY):
            made.append(f"choice-{number}")
            yield ORDINARY[0]._replace(id=made[-1], stem=f"Question {made[-1]}?")

    waiting = []
    written = b""
    for piece in form.write(items(), PAPER):
        written += piece
        waiting.append(len(made) - written.count(b"Question choice-"))

    assert written.count(b"Question choice-") >= MANY
    assert max(waiting) <= 1
