"""The learner as kept beside the log: always what the whole log says, however it came about."""

import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.learning.recall.test_schedule import NOON, a_review
from tests.reviews_for_tests import replay
from trotskyism_cli.learning.place import path_in
from trotskyism_cli.learning.recall.gain import HORIZON, WORDS_A_CARD, look_ahead
from trotskyism_cli.learning.recall.learner_model import Pupil, pace_of
from trotskyism_cli.learning.recall.reading import evidence_of, signs_of
from trotskyism_cli.learning.recall.schedule import AWAY, remembered
from trotskyism_cli.learning.record.kept_pupil import pupil_from, take_in
from trotskyism_cli.learning.record.log import Log, open_log
from trotskyism_cli.learning.review import Review

FACTS = ("a.x", "b.x", "c.x")

ANSWERS = st.lists(
    st.builds(
        a_review,
        right=st.booleans(),
        time=st.integers(0, 400).map(lambda hours: NOON + timedelta(hours=hours)),
        facts=st.sampled_from([("a.x",), ("b.x",), ("a.x", "c.x")]),
        seconds=st.none() | st.floats(0, 100),
        shown=st.booleans(),
        undoes=st.sampled_from(["", "", "", "r0", "r1", "r4"]),
    ),
    max_size=20,
)


def pupil_of(reviews: Iterable[Review]) -> Pupil:
    """The learner by reviews in order of time, corrections left out, with nothing kept in between."""
    pupil, seconds = Pupil(), dict[bool, list[float]]({True: [], False: []})
    for review in reviews:
        for fact, sign in signs_of(review):
            if sign.rating:
                pupil.learn([fact], evidence_of(sign))
        if review.seconds is not None and review.seconds <= AWAY:
            seconds[review.correct].append(review.seconds)
    pupil.pace = pace_of(seconds[True], seconds[False])
    pupil.fit()
    return pupil


def agrees(log: Log) -> None:
    kept, whole = pupil_from(log), pupil_of(log.reviews())
    assert kept.traces.keys() == whole.traces.keys()
    for fact, trace in whole.traces.items():
        assert kept.traces[fact].last == pytest.approx(trace.last)
        assert [*chain(*kept.traces[fact].hypotheses)] == pytest.approx([*chain(*trace.hypotheses)])
        assert [*chain(*kept.histories[fact])] == pytest.approx([*chain(*whole.histories[fact])])
        assert len(kept.histories[fact]) == len(whole.histories[fact])
        assert kept.histories[fact][-1].day == pytest.approx(whole.histories[fact][-1].day)
    assert kept.pace == whole.pace


@given(ANSWERS, st.sets(st.integers(0, 19)))
def test_what_is_kept_is_what_the_whole_log_says(reviews: list[Review], looks: set[int]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_log(Path(folder), "tiny") as log:
        for number, review in enumerate(reviews):
            log.append(review._replace(id=f"r{number}"), remembered)
            if number in looks:
                agrees(log)
        agrees(log)
        agrees(log)
        assert log.memories() == replay(log.reviews())


def answered(count: int) -> Sequence[Review]:
    return [
        a_review(number % 4 > 0, id=f"r{number}", facts=(FACTS[number % 3],), time=NOON + number * timedelta(days=1))
        for number in range(count)
    ]


def test_a_fit_is_kept_and_made_anew_only_with_more_answers(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.merge(answered(60), remembered)
        first = pupil_from(log)
        assert (first.fitted_at, pupil_from(log).fitted_at) == (60, 60)
        log.merge(answered(61), remembered)
        assert (pupil_from(log).fitted_at, pupil_from(log).nature) == (60, first.nature)
        log.merge(answered(90), remembered)
        assert pupil_from(log).fitted_at == 90
        assert pupil_from(log).traces == pupil_from(log).traces


def test_facts_are_due_by_the_learners_own_memory_once_their_answers_were_taken_in(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.merge(answered(60), remembered)
        assert log.own_memories() == log.memories(), "until then the schedule says when"
        pupil = pupil_from(log)
        for fact, memory in log.own_memories().items():
            assert memory.due == pupil.due(fact)
            assert memory._replace(due=log.memories()[fact].due) == log.memories()[fact]
        log.append(a_review(True, id="new", facts=("a.x",), time=NOON + timedelta(days=90)), remembered)
        assert log.own_memories(["a.x"]) == log.memories_of(["a.x"])
        take_in(log)
        assert log.own_memories(["a.x"])["a.x"].due == pupil_from(log).due("a.x")


def test_an_answer_that_tells_nothing_leaves_a_fact_due_as_it_was(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.merge(answered(60), remembered)
        take_in(log)
        due = log.own_memories()
        log.append(a_review(True, id="rapid", facts=("a.x",), seconds=0.1, time=NOON + timedelta(days=61)), remembered)
        take_in(log)
        assert log.own_memories() == due


def test_the_pace_of_reading_is_told_by_what_was_read_while_somebody_was_there(tmp_path: Path) -> None:
    usual = pace_of([], []).card
    with open_log(tmp_path, "tiny") as log:
        for number in range(40):
            seconds = AWAY + 1 if number % 4 == 0 else 30.0
            log.append(
                a_review(True, id=f"r{number}", facts=("a.x",), read_words=120, read_seconds=seconds), remembered
            )
            log.append(a_review(True, id=f"n{number}", facts=("b.x",)), remembered)
        assert pupil_from(log).pace.card == pytest.approx(30.0 * WORDS_A_CARD / 120, abs=0.1)
        assert pupil_from(log).pace.card < usual


def test_what_asking_is_worth_is_kept_until_something_else_comes_in(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.merge(answered(60), remembered)
        found = pupil_from(log).foreseen
        kept = pupil_from(log).foreseen
        assert kept is not None
        assert kept == found == look_ahead(kept.nature, kept.pace, HORIZON)
        log.merge([a_review(True, id=f"new{place}", facts=(f"d{place}.x",), seconds=5.0) for place in range(40)])
        now = pupil_from(log)
        assert now.foreseen is not None
        assert now.foreseen != found
        assert now.foreseen == look_ahead(now.nature._replace(known=now.known_before()), now.pace, HORIZON)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE pupils SET shape = 'of another program'",
        "UPDATE pupils SET state = '{}'",
        "UPDATE traces SET trace = '[\"x\"'",
        "UPDATE traces SET first = '[]'",
        "DELETE FROM pupils",
        "UPDATE asked SET rating = -1",
        "DELETE FROM shapes",
    ],
)
def test_what_is_missing_or_of_another_program_is_made_anew(tmp_path: Path, harm: str) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.merge(answered(9), remembered)
        before = pupil_from(log)
    with sqlite3.connect(path_in(tmp_path)) as connection:
        connection.execute(harm)
    connection.close()
    with open_log(tmp_path, "tiny") as log:
        if not log.is_current:
            log.bring_up_to_date(remembered)
        assert pupil_from(log).traces == before.traces


def test_after_a_reset_nothing_is_left_of_it(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.merge(answered(9), remembered)
        pupil_from(log)
        log.reset()
        assert pupil_from(log).traces == {}
        log.append(answered(1)[0], remembered)
        agrees(log)


def test_what_was_kept_of_facts_that_are_one_now_goes_to_that_one(tmp_path: Path) -> None:
    with open_log(tmp_path, "tiny") as log:
        log.merge(answered(9), remembered)
        pupil_from(log)
    with open_log(tmp_path, "tiny", {"b.x": "a.x"}) as log:
        log.append(a_review(id="r9", facts=("c.x",), time=NOON + timedelta(days=30)), remembered)
        agrees(log)
