"""The days that a sentence writes out, whatever it is dated: `From 3 April 1922 Stalin was General Secretary`."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from trotskyism_cli.errors import DateError
from trotskyism_cli.pack.dates import A_MONTH, MONTHS, NAMED_YEAR, Date, Precision, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence

SHORT = 40  # days: what took longer is told on its first and its last one (see `walks`)
_OLD = r"(?P<{}> \([^()]*Old Style\))?"
_WRITTEN = lazy_regex(
    rf"\b(?:(?P<first>\d{{1,2}})(?: (?P<first_month>{A_MONTH}))?(?: (?P<first_year>\d{{4}}))?{_OLD.format('first_old')}"
    rf"(?P<joint>–| to | and | or ))?"
    rf"(?P<day>\d{{1,2}}) (?P<month>{A_MONTH})(?: (?P<year>\d{{4}}))?{_OLD.format('old')}(?! \(?Old Style)"
)
# What stands before a day that is only told of somebody, or by which only something earlier is dated.
_ASIDE = lazy_regex(r"\bbefore $|\bborn\b[^,;:.]*$|\([^()]*$")
_IN_BRACKETS = lazy_regex(r"\([^()]*\)")
_LED = lazy_regex(r"\b(?:by|from|of|on|since|to|until) $", re.IGNORECASE)  # to a day of the year that was named last
_OPENING_MONTH = lazy_regex(rf"In ({A_MONTH}) (\d{{4}})\b")
_BETWEEN = lazy_regex(r"\bbetween $", re.IGNORECASE)


def days_written(text: str, year: int | None = None) -> Iterator[Date]:
    """The days, and the spans from one day to another, that a text writes out; `year` is that of a day without one.

    A day in both calendars is one day, in the new one. A time longer than some weeks is its two ends. Without the day
    on which somebody was born, and what stands in brackets.
    """
    for found in _WRITTEN.finditer(text):
        before = text[: found.start()]
        own_year = found["year"] or (_LED.search(before) and (_last_year(before) or year))
        if not own_year or _ASIDE.search(before):
            continue
        style = " NS" if found["old"] or found["first_old"] else ""
        last = _day(found["day"], found["month"], own_year)
        first = found["first"] and _day(
            found["first"], found["first_month"] or found["month"], found["first_year"] or own_year
        )
        if first and last and (span := _span(first, last, found["joint"], before)):
            yield parse_date(f"{span}{style}")
        else:
            yield from (parse_date(f"{each}{style}") for each in (first, last) if each)


def days_beside_date(pack: Pack, fact: Fact) -> Iterator[Date]:
    """The days that the sentence of a fact writes out, but those by which it is dated itself.

    Nor what came before the month with which it begins: `In December 1927 he was blamed for the march of 7 November`.
    """
    if not any(map(str.isdigit, text := fact_sentence(pack, fact))):
        return
    own = [*fact.date.parts] if fact.date else []
    points = (point for when in own for point in (when.start, when.end) if point)
    known = {point.first for point in points if point.precision is Precision.DAY}
    opening = _OPENING_MONTH.match(text)
    month = parse_date(f"{opening[2]}-{MONTHS.index(opening[1]):02}").first if opening else date.min
    for each in days_written(text, fact.date.year if fact.date else None):
        if each.first >= month and not known.issuperset((each.first, each.last)):
            yield each


def _span(first: str, last: str, joint: str, before: str) -> str:
    """From one day to another, if that is told and took no longer than some weeks; else nothing."""
    begun, ended = parse_date(first).first, parse_date(last).first
    is_next = begun + timedelta(days=1) == ended
    is_span = joint in ("–", " to ") or is_next or bool(_BETWEEN.search(before))
    return f"{first}/{last}" if is_span and timedelta() < ended - begun < timedelta(days=SHORT) else ""


def _day(day: str, month: str, year: int | str) -> str:
    """A day as dates are written; nothing if there is no such day."""
    written = f"{int(year):04}-{MONTHS.index(month):02}-{int(day):02}"
    try:
        parse_date(written)
    except DateError:
        return ""
    return written


def _last_year(text: str) -> str:
    years = [found[0] for found in NAMED_YEAR.finditer(_IN_BRACKETS.sub("", text))]
    return years[-1] if years else ""
