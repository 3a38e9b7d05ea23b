"""Pages for mkdocs-quiz, read by the plugin itself."""

import html
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.export.samples import HOSTILE, ORDINARY, PAPER, TYPED, any_item
from tests.items_for_tests import an_item
from trotskyism_cli.export.answers import full_stem
from trotskyism_cli.export.feedback_texts import feedback, option_feedback
from trotskyism_cli.export.mkdocs import escaped, mkdocs_quiz
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
                " ".join(each.split()) for each in option_feedback(item)
            ]
            assert [place for place, each in enumerate(quiz.answers) if each.is_correct] == sorted(item.answer)
            assert folded(quiz.content) == " ".join(feedback(item).split())
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


@pytest.mark.parametrize("text", ["said &quot without an end", "R&copyright", "&lt;b&gt; and &#38"])
def test_what_a_reader_takes_for_a_sign_also_without_an_end_is_written_by_its_number(text: str) -> None:
    assert folded(escaped(text)) == text
    assert escaped("AT&T") == "AT&T"


def test_the_answers_to_blanks_are_numbers_names_and_places(tmp_path: Path) -> None:
    page = tmp_path / "quiz.md"
    page.write_text("".join(mkdocs_quiz(ORDINARY, PAPER)), encoding="utf-8")
    blanks = [[blank.correct_answer for blank in quiz.blanks] for quiz in extractor.extract_quizzes_from_file(page)]

    assert blanks[2:6] == [["2", "3", "1"], ["1", "2"], ["Leon Trotsky"], ["1906"]]


def qti_of(items: tuple[Item, ...], folder: Path, version: str) -> str:
    """The package that the plugin itself makes of a page, all its files together."""
    models = pytest.importorskip("mkdocs_quiz.qti.models")
    base = pytest.importorskip("mkdocs_quiz.qti.base")
    page = folder / "quiz.md"
    page.write_text("".join(mkdocs_quiz(items, PAPER)), encoding="utf-8")
    collection = models.QuizCollection(title="t", quizzes=extractor.extract_quizzes_from_file(page))
    base.QTIExporter.create(collection, base.QTIVersion(version)).export_to_zip(folder / "quiz.zip")
    with zipfile.ZipFile(folder / "quiz.zip") as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize("version", ["1.2", "2.1"])
def test_its_own_export_to_qti_takes_no_sign_for_another(tmp_path: Path, version: str) -> None:
    answer = "Brest-Litovsk & “Marx's” *Café*, 1 < 2; a_b #1: 50%"
    blank = an_item(id="blank", **TYPED, accepted=(answer,))
    choice = an_item(stem='Who signed the "peace" & treaty #1: Trotsky, or he?', options=("A & B", "C: D", '"E"'))
    text = qti_of((blank, choice), tmp_path, version)

    assert html.escape(answer, quote=False) in text
    assert "&amp;#" not in text
    assert "A &amp; B" in text
