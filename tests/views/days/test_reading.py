"""A day is read in one calendar, and nothing stands on it that was on another one."""

from datetime import date, timedelta

import pytest

from trotskyism_cli.library.dates.date_parsing import ParsedDate, read_date
from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.days.moments import lasted
from trotskyism_cli.views.days.reading import Reading, read_in_one_calendar

FIRST, LAST = date(1903, 1, 1), date(1918, 12, 31)


def _asked(text: str) -> ParsedDate:
    asked = read_date(text, date.max)
    assert asked is not None
    return asked


def _read(library: Library, text: str) -> Reading:
    return read_in_one_calendar(library, _asked(text))


def _covers(each: Moment, day: date) -> bool:
    return each.when.first <= day <= each.when.last


def test_whatever_stands_on_a_day_was_on_that_day(library: Library) -> None:
    days = (FIRST + timedelta(days=each) for each in range((LAST - FIRST).days + 1))
    wrong = []
    for day in days:
        reading = _read(library, day.isoformat())
        assert reading.asked.when is not None
        wrong += [(reading.asked.words, each) for each in reading.moments if not _covers(each, reading.day)]
    assert not wrong


def test_a_day_leads_to_the_one_that_its_words_are_in_the_other_calendar_if_that_has_something(
    library: Library,
) -> None:
    days = (date(1917, 1, 1) + timedelta(days=each) for each in range(365))
    leading = [each for each in (_read(library, day.isoformat()) for day in days) if each.other]
    assert leading
    for reading in leading:
        assert reading.other
        other = _read(library, " ".join(reading.other.words))
        assert other.day == reading.other.day
        assert any(not lasted(other.asked, each) for each in other.moments)


@pytest.mark.parametrize(
    ("typed", "read", "other"),
    [
        ("25 October 1917", date(1917, 11, 7), date(1917, 10, 25)),
        ("23 February 1917", date(1917, 3, 8), None),
        ("7 November 1917", date(1917, 11, 7), None),
        ("24 February 1917", date(1917, 2, 24), date(1917, 3, 9)),
        ("30 October 1917", date(1917, 10, 30), date(1917, 11, 12)),
        ("30 October 1917 Old Style", date(1917, 11, 12), None),
        ("25 October 1917 new style", date(1917, 10, 25), None),
        ("1 May 1919", date(1919, 5, 1), None),
    ],
)
def test_only_a_day_on_which_something_began_is_read_in_old_style(
    library: Library, typed: str, read: date, other: date | None
) -> None:
    reading = _read(library, typed)

    assert (reading.day, reading.other and reading.other.day) == (read, other)
