"""Progress after a few answers: what would show nothing is not drawn, and what is counted by another day says so."""

import random
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.learner_for_tests import PACK
from tests.learning.progress.test_outlook import FACTS, memories_of
from tests.learning.progress.test_outlook import NOON as MARCH
from tests.screen.test_progress import FOUND, TODAY, drawn
from trotskyism_cli.learning.progress.diary import Ahead, DueDay
from trotskyism_cli.learning.progress.outlook import Aim, look_out
from trotskyism_cli.learning.progress.statistics import Coverage, Firmness, Statistics
from trotskyism_cli.screen.document import Document
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.progress.outlook import outlook_document
from trotskyism_cli.screen.progress.statistics import statistics_document

DAYS = 30


def _shown(found: Statistics, *, is_night: bool = False) -> Document:
    return statistics_document(PACK, found, TODAY, "Progress", is_night=is_night)


def _due(*facts: int) -> Ahead:
    amounts = [*facts, *[0] * (DAYS - len(facts))]
    return Ahead(tuple(DueDay(TODAY + timedelta(days=day), amount) for day, amount in enumerate(amounts)), 0, 0)


@pytest.mark.parametrize(("due", "is_drawn"), [((0, 14, 3), False), ((0, 1, 1, 1, 1), False), ((1, 2, 3, 4, 5), True)])
def test_few_days_with_something_due_make_no_chart(due: tuple[int, ...], is_drawn: bool) -> None:
    told = drawn(_shown(replace(FOUND, ahead=_due(*due))), 80)

    assert ("\nweek " in told) == is_drawn
    assert f"all 30 days {sum(due)}" in told


def test_one_fact_of_a_chapter_can_be_told_from_four() -> None:
    topics = [each.id for each in PACK.topics]
    coverage = (Coverage(topics[0], 0, 1, 67), Coverage(topics[1], 0, 4, 88), Coverage(topics[2], 0, 0, 17))
    told = drawn(_shown(replace(FOUND, coverage=coverage, topics=FOUND.topics)), 80)
    few, more = (row.count("▒") for row in told.splitlines() if row.rstrip().endswith(("░  67", "░  88")))

    assert 2 * few < more
    assert "A full bar is a tenth of a chapter." in told
    assert "1 further chapter not begun: 17 facts." in told


def test_numbers_have_no_column_for_what_no_chapter_has() -> None:
    topics = [each.id for each in PACK.topics]
    new = (Coverage(topics[0], 0, 1, 67), Coverage(topics[1], 0, 4, 88))
    known = (*new, Coverage(topics[2], 3, 2, 1))
    of_new, of_all = (drawn(_shown(replace(FOUND, coverage=each)), 80).splitlines() for each in (new, known))

    assert any(row.rstrip().endswith("░  ▒   1 ░  67") for row in of_new)
    assert any(row.rstrip().endswith("░        ▒   1 ░  67") for row in of_all)


def test_how_sure_somebody_was_is_told_of_as_many_answers_as_tell_something() -> None:
    few = tuple(each._replace(answers=4, right=4) for each in FOUND.said)

    assert "How sure you were" not in plain_text(_shown(replace(FOUND, said=few)))


def test_a_streak_that_is_over_is_none() -> None:
    told = plain_text(_shown(replace(FOUND, streak=replace(FOUND.streak, current=0, longest=28))))

    assert "Streak: none now; the longest was 28 days." in told


def test_a_section_of_one_row_is_left_out() -> None:
    one = replace(
        FOUND,
        topics=FOUND.topics[:1],
        families=FOUND.families[:1],
        firmness=(Firmness(0.0, 1.0, 3), Firmness(1.0, None, 0)),
        said=FOUND.said[:1],
        expected=FOUND.expected[:1],
    )
    told = plain_text(_shown(one))

    for head in ("Right, by", "How long you will remember", "How sure you were", "What was expected"):
        assert head in plain_text(_shown(FOUND))
        assert head not in told


def test_before_four_in_the_morning_it_is_said_which_day_it_is() -> None:
    found = replace(FOUND, ahead=_due(3, 14))

    assert "today 3 · tomorrow 14" in plain_text(_shown(found))
    assert "today's day ends at 4:00" in plain_text(_shown(found, is_night=True))
    assert "until 4:00 3 · from 4:00 on 14" in plain_text(_shown(found, is_night=True))


@pytest.mark.parametrize(
    ("now", "days", "told"),
    [
        (MARCH, 10, "in 10 days"),
        (MARCH.replace(hour=1), 10, "in 10 days"),
        (MARCH.replace(hour=1), 1, "tomorrow"),
        (MARCH.replace(hour=1), 0, "today"),
    ],
)
def test_the_days_to_an_exam_are_those_of_the_calendar(now: datetime, days: int, told: str) -> None:
    exam = (now + timedelta(days=days)).replace(hour=12)
    outlook = look_out(FACTS, memories_of(30), now, Aim(exam), random.Random(0))
    shown = plain_text(outlook_document(PACK, outlook, now.date()))

    assert f"({told})" in shown.splitlines()[0]
    assert ("Today's day ends at 4:00" in shown) == (now.hour < 4)
