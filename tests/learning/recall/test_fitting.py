"""The memory of a learner as found from the answers: by facts that tell something, whatever was done last."""

import math
import random

import pytest

from trotskyism_cli.learning.recall.fitting import FACTS_USED, History, fitted
from trotskyism_cli.learning.recall.traces import Evidence, Nature


def answers(life: float, facts: int, first_day: int = 0, pause: int = 3) -> dict[str, History]:
    """What somebody answers who forgets evenly, and learns nothing new by answering."""
    rng = random.Random(7)
    return {
        f"{first_day}.{number}": [
            Evidence(day + number % 3, day > first_day and rng.random() < 0.5 ** (pause / life), guess=0.02)
            for day in range(first_day, first_day + 5 * pause, pause)
        ]
        for number in range(facts)
    }


def answers_by_life(after_a_lapse: float, facts: int) -> dict[str, History]:
    """What somebody answers whose lives, of one day at first, grow threefold by a recall and change by a lapse."""
    rng = random.Random(11)
    found: dict[str, History] = {}
    for fact in range(facts):
        history, life, last = [Evidence(0.0, right=False, guess=0.02)], 1.0, 0
        for day in (1 + fact % 2, 4, 8, 13, 20, 30, 45):
            right = rng.random() < 0.5 ** ((day - last) / life)
            history.append(Evidence(float(day), right, guess=0.02))
            life, last = life * 3 if right else max(1.0, life * after_a_lapse), day
        found[f"{fact}"] = history
    return found


def test_who_forgets_later_is_told_from_who_forgets_soon() -> None:
    soon, later = fitted(answers(1.5, 80)), fitted(answers(12.0, 80))

    assert soon.recall(soon.life, 3) < later.recall(later.life, 3) - 0.2


@pytest.mark.parametrize(("after_a_lapse", "adds"), [(2.3, True), (0.3, False)])
def test_who_gains_by_meetings_that_failed_is_told_from_who_begins_anew(after_a_lapse: float, adds: bool) -> None:
    assert (fitted(answers_by_life(after_a_lapse, 80)).kept > 1) == adds


def test_facts_just_begun_change_nothing() -> None:
    known = answers(2.0, 80)
    begun = {f"new.{number}": [Evidence(90.0, right=False)] for number in range(FACTS_USED)}
    again = {f"again.{number}": [Evidence(90.0, right=False), Evidence(90.1, right=True)] for number in range(90)}

    assert fitted(known | begun | again)._replace(known=0) == fitted(known)._replace(known=0)


@pytest.mark.parametrize("exponent", [0.1, 0.4, 1.0, 8.0])
def test_half_is_left_after_one_life(exponent: float) -> None:
    assert Nature(exponent=exponent).recall(6.0, 6.0) == pytest.approx(0.5)


def test_a_large_exponent_forgets_evenly_and_a_small_one_ever_more_slowly() -> None:
    assert Nature(exponent=500.0).recall(6.0, 12.0) == pytest.approx(math.pow(0.5, 2), abs=0.01)
    assert Nature(exponent=0.2).recall(6.0, 60.0) > 0.3
