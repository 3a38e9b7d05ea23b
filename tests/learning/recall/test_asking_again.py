"""When a fact is due: at the chance of recall at which a further question gains most for its seconds."""

import random
from bisect import bisect_left

import pytest

from trotskyism_cli.learning.recall.asking_again import LOWEST, best_level, due_in, minutes_a_day
from trotskyism_cli.learning.recall.fitting import KINDS
from trotskyism_cli.learning.recall.gain import HORIZON, Pace
from trotskyism_cli.learning.recall.traces import SHARES, Nature, Trace

PACE = Pace(card=28.0)
STEPS = [1.02**number / 10 for number in range(600)]  # days, from a tenth of one to forty years


def first_day_at(nature: Nature, life: float, level: float) -> float:
    return STEPS[bisect_left(STEPS, -level, key=lambda days: -nature.recall(life, days))]


def remembered_a_second(nature: Nature, level: float, facts: int = 4_000) -> float:
    """The same played through: facts that are asked at a level until they are wanted, at a day that nobody knows."""
    rng = random.Random(3)
    remembered = seconds = 0.0
    for _ in range(facts):
        wanted, day = rng.expovariate(1 / HORIZON), 0.0
        place = rng.choices(range(len(SHARES)), SHARES)[0]
        life = nature.first(place)
        seconds += PACE.seconds(0.0) + PACE.card
        while True:
            pause = max(1.0, first_day_at(nature, life, level))
            if day + pause > wanted:
                remembered += nature.recall(life, wanted - day)
                break
            day += pause
            recall = nature.recall(life, pause)
            seconds += PACE.seconds(recall)
            right = rng.random() < recall
            life = nature.recalled(place, life, recall) if right else nature.lapsed(place, life)
    return remembered / seconds


def test_the_level_is_the_best_of_those_played_through() -> None:
    nature = Nature(known=0.0)
    level = best_level(nature, PACE)
    found = remembered_a_second(nature, level)

    assert found > remembered_a_second(nature, 0.5)
    assert found > remembered_a_second(nature, 0.97)
    assert 0.7 < level < 0.95


def test_whoever_keeps_half_for_long_is_asked_later_than_who_forgets_within_days() -> None:
    assert best_level(KINDS[1].usual, PACE) < best_level(KINDS[0].usual, PACE)


def test_whoever_takes_long_for_a_question_is_asked_later() -> None:
    assert best_level(Nature(), Pace(40.0, 60.0, card=28.0)) < best_level(Nature(), Pace(4.0, 8.0, card=28.0))


def test_what_is_more_likely_forgotten_than_not_is_due() -> None:
    assert best_level(Nature(exponent=0.1, life=300.0), PACE) == LOWEST


@pytest.mark.parametrize(("life", "level"), [(20.0, 0.8), (300.0, 0.6), (5.0, 0.9)])
def test_a_fact_is_due_when_its_chance_has_fallen_to_the_level(life: float, level: float) -> None:
    nature, trace = Nature(), Trace(5.0, ((0.5, life), (0.5, 2 * life)))
    days = due_in(nature, trace, level)

    assert trace.recall(nature, 5.0 + days) == pytest.approx(level, abs=0.03)
    assert due_in(nature, Trace(5.0, ((1.0, 0.1),)), level) == 1, "nothing is asked twice on one day"


def test_more_is_kept_for_more_minutes() -> None:
    traces = [Trace(0.0, ((0.3, 1.0), (0.4, 3.0), (0.3, 9.0)))] * 50
    minutes = [minutes_a_day(Nature(), PACE, traces, level) for level in (0.6, 0.75, 0.9)]

    assert minutes == sorted(minutes)
    assert minutes_a_day(Nature(), PACE, traces[:25], 0.9) == pytest.approx(minutes[-1] / 2)
    assert minutes_a_day(Nature(), PACE, [], 0.9) == 0
