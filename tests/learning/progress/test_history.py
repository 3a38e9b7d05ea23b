"""Past sessions are told apart, numbered in order of time, and found again by their chapter."""

from datetime import timedelta

from tests.reviews_for_tests import BEGAN, a_review
from trotskyism_cli.learning.progress.history import last_attempt, main_topic, past_sessions


def test_sessions_are_numbered_in_the_order_in_which_they_began() -> None:
    reviews = [a_review(1, session="x"), a_review(2, session="y", credit=0.5), a_review(3, session="x", credit=0.0)]
    first, second = past_sessions(reviews)

    assert (first.number, first.id, first.answers, first.right, first.percent) == (1, "x", 2, 1, 50)
    assert (second.number, second.answers, second.right, second.percent) == (2, 1, 0, 50)


def test_the_time_of_a_session_is_known_only_if_that_of_every_answer_is() -> None:
    (known,) = past_sessions([a_review(1, seconds=2.0), a_review(2, seconds=3.5)])
    (unknown,) = past_sessions([a_review(1, seconds=2.0), a_review(2)])

    assert known.seconds == 5.5
    assert unknown.seconds is None


def test_a_session_is_on_a_chapter_if_nearly_all_of_it_is() -> None:
    assert main_topic(["a"] * 3 + ["b"]) == "a"
    assert main_topic(["a"] * 2 + ["b"]) == ""
    assert main_topic([]) == ""


def test_the_last_attempt_is_the_latest_earlier_session_on_the_same_chapter() -> None:
    sessions = past_sessions(
        [a_review(number, session=f"s{number}", topic=topic) for number, topic in enumerate(("a", "a", "b", "a"), 1)]
    )
    now = BEGAN + timedelta(minutes=4)

    found = last_attempt(sessions, "a", now)
    assert found is not None
    assert found.number == 2
    assert last_attempt(sessions, "c", now) is None
    assert last_attempt(past_sessions([a_review(1, topic=""), a_review(2, topic="")]), "", now) is None
