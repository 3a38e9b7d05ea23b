"""`stats` and `history` as a user runs them, and what other commands tell of progress."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.every_for_tests import none
from tests.learner_for_tests import NOW, learner
from tests.reviews_for_tests import a_review
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.record.log import open_log

SMALL = str(Path(__file__).parent.parent / "packs" / "french-revolution")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of somebody who has learnt until now."""
    folder, late = tmp_path / "data", datetime.now(UTC) - NOW
    reviews, memories = learner()
    with open_log(folder, "french-revolution") as log:
        *earlier, last = (each._replace(time=each.time + late) for each in reviews)
        log.merge(earlier)
        log.keep(
            last, {fact: each._replace(last=each.last + late, due=each.due + late) for fact, each in memories.items()}
        )
    return folder


def test_an_empty_log_says_how_to_begin_and_makes_no_file(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "none"
    for command in ("stats", "history"):
        shown = run("--pack", SMALL, "--data-dir", str(folder), command)
        assert shown.code == 0
        assert f" --data-dir {folder} quiz -n 5" in shown.out

    assert run("--pack", SMALL, "--data-dir", str(folder), "history", "--json").out == "[]\n"
    assert json.loads(run("--pack", SMALL, "--data-dir", str(folder), "stats", "--json").out)["days"] == []
    assert "due" not in run("--pack", SMALL, "--data-dir", str(folder)).out
    assert "You know" not in run("--pack", SMALL, "--data-dir", str(folder), "show", "marat").out
    assert not folder.exists()


def test_statistics_are_shown_and_read(run: Run, data: Path) -> None:
    words = ("--pack", SMALL, "--data-dir", str(data), "stats")
    shown, record = run(*words).out, json.loads(run(*words, "--json").out)

    assert shown.startswith("The French Revolution (progress)\nRight: 438 of 533 answers (82%), on ")
    assert record["total"]["right"] == 438
    for width in ("80", "40"):
        drawn = run(*words, FORCE_COLOR="1", COLUMNS=width).out
        assert "█ known" in drawn


def test_statistics_of_a_chapter_and_of_none(run: Run, data: Path) -> None:
    words = ("--pack", SMALL, "--data-dir", str(data), "stats")

    assert run(*words, "revolution").out.startswith("The Revolution (progress)\n")
    wrong = run(*words, "gardening")
    assert wrong.code == 1
    chapters = f"trotskyism {' '.join(words[:-1])} summary"
    assert wrong.err == f"There is no chapter “gardening”. See the chapters: {chapters}\n"


def test_of_a_chapter_without_answers_statistics_say_how_to_begin(run: Run, tmp_path: Path) -> None:
    words = ("--data-dir", str(tmp_path))
    run(*words, "quiz", "legend", "-n", "2", "--seed", "1", given="1\n1\n")

    assert "Right: " in run(*words, "stats", "legend").out
    other = run(*words, "stats", "bourgeois-revolution").out
    assert "Nothing answered yet. Begin with five questions: " in other
    assert "0 of 0" not in other


def test_one_day_makes_no_calendar_and_a_few_answers_no_bars(run: Run, tmp_path: Path) -> None:
    words = ("--data-dir", str(tmp_path))
    run(*words, "quiz", "-n", "4", "--seed", "1", given="1\n1\n1\n1\n")
    told = run(*words, "stats").out

    assert "Right: " in told
    assert none(each in told for each in ("Answers a day", "Streak", "Right, by chapter", "Right, by kind"))


def test_a_picture_and_a_page_are_written_but_not_over_others(run: Run, data: Path, tmp_path: Path) -> None:
    picture, page = tmp_path / "p.svg", tmp_path / "p.html"
    words = ("--pack", SMALL, "--data-dir", str(data), "stats", "--svg", str(picture), "--html", str(page))
    first = run(*words)

    assert first.code == 0
    assert first.out == ""
    assert picture.read_text().startswith("<svg")
    assert "438 of 533 answers" in page.read_text()
    assert run(*words).code == 2
    assert run(*words, "--force").code == 0


def test_sessions_are_listed_and_opened(run: Run, data: Path) -> None:
    words = ("--pack", SMALL, "--data-dir", str(data), "history")
    every = json.loads(run(*words, "--json").out)
    one = json.loads(run(*words, "3", "--json").out)

    assert [each["number"] for each in every] == list(range(1, 91))
    assert one["answers"] == len(one["reviews"]) == every[2]["answers"]
    head, latest, *_ = run(*words).out.splitlines()
    told = dict(zip(head.split("\t"), latest.split("\t"), strict=True))
    assert told["Session"] == "90"
    assert datetime.fromisoformat(told["Begun"]) == datetime.fromisoformat(every[-1]["begin"]).replace(microsecond=0)
    assert (int(told["Right"]), int(told["Answers"])) == (every[-1]["right"], every[-1]["answers"])
    assert run(*words, "3").out.startswith("Session 3 (history)\n")
    beyond = run(*words, "91")
    assert beyond.code == 1
    further = f"See all of them: trotskyism {' '.join(words)}\n"
    assert beyond.err == f"There is no session 91; the last one is number 90. {further}"


def test_a_card_says_what_the_learner_knows_of_it_and_its_json_does_not(run: Run, data: Path) -> None:
    words = ("--pack", SMALL, "--data-dir", str(data), "show", "marat")

    assert "\nYou know " in run(*words, FORCE_COLOR="1").out
    assert "You know" not in run(*words).out  # a pipe says the same to everybody
    assert run(*words, "--json").out == run("--pack", SMALL, "show", "marat", "--json").out


def test_a_look_up_survives_a_damaged_file(run: Run, data: Path) -> None:
    path_in(data).write_bytes(b"nonsense" * 1000)
    shown = run("--pack", SMALL, "--data-dir", str(data), "show", "marat")

    assert shown.code == 0
    assert "You know" not in shown.out
    assert run("--pack", SMALL, "--data-dir", str(data)).code == 0
    assert run("--pack", SMALL, "--data-dir", str(data), "stats").code == 1


def test_the_overview_counts_the_facts_that_a_study_session_would_ask_for(run: Run, tmp_path: Path) -> None:
    then = datetime.now(UTC) - timedelta(days=10)
    once = {review.facts: review._replace(time=then) for review in learner()[0]}
    with open_log(tmp_path, "french-revolution") as log:
        log.merge(once.values(), remembered)
    words = ("--pack", SMALL, "--data-dir", str(tmp_path))
    plan = json.loads(run(*words, "study", "--plan", "--json").out)
    due = sum(each["reason"] == "due" for each in plan["questions"])
    told = re.search(r"(\d+) (?:of the \d+ )?facts (?:are )?due", run(*words).out)

    assert told
    assert 0 < due <= int(told[1]), "a question may ask for several"
    assert f"{told[1]} of the " in told[0] or "facts are due today" in run(*words).out


@pytest.mark.parametrize("answers", [4, 5])
def test_a_quiz_says_how_the_last_one_on_its_chapter_went_if_there_is_enough_to_compare(
    run: Run, data: Path, answers: int
) -> None:
    with open_log(data, "french-revolution") as log:
        last = list(log.reviews())[-1]
        late = timedelta(minutes=1)
        changed = last._replace(session="x", topic="revolution", credit=1.0, time=last.time + late)
        log.merge([changed._replace(id=f"x{number}") for number in range(5)])
    words = ("--pack", SMALL, "--data-dir", str(data), "quiz", "revolution", "-n", str(answers))
    ended = run(*words, given="?\n" * answers)

    told, score = ended.out.splitlines()[-2:]
    assert told.startswith("Last time on “The Revolution”, ") == (answers == 5)
    assert told.endswith(": 5/5 (100%); now 100 points fewer.") == (answers == 5)
    assert score == f"Score: 0/{answers} (0%)"


def test_history_tells_quiz_exam_and_study_apart(run: Run, tmp_path: Path) -> None:
    words = ("--data-dir", str(tmp_path))
    run(*words, "quiz", "-n", "1", given="1\n")
    run(*words, "quiz", "-n", "1", "--exam", given="1\n")
    run(*words, "study", "--new", "1", "--test", given="?\nq\n")
    sessions = json.loads(run(*words, "history", "--json").out)

    assert [each["kind"] for each in sessions] == ["quiz", "exam", "study"]
    assert [row.split("\t")[2] for row in run(*words, "history").out.splitlines()[1:]] == ["study", "exam", "quiz"]


@pytest.mark.parametrize("words", [("stats",), ("history",), ("quiz", "-n", "1"), ("study", "--plan")])
def test_answers_about_another_pack_under_the_same_id_are_told_of(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = tmp_path / "data"
    with open_log(folder, "french-revolution") as log:
        for number in range(3):
            log.append(a_review(number, pack="french-revolution", facts=(f"bread.{number}",)), remembered)
    shown = run("--pack", SMALL, "--data-dir", str(folder), *words, given="1\n")

    assert "that you answered under the id “french-revolution”, 3 are not in this pack." in " ".join(shown.err.split())
    if words == ("stats",):
        assert "Right: " not in shown.out, "they are no answers about this pack"


def test_of_the_learner_of_a_pack_nothing_is_said(run: Run, data: Path) -> None:
    for command in ("stats", "history"):
        assert "are not in this pack" not in run("--pack", SMALL, "--data-dir", str(data), command).err
