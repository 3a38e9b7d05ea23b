"""Say which calendar days are told in, for times when Russia used Old Style, and convert between them."""

from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.dates.date_parsing import LAST_OLD_STYLE, ParsedDate
from trotskyism_cli.pack.dates import MONTHS, Date, Precision, gregorian_to_julian, parse_date
from trotskyism_cli.pack.dates_in_words import date_short, date_words

FIRST_LEFT_OUT, FIRST_NEW_STYLE = date(1918, 2, 1), date(1918, 2, 14)  # Russia's change of calendar, in New Style


def calendar_told(asked: ParsedDate) -> str:
    """A note that days are in New Style, with what the date asked for would be if it was Old Style.

    Empty for a span, for a date given with its calendar, and for times with only one calendar.
    """
    when = asked.when
    point = when.start if when is not None and when.is_single else None
    if when is None or point is None or point.precision not in (Precision.DAY, Precision.MONTH):
        return ""
    if change := _of_change(when, point.precision):
        return change
    if asked.is_certain or len(asked.readings) < 2:
        return ""
    first, last = asked.readings[1]
    span = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    days = date_short(parse_date(span))
    return f"Days are in New Style; {asked.words} in Old Style was {days}."


def _of_change(when: Date, precision: Precision) -> str:
    """A note for a day that Russia left out in February 1918, or for its first day in New Style."""
    if precision is not Precision.DAY or not FIRST_LEFT_OUT <= when.first <= FIRST_NEW_STYLE:
        return ""
    if when.first == FIRST_NEW_STYLE:
        return "From that day on Russia had New Style: 31 January Old Style was the day before."
    return (
        f"Days are in New Style. Russia had none called {date_words(when)}: after 31 January Old Style, 13 February in "
        "New Style, came 14 February."
    )


def in_old_style(asked: ParsedDate) -> str:
    """`25 October in Old Style`, for a day read in New Style while Russia used the old one; else empty."""
    if not asked.day or asked.when is None or asked.when.first > LAST_OLD_STYLE:
        return ""
    _, month, day = gregorian_to_julian(asked.when.first)
    return f"{day} {MONTHS[month]} in Old Style"


class OtherDay(NamedTuple):
    """The day that the same words mean in the other calendar: a note on it, and the words that ask for it."""

    day: date
    told: str
    words: tuple[str, ...]


def other_day(asked: ParsedDate, other: date, *, needs_style: bool) -> OtherDay:
    """`30 October in Old Style is 12 November`, or for a day read in Old Style: `25 October in New Style`."""
    day, when = f"{asked.day} {MONTHS[asked.month]}", date_words(parse_date(other.isoformat()))
    words = (*when.lower().split(), *(("new", "style") if needs_style else ()))
    if (asked.month, asked.day) == (other.month, other.day):
        return OtherDay(other, f"{day} in New Style", words)
    is_same_year = asked.when is not None and asked.when.first.year == other.year
    told = when.removesuffix(f" {other.year}") if is_same_year else when
    return OtherDay(other, f"{day} in Old Style is {told}", words)
