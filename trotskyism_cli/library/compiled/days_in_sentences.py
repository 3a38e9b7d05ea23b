"""Days that a sentence writes out, whatever its own date: `From 3 April 1922 Stalin was General Secretary`."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from trotskyism_cli.errors import DateError
from trotskyism_cli.pack.dates import A_MONTH, MONTHS, NAMED_YEAR, Date, Precision, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence

SHORT = 40  # days: a longer span counts only by its first and last day (see `dated_facts`)
_OLD = r"(?P<{}> \([^()]*Old Style\))?"
_WRITTEN = lazy_regex(
    rf"\b(?:(?P<first>\d{{1,2}})(?: (?P<first_month>{A_MONTH}))?(?: (?P<first_year>\d{{4}}))?{_OLD.format('first_old')}"
    rf"(?P<joint>–| to | and | or ))?"
    rf"(?P<day>\d{{1,2}}) (?P<month>{A_MONTH})(?: (?P<year>\d{{4}}))?{_OLD.format('old')}(?! \(?Old Style)"
)
# Text before a day that does not date the statement: a birth, a day in brackets, "before …".
_ASIDE = lazy_regex(r"\bbefore $|\bborn\b[^,;:.]*$|\([^()]*$")
_IN_BRACKETS = lazy_regex(r"\([^()]*\)")
_LED = lazy_regex(r"\b(?:by|from|of|on|since|to|until) $", re.IGNORECASE)  # before a day of the year named last
_OPENING_MONTH = lazy_regex(rf"In ({A_MONTH}) (\d{{4}})\b")
_BETWEEN = lazy_regex(r"\bbetween $", re.IGNORECASE)


def days_written(text: str, year: int | None = None) -> Iterator[Date]:
    """Days, and spans of days, that a text writes out. `year` is for days without a year.

    A day in both calendars counts once, in New Style. A span of more than some weeks counts as its two ends. Dates of
    birth and dates in brackets are left out.
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
    """Days that the sentence of a fact writes out, other than the fact's own date.

    If the sentence begins with a month, earlier days are left out: `In December 1927 he was blamed for the march of 7
    November`.
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
    """The span between two days, if the text means one of some weeks at most; else empty."""
    begun, ended = parse_date(first).first, parse_date(last).first
    is_next = begun + timedelta(days=1) == ended
    is_span = joint in ("–", " to ") or is_next or bool(_BETWEEN.search(before))
    return f"{first}/{last}" if is_span and timedelta() < ended - begun < timedelta(days=SHORT) else ""


def _day(day: str, month: str, year: int | str) -> str:
    """A day in EDTF; empty if it does not exist."""
    written = f"{int(year):04}-{MONTHS.index(month):02}-{int(day):02}"
    try:
        parse_date(written)
    except DateError:
        return ""
    return written


def _last_year(text: str) -> str:
    years = [found[0] for found in NAMED_YEAR.finditer(_IN_BRACKETS.sub("", text))]
    return years[-1] if years else ""
