"""Dates of history: uncertain, approximate, spanning, and in two calendars.

A date is written as an EDTF string (ISO 8601-2:2019, level 0 and the parts of level 1 that historians use):

    1917   1917-10   1917-10-25   1926-21 (spring)   192X   16XX   1906?   1906~   1906%
    1922/1924   ../1907-05   1918/..
    {1932-07-31,1932-11-06}   two dates, and not the time between them

followed, where it matters, by the calendar: ` OS` if it is written in Old Style (Julian), ` NS` if it is written in New
Style (Gregorian) and the Old Style date should be shown beside it. Bounds are always kept as Gregorian days,
numbered as Python numbers them: there is none before the year 1.
"""

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from trotskyism_cli.errors import DateError
from trotskyism_cli.pack.lazy_regex import lazy_regex

# In English, whatever the language of the machine; the first is the one with the number 1.
MONTHS = ("", *"January February March April May June July August September October November December".split())
A_MONTH = "|".join(MONTHS[1:])  # as part of a pattern
NAMED_YEAR = lazy_regex(r"\b(?:1[0-9]|20)[0-9]{2}\b")  # in a text
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# Northern seasons by whole months, winter reaching into the next year.
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_BEFORE_1 = lazy_regex(r"^\s*-|/-|\d\s*B\.?\s?C\b", re.IGNORECASE)
DAY_NUMBER_OF_ORDINAL_0 = 1721425  # the Julian day number of the day before 1 January of the year 1

_POINT = lazy_regex(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[?~%]?)")
_DAY_FIRST = lazy_regex(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})")
_QUOTES = "\"'“”„‟‘’‚«» "
_PAIR = lazy_regex(r"\{([^{},]+),([^{},]+)\}")
FORMS = (
    '"1917", "1917-10", "1917-10-25", "1906?", "1906~", "1922/1924", "../1907-05", "16XX" or "{1932-07,1932-11}", '
    'then " OS" or " NS"'
)


class Calendar(StrEnum):
    """Which calendar a date is written in, and whether the other is shown with it."""

    PLAIN = ""
    OLD_STYLE = "OS"
    NEW_STYLE = "NS"


class Precision(StrEnum):
    """How much of a point in time is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Point(NamedTuple):
    """A single date: its parts as written, and the Gregorian days it may lie between, both included."""

    year: int
    month: int
    day: int
    precision: Precision
    mark: str
    first: date
    last: date


class Date(NamedTuple):
    """A date or a span. `start` is None in `../1907`, `end` is None in `1918/..`; otherwise both are set.

    Two dates are equal if they are written alike; compare `first` and `last` to order them in time.
    """

    text: str
    start: Point | None
    end: Point | None
    calendar: Calendar

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return self.start.first if self.start else date.min

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        return self.end.last if self.end else date.max

    @property
    def begin(self) -> date:
        """The earliest day it can mean; of what has no beginning, the latest."""
        return self.first if self.start else self.last

    @property
    def length(self) -> int:
        """The days from the earliest that it can mean to the latest; very many if it has no beginning, or no end."""
        return (self.last - self.first).days

    @property
    def is_span(self) -> bool:
        """Whether it is a span of time, from one date to another."""
        return not (self.is_single or self.is_pair)

    @property
    def is_single(self) -> bool:
        """Whether it is written as one date, neither as a span nor as two."""
        return self.start == self.end

    @property
    def is_pair(self) -> bool:
        """Whether it is two dates, of which nothing is said of the time between them."""
        return self.text.startswith("{")

    @property
    def parts(self) -> tuple["Date", ...]:
        """Each of two dates by itself; else only this one."""
        if not self.is_pair:
            return (self,)
        body, _, suffix = self.text.removeprefix("{").partition("}")
        return tuple(parse_date(f"{each}{suffix}") for each in body.split(","))

    @property
    def is_year(self) -> bool:
        """Whether of its beginning no more than the year is known."""
        return self.start is None or self.start.precision is Precision.YEAR

    @property
    def year(self) -> int | None:
        """The one year it lies in, as written; None if it has more than one, or is only a decade or century."""
        points = [point for point in (self.start, self.end) if point]
        years = {point.year for point in points}
        exact = all(point.precision not in (Precision.DECADE, Precision.CENTURY) for point in points)
        return years.pop() if len(points) == 2 and len(years) == 1 and exact else None

    @property
    def is_exact_day(self) -> bool:
        """Whether it is one day, and nothing is uncertain about it."""
        return bool(self.start and self.start.precision is Precision.DAY) and self.is_single and self.is_sure

    @property
    def is_sure(self) -> bool:
        """Whether it is neither uncertain nor approximate."""
        return all(point.mark == "" for point in (self.start, self.end) if point)


@lru_cache(maxsize=5_000)  # many facts have the same
def parse_date(text: str) -> Date:
    """Read an EDTF date with its calendar; raise DateError, naming the accepted forms, if it is none."""
    if _BEFORE_1.search(text):
        raise DateError(
            f"{text!r} is before the year 1, which no date here can be; leave it out and say it in the text"
        )
    body, _, suffix = text.strip().partition(" ")
    if suffix not in ("", "OS", "NS"):
        raise _no_date(text)
    style = Calendar(suffix)
    if pair := _PAIR.fullmatch(body):
        one, other = (_parse_point(each, style, text) for each in pair.groups())
        if one.last >= other.first:
            raise DateError(f"{text!r} is not one date and a later one; write the earlier first, and no day twice")
        return Date(text.strip(), one, other, style)
    if "/" not in body:
        point = _parse_point(body, style, text)
        return Date(text.strip(), point, point, style)
    left, _, right = body.partition("/")
    start = None if left == ".." else _parse_point(left, style, text)
    end = None if right == ".." else _parse_point(right, style, text)
    if start is None and end is None:
        raise DateError(f"{text!r} has neither a beginning nor an end; write {FORMS}")
    if start and end and start.first > end.last:
        raise DateError(f"{text!r} ends before it begins; exchange the two dates")
    return Date(text.strip(), start, end, style)


def _parse_point(text: str, style: Calendar, whole: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise _no_date(whole)
    year_text = match["year"]
    month, day = int(match["month"] or 0), int(match["day"] or 0)
    unknown = year_text.count("X")
    if unknown and month:
        raise DateError(f"{whole!r} names a month in a year that is not known; write the year alone")
    if int(year_text.replace("X", "0")) == 0 and not unknown:
        raise DateError(f"{whole!r} is in the year 0, which does not exist; write a year from 0001 on")
    year = max(1, int(year_text.replace("X", "0")))
    try:
        first, last, precision = _bounds(year, month, day, unknown, style)
    except ValueError:
        raise DateError(f"{whole!r} does not exist in the calendar; correct the month or the day") from None
    return Point(year, month, day, precision, match["mark"], first, last)


def _no_date(text: str) -> DateError:
    meant = f'"{again}"' if (again := in_edtf(text)) != text else FORMS
    return DateError(f"{text!r} is not a date; write {meant}")


def in_edtf(text: str) -> str:
    """A day as it is to be written, of one written as most people do: “26.10.1759”, in curly quotes or without."""
    bare = text.strip(_QUOTES)
    found = _DAY_FIRST.fullmatch(bare)
    return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}" if found else bare


def _bounds(year: int, month: int, day: int, unknown: int, style: Calendar) -> tuple[date, date, Precision]:
    if unknown:
        span = 10**unknown
        first_year = year - year % span
        precision = Precision.DECADE if unknown == 1 else Precision.CENTURY
        return date(max(1, first_year), 1, 1), date(first_year + span - 1, 12, 31), precision
    if day:
        only = _to_gregorian(year, month, day, style)
        return only, only, Precision.DAY
    if month in SEASONS:
        first_month, last_month = SEASON_MONTHS[month]
        last_year = year + (last_month < first_month)
        first = _to_gregorian(year, first_month, 1, style)
        return first, _month_end(last_year, last_month, style), Precision.SEASON
    if month:
        return _to_gregorian(year, month, 1, style), _month_end(year, month, style), Precision.MONTH
    return _to_gregorian(year, 1, 1, style), _month_end(year, 12, style), Precision.YEAR


def _month_end(year: int, month: int, style: Calendar) -> date:
    next_year, next_month = (year + 1, 1) if month == 12 else (year, month + 1)
    if next_year > date.max.year:
        return date.max
    return _to_gregorian(next_year, next_month, 1, style) - timedelta(days=1)


def _to_gregorian(year: int, month: int, day: int, style: Calendar) -> date:
    return julian_to_gregorian(year, month, day) if style is Calendar.OLD_STYLE else date(year, month, day)


def julian_to_gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day in the Julian calendar (ValueError if the Julian day does not exist)."""
    leap_day = month == 2 and day == 29 and year % 4 == 0
    if not leap_day:
        date(year, month, day)  # the two calendars differ only in which years have a 29 February
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    day_number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    ordinal = day_number - DAY_NUMBER_OF_ORDINAL_0
    if ordinal < 1:
        raise ValueError("before the first day that can be represented")
    return date.fromordinal(ordinal)


def gregorian_to_julian(day: date) -> tuple[int, int, int]:
    """Year, month and day in the Julian calendar (inverse of `julian_to_gregorian`)."""
    shifted = day.toordinal() + DAY_NUMBER_OF_ORDINAL_0 + 32082
    years = (4 * shifted + 3) // 1461
    rest = shifted - 1461 * years // 4
    months = (5 * rest + 2) // 153
    return years - 4800 + months // 10, months + 3 - 12 * (months // 10), rest - (153 * months + 2) // 5 + 1
