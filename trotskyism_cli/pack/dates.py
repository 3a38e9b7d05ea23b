"""Historical dates: uncertain, approximate, spans, and in two calendars.

A date is written as an EDTF string (ISO 8601-2:2019, level 0 and the parts of level 1 that historians use):

    1917   1917-10   1917-10-25   1926-21 (spring)   192X   16XX   1906?   1906~   1906%
    1922/1924   ../1907-05   1918/..
    {1932-07-31,1932-11-06}   two dates, without the time between them

It may be followed by a calendar: ` OS` if it is written in Old Style (Julian), or ` NS` if it is written in New Style
(Gregorian) and the Old Style date should be shown as well. Bounds are always Gregorian `datetime.date`s, so no date is
before the year 1.
"""

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from trotskyism_cli.errors import DateError
from trotskyism_cli.pack.lazy_regex import lazy_regex

# English whatever the locale; index 1 is January.
MONTHS = ("", *"January February March April May June July August September October November December".split())
A_MONTH = "|".join(MONTHS[1:])  # regex alternatives
NAMED_YEAR = lazy_regex(r"\b(?:1[0-9]|20)[0-9]{2}\b")  # a year in running text
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# Northern seasons by whole months, winter reaching into the next year.
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_BEFORE_1 = lazy_regex(r"^\s*-|/-|\d\s*B\.?\s?C\b", re.IGNORECASE)
DAY_NUMBER_OF_ORDINAL_0 = 1721425  # the Julian day number of the day before 1 January of year 1

_POINT = lazy_regex(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[?~%]?)")
_DAY_FIRST = lazy_regex(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})")
_QUOTES = "\"'“”„‟‘’‚«» "
_PAIR = lazy_regex(r"\{([^{},]+),([^{},]+)\}")
FORMS = (
    '"1917", "1917-10", "1917-10-25", "1906?", "1906~", "1922/1924", "../1907-05", "16XX" or "{1932-07,1932-11}", '
    'then " OS" or " NS"'
)


class Calendar(StrEnum):
    """The calendar a date is written in; a date with `OS` or `NS` is shown in both."""

    PLAIN = ""
    OLD_STYLE = "OS"
    NEW_STYLE = "NS"


class Precision(StrEnum):
    """How precisely a point in time is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Point(NamedTuple):
    """A single date: its parts as written, and the first and last Gregorian day it may mean."""

    year: int
    month: int
    day: int
    precision: Precision
    mark: str
    first: date
    last: date


class Date(NamedTuple):
    """A date, a span or a pair of dates.

    `start` is None in `../1907`, `end` is None in `1918/..`; otherwise both are set.

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
        """The earliest day it can mean; for a span without a start, the latest."""
        return self.first if self.start else self.last

    @property
    def length(self) -> int:
        """Days from the earliest to the latest it can mean; very many for an open span."""
        return (self.last - self.first).days

    @property
    def is_span(self) -> bool:
        """True if it is a span from one date to another."""
        return not (self.is_single or self.is_pair)

    @property
    def is_single(self) -> bool:
        """True if it is one date, neither a span nor a pair."""
        return self.start == self.end

    @property
    def is_pair(self) -> bool:
        """True if it is two separate dates."""
        return self.text.startswith("{")

    @property
    def parts(self) -> tuple["Date", ...]:
        """The two dates of a pair; else only the date itself."""
        if not self.is_pair:
            return (self,)
        body, _, suffix = self.text.removeprefix("{").partition("}")
        return tuple(parse_date(f"{each}{suffix}") for each in body.split(","))

    @property
    def beginning(self) -> "Date":
        """Only its start, `1918` for `1918/1920`; it must have one."""
        return self._replace(text=self.text.partition("/")[0], end=self.start)

    @property
    def open_ended(self) -> "Date":
        """The same start without an end, `1918/..` for `1918/1920`."""
        return self._replace(text=f"{self.text.partition('/')[0]}/..", end=None)

    @property
    def is_year(self) -> bool:
        """True if its start is known only to the year, or not at all."""
        return self.start is None or self.start.precision is Precision.YEAR

    @property
    def year(self) -> int | None:
        """The one year it lies in, as written.

        None if there are several, or only a decade or century is known.
        """
        points = [point for point in (self.start, self.end) if point]
        years = {point.year for point in points}
        exact = all(point.precision not in (Precision.DECADE, Precision.CENTURY) for point in points)
        return years.pop() if len(points) == 2 and len(years) == 1 and exact else None

    @property
    def is_exact_day(self) -> bool:
        """True if it is one day, without any uncertainty."""
        return bool(self.start and self.start.precision is Precision.DAY) and self.is_single and self.is_sure

    @property
    def is_sure(self) -> bool:
        """True if it is neither uncertain nor approximate."""
        return all(point.mark == "" for point in (self.start, self.end) if point)


@lru_cache(maxsize=5_000)  # many facts share a date
def parse_date(text: str) -> Date:
    """Parse an EDTF date with its calendar. Raises DateError, whose message shows the accepted forms."""
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
    """Turn `26.10.1759` (in quotation marks or not) into EDTF; any other text loses its quotation marks."""
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
    """The Gregorian day of a Julian date. Raises ValueError if that date does not exist."""
    leap_day = month == 2 and day == 29 and year % 4 == 0
    if not leap_day:
        date(year, month, day)  # raises ValueError; the calendars differ only in which years have a 29 February
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    day_number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    ordinal = day_number - DAY_NUMBER_OF_ORDINAL_0
    if ordinal < 1:
        raise ValueError("before the first day that can be represented")
    return date.fromordinal(ordinal)


def gregorian_to_julian(day: date) -> tuple[int, int, int]:
    """Year, month and day in the Julian calendar; the inverse of `julian_to_gregorian`."""
    shifted = day.toordinal() + DAY_NUMBER_OF_ORDINAL_0 + 32082
    years = (4 * shifted + 3) // 1461
    rest = shifted - 1461 * years // 4
    months = (5 * rest + 2) // 153
    return years - 4800 + months // 10, months + 3 - 12 * (months // 10), rest - (153 * months + 2) // 5 + 1
