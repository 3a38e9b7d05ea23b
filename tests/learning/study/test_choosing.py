"""Which facts are open to be asked: what was just met is held back for a while, but not beyond an exam."""

import pytest

from tests.learning.study.test_plan import NOON, a_fact, a_memory, remembered
from trotskyism_cli.learning.recall.learner_model import Pupil, day_of_time
from trotskyism_cli.learning.recall.traces import Evidence
from trotskyism_cli.learning.study.choosing import choice_of


@pytest.mark.parametrize(("days", "held_back"), [(45, True), (3, False)])
def test_what_was_met_once_is_not_held_back_beyond_the_exam(days: float, held_back: bool) -> None:
    facts = [f"{number}.x" for number in range(90)]
    pupil = Pupil()
    pupil.learn(facts, Evidence(day_of_time(NOON) - 2, right=False))
    memories = remembered(*(a_memory(fact, 2) for fact in facts))

    choice = choice_of(pupil, [a_fact(fact) for fact in facts], memories, NOON, horizon=days)

    assert (choice.gains.keys() < set(facts)) is held_back
