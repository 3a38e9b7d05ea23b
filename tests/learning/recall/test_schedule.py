"""The schedule: what an answer says of a memory, and when the fact then comes back."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler, State
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.every_for_tests import every
from tests.reviews_for_tests import replay
from trotskyism_cli.learning.answering.parts import ALONE, ASKED, BESIDE
from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall import fsrs6
from trotskyism_cli.learning.recall.reading import signs_of, taken_in
from trotskyism_cli.learning.recall.schedule import (
    DAY_MOMENTS,
    Settings,
    nights_between,
    rate,
    recall,
    remembered,
    whole_days,
)
from trotskyism_cli.learning.recall.signs import Sign, moment_of, time_of
from trotskyism_cli.learning.recall.traces import Evidence, Nature
from trotskyism_cli.learning.recall.traces import after as after_answer
from trotskyism_cli.learning.review import Review

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FACT = "marat.born"


def a_review(right: bool = True, **values: Any) -> Review:
    """A choice of three about one fact, right unless said otherwise."""
    defaults: dict[str, Any] = {
        "id": "r1",
        "time": NOON,
        "pack": "tiny",
        "session": "s1",
        "item": "i1",
        "facts": (FACT,),
        "revisions": (1,),
        "family": "year",
        "response": "choice",
        "topic": "",
        "stem": "In which year was Marat born?",
        "options": ("1743", "1750", "1760"),
        "chosen": (0,) if right else (1,),
        "key": (0,),
        "credit": 1.0 if right else 0.0,
    }
    return Review(**{**defaults, **values})


def after(*reviews: Review) -> Memory:
    return replay(reviews)[reviews[0].facts[0]]


@pytest.mark.parametrize(
    ("review", "rating"),
    [
        (a_review(), Rating.Good),
        (a_review(right=False), Rating.Again),
        (a_review(right=False, chosen=()), Rating.Again),
        (a_review(confidence=3), Rating.Good),
        (a_review(confidence=1), Rating.Hard),
        (a_review(confidence=1, options=("true", "false")), Rating.Again),
        (a_review(response="typed", options=(), written="Marrat", near=True), Rating.Hard),
        (a_review(seconds=5.0), Rating.Good),
        (a_review(seconds=120.0), Rating.Hard),
        (a_review(seconds=4000.0), Rating.Good),
        (a_review(seconds=0.3), None),
        (a_review(right=False, seconds=0.3), None),
        (a_review(right=False, chosen=(), seconds=0.3), Rating.Again),
        (a_review(predicted=0.9), Rating.Good),
        (a_review(predicted=0.4), Rating.Hard),
        (a_review(predicted=0.4, confidence=2), Rating.Good),
        (a_review(right=False, credit=0.67, response="order", facts=("a.x", "b.x", "c.x")), Rating.Hard),
        (a_review(right=False, credit=0.3, response="order", facts=("a.x", "b.x", "c.x")), Rating.Again),
        (a_review(undoes="r0"), None),
    ],
)
def test_what_happened_gives_the_rating(review: Review, rating: Rating | None) -> None:
    assert rate(review) == rating


@given(
    confidence=st.sampled_from([None, 1, 2, 3]),
    seconds=st.none() | st.floats(0, 1000),
    predicted=st.none() | st.floats(0, 1),
    credit=st.floats(0, 1),
)
def test_easy_is_never_given(
    confidence: int | None, seconds: float | None, predicted: float | None, credit: float
) -> None:
    assert rate(a_review(confidence=confidence, seconds=seconds, predicted=predicted, credit=credit)) != Rating.Easy


def test_the_recall_is_that_of_fsrs() -> None:
    memory = Memory(FACT, 7.5, 5.0, NOON, NOON + 8 * DAY)
    card = Card(card_id=1, state=State.Review, stability=7.5, difficulty=5.0, due=memory.due, last_review=NOON)
    for days in (0, 1, 7, 60, 900):
        expected = Scheduler().get_card_retrievability(card, NOON + days * DAY)
        assert recall(memory, NOON + days * DAY) == pytest.approx(expected)


def test_recall_is_nine_tenths_when_the_fact_is_due() -> None:
    memory = after(a_review(), a_review(id="r2", time=NOON + 2 * DAY), a_review(id="r3", time=NOON + 13 * DAY))

    assert recall(memory, memory.due) == pytest.approx(0.9, abs=0.01)


@pytest.mark.parametrize("retention", [0.8, 0.9, 0.95])
def test_the_interval_is_that_of_fsrs(retention: float) -> None:
    wanted = Settings(desired_retention=retention)
    reviews = [a_review(id=str(day), time=NOON + day * DAY) for day in (0, 3, 20)]
    memory = replay(reviews, wanted)[FACT]

    assert (memory.due - memory.last) / DAY == pytest.approx(fsrs6.days_until(memory.stability, retention), abs=0.51)


def test_more_retention_brings_a_fact_back_sooner() -> None:
    reviews = [a_review(id=str(day), time=NOON + day * DAY) for day in (0, 3, 20)]
    due = [replay(reviews, Settings(desired_retention=each))[FACT].due for each in (0.8, 0.9, 0.95)]

    assert due == sorted(due, reverse=True)
    assert len(set(due)) == 3


def test_a_right_answer_puts_a_fact_off_and_a_wrong_one_brings_it_back() -> None:
    known = after(*(a_review(id=str(day), time=NOON + day * DAY) for day in (0, 3, 20)))
    wrong = after(
        *(a_review(id=str(day), time=NOON + day * DAY) for day in (0, 3, 20)),
        a_review(right=False, id="w", time=NOON + 60 * DAY),
    )

    assert known.due - known.last > 30 * DAY
    assert wrong.due - wrong.last < 10 * DAY
    assert (known.lapses, wrong.lapses) == (0, 1)
    assert wrong.reviews == 4


def test_a_confident_error_comes_back_the_next_day_even_if_put_right_at_once() -> None:
    past = [a_review(id=str(day), time=NOON + day * DAY) for day in (0, 3, 20, 80, 300)]
    error = a_review(right=False, id="w", time=NOON + 301 * DAY, confidence=3)
    again = a_review(id="v", time=error.time + timedelta(minutes=3))

    assert after(*past, error._replace(confidence=1)).due - error.time > 1.5 * DAY
    assert after(*past, error).due == error.time + DAY
    assert after(*past, error, again).due == error.time + DAY


def test_an_evening_and_the_next_morning_are_two_days() -> None:
    evening = datetime(2026, 3, 1, 20, tzinfo=UTC)

    assert nights_between(evening, evening + timedelta(hours=13)) == 1
    assert nights_between(evening, evening + timedelta(hours=2)) == 0
    assert nights_between(evening, evening + timedelta(hours=44)) == 2
    assert nights_between(evening, evening - timedelta(days=3)) == 0


def test_a_clock_set_back_does_not_fail() -> None:
    memory = after(a_review(), a_review(id="r2", time=NOON - 400 * DAY), a_review(id="r3", time=NOON + DAY))

    assert memory.last == NOON + DAY
    assert memory.due > memory.last


def test_an_undone_review_counts_for_nothing() -> None:
    first, wrong = a_review(), a_review(right=False, id="r2", time=NOON + 2 * DAY)
    undo = a_review(id="u", time=wrong.time, facts=(), revisions=(), undoes="r2")

    assert replay([first, wrong, undo]) == replay([first])


def test_a_fact_whose_meaning_changed_is_learnt_anew() -> None:
    old = [a_review(id=str(day), time=NOON + day * DAY) for day in (0, 3, 20)]
    new = a_review(id="n", time=NOON + 30 * DAY, revisions=(2,))

    assert after(*old, new).stability == after(new).stability
    assert after(*old, new).revision == 2


REVIEWS = st.lists(
    st.builds(
        a_review,
        right=st.booleans(),
        time=st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
        facts=st.sampled_from([("a.x",), ("b.x",), ("a.x", "b.x")]),
        revisions=st.sampled_from([(1, 1), (2, 1)]),
        confidence=st.sampled_from([None, 1, 2, 3]),
        seconds=st.none() | st.floats(0, 100),
    ),
    max_size=12,
)


SIGNS = st.lists(
    st.builds(
        Sign,
        moment=st.integers(0, 40 * 24).map(lambda hours: moment_of(NOON) + hours * DAY_MOMENTS // 24),
        rating=st.sampled_from([1, 2, 3]),
        revision=st.sampled_from([1, 1, 1, 2]),
        sure=st.booleans(),
        correct=st.booleans(),
        guess=st.just(0.25),
        part=st.sampled_from([ALONE, ALONE, ASKED, BESIDE]),
    ),
    min_size=1,
    max_size=12,
)


@given(SIGNS, st.builds(Settings, st.floats(0.7, 0.97), st.sampled_from([3650, 10])))
def test_what_is_written_out_for_long_logs_is_what_each_step_by_itself_finds(
    signs: list[Sign], wanted: Settings
) -> None:
    memory: Memory | None = None
    for sign in signs:
        time, rating, before = time_of(sign.moment), sign.rating, memory
        begins = before is None or before.revision != sign.revision
        if sign.part == BESIDE and (begins or rating == fsrs6.AGAIN):
            continue
        if before is None or before.revision != sign.revision:
            nights, (stability, difficulty) = 0, fsrs6.first(rating)
        else:
            nights = nights_between(before.last, time)
            stability, difficulty = fsrs6.after(before.stability, before.difficulty, nights, rating)
        due = time + whole_days(stability, wanted) * DAY
        if rating == fsrs6.AGAIN and sign.sure:
            due = min(due, time + DAY)
        if before is not None and before.revision == sign.revision:
            due = min(due, before.due) if nights == 0 and before.due > time else due
            lapses = before.lapses + (rating == fsrs6.AGAIN and nights > 0 and sign.part == ALONE)
            memory = Memory(FACT, stability, difficulty, time, due, before.reviews + 1, lapses, sign.revision)
        else:
            memory = Memory(FACT, stability, difficulty, time, due, 1, 0, sign.revision)

    assert remembered(FACT, signs, wanted) == memory


@settings(max_examples=50)
@given(REVIEWS)
def test_step_by_step_gives_what_all_at_once_gives(reviews: list[Review]) -> None:
    numbered = [review._replace(id=str(number)) for number, review in enumerate(reviews)]
    signs: dict[str, list[Sign]] = {}
    for review in numbered:
        for fact, sign in signs_of(review):
            if sign.rating:
                signs.setdefault(fact, []).append(sign)

    memories = replay(numbered)

    found = ((fact, remembered(fact, each)) for fact, each in signs.items())
    assert memories == {fact: memory for fact, memory in found if memory}
    assert all(memory.due > memory.last for memory in memories.values())


def test_to_know_what_is_due_does_not_load_fsrs() -> None:
    code = "import sys, trotskyism_cli.learning.recall.schedule; sys.exit('fsrs' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_each_fact_of_a_match_is_judged_by_its_own_pair() -> None:
    match = a_review(response="match", facts=("a.x", "b.x", "c.x"), revisions=(1, 1, 1), options=("1", "2", "3"))
    said = dict(signs_of(match._replace(chosen=(0, 2, 2), key=(0, 1, 2), credit=2 / 3)))

    assert {fact: (sign.correct, sign.rating) for fact, sign in said.items()} == {
        "a.x": (True, Rating.Hard),
        "b.x": (False, Rating.Again),
        "c.x": (True, Rating.Hard),
    }
    assert every(sign.part == ALONE for sign in said.values())


def test_a_match_of_which_the_pairs_cannot_be_told_apart_is_judged_as_a_whole() -> None:
    match = a_review(response="match", facts=("a.x", "b.x", "c.x"), options=("1", "2"), chosen=(0, 0), key=(0, 1))

    assert {sign.part for _, sign in signs_of(match._replace(credit=0.5))} == {ASKED}


@pytest.mark.parametrize(
    ("chosen", "right", "unsure"),
    [
        ((3, 0, 1, 2), "abc", ""),  # the last thing was put first
        ((1, 2, 3, 0), "bcd", ""),
        ((1, 0, 2, 3), "cd", "ab"),  # of two that changed places either may be meant
        ((3, 2, 1, 0), "", ""),
        ((0, 1, 2, 3), "abcd", ""),
    ],
)
def test_in_an_order_what_need_not_be_moved_is_right(chosen: tuple[int, ...], right: str, unsure: str) -> None:
    order = a_review(response="order", facts=tuple("abcd"), chosen=chosen, key=(0, 1, 2, 3), options=tuple("abcd"))
    said = dict(signs_of(order._replace(credit=float(bool(right) and not unsure and chosen == order.key))))

    assert "".join(fact for fact, sign in said.items() if sign.correct) == right
    assert "".join(fact for fact, sign in said.items() if sign.part == BESIDE) == unsure


def test_a_choice_tells_of_the_fact_asked_for_and_little_of_those_beside_it() -> None:
    wrong = a_review(right=False, facts=("a.x", "b.x"), revisions=(1, 1), time=NOON + 3 * DAY)
    right = a_review(facts=("a.x", "b.x"), revisions=(1, 1), time=NOON)
    both = {fact: remembered(fact, [signs_of(a_review(facts=(fact,), time=NOON))[0][1]]) for fact in ("a.x", "b.x")}
    memories = {fact: memory for fact, memory in both.items() if memory}

    assert taken_in({}, right).keys() == {"a.x"}  # what a question only rests on is not learnt by it
    after = taken_in(memories, wrong)
    assert after["a.x"].stability < memories["a.x"].stability
    assert after["b.x"] == memories["b.x"]
    assert after["a.x"].lapses == 0  # nobody knows which was missed
    assert taken_in(memories, wrong._replace(facts=("a.x",)))["a.x"].lapses == 1


def test_where_another_fact_may_have_been_missed_a_wrong_answer_says_less() -> None:
    nature = Nature()
    trace, _ = after_answer(nature, None, Evidence(0.0, right=True))
    missed, likely = after_answer(nature, trace, Evidence(3.0, right=False))
    perhaps, likelier = after_answer(nature, trace, Evidence(3.0, right=False, slip=0.5))
    known, _ = after_answer(nature, trace, Evidence(3.0, right=True))

    assert missed.recall(nature, 6.0) < perhaps.recall(nature, 6.0) < known.recall(nature, 6.0)
    assert (likely or 0) < (likelier or 0)
