"""What it costs to foretell answers: each memory is found from the earlier ones and judged by the later ones."""

import math

import pytest

from benchmarks.foretelling import Log, by_fsrs, by_nature, log_of
from tests.every_for_tests import every
from tests.learning.recall.test_fitting import answers
from trotskyism_cli.learning.recall.fitting import fitted, usual
from trotskyism_cli.learning.recall.traces import Evidence


def test_the_log_of_a_learner_is_parted_by_time() -> None:
    log = log_of("exponential", 0, 8)

    assert every(seen.day < log.since for each in log.earlier.values() for seen in each)
    assert sum(map(len, log.earlier.values())) < sum(map(len, log.every.values()))
    assert by_nature(usual, log)


def test_what_is_found_from_earlier_answers_foretells_later_ones_at_less_cost() -> None:
    every = answers(12.0, 80)
    log = Log({fact: each[:-1] for fact, each in every.items()}, every, 10.0)

    assert sum(by_nature(fitted, log)) < sum(by_nature(usual, log))


def test_fsrs_foretells_by_the_recall_of_its_defaults() -> None:
    pytest.importorskip("fsrs_rs_python", reason="fsrs-rs-python is not installed")
    history = [Evidence(0.0, right=True), Evidence(2.3065, right=True), Evidence(40.0, right=False)]
    first, second = by_fsrs(Log({}, {"a": history}, 1.0), trains=False)

    assert first == pytest.approx(-math.log(0.9), abs=0.02)  # days are whole, and the first stability is 2.3 days
    assert second > first
