"""The report on a class, checked against other ways to work out the same."""

import json
import math
import statistics
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_for_tests import every
from tests.reviews_for_tests import a_review
from trotskyism_cli.errors import AppError
from trotskyism_cli.items.model import Passage
from trotskyism_cli.learning.progress.history import exam_with
from trotskyism_cli.learning.sharing.classroom import correlation, kr20, report
from trotskyism_cli.learning.sharing.handed_in import FORMAT, read, written
from trotskyism_cli.learning.sharing.papers import Doubt, Doubtful, Given, Paper, parted, sort_out
from trotskyism_cli.screen.document import Table, words
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.progress.classroom import FilesTold, report_document

MARKS = st.integers(2, 6).flatmap(
    lambda questions: st.lists(
        st.lists(st.sampled_from([0.0, 1.0]), min_size=questions, max_size=questions), min_size=2
    )
)


def alpha(marks: list[list[float]]) -> float:
    """Cronbach's coefficient from the covariances, which KR-20 is for answers that are right or wrong."""
    columns = [list(column) for column in zip(*marks, strict=True)]
    count = len(columns)
    each = [[statistics.covariance(one, other) for other in columns] for one in columns]
    whole = sum(map(sum, each))
    return count / (count - 1) * (1 - sum(each[place][place] for place in range(count)) / whole)


@given(MARKS)
def test_the_reliability_is_that_of_the_covariances(marks: list[list[float]]) -> None:
    found = kr20(marks)
    if len({sum(row) for row in marks}) == 1:
        assert found is None
    else:
        assert found == pytest.approx(alpha(marks))


@given(st.lists(st.tuples(st.integers(0, 1), st.floats(0, 1).map(lambda share: round(share, 3))), min_size=2))
def test_the_correlation_is_that_of_the_standard_library(pairs: list[tuple[int, float]]) -> None:
    right, others = [float(first) for first, _ in pairs], [second for _, second in pairs]
    found = correlation(right, others)
    if len(set(right)) == 1 or len(set(others)) == 1:
        assert found is None
    else:
        assert found == pytest.approx(statistics.correlation(right, others))


def test_a_test_of_the_textbook() -> None:
    marks = [[float(place < right) for place in range(4)] for right in range(5)]

    assert kr20(marks) == pytest.approx(4 / 3 * (1 - 0.8 / 2))  # p q: .16 + .24 + .24 + .16; variance 2


def a_paper(name: str, *right: bool, seed: int | None = 7) -> Paper:
    return Paper(
        name,
        seed,
        tuple(
            Given(f"q{place}", f"Question {place}?", "yes", "yes" if each else f"no, says {name}", each, "war")
            for place, each in enumerate(right)
        ),
    )


def test_the_report_of_a_class() -> None:
    papers = [
        a_paper("Ada", True, True, True),
        a_paper("Ben", True, True, False),
        a_paper("Cem", True, False, False),
        a_paper("Dan", False, False, False),
        a_paper("Eve", False, True, True),
    ]
    found = report(papers, lambda _: "")
    by_stem = {each.stem: each for each in found.questions}

    assert found.learners == 5
    assert [each.difficulty for each in found.questions] == [0.4, 0.6, 0.6]
    assert by_stem["Question 0?"].discrimination == pytest.approx(
        statistics.correlation([1, 1, 1, 0, 0], [1, 0.5, 0, 0, 1])
    )
    assert {each.answer: each.others_right for each in by_stem["Question 2?"].drawn}["yes"] == pytest.approx(0.75)
    [exam] = found.exams
    assert (exam.seed, len(exam.papers), exam.questions) == (7, 5, 3)
    assert exam.mean == pytest.approx(8 / 15)
    assert [(each.topic, each.answers, each.right) for each in found.to_teach_again] == [("war", 15, 8)]


def test_of_each_learner_the_first_answer_to_a_question_counts() -> None:
    found = report([a_paper("Ada", False, seed=None), a_paper("Ada", True, seed=None)], lambda _: "")

    assert found.learners == 1
    assert [(each.learners, each.difficulty) for each in found.questions] == [(1, 0.0)]
    assert not found.exams


def test_a_paper_that_says_the_same_counts_once() -> None:
    one, again = (replace(a_paper("Ada", True, False), file=name) for name in ("a.json", "copy.json"))
    papers, doubtful = sort_out([one, again])

    assert papers == (one,)
    assert doubtful == (Doubtful(Doubt.SAME, "Ada", "copy.json", "a.json"),)
    assert told(*papers, doubtful=doubtful).count("Ada: copy.json and a.json say the same; it counts once.") == 1


def test_of_two_papers_of_one_examination_under_one_name_the_second_is_left_out_and_named() -> None:
    one, other = (replace(a_paper("Ada", right), file=name) for right, name in ((True, "a"), (False, "b")))
    papers, doubtful = sort_out([one, other, a_paper("Ben", True)])
    out = told(*papers, doubtful=doubtful)

    assert [each.pseudonym for each in papers] == ["Ada", "Ben"]
    assert "- Ada: b and a are two papers of one examination; b is left out. If these are two learners" in out
    assert "Ada: 1 of 1 right (100%)\n" in out


def test_two_examinations_may_have_one_seed() -> None:
    first = a_paper("Ada", True)
    second = Paper("Ada", 7, (Given("another", "Which?", "yes", "no", False),))
    papers, doubtful = sort_out([first, second])
    found = report(papers, lambda _: "")

    assert (papers, doubtful) == ((first, second), ())
    assert [(exam.seed, exam.questions, exam.mean) for exam in found.exams] == [(7, 1, 1.0), (7, 1, 0.0)]


def test_what_was_practised_later_is_added_and_other_answers_under_one_name_are_told() -> None:
    before, after = a_paper("Ada", True, seed=None), a_paper("Ada", True, False, seed=None)
    other = replace(a_paper("Ada", False, seed=None), file="b.json")

    assert sort_out([before, after]) == ((before, after), ())
    papers, doubtful = sort_out([before, after, other])
    found = report(papers, lambda _: "")

    assert (len(papers), [each.doubt for each in doubtful]) == (3, [Doubt.OTHERWISE])
    assert (found.learners, found.answers) == (1, 2)
    assert [(paper.right, len(paper.answers)) for paper in found.practised] == [(1, 2)]
    assert "answer some of the same questions otherwise" in told(*papers, doubtful=doubtful)


def test_each_learner_has_a_mark_the_time_it_took_and_what_was_left_out() -> None:
    answers = [
        Given("q1", "One?", "yes", "yes", True, seconds=100.0),
        Given("q2", "Two?", "yes", "", False, seconds=20.0),
        Given("q3", "Three?", "yes", "no", False, seconds=0.5),
    ]
    papers = [Paper("fox", 3, tuple(answers)), Paper("Ada", 3, tuple(each._replace(seconds=None) for each in answers))]
    document = report_document(report(papers, lambda _: ""), FilesTold(), str.capitalize, {}, 30)
    table = next(block for block in document.blocks if isinstance(block, Table))

    assert [[words(cell) for cell in row] for row in table.rows] == [
        ["Ada", "1", "3", "33", "", "2"],
        ["fox", "1", "3", "33", "2", "2"],
    ]
    both = "Ada: 1 of 3 right (33%); left out: 2\nfox: 1 of 3 right (33%), in 2 minutes; left out: 2\n"
    assert both in plain_text(document)


def test_a_question_is_to_be_looked_at_only_if_chance_does_not_explain_it() -> None:
    def asked(copies: int) -> str:
        unrelated = [("Ada", (1, 1, 1)), ("Ben", (0, 1, 1)), ("Cem", (1, 0, 0)), ("Dan", (0, 0, 0))]
        return told(*(a_paper(f"{name}{n}", *map(bool, row)) for n in range(copies) for name, row in unrelated))

    assert "look at it again" not in asked(2)
    assert asked(200).count("look at it again") == 1


def test_what_is_handed_in_is_read_back(tmp_path: Path) -> None:
    reviews = [
        a_review(1),
        a_review(2, item="other", chosen=(0,), credit=0.0),
        a_review(3, item="passed", chosen=(), credit=0.0),
        a_review(4, pack="another"),
    ]
    file = tmp_path / "ada.json"
    file.write_text("".join(written(reviews, "tiny", "Ada")), encoding="utf-8")
    paper = read(file, "tiny")

    assert paper.pseudonym == "Ada"
    assert paper.seed is None
    assert [(given.chosen, given.right) for given in paper.answers] == [
        ("Leon Trotsky", True),
        ("Karl Marx", False),
        ("", False),
    ]
    assert {given.key for given in paper.answers} == {"Leon Trotsky"}
    assert "s1" not in json.loads(file.read_text(encoding="utf-8")).values()


def test_an_examination_from_a_browser_is_read(tmp_path: Path) -> None:
    file = tmp_path / "ben.json"
    answer = {"question": "q1", "stem": "Who?", "key": "Lenin", "chosen": None, "right": False, "seconds": 3}
    head = {"format": FORMAT, "pack": "tiny", "pseudonym": "Ben", "exam seed": 12, "taken": "2026-05-01T10:00:00Z"}
    file.write_text(json.dumps({**head, "answers": [answer]}), encoding="utf-8")

    assert read(file, "tiny") == Paper("Ben", 12, (Given("q1", "Who?", "Lenin", "", False, seconds=3),), str(file))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "holds no JSON"),
        ("[]", "its format should be"),
        ('{"format": "trotskyism class results 1", "pack": "other"}', "not about “tiny”"),
        ('{"format": "trotskyism class results 1", "pack": "tiny", "pseudonym": "A"}', "a list of answers"),
        (
            '{"format": "trotskyism class results 1", "pack": "tiny", "pseudonym": "A", "answers": [{"stem": "?"}]}',
            "answer 1 lacks",
        ),
        ('{"format": "trotskyism class results 1", "pack": "tiny", "pseudonym": " ", "answers": []}', "whose it is"),
    ],
)
def test_what_is_no_paper_is_told_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "odd.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(AppError, match=told) as error:
        read(file, "tiny")
    assert str(file) in str(error.value)


def test_a_question_that_tells_nothing_has_no_discrimination() -> None:
    [question] = report([a_paper(name, True, seed=None) for name in "ABCDE"], lambda _: "").questions

    assert question.discrimination is None
    assert every(math.isnan(each.others_right) for each in question.drawn)


def told(*papers: Paper, doubtful: tuple[Doubtful, ...] = ()) -> str:
    passages = {"q0": Passage("letter", "We are most deeply convinced that to rise today", "(A letter)")}
    return plain_text(
        report_document(report(papers, lambda _: ""), FilesTold(doubtful=doubtful), str.capitalize, passages, 30)
    )


def test_what_went_badly_is_named_though_there_are_few_answers() -> None:
    out = told(a_paper("Ada", False, False), a_paper("Ben", True, False))

    assert "too few to be sure. The lowest so far:\n- War: 1 of 4 answers right" in out
    assert "Nothing" not in out


def test_nothing_is_to_be_taught_again_only_where_all_went_well() -> None:
    assert "Nothing: of every topic, six in ten" in told(a_paper("Ada", True, True), a_paper("Ben", True, False))
    assert "Nothing: no answer names a topic" in told(Paper("Ada", None, (Given("q", "Who?", "I", "I", True),)))
    assert "again:\n- War: 0 of 10 answers right" in told(*(a_paper(name, False) for name in "ABCDEFGHIJ"))


def test_what_others_had_right_is_explained_once_and_a_passage_named() -> None:
    out = told(a_paper("Ada", False, False), a_paper("Ben", True, False))

    assert out.count("of all other questions") == 1
    assert "1) Question 1?\n  0% of 2 learners right\n  1 × no, says Ada  (0%)\n  1 × no, says Ben  (100%)\n" in out
    assert "(100%)\n  0 × yes (right)\n" in out
    assert "  1 × yes (right)  (0%)\n" in out
    assert "2) Question 0?\n  On “We are most deeply convinced that" in out


def test_an_exam_with_a_seed_is_a_paper_of_its_own_in_what_is_handed_in(tmp_path: Path) -> None:
    reviews = [
        a_review(1, session="quiz-0a"),
        *(a_review(number, item=f"q{number}", session=f"{exam_with(7)}-0b") for number in (2, 3)),
        a_review(4, item="q4", session="exam-0c"),  # drawn by chance: nobody else sat it
    ]
    file = tmp_path / "ada.json"
    file.write_text("".join(written(reviews, "tiny", "Ada")), encoding="utf-8")
    papers = parted(read(file, "tiny"))

    assert {paper.seed: len(paper.answers) for paper in papers} == {None: 2, 7: 2}
    assert {paper.pseudonym for paper in papers} == {"Ada"}
    assert "0b" not in file.read_text(encoding="utf-8")


def test_a_paper_of_one_examination_stays_whole() -> None:
    paper = a_paper("Ada", True, False)

    assert parted(paper) == (paper,)
    assert parted(replace(paper, answers=())) == (replace(paper, answers=()),)
