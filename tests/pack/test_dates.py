"""Dates in two calendars, exact or not, against known days and against an independent reader of EDTF."""

from datetime import date, timedelta
from time import struct_time

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trotskyism_cli.errors import DateError
from trotskyism_cli.pack.dates import gregorian_to_julian, julian_to_gregorian, parse_date
from trotskyism_cli.pack.dates_in_words import date_phrase, date_short, date_words


@pytest.mark.parametrize(
    ("text", "words", "phrase"),
    [
        ("1917", "1917", "in 1917"),
        ("1917-10", "October 1917", "in October 1917"),
        ("1917-07 OS", "July 1917 (Old Style)", "in July 1917 (Old Style)"),
        ("1924-01-21", "21 January 1924", "on 21 January 1924"),
        ("1859-01-27 NS", "27 January 1859 (15 January Old Style)", "on 27 January 1859 (15 January Old Style)"),
        ("1917-10-25 OS", "7 November 1917 (25 October Old Style)", None),
        ("1917-12-20 OS", "2 January 1918 (20 December 1917 Old Style)", None),
        ("1883-07-18 NS", "18 July 1883 (6 July Old Style)", None),
        ("1906~", "about 1906", "about 1906"),
        ("1906?", "1906 (uncertain)", "in 1906 (uncertain)"),
        ("1906%", "about 1906 (uncertain)", None),
        ("1922/1924", "1922–1924", "from 1922 to 1924"),
        (
            "1917-02-23/1917-02-27 OS",
            "8–12 March 1917 (23–27 February Old Style)",
            "from 8 to 12 March 1917 (23 to 27 February Old Style)",
        ),
        (
            "1903-07-17/1903-08-10 OS",
            "30 July – 23 August 1903 (17 July – 10 August Old Style)",
            "from 30 July to 23 August 1903 (17 July to 10 August Old Style)",
        ),
        (
            "1917-12-20/1918-01-10 OS",
            "2–23 January 1918 (20 December 1917 – 10 January Old Style)",
            "from 2 to 23 January 1918 (20 December 1917 to 10 January Old Style)",
        ),
        ("{1932-07-31,1932-11-06}", "31 July and 6 November 1932", "on 31 July and 6 November 1932"),
        ("{1936-04-26,1936-05-03} NS", "26 April and 3 May 1936 (13 and 20 April Old Style)", None),
        (
            "{1917-02-23,1917-02-27} OS",
            "8 and 12 March 1917 (23 and 27 February Old Style)",
            "on 8 and 12 March 1917 (23 and 27 February Old Style)",
        ),
        ("{1932,1937}", "1932 and 1937", "in 1932 and 1937"),
        ("{1932-07,1932-11}", "July and November 1932", "in July and November 1932"),
        ("1921-03-08/1921-03-16", "8–16 March 1921", "from 8 to 16 March 1921"),
        ("1917-03/1917-05", "March – May 1917", "from March to May 1917"),
        (
            "1905-01-09/1907-06-03 OS",
            "22 January 1905 – 16 June 1907 (9 January 1905 – 3 June 1907 Old Style)",
            "from 22 January 1905 to 16 June 1907 (9 January 1905 to 3 June 1907 Old Style)",
        ),
        ("1917-11/1918-03 OS", "November 1917 – March 1918 (Old Style)", None),
        ("1917-11/1918-03 NS", "November 1917 – March 1918", "from November 1917 to March 1918"),
        ("1903/1917 OS", "1903–1917", "from 1903 to 1917"),
        ("1917/1917-05-03", "1917 – 3 May 1917", "from 1917 to 3 May 1917"),
        ("../1907-05", "no later than May 1907", "no later than May 1907"),
        ("1918/..", "from 1918 on", "from 1918 on"),
        ("16XX", "17th century", "in the 17th century"),
        ("192X", "1920s", "in the 1920s"),
        ("1926-21", "spring 1926", "in spring 1926"),
    ],
)
def test_dates_in_words(text: str, words: str, phrase: str | None) -> None:
    when = parse_date(text)

    assert date_words(when) == words
    assert phrase is None or date_phrase(when) == phrase


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "1917-13",
        "1917-02-29",
        "1900-02-29 NS",
        "17-10-25",
        "1917-10-25 XS",
        "../..",
        "1924/1922",
        "0000",
        "19XX-05",
        "{1917}",
        "{1917,1918,1919}",
        "{1918,1917}",
        "{1917,1917}",
        "{1917/1918,1919}",
        "{..,1919}",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_date(text)


def test_the_29th_of_february_1900_was_a_julian_day_only() -> None:
    assert parse_date("1900-02-29 OS").first == date(1900, 3, 13)


@given(st.dates(min_value=date(200, 3, 2)))
def test_the_two_calendars_are_each_others_inverse(day: date) -> None:
    assert julian_to_gregorian(*gregorian_to_julian(day)) == day


@given(st.dates(min_value=date(1900, 3, 14), max_value=date(2100, 3, 13)))
def test_between_1900_and_2100_they_are_thirteen_days_apart(day: date) -> None:
    behind = day - timedelta(days=13)

    assert gregorian_to_julian(day) == (behind.year, behind.month, behind.day)


_points = st.one_of(
    st.integers(1000, 2100).map(str),
    st.dates(date(1000, 1, 1), date(2100, 1, 1)).map(lambda day: day.strftime("%Y-%m")),
    st.dates(date(1000, 1, 1), date(2100, 1, 1)).map(date.isoformat),
    st.integers(100, 209).map(lambda decade: f"{decade}X"),
)


def _as_date(moment: struct_time) -> date:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)


@given(_points, st.sampled_from(["", "?", "~", "%"]))
def test_bounds_agree_with_an_independent_reader(point: str, mark: str) -> None:
    oracle = edtf.parse_edtf(point + mark)

    when = parse_date(point + mark)

    assert (when.first, when.last) == (_as_date(oracle.lower_strict()), _as_date(oracle.upper_strict()))


@given(st.text(max_size=14))
def test_no_text_fails_otherwise(text: str) -> None:
    try:
        when = parse_date(text)
    except DateError:
        return
    assert when.first <= when.last
    assert date_words(when)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("1917-10-25 OS", "7 Nov 1917"),
        ("1917-02-23/1917-02-27 OS", "8–12 Mar 1917"),
        ("1903-07-17/1903-08-10 OS", "30 Jul – 23 Aug 1903"),
        ("1922/1924", "1922–1924"),
        ("{1932-07-31,1932-11-06}", "31 Jul, 6 Nov 1932"),
        ("{1932-12-31,1933-01-02}", "31 Dec 1932, 2 Jan 1933"),
        ("1938-09", "Sep 1938"),
        ("../1907-05", "until May 1907"),
        ("1918/..", "from 1918"),
        ("16XX", "17th century"),
        ("1917-07 OS", "Jul–Aug 1917"),
        ("1917-12 OS", "Dec 1917 – Jan 1918"),
        ("1917-07/1917-09 OS", "Jul–Oct 1917"),
        ("1924-23/1925-01", "autumn 1924 – Jan 1925"),
    ],
)
def test_dates_for_a_margin(text: str, short: str) -> None:
    assert date_short(parse_date(text)) == short


def test_two_dates_are_each_a_date_and_nothing_between_them() -> None:
    when = parse_date("{1917-02-23,1917-02-27} OS")

    assert when.is_pair
    assert when.parts == (parse_date("1917-02-23 OS"), parse_date("1917-02-27 OS"))
    assert (when.first, when.last) == (date(1917, 3, 8), date(1917, 3, 12))
    assert not when.is_span
    assert not when.is_single
    assert parse_date("1932-07-31/1932-11-06").is_span
    assert parse_date("1932-07-31").is_single


@pytest.mark.parametrize("text", ["{1932-11-06,1932-07-31}", "{1932,1932-07}", "{1932-07,1932-07-31}", "{1932,1932}"])
def test_of_two_dates_the_second_is_later_than_the_first(text: str) -> None:
    with pytest.raises(DateError, match="write the earlier first, and no day twice"):
        parse_date(text)


@pytest.mark.parametrize("text", ["-0043-03-15", "44 BC", "44 B.C.", "-0043/0014"])
def test_a_date_before_the_year_1_is_refused_with_the_remedy(text: str) -> None:
    with pytest.raises(DateError, match="before the year 1, which no date here can be; leave it out"):
        parse_date(text)
