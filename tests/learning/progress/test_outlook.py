"""The outlook on an exam: the load, and whether its intervals hold what they promise."""

import random
from datetime import UTC, datetime

import pytest

from tests.every_for_tests import every
from tests.learning.study.test_plan import a_fact, a_memory, remembered
from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.progress.outlook import GUESS, Aim, Outlook, look_out
from trotskyism_cli.learning.recall.schedule import recall

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FACTS = [a_fact(f"e{number}.x", topic="war" if number % 3 else "terror", chapter=number % 3) for number in range(60)]


def memories_of(count: int, seed: int = 1) -> dict[str, Memory]:
    rng = random.Random(seed)
    return remembered(
        *(a_memory(each.fact, rng.uniform(0, 12), rng.uniform(1, 40), reviews=4) for each in FACTS[:count])
    )


def outlook(known: int = 30, days: int = 30, new_a_day: int | None = None) -> Outlook:
    aim = Aim(NOON + days * DAY, new_a_day=new_a_day)
    return look_out(FACTS, memories_of(known), NOON, aim, random.Random(7))


def test_everything_new_is_begun_in_time_if_no_pace_is_given() -> None:
    found = outlook(known=30, days=13)

    assert found.new_a_day == 3
    assert sum(load.new for load in found.days) == found.whole.unseen == 30
    assert found.whole.unreached == 0
    assert len(found.days) == 13


def test_a_slower_pace_leaves_facts_out_at_the_level_of_guessing() -> None:
    found = outlook(known=30, days=13, new_a_day=1)

    assert found.whole.unreached == 20
    assert found.whole.share < outlook(known=30, days=13).whole.share
    assert found.whole.high - found.whole.low > 0.15


def test_nothing_ever_asked_and_nothing_planned_is_guessing_with_a_wide_interval() -> None:
    found = outlook(known=0, new_a_day=0)

    assert found.whole.share == pytest.approx(GUESS)
    assert found.whole.low < 0.05
    assert sum(load.reviews for load in found.days) == 0


def test_study_is_better_than_none() -> None:
    found = outlook(known=60, days=60)

    assert found.whole.share > found.whole.stopping + 0.05
    assert found.whole.low <= found.whole.share <= found.whole.high


def test_without_further_study_the_recall_is_that_of_the_memories() -> None:
    memories = memories_of(60)
    exam = NOON + 40 * DAY
    expected = sum(recall(memory, exam) for memory in memories.values()) / len(memories)

    assert outlook(known=60, days=40).whole.stopping == pytest.approx(expected)


def test_chapters_add_up_to_the_whole_in_reading_order() -> None:
    found = outlook()

    assert [forecast.topic for forecast in found.topics] == ["terror", "war"]
    assert sum(forecast.facts for forecast in found.topics) == found.whole.facts == 60
    assert every(forecast.high - forecast.low >= found.whole.high - found.whole.low - 0.05 for forecast in found.topics)


def test_the_same_seed_gives_the_same_outlook() -> None:
    assert outlook() == outlook()


def test_an_exam_today_is_too_late() -> None:
    with pytest.raises(ValueError, match="not after today"):
        outlook(days=0)


def test_an_empty_pack_has_no_outlook_to_speak_of() -> None:
    found = look_out([], {}, NOON, Aim(NOON + 9 * DAY), random.Random(1))

    assert (found.whole.facts, found.whole.low, found.whole.high) == (0, 0.0, 1.0)


@pytest.mark.parametrize("strength", [0.7, 1.0, 1.4])
def test_the_interval_holds_nine_of_ten_exams_of_learners_unlike_the_average(strength: float) -> None:
    """The learners forget by another law than the one expected (stability times `strength`), and do not study on."""
    held = 0
    rng = random.Random(3)
    for seed in range(60):
        memories = memories_of(60, seed)
        exam = NOON + 2 * DAY
        found = look_out(FACTS, memories, NOON, Aim(exam), random.Random(seed)).whole
        truth = [
            rng.random() < recall(Memory(m.fact, m.stability * strength, 5, m.last, m.due), exam)
            for m in memories.values()
        ]
        share = sum(truth) / len(truth)
        held += abs(share - found.stopping) <= (found.high - found.low) / 2
    assert held >= 0.9 * 60
