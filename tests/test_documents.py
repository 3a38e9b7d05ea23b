"""What is written beside the code and the content says what is so."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CONTENT, ROOT
from tests.every_for_tests import every
from trotskyism_cli.cli.command_names import COMMANDS
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.text.schema import json_schema


def test_the_schema_beside_the_content_is_the_one_that_the_program_writes() -> None:
    assert json.loads((CONTENT / "schema.json").read_text()) == json_schema()


@pytest.mark.parametrize("file", sorted(CONTENT.rglob("*.yaml")), ids=lambda file: file.name)
def test_every_file_of_the_content_names_its_schema_and_shows_how_it_is_written(file: Path) -> None:
    first, *further = file.read_text(encoding="utf-8").splitlines()

    assert first.startswith("# yaml-language-server: $schema=")
    assert sum(line.startswith("#") for line in further[:40]) >= 1


def test_the_readme_names_commands_that_there_are() -> None:
    named = re.findall(r"^\$ (?:\.venv/bin/)?trotskyism (\w+)", (ROOT / "README.md").read_text(), re.MULTILINE)

    assert len(named) >= 10
    assert set(named) - set(COMMANDS) == {"miliukov", "who"}  # a name and a question, which need none


def test_every_line_of_the_articles_sections_is_within_one_section(built_in: Pack) -> None:
    sections = [source.lines for source in built_in.sources.values() if source.section]
    lines = [line for each in sections for line in range(*_bounds(each))]

    assert len(lines) == len(set(lines))


def _bounds(lines: str) -> tuple[int, int]:
    first, _, last = lines.partition("-")
    return int(first), int(last or first) + 1


def test_every_fact_of_the_article_says_in_which_lines_it_stands(built_in: Pack) -> None:
    vague = [
        fact.id
        for fact in built_in.facts.values()
        for citation in fact.citations
        if built_in.sources[citation.source].section and not re.match(r"\d", citation.locator)
    ]

    assert vague == []


def test_the_article_is_corrected_beside_its_statements(built_in: Pack) -> None:
    corrections = [fact for fact in built_in.facts.values() if fact.corrects]

    assert corrections
    assert every(fact.corrects in built_in.facts for fact in corrections)


def test_background_is_never_cited_to_the_article(built_in: Pack) -> None:
    wrong = [
        fact.id
        for fact in built_in.facts.values()
        if fact.origin == "background" and all(built_in.sources[each.source].section for each in fact.citations)
    ]

    assert wrong == []


def test_questions_by_hand_are_in_every_chapter(built_in: Pack) -> None:
    chapters = {question.topic for question in built_in.questions.values()}

    assert chapters | {"corrections"} == {topic.id for topic in built_in.topics}  # what is corrected is mostly read


@pytest.mark.parametrize("extreme", [max, min], ids=["longest", "shortest"])
def test_the_right_option_of_a_question_by_hand_is_no_oftener_than_chance_the(
    built_in: Pack, extreme: Callable[[list[int]], int]
) -> None:
    points, chances = 0.0, 0.0
    for question in built_in.questions.values():
        if question.response == "choice":
            lengths = [len(option.text) for option in question.options]
            right = next(len(option.text) for option in question.options if option.right)
            points += (right == extreme(lengths)) / lengths.count(extreme(lengths))
            chances += 1 / len(lengths)

    assert 0.6 < points / chances < 1.4
