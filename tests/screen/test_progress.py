"""Progress is drawn so that a glance tells it, wide and narrow, with and without colour, and in words."""

import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest
from rich.console import Console

from tests.every_for_tests import every
from tests.golden_for_tests import check
from tests.learner_for_tests import CHAPTERS, NOW, PACK, learner
from tests.reviews_for_tests import a_review
from trotskyism_cli.items.model import Response
from trotskyism_cli.learning.answering.session import Result
from trotskyism_cli.learning.progress.history import past_sessions
from trotskyism_cli.learning.progress.statistics import survey
from trotskyism_cli.learning.review import Review
from trotskyism_cli.pack.question import Pair, Question
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.output.sharing import page, svg
from trotskyism_cli.screen.output.terminal import THEME, show
from trotskyism_cli.screen.progress.charts import Part, calendar, share_bar
from trotskyism_cli.screen.progress.charts import bars as drawn_bars
from trotskyism_cli.screen.progress.history import compared, history_document, session_document
from trotskyism_cli.screen.progress.machine_progress import session_record, statistics_record
from trotskyism_cli.screen.progress.statistics import fact_words, nothing_yet, statistics_document

GOLDEN = Path(__file__).parent / "golden"
TODAY = NOW.date()
REVIEWS, MEMORIES = learner()
FOUND = survey(REVIEWS, MEMORIES, CHAPTERS, NOW, UTC)
SESSIONS = past_sessions(REVIEWS)
SCREENS = {
    "statistics": statistics_document(PACK, FOUND, TODAY, PACK.name),
    "statistics-first-day": statistics_document(
        PACK, survey(REVIEWS[:3], {}, CHAPTERS, REVIEWS[2].time, UTC), REVIEWS[2].time.date(), PACK.name
    ),
    "history": history_document(PACK, SESSIONS[-6:], UTC),
    "session": session_document(PACK, SESSIONS[-2], UTC),
    "nothing": nothing_yet(PACK.name),
}


def drawn(document: Document, width: int, *, colour: bool = False) -> str:
    target = io.StringIO()
    console = Console(
        file=target,
        theme=THEME,
        markup=False,
        highlight=False,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
    )
    show(document, console)
    return target.getvalue()


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("colour", [False, True], ids=["plain-ink", "colour"])
def test_the_screens_are_those_that_were_looked_at(name: str, width: int, colour: bool) -> None:
    check(GOLDEN / f"{name}-{width}{'-colour' if colour else ''}.txt", drawn(SCREENS[name], width, colour=colour))


@pytest.mark.parametrize("name", SCREENS)
def test_the_words_are_those_that_were_looked_at(name: str) -> None:
    check(GOLDEN / f"{name}-words.txt", plain_text(SCREENS[name]))


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("width", [40, 59, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    assert max(map(len, drawn(SCREENS[name], width).splitlines())) <= width


def test_colour_adds_nothing_that_is_not_there_without() -> None:
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", drawn(SCREENS["statistics"], 80, colour=True))

    assert coloured == drawn(SCREENS["statistics"], 80)


def test_plain_words_draw_nothing() -> None:
    assert not set(plain_text(SCREENS["statistics"])) & set("█▒░▁▂▃▄▅▆▇┃─│╭↑✓✗")


def test_no_percentage_stands_without_its_count() -> None:
    spoken = plain_text(SCREENS["statistics"]).splitlines()

    assert [told for told in spoken if "%" in told and not re.search(r"\d+ of \d+", told)] == []


def test_a_bar_shows_the_smallest_part_and_keeps_its_length() -> None:
    row = share_bar("x", 0.001, "1/999", "x: 1 of 999")
    parts = (Part(1, "█"), Part(0, "▒"), Part(998, "░"))

    for bar in (row, row._replace(parts=parts)):
        (text,) = ("".join(span.text for span in each) for each in drawn_bars([bar]).draw(80))
        assert text.count("█") == 1
        assert text.count("░") == 29


def test_the_calendar_ends_today_and_begins_no_later_than_it_has_room_for() -> None:
    amounts = {TODAY - timedelta(days=back): 1 for back in range(400)}
    head, *days, _ = ("".join(span.text for span in each) for each in calendar(amounts, TODAY, ()).draw(80))

    assert date(2026, 11, 23) == TODAY  # a Monday
    assert head.split()[-1] == "Nov"
    assert [day.count("██") for day in days] == [25, 24, 24, 24, 24, 24, 24]


@pytest.mark.parametrize(
    ("today", "heads"),
    [
        (date(2026, 11, 30), [(0, "Oct"), (3, "Nov")]),  # the Monday before the first of December
        (date(2026, 12, 2), [(0, "Oct"), (3, "Nov"), (7, "Dec")]),  # of that week most days are of December
        (date(2027, 1, 3), [(0, "Nov"), (3, "Dec")]),  # the first three days of a year, at the end of a week
    ],
)
def test_a_month_stands_above_the_first_week_of_which_most_days_are_its_own(
    today: date, heads: list[tuple[int, str]]
) -> None:
    head, *_ = ("".join(span.text for span in each) for each in calendar({today: 1}, today, ()).draw(80))

    weeks = [head[4:][place : place + 3].strip() for place in range(0, len(head), 3)]
    assert [(place, name) for place, name in enumerate(weeks) if name] == heads


@pytest.mark.parametrize("make", [svg, page])
def test_what_is_shared_fetches_nothing_and_is_the_same_each_time(make: object) -> None:
    assert callable(make)
    text = make(SCREENS["statistics"], "<b>{x}</b>")

    assert text == make(SCREENS["statistics"], "<b>{x}</b>")
    assert not re.search(r"""(src|href)=|url\(["']?http|@import|@font-face""", text)
    assert "<b>{x}</b>" not in text
    assert "{x}" in text
    assert "█" in text


def test_programs_read_the_same_numbers() -> None:
    record = json.loads(json.dumps(statistics_record(PACK, FOUND)))

    assert record["total"]["answers"] == len(REVIEWS)
    assert sum(day["answers"] for day in record["days"]) == len(REVIEWS)
    assert record["ahead"]["days"][0]["date"] == "2026-11-23"
    assert record["hardest"][0]["text"] in plain_text(SCREENS["statistics"])
    assert session_record(SESSIONS[0])["reviews"][0]["id"] == "r0"


def test_a_quiz_is_compared_with_the_last_one_on_its_chapter() -> None:
    last = SESSIONS[0]
    told = plain_text(Document((compared(PACK, last, Result(()), UTC),)))

    assert last.topic == "person"
    assert told.startswith("Last time on “Who made the Revolution”, 17 June 2026: ")
    assert Response.CHOICE.value == last.reviews[0].response
    assert told.endswith(f"now {last.percent} points fewer.\n")


def test_a_miss_is_told_with_one_fact_and_a_verdict_in_words() -> None:
    facts = ("danton.born", "marat.born", "robespierre.born")
    options = tuple(fact_words(PACK, fact) for fact in facts)
    missed = a_review(facts=facts, options=("Nobody", options[1][:-2]), key=(1,), chosen=(0,), credit=0.0)
    right = missed._replace(id="r2", chosen=(1,), credit=1.0)
    [session] = past_sessions([missed, right, missed._replace(id="r3", chosen=())])
    told = plain_text(session_document(PACK, session, UTC))

    assert every(options)
    assert "  Wrong. You said: Nobody. The answer: " in told
    assert "  Passed. The answer: " in told
    assert told.count("Right: ") == 2, "of the session, and of the answer that was right"
    assert [sum(line.strip() == fact for line in told.splitlines()) for fact in options] == [0, 2, 0]


def session_told(review: Review) -> list[str]:
    [session] = past_sessions([review])
    return [line.strip() for line in plain_text(session_document(PACK, session, UTC)).splitlines()]


def after(told: list[str], head: str) -> list[str]:
    start = next(place for place, line in enumerate(told) if line.startswith(head))
    return told[start:]


def test_an_order_is_told_a_line_each_with_where_what_stands_wrong_was_put() -> None:
    options, facts = ("A fell", "B rose", "C ran"), ("trotsky.born",)
    missed = a_review(response="order", options=options, facts=facts, key=(1, 2, 0), chosen=(1, 0, 2), credit=0.5)

    assert after(session_told(missed), "Right in part") == [
        "Right in part: 1 of 3 stands in its place. The answer:",
        "1. B rose",
        "2. C ran (you put it third)",
        "3. A fell (you put it second)",
    ]
    assert after(session_told(missed._replace(chosen=(), credit=0.0)), "Passed")[1:] == [
        "1. B rose",
        "2. C ran",
        "3. A fell",
    ]
    right = missed._replace(chosen=(1, 2, 0), credit=1.0)
    assert after(session_told(right), "Right:")[-4:] == ["Right:", "1. B rose", "2. C ran", "3. A fell"]


MATCHED = a_review(
    response="match", options=("ran", "fell"), prompts=("Adler", "Ebert"), key=(1, 0), chosen=(0, 0), credit=0.5
)


@pytest.mark.parametrize(
    ("review", "told"),
    [
        (MATCHED, ["Right in part: 1 of 2 parts. The answer:", "a) Adler: fell  (you said: ran)", "b) Ebert: ran"]),
        (MATCHED._replace(chosen=(), credit=0.0), ["Passed. The answer:", "a) Adler: fell", "b) Ebert: ran"]),
        (MATCHED._replace(chosen=(1, 0), credit=1.0), ["Right:", "a) Adler: fell", "b) Ebert: ran"]),
        (
            MATCHED._replace(prompts=()),  # of before they were kept
            ["Right in part: 1 of 2 parts. You said: ran; ran. The answer: fell; ran"],
        ),
    ],
)
def test_a_match_is_told_row_by_row(review: Review, told: list[str]) -> None:
    assert session_told(review)[-len(told) :] == told


@pytest.mark.parametrize(("stem", "is_found"), [(MATCHED.stem, True), ("Who did what then?", False)])
def test_what_was_to_be_matched_before_that_was_kept_is_that_of_the_question(stem: str, is_found: bool) -> None:
    pairs = (Pair("Adler", "fell"), Pair("Ebert", "ran"))
    pack = PACK._replace(questions={"old": Question("old", stem, (), "", ("trotsky.born",), (), pairs=pairs)})
    [session] = past_sessions([MATCHED._replace(prompts=())])
    told = plain_text(session_document(pack, session, UTC))

    assert ("a) Adler: fell  (you said: ran)" in told) is is_found


def test_of_several_it_is_told_once_what_was_marked_and_what_was_not() -> None:
    options = ("Serge", "Goldman", "Shachtman", "Trotsky")
    review = a_review(response="several", options=options, key=(0, 1), chosen=(0, 2), credit=0.25)
    told = after(session_told(review), "Right in part")

    assert told[:4] == [
        "Right in part: 1 of 2 found, 1 marked wrongly.",
        "rightly marked: Serge",
        "not marked: Goldman",
        "wrongly marked: Shachtman",
    ]


def test_the_further_lines_of_a_row_stand_behind_its_letter() -> None:
    long = MATCHED._replace(options=("ran to the workers of the town with a petition", "fell"))
    [session] = past_sessions([long])
    shown = drawn(session_document(PACK, session, UTC), 40)

    assert "   b) Ebert: ran to the workers of the \n      town with a petition" in shown


@pytest.mark.parametrize(
    ("responses", "about"),
    [
        (["match", "match"], "match"),
        (["choice", "choice"], "Who made"),
        (["match", "order"], "Who made"),
    ],
)
def test_a_past_session_says_what_it_asked_for_if_that_was_no_choice(responses: list[str], about: str) -> None:
    past = replace(
        SESSIONS[-1],
        reviews=tuple(each._replace(response=how) for each, how in zip(SESSIONS[-1].reviews, responses, strict=False)),
    )

    assert about in plain_text(history_document(PACK, [past], UTC))
