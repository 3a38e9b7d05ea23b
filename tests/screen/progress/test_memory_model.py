"""What `study --model` says of a learner: something only where an answer could be foretold."""

from tests.learning.recall.test_fitting import answers
from tests.learning.recall.test_trial import who_changes
from trotskyism_cli.learning.recall.fitting import History
from trotskyism_cli.learning.recall.learner_model import Pupil, pace_of
from trotskyism_cli.learning.recall.traces import Evidence, Trace
from trotskyism_cli.learning.recall.trial import Band, Foretold
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.progress.memory_model import model_document

FACTS = 40


def pupil_of(histories: dict[str, History]) -> Pupil:
    pupil = Pupil(histories={fact: list(each) for fact, each in histories.items()}, pace=pace_of([], []))
    pupil.fit(always=True)
    return pupil


def told_of(pupil: Pupil) -> str:
    return plain_text(model_document(pupil, pupil.answers))


def told(*days: float) -> str:
    return told_of(pupil_of({f"fact-{number}": [Evidence(day, right=True) for day in days] for number in range(FACTS)}))


def test_facts_answered_twice_on_one_day_tell_nothing_yet() -> None:
    assert "There is too little to tell yet: 0 answers about facts met days before, of 30 needed." in told(1.0, 1.01)


def test_facts_answered_again_days_later_tell_how_well_answers_were_foretold() -> None:
    assert "How well your answers were foretold" in told(1.0, 4.0)


def test_either_memory_is_shown_with_what_came_of_what_it_foretold() -> None:
    pupil = pupil_of(answers(12.0, 80))
    assert pupil.trial is not None
    bands = [Band() for _ in range(11)]
    bands[8], bands[6], bands[10] = Band(40, 33), Band(1, 0), Band(2, 1)
    other = [Band() for _ in range(11)]
    other[8], other[2] = Band(31, 20), Band(3, 2)
    pupil.trial = pupil.trial._replace(answers=43, own=Foretold(0.5, tuple(bands)), usual=Foretold(0.6, tuple(other)))
    words = told_of(pupil)

    assert "tried on the last 43" in words
    assert "Of 40 answers that were to be right 8 times in 10, 33 were; by the usual memory 20 of 31." in words
    assert "One answer was to be right 6 times in 10, and was not; by the usual memory there were none." in words
    assert "None was to be right 2 times in 10; by the usual memory 2 of 3." in words
    assert "Of 2 answers that were to be right almost always, 1 was; by the usual memory there were none." in words
    assert "had a chance of 61% by your memory, and of 55% by the usual one" in words


def test_it_is_said_when_one_is_asked_again_and_what_more_would_cost() -> None:
    pupil = pupil_of(answers(1.5, 80))
    pupil.level = 0.72
    pupil.traces = {f"{number}": Trace(0.0, ((1.0, 4.0),) * 4) for number in range(80)}
    now, more = pupil.minutes_a_day(0.72), pupil.minutes_a_day(0.9)
    words = told_of(pupil)

    assert "the card of a new fact 28 (139 words a minute)" in words
    assert "asked again when your chance to know a fact has fallen to about 72%" in words
    assert f"the 80 facts you have met take about {round(now)} minute" in words
    assert f"To keep all of them at 90% would take about {round(more - now)} minute" in words
    pupil.level = 0.9
    assert "To keep all of them at 95% would take" in told_of(pupil)


def test_it_is_said_whether_study_goes_by_what_was_found() -> None:
    better, belied = pupil_of(answers(12.0, 80)), pupil_of(dict(who_changes()))

    assert "foretold them better, so study goes by it" in told_of(better)
    assert "so study takes you for the usual learner" in told_of(belied)
    assert "after 7 days: 0%" in told_of(belied), "the curve is the one found, also where it is not used"
