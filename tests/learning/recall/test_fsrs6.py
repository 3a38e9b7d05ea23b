"""The arithmetic of FSRS: step by step, what the package of its makers finds."""

from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from trotskyism_cli.learning.recall import fsrs6

BEGAN = datetime(2026, 3, 1, 12, tzinfo=UTC)
STEPS = st.lists(st.tuples(st.integers(0, 900), st.sampled_from((1, 2, 3, 4))), min_size=1, max_size=40)


def test_the_weights_are_those_of_the_package() -> None:
    assert fsrs6.W == DEFAULT_PARAMETERS


@given(STEPS)
def test_every_step_is_that_of_the_package(steps: list[tuple[int, int]]) -> None:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, now, ours = Card(card_id=1, due=BEGAN), BEGAN, (0.0, 0.0)
    for number, (nights, rating) in enumerate(steps):
        now += timedelta(days=nights)
        card, _ = scheduler.review_card(card, Rating(rating), now)
        ours = fsrs6.after(*ours, nights, rating) if number else fsrs6.first(rating)
        assert ours == pytest.approx((card.stability, card.difficulty), rel=1e-9)
