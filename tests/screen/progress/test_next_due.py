"""When facts come back, in words."""

from datetime import UTC, datetime, timedelta

import pytest

from trotskyism_cli.screen.progress.next_due import days_to_come

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)  # a Monday


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([4], "on Friday"),
        ([1, 1, 1], "3 tomorrow"),
        ([20, 1, 1], "2 tomorrow, 1 on 20 December 2026"),
        ([1] * 60 + [2] * 6 + [3] * 4 + [7] * 4 + [14, 15, 15, 20, 30], "60 tomorrow, 14 within the week, 5 later"),
        ([0, 3, 9, 12], "1 today, 1 within the week, 2 later"),
    ],
)
def test_a_few_days_are_named_and_many_are_put_together(days: list[int], told: str) -> None:
    assert days_to_come([NOON + timedelta(days=each) for each in days], NOON) == told
