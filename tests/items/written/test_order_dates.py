"""The dates of what an author would have put in order: those of the facts, where these are in order themselves."""

from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.items.written.order_dates import dates_in_order
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.pack import Pack


def _dates(pack: Pack, question: str) -> list[str]:
    return [date_words(each) for each in dates_in_order(build_index(pack), pack.questions[question])]


def test_each_thing_has_the_date_of_its_fact_or_the_one_that_its_sentence_tells(built_in: Pack) -> None:
    assert _dates(built_in, "order-splits-of-the-fourth") == [
        "April 1940",
        "1948",
        "1951",
        "November 1953",
        "June 1963",
    ]


def test_of_several_dates_the_one_in_the_order_is_meant(built_in: Pack) -> None:
    # They sat in the government from the end of 1917 to March 1918, and it is asked when they left it.
    assert _dates(built_in, "order-narrowing-of-politics")[2] == "March 1918"


def test_the_steps_of_an_argument_have_no_dates(built_in: Pack) -> None:
    assert _dates(built_in, "order-steps-of-results-and-prospects") == []


def test_what_is_in_no_order_of_time_has_no_dates(built_in: Pack) -> None:
    question = built_in.questions["order-splits-of-the-fourth"]
    turned = question._replace(about=question.about[::-1], order=question.order[::-1])

    assert dates_in_order(build_index(built_in), turned) == ()


def test_the_day_on_which_an_office_began_or_ended_is_meant_and_not_the_office(built_in: Pack) -> None:
    """`Milyukov falls` is dated by the end of what he was, `Kerensky becomes head` by the beginning."""
    dates = _dates(built_in, "order-crises-of-1917")

    assert [dates[0], dates[2]] == ["May 1917", "21 July 1917 (8 July Old Style)"]
