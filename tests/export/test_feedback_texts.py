"""What is said beside options and after an answer: nothing that stands there already."""

from tests.items_for_tests import an_item
from trotskyism_cli.export.feedback_texts import feedback, option_feedback
from trotskyism_cli.items.model import Response

WRITTEN = an_item(
    options=("1904", "1905", "1906"),
    answer=(1,),
    explanation="1905. The strike began in October. Source: the article.",
    option_notes=("1904: one year too early.", "Right: 1905.", "1906: So the old textbook."),
)


def test_neither_the_option_nor_the_right_answer_is_repeated() -> None:
    assert option_feedback(WRITTEN) == ("One year too early.", "", "So the old textbook.")
    assert feedback(WRITTEN) == "The strike began in October. Source: the article."


def test_what_the_right_option_alone_tells_stays() -> None:
    item = WRITTEN._replace(option_notes=("", "Right: The Soviet met on 26 October.", ""))

    assert option_feedback(item) == ("", "The Soviet met on 26 October.", "")


def test_an_explanation_of_nothing_but_the_answer_stays() -> None:
    assert feedback(WRITTEN._replace(explanation="1905.")) == "1905."


def test_what_is_not_chosen_is_explained_whole() -> None:
    item = WRITTEN._replace(response=Response.ORDER, answer=(0, 1, 2))

    assert feedback(item) == item.explanation
    assert option_feedback(item) == item.option_notes
