"""Answers as they were printed: each to its own question, and none of another book."""

from pathlib import Path

from trotskyism_cli.library.answer_cache import KeptAnswer, keep_answers, kept_answer


def test_what_another_book_was_asked_is_not_answered_with_what_this_one_was(tmp_path: Path) -> None:
    file = tmp_path / "answers.sqlite"
    keep_answers(file, "old", [(["show lenin"], KeptAnswer("Lenin")), (["show stalin"], KeptAnswer("Stalin"))])
    keep_answers(file, "new", [(["show trotsky"], KeptAnswer("Trotsky"))])

    assert kept_answer(file, "new", "show lenin") is None
    assert kept_answer(file, "old", "show lenin") is None
    assert kept_answer(file, "new", "show trotsky") == KeptAnswer("Trotsky")


def test_the_oldest_answers_go_when_there_are_too_many(tmp_path: Path) -> None:
    file = tmp_path / "answers.sqlite"
    for name in ("one", "two", "three"):
        keep_answers(file, "marks", [([name], KeptAnswer(name))], most=2)

    assert [kept_answer(file, "marks", name) is None for name in ("one", "two", "three")] == [True, False, False]
