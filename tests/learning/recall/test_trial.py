"""A learner's own memory is tried on answers that it was not found from, and used only if it stands that."""

import math
from dataclasses import replace

import pytest

from tests.every_for_tests import every
from tests.learning.recall.test_fitting import answers
from trotskyism_cli.learning.recall.fitting import FEWEST, fitted, usual
from trotskyism_cli.learning.recall.learner_model import Pupil, as_json, pupil_from_json
from trotskyism_cli.learning.recall.traces import Evidence, Nature
from trotskyism_cli.learning.recall.trial import Band, Trial, chances, count_telling, losses_of, parted, trial_of


def trial_after(histories: dict[str, list[Evidence]]) -> Trial:
    found = trial_of(histories)
    assert found is not None
    return found


def who_changes() -> dict[str, list[Evidence]]:
    """What somebody answers who kept nothing for long, and from some day on forgets nothing more."""
    later = [Evidence(float(day), right=True, guess=0.02) for day in range(40, 70, 4)]
    return {
        f"{number}": [Evidence(float(day), right=False, guess=0.02) for day in range(0, 39, 3)] + later[number % 2 :: 4]
        for number in range(30)
    }


def test_a_memory_is_found_from_the_earlier_answers_and_tried_on_the_later_ones() -> None:
    every = {fact: list(each) for fact, each in answers(12.0, 80).items()}
    trial = trial_after(every)
    earlier = {fact: [seen for seen in each if seen.day < trial.since] for fact, each in every.items()}
    later = [each for each in every.values() if each[-1].day >= trial.since]

    assert trial.found == fitted({fact: each for fact, each in earlier.items() if each})
    assert trial.since == parted(every.values())
    told = chances(trial.found, later, trial.since)
    assert trial.answers == len(told) == sum(band.answers for band in trial.own.bands)
    assert trial.own.loss == pytest.approx(sum(losses_of(told)) / len(told))
    assert sum(band.right for band in trial.own.bands) == sum(band.right for band in trial.usual.bands)


def test_who_keeps_things_longer_than_most_is_foretold_better_by_the_own_memory() -> None:
    trial = trial_after({fact: list(each) for fact, each in answers(12.0, 80).items()})

    assert trial.own.loss < trial.usual.loss
    assert trial.holds


def test_a_memory_that_further_answers_belie_is_not_used() -> None:
    pupil = Pupil(histories=dict(who_changes()))
    pupil.fit()

    assert pupil.trial is not None
    assert not pupil.trial.holds
    assert pupil.nature == usual(pupil.histories)


def test_a_difference_that_may_be_chance_decides_nothing() -> None:
    trial = trial_after({fact: list(each) for fact, each in answers(12.0, 80).items()})
    worse = trial._replace(own=trial.own._replace(loss=trial.usual.loss + 0.01))

    assert worse._replace(doubt=0.02).holds
    assert not worse._replace(doubt=0.005).holds


def test_few_answers_and_such_as_tell_nothing_try_no_memory() -> None:
    once = {f"{number}": [Evidence(0.0, right=True)] for number in range(FEWEST)}
    soon = {fact: [*each, Evidence(0.1, right=True)] for fact, each in once.items()}
    told = {fact: [*each, Evidence(3.0, right=True, guess=1.0)] for fact, each in once.items()}

    for histories in ({}, once, soon, told):
        assert count_telling(histories.values()) == 0
        assert trial_of(histories) is None
    pupil = Pupil(histories=dict(told))
    pupil.fit(always=True)
    assert pupil.nature == usual(told)


def test_a_loss_is_what_was_given_to_what_came() -> None:
    history = [Evidence(0.0, right=False, guess=0.0), Evidence(1.5, right=True, guess=0.5)]
    nature = Nature(spread=1.0)
    [(chance, right)] = chances(nature, [history], 0.0)

    assert right
    assert chance == pytest.approx(0.75)
    assert losses_of([(chance, True), (chance, False)]) == pytest.approx([-math.log(0.75), -math.log(0.25)])


def test_what_was_tried_is_kept() -> None:
    pupil = Pupil(histories={fact: list(each) for fact, each in answers(12.0, 80).items()})
    pupil.fit()
    pupil.prospect(45.0)
    kept = pupil_from_json(as_json(pupil))

    assert kept.trial == pupil.trial
    assert isinstance(kept.trial, Trial)
    assert every(isinstance(band, Band) for band in kept.trial.own.bands)
    assert replace(kept, histories={}, traces={}) == replace(pupil, histories={}, traces={})
