"""`study` as a user runs it: piped, with its plan and its outlook, and with progress that is kept."""

import json
import re
import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.every_for_tests import every, none
from tests.items_for_tests import an_item
from tests.learning.recall.test_schedule import a_review
from trotskyism_cli.items.model import Item
from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.recall.schedule import remembered
from trotskyism_cli.learning.record.log import open_log
from trotskyism_cli.learning.study.supply import Supply
from trotskyism_cli.library.library import open_library
from trotskyism_cli.library.questions.answer_text import overlaps
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.document import Document, Paragraph
from trotskyism_cli.screen.lines import wrapped
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.questions.lesson import AROUND, Room, lesson_pages

SMALL = str(Path(__file__).parent.parent / "packs" / "french-revolution")


def reviews_in(folder: Path) -> list[str]:
    with open_log(folder, "french-revolution") as log:
        return [review.id for review in log.reviews()]


def test_a_session_keeps_what_was_answered_and_says_what_comes_next(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = run("--pack", SMALL, "--data-dir", str(data), "study", "--new", "8", given="1\n1\n1\nq\n")

    assert first.code == 0
    assert "1/8\n" in first.out
    assert "come back: " in first.out
    assert first.out.splitlines()[-1].startswith("Score: ")
    assert len(reviews_in(data)) == 3


def test_a_sitting_ends_at_its_number_and_says_how_to_go_on(run: Run, tmp_path: Path) -> None:
    words = ("--data-dir", str(tmp_path), "study", "--minutes", "3")
    ended = run(*words, given="?\n" * 40)
    heads = re.findall(r"^(\d+)/(\d+)(  .*)?$", ended.out, re.MULTILINE)
    announced = re.search(r"turns\. (\d+) questions, about 3 minutes; what you miss comes once more", ended.out)

    assert announced is not None
    assert heads[0][:2] == ("1", announced[1])
    again = [head for head in heads if head[2]]
    assert {head[2].strip() for head in again} == {"once more, as you missed it"}
    assert len(heads) == int(heads[-1][1]) == int(announced[1]) + len(again)
    assert "This sitting is done. To go on now: trotskyism " in ended.out
    assert "This sitting is done." not in run(*words, given="?\nq\n").out, "who leaves knows"


def test_what_was_read_a_moment_ago_is_not_new_in_the_next_sitting(run: Run, tmp_path: Path) -> None:
    words = ("--data-dir", str(tmp_path), "study", "--minutes", "8")
    card = re.compile(r"^(.+) \((new|more of it)\)$", re.MULTILINE)
    sittings = [card.findall(run(*words, given="1\n" * 60).out) for _ in range(3)]
    met: set[str] = set()
    for cards in sittings:
        assert not [name for name, tag in cards if tag == "new" and name in met]
        met |= {name for name, _ in cards}
    assert [tag for cards in sittings for _, tag in cards].count("more of it") > 1


def test_leaving_at_once_keeps_nothing_and_asks_the_same_again(run: Run, tmp_path: Path) -> None:
    words = ("--pack", SMALL, "--data-dir", str(tmp_path), "study")
    first, second = run(*words, given="q\n"), run(*words, given="")

    assert first.out.splitlines()[1] == second.out.splitlines()[1]
    assert first.out.count("No question was answered") == 1
    assert reviews_in(tmp_path) == []


def test_u_takes_an_answer_back_and_the_log_keeps_the_correction(run: Run, tmp_path: Path) -> None:
    ended = run("--pack", SMALL, "--data-dir", str(tmp_path), "study", given="u\n?\nu\nq\n")

    assert "There is no answer to take back." in ended.out
    assert "Taken back: your answer to" in ended.out
    assert ended.out.count("No question was answered") == 1
    assert reviews_in(tmp_path) == []
    with open_log(tmp_path, "french-revolution") as log:
        assert len(list(log.every())) == 2
        assert log.memories() == {}


def test_a_new_fact_is_shown_then_asked_once(run: Run, tmp_path: Path) -> None:
    ended = run("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--new", "1", given="?\n?\nq\n")

    assert ended.out.index(" (new)\n") < ended.out.index("1/1\n")
    assert ended.out.splitlines()[-1] == "Score: 0/1 (0%)"


def test_the_plan_and_the_sitting_give_one_number(run: Run) -> None:
    planned = json.loads(run("study", "--plan", "--json", "--minutes", "6").out)["questions"]
    asked = run("study", "--minutes", "6", given="q\n").out

    assert len(planned) == 9
    assert f"1/{len(planned)}\n" in asked


def test_who_was_there_before_is_told_one_number_too(run: Run, tmp_path: Path) -> None:
    study = ("--data-dir", str(tmp_path), "study")
    for _ in range(3):
        run(*study, given="1\n" * 60)
        planned = json.loads(run(*study, "--plan", "--json").out)["questions"]

        assert f"1/{len(planned)}\n" in run(*study, given="q\n").out


@pytest.mark.parametrize("words", [(), ("--minutes", "3"), ("--new", "4"), ("--topic", "legend")])
def test_the_plan_has_the_questions_of_the_sitting_in_their_order(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    study = ("--data-dir", str(tmp_path), "study", *words)
    for _ in range(2):  # of a newcomer, and of who was there before
        planned = [each["stem"] for each in json.loads(run(*study, "--plan", "--json").out)["questions"]]
        shown = run(*study, given="?\n" * 100).out
        asked = re.findall(r"^\d+/\d+\n+(?:.*\n\n)?(.*)$", shown, re.MULTILINE)  # without what comes once more

        once_more = shown.count("once more, as you missed it")  # which may ask what was planned, and make room for more
        as_planned = [each for each in asked if each in planned]

        assert len(asked) + once_more >= len(planned) > 0
        assert as_planned == [each for each in planned if each in asked]
        assert len(asked) - len(as_planned) <= once_more


def told_lesson(pack: Pack, fact: str, *, again: bool = False, asked: Item | None = None) -> str:
    [page] = lesson_pages(pack, fact, again=again, asked=asked)
    return plain_text(page)


def test_a_card_tells_the_answer_of_the_question_that_follows(built_in: Pack) -> None:
    stem = "Who chose most of the deputies to the soviets in the Revolution of 1905?"
    options = ("The tsar", "The Duma", "The workers of each factory")
    asked = an_item(stem=stem, options=options, answer=(2,))
    told = told_lesson(built_in, "revolution-of-1905.soviets", asked=asked)
    known = asked._replace(options=("The soviets", "The zemstvos"), answer=(0,))

    assert told.endswith(f"You will be asked: {stem} The workers of each factory.\n")
    assert "You will be asked" not in told_lesson(built_in, "revolution-of-1905.soviets", asked=known)


@pytest.mark.parametrize("fact", ["trotsky.joined-bolsheviks", "assassination-of-trotsky.date", "comintern.founded"])
def test_what_is_to_be_learnt_is_marked(built_in: Pack, fact: str) -> None:
    [page] = lesson_pages(built_in, fact)
    spans = [span for block in page.blocks if isinstance(block, Paragraph) for span in block.line]
    marked = "".join(span.text for span in spans if span.style == "strong")

    assert overlaps(marked, fact_sentence(built_in, built_in.facts[fact]))
    assert len(marked) < len("".join(span.text for span in spans)) * 2 / 3


def test_a_lesson_says_nothing_twice(built_in: Pack) -> None:
    date = "assassination-of-trotsky.date"
    told = told_lesson(built_in, date)

    assert fact_sentence(built_in, built_in.facts[date]) not in told
    assert built_in.entries["assassination-of-trotsky"].summary in told
    assert fact_sentence(built_in, built_in.facts[date]) in told_lesson(built_in, date, again=True)


def test_a_lesson_is_told_whole_on_screens_that_it_fits_on(built_in: Pack) -> None:
    for fact in ("trotsky.joined-bolsheviks", "left-opposition.founded", "world-revolution.definition"):
        entry = built_in.entries[fact.partition(".")[0]]
        whole = " ".join(told_lesson(built_in, fact).split())
        for columns, lines in ((40, 24), (80, 24), (60, 12), (40, 16)):
            pages = lesson_pages(built_in, fact, room=Room(columns, lines))
            drawn = [wrapped(plain_text(page), columns).strip("\n").split("\n") for page in pages]
            assert every(1 < len(page) <= lines - AROUND for page in drawn), (fact, columns)
            text = " ".join(" ".join(line for page in drawn for line in page[1:]).split())
            assert whole.split(" (new) ")[1] == text, (fact, columns, lines)
        assert entry.significance in whole


def test_who_somebody_was_stands_before_what_he_did(built_in: Pack) -> None:
    told = told_lesson(built_in, "trotsky.joined-bolsheviks")

    assert told.index(built_in.entries["trotsky"].summary[:30]) < told.index("1917")


def test_what_of_a_summary_repeats_the_fact_is_left_out(built_in: Pack) -> None:
    told = told_lesson(built_in, "comintern.founded")

    assert told.splitlines()[1].startswith("World union of Communist parties"), "what it is comes first"
    assert "The Trotskyists wanted to reform it from within" in told


def test_a_card_begins_with_what_it_is_and_no_pronoun_stands_alone(built_in: Pack) -> None:
    leaning = re.compile(r"(?:In [\d–]+ )?(?:He|She|It|They|he|she|it|they)\b")
    cards = 0
    for entry in built_in.entries.values():
        sentences = re.split(r"(?<=[.!?]) (?=[A-Z])", entry.summary)
        for fact in entry.facts:
            text = "\n".join(page_text(page) for page in lesson_pages(built_in, fact.id))
            assert not leaning.match(text), (fact.id, text)
            for before, each in pairwise(sentences):
                if leaning.match(each) and each in text:
                    cards += 1
                    assert before in text or text.startswith(fact_sentence(built_in, fact)), (fact.id, each)
    assert cards > 100


def page_text(page: Document) -> str:
    """What a card says, without its title."""
    return plain_text(page).partition("\n")[2]


def test_the_card_of_permanent_revolution_says_what_that_is(built_in: Pack) -> None:
    told = told_lesson(built_in, "permanent-revolution.cannot-hold-out").splitlines()

    assert told[1].startswith(built_in.entries["permanent-revolution"].summary[:60])


def test_a_course_begins_with_what_one_must_know(run: Run, built_in: Pack) -> None:
    planned = [each["fact"] for each in json.loads(run("study", "--plan", "--json").out)["questions"]]

    assert {built_in.facts[fact].importance for fact in planned} == {3}
    assert len(planned) > 10
    assert {*planned} <= {*built_in.course[: len(planned) + 3]}


def test_who_knows_much_is_asked_at_once(run: Run, tmp_path: Path) -> None:
    ended = run("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--new", "1", "--test", given="?\n")

    assert ended.out.startswith("1/1\n")


def test_a_chapter_is_read_then_asked(run: Run, tmp_path: Path) -> None:
    ended = run("--pack", SMALL, "--data-dir", str(tmp_path), "study", "terror", given="q\n")

    assert ended.code == 0
    assert "No question was answered; nothing has changed." in ended.out
    assert ended.out.startswith("Reign of Terror (to read first)\nAn event of the Revolution.\n\nThe Revolution:\n")
    assert "Reign of Terror (more of it)" in ended.out.split("Now ")[1].splitlines()[2]


def test_who_studies_a_name_reads_and_is_asked_about_it_first(run: Run, tmp_path: Path) -> None:
    words = ("--data-dir", str(tmp_path), "study", "pablo")
    told, _, cards = run(*words, given="q\n").out.partition("Now ")
    asked = json.loads(run(*words, "--plan", "--json").out)["questions"]

    assert told.startswith("Michel Pablo (to read first)\nSecretary of the Fourth International")
    assert "The split of 1953:" in told
    assert "Hitler" not in told
    assert "Pablo" in cards.splitlines()[3]
    assert "1953" in cards.splitlines()[3]
    assert asked[0]["fact"] == "split-of-1953.date"  # of which he was the cause
    assert every("Pablo" in each["stem"] for each in asked[1:4])


def test_what_the_answers_tell_of_the_memory(run: Run, tmp_path: Path) -> None:
    learn(tmp_path, "danton.born")
    told = run("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--model").out

    assert told.startswith("Your memory (1 answer)\nThere is too little to tell yet")
    assert "after 7 days: " not in told, "there is nothing of the learner's own to draw"


def test_nothing_due_says_when_the_next_is(run: Run, tmp_path: Path) -> None:
    words = ("--pack", SMALL, "--data-dir", str(tmp_path), "study")
    assert run(*words, "--new", "0").out == "Nothing is due, and there is nothing new to learn here.\n"
    learn(tmp_path, "marat.born", days_ago=0)

    assert "Nothing is due. The next fact is due " in run(*words, "--new", "0").out


def learn(folder: Path, fact: str, days_ago: int = 10, wrong: int = 0, **values: object) -> None:
    """A fact answered right once, and wrong on as many later days."""
    now = datetime.now(UTC)
    with open_log(folder, "french-revolution") as log:
        for number in range(wrong + 1):
            right = number == 0
            time = now - (days_ago + wrong - number) * DAY
            review = a_review(
                right=right, id=f"{fact}{number}", facts=(fact,), pack="french-revolution", time=time, **values
            )
            log.append(review, remembered)


def test_the_plan_says_what_would_be_asked_and_why(run: Run, tmp_path: Path) -> None:
    learn(tmp_path, "danton.born")
    words = ("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--plan", "--new", "2")
    told, read = run(*words), run(*words, "--json")
    questions = json.loads(read.out)["questions"]

    assert "(1 due, 2 new)" in told.out
    assert "you remember it with a chance of" in told.out
    assert re.search(r"^The chances are by what your answers show of your memory: .* --model$", told.out, re.MULTILINE)
    assert sorted(each["reason"] for each in questions) == ["due", "new", "new"]
    [due] = [each for each in questions if each["reason"] == "due"]
    assert due["fact"] == "danton.born"
    assert 0 < due["recall"] < 0.9
    assert every(each["stem"] in told.out for each in questions)
    assert len(reviews_in(tmp_path)) == 1, "a plan asks nothing"


def test_in_a_plan_each_row_says_why_or_none_does(run: Run, tmp_path: Path) -> None:
    words = ("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--plan", "--new", "3")
    all_new = run(*words).out.splitlines()
    learn(tmp_path, "danton.born")
    mixed = run(*words).out.splitlines()

    assert all_new[1].startswith("All of it is new to you")
    assert none(row.startswith("  ") for row in all_new)
    numbered = [place for place, row in enumerate(mixed) if re.match(r"\d+\) ", row)]
    assert len(numbered) == 4
    assert every(mixed[place + 1].startswith(("  new to you", "  due ")) for place in numbered)


def test_a_card_counts_the_facts_that_can_be_asked(run: Run, tmp_path: Path) -> None:
    learn(tmp_path, "danton.born")
    words = ("--pack", SMALL, "--data-dir", str(tmp_path))
    run(*words, "study", "--plan")  # then it is known what can be asked
    supply = Supply(open_library(Path(SMALL)))
    asked = [each.fact for each in supply.askables if each.fact.startswith("danton.")]

    assert f"You know 0 of {len(asked)} facts here, 1 due." in run(*words, "show", "danton", FORCE_COLOR="1").out


def test_what_was_read_first_does_not_come_again_as_a_card(run: Run, built_in: Pack) -> None:
    told = run("study", "left", "opposition", given="q\n").out

    assert told.count(built_in.entries["left-opposition"].summary.partition(".")[0]) == 1


def test_a_fact_that_keeps_failing_is_named_with_what_it_is_taken_for(run: Run, tmp_path: Path) -> None:
    learn(tmp_path, "danton.born", wrong=5)
    ended = run("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--plan", "--new", "0")

    assert "Facts you keep getting wrong:" in ended.out
    assert "you answered 1750 instead of 1743 (5 times)" in ended.out
    assert ended.out.index("\n1) ") < ended.out.index("Facts you keep getting wrong:")
    assert "you keep getting it wrong, so it is asked in another way each time" in ended.out


def test_after_a_fact_that_keeps_failing_both_are_shown_side_by_side(run: Run, tmp_path: Path) -> None:
    people = ("Georges Danton", "Jean-Paul Marat", "Maximilien Robespierre")
    learn(tmp_path, "danton.born", wrong=5, options=people, chosen=(1,), key=(0,))
    words = ("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--new", "0")
    ended = run(*words, given="1\n" * 3)

    assert "You keep taking one for the other:" in ended.out
    assert "What you said, 5 times: Jean-Paul Marat. " in ended.out


def test_the_outlook_on_an_exam(run: Run, tmp_path: Path) -> None:
    day = (date.today() + timedelta(days=30)).isoformat()  # noqa: DTZ011
    words = ("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--exam", day)
    told, outlook = run(*words), json.loads(run(*words, "--json").out)

    assert "questions a day" in told.out
    assert "nine times in ten" in told.out
    assert outlook["exam"] == day
    assert 29 <= len(outlook["days"]) <= 31
    assert outlook["whole"]["low"] < outlook["whole"]["share"] <= outlook["whole"]["high"]
    assert sum(each["facts"] for each in outlook["topics"]) == outlook["whole"]["facts"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--exam", "soon"), "is no date"),
        (("--exam", "2001-01-01"), "must be after today"),
        (("--exam", "9999-01-01"), "more than ten years"),
        (("--exam", "2030-01-01", "--plan"), "ask for one"),
        (("--json",), "--json goes with"),
        (("--new", "-1"), "--new"),
        (("--minutes", "0"), "--minutes"),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    ended = run("--pack", SMALL, "--data-dir", str(tmp_path), "study", *words)

    assert ended.code == 2
    assert said in ended.err


def test_an_unknown_chapter_is_not_found(run: Run, tmp_path: Path) -> None:
    ended = run("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--topic", "botany")

    assert ended.code == 1
    assert "There is no chapter “botany”" in ended.err


def test_only_the_chapter_named_is_asked(run: Run, tmp_path: Path) -> None:
    words = ("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--plan", "--json", "--minutes", "120")
    every, some = (json.loads(run(*words, *more).out)["questions"] for more in ((), ("--topic", "terror")))

    assert 0 < len(some) < len(every)


def test_with_a_damaged_file_of_progress_study_goes_on_and_leaves_it_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "progress.sqlite3"
    file.write_bytes(b"this is no database" * 300)
    ended = run("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--new", "2", given="1\n1\n")

    assert ended.code == 0
    assert ended.out.splitlines()[-1].startswith("Score: ")
    assert "Nothing that you answer now is kept." in ended.err
    assert file.read_bytes() == b"this is no database" * 300


def test_without_a_place_to_keep_progress_study_goes_on(run: Run) -> None:
    ended = run("--pack", SMALL, "--data-dir", "/proc/no-such-place", "study", "--new", "1", given="1\nq\n")

    assert ended.code == 0
    assert ended.err.count("Nothing that you answer now is kept.") == 1


def test_the_file_of_progress_is_a_sound_database(run: Run, tmp_path: Path) -> None:
    run("--pack", SMALL, "--data-dir", str(tmp_path), "study", given="1\n2\n3\n")
    with sqlite3.connect(tmp_path / "progress.sqlite3") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_was_looked_up_lately_is_asked_until_it_is_known(run: Run, tmp_path: Path) -> None:
    words = ("--pack", SMALL, "--data-dir", str(tmp_path))
    run(*words, "show", "danton")
    assert not list(tmp_path.iterdir()), "who does not study leaves no trace"
    learn(tmp_path, "marat.born", days_ago=1)
    assert "Nothing that you looked up" in run(*words, "study", "--looked-up").out

    run(*words, "show", "danton")
    plan = json.loads(run(*words, "study", "--looked-up", "--plan", "--json").out)
    asked = run(*words, "study", "--looked-up", given="?\n").out

    assert plan
    assert "danton" in json.dumps(plan).casefold()
    assert "100%" not in run(*words, "study", "--looked-up", "--plan").out
    assert "1/" in asked


def test_twenty_questions_find_the_level_of_somebody_who_begins(run: Run) -> None:
    said = run("study", "--test", given="1\n" * 30).out

    assert "1/20" in said
    assert "20/20" in said
    assert "Your level: " in said
    assert "what everybody should know" in said


def test_who_begins_is_told_of_the_questions_that_find_the_level(run: Run) -> None:
    assert "study --test" in run("study", "--minutes", "1", given="q\n").out


def test_what_was_looked_up_is_offered(run: Run, tmp_path: Path) -> None:
    words = ("--pack", SMALL, "--data-dir", str(tmp_path))
    run(*words, "study", "--new", "1", given="1\nq\n")
    run(*words, "show", "robespierre")

    said = run(*words, "study", given="q\n").out
    assert "You looked up Maximilien Robespierre. To learn that first: " in said
    assert "study --looked-up" in said


def test_the_day_of_an_exam_is_the_horizon(run: Run, tmp_path: Path) -> None:
    words = ("--pack", SMALL, "--data-dir", str(tmp_path), "study", "--plan")
    assert run(*words, TROTSKYISM_EXAM=f"{date.today() + timedelta(days=9)}").code == 0  # noqa: DTZ011  the program's
    wrong = run(*words, TROTSKYISM_EXAM="soon")
    assert wrong.code == 2
    assert "TROTSKYISM_EXAM" in wrong.err


BEFORE_A_QUESTION = """
import sys
import trotskyism_cli.cli.actions.study
from trotskyism_cli.screen.keys.without_openssl import without_openssl
with without_openssl():
    import trotskyism_cli.screen.questions.quiz_terminal
print(*sorted(sys.modules))
import ssl  # whoever wants it afterwards has it
"""


def test_a_first_question_waits_for_nothing_that_is_told_later() -> None:
    done = subprocess.run([sys.executable, "-c", BEFORE_A_QUESTION], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "trotskyism_cli.learning.study.study" in loaded
    later = {
        "yaml",
        "rich",
        "statistics",
        "trotskyism_cli.pack.reading.reader",
        "trotskyism_cli.screen.questions.feedback",
    }
    later |= {"trotskyism_cli.learning.record.arrivals", "trotskyism_cli.learning.progress.mistakes"}
    later |= {"typer", "click", "ssl"}
    assert not loaded & (later | {"trotskyism_cli.pack.model", "trotskyism_cli.library.records"})
