"""Pages for mkdocs-quiz, read by the plugin itself."""

import html
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.export.samples import HOSTILE, ORDINARY, PAPER, any_item
from trotskyism_cli.export.mkdocs import mkdocs_quiz
from trotskyism_cli.export.paper import full_stem
from trotskyism_cli.items.model import Item, Response

extractor = pytest.importorskip("mkdocs_quiz.qti.extractor", reason="mkdocs-quiz is not installed; make readers does")
EVERY = (*ORDINARY, *HOSTILE)


def folded(text: str | None) -> str:
    return " ".join(html.unescape(text or "").split())


def check_as_read(items: tuple[Item, ...], folder: Path) -> None:
    page = folder / "quiz.md"
    page.write_text("".join(mkdocs_quiz(items, PAPER)), encoding="utf-8")
    read = extractor.extract_quizzes_from_file(page)
    assert len(read) == len(items)
    for item, quiz in zip(items, read, strict=True):
        assert quiz.validate() == []
        if item.response in (Response.CHOICE, Response.SEVERAL):
            assert folded(quiz.question) == " ".join(full_stem(item).split())
            assert [folded(each.text) for each in quiz.answers] == [" ".join(each.split()) for each in item.options]
            assert [folded(each.feedback) for each in quiz.answers] == [
                " ".join(each.split()) for each in item.option_notes
            ]
            assert [place for place, each in enumerate(quiz.answers) if each.is_correct] == sorted(item.answer)
            assert folded(quiz.content) == " ".join(item.explanation.split())
        else:
            assert folded(quiz.question).startswith(" ".join(full_stem(item).split()))
            count = {Response.MATCH: len(item.prompts), Response.ORDER: len(item.options), Response.TYPED: 1}
            assert len(quiz.blanks) == count[item.response]
            assert " ".join(item.explanation.split()) in folded(quiz.content)


def test_the_plugin_reads_what_was_written(tmp_path: Path) -> None:
    check_as_read(EVERY, tmp_path)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_item())
def test_the_plugin_reads_any_text_as_text(tmp_path: Path, item: Item) -> None:
    check_as_read((item,), tmp_path)


def test_the_answers_to_blanks_are_numbers_names_and_places(tmp_path: Path) -> None:
    page = tmp_path / "quiz.md"
    page.write_text("".join(mkdocs_quiz(ORDINARY, PAPER)), encoding="utf-8")
    blanks = [[blank.correct_answer for blank in quiz.blanks] for quiz in extractor.extract_quizzes_from_file(page)]

    assert blanks[2:6] == [["2", "3", "1"], ["1", "2"], ["Leon Trotsky"], ["1906"]]
