"""The laboratory of learners: that it can tell a good way to choose questions from a bad one."""

import pytest

from benchmarks.laboratory.learners import LAWS, Exponential, Law
from benchmarks.laboratory.ways import FACTS, OPPONENTS, Sitting
from benchmarks.study import Course, known_after, main

pytestmark = pytest.mark.long

DAYS = (30,)


class Elephant:
    """Keeps for good what it was told once."""

    def __init__(self, seed: int) -> None:
        self._told = {seed}

    def recall(self, fact: int, day: float) -> float:
        return float(fact in self._told)

    def answer(self, fact: int, day: float) -> bool:
        knew = fact in self._told
        self._told.add(fact)
        return knew


def to_the_end(seed: int) -> "object":
    def sit(sitting: Sitting) -> None:
        fact = seed
        while not sitting.is_over:
            sitting.ask(fact)
            fact += 1

    return sit


@pytest.mark.parametrize("law", LAWS.values(), ids=list(LAWS))
def test_a_learner_forgets_and_learns(law: Law) -> None:
    learner = law(1)
    fact = next(fact for fact in range(FACTS) if not learner.recall(fact, 0))
    learner.answer(fact, 0)

    assert learner.recall(fact, 0.001) > 0.9
    assert learner.recall(fact, 1) > learner.recall(fact, 9) > 0
    for day in (1, 3, 7, 15, 30):
        learner.answer(fact, day)
    assert learner.recall(fact, 31) > 0.4


@pytest.mark.parametrize("law", LAWS.values(), ids=list(LAWS))
def test_the_same_seed_gives_the_same_learner(law: Law) -> None:
    one, other = law(3), law(3)
    for fact in range(30):
        assert one.answer(fact, 0) == other.answer(fact, 0)
        assert one.recall(fact, 5) == other.recall(fact, 5)


def test_ten_minutes_end() -> None:
    sitting = Sitting(Exponential(1), 3, 10)
    asked = 0
    while not sitting.is_over:
        sitting.ask(asked)
        asked += 1

    assert 25 <= asked <= 51


@pytest.mark.parametrize("way", OPPONENTS)
def test_every_way_teaches(way: str) -> None:
    untaught = Exponential(1)
    known = sum(untaught.recall(fact, 30) for fact in range(FACTS)) / FACTS

    assert known_after(Course("exponential", way, 10, 1), DAYS)[30] > known


@pytest.mark.sum
def test_study_beats_questions_by_chance() -> None:
    def known(way: str) -> float:
        return sum(known_after(Course("exponential", way, 5, learner), DAYS)[30] for learner in (1, 2))

    assert known("study") > 1.1 * known("random quiz")


def test_laws_and_ways_of_others_are_plugged_in(capsys: pytest.CaptureFixture[str]) -> None:
    here = __name__
    main(["--learners", f"{here}:Elephant", "--ways", f"{here}:to_the_end", "--days", "2", "--minutes", "1"])

    [_, _, row] = capsys.readouterr().out.splitlines()
    assert row.split()[:3] == [f"{here}:Elephant", "1", "2"]


def test_a_law_that_is_nowhere_is_told() -> None:
    with pytest.raises(SystemExit, match="neither built in"):
        main(["--learners", "nothing", "--ways", "SM-2", "--days", "1", "--minutes", "1"])
