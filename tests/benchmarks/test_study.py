"""The simulation of learners: that it can tell a good way to choose questions from a bad one."""

from benchmarks.study import FACTS, START, Learner, Sitting, known_after, program, random_quiz


def test_a_learner_forgets_and_learns() -> None:
    learner = Learner(1)
    fact = next(fact for fact in range(FACTS) if not learner.recall(fact, 0))
    learner.answer(fact, 0)

    assert learner.recall(fact, 0) == 1
    assert 1 > learner.recall(fact, 1) > learner.recall(fact, 9) > 0


def test_ten_minutes_end() -> None:
    sitting = Sitting(Learner(1), 3)
    asked = 0
    while not sitting.is_over:
        sitting.ask(asked)
        asked += 1

    assert 25 <= asked <= 51
    assert START.tzinfo is not None


def test_study_beats_questions_by_chance() -> None:
    assert known_after(program, 1, days=20) > 1.15 * known_after(random_quiz, 1, days=20)


def test_the_same_seed_gives_the_same_learners() -> None:
    assert known_after(random_quiz, 2, days=3) == known_after(random_quiz, 2, days=3)
