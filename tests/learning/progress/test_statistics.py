"""Statistics are counts of what happened: each number can be checked by hand."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tests.reviews_for_tests import BEGAN, a_review
from trotskyism_cli.learning.answering.quiz_settings import Level
from trotskyism_cli.learning.days import DAY, KNOWN, day_of, end_of_day, is_due, is_known
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.progress.diary import Streak, days_with_answers, look_ahead, streak
from trotskyism_cli.learning.progress.mistakes import Confusion, confusions, hardest
from trotskyism_cli.learning.progress.statistics import Coverage, kept_by_review, survey
from trotskyism_cli.learning.review import Review

MOSCOW = ZoneInfo("Europe/Moscow")
WRONG = {"chosen": (0,), "credit": 0.0}


def at(days: float, number: int, **values: object) -> Review:
    return a_review(number, time=BEGAN + timedelta(days=days), **values)


def a_memory(fact: str, due_in: float, stability: float = 5.0) -> Memory:
    return Memory(fact, stability, 5.0, BEGAN - DAY, BEGAN + timedelta(days=due_in))


def test_a_day_begins_at_four_in_the_learners_own_zone() -> None:
    assert day_of(datetime(2026, 3, 2, 0, 59, tzinfo=UTC), MOSCOW).day == 1
    assert day_of(datetime(2026, 3, 2, 1, 1, tzinfo=UTC), MOSCOW).day == 2


@given(st.integers(0, 10**6), st.integers(-40, 40))
def test_what_is_due_today_is_due_before_the_day_ends(later: int, hours: int) -> None:
    now = (BEGAN + timedelta(minutes=later)).astimezone(MOSCOW)
    due = (now + timedelta(hours=hours)).astimezone(UTC)

    assert (day_of(due, MOSCOW) <= day_of(now, MOSCOW)) == (due < end_of_day(now))


def test_days_in_a_row_last_until_a_whole_day_was_missed() -> None:
    days = days_with_answers([at(day, number) for number, day in enumerate((0, 1, 2, 4, 5))], UTC)
    last = days[-1].date

    assert streak(days, last) == Streak(2, 3)
    assert streak(days, last + DAY) == Streak(2, 3)
    assert streak(days, last + 2 * DAY) == Streak(0, 3)
    assert streak([], last) == Streak(0, 0)


def test_evenings_on_a_journey_are_days_everywhere() -> None:
    evenings = [datetime(2026, 5, day, 12, tzinfo=UTC) for day in range(1, 6)]  # 21:00 in Tokyo
    reviews = [a_review(place, time=time, offset=9 * 60) for place, time in enumerate(evenings)]
    home = timezone(timedelta(hours=-10))  # where two of the evenings would be one day

    days = days_with_answers(reviews, home)

    assert [day.date.day for day in days] == [1, 2, 3, 4, 5]
    assert streak(days, evenings[-1].astimezone(home).date()) == Streak(5, 5)


def test_reviews_of_before_the_clock_was_kept_belong_to_the_days_of_the_computer() -> None:
    [day] = days_with_answers([a_review(time=datetime(2026, 5, 1, 22, tzinfo=UTC))], timezone(timedelta(hours=9)))

    assert day.date == date(2026, 5, 2)


def test_the_forecast_counts_every_fact_once() -> None:
    memories = [a_memory(f"a.{place}", due) for place, due in enumerate((-3, -0.1, 0, 1, 1, 29, 30, 400))]
    ahead = look_ahead(memories, BEGAN, UTC)

    assert ahead.today == 3
    assert ahead.overdue == 1
    assert [day.facts for day in ahead.days] == [3, 2, *[0] * 27, 1]
    assert ahead.later == 2


def test_known_is_firm_and_not_due() -> None:
    assert is_known(a_memory("a.x", 30, KNOWN), BEGAN)
    assert not is_known(a_memory("a.x", 30, KNOWN - 0.1), BEGAN)
    assert not is_known(a_memory("a.x", 0, 100), BEGAN)
    assert is_due(a_memory("a.x", 0, 100), BEGAN)


def test_only_the_first_answer_of_a_later_day_tests_a_memory() -> None:
    reviews = [
        at(0, 1, **WRONG),
        at(0.01, 2),  # right, but told a moment before
        at(0.5, 3),  # not yet a day
        at(2, 4, **WRONG),  # a test, failed
        at(2.01, 5),  # told a moment before
        at(5, 6),  # a test, passed
        at(5, 7, facts=("other.fact",)),  # never right before
    ]

    assert kept_by_review(reviews, UTC) == {"r4": False, "r6": True}


def test_accuracy_is_counted_by_chapter_and_by_family() -> None:
    reviews = [
        at(0, 1),
        at(0, 2, **WRONG),
        at(0, 3, topic="1905", family="year"),
        at(0, 4, topic="", facts=("lenin.born",), **WRONG),
        at(0, 5, undoes="r1"),
    ]
    found = survey(reviews, {}, {"lenin.born": "1905", "a.b": "theory"}, BEGAN, UTC)

    assert (found.total.answers, found.total.right) == (4, 2)
    assert [(each.name, each.right, each.answers) for each in found.topics] == [("1905", 1, 2), ("theory", 1, 2)]
    assert [(each.name, each.right, each.answers) for each in found.families] == [("author", 1, 3), ("year", 1, 1)]


def test_coverage_is_of_what_can_be_asked_and_of_nothing_else() -> None:
    chapters = {"a.1": "first", "a.2": "first", "a.3": "first", "b.1": "second"}
    memories = {
        each.fact: each for each in (a_memory("a.1", 9, 50), a_memory("a.2", -1, 50), a_memory("gone.1", 9, 50))
    }
    found = survey([], memories, chapters, BEGAN, UTC)

    assert found.coverage == (Coverage("first", 1, 1, 1), Coverage("second", 0, 0, 1))
    assert found.ahead.today == 1
    assert sum(each.facts for each in found.firmness) == 2
    assert [each.facts for each in found.firmness if each.low == KNOWN] == [2]


def test_what_was_said_and_what_was_expected_stand_against_what_was_right() -> None:
    reviews = [
        at(0, 1, confidence=3, predicted=0.95),
        at(0, 2, confidence=3, predicted=0.97, **WRONG),
        at(0, 3, confidence=1, predicted=0.2),
        at(0, 4, confidence=1, chosen=(), credit=0.0),  # passed: nothing was said
    ]
    found = survey(reviews, {}, {}, BEGAN, UTC)

    assert found.said == (Level(1, 1, 1), Level(3, 2, 1))
    assert [(each.low, each.high, each.answers, each.right) for each in found.expected] == [
        (0.0, 0.5, 1, 1),
        (0.95, 1.0, 2, 1),
    ]
    assert round(found.expected[1].mean, 9) == round(0.96 + 0.04 / 3, 9)  # or guessed, one time in three


def test_confusions_are_pairs_of_what_was_said_and_what_was_right() -> None:
    reviews = [
        at(0, 1, **WRONG),
        at(0, 2, **WRONG),
        at(0, 3),
        at(0, 4, response="typed", options=(), chosen=(), key=(), written="Lenni", accepted=("Lenin",), credit=0.0),
        at(0, 5, response="match", chosen=(0, 2, 1), key=(0, 1, 2), credit=1 / 3),
        at(0, 6, response="order", chosen=(1, 0, 2), key=(0, 1, 2), credit=1 / 3),
        at(0, 7, chosen=(), credit=0.0),
    ]

    assert confusions(reviews) == (
        Confusion("Karl Marx", "Leon Trotsky", 2),
        Confusion("Lenni", "Lenin", 1),
        Confusion("Vladimir Lenin", "Leon Trotsky", 1),
        Confusion("Leon Trotsky", "Vladimir Lenin", 1),
    )
    assert [each.times for each in confusions(reviews, 2)] == [2]


def test_a_fact_often_wrong_is_harder_than_one_that_was_wrong_once() -> None:
    def asked(fact: str, right: int, wrong: int) -> Iterable[Review]:
        yield from (at(0, 0, facts=(fact,)) for _ in range(right))
        yield from (at(0, 0, facts=(fact,), **WRONG) for _ in range(wrong))

    reviews = [
        *asked("once", 0, 1),
        *asked("twice", 1, 1),
        *asked("often", 1, 3),
        *asked("seldom", 2, 1),
        *asked("rarely", 20, 2),
        *asked("never", 5, 0),
        at(0, 9, facts=("one", "two"), **WRONG),
    ]

    assert [each.fact for each in hardest(reviews, 5)] == ["often", "seldom", "rarely"]
    assert hardest(reviews, 1)[0].confusions == (Confusion("Karl Marx", "Leon Trotsky", 3),)


def test_of_a_match_each_fact_is_as_hard_as_its_own_pair() -> None:
    match = at(0, 0, response="match", facts=("a", "b", "c"), options=("x", "y", "z"), key=(0, 1, 2), chosen=(0, 2, 2))
    found = hardest([match._replace(credit=0.5)] * 3, 5)

    assert [each.fact for each in found] == ["b"]
    assert found[0].confusions == (Confusion("z", "y", 3),)


def test_a_fact_that_is_known_now_is_not_hard() -> None:
    reviews = [at(0, hour, facts=(fact,), **WRONG) for hour in (1, 2, 3) for fact in ("a.1", "a.2")]
    found = survey(reviews, {"a.1": a_memory("a.1", 30, 90)}, {"a.1": "first", "a.2": "first"}, BEGAN, UTC)

    assert [each.fact for each in found.hardest] == ["a.2"]


def test_answers_too_fast_to_be_read_are_left_out_of_what_was_right() -> None:
    fast = [at(0, number, seconds=0.2, **WRONG) for number in range(1, 5)]
    found = survey([*fast, at(1, 9)], {}, {}, BEGAN + 2 * DAY, UTC)

    assert (found.total.answers, found.total.right, found.too_fast) == (1, 1, 4)
    assert sum(each.answers for each in found.topics) == 1
    assert not found.hardest
    assert len(found.days) == 2
