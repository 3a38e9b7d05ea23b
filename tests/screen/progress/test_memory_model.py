"""What `study --model` says of a learner: something only where an answer could be foretold."""

from trotskyism_cli.learning.recall.pupil import Pupil
from trotskyism_cli.learning.recall.traces import Evidence
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.progress.memory_model import model_document

FACTS = 40


def told(*days: float) -> str:
    pupil = Pupil()
    for day in days:
        pupil.learn([f"fact-{number}" for number in range(FACTS)], Evidence(day, right=True))
    return plain_text(model_document(pupil, pupil.answers))


def test_facts_answered_twice_on_one_day_tell_nothing_yet() -> None:
    assert "There is too little to tell yet: 0 facts met again later, of 30 needed." in told(1.0, 1.01)


def test_facts_answered_again_days_later_tell_how_well_answers_were_foretold() -> None:
    assert "How well your answers were foretold" in told(1.0, 4.0)
