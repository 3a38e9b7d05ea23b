"""A review says what happened, and survives being written and read."""

from datetime import UTC, datetime
from pathlib import Path

from tests.items_for_tests import an_item
from trotskyism_cli.items.model import Passage, Response
from trotskyism_cli.learning.answering.grading import Chosen
from trotskyism_cli.learning.answering.session import Session
from trotskyism_cli.learning.recall.schedule import usual_time
from trotskyism_cli.learning.review import review_from, review_of
from trotskyism_cli.learning.sharing.soundness import checked
from trotskyism_cli.pack.reading.reader import load_pack

REVOLUTION = load_pack(Path(__file__).parents[1] / "packs" / "french-revolution")
NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def test_a_review_survives_being_written_and_read() -> None:
    feedback = Session([an_item()]).answer(Chosen((1,)), confidence=3, seconds=4.5)
    review = review_of(feedback, REVOLUTION, "s1", "r1", NOW)

    assert review.correct
    assert review.facts == ("results-and-prospects.author",)
    assert review_from(review.as_json()) == review


def test_a_review_says_on_which_passage_it_was_and_that_it_takes_time_to_read() -> None:
    passage = Passage("quote-long", "So it was.", "Marx, 1850")
    on, off = (
        review_of(Session([an_item(passage=each)]).answer(Chosen((1,))), REVOLUTION, "s1", "r1", NOW)
        for each in (passage, None)
    )

    assert (on.passage, off.passage) == ("quote-long", "")
    assert review_from(on.as_json()) == on == checked(on.as_json())
    assert usual_time(on) > 2 * usual_time(off)


def test_what_was_to_be_matched_is_kept_and_may_be_missing() -> None:
    item = an_item(response=Response.MATCH, prompts=("first", "second", "third"), answer=(0, 1, 2))
    review = review_of(Session([item]).answer(None), REVOLUTION, "s1", "r1", NOW)
    of_before = {name: value for name, value in review.as_json().items() if name != "prompts"}

    assert review.prompts == item.prompts
    assert review_from(review.as_json()) == review == checked(review.as_json())
    assert checked(of_before).prompts == ()


def test_a_question_passed_is_worth_nothing_and_known_as_passed() -> None:
    review = review_of(Session([an_item()]).answer(None), REVOLUTION, "s1", "r1", NOW)

    assert review.passed
    assert not review.correct
