"""What a whole text means as a date, where nothing but a date makes sense."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trotskyism_cli.library.dates.date_parsing import ParsedDate, find_date, is_before_year_1, is_only_date, read_date
from trotskyism_cli.pack.dates import MONTHS, parse_date

TODAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("november", "November"),
        ("in May", "May"),
        ("Sept.", "September"),
        ("7 nov", "7 November"),
        ("7.11.", "7 November"),
        ("7/11", "7 November"),
        ("november 1917", "November 1917"),
        ("Januar 1924", "January 1924"),
        ("März 1921", "March 1921"),
        ("août 1940", "August 1940"),
        ("enero de 1924", "January 1924"),
        ("1er mai 1917", "1 May 1917"),
        ("7. Oktober 1917", "7 October 1917"),
        ("janv. 1924", "January 1924"),
        ("octob 1917", "October 1917"),
        ("7-11-1917", "7 November 1917"),
        ("1917/11/07", "7 November 1917"),
        ("1917", "1917"),
        ("the 1920s", "1920s"),
        ("192x", "1920s"),
        ("20th century", "20th century"),
        ("fall of 1926", "autumn 1926"),
        ("осень 1923", "autumn 1923"),
        ("осенью 1923 года", "autumn 1923"),
        ("в весну 1906 г.", "spring 1906"),
        ("winter 1926", "winter 1926"),
        ("1917-1921", "1917–1921"),
        ("1917–1921", "1917–1921"),
        ("from November 1917 to March 1918", "November 1917 – March 1918"),
        ("between 1917 and 1921", "1917–1921"),
        ("1922/1924", "1922–1924"),
        ("1918/19", "1918–1919"),
        ("1905–17", "1905–1917"),
        ("1917-24", "1917–1924"),  # no winter, as it is in EDTF
        ("1917-25", "1917–1925"),
        ("1917 to 24", "1917–1924"),
        ("1905–07", "1905–1907"),
        ("1905-07", "July 1905"),
        ("1911/12", "December 1911"),
        ("1917-11/1918-21", "November 1917 – spring 1918"),
        ("1924-1917", "1917–1924"),
        ("today", "1 March"),
        ("Yesterday", "28 February"),
        ("29 february", "29 February"),
        ("476", "476"),
        ("march 476", "March 476"),
        ("октябрь 1905", "October 1905"),
        ("в октябре 1917 года", "October 1917"),
        ("7 ноября 1917", "7 November 1917"),
        ("7 мая", "7 May"),
        ("к 7 маю", "7 May"),
        ("1917-10-25 OS", "7 November 1917"),
        ("1917-11-07 NS", "7 November 1917"),
        ("25 октября 1917 (ст. ст.)", "7 November 1917"),
        ("25 October 1917, Old Style", "7 November 1917"),
        ("XI 1917", "November 1917"),
        ("7 XI 1917", "7 November 1917"),
        ("20.viii.1940", "20 August 1940"),
        ("7/11/17", "7 November 1917"),
        ("20.8.40", "20 August 1940"),
        ("22-1-05", "22 January 1905"),
    ],
)
def test_dates_as_people_write_them(text: str, words: str) -> None:
    asked = read_date(text, TODAY)

    assert asked is not None
    assert asked.words == words


@pytest.mark.parametrize(
    "text", ["", "someday", "30 february", "7/13", "0/1", "1917 1918", "1917-1918-1919", "31.11.17"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize("text", ["jui 1917", "marx 1848", "kongress 1903", "set of 1917 books"])
def test_what_may_be_several_months_or_none_is_read_as_none(text: str) -> None:
    asked = read_date(text, TODAY)

    assert asked is None or asked.month == 0


@pytest.mark.parametrize("text", ["who may vote", "the fall of the tsar", "march on the palace"])
def test_a_month_or_season_in_a_question_is_another_word(text: str) -> None:
    assert find_date(text) is None


@given(st.text(max_size=30) | st.from_regex(r"[0-9a-z/.–-]{1,12}( (to|and) [0-9/.-]{1,8})?", fullmatch=True))
def test_no_text_breaks_it(text: str) -> None:
    asked = read_date(text, TODAY)

    assert asked is None or asked.words


@pytest.mark.parametrize("text", ["44 BC", "44 B.C.E.", "-0043", "март 44 до н. э.", "15 march 44 BC"])
def test_a_date_before_the_year_1_is_known_for_one(text: str) -> None:
    assert is_before_year_1(text)
    assert not is_before_year_1("1917")


def test_a_date_with_its_calendar_has_one_reading() -> None:
    asked = read_date("1917-10-25 OS", TODAY)
    assert asked is not None
    assert asked.readings == ((date(1917, 11, 7), date(1917, 11, 7)),)


def test_a_leap_day_of_the_old_calendar_is_one_though_the_new_has_it_not() -> None:
    asked = read_date("29 Feb 1900 OS", TODAY)

    assert asked is not None
    assert asked.when is not None
    assert asked.when.first == asked.when.last == date(1900, 3, 13)
    assert read_date("29 Feb 1900", TODAY) is None
    assert read_date("30 Feb 1900 OS", TODAY) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [("1930-е", "1930s"), ("1930-е годы", "1930s"), ("окт. 1905", "October 1905"), ("7 нояб. 1917", "7 November 1917")],
)
def test_russian_decades_and_shortened_months(text: str, words: str) -> None:
    asked = read_date(text, date(2026, 1, 1))

    assert asked is not None
    assert asked.words == words


@pytest.mark.parametrize("text", ["-0043", "-0043-03-15", "44 BC"])
def test_what_was_before_the_year_1_is_no_year_after_it(text: str) -> None:
    assert read_date(text, date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("начало 1917", "January – April 1917"),
        ("в конце 1917 года", "September – December 1917"),
        ("early 1917", "January – April 1917"),
        ("middle of 1917", "May – August 1917"),
        ("476 н. э.", "476"),
        ("476 г.", "476"),
    ],
)
def test_a_part_of_a_year_is_its_months_and_an_era_may_be_named(text: str, words: str) -> None:
    asked = read_date(text, TODAY)

    assert asked is not None
    assert asked.words == words


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_in_words_is_that_date_alone_and_in_a_text(day: date) -> None:
    words = f"{day.day} {MONTHS[day.month]} {day.year}"
    found = find_date(f"It was on {words} that")

    assert read_date(words, TODAY) == ParsedDate(parse_date(day.isoformat()), day.month, day.day, 0, len(words))
    assert found is not None
    assert found.when == parse_date(day.isoformat())


@pytest.mark.parametrize("text", ["31 April 1917", "29 February 1917"])
def test_a_day_that_a_month_does_not_have_is_no_date(text: str) -> None:
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("25 October 1917", (date(1917, 11, 7), date(1917, 11, 7))),
        ("31 January 1918", (date(1918, 2, 13), date(1918, 2, 13))),
        ("January 1918", (date(1918, 1, 14), date(1918, 2, 13))),
        ("winter 1917", (date(1917, 12, 14), date(1918, 2, 13))),
    ],
)
def test_a_date_may_be_an_old_style_one_while_russia_had_those(text: str, old: tuple[date, date]) -> None:
    asked = read_date(text, TODAY)

    assert asked is not None
    assert asked.readings[1:] == (old,)


@pytest.mark.parametrize("text", ["1 February 1918", "13 February 1918", "31 March 1918", "October 1918", "May 1921"])
def test_a_date_is_no_old_style_one_once_russia_had_given_those_up(text: str) -> None:
    asked = read_date(text, TODAY)

    assert asked is not None
    assert asked.when is not None
    assert asked.readings == ((asked.when.first, asked.when.last),)


@pytest.mark.parametrize(
    "text", ["1917", "October 1917", "7/11/1917", "7th november 1917", "spring of 1917", " 7 november"]
)
def test_a_text_that_is_a_date_with_figures_is_only_that(text: str) -> None:
    assert is_only_date(text)


@pytest.mark.parametrize("text", ["", "october", "1905 book", "lenin 1917", "in 1917", "11953"])
def test_a_text_with_more_or_less_than_that_is_not(text: str) -> None:
    assert not is_only_date(text)
